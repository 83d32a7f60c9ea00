"""What an export of a shop's records says, as facts that join those of the mails by the order's number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from okawari.domain.authenticity import OWN_FILE, Authenticity, Verdict
from okawari.domain.export import ExportedLine, ExportedOrder, ExportedRefund, ExportState
from okawari.domain.facts import CancelNotified, Fact, OrderPlaced, Provenance, RefundIssued, ShipmentNotified
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Cancel, Item, MessageKind, OrderPart, Refund
from okawari.domain.money import total

BY_THE_PERSON = Authenticity(Verdict.UNPROVEN, (OWN_FILE,))
"""No mail was proven, and none had to be: the person fetched the file and handed it over."""


def order_facts(order: ExportedOrder, provenance: Provenance) -> tuple[Fact, ...]:
    """Return that the order was placed, what left and what was cancelled.

    The export names no day and no cause of a cancel, and of a cancelled line no longer how many pieces it had: an order
    with such a line has no known total.
    """
    number, merchant = order.number, order.merchant
    items = tuple([_as_ordered(line) for line in order.lines])
    cancelled = tuple([_as_ordered(line) for line in order.lines if line.cancelled])
    part = OrderPart(
        number=number,
        items=items,
        total=None if cancelled else order.total,
        payments=order.payments,
        seller=order.seller,
        ordered_on=japan_day(order.ordered_at) if order.ordered_at else None,
    )
    facts: list[Fact] = [
        OrderPlaced(merchant=merchant, order=number, at=order.ordered_at, provenance=provenance, part=part)
    ]
    facts += [
        ShipmentNotified(
            merchant=merchant,
            order=number,
            at=shipment.at,
            provenance=provenance,
            kind=MessageKind.SHIPPED,
            parcels=shipment.parcels,
            part=OrderPart(number=number, items=tuple([item for item in items if item.title in shipment.titles])),
        )
        for shipment in order.shipments
    ]
    if cancelled:
        whole = order.state is ExportState.CANCELLED
        facts.append(
            CancelNotified(
                merchant=merchant,
                order=number,
                at=None,
                provenance=provenance,
                cancel=Cancel(),
                partial=not whole,
                items=() if whole else cancelled,
                part=OrderPart(number=number),
            )
        )
    return tuple(facts)


def refund_facts(refunds: Iterable[ExportedRefund], provenance: Provenance) -> Iterator[RefundIssued]:
    """Yield the refunds, those of one order and day as one; they are announced, nobody has seen them arrive.

    `refunds` must come order by order. What is not completed, or has no day or amount, is none yet.
    """
    paid = (
        (refund.order, refund.merchant, refund.at, refund.amount)
        for refund in refunds
        if refund.completed is not False and refund.at is not None and refund.amount is not None
    )
    for (number, merchant), of_one in groupby(paid, key=lambda row: row[:2]):
        payouts = sorted(((at, amount) for _, _, at, amount in of_one), key=lambda payout: payout[0])
        for day, same_day in groupby(payouts, key=lambda payout: japan_day(payout[0])):
            moments, amounts = zip(*same_day, strict=True)
            yield RefundIssued(
                merchant=merchant,
                order=number,
                at=moments[-1],
                provenance=provenance,
                refund=Refund(amount=total(amounts), date=day),
                part=OrderPart(number=number),
                payouts=amounts,
            )


def _as_ordered(line: ExportedLine) -> Item:
    return replace(line.item, quantity=None, line_total=None) if line.cancelled else line.item
