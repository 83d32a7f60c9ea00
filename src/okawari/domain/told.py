"""An order as a person tells it without any mail: five answers into facts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TypedDict

from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.case import Case
from okawari.domain.condition import Condition
from okawari.domain.contact import Contact
from okawari.domain.facts import (
    CancelNotified,
    CancelRequested,
    ConditionTold,
    Contacted,
    DelayNotified,
    Fact,
    GotAgain,
    GotBy,
    OrderPlaced,
    PersonSaid,
    PriceSeen,
    Provenance,
    RefundSeen,
    ReservedElsewhere,
    ShipmentNotified,
    SubstituteTold,
)
from okawari.domain.japan_time import in_japan, noon_of
from okawari.domain.message import Cancel, CancelBy, CauseCode, Item, MessageKind, OrderPart
from okawari.domain.money import Money
from okawari.domain.payment import CardCycle, PaidBy
from okawari.domain.preorder import Reservation, SeenPrice

TOLD_PREFIX = "told-"
"""Begins the stand-in for an order number that the person did not give."""

_BY_PERSON = Provenance(
    evidence="",
    file="",
    reader="person",
    reader_version=1,
    authenticity=Authenticity(Verdict.UNPROVEN, (Reason("told"),)),
)


class Happened(StrEnum):
    """What a person can say has happened."""

    CANCELLED_STOCKOUT = "cancelled_stockout"
    CANCELLED = "cancelled"
    BACKORDERED = "backordered"
    SELLER_ASKS_CANCEL = "seller_asks_cancel"
    SHIPPED_BUT_CANCELLED = "shipped_but_cancelled"
    NOT_ARRIVED = "not_arrived"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The five answers: where, sold by whom, what and when, how paid, how much; and what a person may add.

    `merchant` is None for a shop that is not listed. `seller` is "" where the person does not know or the shop itself
    sold it. `order` is "" where the number is not at hand.
    """

    merchant: str | None
    happened: Happened
    on: date
    seller: str = ""
    paid_by: tuple[PaidBy, ...] = ()
    captured: bool | None = None
    card: CardCycle | None = None
    issuer: str | None = None
    total: Money | None = None
    order: str = ""
    item: str = ""


def facts_told(told: Told) -> tuple[Fact, ...]:
    """Return what the person tells as facts of one order, in the order of its story; the same answers, the same facts."""
    order = told.order or _stand_in(told)
    items = (Item(title=told.item, quantity=1, price=told.total, line_total=told.total),) if told.item else ()
    part = OrderPart(number=order, items=items, total=told.total, seller=told.seller or None)
    frame = _Frame(
        merchant=told.merchant,
        order=order,
        at=noon_of(told.on),
        provenance=_BY_PERSON,
        part=part,
    )
    placed = replace(OrderPlaced(**frame), at=None)
    said = PersonSaid(
        paid_by=told.paid_by,
        captured=told.captured,
        card=told.card,
        issuer=told.issuer,
        total=told.total,
        not_arrived=told.happened is Happened.NOT_ARRIVED,
        **frame,
    )
    return (placed, *_story(told.happened, frame), said)


def answer_about(
    case: Case,
    at: datetime,
    *,
    paid_by: tuple[PaidBy, ...] = (),
    captured: bool | None = None,
    card: CardCycle | None = None,
    issuer: str | None = None,
    total: Money | None = None,
) -> PersonSaid:
    """Return what the person says at a later time about a case."""
    return PersonSaid(
        **_about(case, at),
        paid_by=paid_by,
        captured=captured,
        card=card,
        issuer=issuer,
        total=total,
        part=OrderPart(number=case.order, total=total),
    )


def contacted(case: Case, contact: Contact) -> Contacted:
    """Return that the person spoke with somebody about a case."""
    return Contacted(party=contact.party, said=contact.said, **_about(case, contact.at))


def reserved(case: Case, reservation: Reservation, at: datetime) -> ReservedElsewhere:
    """Return that the person holds a second reservation of the thing, or what became of it."""
    return ReservedElsewhere(reservation=reservation, **_about(case, at))


def price_seen(case: Case, seen: SeenPrice, at: datetime) -> PriceSeen:
    """Return that the person saw the shop ask a price."""
    return PriceSeen(seen=seen, **_about(case, at))


def offered_instead(case: Case, item: Item, at: datetime) -> SubstituteTold:
    """Return that the shop offers another thing instead, as the person was told."""
    return SubstituteTold(item=item, **_about(case, at))


def condition_told(case: Case, condition: Condition, at: datetime, *, withdrawn: bool = False) -> ConditionTold:
    """Return what else had hung on the order's worth, as the person says, or that they take that back."""
    return ConditionTold(condition=condition, withdrawn=withdrawn, **_about(case, at))


def got_again(
    merchant: str | None, order: str, at: datetime, by: GotBy, item: str, *, number: str = "", shop: str = ""
) -> GotAgain:
    """Return that the person has the thing of a dead order again."""
    return GotAgain(
        merchant=merchant, order=order, at=at, provenance=_BY_PERSON, by=by, item=item, number=number, shop=shop
    )


def order_told(
    case: Case,
    at: datetime,
    *,
    seller: str | None = None,
    shipped_by: str | None = None,
    delivery_latest: date | None = None,
    release_on: date | None = None,
) -> PersonSaid:
    """Return who sold and who ships, the last day named for the delivery, or the release, as the person knows it."""
    part = OrderPart(
        number=case.order,
        seller=seller,
        shipped_by=shipped_by,
        delivery_latest=delivery_latest,
        release_on=release_on,
    )
    return PersonSaid(**_about(case, at), part=part)


def moment_of(day: date, now: datetime) -> datetime:
    """Return when something was that the person dates by its day only: now, if it was today, else noon in Japan."""
    return now if in_japan(now).date() == day else noon_of(day)


def money_seen(case: Case, at: datetime) -> RefundSeen:
    """Return that the person saw all the money of a case come back."""
    return RefundSeen(**_about(case, at))


def is_told(authenticity: Authenticity) -> bool:
    """Return whether the verdict is on the person's own words: there is no mail to be genuine or forged."""
    return any(reason.code == "told" for reason in authenticity.reasons)


def is_stand_in(order: str) -> bool:
    """Return whether the order number is our own, in the place of one that the person did not give."""
    return order.startswith(TOLD_PREFIX)


class _About(TypedDict):
    merchant: str | None
    order: str
    at: datetime | None
    provenance: Provenance


class _Frame(_About):
    part: OrderPart


def _about(case: Case, at: datetime) -> _About:
    return _About(merchant=case.merchant, order=case.order, at=at, provenance=_BY_PERSON)


def _story(happened: Happened, frame: _Frame) -> tuple[Fact, ...]:
    shipped = ShipmentNotified(kind=MessageKind.SHIPPED, **frame)
    by_shop = Cancel(by=CancelBy.SHOP, cause=CauseCode.STOCKOUT)
    cancelled = CancelNotified(cancel=by_shop, partial=False, items=frame["part"].items, **frame)
    match happened:
        case Happened.CANCELLED_STOCKOUT:
            return (cancelled,)
        case Happened.CANCELLED:
            return (replace(cancelled, cancel=Cancel()),)
        case Happened.SHIPPED_BUT_CANCELLED:
            return (shipped, cancelled)
        case Happened.NOT_ARRIVED:
            return (shipped,)
        case Happened.BACKORDERED:
            return (DelayNotified(kind=MessageKind.BACKORDERED, **frame),)
        case Happened.SELLER_ASKS_CANCEL:
            return (CancelRequested(cancel=by_shop, **frame),)


def _stand_in(told: Told) -> str:
    said = f"{told.merchant}|{told.item}|{told.on}|{told.total.plain() if told.total else ''}"
    return TOLD_PREFIX + hashlib.sha256(said.encode()).hexdigest()[:8]
