"""What can be bought instead: one offer as it was read, before anything is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from okawari.domain.identifiers import Identifier
from okawari.domain.money import Money, whole_yen
from okawari.domain.offer import Availability
from okawari.domain.problem import Problem


class Condition(StrEnum):
    """In which state the thing is sold, the best first; `UNKNOWN` where nobody says."""

    NEW = "new"
    LIKE_NEW = "like_new"
    VERY_GOOD = "very_good"
    GOOD = "good"
    ACCEPTABLE = "acceptable"
    USED = "used"
    UNKNOWN = "unknown"


AS_NEW = frozenset({Condition.NEW, Condition.UNKNOWN})
"""What counts as new: shops that sell only new goods do not say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One offer. None and "" stand for what the offer does not say.

    `price` is for one piece, with tax unless `tax_included` is False. `points` are those that the page shows;
    `point_rate` is the shop's n-fold, the normal point included; `bonus_percent` a marked store's extra. `ship_days` are
    the earliest and latest day of shipping, counted from today. `seen_at` (aware) is the moment of `seen_on`, where it is known. `rating` is in per cent; `cancels` counts the
    ratings of the last 30 days that speak of a cancel. `rush` tells of a promised early delivery, `pickup` of a piece in a store, to be fetched there. After `fresh_until`
    (aware) the terms of its source no longer let its price be shown. `yen` and `shipping_yen` are the price and the shipping in
    whole yen, None where they are in no yen: worked out once, as each is asked for whenever offers are ranked.
    """

    title: str = ""
    mall: str = ""
    seller: str = ""
    shipped_by: str = ""
    url: str = ""
    price: Money | None = None
    tax_included: bool | None = None
    tax_percent: int = 10
    quantity: int = 1
    shipping: Money | None = None
    fee: int = 0
    shop_coupon: int = 0
    mall_coupon: int = 0
    points: int | None = None
    point_rate: int = 1
    bonus_percent: int = 0
    free_shipping_line: bool = False
    availability: Availability = Availability.UNKNOWN
    condition: Condition = Condition.UNKNOWN
    identifiers: tuple[Identifier, ...] = ()
    ship_days: tuple[int, int] | None = None
    country: str = ""
    rating: int | None = None
    ratings: int | None = None
    cancels: int | None = None
    rush: bool = False
    pickup: bool = False
    category: str = ""
    list_price: Money | None = None
    seen_on: date | None = None
    seen_at: datetime | None = None
    fresh_until: datetime | None = None
    problems: tuple[Problem, ...] = ()
    yen: int | None = field(init=False, repr=False, compare=False)
    shipping_yen: int | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Work out the whole yen."""
        object.__setattr__(self, "yen", whole_yen(self.price))
        object.__setattr__(self, "shipping_yen", whole_yen(self.shipping))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The thing that is wanted: what was ordered, what it cost all in all, and its list price."""

    title: str = ""
    identifiers: tuple[Identifier, ...] = ()
    paid: Money | None = None
    list_price: Money | None = None
