"""What a mail of AmiAmi says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.shop_mail.own_layout import ItemLine, OwnLayout, read_with_layout

NAME = "amiami"
VERSION = 3

_NUMBER = re.compile(r"(?:(?<=ご注文)|(?<=ご注文\[)|(?<=受注番号\")|(?<=受注番号 \"))\d{9,10}(?![\d-])", re.ASCII)
_ITEM = ItemLine(re.compile(r"\[(?P<title>.+)\] ?[xX×] ?(?P<quantity>\d{1,3})"))
_CODED = ItemLine(re.compile(r"\[[A-Z]+-[A-Z0-9-]{3,20}\] ?[:：] ?(?P<title>.+)"))
_INSIDE = OwnLayout(NAME, VERSION, items=(_ITEM, _CODED), number=_NUMBER)
_LABELLED = OwnLayout(NAME, VERSION, items=(_ITEM, _CODED))


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; the number stands inside a sentence (ご注文123456789以下商品) or behind its label."""
    inside = _NUMBER.search(f"{mail.subject}\n{mail.text}")
    return read_with_layout(mail, merchant, _INSIDE if inside else _LABELLED)
