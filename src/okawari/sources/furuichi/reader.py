"""What a mail of Furuichi Online says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.payments import UNKNOWN
from okawari.reading.shop_mail.own_layout import ItemLine, OwnLayout, read_with_layout
from okawari.reading.shop_mail.taken_off import with_taken_off

NAME = "furuichi"
VERSION = 3

_GOODS = (re.compile(r"^ご注文商品[：:]?$"), re.compile(r"^-{5,}$"))
_ITEM = ItemLine(re.compile(r"(?P<title>.+)[:：](?P<quantity>\d{1,3})個"), within=_GOODS)
_LAYOUT = OwnLayout(NAME, VERSION, items=(_ITEM,))


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; it names no item's price, and its points are none of the known ways of paying."""
    return with_taken_off(read_with_layout(mail, merchant, _LAYOUT), mail.text, points=UNKNOWN)
