"""The watches of a household, with where each stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, insert, or_, select, update

from okawari.domain.money import Money
from okawari.domain.watch.doze import Doze, doze
from okawari.domain.watch.watch import Observation, Standing, Watch, WatchState
from okawari.store import history
from okawari.store import watched_pages as pages
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction
from okawari.store.watched_pages import WatchedPage
from okawari.store.watching_schema import histories, watched_pages, watches


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWatch:
    """A watch, where it stands, and what the looks at its page showed: the last, and the last that saw something.

    `called` is what the page is called in the past that is kept of it.
    """

    watch: Watch
    page: str
    standing: Standing
    state: WatchState
    doze: Doze | None = None
    last: Observation | None = None
    last_seen: Observation | None = None
    next_look_at: datetime | None = None
    called: str = ""

    @property
    def title(self) -> str:
        """The title of the page as far as it is known, else the thing it is watched for; "" where neither is."""
        return (self.last_seen.title if self.last_seen else "") or self.called or self.watch.item

    @property
    def open(self) -> bool:
        """Whether it has not ended."""
        return self.standing in {Standing.ACTIVE, Standing.PAUSED}


def add(transaction: Transaction, wished: Sequence[tuple[Watch, str]]) -> None:
    """Keep watches, each with the host of its page; the pages are looked at as soon as somebody looks."""
    pages.add(transaction, wished)
    rows = [
        {
            "household": transaction.household,
            "id": watch.id,
            "page": pages.page_key(watch.url),
            "standing": Standing.ACTIVE.value,
            "every": watch.every,
            "added_at": watch.added_at,
            "payload": to_json(watch),
            "state": to_json(WatchState()),
            "doze": "",
        }
        for watch, _ in wished
    ]
    transaction.connection.execute(insert(watches), rows)


def every(transaction: Transaction) -> tuple[KeptWatch, ...]:
    """Return all watches, the newest first."""
    return _listed(transaction)


def of_order(transaction: Transaction, merchant: str, numbers: Collection[str]) -> tuple[KeptWatch, ...]:
    """Return the watches that were made for an order, which goes by any of the numbers, the newest first."""
    named = [watches.c.payload.contains(number, autoescape=True) for number in numbers if number]
    listed = _listed(transaction, or_(*named)) if named else ()
    return tuple(kept for kept in listed if kept.watch.merchant == merchant and kept.watch.order in numbers)


def get(transaction: Transaction, id_: str) -> KeptWatch | None:
    """Return a watch, None where there is none."""
    return next(iter(_listed(transaction, watches.c.id == id_)), None)


def awake_of(transaction: Transaction, looked: Mapping[str, WatchedPage], today: date) -> tuple[KeptWatch, ...]:
    """Return the watches that are looked after and may have something to say of the last looks at their pages.

    The others are told apart by a column of their own, and not read.
    """
    mine = {"of_household": transaction.household, "of_pages": list(looked)}
    awake = []
    for page, told, payload, state in transaction.connection.execute(_ACTIVE, mine):
        asleep, seen = _doze_of(told) if told else None, looked[page]
        if asleep and seen.last and asleep.through(seen.last, today):
            continue
        kept = KeptWatch(
            watch=from_json(Watch, payload),
            page=page,
            standing=Standing.ACTIVE,
            state=from_json(WatchState, state),
            doze=asleep,
            last=seen.last,
            last_seen=seen.last_seen,
        )
        awake.append(kept)
    return tuple(sorted(awake, key=lambda kept: (-kept.watch.added_at.timestamp(), kept.watch.id)))


_ACTIVE = select(watches.c.page, watches.c.doze, watches.c.payload, watches.c.state).where(
    watches.c.household == bindparam("of_household"),
    watches.c.page.in_(bindparam("of_pages", expanding=True)),
    watches.c.standing == Standing.ACTIVE,
)


def open_at(transaction: Transaction, urls: Sequence[str]) -> tuple[Watch, ...]:
    """Return the watches of pages that have not ended."""
    found: list[Watch] = []
    for start in range(0, len(urls), _ASKED):
        listed = [pages.page_key(url) for url in urls[start : start + _ASKED]]
        rows = transaction.connection.execute(_OPEN, {"of_household": transaction.household, "of_pages": listed})
        found += [from_json(Watch, payload) for payload in rows.scalars()]
    return tuple(found)


_ASKED = 500
"""Our own choice, far below the 32,766 values that SQLite takes in one statement."""
_OPEN = select(watches.c.payload).where(
    watches.c.household == bindparam("of_household"),
    watches.c.page.in_(bindparam("of_pages", expanding=True)),
    watches.c.standing.in_((Standing.ACTIVE, Standing.PAUSED)),
)


def for_orders(transaction: Transaction) -> tuple[KeptWatch, ...]:
    """Return the watches that were made for orders and have not ended."""
    return _listed(
        transaction, watches.c.payload.contains('"order":'), watches.c.standing.in_((Standing.ACTIVE, Standing.PAUSED))
    )


def change(transaction: Transaction, watch: Watch) -> None:
    """Keep a watch as it is now; its page and its pace stay."""
    mine = update(watches).where(*_is(transaction, watch.id))
    transaction.connection.execute(mine.values(payload=to_json(watch), doze=""))


def stand(transaction: Transaction, kept: KeptWatch, standing: Standing, now: datetime) -> None:
    """Keep where a watch stands from now on."""
    transaction.connection.execute(
        update(watches).where(*_is(transaction, kept.watch.id)).values(standing=standing.value)
    )
    pages.plan(transaction, kept.page, now)


def keep_states(transaction: Transaction, left: Iterable[tuple[KeptWatch, WatchState]]) -> None:
    """Keep what the looks so far have left, of each watch where it is new."""
    rows = [
        {
            "of_household": transaction.household,
            "of_id": kept.watch.id,
            "new_state": to_json(state),
            "new_doze": _doze_text(asleep),
        }
        for kept, state in left
        if (asleep := doze(kept.watch, state)) != kept.doze or state != kept.state
    ]
    if rows:
        transaction.connection.execute(_KEEP_STATE, rows)


_KEEP_STATE = (
    update(watches)
    .where(watches.c.household == bindparam("of_household"), watches.c.id == bindparam("of_id"))
    .values(state=bindparam("new_state"), doze=bindparam("new_doze"))
)


def remove(transaction: Transaction, kept: KeptWatch, now: datetime) -> None:
    """Delete a watch; a page that nobody watches any more goes with what was seen of it."""
    transaction.connection.execute(delete(watches).where(*_is(transaction, kept.watch.id)))
    others = select(watches.c.id).where(watches.c.household == transaction.household, watches.c.page == kept.page)
    if transaction.connection.execute(others.limit(1)).first():
        pages.plan(transaction, kept.page, now)
        return
    history.forget(transaction, kept.page)
    mine = (watched_pages.c.household == transaction.household, watched_pages.c.page == kept.page)
    transaction.connection.execute(delete(watched_pages).where(*mine))


def _is(transaction: Transaction, id_: str) -> tuple[ColumnElement[bool], ...]:
    return watches.c.household == transaction.household, watches.c.id == id_


_SEEN = watched_pages.c.last, watched_pages.c.last_seen, watched_pages.c.next_look_at


def _listed(transaction: Transaction, *conditions: ColumnElement[bool]) -> tuple[KeptWatch, ...]:
    query = (
        select(watches, *_SEEN, histories.c.title)
        .join(
            watched_pages,
            (watched_pages.c.household == watches.c.household) & (watched_pages.c.page == watches.c.page),
        )
        .outerjoin(histories, (histories.c.household == watches.c.household) & (histories.c.page == watches.c.page))
        .where(watches.c.household == transaction.household, *conditions)
        .order_by(watches.c.added_at.desc(), watches.c.id)
    )
    return tuple(_kept(dict(row)) for row in transaction.connection.execute(query).mappings())


def _kept(row: dict[str, Any]) -> KeptWatch:
    return KeptWatch(
        watch=from_json(Watch, row["payload"]),
        page=row["page"],
        standing=Standing(row["standing"]),
        state=from_json(WatchState, row["state"]),
        doze=_doze_of(row["doze"]) if row["doze"] else None,
        last=from_json(Observation, row["last"]) if row["last"] else None,
        last_seen=from_json(Observation, row["last_seen"]) if row["last_seen"] else None,
        next_look_at=row["next_look_at"],
        called=row["title"] or "",
    )


def _doze_text(asleep: Doze | None) -> str:
    if asleep is None:
        return ""
    limit = (asleep.limit.plain(), asleep.limit.currency) if asleep.limit else ("", "")
    until = asleep.until.isoformat() if asleep.until else ""
    return "|".join(("+" if asleep.matched else "-", *limit, "p" if asleep.preorder else "", until))


def _doze_of(told: str) -> Doze:
    matched, amount, currency, preorder, until = told.split("|")
    return Doze(
        matched == "+",
        Money(Decimal(amount), currency) if amount else None,
        preorder == "p",
        date.fromisoformat(until) if until else None,
    )
