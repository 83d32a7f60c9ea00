"""Compare what can be bought instead: from price services, pages that the person saw, and offers as JSON."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from okawari.domain.candidate import Candidate, Wanted
from okawari.domain.japan_time import japan_day
from okawari.domain.offer_source import Answered
from okawari.domain.own_record import CancellingSeller
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile, Rate
from okawari.domain.same_thing import take_in
from okawari.domain.seller_tier import Trade, is_used
from okawari.domain.store_stock import with_online_price
from okawari.reading.mail.pasted import wrap_pasted
from okawari.reading.offers import Offers, together
from okawari.services.household import Household
from okawari.services.listings import kept_listings
from okawari.services.offer_files import offers_in, page_candidate, sellers_listed
from okawari.services.offers import PriceAccess, ask
from okawari.services.pages import PageUnavailableError, look_at
from okawari.services.ranking import RankedOffers, named, rank_offers
from okawari.services.rates import rates_for
from okawari.services.shops import trades
from okawari.services.stores import is_stock_page

MOST_KEPT: Final = 50
_KEPT_FOR: Final = timedelta(hours=24)
"""No service lets its prices be kept for longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was gathered at one moment: what is wanted, and every candidate with what its service said beside it.

    `undated` are the addresses of offers in files that do not tell when they were seen.
    """

    wanted: Wanted
    made_at: datetime
    answers: tuple[Answered, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    rates: Mapping[str, Rate] = field(default_factory=dict)
    undated: frozenset[str] = frozenset()
    sale_day: bool = False


@dataclass(slots=True)
class Comparisons:
    """The last comparisons, in memory only: prices of services may not be stored. Safe for several threads."""

    _kept: dict[str, Comparison] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self, comparison: Comparison) -> str:
        """Keep a comparison, the oldest making room, and return its name, which nobody can guess."""
        name = secrets.token_urlsafe(12)
        with self._lock:
            self._kept[name] = comparison
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return name

    def get(self, name: str, now: datetime) -> Comparison | None:
        """Return a comparison, None where there is none or its time has run out."""
        with self._lock:
            found = self._kept.get(name)
            if found is not None and now - found.made_at > _KEPT_FOR:
                del self._kept[name]
                return None
            return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gives to compare: services to ask, an address, files as (name, bytes), and pasted JSON or mail.

    With `own_mails` the listings that kept mails tell of the thing count too. The address is looked at by `proxy`, an HTTP proxy.
    """

    services: tuple[str, ...] = ()
    url: str = ""
    pages: tuple[tuple[str, bytes], ...] = ()
    offers: str = ""
    own_mails: bool = False
    proxy: str = ""


def gather(
    household: Household, access: PriceAccess | None, wanted: Wanted, given: Given, now: datetime
) -> tuple[Comparison, tuple[tuple[str, Problem], ...]]:
    """Return everything there is to compare, and what of the given cannot be used, by the name of its field.

    What `wanted` leaves open is taken from a document that names what is wanted. Where neither names it nothing is asked.
    """
    wrong: list[tuple[str, Problem]] = []
    read = _read(household, wanted, given, now, wrong)
    seen = [offer for _, one in read for offer in one.candidates]
    undated = {offer.url for where, one in read for offer in one.candidates if where == "pages" and not offer.seen_at}
    whole = together([one for _, one in read]) if read else Offers(wanted=Wanted(), candidates=(), rates={})
    wanted = _completed(wanted, whole)
    made = Comparison(wanted=wanted, made_at=now, undated=frozenset(undated), sale_day=whole.sale_day)
    if not wanted.title and not wanted.identifiers:
        return made, tuple(wrong)
    if given.url:
        looked = _at(given.url, given.proxy)
        if isinstance(looked, Problem):
            wrong.append(("url", looked))
        else:
            seen.insert(0, looked)
    if given.own_mails:
        seen.extend(kept_listings(household, wanted, now, {known.url for known in seen}))
    answers = ask(access, wanted, given.services) if access and given.services and not wrong else ()
    candidates = (
        *(offer for answer in answers for offer in answer.offers),
        *with_online_price([named(one) for one in seen]),
    )
    take_in([one.title for one in candidates])
    # Without the day's rates the ranking says at each offer that its rate is missing.
    of_day = rates_for(access, candidates)[0] if access and not wrong else {}
    return replace(made, answers=answers, candidates=candidates, rates={**of_day, **whole.rates}), tuple(wrong)


def _read(
    household: Household, wanted: Wanted, given: Given, now: datetime, wrong: list[tuple[str, Problem]]
) -> list[tuple[str, Offers]]:
    """Return what the files and the pasted words hold, by the name of their field; `wrong` takes what cannot be used."""
    read: list[tuple[str, Offers]] = []
    pasted = given.offers.strip()
    files = [("pages", *one) for one in given.pages]
    if pasted:
        is_json = pasted[0] in "{["
        files.append(("offers", "", pasted.encode() if is_json else wrap_pasted(pasted, japan_day(now))))
    for where, name, raw in files:
        found = offers_in(raw, name, household.trust)
        if isinstance(found, Problem) and where == "offers":
            thing = _completed(wanted, together([one for _, one in read])) if read else wanted
            if listed := sellers_listed(pasted, thing, japan_day(now)):
                found = Offers(wanted=Wanted(), candidates=listed, rates={})
        if isinstance(found, Problem):
            wrong.append((where, found))
        else:
            read.append((where, found))
    return read


def _completed(wanted: Wanted, read: Offers) -> Wanted:
    """Return what is wanted with what a document says of it where the person said nothing."""
    told = read.wanted
    if any(one.code == "wanted_missing" for one in read.problems):
        return wanted
    if not wanted.title and not wanted.identifiers:
        wanted = replace(wanted, title=told.title, identifiers=told.identifiers)
    return replace(wanted, paid=wanted.paid or told.paid, list_price=wanted.list_price or told.list_price)


def _at(url: str, proxy: str) -> Candidate | Problem:
    """Return the offer of a page on the open Internet; nothing but the Internet is looked at."""
    if not url.startswith(("https://", "http://")):
        return Problem("bad_scheme", "", url[:80])
    if is_stock_page(url):
        return Problem("store_page_by_hand", url[:200])
    try:
        seen = look_at(url, proxy=proxy)
    except PageUnavailableError as error:
        return Problem(error.code, error.where, error.detail)
    return page_candidate(seen.offer, seen.url or url, url)


def compared(
    comparison: Comparison,
    profile: Profile,
    now: datetime,
    record: Sequence[CancellingSeller] = (),
    *,
    no_used: bool = False,
    at_home: bool = False,
) -> RankedOffers:
    """Return the candidates ranked for a person at a moment, without used ones and those from abroad where asked.

    `record` are the sellers who cancelled on the person.
    """
    chosen = [
        one
        for one in map(named, comparison.candidates)
        if not (no_used and is_used(one, trades())) and not (at_home and _abroad(one))
    ]
    offers = Offers(
        wanted=comparison.wanted, candidates=tuple(chosen), rates=comparison.rates, sale_day=comparison.sale_day
    )
    return rank_offers(offers, profile, japan_day(now), now, record)


def _abroad(offer: Candidate) -> bool:
    foreign = offer.price is not None and offer.price.currency != "JPY"
    return foreign or trades().get(offer.mall) is Trade.ABROAD or offer.country not in {"", "JP"}
