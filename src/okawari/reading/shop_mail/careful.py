"""What a shop's mail says in any layout: labelled values and strong wordings, everything else unknown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from okawari.domain.mail import Mail, WhenAsked
from okawari.domain.merchant import Merchant
from okawari.domain.message import (
    Cancel,
    CancelBy,
    CardStage,
    CauseCode,
    Item,
    MessageKind,
    OrderPart,
    Parcel,
    PaymentPart,
    Refund,
    Renumbering,
    Understanding,
)
from okawari.domain.money import Money
from okawari.reading.amounts import money_in
from okawari.reading.card_mail import read_uses
from okawari.reading.dates import date_in, only_date_in
from okawari.reading.labels import labelled, value_of
from okawari.reading.parcels import parcels_in
from okawari.reading.payments import payment_method
from okawari.reading.refund_parts import refund_parts
from okawari.reading.shop_mail import numbers, wordings
from okawari.reading.shop_mail.items import read_items
from okawari.reading.shop_mail.kinds import Said, asks_choice, cancelled_by, cannot_supply, kind_of
from okawari.reading.shop_mail.renumbering import renumbering_in
from okawari.reading.standing import above_closing

_ON_THE_MOVE = {MessageKind.SHIPPED, MessageKind.OUT_FOR_DELIVERY, MessageKind.DELIVERED}
_ALSO_SAID = {MessageKind.ORDER_PLACED, MessageKind.DELAYED}
"""What the words of a renumbering sound like too, where several numbers are named."""
_CANCELLING = {MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCEL_REQUESTED}
_PAYMENT_LABEL = r"(?:お支払い?|支払い?|決済|ご?入金)\s?(?:方法|手段)|Payment [Mm]ethod|Paid (?:by|with)"
_SELLER_LABEL = r"(?:ショップ|ストア|店舗|出品者|販売者|販売店)名?|販売(?:元|事業者名?)"
_ORDERED_LABEL = r"ご?(?:注文|受注|購入)(?:日時|日|時間)|日時"
_REFUND_LABEL = r"ご?返金(?:予定)?(?:金額|額)|Refund (?:amount|total)"
_REFUND_DATE_LABEL = r"ご?返金(?:処理|予定|実施)?日"
_REFUND_TO_LABEL = r"ご?返金(?:予定)?(?:方法|先)"
_ANSWERED = re.compile(r"(?:^[>＞](?![>＞]).*(?:\n|\Z)){2,}", re.MULTILINE)
"""Lines of an earlier mail below an answer; a single one may be a mark of a list."""
_ADDRESS_BEHIND = re.compile(r"[ \u3000]*[(（]?https?://.*$")
_LONGEST_WORDING = 60
LONGEST_TEXT = 100_000  # characters; what a shop says of an order stands in the first few thousand


def read_carefully(
    mail: Mail, merchant: Merchant | None, *, reader: str, version: int, own_number: re.Pattern[str] | None = None
) -> Understanding:
    """Return what the mail says, as read by `reader`.

    `merchant` is the one in whose name the mail speaks, None where no name is known. What a shop's own layout makes
    sure, its reader then adds or puts in place of what stands here. `own_number` is a form of order number that nothing
    else has: where it occurs, it names the order, without a label and before any other number.
    """
    if merchant is None and not wordings.WORTH_READING.search(f"{mail.subject}\n{mail.text[:LONGEST_TEXT]}"):
        return Understanding(merchant=None, kind=MessageKind.OTHER, reader=reader, reader_version=version)
    currency = merchant.currency if merchant else "JPY"
    whole = mail.text[:LONGEST_TEXT]
    items, text = read_items(_ANSWERED.sub("\n", whole))
    found = numbers.order_numbers(mail.subject, text, merchant, own_number)
    if not found and text != whole:
        found = numbers.order_numbers("", whole, merchant, own_number)
    renumbering = renumbering_in(mail.subject, text, found, own_number)
    found = tuple(dict.fromkeys((*found, *renumbering.numbers))) if renumbering else found
    total = numbers.total(text, currency)
    letter, ruled_off = above_closing(text)
    parcels = WhenAsked(lambda: parcels_in(text, mail.links))
    said = Said(
        subject=mail.subject,
        text=text,
        letter=letter,
        numbered=bool(found),
        priced=bool(items) or total is not None,
        known=merchant is not None,
        parcels=parcels,
    )
    kind = kind_of(said)
    if kind is MessageKind.OTHER and letter != text and not ruled_off:
        said = replace(said, letter=text)
        kind = kind_of(said)
    if renumbering and len(found) > 1 and kind in _ALSO_SAID:
        kind = MessageKind.OTHER
    elif renumbering and kind is MessageKind.OTHER and said.priced:
        kind = MessageKind.ORDER_PLACED
    if len(found) > 1 and kind in _CANCELLING and not renumbering:
        found, kind = _cancelled_ones(said, found, kind)
    part = OrderPart(
        number="",
        items=_items(kind, items),
        total=total,
        payments=_payments(text),
        seller=seller_in(text) if merchant and merchant.marketplace else None,
        ordered_on=_ordered_on(text, _sent(mail)),
    )
    chooses = kind is MessageKind.SELLER_MESSAGE and asks_choice(said)
    return Understanding(
        merchant=merchant.id if merchant else None,
        kind=kind,
        orders=_orders(found, part, renumbering),
        parcels=_parcels(kind, parcels),
        cancel=_cancel(said, kind),
        refund=_refund(said, kind, currency, _sent(mail)),
        uses=read_uses(text, _sent(mail), CardStage.UNKNOWN) if kind is MessageKind.CARD_USED else (),
        renumbering=renumbering,
        asks_choice=chooses,
        cannot_supply=_cannot(said, kind) if not chooses else None,
        reader=reader,
        reader_version=version,
    )


def _cancelled_ones(said: Said, found: tuple[str, ...], kind: MessageKind) -> tuple[tuple[str, ...], MessageKind]:
    """Return the orders that a mail about several speaks of as cancelled, and its kind.

    Those that the sentence with the cancel names; all of them where it names none, unless the mail says that something was sent: then
    it is not clear which.
    """
    named = tuple(number for number in found if any(number in before for before in said.before(wordings.CANCEL_DONE)))
    if named:
        return named, kind
    return (found, MessageKind.OTHER) if said.states(wordings.SHIPPED) else (found, kind)


def _orders(found: tuple[str, ...], part: OrderPart, renumbering: Renumbering | None) -> tuple[OrderPart, ...]:
    """Return the orders named; with several numbers it is not clear what belongs to which, but for what became of one."""
    whose = renumbering.new if renumbering else found
    holder = whose[0] if len(whose) == 1 else None
    return tuple(replace(part, number=one) if one == holder else OrderPart(number=one) for one in found)


def _items(kind: MessageKind, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items; of a partial cancel only a single one is surely the cancelled one."""
    if kind is MessageKind.PARTIALLY_CANCELLED and len(items) != 1:
        return ()
    return items


def _payments(text: str) -> tuple[PaymentPart, ...]:
    parts: dict[str, PaymentPart] = {}
    for said in labelled(text, _PAYMENT_LABEL):
        wording = said.value[:_LONGEST_WORDING]
        if wording:
            method = payment_method(wording)
            parts.setdefault(method, PaymentPart(method=method, wording=wording))
    return tuple(parts.values())


def seller_in(text: str) -> str | None:
    """Return the shop that a mall's mail names, None where it names none."""
    named = value_of(text, _SELLER_LABEL)
    return _ADDRESS_BEHIND.sub("", named).strip() or None if named else None


def _ordered_on(text: str, sent: date | None) -> date | None:
    named = value_of(text, _ORDERED_LABEL)
    return date_in(named, sent) if named else None


def _sent(mail: Mail) -> date | None:
    return mail.date.date() if mail.date else None


def _parcels(kind: MessageKind, parcels: Sequence[Parcel]) -> tuple[Parcel, ...]:
    """Return the parcels of a mail about a delivery; elsewhere an inquiry number may be another thing."""
    return tuple(parcels) if kind in _ON_THE_MOVE else ()


def _cancel(said: Said, kind: MessageKind) -> Cancel | None:
    if kind not in _CANCELLING:
        return None
    by = cancelled_by(said, kind)
    cause, wording = said.cause
    if by is CancelBy.BUYER and cause is CauseCode.UNKNOWN:
        cause = CauseCode.BUYER_REQUEST
    return Cancel(by=by, cause=cause, wording=wording)


def _cannot(said: Said, kind: MessageKind) -> Cancel | None:
    if kind is not MessageKind.SELLER_MESSAGE or not cannot_supply(said):
        return None
    cause, wording = said.cause
    return Cancel(by=CancelBy.SHOP, cause=cause, wording=wording)


def _refund(said: Said, kind: MessageKind, currency: str, sent: date | None) -> Refund | None:
    text = said.text
    amount = value_of(text, _REFUND_LABEL)
    with_cancel = kind in _CANCELLING and (amount or said.states(wordings.REFUNDED))
    if kind is not MessageKind.REFUND_ISSUED and not with_cancel:
        return None
    day = value_of(text, _REFUND_DATE_LABEL)
    destination = value_of(text, _REFUND_TO_LABEL) or ""
    sent_back = money_in(amount, currency) if amount else _told_back(said, currency)
    return Refund(
        amount=sent_back,
        destination_wording=destination,
        parts=refund_parts(destination, sent_back),
        date=only_date_in(day, sent) if day else None,
    )


def _told_back(said: Said, currency: str) -> Money | None:
    """Return the amount that the sentences about a done refund name; None where they name none or different ones."""
    told = (money_in(one, currency) for one in said.statements if wordings.REFUNDED.search(one))
    amounts = {amount for amount in told if amount is not None}
    return amounts.pop() if len(amounts) == 1 else None
