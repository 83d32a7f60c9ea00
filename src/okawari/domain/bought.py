"""An order as it was placed, put together from every mail that speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from okawari.domain.message import Item, OrderPart, PaymentPart
from okawari.domain.money import Money
from okawari.domain.record import Record
from okawari.domain.same_thing.order_line import find_item


@dataclass(frozen=True, slots=True, kw_only=True)
class Bought:
    """An order as it was placed. `confirmed`: by a confirmation, not only by the mails that ended it.

    `disputed`: two witnesses name different totals, so that no amount can be told.
    """

    items: tuple[Item, ...] = ()
    total: Money | None = None
    payments: tuple[PaymentPart, ...] = ()
    confirmed: bool = False
    disputed: bool = False


def bought(record: Record) -> Bought:
    """Return the order as its latest confirmation says it; what that leaves open comes from the other mails.

    A shipment's sum is that of one parcel and a partial cancel's that of its items: neither is the order's total.
    """
    confirmations = [fact.part for fact in reversed(record.placed)]
    ends = [fact.part for fact in reversed(record.cancels) if not fact.partial]
    others = [fact.part for fact in record.requests]
    others += [fact.part for fact in record.delays]
    others += [fact.part for fact in record.failures]
    told = [fact.part for fact in reversed(record.told)]
    payments = [fact.payments for fact in reversed(record.told)]
    payments += [part.payments for part in (*confirmations, *ends, *others, *told)]
    totals = [part.total for part in (*confirmations, *ends, *others)]
    totals += [fact.total for fact in reversed(record.told)]
    items = next((part.items for part in confirmations if part.items), ())
    return Bought(
        items=items or _every_item(record.parts),
        total=None if record.price_disputed else next((total for total in totals if total is not None), None),
        payments=next((parts for parts in payments if parts), ()),
        confirmed=bool(items),
        disputed=record.price_disputed,
    )


def charged_items(record: Record, items: Sequence[Item]) -> tuple[Item, ...]:
    """Return what was shipped with the price of one piece that was charged: as the person says, else as the shop's notice has it.

    A confirmation's price is what was asked when the order was placed, and proves no charge.
    """
    sent = [fact.at for fact in record.shipments if fact.at]
    if not sent:
        return ()
    told = [fact.total for fact in record.told if fact.total and fact.at and fact.at >= min(sent)]
    if told and len(items) == 1 and items[0].quantity in {None, 1}:
        return (replace(items[0], price=told[-1], line_total=told[-1]),)
    return tuple(item for fact in record.shipments for item in fact.part.items if item.price)


def _every_item(parts: Iterable[OrderPart]) -> tuple[Item, ...]:
    """Return each item that any mail names, once, with the fullest title and what is known of its price."""
    found: list[Item] = []
    for item in (item for part in parts for item in part.items):
        index = find_item(item, found)
        if index is None:
            found.append(item)
        elif _fullness(item) > _fullness(found[index]):
            found[index] = item
    return tuple(found)


def _fullness(item: Item) -> tuple[bool, bool, int]:
    return item.line_total is not None or item.price is not None, item.quantity is not None, len(item.title)
