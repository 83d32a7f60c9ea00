"""The past of offers: from watches, pages that were seen or saved, and files; listed, charted, exported, forgotten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from okawari.domain.history import History, minute_of, state_of
from okawari.domain.identifiers import product_number
from okawari.domain.japan_time import japan_day
from okawari.domain.offer import Offer
from okawari.domain.problem import Problem
from okawari.reading.history_csv import ReadHistory, read_history, write_history
from okawari.services.checking import observation_of
from okawari.services.comparing import Comparison
from okawari.sources.history_files import host_of_past, read_file
from okawari.sources.terms import terms_at, terms_of
from okawari.store import history, verdicts
from okawari.store.engine import Store
from okawari.store.history import Offered
from okawari.store.watched_pages import page_key

__all__ = [
    "Offered",
    "Past",
    "Taken",
    "csv_lines",
    "every",
    "forget",
    "of_url",
    "remember",
    "remember_compared",
    "same_thing",
    "take_in",
]

CHARTED = timedelta(days=365 * 5)


@dataclass(frozen=True, slots=True)
class Past:
    """An offer with what it said over time."""

    offer: Offered
    history: History


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file gave: offers, points that are new, and what could not be used."""

    offers: int = 0
    points: int = 0
    problems: tuple[Problem, ...] = ()


def remember(store: Store, url: str, offer: Offer, now: datetime) -> Problem | None:
    """Keep what a page says that a person saw or saved; return why nothing is kept: its terms, or it shows no product."""
    if not url.startswith(("https://", "http://")):
        return Problem("history_no_url", url[:80])
    if not terms_at(url).may_store_history:
        return Problem("history_forbidden", url[:200])
    seen = observation_of(offer, now)
    if seen.trouble or not seen.title:
        return Problem("page_without_offer", url[:200])
    offered = Offered(page=page_key(url), url=url, title=seen.title, product=seen.product)
    with store.writing() as transaction:
        history.keep(transaction, [history.Seen(offered, now, seen.state)])
    return None


def remember_compared(store: Store, comparison: Comparison) -> None:
    """Keep what a comparison found, as far as the terms of each service and site let it be kept.

    What a mail told counts from when it was sent; what was seen on another day, or in a file that
    does not tell when, is not kept.
    """
    forbidden = {one for answer in comparison.answers if not answer.terms.may_store_history for one in answer.offers}
    looks = []
    for one in comparison.candidates:
        allowed = (
            one.url.startswith(("https://", "http://"))
            and one.url not in comparison.undated
            and terms_at(one.url).may_store_history
        )
        at = one.seen_at or comparison.made_at
        told_now = one.seen_at is not None or one.seen_on in {None, japan_day(at)}
        if allowed and told_now and not one.pickup and one.title and one not in forbidden:
            product = product_number(one.title, tuple((number.kind, number.value) for number in one.identifiers))
            offered = Offered(page=page_key(one.url), url=one.url, title=one.title, product=product)
            state = state_of(one.availability, one.price, one.seller, one.condition)
            looks.append(history.Seen(offered, at, state))
    if looks:
        with store.writing() as transaction:
            history.keep(transaction, looks)


def take_in(store: Store, raw: bytes, now: datetime) -> Taken:
    """Keep the pasts of a file: CSV as `csv_lines` writes it, or a file of a service that a source reads.

    What the terms of a site, or of the service, forbid to keep is left out and told. Taking a file in twice adds nothing.
    """
    known = read_file(raw)
    if known:
        host, offers = known
        problems: tuple[Problem, ...] = ()
        allowed = offers if terms_of(host).may_store_history else ()
        if not allowed:
            problems = (Problem("history_forbidden" if offers else "history_empty", host),)
    elif raw[:64].lstrip()[:1] == b"{":
        return Taken(problems=(Problem("history_bad_json"),))
    else:
        offers, problems = read_history(raw, now)
        allowed = tuple(one for one in offers if terms_of(host_of_past(one.url)).may_store_history)
        left_out = [one for one in offers if one not in allowed]
        problems += tuple(Problem("history_forbidden", one.url[:200]) for one in left_out)
    points = 0
    with store.writing() as transaction:
        for one in allowed:
            offered = Offered(page=page_key(one.url), url=one.url, title=one.title, product=one.product)
            points += history.put(transaction, offered, one.history)
    return Taken(len(allowed), points, problems)


def every(store: Store) -> tuple[Offered, ...]:
    """Return the offers whose past is kept, those of one product together."""
    with store.reading() as transaction:
        return history.every(transaction)


def of_url(store: Store, url: str) -> History:
    """Return the past of an offer, empty where none is kept; where terms forbid it the current state alone."""
    with store.reading() as transaction:
        return history.of_page(transaction, page_key(url))


def of_urls(store: Store, urls: Iterable[str]) -> dict[str, History]:
    """Return the pasts of offers by their addresses, of those that have one."""
    with store.reading() as transaction:
        found = {url: history.of_page(transaction, page_key(url)) for url in urls}
    return {url: one for url, one in found.items() if one.points}


def may_keep(url: str) -> bool:
    """Tell whether the site's terms let a past be kept."""
    return terms_at(url).may_store_history


def same_thing(store: Store, urls: Iterable[str], now: datetime, within: timedelta = CHARTED) -> tuple[Past, ...]:
    """Return the pasts of the offers and of all others of their products, as far back as `within`."""
    begun = minute_of(now - within)
    with store.reading() as transaction:
        offers = history.same_product(transaction, [page_key(url) for url in urls])
        pasts = [Past(offer, history.of_page(transaction, offer.page).since(begun)) for offer in offers]
    return tuple(past for past in pasts if past.history.points)


def csv_lines(store: Store, url: str = "") -> Iterator[str]:
    """Yield all that is kept as CSV, or that of one offer; `take_in` reads it again."""
    with store.reading() as transaction:
        offers = [one for one in history.every(transaction) if not url or one.url == url]
        yield from write_history(
            ReadHistory(one.url, one.title, one.product, history.of_page(transaction, one.page)) for one in offers
        )


def forget(store: Store, url: str) -> bool:
    """Delete all that is kept of the past of a page: that of its offer, and its verdicts with the bytes; return whether there was any.

    Where the page is watched it still is, by how it was last seen.
    """
    with store.writing() as transaction:
        page = page_key(url)
        forgotten = [kept.forget(transaction, page) for kept in (history, verdicts)]
        return any(forgotten)
