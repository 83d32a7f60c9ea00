"""Look at the watched pages that are due, and keep what is to be told."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from urllib.parse import urlsplit

from okawari.domain.history import History
from okawari.domain.identifiers import product_number
from okawari.domain.japan_time import japan_day
from okawari.domain.judge import Trust
from okawari.domain.offer import Offer, PageKind
from okawari.domain.profile import Profile
from okawari.domain.watch.judge import expire, expired, judge
from okawari.domain.watch.schedule import blames_host, burst_look
from okawari.domain.watch.seek import FEED, SEARCH, Find, is_sought
from okawari.domain.watch.verdict import Verdict
from okawari.domain.watch.watch import Alert, Observation, Standing, WatchState
from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.browser import render
from okawari.fetching.pages import FetchedPage, PageGate, Validators
from okawari.reading.page import read_page
from okawari.reading.page.conditions import condition_in
from okawari.reading.page.scripts import needs_scripts
from okawari.reading.page.sites import is_product_page
from okawari.services.fulfilling import settle_these
from okawari.services.household import Household
from okawari.services.leases import is_gone, new_lease
from okawari.services.offers import PriceAccess
from okawari.services.seeking import (
    FEEDS,
    PRICED,
    Sought,
    entries_of,
    forget_prices,
    search,
    tell,
    without_stale_prices,
)
from okawari.services.weighing import with_price_and_risk, yardstick
from okawari.sources.terms import terms_at
from okawari.store import history, outbox, verdicts, watched_pages, watches
from okawari.store.engine import Store, Transaction
from okawari.store.outbox import Delivery
from okawari.store.verdicts import NewVerdict
from okawari.store.watched_pages import WatchedPage
from okawari.store.watches import KeptWatch

Told = Callable[[Sequence[Delivery]], object]
AT_ONCE = 8
LEASE = timedelta(minutes=5)
_HELD_S = 0.5
"""Looks that say nothing new are kept together, at least so often."""
_HELD_WITH_NEWS_S = 0.02
"""Our own choice, as measured: where one says something new. Pages that change together come within moments of each other."""

_TRUST = Trust()
_NO_PRODUCT = frozenset(PageKind) - {PageKind.PRODUCT, PageKind.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Checked:
    """What a round did: pages looked at, those that said something new, those that showed nothing, alerts kept."""

    pages: int = 0
    changed: int = 0
    failed: int = 0
    alerts: int = 0

    def __add__(self, more: Checked) -> Checked:
        """Return both together."""
        return Checked(*(getattr(self, name) + getattr(more, name) for name in self.__slots__))


@dataclass(frozen=True, slots=True)
class _Look:
    """A look at a page: `seen` with the page as it then stands, and the address that answered.

    `rests` is for how long its server asked to be left alone. `finds` are what a search or a feed holds, () where it is unchanged.
    `verdict` is what is kept of why a page is said to stand as it does, None where that is nothing new.
    """

    page: WatchedPage
    seen: Observation
    answered: str
    changed: bool
    rests: timedelta = timedelta()
    finds: tuple[Find, ...] = ()
    verdict: NewVerdict | None = None


@dataclass(frozen=True, slots=True)
class _Came:
    """What is to be read: the bytes of a page, with their digest, or the answers to a search."""

    page: WatchedPage
    fetched: FetchedPage | Sought
    body: str = ""


def check_due(
    store: Store,
    gate: PageGate,
    now: datetime,
    limit: int = 100,
    *,
    told: Told = lambda _: None,
    profile: Callable[[], Profile] = Profile,
    prices: PriceAccess | None = None,
    trust: Trust = _TRUST,
) -> Checked:
    """Look at pages that are due, at most `limit`, and keep what was seen together with what is to be told.

    One fetch serves all watches of a page. Any number of processes may do this at once: each page is leased to one (what a
    process of this machine had that is gone is anybody's at once), and a
    look whose lease another took over meanwhile is thrown away. `told` gets what is to be sent as soon as it is kept; effective
    prices are those of a person of this `profile`. Searches ask the services behind `prices`, and kept mails, as far as `trust` goes.
    """
    with store.reading() as transaction:  # most rounds find nothing, and are to keep nobody from writing
        if not watched_pages.is_due(transaction, now):
            return Checked()
    lease = new_lease()
    with store.writing() as transaction:
        gone = [one for one in watched_pages.leases(transaction) if is_gone(one)]
        if gone:
            watched_pages.give_back(transaction, gone)
        claimed = watched_pages.claim(transaction, now, now + LEASE, lease, limit)
    total = Checked()
    if not claimed:
        return total
    ahead, person = iter(claimed), profile()
    fetch = partial(_fetch, gate, prices, Household(store, trust), now)
    looks: list[_Look] = []
    still: list[_Look] = []
    kept_at = time.monotonic()
    with ThreadPoolExecutor(min(AT_ONCE, len(claimed))) as pool:
        waiting = {pool.submit(_fetch_on, fetch, ahead, still, now) for _ in range(AT_ONCE)}
        while waiting or looks:
            done, waiting = wait(waiting, _HELD_S, FIRST_COMPLETED)
            came = [one for one in (future.result() for future in done) if one]
            waiting |= {pool.submit(_fetch_on, fetch, ahead, still, now) for _ in came}
            looks += [_read(one, now) for one in came]
            looks += [still.pop() for _ in range(len(still))]
            longest = _HELD_WITH_NEWS_S if any(look.changed for look in looks) else _HELD_S
            if not looks or (waiting and time.monotonic() - kept_at < longest):
                continue
            with store.writing() as transaction:
                kept, to_send = _keep(transaction, looks, lease, now, person)
            looks, kept_at = [], time.monotonic()
            total += kept
            if to_send:
                told(to_send)
    return total


def _fetch(
    gate: PageGate, prices: PriceAccess | None, household: Household, now: datetime, page: WatchedPage
) -> FetchedPage | Sought:
    if page.url.startswith(SEARCH):
        return search(prices, household, page.url, now)
    known = Validators(page.etag, page.last_modified) if page.last_seen else None
    if page.url.startswith(FEED):
        return gate.fetch(page.url.removeprefix(FEED), known, accept=FEEDS)
    fetched = gate.fetch(page.url, known)
    if gate.browser and not fetched.unchanged and needs_scripts(fetched.body):
        return render(gate, fetched)
    return fetched


def _fetch_on(
    fetch: Callable[[WatchedPage], FetchedPage | Sought],
    ahead: Iterator[WatchedPage],
    still: list[_Look],
    now: datetime,
) -> _Came | None:
    """Fetch the pages ahead till one comes that is to be read; looks at those that need no reading are added to `still`."""
    for page in ahead:
        try:
            fetched = fetch(page)
        except PageUnavailableError as error:
            failed = _failed(page, Observation(at=now, trouble=error.code, detail=error.detail))
            still.append(replace(failed, rests=timedelta(seconds=error.rests_s)))
            continue
        if isinstance(fetched, Sought):
            return _Came(page, fetched)
        body = page.body if fetched.unchanged else hashlib.sha256(fetched.body).hexdigest()
        if page.last_seen is None or body != page.body:
            return _Came(page, fetched, body)
        seen = replace(page.last_seen, at=now)
        still.append(_Look(replace(page, last=seen, last_seen=seen, failures=0), seen, fetched.url, changed=False))
    return None


def _read(came: _Came, now: datetime) -> _Look:
    """Read a page. Only one is read at a time: threads that read would only keep each other from the processor."""
    page, fetched = came.page, came.fetched
    if isinstance(fetched, Sought):
        return _sought(page, fetched, now)
    finds: tuple[Find, ...] = ()
    offer = None
    if page.url.startswith(FEED):
        seen, finds = entries_of(fetched.body, fetched.url, now)
    else:
        offer = read_page(fetched.body, fetched.url, charset=fetched.charset)
        seen = observation_of(offer, now)
    if seen.trouble:
        is_new = page.last is None or seen.trouble != page.last.trouble
        return replace(_failed(page, seen), verdict=_verdict(came, fetched, offer, seen) if offer and is_new else None)
    changed = bool(finds) or page.last_seen is None or seen.state != page.last_seen.state
    stands = replace(
        page,
        etag=fetched.validators.etag,
        last_modified=fetched.validators.last_modified,
        body=came.body,
        failures=0,
        changed_at=now if changed else page.changed_at,
        last=seen,
        last_seen=seen,
    )
    verdict = _verdict(came, fetched, offer, seen) if offer and changed else None
    return _Look(stands, seen, fetched.url, changed, finds=finds, verdict=verdict)


def _verdict(came: _Came, fetched: FetchedPage, offer: Offer, seen: Observation) -> NewVerdict:
    read = verdicts.snapshot(fetched.body, came.body, fetched.charset)
    return NewVerdict(came.page.page, Verdict(seen, offer.why), read, _may_last(came.page.url, fetched.url))


def _sought(page: WatchedPage, found: Sought, now: datetime) -> _Look:
    seen = Observation(at=now, title=found.title, trouble=found.trouble, detail=found.detail, found=len(found.finds))
    if found.trouble:
        return _failed(page, seen)
    # Offers come and go at any time: a search that is still is asked no more rarely.
    stands = replace(page, failures=0, changed_at=now, last=seen, last_seen=seen)
    return _Look(stands, seen, page.url, changed=True, finds=found.finds)


def _failed(page: WatchedPage, seen: Observation) -> _Look:
    return _Look(replace(page, failures=page.failures + 1, last=seen), seen, page.url, changed=False)


def observation_of(offer: Offer, now: datetime) -> Observation:
    """Return what a page's offer says; a captcha, a queue, a login and the like show nothing.

    A list that names several sellers is taken for one of offers: it shows who sells, and nothing else.
    """
    if offer.page_kind is PageKind.LISTING and len(offer.sellers) > 1:
        return Observation(at=now, title=offer.title or "", sellers=offer.sellers)
    if offer.page_kind in _NO_PRODUCT:
        return Observation(at=now, trouble=f"kind_{offer.page_kind}", title=offer.title or "")
    return Observation(
        at=now,
        availability=offer.availability,
        price=offer.price,
        tax_included=offer.tax_included,
        seller=offer.seller,
        condition=condition_in(offer.grade or offer.condition or ""),
        title=offer.title or "",
        product=product_number(offer.title or "", tuple((one.kind, one.value) for one in offer.identifiers)),
        shipping=offer.shipping,
        points=offer.points,
        sellers=offer.sellers,
        delivery=offer.delivery or "",
    )


def _keep(
    transaction: Transaction, looks: Iterable[_Look], lease: str, now: datetime, person: Profile
) -> tuple[Checked, tuple[Delivery, ...]]:
    """Keep looks whose lease still holds: the pages, their history and verdicts, the states of their watches and alerts, all or none."""
    by_page = {look.page.page: look for look in looks}
    pages = watched_pages.keep_looks(transaction, (look.page for look in by_page.values()), lease, now)
    held = {page.page: by_page[page.page] for page in pages}
    blamed = [look for look in held.values() if blames_host(look.seen.trouble, look.seen.detail)]
    watched_pages.hosts_answered(transaction, {page.host for page in pages} - {look.page.host for look in blamed})
    for look in blamed:
        watched_pages.host_failed(transaction, look.page.host, now, look.rests)
    alerts = _judged(transaction, held, now, person)
    verdicts.keep(transaction, [look.verdict for look in held.values() if look.verdict])
    _remember(transaction, [look for look in held.values() if not look.seen.trouble and not is_sought(look.page.url)])
    if any(look.page.url.startswith(SEARCH) for look in held.values()):
        outbox.change_all(transaction, PRICED, lambda alert: without_stale_prices(alert, now))
    new, to_send = outbox.add_claimed(transaction, alerts, lease, now + outbox.LEASE) if alerts else ((), ())
    return Checked(
        pages=len(held),
        changed=sum(look.changed for look in held.values()),
        failed=sum(bool(look.seen.trouble) for look in held.values()),
        alerts=len(new),
    ), to_send


def _remember(transaction: Transaction, looks: Iterable[_Look]) -> None:
    """Add looks to the past of their offers, as far as the terms of the sites let it be kept."""
    listed = list(looks)
    same = [look for look in listed if not look.changed]
    borne_out = same and history.bear_out(transaction, [look.page.page for look in same], same[0].seen.at)
    new = [look for look in listed if look.changed or not borne_out]
    if new:
        history.keep(transaction, map(_to_remember, new))


def _to_remember(look: _Look) -> history.Seen:
    page, seen = look.page, look.seen
    offer = history.Offered(page=page.page, url=page.url, title=seen.title, product=seen.product)
    return history.Seen(offer, seen.at, seen.state, _may_last(page.url, look.answered))


def _may_last(asked: str, answered: str) -> bool:
    """Return whether the terms of the sites let a past be kept."""
    return all(terms_at(url).may_store_history for url in {asked, answered})


def _titled(alert: Alert, kept: KeptWatch, last_seen: Observation | None) -> Alert:
    """Return an alert under the name of the thing, also where a captcha, a queue or nothing came in the place of its page."""
    if not alert.trouble:
        return alert
    return replace(alert, title=(last_seen.title if last_seen else "") or kept.watch.item)


def direct_link(asked: str, answered: str) -> str:
    """Return where an alert leads: the page as it was asked for, or where it led on to when that is a known shop's own product page.

    So an address that only redirects (of an advertiser, a short one) is passed over, and nobody else's site is ever linked.
    """
    elsewhere = asked != answered and urlsplit(asked).hostname != urlsplit(answered).hostname
    return answered if elsewhere and is_product_page(answered) else asked


def _judged(transaction: Transaction, held: Mapping[str, _Look], now: datetime, person: Profile) -> list[Alert]:
    alerts: list[Alert] = []
    ended: set[str] = set()
    left: list[tuple[KeptWatch, WatchState]] = []
    for kept in watches.awake_of(transaction, {page: look.page for page, look in held.items()}, japan_day(now)):
        watch, seen = kept.watch, held[kept.page].seen
        if expired(watch, japan_day(now)):
            state, alert = expire(watch, kept.state, seen)
            alerts.append(_titled(alert, kept, held[kept.page].page.last_seen))
            watches.stand(transaction, kept, Standing.EXPIRED, now)
            forget_prices(transaction, watch)
        elif is_sought(watch.url):
            state, found = tell(transaction, kept, seen, held[kept.page].finds)
            alerts += [_titled(alert, kept, held[kept.page].page.last_seen) for alert in found]
        else:
            past = history.of_page(transaction, kept.page) if watch.asks_for_past else History()
            state, found = judge(watch, kept.state, seen, yardstick(watch, seen, past, person))
            if found and watch.order and watch.id not in ended:
                ended |= settle_these(transaction, [kept], now)
            if watch.id in ended:
                continue
            for one in found:
                alert = with_price_and_risk(_titled(one, kept, held[kept.page].page.last_seen), seen, person)
                alerts.append(replace(alert, url=direct_link(watch.url, held[kept.page].answered)))
        left.append((kept, state))
        burst = burst_look(watch.burst_at, now, held[kept.page].page.failures) if watch.burst_at else None
        if burst:
            watched_pages.look_by(transaction, kept.page, burst)
    watches.keep_states(transaction, left)
    return alerts
