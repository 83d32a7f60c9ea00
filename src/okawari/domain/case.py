"""Where an order stands: folded from facts, never stored as a truth of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import urlsplit

from okawari.domain.authenticity import Authenticity
from okawari.domain.condition import Condition
from okawari.domain.contact import Contact
from okawari.domain.message import Cancel, CancelBy, Item, Parcel, PaymentPart, Refund
from okawari.domain.money import Money
from okawari.domain.payment import PaidBy
from okawari.domain.phrase import Phrase
from okawari.domain.preorder import Promise, Reservation, SeenPrice
from okawari.domain.problem import Problem
from okawari.domain.round_loss import RoundLoss
from okawari.domain.statement import Witness
from okawari.domain.substitute import Substitute


class CaseState(StrEnum):
    """Where an order stands, as far as the evidence tells."""

    ORDERED = "ordered"
    PREPARING = "preparing"
    BACKORDERED = "backordered"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    REFUND_PENDING = "refund_pending"
    REFUNDED = "refunded"
    CONTRADICTORY = "contradictory"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One line of the timeline: when, what, by which evidence, and whether it is believed.

    `own_file`: the evidence is no mail but a file that the person fetched from the shop.
    """

    at: datetime | None
    what: Phrase
    evidence: str
    file: str
    believed: bool
    own_file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """That the cancelled thing is on sale again: when that was told or seen, at what price then and now, None where not known.

    `url` is the offer that a look saw; "" where the shop or seller told it in a mail, of which `evidence` is the digest
    where it does not name the order.
    """

    at: datetime
    then: Money | None = None
    now: Money | None = None
    url: str = ""
    evidence: str = ""

    @property
    def host(self) -> str:
        """Where the offer stands, "" where a mail told it."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True)
class SaidBack:
    """The shop's own word that what was paid in one way has gone back: on which day, and how much where it tells."""

    part: PaymentPart
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One order with everything that the evidence says of it.

    `other_orders` are further numbers under which it goes or went, where the shop split, merged or changed them.
    `items` are all items ordered; `cancelled_items` those that were cancelled (all of them on a whole cancel), `charged_items` those of which it is known what one piece was charged.
    `amount_due` is what should come back (the cancelled share), None where it cannot be told.
    `said_back` is what proven mails say went back, `claimed_back` what mails say that prove nothing.
    `cancelled_at` is when the first cancel was told, `cancelled_last` the last one.
    `cancel` is what was cancelled, or what is asked for while `cancelled_at` is None.
    `captured` says whether the card was charged: True after shipping or when the person says so, None when not known.
    `paid_by` is how the order was paid, and `issuer` the issuer of the card that paid, as the person says.
    `seller_asks_cancel` (a seller asks the buyer to cancel), `seller_asks_choice` (wait, change or cancel?), `cannot_supply`
    (the shop says that the goods will not come, but not that it has cancelled), `substitute_offered` and `payment_failed` hold while nothing later has settled them. `substitute` is what is offered, where it is named.
    `payment_failed_before`: the
    payment failed at some time, settled or not. `offered_again` is the latest word after the cancel that the thing is on
    sale again. `message_open`: the shop wrote something else that nobody has settled. `asked_to_cancel`: the buyer cancelled
    after a seller had asked for it. `witnesses` are lines of statements that name the order. `not_arrived`: the person says that nothing of what was shipped has come.
    `placed_on` is the day of the order where the shop tells it, never a guess by a pasted text.
    `reservations` are second ones of the same thing, `prices_seen` what the shop asked for it meanwhile. `promises` are what
    the shop said of the day of delivery, in the order of time, the first `placed_promises` of them with the order itself.
    `round_loss` is what the cancel costs other orders of a round of the Rakuten marathon, where that was looked at.
    `conditions` are what else had hung on its worth, as the person says.
    `contacts` are those that the person had about the order, in the order of time.
    """

    merchant: str | None
    order: str
    state: CaseState
    authenticity: Authenticity
    other_orders: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    cancelled_items: tuple[Item, ...] = ()
    charged_items: tuple[Item, ...] = ()
    total: Money | None = None
    amount_due: Money | None = None
    payments: tuple[PaymentPart, ...] = ()
    paid_by: tuple[PaidBy, ...] = ()
    seller: str | None = None
    shipped_by: str | None = None
    ordered_on: date | None = None
    placed_on: date | None = None
    cancelled_at: datetime | None = None
    cancelled_last: datetime | None = None
    cancel: Cancel | None = None
    partial: bool = False
    refunds: tuple[Refund, ...] = ()
    refund_issued_on: date | None = None
    said_back: tuple[SaidBack, ...] = ()
    claimed_back: tuple[SaidBack, ...] = ()
    shipped_at: datetime | None = None
    delivered_at: datetime | None = None
    delivery_latest: date | None = None
    release_on: date | None = None
    parcels: tuple[Parcel, ...] = ()
    captured: bool | None = None
    issuer: str | None = None
    seller_asks_cancel: bool = False
    seller_asks_choice: bool = False
    cannot_supply: bool = False
    message_open: bool = False
    substitute_offered: bool = False
    substitute: Substitute | None = None
    asked_to_cancel: bool = False
    offered_again: Again | None = None
    round_loss: RoundLoss | None = None
    payment_failed: bool = False
    payment_failed_before: bool = False
    not_arrived: bool = False
    contacts: tuple[Contact, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    prices_seen: tuple[SeenPrice, ...] = ()
    promises: tuple[Promise, ...] = ()
    conditions: tuple[Condition, ...] = ()
    placed_promises: int = 0
    witnesses: tuple[Witness, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """Every number under which the order goes or went, its own first."""
        return (self.order, *self.other_orders)

    @property
    def cancelled_freely(self) -> bool:
        """Whether the words say that the buyer cancelled, and no seller had asked for it."""
        return self.cancel is not None and self.cancel.by is CancelBy.BUYER and not self.asked_to_cancel

    problems: tuple[Problem, ...] = ()

    @property
    def shop_waits(self) -> bool:
        """Whether the shop waits for an answer, or will not send the goods without having cancelled."""
        return self.seller_asks_cancel or self.seller_asks_choice or self.cannot_supply or self.substitute_offered
