"""Which answer of the profile would change what these offers cost: each open question tried out on them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from okawari.domain.candidate import Candidate
from okawari.domain.price.effective import effective_price
from okawari.domain.price.tariff import Tariff
from okawari.domain.profile import Campaign, Marathon, Profile

TariffOf = Callable[[str], Tariff]
_MOST: Final = 100
"""Offers that are looked at, the cheapest first."""
_NEAR: Final = "東京都"
_STEP: Final = 5
"""What a step is supposed to be worth, in per mille: our own choice, as only the person's account tells it."""


class Question(NamedTuple):
    """An open answer, by its field in the profile: by how many yen an offer can become cheaper, and whether another leads then."""

    field: str
    mall: str
    most: int
    leads: bool


def open_questions(
    profile: Profile,
    answered: Collection[str],
    offers: Sequence[Candidate],
    tariffs: Callable[[Profile], TariffOf],
    on: date,
) -> tuple[Question, ...]:
    """Return the questions that are not `answered` and matter for the offers, the one with the most yen first.

    `offers` are those that can be bought at home, the cheapest first; `tariffs` are worked out for a profile.
    """
    looked = offers[:_MOST]
    before = _prices(looked, tariffs(profile))
    found = []
    for field, mall, other in _tried(profile, on):
        if field in answered or (mall and not any(one.mall == mall for one in looked)):
            continue
        after = _prices(looked, tariffs(other))
        most = max((max(old[0] - new[0], old[1] - new[1]) for old, new in zip(before, after, strict=True)), default=0)
        if most > 0:
            found.append(Question(field, mall, most, _leaders(before) != _leaders(after)))
    return tuple(sorted(found, key=lambda one: -one.most))


def _prices(offers: Sequence[Candidate], tariff_of: TariffOf) -> list[tuple[int, int]]:
    prices = (effective_price(one, tariff_of(one.mall)) for one in offers)
    return [(one.sure or 0, one.best or 0) for one in prices]


def _leaders(prices: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return which offer is the cheapest for certain, and which at best."""
    places = range(len(prices))
    return min(places, key=lambda at: prices[at][0]), min(places, key=lambda at: prices[at][1])


def _tried(profile: Profile, on: date) -> Iterator[tuple[str, str, Profile]]:
    """Yield each question with its mall and the person who gave the answer that saves most."""
    yield "prefecture", "", replace(profile, prefecture=_NEAR)
    yield "rakuten.card", "rakuten", _pays(profile, "rakuten_card", spu=("card_normal", "card_special"))
    yield "rakuten.spu", "rakuten", replace(profile, spu=(*profile.spu, "mobile", "bank", "travel"))
    yield "rakuten.entries.day_5_0", "rakuten", replace(profile, entries={**profile.entries, "day_5_0": True})
    round_ = Marathon(first_day=on, last_day=on, entered=True, shop_count=9)
    yield "rakuten.marathon.from", "rakuten", replace(profile, marathon=round_)
    yield "yahoo_shopping.lyp_premium", "yahoo_shopping", replace(profile, members=profile.members | {"lyp_premium"})
    yield "yahoo_shopping.pay_with", "yahoo_shopping", _pays(profile, "paypay_card")
    for day in ("day_5", "sunday", "bonus_store_plus"):
        entered = replace(profile, entries={**profile.entries, day: True})
        yield f"yahoo_shopping.entries.{day}", "yahoo_shopping", entered
    step = Campaign(name="step", mall="yahoo_shopping", per_mille=_STEP, kind="regular")
    yield "step.percent", "yahoo_shopping", replace(profile, campaigns=(*profile.campaigns, step))
    yield "amazon_jp.prime", "amazon_jp", replace(profile, members=profile.members | {"prime"})
    yield "amazon_jp.mastercard", "amazon_jp", _pays(profile, "amazon_mastercard")


def _pays(profile: Profile, payment: str, spu: tuple[str, ...] = ()) -> Profile:
    more = tuple(one for one in spu if one not in profile.spu)
    return replace(profile, payments=profile.payments | {payment}, spu=(*profile.spu, *more))
