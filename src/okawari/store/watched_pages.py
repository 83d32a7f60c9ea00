"""Watched pages: which are due, who looks at them, and what the last look left."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, func, or_, select, update

from okawari.domain.watch.schedule import host_rests, next_look
from okawari.domain.watch.seek import FEED, SEARCH
from okawari.domain.watch.watch import Observation, Standing, Watch
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction, inserting
from okawari.store.kept_text import storable, utc_text
from okawari.store.rows import update_rows
from okawari.store.watching_schema import watched_hosts, watched_pages, watches

_JITTER = 0.2
_MARKS = ("etag", "last_modified", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedPage:
    """A page as the last look left it: marks of the server, SHA-256 of the bytes, the last look, the last that saw something.

    `changed_at` is when it last said something new.
    """

    page: str
    url: str
    host: str
    every: int
    etag: str = ""
    last_modified: str = ""
    body: str = ""
    failures: int = 0
    changed_at: datetime | None = None
    last: Observation | None = None
    last_seen: Observation | None = None


def page_key(url: str) -> str:
    """Return what a page is known by."""
    return hashlib.sha256(url.encode()).hexdigest()


def pace(transaction: Transaction, host: str, interval_s: int, now: datetime) -> None:
    """Keep how many seconds lie at least between two requests to a host."""
    row = {"household": transaction.household, "host": host, "interval_s": interval_s}
    statement = inserting(transaction, watched_hosts).values(**row, free_at=now, failures=0)
    changed = statement.on_conflict_do_update(
        index_elements=("household", "host"), set_={"interval_s": statement.excluded.interval_s}
    )
    transaction.connection.execute(changed)


def add(transaction: Transaction, wished: Iterable[tuple[Watch, str]]) -> None:
    """Keep the pages of watches, each with its host, to be looked at from now on. A known page keeps its past."""
    blank = dict.fromkeys(("lease", "etag", "last_modified", "body"), "") | {"failures": 0}
    rows = [
        {
            "household": transaction.household,
            "page": page_key(watch.url),
            "url": watch.url,
            "host": host,
            "every": watch.every,
            "next_look_at": watch.added_at,
            **blank,
        }
        for watch, host in wished
    ]
    statement = inserting(transaction, watched_pages)
    new, old = statement.excluded, watched_pages.c
    sooner = {
        "every": case((new.every < old.every, new.every), else_=old.every),
        "next_look_at": new.next_look_at,
        # A feed that is watched anew is read anew: what it holds may be new to this watch.
        **{name: case((new.url.startswith(FEED), ""), else_=getattr(old, name)) for name in _MARKS},
    }
    kept = statement.on_conflict_do_update(index_elements=("household", "page"), set_=sooner)
    transaction.connection.execute(kept, rows)


def plan(transaction: Transaction, page: str, now: datetime) -> None:
    """Plan a page anew after a watch of it began, rested or ended: the shortest wish counts, without any it rests."""
    query = select(watches.c.every).where(
        watches.c.household == transaction.household, watches.c.page == page, watches.c.standing == Standing.ACTIVE
    )
    wished = transaction.connection.execute(query).scalars().all()
    values: dict[str, Any] = {"next_look_at": now, "every": min(wished)} if wished else {"next_look_at": None}
    transaction.connection.execute(update(watched_pages).where(_is(transaction, page)).values(**values))


def look_by(transaction: Transaction, page: str, at: datetime) -> None:
    """Look at a page by a moment at the latest."""
    late = watched_pages.c.next_look_at > at
    transaction.connection.execute(update(watched_pages).where(_is(transaction, page), late).values(next_look_at=at))


def searches(transaction: Transaction) -> tuple[tuple[str, str], ...]:
    """Return the searches that are watched: the key and the address of each."""
    query = select(watched_pages.c.page, watched_pages.c.url).where(
        watched_pages.c.household == transaction.household, watched_pages.c.url.startswith(SEARCH)
    )
    return tuple((page, url) for page, url in transaction.connection.execute(query))


def claim(transaction: Transaction, now: datetime, until: datetime, lease: str, limit: int) -> tuple[WatchedPage, ...]:
    """Return pages that are due, of hosts whose turn it is, leased to the caller until a moment.

    Of each host at most one page comes at a time, unless it asks for no pause. Two that claim at once, on whatever machine,
    never get the same page, nor two pages of one host within its pause. A lease that ran out is another's to take.
    """
    due = (
        watched_pages.c.household == transaction.household,
        watched_pages.c.next_look_at <= now,
        or_(watched_pages.c.leased_until.is_(None), watched_pages.c.leased_until <= now),
    )
    turn = func.row_number().over(partition_by=watched_pages.c.host, order_by=watched_pages.c.next_look_at)
    ranked = (
        select(
            watched_pages.c.page,
            watched_pages.c.host,
            watched_pages.c.next_look_at,
            watched_hosts.c.interval_s,
            turn.label("turn"),
        )
        .join(
            watched_hosts,
            (watched_hosts.c.household == watched_pages.c.household) & (watched_hosts.c.host == watched_pages.c.host),
        )
        .where(*due, watched_hosts.c.free_at <= now)
        .subquery()
    )
    query = (
        select(ranked.c.page, ranked.c.host, ranked.c.interval_s)
        .where(or_(ranked.c.turn == 1, ranked.c.interval_s == 0))
        .order_by(ranked.c.next_look_at)
        .limit(limit)
    )
    found = transaction.connection.execute(query).all()
    paced = {host: interval for _, host, interval in found if interval}
    turns = _take_turns(transaction, paced, now) if paced else frozenset()
    wanted = [page for page, host, interval in found if not interval or host in turns]
    if not wanted:
        return ()
    read = select(*(watched_pages.c[name] for name in (*_PLAIN, "last", "last_seen")))
    locked = read.where(*due, watched_pages.c.page.in_(wanted)).with_for_update(skip_locked=True)
    claimed = tuple(map(_page, transaction.connection.execute(locked)))
    mine = (watched_pages.c.household == transaction.household, watched_pages.c.page.in_([one.page for one in claimed]))
    transaction.connection.execute(update(watched_pages).where(*mine).values(lease=lease, leased_until=until))
    return claimed


def leases(transaction: Transaction) -> tuple[str, ...]:
    """Return the leases that pages are under."""
    mine = (watched_pages.c.household == transaction.household, watched_pages.c.lease != "")
    return tuple(transaction.connection.execute(select(watched_pages.c.lease).where(*mine).distinct()).scalars())


def give_back(transaction: Transaction, gone: Collection[str]) -> None:
    """Let others have the pages under leases whose holders are gone."""
    mine = (watched_pages.c.household == transaction.household, watched_pages.c.lease.in_(gone))
    transaction.connection.execute(update(watched_pages).where(*mine).values(lease="", leased_until=None))


def keep_looks(
    transaction: Transaction, looked: Iterable[WatchedPage], lease: str, now: datetime
) -> tuple[WatchedPage, ...]:
    """Keep what looks left, plan the next ones, and return those that were kept: none whose lease is another's by now."""
    listed = tuple(looked)
    mine = {"of_household": transaction.household, "of_lease": lease, "of_pages": [one.page for one in listed]}
    held = frozenset(transaction.connection.execute(_HELD, mine).scalars())
    kept = tuple(one for one in listed if one.page in held)
    if kept:
        rows = [_left(transaction, one, now) for one in kept]
        update_rows(transaction, watched_pages, _LEFT, ("household", "page"), rows)
    return kept


def _left(transaction: Transaction, looked: WatchedPage, now: datetime) -> tuple[Any, ...]:
    next_at = next_look(looked.every, now, looked.changed_at, looked.failures)
    next_at += (next_at - now) * random.uniform(0, _JITTER)  # noqa: S311 - spreads requests, guards nothing
    last = _json(looked.last)
    return (
        storable(looked.etag),
        storable(looked.last_modified),
        looked.body,
        looked.failures,
        utc_text(looked.changed_at),
        utc_text(now),
        last,
        last if looked.last_seen is looked.last else _json(looked.last_seen),
        utc_text(next_at),
        None,
        "",
        transaction.household,
        looked.page,
    )


def _json(look: Observation | None) -> str | None:
    return to_json(look) if look else None


_LEFT = (
    *("etag", "last_modified", "body", "failures", "changed_at", "looked_at", "last", "last_seen", "next_look_at"),
    *("leased_until", "lease"),
)
_HELD = (
    select(watched_pages.c.page)
    .where(
        watched_pages.c.household == bindparam("of_household"),
        watched_pages.c.lease == bindparam("of_lease"),
        watched_pages.c.page.in_(bindparam("of_pages", expanding=True)),
    )
    .with_for_update()
)


def hosts_answered(transaction: Transaction, hosts: Iterable[str]) -> None:
    """Keep that hosts answered well."""
    mine = {"of_household": transaction.household, "of_hosts": sorted(set(hosts))}
    transaction.connection.execute(_ANSWERED, mine)


_ANSWERED = (
    update(watched_hosts)
    .where(
        watched_hosts.c.household == bindparam("of_household"),
        watched_hosts.c.host.in_(bindparam("of_hosts", expanding=True)),
        watched_hosts.c.failures > 0,
    )
    .values(failures=0)
)


def host_failed(transaction: Transaction, host: str, now: datetime, asked: timedelta = timedelta()) -> None:
    """Keep that a host failed: after failures in a row it is left alone for a while, at least as long as it `asked` to be."""
    mine = (watched_hosts.c.household == transaction.household, watched_hosts.c.host == host)
    failures = (transaction.connection.execute(select(watched_hosts.c.failures).where(*mine)).scalar() or 0) + 1
    pause = max(host_rests(failures), asked)
    rests: Mapping[str, Any] = {"free_at": now + pause} if pause else {}
    transaction.connection.execute(update(watched_hosts).where(*mine).values(failures=failures, **rests))


def is_due(transaction: Transaction, now: datetime) -> bool:
    """Return whether a page waits to be looked at."""
    mine = (watched_pages.c.household == transaction.household, watched_pages.c.next_look_at <= now)
    return transaction.connection.execute(select(watched_pages.c.page).where(*mine).limit(1)).first() is not None


def next_turn(transaction: Transaction, due: datetime) -> datetime | None:
    """Return when the first host's turn comes of which a page was due at a moment and nobody looks at it now; None where there is none."""
    waiting = (
        select(func.min(watched_hosts.c.free_at))
        .join(
            watched_pages,
            (watched_hosts.c.household == watched_pages.c.household) & (watched_hosts.c.host == watched_pages.c.host),
        )
        .where(
            watched_pages.c.household == transaction.household,
            watched_pages.c.next_look_at <= due,
            watched_pages.c.lease == "",
        )
    )
    turn: datetime | None = transaction.connection.execute(waiting).scalar_one()
    return turn


def _take_turns(transaction: Transaction, paced: Mapping[str, int], now: datetime) -> frozenset[str]:
    """Return the hosts whose turn is still free, which nobody else gets within their pause."""
    mine = {"of_household": transaction.household, "of_hosts": list(paced), "now": now}
    free = transaction.connection.execute(_FREE, mine).scalars().all()
    turns = [
        {
            "of_household": transaction.household,
            "of_host": host,
            "new_free_at": now + timedelta(seconds=paced[host] * random.uniform(1, 1 + _JITTER)),  # noqa: S311 - as above
        }
        for host in free
    ]
    if turns:
        transaction.connection.execute(_TAKE_TURN, turns)
    return frozenset(free)


_FREE = (
    select(watched_hosts.c.host)
    .where(
        watched_hosts.c.household == bindparam("of_household"),
        watched_hosts.c.host.in_(bindparam("of_hosts", expanding=True)),
        watched_hosts.c.free_at <= bindparam("now"),
    )
    .order_by(watched_hosts.c.host)
    .with_for_update()
)
"""In one order for all, so that no two wait for each other."""
_TAKE_TURN = (
    update(watched_hosts)
    .where(watched_hosts.c.household == bindparam("of_household"), watched_hosts.c.host == bindparam("of_host"))
    .values(free_at=bindparam("new_free_at"))
)


def _is(transaction: Transaction, page: str) -> ColumnElement[bool]:
    return (watched_pages.c.household == transaction.household) & (watched_pages.c.page == page)


_PLAIN = ("page", "url", "host", "every", "etag", "last_modified", "body", "failures", "changed_at")


def _page(row: Iterable[Any]) -> WatchedPage:
    *plain, told, seen = row
    last = from_json(Observation, told) if told else None
    last_seen = last if seen == told else from_json(Observation, seen) if seen else None
    return WatchedPage(**dict(zip(_PLAIN, plain, strict=True)), last=last, last_seen=last_seen)
