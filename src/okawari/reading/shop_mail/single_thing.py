"""Markets where one person sells one thing: its name stands in the subject, and its id is the order's number."""

from __future__ import annotations

import re
from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.message import Item, MessageKind, OrderPart, Understanding
from okawari.domain.money import Money
from okawari.reading.amounts import money_in
from okawari.reading.labels import value_of

_NAMED = re.compile(r"「(?P<title>[^\n]{1,200})」")
_MESSAGE = re.compile(r"(取引メッセージ[:：]).*")
_WROTE = re.compile(r"出品者(?:様|さま|さん)?から(?:の)?(?:取引)?メッセージ")
_SALE = re.compile(r"の発送をお願い|(?:が|を)購入(?:されました|しました)|売れました|出品(?:が|を)")
_TITLE_LABEL = r"(?:購入)?商品(?:名|タイトル)"
_TITLE_LINE = re.compile(rf"^[ \t\u3000・■]{{0,4}}{_TITLE_LABEL}[ \u3000]?[:：][^\n]*$", re.MULTILINE)
_PRICE_LABEL = r"(?:商品|購入)(?:代金|価格|金額)|落札価格"


def without_named_thing(mail: Mail) -> Mail:
    """Return the mail without the thing's name in its subject: what a thing is called states nothing."""
    return replace(mail, subject=_MESSAGE.sub(r"\1", _NAMED.sub("「」", mail.subject)))


def is_ones_own_sale(subject: str) -> bool:
    """Return whether a subject tells a seller of his own sale."""
    return bool(_SALE.search(subject))


def heard_from_seller(understood: Understanding, mail: Mail) -> Understanding:
    """Return a mail that says nothing but that the seller wrote as `seller_message`."""
    if understood.kind is MessageKind.OTHER and understood.orders and _WROTE.search(_TITLE_LINE.sub("", mail.text)):
        return replace(understood, kind=MessageKind.SELLER_MESSAGE)
    return understood


def named_thing(order: OrderPart, mail: Mail, thing: str) -> OrderPart:
    """Return the order with its one thing, where the number is a thing's id (the pattern `thing`): one piece of it.

    The name comes from its label, else from the subject; another order keeps the items it has.
    """
    if not re.fullmatch(thing, order.number) or len(order.items) > 1:
        return order
    subject = _NAMED.search(mail.subject)
    title = value_of(mail.text, _TITLE_LABEL) or (subject["title"].strip() if subject else None)
    if not title:
        return order
    price = _price(_TITLE_LINE.sub("", mail.text))
    return replace(order, items=(Item(title=title, quantity=1, price=price, line_total=price),))


def _price(text: str) -> Money | None:
    said = value_of(text, _PRICE_LABEL)
    return money_in(said) if said else None
