"""What a mail of Yodobashi.com says."""

from __future__ import annotations

import re
from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import (
    Cancel,
    CancelBy,
    CauseCode,
    Item,
    MessageKind,
    OrderPart,
    Parcel,
    PaymentPart,
    Understanding,
)
from okawari.domain.money import Money, yen
from okawari.reading.amounts import money_in
from okawari.reading.carriers import carrier_of
from okawari.reading.causes import cause_in
from okawari.reading.dates import date_in
from okawari.reading.labels import labelled, value_of
from okawari.reading.payments import payment_method
from okawari.reading.shop_mail.renumbering import renumbering_in
from okawari.reading.shop_mail.wordings import ASKED_BY_BUYER
from okawari.sources.yodobashi.items import items_in, without_titles

NAME = "yodobashi"
VERSION = 3

_ORDER_LABEL = r"(?:変更対象の|キャンセル対象の)?ご注文番号"
_ORDER = re.compile(r"\d{10}(?!\d)")
_TOTAL = re.compile(r"今回(?:出荷)?のお買い物合計金額(?P<amount>[^\n]*)")
_PAID = re.compile(
    r"^[ \u3000]*・(?P<wording>[^\n・]{2,40}?での(?:お支払い?|ご利用))[ \u3000：:]+(?P<amount>[^\n]{1,60})$",
    re.MULTILINE,
)
_POINTS = re.compile(r"([\d,]+)[ \u3000]*ポイント")
_PARCEL_LABEL = r"(?:配達受付番号|お問い合わせ番号|伝票番号)(?:[（(]伝票番号[）)])?"
_PARCEL = re.compile(r"\d{4}-?\d{4}-?\d{4}(?!\d)|\d{11}(?!\d)")


_SHIPPED_ITEMS = "【今回出荷の商品】"
_CANCELLED_ITEMS = "【キャンセル対象の"
_AFTER_CHANGE = "【変更後】"
_SECTION = re.compile(r"^(?=◎?【|■■|●変更)", re.MULTILINE)

_PARTLY = re.compile(r"一部(?:の商品)?(?:を|の)?キャンセル")
_WHOLLY = re.compile(
    r"(?:全て|すべて|全部|全商品|全品)[^。\n]{0,8}キャンセル"
    r"|ご?注文(?:を|は|が)[^。\n]{0,30}?キャンセル(?:いたしました|させていただき|となりました|されました|しました)"
    r"|ご?注文の?キャンセル(?:を承り|が完了|のご連絡|のお知らせ)"
)
_CANCEL_SUBJECT = re.compile(r"キャンセル|内容変更|取り?消し")
_BY_SENDER = {
    "thanks_gochuumon": MessageKind.ORDER_PLACED,
    "thanks_gonyuukin": MessageKind.OTHER,
    "otodoke": MessageKind.SHIPPED,
}
_Wordings = tuple[tuple[MessageKind, re.Pattern[str]], ...]
_BY_SUBJECT: _Wordings = (
    (MessageKind.SHIPPED, re.compile(r"出荷(?:完了)?の(?:お知らせ|ご連絡)")),
    (MessageKind.ORDER_PLACED, re.compile(r"ご注文ありがとうございます")),
    (MessageKind.OTHER, re.compile(r"ご利用確認が完了|ご?入金")),
    (MessageKind.BACKORDERED, re.compile(r"お取り?寄せ|入荷待ち")),
    (MessageKind.DELAYED, re.compile(r"(?:お届け|出荷|配達|納期|入荷)[^。\n]{0,12}(?:遅れ|遅延|変更|延期)")),
)
_WAITS_FOR_GOODS = re.compile(r"入荷待ち|入荷次第[^。\n]{0,16}(?:出荷|発送|お届け|お送り)")
_BY_BODY: _Wordings = (
    (MessageKind.SHIPPED, re.compile(re.escape(_SHIPPED_ITEMS))),
    (MessageKind.ORDER_PLACED, re.compile(r"■■ご注文ありがとうございます|下記の内容でご注文を承りました")),
    (MessageKind.OTHER, re.compile(r"決済のご利用確認が完了")),
    (
        MessageKind.BACKORDERED,
        re.compile(r"(?:メーカー)?お取り?寄せ[^。\n]{0,30}(?:お時間を|お待ち|となって|いたしており)"),
    ),
    (MessageKind.DELAYED, re.compile(r"(?:お届け|出荷|配達|入荷)が[^。\n]{0,20}(?:遅れて|遅れる|遅延して)")),
)
_CANCELLED_BY = {CauseCode.BUYER_REQUEST: CancelBy.BUYER, CauseCode.UNKNOWN: CancelBy.UNKNOWN}


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; the items of a cancelled order are the cancelled ones."""
    said = without_titles(mail.text)
    kind = _kind(mail, said)
    cancelling = kind in {MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED}
    items = _items(mail.text, cancelling=cancelling)
    return Understanding(
        merchant=merchant.id,
        kind=kind,
        orders=_orders(said, items, cancelling=cancelling),
        parcels=_parcels(said) if kind is MessageKind.SHIPPED else (),
        cancel=_cancel(said) if cancelling or kind is MessageKind.CANCEL_REQUESTED else None,
        renumbering=renumbering_in(mail.subject, said, own=_ORDER),
        reader=NAME,
        reader_version=VERSION,
    )


def _kind(mail: Mail, text: str) -> MessageKind:
    sender = mail.from_.address.partition("@")[0].lower()
    if sender == "cancel" or _CANCEL_SUBJECT.search(mail.subject) or _CANCELLED_ITEMS in text:
        return _cancel_kind(mail, text)
    kind = _told(_BY_SUBJECT, mail.subject) or _BY_SENDER.get(sender) or _told(_BY_BODY, text)
    if kind is MessageKind.DELAYED and _WAITS_FOR_GOODS.search(text):
        return MessageKind.BACKORDERED
    return kind or (MessageKind.CANCELLED if _WHOLLY.search(text) else MessageKind.OTHER)


def _told(wordings: _Wordings, said: str) -> MessageKind | None:
    return next((kind for kind, wording in wordings if wording.search(said)), None)


def _cancel_kind(mail: Mail, text: str) -> MessageKind:
    """Return how much was cancelled: by the words, else by whether items are left; where nothing was, if it was asked for."""
    said = f"{mail.subject}\n{text}"
    if _PARTLY.search(said):
        return MessageKind.PARTIALLY_CANCELLED
    if _WHOLLY.search(said):
        return MessageKind.CANCELLED
    if not items_in(_section(mail.text, _CANCELLED_ITEMS)):
        return MessageKind.CANCEL_REQUESTED if ASKED_BY_BUYER.search(said) else MessageKind.OTHER
    left = items_in(_section(mail.text, _AFTER_CHANGE))
    return MessageKind.PARTIALLY_CANCELLED if left else MessageKind.CANCELLED


def _cancel(text: str) -> Cancel:
    cause, wording = cause_in(text)
    return Cancel(by=_CANCELLED_BY.get(cause, CancelBy.SHOP), cause=cause, wording=wording)


def _orders(text: str, items: tuple[Item, ...], *, cancelling: bool) -> tuple[OrderPart, ...]:
    """Return the orders named; with several numbers in one mail nothing else can be told apart."""
    found = (_ORDER.match(said.value) for said in labelled(text, _ORDER_LABEL))
    numbers = tuple(dict.fromkeys(match[0] for match in found if match))
    if len(numbers) != 1:
        return tuple(OrderPart(number=number) for number in numbers)
    ordered_on = value_of(text, "ご注文日")
    return (
        OrderPart(
            number=numbers[0],
            items=items,
            total=None if cancelling else _total(text),
            payments=_payments(text, cancelling=cancelling),
            ordered_on=date_in(ordered_on) if ordered_on else None,
        ),
    )


def _items(text: str, *, cancelling: bool) -> tuple[Item, ...]:
    cancelled = items_in(_section(text, _CANCELLED_ITEMS)) if cancelling else ()
    return cancelled or items_in(text)


def _total(text: str) -> Money | None:
    found = _TOTAL.search(text)
    return money_in(found["amount"]) if found else None


def _payments(text: str, *, cancelling: bool) -> tuple[PaymentPart, ...]:
    """Return the ways of paying; of a changed order only the methods, as each amount stands there before and after."""
    if cancelling:
        methods = {part.method: part for part in _payments(text, cancelling=False)}
        return tuple(replace(part, amount=None) for part in methods.values())
    parts = []
    for found in _PAID.finditer(text):
        method = payment_method(found["wording"])
        amount = money_in(found["amount"]) or _points(found["amount"])
        if amount is None or amount.amount > 0:
            parts.append(PaymentPart(method=method, amount=amount, wording=found["wording"].strip()))
    if parts:
        return tuple(parts)
    named = value_of(text, r"お支払い?方法") or ""
    return tuple(
        PaymentPart(method=payment_method(wording), wording=wording.strip())
        for wording in re.split(r"[、,，＋+]", named)
        if wording.strip()
    )


def _points(text: str) -> Money | None:
    """Return the worth of the points used: a Gold Point pays one yen."""
    found = _POINTS.search(text)
    return yen(int(found[1].replace(",", ""))) if found else None


def _parcels(text: str) -> tuple[Parcel, ...]:
    parcels = []
    for section in text.split("今回の配達")[1:] or [text]:
        carrier = section.splitlines()[0] if section else ""
        for said in labelled(section, _PARCEL_LABEL):
            for number in _PARCEL.findall(said.value):
                plain = number.replace("-", "")
                parcels.append(Parcel(carrier=carrier_of(carrier, plain), number=plain))
    return tuple(dict.fromkeys(parcels))


def _section(text: str, heading: str) -> str:
    """Return what stands under the heading that begins so, up to the next heading; "" where there is none."""
    return next((part for part in _SECTION.split(text) if heading in part[:20]), "")
