"""What a piece of evidence said about an order: immutable, with its provenance. Cases are folded from these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypedDict

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.condition import Condition
from okawari.domain.contact import Party
from okawari.domain.message import (
    Cancel,
    CardUse,
    Item,
    MessageKind,
    MessageReading,
    OrderPart,
    Parcel,
    ParcelEvent,
    PaymentPart,
    Refund,
    Renumbering,
    Understanding,
)
from okawari.domain.money import Money
from okawari.domain.payment import CardCycle, PaidBy
from okawari.domain.preorder import Reservation, SeenPrice


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
    """The shop said that it has sent money back; `payouts` are the amounts of one day that `refund` sums up."""

    refund: Refund
    part: OrderPart
    payouts: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentFailed(Fact):
    """The shop could not charge the payment."""

    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteOffered(Fact):
    """The shop offers another item instead: `offered`, where it names it."""

    part: OrderPart
    offered: Item | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedAgain(Fact):
    """What the order was about is on sale again, says the shop or seller in a mail that names the order."""

    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerWrote(Fact):
    """A seller's or shop's message that changes nothing by itself.

    `asks_choice`: wait, change or cancel? `cannot_supply`: that the goods will not come, and why.
    """

    part: OrderPart
    wording: str = ""
    asks_choice: bool = False
    cannot_supply: Cancel | None = None

    @property
    def is_clear(self) -> bool:
        """Whether it is known what the message comes to."""
        return self.asks_choice or self.cannot_supply is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRenumbered(Fact):
    """The shop split, merged or renamed orders; said of each number that is named, `part` is what that number holds."""

    renumbering: Renumbering
    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundSeen(Fact):
    """Somebody saw money arrive: the person, or a statement. `amount` None: all that was due."""

    amount: Money | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelScanned(Fact):
    """A carrier said what became of a parcel. It names no order: `domain.scanned` finds the one whose goods it carries.

    `carried` are the items that the shop said were in it, once an order is found. Of a record that was looked up there are
    its own `wording`, the `place`, and `since`, when its first line was written: earlier than the order, it is of another
    parcel.
    """

    event: ParcelEvent
    parcel: Parcel
    carried: tuple[Item, ...] = ()
    wording: str = ""
    place: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardUsed(Fact):
    """A card or wallet was used, says its issuer (`merchant`): a witness for money, of no order by itself (`order` "")."""

    use: CardUse


@dataclass(frozen=True, slots=True, kw_only=True)
class PhishingReceived(Fact):
    """A forged mail spoke of an order, or of none (`order` ""): it is warned of and changes nothing. `kind`: as it claims."""

    kind: MessageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSaid(Fact):
    """What the shopper told us: how it was paid, whether it was charged, that nothing has come."""

    payments: tuple[PaymentPart, ...] = ()
    paid_by: tuple[PaidBy, ...] = ()
    card: CardCycle | None = None
    issuer: str | None = None
    captured: bool | None = None
    total: Money | None = None
    not_arrived: bool = False
    part: OrderPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacted(Fact):
    """The shopper spoke with somebody about the order."""

    party: Party
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservedElsewhere(Fact):
    """The shopper holds a second reservation of the thing, or says what became of it: the latest word on it counts."""

    reservation: Reservation


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceSeen(Fact):
    """The shopper saw the shop ask a price for the thing, or kept a page that shows it."""

    seen: SeenPrice


@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteTold(Fact):
    """The shopper says what the shop offers instead, as it was told in a chat or in words that no reader takes apart."""

    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionTold(Fact):
    """The shopper says what else had hung on the order's worth; the latest word on a benefit counts, unless it was `withdrawn`."""

    condition: Condition
    withdrawn: bool = False


class GotBy(StrEnum):
    """How a shopper got the thing again: by another order, by a second reservation, or as they say."""

    ORDER = "order"
    RESERVATION = "reservation"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class GotAgain(Fact):
    """The shopper has the thing again, so that what watched for it has ended: `item`, by the order or reservation `number`.

    `shop` is where the reservation is, "" where `number` is an order's.
    """

    by: GotBy
    item: str
    number: str = ""
    shop: str = ""


_WITHOUT_NUMBER = frozenset(
    {
        MessageKind.CANCELLED,
        MessageKind.PARTIALLY_CANCELLED,
        MessageKind.CANCEL_REQUESTED,
        MessageKind.REFUND_ISSUED,
        MessageKind.BACKORDERED,
        MessageKind.SUBSTITUTE_OFFERED,
        MessageKind.PAYMENT_FAILED,
        MessageKind.SELLER_MESSAGE,
    }
)
"""Kinds that need the person even where the mail names no order: they become a case of their own, with order ""."""


def facts_of(reading: MessageReading) -> tuple[Fact, ...]:
    """Return what a message says about each order that it names, in the message's order.

    A forged mail gives one `PhishingReceived` for each order, or one without an order. A mail that names no order gives a
    fact with order "" where its kind needs the person; promotions and the like give nothing. Carriers and issuers of cards
    speak of parcels and of money, not of orders: their facts have order "" and make no case.
    """
    said = reading.understood
    provenance = Provenance(
        evidence=reading.sha256,
        file=reading.file,
        reader=said.reader,
        reader_version=said.reader_version,
        authenticity=reading.authenticity,
        pasted=reading.pasted,
    )
    frame = _Frame(said, reading.said_at or reading.date, provenance)
    if reading.authenticity.verdict is Verdict.PHISHING:
        numbers = dict.fromkeys(part.number for part in said.orders) or {"": None}
        return tuple(PhishingReceived(kind=said.kind, **frame.of(number)) for number in numbers)
    if said.event is not None:
        seen = frame.of("") | {"at": said.event_at or frame.at}
        return tuple(ParcelScanned(event=said.event, parcel=parcel, **seen) for parcel in said.parcels)
    if said.kind is MessageKind.CARD_USED:
        return tuple(CardUsed(use=use, **frame.of("")) for use in said.uses)
    parts = said.orders or ((OrderPart(number=""),) if said.kind in _WITHOUT_NUMBER else ())
    return (*(fact for part in parts if (fact := _fact(frame, part)) is not None), *_renumbered(frame))


def _renumbered(frame: _Frame) -> Iterator[OrderRenumbered]:
    said = frame.said.renumbering
    if said is None:
        return
    parts = {part.number: part for part in frame.said.orders}
    for number in said.numbers:
        part = parts.get(number, OrderPart(number=number))
        yield OrderRenumbered(renumbering=said, part=part, **frame.of(number))


class _Place(TypedDict):
    merchant: str | None
    order: str
    at: datetime | None
    provenance: Provenance


class _Frame(NamedTuple):
    """What all facts of one message share."""

    said: Understanding
    at: datetime | None
    provenance: Provenance

    def of(self, number: str) -> _Place:
        return _Place(merchant=self.said.merchant, order=number, at=self.at, provenance=self.provenance)

    def refund(self) -> Refund | None:
        """The refund as announced; of a mail about several orders nobody can say which share is whose."""
        if self.said.refund is None or len(self.said.orders) <= 1:
            return self.said.refund
        return replace(self.said.refund, amount=None)


_PLAIN: Mapping[MessageKind, type[PaymentFailed | OfferedAgain]] = {
    MessageKind.PAYMENT_FAILED: PaymentFailed,
    MessageKind.RESTOCK: OfferedAgain,
}
"""Facts that hold the order alone."""


def _fact(frame: _Frame, part: OrderPart) -> Fact | None:
    said, place = frame.said, frame.of(part.number)
    match said.kind:
        case MessageKind.ORDER_PLACED:
            return OrderPlaced(part=part, **place)
        case MessageKind.SHIPPED | MessageKind.OUT_FOR_DELIVERY | MessageKind.DELIVERED:
            return ShipmentNotified(kind=said.kind, parcels=said.parcels, part=part, **place)
        case MessageKind.DELAYED | MessageKind.BACKORDERED:
            return DelayNotified(kind=said.kind, part=part, **place)
        case MessageKind.CANCELLED | MessageKind.PARTIALLY_CANCELLED:
            partial = said.kind is MessageKind.PARTIALLY_CANCELLED
            cancel = said.cancel or Cancel()
            return CancelNotified(
                cancel=cancel, partial=partial, items=part.items, refund=frame.refund(), part=part, **place
            )
        case MessageKind.CANCEL_REQUESTED:
            return CancelRequested(cancel=said.cancel or Cancel(), part=part, **place)
        case MessageKind.REFUND_ISSUED:
            return RefundIssued(refund=frame.refund() or Refund(), part=part, **place)
        case MessageKind.SUBSTITUTE_OFFERED:
            return SubstituteOffered(part=part, offered=said.substitute, **place)
        case MessageKind.PAYMENT_FAILED | MessageKind.RESTOCK:
            return _PLAIN[said.kind](part=part, **place)
        case MessageKind.SELLER_MESSAGE:
            wording = next((words for field, words in said.evidence if field == "kind"), "")
            cannot = said.cannot_supply
            return SellerWrote(part=part, wording=wording, asks_choice=said.asks_choice, cannot_supply=cannot, **place)
        case _:
            return None
