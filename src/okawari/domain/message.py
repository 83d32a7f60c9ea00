"""What one message said: the vocabulary of the `okawari.read/1` contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from okawari.domain.authenticity import Authenticity
from okawari.domain.money import Money
from okawari.domain.problem import Problem


class MessageKind(StrEnum):
    """What a message is about."""

    ORDER_PLACED = "order_placed"
    SHIPPED = "shipped"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    DELAYED = "delayed"
    BACKORDERED = "backordered"
    CANCELLED = "cancelled"
    CANCEL_REQUESTED = "cancel_requested"
    PARTIALLY_CANCELLED = "partially_cancelled"
    SUBSTITUTE_OFFERED = "substitute_offered"
    REFUND_ISSUED = "refund_issued"
    PAYMENT_FAILED = "payment_failed"
    SELLER_MESSAGE = "seller_message"
    CARD_USED = "card_used"
    RESTOCK = "restock"
    PROMOTION = "promotion"
    OTHER = "other"


class CancelBy(StrEnum):
    """Who cancelled, or asks for it. `SHOP` also where the seller is the mall itself."""

    SHOP = "shop"
    PLATFORM = "platform"
    BUYER = "buyer"
    UNKNOWN = "unknown"


class CauseCode(StrEnum):
    """Why an order was cancelled, as far as the words say it."""

    STOCKOUT = "stockout"
    ADDRESS = "address"
    PAYMENT = "payment"
    INSPECTION = "inspection"
    LOST = "lost"
    PRICE_ERROR = "price_error"
    BUYER_REQUEST = "buyer_request"
    UNKNOWN = "unknown"


SHOP_CAUSES = frozenset({CauseCode.STOCKOUT, CauseCode.INSPECTION, CauseCode.LOST, CauseCode.PRICE_ERROR})
"""Causes that lie with the shop: only a shop can be short of goods, find a flaw, lose a thing or name a wrong price."""


class ParcelEvent(StrEnum):
    """What a carrier says of a parcel; the words of their status pages. Source: the tracking rules.

    `ANNOUNCED`: the sender has told the carrier of it, who has not got it yet. `UNCLEAR`: words that we do not know.
    """

    ANNOUNCED = "announced"
    ACCEPTED = "accepted"
    AT_OFFICE = "at_office"
    CUSTOMS = "customs"
    UNCLEAR = "unclear"
    SCHEDULED = "scheduled"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    FAILED_ATTEMPT = "failed_attempt"
    RESCHEDULED = "rescheduled"
    HELD = "held"
    EXCEPTION = "exception"
    RETURNED = "returned"


class CardStage(StrEnum):
    """How far a use of a card has come, as far as its notice says.

    `AUTHORISED` is preliminary: shop and amount can still change. `CAPTURED` has reached the issuer's books.
    `REVERSED` gives money back: a use that was cancelled, or a refund.
    """

    AUTHORISED = "authorised"
    CAPTURED = "captured"
    REVERSED = "reversed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardUse:
    """One use of a card or wallet. `amount` is positive, also of a reversed use; None where it is not clear.

    `on` is the day of use; `at` the time in Japan, where the notice gives one. `merchant` is the shop as the issuer writes
    it, "" where it is not given. `nth` counts uses of one mail that are alike in everything, from 0.
    """

    amount: Money | None
    on: date
    at: datetime | None = None
    merchant: str = ""
    stage: CardStage = CardStage.UNKNOWN
    nth: int = 0


class RenumberKind(StrEnum):
    """What happened to order numbers: one became several, several became one, or one became another."""

    SPLIT = "split"
    MERGED = "merged"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumbering:
    """Order numbers that stand for the same goods: `old` was replaced by `new`; either is empty where the mail does not say it."""

    kind: RenumberKind
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """Return every number that is named, once."""
        return tuple(dict.fromkeys((*self.old, *self.new)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of an order. `price` is the unit price; `line_total` is what the line costs; None where not said."""

    title: str
    quantity: int | None = None
    price: Money | None = None
    line_total: Money | None = None
    identifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPart:
    """One way of paying as the message names it. `method` is a METHOD word of `domain.payment`, or "unknown".

    `kind` is one of the method's kinds where the message says it (期間限定ポイント is "limited").
    """

    method: str
    amount: Money | None = None
    wording: str = ""
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A parcel: the carrier's id of the tracking rules (`yamato`, `sagawa`, `japan_post`, …) or "unknown"."""

    carrier: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Who cancelled and why; `wording` is the sentence that gave the cause, verbatim, "" where none was given."""

    by: CancelBy = CancelBy.UNKNOWN
    cause: CauseCode = CauseCode.UNKNOWN
    wording: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """A refund as announced. `destination_wording` is verbatim. `charged` is False where the mail says no charge was made.

    `parts` are the ways of paying to which the wording says that it goes, each with its amount where that is told.
    """

    amount: Money | None = None
    destination_wording: str = ""
    date: date | None = None
    charged: bool | None = None
    parts: tuple[PaymentPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPart:
    """One order inside a message (a message can hold several)."""

    number: str
    items: tuple[Item, ...] = ()
    total: Money | None = None
    payments: tuple[PaymentPart, ...] = ()
    seller: str | None = None
    shipped_by: str | None = None
    ordered_on: date | None = None
    delivery_earliest: date | None = None
    delivery_latest: date | None = None
    release_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a source's reader understood in a mail; the reader says nothing about authenticity.

    `evidence` holds (field, verbatim text) pairs for the values that a person may want to check. `asks_choice`: a seller
    asks whether to wait, to change or to cancel. `cannot_supply`: the shop says that the goods will not come, and why,
    but not that it has cancelled. `event` is what a carrier says of its `parcels`, `event_at` when it
    was, where the mail says so. `uses` are the uses of a card or wallet that its issuer tells of. `substitute` is what a
    shop offers instead, where it names it.
    """

    merchant: str | None
    kind: MessageKind
    orders: tuple[OrderPart, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    cancel: Cancel | None = None
    refund: Refund | None = None
    renumbering: Renumbering | None = None
    problems: tuple[Problem, ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    asks_choice: bool = False
    cannot_supply: Cancel | None = None
    event: ParcelEvent | None = None
    event_at: datetime | None = None
    uses: tuple[CardUse, ...] = ()
    substitute: Item | None = None
    reader: str = ""
    reader_version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReading:
    """One message as `okawari read` prints it: what was understood, and whether to believe it.

    `said_at` is when the words were written, where that is not `date`: the date of the mail inside a forward.
    """

    file: str
    sha256: str
    message_id: str
    date: datetime | None
    subject: str
    sender: str
    authenticity: Authenticity
    understood: Understanding
    problems: Sequence[Problem] = field(default=())
    pasted: bool = False
    said_at: datetime | None = None
