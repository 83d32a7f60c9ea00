"""What a person is a member of, pays with and has entered: it decides what an offer really costs them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from okawari.domain.candidate import AS_NEW, Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A campaign that the person looked up: `per_mille` of `base`, up to `cap` points; `rule` where it is a known one."""

    name: str
    mall: str
    per_mille: int
    base: str = "without_tax"
    kind: str = "limited"
    cap: int | None = None
    rule: str = ""
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marathon:
    """A round of the Rakuten marathon: its days, the shops bought from so far, its cap and the points it gave so far."""

    first_day: date
    last_day: date
    entered: bool | None = None
    shop_count: int = 0
    shops: frozenset[str] = frozenset()
    cap: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What one unit of a currency costs in yen, and on which day that was so."""

    yen: Decimal
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """How often the person bought from a seller, how often it was cancelled, and how often the thing was on sale again after."""

    bought: int = 0
    cancelled: int = 0
    again: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One person. `entries` holds benefit → entered or not; a benefit that is missing is not known.

    `limited_percent` is what a limited point or voucher is worth to them, in per cent of cash. `caps` and `used` count
    points of a benefit in its period. The two assumptions on shipping stand in where an offer does not name it.
    """

    prefecture: str = ""
    limited_percent: int | None = None
    payments: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    spu: tuple[str, ...] = ()
    entries: Mapping[str, bool] = field(default_factory=dict)
    caps: Mapping[str, int] = field(default_factory=dict)
    used: Mapping[str, int] = field(default_factory=dict)
    marathon: Marathon | None = None
    points_to_spend: Mapping[str, int] = field(default_factory=dict)
    campaigns: tuple[Campaign, ...] = ()
    rates: Mapping[str, Rate] = field(default_factory=dict)
    accepts: frozenset[Condition] = AS_NEW
    sellers: Mapping[str, History] = field(default_factory=dict)
    unknown_shipping: int = 1000
    unknown_shipping_abroad: int = 5000
