"""Look for what is new: ask price services for the offers of a search, read the entries of a feed, and tell each once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import urlsplit

from okawari.domain.candidate import Candidate, Wanted
from okawari.domain.elsewhere import search_title
from okawari.domain.hosts import parents
from okawari.domain.japan_time import japan_day
from okawari.domain.money import Money
from okawari.domain.offer_source import Answered, OfferQuery, OfferTerms
from okawari.domain.same_thing import Sameness, Thing, compare
from okawari.domain.watch.judge import may_tell, sought, suits
from okawari.domain.watch.seek import FEED, SEARCH, Find, Search, news_of, search_at
from okawari.domain.watch.watch import Alert, Observation, Watch, WatchState
from okawari.reading.feeds import UnreadableFeedError, read_feed
from okawari.services.household import Household
from okawari.services.listings import is_the_thing, told_by_mail
from okawari.services.offers import PriceAccess, ask, key_of, services
from okawari.services.rates import rates_for
from okawari.sources.offer_sources import connectors
from okawari.sources.saved_searches import listing_sites
from okawari.store import finds, outbox, watched_pages
from okawari.store.engine import Store, Transaction
from okawari.store.sealing import UnreadableSecretError
from okawari.store.watches import KeptWatch

FEEDS = "application/atom+xml,application/rss+xml,application/json,application/xml;q=0.9,text/xml;q=0.9"
PRICED = '"fresh_until":'
"""What stands in a kept alert as long as it holds prices whose time will run out."""

_KEY_LETTERS = 40
_TITLE = 200


class CannotSearchError(Exception):
    """A search that nobody can make: `code` says why (`seeking.<code>`), `detail` names the service or the key."""

    def __init__(self, code: str, detail: str = "") -> None:
        """Keep the code."""
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Sought:
    """What a look found, and the services that told nothing."""

    finds: tuple[Find, ...]
    title: str
    trouble: str = ""
    detail: str = ""


def watchable() -> tuple[OfferTerms, ...]:
    """Return the services that new offers can be asked of."""
    return tuple(one for one in services().values() if one.may_alert or one.may_be_watched)


def markets() -> tuple[str, ...]:
    """Return the markets whose mails of saved searches tell new listings: nobody is asked, so no key is needed."""
    return tuple(site.mall for site in listing_sites())


def check(access: PriceAccess | None, search: Search) -> None:
    """Refuse a search that no service can be asked for, or whose services lack a key: CannotSearchError names it."""
    known = services()
    if not (search.words or search.number):
        raise CannotSearchError("no_words")
    if not search.services:
        raise CannotSearchError("no_service", ", ".join((*(one.id for one in watchable()), *markets())))
    for name in (one for one in search.services if one not in markets()):
        terms = known.get(name)
        if terms is None:
            raise CannotSearchError("unknown_service", name)
        if not (terms.may_alert or terms.may_be_watched):
            raise CannotSearchError("may_not_watch", name)
        if missing := [key for key in terms.keys if access is None or not _has_key(access, key)]:
            raise CannotSearchError("no_key", f"{name}: {', '.join(missing)}")
        query = OfferQuery(words=search_title(search.words), identifiers=search.thing.identifiers)
        if connectors()[name].request(query, dict.fromkeys((*terms.keys, "token"), "")) is None:
            raise CannotSearchError("needs_number", name)


def search(access: PriceAccess | None, household: Household, address: str, now: datetime) -> Sought:
    """Return the offers of a search that can be had, each with whether it is surely the thing; never raises.

    Services are asked; of a market that none can be asked of, the kept mails of its saved searches tell.
    """
    wished = search_at(address) or Search()
    by_mail = tuple(_of_mails(household, wished, now))
    asked = tuple(name for name in wished.services if name not in markets())
    found = _asked(access, replace(wished, services=asked)) if asked or not by_mail else Sought((), "")
    listed = {find.key: find for find in (*by_mail, *found.finds)}
    ordered = sorted(listed.values(), key=lambda find: (not find.sure, find.yen.amount if find.yen else Decimal("Inf")))
    trouble = "" if len(asked) < len(wished.services) else found.trouble
    return replace(found, finds=tuple(ordered), title=wished.words or wished.number, trouble=trouble)


def _of_mails(household: Household, wished: Search, now: datetime) -> Iterator[Find]:
    sites = {site.mall: site for site in listing_sites() if site.mall in wished.services}
    for one in told_by_mail(household, sites, now) if sites else ():
        found = compare(wished.thing, one)
        sure = is_the_thing(found)
        if (sure or found.sameness is Sameness.UNSURE) and not one.availability.is_gone:
            find = _found(one, one.mall, sites[one.mall].hosts, sure=sure, rate=Decimal(1))
            yield replace(find, at=one.seen_at.astimezone(UTC) if one.seen_at else None)


def mails_came(store: Store, now: datetime) -> None:
    """Look at once at what the mails of saved searches tell, as some came in."""
    with store.reading() as transaction:
        listed = [(page, search_at(address)) for page, address in watched_pages.searches(transaction)]
    mine = [page for page, wished in listed if wished and not set(wished.services).isdisjoint(markets())]
    if mine:
        with store.writing() as transaction:
            for page in mine:
                watched_pages.look_by(transaction, page, now)


def _asked(access: PriceAccess | None, wished: Search) -> Sought:
    title = wished.words or wished.number
    if not wished.services:
        return Sought((), title)
    if access is None:
        return Sought((), title, "no_answer")
    wanted = Wanted(title=wished.words, identifiers=wished.thing.identifiers)
    answers = ask(access, wanted, wished.services)
    failed = [answer for answer in answers if answer.problem or answer.missing]
    named = ", ".join(_why(answer) for answer in failed)
    if answers and len(failed) == len(answers):
        unasked = not any(answer.problem for answer in failed)
        return Sought((), title, "keys_missing" if unasked else "services_failed", named)
    offers = [(answer.terms, offer) for answer in answers for offer in answer.offers if not offer.availability.is_gone]
    rates, _ = rates_for(access, (offer for _, offer in offers))
    in_yen = {name: rate.yen for name, rate in rates.items()}
    found = [_find(terms, offer, wished.thing, in_yen) for terms, offer in offers]
    return Sought(tuple(find for find in found if find), title, detail=named)


def entries_of(body: bytes, url: str, now: datetime) -> tuple[Observation, tuple[Find, ...]]:
    """Return what a look at a feed showed, and its entries."""
    try:
        feed = read_feed(body, url)
    except UnreadableFeedError as error:
        return Observation(at=now, trouble=error.code), ()
    return Observation(at=now, title=feed.title, found=len(feed.entries)), feed.entries


def tell(
    transaction: Transaction, kept: KeptWatch, seen: Observation, found: Iterable[Find]
) -> tuple[WatchState, tuple[Alert, ...]]:
    """Return the state of a search or a feed after a look, and the alert of what is new; in quiet hours it waits."""
    watch, first = kept.watch, not kept.state.begun
    if seen.trouble:
        return sought(watch, kept.state, seen, ())
    known = finds.known(transaction, watch.id)
    fitting = [find for find in found if suits(watch, find)]
    fresh = news_of(fitting, known.keys(), since=watch.added_at, first=first, of_feed=watch.url.startswith(FEED))
    rests = watch.rests_until is not None and japan_day(seen.at) < watch.rests_until
    told, old = ((), (*fresh.old, *fresh.told)) if rests else (fresh.told, fresh.old)
    finds.keep(transaction, watch.id, old, waiting=False)
    quiet = rests or not may_tell(watch, seen.at)
    finds.keep(transaction, watch.id, told, waiting=quiet)
    if quiet:
        return sought(watch, kept.state, seen, ())
    waiting = [find for find in known.values() if find]
    if waiting:
        finds.were_told(transaction, watch.id)
    now_told = [_still(find, seen.at) for find in (*told, *waiting)]
    return sought(watch, kept.state, seen, now_told)


def _still(find: Find, now: datetime) -> Find:
    """Return a find, without its price where the terms let that be shown no more."""
    stale = find.fresh_until is not None and now > find.fresh_until
    return _bare(find) if stale else find


def without_stale_prices(alert: Alert, now: datetime) -> Alert:
    """Return an alert without the prices that the terms of their service let nobody keep any more."""
    return replace(alert, finds=tuple(_still(find, now) for find in alert.finds))


def forget_prices(transaction: Transaction, ended: Watch) -> None:
    """Take the prices out of a search's alerts when nobody looks any more, who would do so when their time is over."""
    if not ended.url.startswith(SEARCH):
        return

    def bare(alert: Alert) -> Alert:
        return replace(alert, finds=tuple(_bare(find) for find in alert.finds)) if alert.watch == ended.id else alert

    outbox.change_all(transaction, PRICED, bare)


def _bare(find: Find) -> Find:
    return replace(find, price=None, yen=None, fresh_until=None)


def _find(terms: OfferTerms, offer: Candidate, wanted: Thing, in_yen: dict[str, Decimal]) -> Find | None:
    sameness = compare(wanted, Thing(offer.title, offer.identifiers)).sameness
    if sameness not in {Sameness.SAME, Sameness.UNSURE} or not offer.title:
        return None
    rate = Decimal(1) if offer.price and offer.price.currency == "JPY" else None
    rate = rate or (in_yen.get(offer.price.currency) if offer.price else None)
    find = _found(offer, terms.id, terms.domains, sure=sameness is Sameness.SAME, rate=rate)
    return replace(find, credit=terms.credit if terms.needs_credit else "", fresh_until=offer.fresh_until)


def _found(offer: Candidate, source: str, domains: Iterable[str], *, sure: bool, rate: Decimal | None) -> Find:
    key = "|".join((source, offer.url, offer.seller, offer.condition, "" if offer.url else offer.title))
    return Find(
        key=hashlib.sha256(key.encode()).hexdigest()[:_KEY_LETTERS],
        title=offer.title[:_TITLE],
        url=own_link(offer.url, domains),
        source=source,
        seller=offer.seller[:80],
        price=offer.price,
        yen=Money((offer.price.amount * rate).quantize(Decimal(1))) if offer.price and rate else None,
        condition=offer.condition,
        sure=sure,
    )


def own_link(url: str, domains: Iterable[str]) -> str:
    """Return an address that lies on one of the domains, "" for any other: a link of an alert redirects through nobody."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    own = (
        parts.scheme in {"https", "http"}
        and not parts.username
        and not set(parents(parts.hostname or "")).isdisjoint(domains)
    )
    return url if own else ""


def _why(answer: Answered) -> str:
    return f"{answer.terms.id} ({', '.join(answer.missing) or (answer.problem.code if answer.problem else '')})"


def _has_key(access: PriceAccess, name: str) -> bool:
    try:
        return bool(key_of(access.secrets, name))
    except UnreadableSecretError:
        return False
