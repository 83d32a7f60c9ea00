"""Rank what can be bought instead: offers and a profile in, one explained list out."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

from okawari.domain.candidate import Candidate, Wanted
from okawari.domain.offer_source import still_fresh
from okawari.domain.own_record import CancellingSeller
from okawari.domain.price.landed import Border
from okawari.domain.price.sale_days import RESERVES_NOTHING, SaleDay, sale_days
from okawari.domain.price.tariff import Tariff, tariff
from okawari.domain.problem import Problem
from okawari.domain.profile import History, Marathon, Profile
from okawari.domain.ranking import Group, Ranking, Setting, rank
from okawari.domain.rule_card import RuleCard
from okawari.domain.shop_name import folded
from okawari.reading.offers import Offers
from okawari.reading.profile import UnreadableProfileError, read_profile
from okawari.rules.loader import rules
from okawari.services.given_files import text_of
from okawari.services.rule_cards import card_of
from okawari.services.shops import merchant_called, shop_at, trades


class _Tariffs(dict[str, Tariff]):
    """Tariffs of malls for a person on a day, each worked out when it first comes up."""

    def __init__(self, profile: Profile, on: date) -> None:
        super().__init__()
        self._profile, self._on = profile, on

    def __missing__(self, mall: str) -> Tariff:
        found = tariff(mall, trades().get(mall), rules("points"), rules("shipping"), self._profile, self._on)
        self[mall] = found
        return found


_KNOWN: deque[tuple[Profile, date, _Tariffs, Border]] = deque(maxlen=8)


@dataclass(frozen=True, slots=True)
class RankedOffers:
    """The ranking, what was wanted, the cards of the rules behind its figures, by id, and the malls' next days of more points."""

    wanted: Wanted
    ranking: Ranking
    cards: tuple[RuleCard, ...]
    sale_days: tuple[SaleDay, ...] = ()


def profile_of(path: str) -> Profile | Problem:
    """Return the profile in a file, or why it cannot be used."""
    text = text_of(path)
    if isinstance(text, Problem):
        return text
    try:
        return read_profile(text)
    except UnreadableProfileError as error:
        return replace(error.problem, where=f"{path}: {error.problem.where}".rstrip(": "))


def own_profile(place: Path | None) -> Profile | Problem:
    """Return the person's own profile, an empty one where there is none, or why it cannot be used."""
    return profile_of(str(place)) if place is not None and place.is_file() else Profile()


def own_round(place: Path | None) -> Marathon | None:
    """Return the round of the Rakuten marathon that the person's own profile tells of, None where it tells none."""
    own = own_profile(place)
    return own.marathon if isinstance(own, Profile) else None


def rank_offers(
    offers: Offers, profile: Profile, on: date, now: datetime, record: Sequence[CancellingSeller] = ()
) -> RankedOffers:
    """Return the offers ranked for a person on a day; one whose price may no longer be shown stands unpriced.

    Sellers of the `record`, by mall and name, weigh in beside those that the profile names.
    """
    candidates = [named(still_fresh(one, now)) for one in offers.candidates]
    sellers = {**profile.sellers, **_remembered(record, candidates, profile)}
    own = replace(profile, rates={**profile.rates, **offers.rates}, sellers=sellers)
    rests_on = setting(own, on, sale_day=offers.sale_day)
    ranking = rank(offers.wanted, candidates, rests_on)
    ranking = replace(ranking, problems=offers.problems)
    ids = {"MKT-RISK-01"}.union(*(one.price.rules for one in ranking.offers)) - {""}
    if rests_on.border.tax_rule in ids:
        ids.update(rests_on.border.value_rules)
    malls = {one.offer.mall for one in ranking.offers if one.group is Group.RANKED}
    coming = sale_days(rules("points"), malls, on)
    ids |= {one.rule for one in coming} | ({RESERVES_NOTHING} if coming else set())
    cards = tuple(card for rule_id in sorted(ids) if (card := card_of(rule_id)) is not None)
    return RankedOffers(offers.wanted, ranking, cards, coming)


def _remembered(
    record: Sequence[CancellingSeller], candidates: Sequence[Candidate], profile: Profile
) -> dict[str, History]:
    """Return what is remembered of the candidates' sellers; the profile's own figure stands where it is higher."""
    cancels = {(one.merchant, folded(one.seller)): one for one in record}
    found: dict[str, History] = {}
    for seller, mall in {(one.seller, one.mall) for one in candidates if one.seller} if cancels else ():
        known = cancels.get((mall, folded(seller)))
        if known:
            said = profile.sellers.get(seller, History())
            found[seller] = replace(said, cancelled=max(said.cancelled, known.cancels), again=known.again)
    return found


def setting(profile: Profile, on: date, *, sale_day: bool = False) -> Setting:
    """Return what a ranking rests on: the rules of the day, worked out for each mall when it first comes up, and kept."""
    tariffs, border = _known(profile, on)
    return Setting(
        profile=profile, on=on, trades=trades(), tariff=tariffs.__getitem__, border=border, sale_day=sale_day
    )


def _known(profile: Profile, on: date) -> tuple[_Tariffs, Border]:
    """Return the tariffs by their mall, and the border, for a person on a day; of the last few asked for they are kept."""
    for person, day, tariffs, border in tuple(_KNOWN):
        if day == on and person == profile:
            return tariffs, border
    made = _Tariffs(profile, on), Border(rules("import"), profile, on)
    _KNOWN.append((profile, on, *made))
    return made


def named(offer: Candidate) -> Candidate:
    """Return the offer with its mall's id: from the name that it gives, else from its address."""
    mall = _mall_id(offer.mall) if offer.mall else shop_at(_host(offer.url))
    return offer if mall == offer.mall else replace(offer, mall=mall)


@cache
def _mall_id(name: str) -> str:
    found = merchant_called(name) if len(name) <= 60 else None
    return found.id if found else name


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].partition(":")[0].lower()
