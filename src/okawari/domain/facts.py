"""What a piece of evidence said about an order: immutable, with its provenance. Cases are folded from these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from okawari.domain.authenticity import Authenticity
from okawari.domain.message import Cancel, Item, MessageKind, MessageReading, OrderPart, Parcel, PaymentPart, Refund
from okawari.domain.money import Money
from okawari.domain.payment import PaidBy
from okawari.domain.refund import CardCycle


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a fact was read: the evidence by its content hash, the reader and its version, and how far to trust it."""

    evidence: str
    file: str
    reader: str
    reader_version: int
    authenticity: Authenticity
    pasted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that one piece of evidence said about one order, at the time the evidence carries."""

    merchant: str | None
    order: str
    at: datetime | None
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPlaced(Fact):
    """The shop confirmed an order."""

    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentNotified(Fact):
    """The shop said that goods are on their way (`kind`: shipped, out_for_delivery or delivered)."""

    kind: MessageKind
    parcels: tuple[Parcel, ...] = ()
    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class DelayNotified(Fact):
    """The shop said that it takes longer (`kind`: delayed or backordered)."""

    kind: MessageKind
    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNotified(Fact):
    """An order was cancelled, wholly (`items` empty or all) or for the items named."""

    cancel: Cancel
    partial: bool
    items: tuple[Item, ...] = ()
    refund: Refund | None = None
    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRequested(Fact):
    """Somebody asks for a cancel that is not done yet (by `shop`: a seller asks the buyer to do it)."""

    cancel: Cancel
    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundIssued(Fact):
    """The shop said that it has sent money back."""

    refund: Refund
    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentFailed(Fact):
    """The shop could not charge the payment."""

    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteOffered(Fact):
    """The shop offers another item instead."""

    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerWrote(Fact):
    """A seller's or shop's message that changes nothing by itself (asks "wait, change or cancel?")."""

    part: OrderPart
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaid(Fact):
    """What the shopper told us: how it was paid, whether it was charged, that the history page says cancelled, …."""

    payments: tuple[PaymentPart, ...] = ()
    paid_by: tuple[PaidBy, ...] = ()
    card: CardCycle | None = None
    issuer: str | None = None
    captured: bool | None = None
    total: Money | None = None
    part: OrderPart


def facts_of(reading: MessageReading) -> tuple[Fact, ...]:
    """Return what a message says about each order that it names; nothing for messages that name none."""
    provenance = Provenance(
        evidence=reading.sha256,
        file=reading.file,
        reader=reading.understood.reader,
        reader_version=reading.understood.reader_version,
        authenticity=reading.authenticity,
        pasted=reading.pasted,
    )
    return tuple(fact for part in reading.understood.orders if (fact := _fact(reading, part, provenance)) is not None)


def _fact(reading: MessageReading, part: OrderPart, provenance: Provenance) -> Fact | None:
    said = reading.understood
    merchant, order, at = said.merchant, part.number, reading.date
    match said.kind:
        case MessageKind.ORDER_PLACED:
            return OrderPlaced(merchant=merchant, order=order, at=at, provenance=provenance, part=part)
        case MessageKind.CANCELLED | MessageKind.PARTIALLY_CANCELLED:
            return CancelNotified(
                merchant=merchant,
                order=order,
                at=at,
                provenance=provenance,
                cancel=said.cancel or Cancel(),
                partial=said.kind is MessageKind.PARTIALLY_CANCELLED,
                items=part.items,
                refund=said.refund,
                part=part,
            )
        case _:
            return None
