"""An order as the shopper's own export of a shop's records lists it, and what the export says was paid back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from okawari.domain.message import Item, Parcel, PaymentPart
from okawari.domain.money import Money


class ExportState(StrEnum):
    """Where an order stands by its export. An export knows no delivery, and never says why an order was cancelled."""

    ORDERED = "ordered"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedLine:
    """One line. `item.price` is what one piece costs with tax, `item.line_total` what was left of it to pay.

    A cancelled line has the quantity 0: how many pieces were ordered is lost.
    """

    item: Item
    cancelled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedShipment:
    """Goods that left on one day; `titles` are the lines in it. `at` is noon in Japan where only the day is known."""

    at: datetime
    parcels: tuple[Parcel, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCharge:
    """A card charge of the order with its day, as only some lists have it."""

    on: date | None
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedOrder:
    """One order. `total` is the sum of its lines as they stand now, None where one of them is not known.

    `merchant` is None where the export names no known one. `replaces` is the order for which this one was sent again.
    """

    file: str
    number: str
    merchant: str | None
    state: ExportState
    ordered_at: datetime | None = None
    lines: tuple[ExportedLine, ...] = ()
    total: Money | None = None
    payments: tuple[PaymentPart, ...] = ()
    seller: str | None = None
    shipments: tuple[ExportedShipment, ...] = ()
    charges: tuple[CardCharge, ...] = ()
    replaces: str | None = None
    digital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedRefund:
    """Money that the shop says it sent back. `at` is when it was paid out; `completed` is None where nothing says so."""

    file: str
    order: str
    merchant: str | None
    amount: Money | None
    at: datetime | None = None
    created_at: datetime | None = None
    reason: str = ""
    completed: bool | None = None
