"""The seller check: what to look at before buying, point by point, and what is still to be looked up. Source: MKT-RISK-01."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from okawari.domain.candidate import AS_NEW, Candidate
from okawari.domain.offer import Availability
from okawari.domain.profile import History
from okawari.domain.risk import USED_PERCENT, Market, Risk, in_several_malls, market_of, risk_of
from okawari.domain.seller_tier import Tier, Trades, tier_of


class CheckState(StrEnum):
    """How a point stands; `UNKNOWN` where what was read does not tell."""

    OK = "ok"
    CARE = "care"
    BAD = "bad"
    UNKNOWN = "unknown"


class Check(NamedTuple):
    """One point of the list: `shipped_by`, `stock`, `ships`, `rating`, `cancels` or `price`."""

    code: str
    state: CheckState


@dataclass(frozen=True, slots=True)
class CheckedSeller:
    """One seller's offer with its risk and the points of the list, and whether to buy there."""

    offer: Candidate
    risk: Risk
    checks: tuple[Check, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """The points that are still to be looked up."""
        return tuple(check.code for check in self.checks if check.state is CheckState.UNKNOWN)


_TIERS = {
    Tier.AMAZON: CheckState.OK,
    Tier.OWN_SHOP: CheckState.OK,
    Tier.FBA: CheckState.OK,
    Tier.SELLER: CheckState.CARE,
    Tier.FLEA: CheckState.CARE,
    Tier.OVERSEAS: CheckState.BAD,
    Tier.UNKNOWN: CheckState.UNKNOWN,
}


def check_sellers(
    offers: Sequence[Candidate], histories: Mapping[str, History], trades: Trades
) -> tuple[CheckedSeller, ...]:
    """Return each offer's seller, checked, the least risk first; `histories` are the person's own, by seller."""
    prices = [None if one.price is None or one.price.currency != "JPY" else int(one.price.amount) for one in offers]
    told: tuple[list[int], list[int]] = [], []
    for offer, price in zip(offers, prices, strict=True):
        if price:
            told[offer.condition not in AS_NEW].append(price)
    new = market_of(told[0], in_several_malls(offers))
    own = market_of(told[1])
    used = new.by(own.middle) if own.tells else new.by(new.middle, USED_PERCENT, tells=new.tells)
    checked = []
    for offer, price in zip(offers, prices, strict=True):
        market = new if offer.condition in AS_NEW else used
        risk = risk_of(offer, tier_of(offer, trades), price, market, histories.get(offer.seller))
        checked.append(CheckedSeller(offer, risk, tuple(_checks(offer, risk, price, market))))
    return tuple(sorted(checked, key=lambda one: one.risk.number))


def _checks(offer: Candidate, risk: Risk, price: int | None, market: Market) -> Iterator[Check]:
    tier = risk.tier
    yield Check("shipped_by", _TIERS[tier])
    stock = offer.availability
    unknown_stock = CheckState.UNKNOWN if stock is Availability.UNKNOWN else CheckState.CARE
    yield Check(
        "stock", CheckState.OK if stock is Availability.IN_STOCK else CheckState.BAD if stock.is_gone else unknown_stock
    )
    yield Check("ships", _told(risk, "ships_late", known=offer.ship_days is not None))
    if tier is not Tier.AMAZON:
        few = CheckState.CARE if risk.has("ratings_few") else None
        yield Check("rating", few or _told(risk, "rating_low", known=offer.rating is not None))
        yield Check("cancels", _told(risk, "cancels_recent", known=offer.cancels is not None))
    far_above = CheckState.CARE if risk.has("price_far_above") else None
    known = CheckState.OK if price is not None and market.tells else CheckState.UNKNOWN
    yield Check("price", far_above or (known if risk.is_believed else CheckState.BAD))


def _told(risk: Risk, ground: str, *, known: bool) -> CheckState:
    if risk.has(ground):
        return CheckState.BAD
    return CheckState.OK if known else CheckState.UNKNOWN
