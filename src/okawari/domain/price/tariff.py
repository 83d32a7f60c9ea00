"""What holds for every offer of one mall, worked out once: benefits, shipping, and what a limited point is worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final, NamedTuple

from okawari.domain.candidate import Candidate
from okawari.domain.price.benefit import Benefit, benefits, in_force
from okawari.domain.profile import Profile
from okawari.domain.rule import Rule
from okawari.domain.seller_tier import Trade, ships_by_amazon

_WITH_TAX: Final = frozenset({Trade.MALL, Trade.OWN_STOCK, Trade.FLEA_MARKET})
"""Trades in which prices are shown with tax, as they must be towards consumers in Japan."""


class Terms(NamedTuple):
    """A benefit as it is counted for each of many offers.

    `worth` is in per cent of cash; `is_counted` unless what is open may leave nothing of it; `has_rate` where the offer's own
    multiple decides on the rate, `is_odd` where the points are not the rate of the base.
    """

    per_mille: int
    worth: int
    cap: int | None
    cap_most: int | None
    open: str
    is_counted: bool
    has_rate: bool
    is_odd: bool
    code: str
    rule: str
    benefit: Benefit


class Run(NamedTuple):
    """Benefits next to each other that count from one base, cut down to a multiple of one floor.

    `base` is 0 for a piece without tax, 1 for what is paid, 2 for that without points.
    """

    base: int
    floor: int
    terms: tuple[Terms, ...]


_COUNTED: Final = frozenset({"", "rate_unknown", "rounding", "round_cap"})
"""Why a line is not certain although its points, or a part of them, are counted."""
_RATES: Final = frozenset({"point_rate", "bonus_percent", "shop_hop"})
_SHOWN: Final = frozenset({"points", "points_or_rate"})
_BASES: Final = {"without_tax": 0, "paid_without_points": 2}


class ShippingLine(NamedTuple):
    """What the mall itself says of shipping, for one person; `zones` are the line from which it is free and the fee below, each."""

    rule: str
    needs_mark: bool
    by_amazon: bool
    is_free: bool
    zones: tuple[tuple[int, int | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """One mall on one day for one person; `runs` are its benefits, in their order."""

    mall: str
    runs: tuple[Run, ...]
    with_tax: bool
    points_to_spend: int
    shipping: ShippingLine | None
    assumed_shipping: int


def tariff(  # noqa: PLR0917
    mall: str, trade: Trade | None, points: Sequence[Rule], shipping: Sequence[Rule], profile: Profile, on: date
) -> Tariff:
    """Return what holds in the mall, which sells by `trade`; `points` and `shipping` are the rules of these domains."""
    order = next(rule for rule in points if rule.id == "PTS-ORDER-01")
    value = profile.limited_percent
    limited = int(str(order.then["limited_value_percent"])) if value is None else value
    line = next((one for one in shipping if one.when.get("platform") == mall and in_force(one.then, on)), None)
    found = [one for one in benefits(points, mall, profile, on) if one.most or one.by]
    return Tariff(
        mall=mall,
        runs=tuple(
            Run(base, floor, tuple(_terms(one, limited) for one in listed))
            for (base, floor), listed in groupby(found, key=_counts_from)
        ),
        with_tax=trade in _WITH_TAX,
        points_to_spend=profile.points_to_spend.get(mall, 0),
        shipping=None if line is None else _line(line, profile),
        assumed_shipping=profile.unknown_shipping,
    )


def _counts_from(one: Benefit) -> tuple[int, int]:
    return _BASES.get(one.base, 1), one.floor


def _terms(one: Benefit, limited: int) -> Terms:
    return Terms(
        per_mille=one.per_mille,
        worth=limited if one.limited else 100,
        cap=one.cap,
        cap_most=one.cap_most,
        open=one.open,
        is_counted=one.open in _COUNTED,
        has_rate=one.by in _RATES,
        is_odd=one.rounds_up or one.by in _SHOWN,
        code=one.code,
        rule=one.rule,
        benefit=one,
    )


def _line(rule: Rule, profile: Profile) -> ShippingLine:
    then: Mapping[str, Any] = rule.then
    far: bool | None = profile.prefecture in then.get("far", ()) if profile.prefecture else None
    zones: list[tuple[int, int | None]] = []
    if far is not True:
        zones.append((then["free_from"], then.get("fee")))
    if far is not False and "far" in then:
        zones.append((then.get("far_free_from", then["free_from"]), then.get("far_fee")))
    return ShippingLine(
        rule=rule.id,
        needs_mark=bool(then.get("needs_mark")),
        by_amazon=then.get("shipped_by") == "amazon",
        is_free=then.get("free_for") in profile.members,
        zones=tuple(zones),
    )


def shipping_by_rule(offer: Candidate, price: int, line: ShippingLine) -> tuple[int, int] | None:
    """Return the most and the least that shipping can cost by the mall's own line, None where that does not tell."""
    if line.needs_mark and not offer.free_shipping_line:
        return None
    if line.by_amazon and not ships_by_amazon(offer):
        return None
    if line.is_free:
        return 0, 0
    known = [cost for free_from, fee in line.zones if (cost := 0 if price >= free_from else fee) is not None]
    return (max(known), min(known)) if len(known) == len(line.zones) else None
