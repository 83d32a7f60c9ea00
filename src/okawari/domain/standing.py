"""Where an order stands, by what is believed of it.

| state | when |
|---|---|
| `unknown` | nothing believable was said: only forged mails, or only what the person told about the payment |
| `ordered` | the order lives: confirmed, or somebody speaks of it without saying more |
| `preparing` | the shop says that it takes longer, and has not shipped |
| `backordered` | the shop waits for goods, and has not shipped |
| `shipped` | the shop says so |
| `delivered` | the shop says so, or the carriers do of every parcel |
| `cancelling` | a cancel is asked for, by the buyer or of the buyer, and not done |
| `cancelled` | cancelled, wholly or in part, and no refund was announced, or none is needed as nothing was charged |
| `refund_pending` | the shop announced a refund, in the cancel or in a mail of its own; nobody has seen it |
| `refunded` | the person or a statement saw the money; an announcement is never enough |
| `contradictory` | shipped and cancelled at once, and nothing has settled it |
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from okawari.domain.belief import instant
from okawari.domain.case import CaseState
from okawari.domain.facts import CancelNotified, Fact, ParcelScanned, RefundSeen, ShipmentNotified
from okawari.domain.japan_time import japan_day
from okawari.domain.message import CancelBy, CauseCode, Item, MessageKind, ParcelEvent
from okawari.domain.money import Money, total
from okawari.domain.record import Record, last
from okawari.domain.same_thing.order_line import find_item, same_title
from okawari.domain.statement_facts import all_returned

_AFTER_SHIPPING = frozenset({CauseCode.LOST, CauseCode.INSPECTION, CauseCode.ADDRESS})
"""Causes that can stop goods which are on their way; a stockout cannot."""
_MOVING = frozenset(
    {
        ParcelEvent.ACCEPTED,
        ParcelEvent.AT_OFFICE,
        ParcelEvent.CUSTOMS,
        ParcelEvent.SCHEDULED,
        ParcelEvent.IN_TRANSIT,
        ParcelEvent.OUT_FOR_DELIVERY,
        ParcelEvent.DELIVERED,
    }
)


def standing(record: Record, cancelled: Sequence[Item], amount: Money | None, *, partial: bool) -> CaseState:
    """Return where the order stands; `cancelled` are the items that a partial cancel took, `amount` is what is due."""
    if record.cancels or record.refunds:
        return _ended(record, cancelled, amount, partial=partial)
    request = last(record.requests)
    shipment = max(movements(record), key=lambda fact: instant(fact.at), default=None)
    if request and (shipment is None or instant(request.at) > instant(shipment.at)):
        by_shop = request.cancel.by is CancelBy.SHOP
        return CaseState.CONTRADICTORY if shipment and by_shop else CaseState.CANCELLING
    if shipment:
        return CaseState.DELIVERED if deliveries(record) else CaseState.SHIPPED
    if record.delays:
        waits = any(fact.kind is MessageKind.BACKORDERED for fact in record.delays)
        return CaseState.BACKORDERED if waits else CaseState.PREPARING
    alive = record.placed or record.failures or record.substitutes or record.messages or record.renumbered
    return CaseState.ORDERED if alive else CaseState.UNKNOWN


def unsettled(fact: Fact | None, record: Record) -> bool:
    """Return whether what the fact asks for is still open: nothing was cancelled, refunded or shipped since."""
    if fact is None or record.cancels or record.refunds:
        return False
    return all(instant(shipment.at) < instant(fact.at) for shipment in movements(record))


def movements(record: Record) -> tuple[ShipmentNotified | ParcelScanned, ...]:
    """Return what shops and carriers say of goods on their way; a return or a knock at an empty house is none of it."""
    return (*record.shipments, *(fact for fact in record.scans if fact.event in _MOVING))


def deliveries(record: Record) -> tuple[ShipmentNotified | ParcelScanned, ...]:
    """Return what says that all was delivered, in the order of time: the shop's word, else that of the carriers.

    Nothing while a carrier has not delivered a parcel that the shop named.
    """
    told = tuple(fact for fact in record.shipments if fact.kind is MessageKind.DELIVERED)
    scans = tuple(fact for fact in record.scans if fact.event is ParcelEvent.DELIVERED)
    sent = {parcel.number for fact in record.shipments for parcel in fact.parcels}
    return told or (scans if sent <= {fact.parcel.number for fact in scans} else ())


def announced(record: Record) -> bool:
    """Return whether the shop said that money goes back."""
    if record.refunds:
        return True
    said = [fact.refund for fact in record.cancels if fact.refund and fact.refund.charged is not False]
    return any((refund.amount and refund.amount.amount) or refund.date or refund.destination_wording for refund in said)


def _ended(record: Record, cancelled: Sequence[Item], amount: Money | None, *, partial: bool) -> CaseState:
    if _seen(record, amount):
        return CaseState.REFUNDED
    if record.cancels and _contradicted(record, cancelled, partial=partial):
        return CaseState.CONTRADICTORY
    return CaseState.REFUND_PENDING if announced(record) else CaseState.CANCELLED


def _seen(record: Record, amount: Money | None) -> bool:
    if any(fact.amount is None and not _cancelled_after(record, fact) for fact in record.seen):
        return True
    if all_returned(record.witnesses, _since(record), amount):
        return True
    arrived = total([fact.amount for fact in record.seen if fact.amount is not None])
    if arrived is None or amount is None or arrived.currency != amount.currency:
        return False
    return arrived.amount >= amount.amount


def _cancelled_after(record: Record, seen: RefundSeen) -> bool:
    """Return whether more was cancelled after all the money had been seen; a cancel that is told again is none."""
    if seen.at is None:
        return False
    before = [fact for fact in record.cancels if fact.at is None or instant(fact.at) <= instant(seen.at)]
    gone = [item for fact in before for item in fact.items]

    def again(fact: CancelNotified) -> bool:
        listed = bool(fact.items) and all(find_item(item, gone) is not None for item in fact.items)
        return listed or any(not one.partial for one in before)

    return any(not again(fact) for fact in record.cancels if fact not in before)


def _since(record: Record) -> date | None:
    """Return the first day on which money of a cancel or refund can have come back."""
    told = [fact.at for fact in (*record.cancels, *record.refunds) if fact.at is not None]
    return japan_day(min(told, key=instant)) if told else None


def _contradicted(record: Record, cancelled: Sequence[Item], *, partial: bool) -> bool:
    """Return whether goods went out that were cancelled, and no later refund explains it (MKT-MET-06)."""
    shipments = [fact for fact in movements(record) if not partial or _carries(fact, cancelled)]
    if not shipments:
        return False
    shipped = max(instant(fact.at) for fact in shipments)
    stopped = max(instant(fact.at) for fact in record.cancels)
    explained = any(fact.cancel.cause in _AFTER_SHIPPING for fact in record.cancels)
    if explained and stopped >= shipped:
        return False
    return not any(_sent_back(fact.at, shipped) for fact in record.refunds)


def _carries(shipment: ShipmentNotified | ParcelScanned, cancelled: Sequence[Item]) -> bool:
    items = shipment.carried if isinstance(shipment, ParcelScanned) else shipment.part.items
    return any(same_title(sent.title, gone.title) for sent in items for gone in cancelled)


def _sent_back(at: datetime | None, shipped: datetime) -> bool:
    return at is not None and instant(at) >= shipped
