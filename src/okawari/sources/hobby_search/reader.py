"""What a mail of Hobby Search says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.shop_mail.own_layout import ItemLine, OwnLayout, read_with_layout

NAME = "hobby_search"
VERSION = 3

_NUMBER = re.compile(r"(?<![\d-])\d{2}-\d{4}-\d{4}(?![\d-])", re.ASCII)
_ITEM = ItemLine(
    re.compile(r"単価：(?P<price>[\d,]{1,11}円) ?× ?個数：(?P<quantity>\d{1,3}) ?= ?(?P<line>[\d,]{1,11}円)", re.ASCII)
)
_LAYOUT = OwnLayout(NAME, VERSION, items=(_ITEM,), number=_NUMBER)


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; a parcel can hold several orders, each with its goods below its number."""
    return read_with_layout(mail, merchant, _LAYOUT)
