"""What a mail of DMM's mail-order shop says."""

from __future__ import annotations

import re
from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.shop_mail.own_layout import ItemLine, OwnLayout, read_with_layout

NAME = "dmm"
VERSION = 3

_NUMBER = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{2}-\d{7,9}(?![0-9-])", re.ASCII)
_SMALL = re.compile(r"(?<![A-Za-z0-9-])[a-z]{2}-\d{7,9}(?![0-9-])", re.ASCII)
_ITEM = ItemLine(
    re.compile(
        r"(?:\[\d{1,2}月発送予定\] ?|発売日[：:] ?\S{1,20}発売予定 |\d{1,2}/\d{1,2} 発売予定 |発送日[：:] ?[\d: -]{10,20} )?"
        r"(?P<title>.+?)[ \u3000](?P<quantity>\d{1,3})個[ \u3000]?(?P<line>[\d,]{1,11}円)"
    )
)
_LAYOUT = OwnLayout(NAME, VERSION, items=(_ITEM,), number=_NUMBER)


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; order numbers in capitals, as the mails write one number now so, now in small letters."""
    return read_with_layout(
        replace(mail, text=_SMALL.sub(lambda found: found[0].upper(), mail.text)), merchant, _LAYOUT
    )
