"""Watch product pages: add, list, pause and end."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from okawari.domain.case import Case
from okawari.domain.watch.seek import FEED, SEARCH, search_at
from okawari.domain.watch.watch import Standing, Watch
from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.pages import PageGate
from okawari.services.fulfilling import bought
from okawari.services.seeking import forget_prices
from okawari.sources.terms import may_read, terms_at, terms_of
from okawari.store import watched_pages, watches
from okawari.store.engine import Store
from okawari.store.watches import KeptWatch

__all__ = [
    "Added",
    "KeptWatch",
    "NoPastError",
    "PageUnavailableError",
    "add",
    "every",
    "get",
    "instead_of_reading",
    "is_looked_after",
    "of_case",
    "open_gate",
    "remove",
    "rest",
    "stand",
]


_BETWEEN_SEARCHES_S = 5
"""Our own choice: a search may ask several services, each of which keeps its own pace besides."""

_WAITS = timedelta(minutes=10)
"""Our own choice: so long no page waits to be looked at while somebody makes looks."""

_WHENEVER = datetime.min.replace(tzinfo=UTC)


class Added(NamedTuple):
    """A watch that answers a wish, and whether it was made for it or stood before."""

    watch: Watch
    is_new: bool


class NoPastError(Exception):
    """A watch asks for the past of an offer whose terms let none be kept; `where` is the host."""

    def __init__(self, where: str) -> None:
        """Name the host."""
        super().__init__(where)
        self.where = where


def open_gate(proxy: str = "", browser: str = "") -> PageGate:
    """Return a gate that keeps to what sites' terms allow, with the person's HTTP proxy and browser where there are any."""
    return PageGate(may_read=may_read, proxy=proxy, browser=browser)


def instead_of_reading(error: PageUnavailableError) -> str:
    """Return the way that is open where a site's terms let no program read it (`watching.instead_<code>`), "" elsewhere."""
    return terms_at(error.where).instead if error.code == "terms" else ""


def add(store: Store, gate: PageGate, *wished: Watch) -> tuple[Added, ...]:
    """Keep watches under new ids, all or none, and return them; their pages are looked at from now on.

    One that wishes for the same as a watch of its page that has not ended is not kept twice: that one is returned, once.

    PageUnavailableError for an address that may not be asked for, "terms" where the site's terms let no program read it;
    NoPastError where the watch needs a past that the terms let nobody keep.
    """
    places = [_place(gate, one) for one in wished]
    hosts = {place.host: place.interval_s for place in places}
    watched = [
        (replace(one, id=secrets.token_hex(6), url=place.url), place.host)
        for one, place in zip(wished, places, strict=True)
    ]
    with store.writing() as transaction:
        known = {_wish(one): one for one in watches.open_at(transaction, [watch.url for watch, _ in watched])}
        new = {_wish(watch): (watch, host) for watch, host in watched if _wish(watch) not in known}
        for host, interval_s in hosts.items():
            watched_pages.pace(transaction, host, interval_s, wished[0].added_at)
        if new:
            watches.add(transaction, tuple(new.values()))
    wishes = dict.fromkeys(_wish(watch) for watch, _ in watched)
    return tuple(
        Added(new[wish][0], is_new=True) if wish in new else Added(known[wish], is_new=False) for wish in wishes
    )


def _wish(watch: Watch) -> Watch:
    """Return what a watch waits for, the same of two that would tell the same."""
    return replace(watch, id="", added_at=_WHENEVER, resumed_at=None, rests_until=None, leads=())


class _Place(NamedTuple):
    url: str
    host: str
    interval_s: int


def _place(gate: PageGate, wished: Watch) -> _Place:
    """Return the address as it is kept, whose turn it takes, and the pause between two turns."""
    if wished.url.startswith(SEARCH):
        # Searches of the same services take turns, and are left alone together where those fail.
        search = search_at(wished.url)
        return _Place(wished.url, SEARCH + ",".join(sorted(search.services)) if search else SEARCH, _BETWEEN_SEARCHES_S)
    address = gate.address(wished.link)
    terms = terms_of(address.host)
    if wished.asks_for_past and not terms.may_store_history:
        raise NoPastError(address.host)
    kind = FEED if wished.url.startswith(FEED) else ""
    return _Place(kind + address.url, address.netloc, terms.min_interval_s)


def every(store: Store) -> tuple[KeptWatch, ...]:
    """Return all watches, the newest first."""
    with store.reading() as transaction:
        return watches.every(transaction)


def is_looked_after(store: Store, now: datetime, but: Collection[str]) -> bool:
    """Return whether somebody seems to make looks: of the watches but some, at least one was looked at, and none waits for long."""
    others = [kept for kept in every(store) if kept.standing is Standing.ACTIVE and kept.watch.id not in but]
    waiting = (kept.next_look_at and now - kept.next_look_at > _WAITS for kept in others)
    return any(kept.last for kept in others) and not any(waiting)


def of_case(store: Store, case: Case) -> tuple[KeptWatch, ...]:
    """Return the watches that were made for a case's order, the newest first."""
    with store.reading() as transaction:
        return watches.of_order(transaction, case.merchant or "", case.numbers)


def get(store: Store, id_: str) -> KeptWatch | None:
    """Return a watch, None where there is none."""
    with store.reading() as transaction:
        return watches.get(transaction, id_)


def stand(store: Store, id_: str, standing: Standing, now: datetime) -> bool:
    """Pause a watch, look after it again, or end it, and the others of its thing, as fulfilled; return whether there is one."""
    with store.writing() as transaction:
        kept = watches.get(transaction, id_)
        if kept and standing is Standing.FULFILLED:
            bought(transaction, kept, now)
        elif kept:
            if kept.standing is Standing.FULFILLED:
                watches.change(transaction, replace(kept.watch, resumed_at=now))
            watches.stand(transaction, kept, standing, now)
        if kept and standing is not Standing.ACTIVE:
            forget_prices(transaction, kept.watch)
    return kept is not None


def rest(store: Store, id_: str, until: date | None) -> bool:
    """Tell nothing of a watch before a day, its page is looked at all the same; return whether there is one."""
    with store.writing() as transaction:
        kept = watches.get(transaction, id_)
        if kept:
            watches.change(transaction, replace(kept.watch, rests_until=until))
    return kept is not None


def remove(store: Store, id_: str, now: datetime) -> bool:
    """Delete a watch; return whether there was one."""
    with store.writing() as transaction:
        kept = watches.get(transaction, id_)
        if kept:
            watches.remove(transaction, kept, now)
            forget_prices(transaction, kept.watch)
    return kept is not None
