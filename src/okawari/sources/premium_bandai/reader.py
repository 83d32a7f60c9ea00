"""What a mail of Premium Bandai says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.shop_mail.own_layout import ItemLine, OwnLayout, read_with_layout

NAME = "premium_bandai"
VERSION = 3

_SENT = (re.compile(r"^購入した商品$"), re.compile(r"^お問い?合わ?せ"))
_ITEM = ItemLine(re.compile(r"[×x] ?(?P<quantity>\d{1,3})"), within=_SENT)
_LAYOUT = OwnLayout(NAME, VERSION, items=(_ITEM,))


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; its order numbers are short and behind a label (ご注文番号, 注文No.)."""
    return read_with_layout(mail, merchant, _LAYOUT)
