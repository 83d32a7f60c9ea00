"""Preorders and backorders as a person sees them: second reservations, prices seen meanwhile, days that the shop promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from okawari.domain.money import Money


class Standing(StrEnum):
    """Where a second reservation stands: `SECURED` is the one that comes."""

    HELD = "held"
    SECURED = "secured"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """A second reservation of the same thing: at which shop, its number there ("" where it is not at hand).

    `cancel_by` is the last day on which it can be cancelled for nothing, None where the person does not know.
    """

    shop: str
    number: str = ""
    cancel_by: date | None = None
    standing: Standing = Standing.HELD


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPrice:
    """A price of the shop for the thing, on a day; `item` is the title of the thing in an order of several.

    `ground` says how it is known: `person` (saw it), `page` (that the person kept), `history` (a past of prices that was
    taken in).
    """

    price: Money
    on: date
    item: str = ""
    ground: str = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the shop said, and when: the last day by which it means to deliver, None where it named none."""

    said_at: datetime | None
    by: date | None
