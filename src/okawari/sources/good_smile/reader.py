"""What a mail of Good Smile Company's own shop says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.shop_mail.own_layout import ItemLine, OwnLayout, read_with_layout

NAME = "good_smile"
VERSION = 3

_ITEM = ItemLine(re.compile(r"\d{13} (?P<quantity>\d{1,3})", re.ASCII))
_LAYOUT = OwnLayout(NAME, VERSION, items=(_ITEM,))


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; in a parcel's mail the article number and the count stand below the title."""
    return read_with_layout(mail, merchant, _LAYOUT)
