"""How likely a second stockout or worse is with one offer: a number from 0 to 100 and its grounds. Source: MKT-RISK-01."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from okawari.domain.candidate import Candidate
from okawari.domain.offer import Availability
from okawari.domain.profile import History
from okawari.domain.seller_tier import AMAZON_SHIPS, Tier

RULE: Final = "MKT-RISK-01"
"""The order of the tiers and the signs are the rule's; how much each weighs is our own choice."""

_TIER_WEIGHT: Final = {
    Tier.AMAZON: 5,
    Tier.OWN_SHOP: 8,
    Tier.FBA: 10,
    Tier.SELLER: 30,
    Tier.FLEA: 35,
    Tier.UNKNOWN: 35,
    Tier.OVERSEAS: 50,
}
_STOCK_WEIGHT: Final = {
    Availability.IN_STOCK: 0,
    Availability.LOW_STOCK: 10,
    Availability.STORE_ONLY: 5,
    Availability.PREORDER: 15,
    Availability.MADE_TO_ORDER: 15,
    Availability.BACKORDER: 30,
    Availability.UNKNOWN: 10,
    Availability.OUT_OF_STOCK: 100,
    Availability.DISCONTINUED: 100,
}
LONG_WAIT_DAYS: Final = 30
FAR_BELOW_PERCENT, FAR_ABOVE_PERCENT = 70, 130
"""Our own choice: below the first share of the market's middle a price is suspicious, above the second a premium."""
USED_PERCENT: Final = 10
"""Our own choice: below this share of what a new one costs not even a used piece is sold."""
_NO_PRICE: Final = 10
"""Our own choice, yen: up to this a sum is the start of an auction, a stand-in or a lure, and no price."""
TOO_CHEAP: Final = "price_far_below"
NO_PRICE: Final = "price_none"
UNBELIEVED: Final = frozenset({TOO_CHEAP, NO_PRICE})
"""Grounds for which an offer is never named to buy."""
_LEAST_MARKET: Final = 3
_OWN_CANCEL: Final = 10
"""Modest for one: a single stockout can meet any seller."""
_LOW_RATING, _FEW_RATINGS = 90, 10
_USUAL_PERCENT: Final = 100
_NOTHING_BOUGHT: Final = (0, 0, 0)


class Ground(NamedTuple):
    """One ground: its code, what it adds to the number, and what was found, in plain digits or a name."""

    code: str
    weight: int
    found: str = ""


_heaviest: Final = attrgetter("weight")
_SHARED: Final = Ground("stock_shared", 10)
_RUSH: Final = Ground("rush", -5)
_SALE_DAY: Final = Ground("sale_day", 5)
_OF_TIER: Final = {tier: Ground(f"tier_{tier.value}", weight) for tier, weight in _TIER_WEIGHT.items()}
_OF_STOCK: Final = {stock: Ground(f"stock_{stock.value}", weight) for stock, weight in _STOCK_WEIGHT.items() if weight}


class Level(StrEnum):
    """The number in a word."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


_LEVELS: Final = (Level.LOW,) * 25 + (Level.MEDIUM,) * 25 + (Level.HIGH,) * 51
"""By the number, from 0 to 100; where one level begins is our own choice."""


class Risk(NamedTuple):
    """The number from 0 to 100, what it is made of, the heaviest first, and who stands behind the offer."""

    number: int
    grounds: tuple[Ground, ...]
    tier: Tier

    @property
    def level(self) -> Level:
        """The number in a word."""
        return _LEVELS[self.number]

    @property
    def is_believed(self) -> bool:
        """Return whether nothing among them says that no honest shop asks such a price."""
        return not any(ground.code in UNBELIEVED for ground in self.grounds)

    def has(self, code: str) -> bool:
        """Return whether a ground is among them."""
        return any(ground.code == code for ground in self.grounds)


@dataclass(frozen=True, slots=True)
class Market:
    """What a price is measured by, whether it tells anything, shops found in several malls, and the share below which is suspicious."""

    middle: int
    tells: bool
    shared: frozenset[str] = frozenset()
    sale_day: bool = False
    below: int = FAR_BELOW_PERCENT

    def by(self, middle: int, below: int = 0, *, tells: bool = True) -> Market:
        """Return the same shops and day, measured by another price, and by another share where one is given."""
        return Market(middle, tells, self.shared, self.sale_day, below or self.below)


NO_MARKET: Final = Market(0, tells=False)


def in_several_malls(offers: Iterable[Candidate]) -> dict[str, set[str]]:
    """Return the shops among offers that sell in several malls, with these: they often sell the same pieces."""
    first: dict[str, str] = {}
    found: dict[str, set[str]] = {}
    for one in offers:
        seller, mall = one.seller, one.mall
        if seller and mall and (known := first.setdefault(seller, mall)) != mall:
            found.setdefault(seller, {known}).add(mall)
    return found


def market_of(prices: Iterable[int], shared: Iterable[str] = (), *, sale_day: bool = False) -> Market:
    """Return what offers tell about each other: their prices, and the shops that sell in several malls."""
    listed = sorted(prices)
    middle = listed[len(listed) // 2] if len(listed) >= _LEAST_MARKET else 0
    return Market(middle, middle > 0, frozenset(shared), sale_day)


def risk_of(
    offer: Candidate, tier: Tier, price: int | None, market: Market = NO_MARKET, history: History | None = None
) -> Risk:
    """Return the risk of an offer by who stands behind it; `price` is what is paid in yen, `history` the person's own with this seller."""
    percent = price * 100 // market.middle if price is not None and market.tells else _USUAL_PERCENT
    rating, ratings = offer.rating, offer.ratings
    yen = offer.yen
    days = offer.ship_days
    return _risk(
        tier,
        offer.availability,
        days[1] if days is not None and days[1] >= LONG_WAIT_DAYS else 0,
        offer.rush,
        rating if rating is not None and rating < _LOW_RATING else None,
        ratings if ratings is not None and ratings < _FEW_RATINGS else None,
        offer.cancels or 0,
        _USUAL_PERCENT if market.below <= percent <= FAR_ABOVE_PERCENT else percent,
        yen if yen is not None and 0 < yen <= _NO_PRICE else 0,
        offer.seller in market.shared,
        market.sale_day,
        (history.bought, history.cancelled, history.again) if history is not None else _NOTHING_BOUGHT,
    )


@lru_cache(maxsize=16384)
def _risk(  # noqa: PLR0917 -- the key under which the same few risks stand beside thousands of offers
    tier: Tier,
    stock: Availability,
    late: int,
    rush: bool,  # noqa: FBT001 -- as above
    rating: int | None,
    ratings: int | None,
    cancels: int,
    percent: int,
    token: int,
    shared: bool,  # noqa: FBT001 -- as above
    sale_day: bool,  # noqa: FBT001 -- as above
    history: tuple[int, int, int],
) -> Risk:
    """Return the risk of what was found; numbers within their usual bounds come as one, so that most offers share it."""
    grounds = [_OF_TIER[tier]]
    if (of_stock := _OF_STOCK.get(stock)) is not None:
        grounds.append(of_stock)
    if late:
        grounds.append(Ground("ships_late", 20, str(late)))
    if rush:
        grounds.append(_RUSH)
    grounds += _of_ratings(rating, None if tier in AMAZON_SHIPS else ratings, cancels)
    if token:
        grounds.append(Ground(NO_PRICE, 40, str(token)))
    if percent < FAR_BELOW_PERCENT:
        grounds.append(Ground(TOO_CHEAP, 30, str(100 - percent)))
    elif percent > FAR_ABOVE_PERCENT:
        grounds.append(Ground("price_far_above", 5, str(percent - 100)))
    if shared:
        grounds.append(_SHARED)
    if sale_day and tier not in AMAZON_SHIPS:
        grounds.append(_SALE_DAY)
    grounds += _of_history(*history)
    grounds.sort(key=_heaviest, reverse=True)
    return Risk(max(0, min(sum(ground.weight for ground in grounds), 100)), tuple(grounds), tier)


def _of_ratings(rating: int | None, ratings: int | None, cancels: int) -> Iterator[Ground]:
    if rating is not None:
        yield Ground("rating_low", 15, str(rating))
    elif ratings is not None:
        yield Ground("ratings_few", 10, str(ratings))
    if cancels:
        yield Ground("cancels_recent", min(10 + 5 * cancels, 30), str(cancels))


def _of_history(bought: int, cancelled: int, again: int) -> Iterator[Ground]:
    if cancelled:
        yield Ground("own_cancels", min(_OWN_CANCEL * cancelled, 40), str(cancelled))
        if again:
            yield Ground("own_again", 0, str(again))
    elif bought:
        yield Ground("own_purchases", -min(3 * bought, 10), str(bought))
