"""What a mail of Suruga-ya or of its marketplace says."""

from __future__ import annotations

import re
from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.shop_mail.own_layout import ItemLine, OwnLayout, read_with_layout

NAME = "surugaya"
VERSION = 3

_SHOP, _MARKETPLACE = "surugaya", "surugaya_marketplace"
_NUMBER = re.compile(r"(?<![A-Za-z0-9-])[SM]\d{10}(?![0-9-])", re.ASCII)
_ITEM = ItemLine(re.compile(r"\d{1,2}-\d{1,3} (?P<line>[\\¥￥][\d,]{1,11}) (?P<title>.+?)(?: ?[(（]\d{9,13}[)）])?"))
_LAYOUT = OwnLayout(NAME, VERSION, items=(_ITEM,), number=_NUMBER)


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; whose it is tells the first letter of the number: M is the marketplace's."""
    said = read_with_layout(mail, merchant, _LAYOUT)
    letters = {order.number[:1] for order in said.orders}
    whose = {"S": _SHOP, "M": _MARKETPLACE}.get(letters.pop()) if len(letters) == 1 else None
    return replace(said, merchant=whose or said.merchant)
