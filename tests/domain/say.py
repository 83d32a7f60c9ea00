"""Facts in few words, for the tests of the domain."""

from datetime import UTC, datetime, timedelta

from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.facts import (
    CancelNotified,
    CancelRequested,
    CardUsed,
    DelayNotified,
    OrderPlaced,
    OrderRenumbered,
    ParcelScanned,
    PaymentFailed,
    PersonSaid,
    PhishingReceived,
    Provenance,
    RefundIssued,
    RefundSeen,
    SellerWrote,
    ShipmentNotified,
    SubstituteOffered,
)
from okawari.domain.message import (
    Cancel,
    CancelBy,
    CardStage,
    CardUse,
    CauseCode,
    Item,
    MessageKind,
    OrderPart,
    Parcel,
    ParcelEvent,
    PaymentPart,
    Refund,
    Renumbering,
    RenumberKind,
)
from okawari.domain.money import yen

ORDER = "250-1234567-1234567"
NOON = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)


def at(hours):
    return NOON + timedelta(hours=hours)


def provenance(mail="a", verdict=Verdict.GENUINE):
    authenticity = Authenticity(verdict, (Reason(f"reason_{mail}"),))
    return Provenance(evidence=mail, file=f"{mail}.eml", reader="test", reader_version=1, authenticity=authenticity)


def item(title, price=None, quantity=1, total=None):
    line = yen(total) if total is not None else (yen(price * quantity) if price is not None and quantity else None)
    return Item(title=title, quantity=quantity, price=yen(price) if price is not None else None, line_total=line)


def part(*items, order=ORDER, total=None, payments=(), **more):
    return OrderPart(
        number=order, items=items, total=yen(total) if total is not None else None, payments=payments, **more
    )


def paid(method, amount=None):
    return PaymentPart(method=method, amount=yen(amount) if amount is not None else None)


def _place(hours, mail, verdict, order, merchant):
    when = None if hours is None else at(hours)
    return {"merchant": merchant, "order": order, "at": when, "provenance": provenance(mail, verdict)}


def _fact(fact, hours, mail, verdict=Verdict.GENUINE, *, order=ORDER, merchant="amazon_jp", **more):
    more.setdefault("part", part(order=order))
    return fact(**_place(hours, mail, verdict, order, merchant), **more)


def placed(*items, hours=0, mail="placed", total=None, payments=(), **more):
    order = more.get("order", ORDER)
    return _fact(OrderPlaced, hours, mail, part=part(*items, order=order, total=total, payments=payments), **more)


def shipped(*items, hours=5, mail="shipped", kind=MessageKind.SHIPPED, parcels=(), **more):
    order = more.get("order", ORDER)
    return _fact(ShipmentNotified, hours, mail, kind=kind, parcels=parcels, part=part(*items, order=order), **more)


def delivered(*items, hours=30, mail="delivered", **more):
    return shipped(*items, hours=hours, mail=mail, kind=MessageKind.DELIVERED, **more)


def scanned(event, number, hours=24, mail="scanned", *, verdict=Verdict.GENUINE, carrier="yamato"):
    place = _place(hours, mail, verdict, "", carrier)
    return ParcelScanned(**place, event=ParcelEvent(event), parcel=Parcel(carrier=carrier, number=number))


def card_used(amount, hours=1, mail="used", stage="unknown", nth=0):
    use = CardUse(amount=yen(amount), on=at(hours).date(), merchant="AMAZON", stage=CardStage(stage), nth=nth)
    return CardUsed(**_place(hours, mail, Verdict.GENUINE, "", "smbc_card"), use=use)


def delayed(hours=4, mail="delayed", kind=MessageKind.DELAYED, **more):
    return _fact(DelayNotified, hours, mail, kind=kind, **more)


def cancelled(*items, hours=10, mail="cancelled", partial=False, cause=CauseCode.STOCKOUT, refund=None, **more):
    order = more.get("order", ORDER)
    total = more.pop("total", None)
    return _fact(
        CancelNotified,
        hours,
        mail,
        cancel=Cancel(by=CancelBy.SHOP, cause=CauseCode(cause)),
        partial=partial,
        items=items,
        refund=refund,
        part=part(*items, order=order, total=total),
        **more,
    )


def requested(hours=6, mail="requested", by=CancelBy.BUYER, **more):
    return _fact(CancelRequested, hours, mail, cancel=Cancel(by=by), **more)


def refunded(amount=None, hours=12, mail="refunded", **more):
    return _fact(RefundIssued, hours, mail, refund=Refund(amount=yen(amount) if amount else None), **more)


def renumbered(kind, old, new, *parts, hours=2, mail="renumbered", **more):
    """Return what one mail says of every number: spaces part the numbers of `old` and `new`."""
    said = Renumbering(kind=RenumberKind(kind), old=tuple(old.split()), new=tuple(new.split()))
    held = {one.number: one for one in parts}
    return [
        _fact(OrderRenumbered, hours, mail, order=one, renumbering=said, part=held.get(one, part(order=one)), **more)
        for one in said.numbers
    ]


def seen(amount=None, hours=40, mail="seen"):
    return RefundSeen(
        **_place(hours, mail, Verdict.UNPROVEN, ORDER, "amazon_jp"), amount=yen(amount) if amount else None
    )


def forged(hours=8, mail="forged", order=ORDER, merchant="amazon_jp", kind=MessageKind.CANCELLED):
    return PhishingReceived(**_place(hours, mail, Verdict.PHISHING, order, merchant), kind=kind)


def told(hours=20, mail="told", **more):
    return _fact(PersonSaid, hours, mail, Verdict.UNPROVEN, **more)


def payment_failed(hours=3, mail="failed", **more):
    return _fact(PaymentFailed, hours, mail, **more)


def substitute(hours=3, mail="substitute", **more):
    return _fact(SubstituteOffered, hours, mail, **more)


def wrote(hours=3, mail="wrote", asks_choice=False, **more):
    return _fact(SellerWrote, hours, mail, asks_choice=asks_choice, **more)


def announced(amount=None, charged=None, **more):
    return Refund(amount=yen(amount) if amount is not None else None, charged=charged, **more)


def parcel(number="444413758703"):
    return Parcel(carrier="yamato", number=number)
