"""What holds for every offer of one mall, worked out once: benefits, shipping, and what a limited point is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from okawari.domain.candidate import Candidate
from okawari.domain.price.benefit import Benefit, benefits, in_force
from okawari.domain.profile import Profile
from okawari.domain.rule import Rule
from okawari.domain.seller_tier import AMAZON_SHIPS, tier_of

ABROAD: Final = frozenset(
    {"amazon_com", "amazon_de", "amazon_uk", "amazon_fr", "amazon_it", "amazon_es", "amazon_ca", "ebay"}
)
_WITH_TAX: Final = frozenset(
    {
        "amazon_jp",
        "rakuten",
        "yahoo_shopping",
        "yodobashi",
        "biccamera",
        "mercari",
        "rakuma",
        "paypay_flea",
        "yahoo_auctions",
        "joshin",
        "seven_net",
    }
)
"""Malls that show prices with tax, as shops must towards consumers in Japan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """One mall on one day for one person."""

    mall: str
    benefits: tuple[Benefit, ...]
    limited_percent: int
    with_tax: bool
    points_to_spend: int
    shipping: Rule | None
    assumed_shipping: int
    prefecture: str
    members: frozenset[str]


def tariff(mall: str, points: Sequence[Rule], shipping: Sequence[Rule], profile: Profile, on: date) -> Tariff:
    """Return what holds in the mall; `points` and `shipping` are the rules of these domains."""
    order = next(rule for rule in points if rule.id == "PTS-ORDER-01")
    value = profile.limited_percent
    return Tariff(
        mall=mall,
        benefits=benefits(points, mall, profile, on),
        limited_percent=int(str(order.then["limited_value_percent"])) if value is None else value,
        with_tax=mall in _WITH_TAX,
        points_to_spend=profile.points_to_spend.get(mall, 0),
        shipping=next((one for one in shipping if one.when.get("platform") == mall and in_force(one.then, on)), None),
        assumed_shipping=profile.unknown_shipping,
        prefecture=profile.prefecture,
        members=profile.members,
    )


def shipping_by_rule(offer: Candidate, price: int, tariff: Tariff) -> tuple[int, int] | None:
    """Return the most and the least that shipping can cost by the mall's own line, None where no rule tells."""
    if tariff.shipping is None:
        return None
    then: Mapping[str, Any] = tariff.shipping.then
    if then.get("needs_mark") and not offer.free_shipping_line:
        return None
    if then.get("shipped_by") == "amazon" and tier_of(offer) not in AMAZON_SHIPS:
        return None
    if then.get("free_for") in tariff.members:
        return 0, 0
    far: bool | None = tariff.prefecture in then.get("far", ()) if tariff.prefecture else None
    near_free = price >= then["free_from"]
    far_free = price >= then.get("far_free_from", then["free_from"])
    costs: list[int | None] = []
    if far is not True:
        costs.append(0 if near_free else then.get("fee"))
    if far is not False and "far" in then:
        costs.append(0 if far_free else then.get("far_fee"))
    known = [cost for cost in costs if cost is not None]
    return (max(known), min(known)) if len(known) == len(costs) else None
