"""What holds for every offer of one mall, worked out once: benefits, shipping, and what a limited point is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

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


class Terms(NamedTuple):
    """A benefit as it is counted for each of many offers.

    `base` is 0 for a piece without tax, 1 for what is paid, 2 for that without points; `worth` is in per cent of cash;
    `is_counted` unless what is open may leave nothing of it; `is_plain` where nothing of the offer but its price decides.
    """

    base: int
    floor: int
    per_mille: int
    worth: int
    cap: int | None
    cap_most: int | None
    open: str
    is_counted: bool
    is_plain: bool
    code: str
    rule: str
    benefit: Benefit


_COUNTED: Final = frozenset({"", "rate_unknown", "rounding", "round_cap"})
"""Why a line is not certain although its points, or a part of them, are counted."""
_BASES: Final = {"without_tax": 0, "paid_without_points": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """One mall on one day for one person; `terms` are its benefits, in their order."""

    mall: str
    terms: tuple[Terms, ...]
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
    limited = int(str(order.then["limited_value_percent"])) if value is None else value
    return Tariff(
        mall=mall,
        terms=tuple(_terms(one, limited) for one in benefits(points, mall, profile, on) if one.most or one.by),
        with_tax=mall in _WITH_TAX,
        points_to_spend=profile.points_to_spend.get(mall, 0),
        shipping=next((one for one in shipping if one.when.get("platform") == mall and in_force(one.then, on)), None),
        assumed_shipping=profile.unknown_shipping,
        prefecture=profile.prefecture,
        members=profile.members,
    )


def _terms(one: Benefit, limited: int) -> Terms:
    return Terms(
        base=_BASES.get(one.base, 1),
        floor=one.floor,
        per_mille=one.per_mille,
        worth=limited if one.limited else 100,
        cap=one.cap,
        cap_most=one.cap_most,
        open=one.open,
        is_counted=one.open in _COUNTED,
        is_plain=not (one.by or one.rounds_up),
        code=one.code,
        rule=one.rule,
        benefit=one,
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
