"""What a mail of Rakuten Ichiba, of one of its shops, of Rakuten Books or of Rakuten Pay says."""

from __future__ import annotations

import re
from dataclasses import replace

from okawari.domain.hosts import belongs
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, OrderPart, PaymentPart, Understanding
from okawari.reading.amounts import money_in
from okawari.reading.dates import date_in
from okawari.reading.labels import value_of
from okawari.reading.payments import UNKNOWN
from okawari.reading.shop_mail.careful import read_carefully
from okawari.reading.shop_mail.taken_off import with_taken_off

NAME = "rakuten"
VERSION = 4

_OURS = "rakuten"
_NUMBER = re.compile(
    r"(?<![\w-])\d{6}-20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-(?:\d{10}|\d{8})(?![\w-])", re.ASCII
)
_SHOP = re.compile(r"楽天市場内の(?:ショップ|店舗)[「『](?P<name>[^」』\n]{1,80})[」』]")
_BOOKS, _BOOKS_NAME = "books.rakuten.co.jp", "楽天ブックス"
_PAY, _PAY_ONLINE = "pay.rakuten.co.jp", "checkout.rakuten.co.jp"
_PAY_USED = re.compile(r"ご?利用内容")
_PAY_ORDER = re.compile(r"注文(?:を)?受付|お?申込完了")
_PAY_STORE_LABEL = r"ご?利用(?:店舗|先)|お支払い?先|サイト名|ショップ名"
_PAY_DAY_LABEL = r"ご?利用日時?|ご?注文日時?"
_PAY_SUM_LABEL = r"決済総額|お?支払い?(?:金額|合計)|合計(?:金額)?"


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; None for Rakuten's other services, whose mails are no orders of the mall."""
    if merchant.id != _OURS:
        return None
    careful = read_carefully(mail, merchant, reader=NAME, version=VERSION, own_number=_NUMBER)
    if belongs(mail.from_.domain, _PAY) or belongs(mail.from_.domain, _PAY_ONLINE):
        return _paid(mail, careful)
    named = with_taken_off(careful, mail.text, points="rakuten_points")
    return _sold(mail, merchant, named)


def _sold(mail: Mail, merchant: Merchant, understood: Understanding) -> Understanding:
    seller = _seller(mail, merchant)
    if seller is None:
        return understood
    return replace(understood, orders=tuple(replace(o, seller=o.seller or seller) for o in understood.orders))


def _seller(mail: Mail, merchant: Merchant) -> str | None:
    """Return the shop: as the mall's mail names it, or who sent a mail through the mall's relay."""
    if belongs(mail.from_.domain, _BOOKS):
        return _BOOKS_NAME
    named = _SHOP.search(mail.text)
    if named:
        return named["name"].strip()
    relayed = any(belongs(mail.from_.domain, relay) for relay in merchant.relay_domains)
    display = mail.from_.display.strip()
    return display if relayed and display and "@" not in display else None


def _paid(mail: Mail, careful: Understanding) -> Understanding:
    """Return a payment with Rakuten Pay: the order that another shop took by it, or money spent in a store."""
    order = _PAY_ORDER.search(mail.subject)
    if order is None and not _PAY_USED.search(mail.subject):
        return careful
    store, day, amount = (value_of(mail.text, label) for label in (_PAY_STORE_LABEL, _PAY_DAY_LABEL, _PAY_SUM_LABEL))
    part = careful.orders[0] if order and len(careful.orders) == 1 else OrderPart(number="")
    sent = mail.date.date() if mail.date else None
    part = replace(
        part,
        total=part.total or (money_in(amount) if amount else None),
        seller=part.seller or store,
        ordered_on=part.ordered_on or (date_in(day, sent) if day else None),
        payments=part.payments or (PaymentPart(method=UNKNOWN, wording="楽天ペイ"),),
    )
    kind = MessageKind.ORDER_PLACED if order else MessageKind.CARD_USED
    read_so_far = replace(careful, kind=kind, orders=(part,), parcels=(), cancel=None, refund=None)
    return with_taken_off(read_so_far, mail.text, points="rakuten_points")
