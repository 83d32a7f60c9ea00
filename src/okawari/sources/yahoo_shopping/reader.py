"""What a mail of Yahoo! Shopping, or of a store that speaks in its name, says."""

from __future__ import annotations

import re
from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, Understanding
from okawari.reading.shop_mail.careful import read_carefully
from okawari.reading.shop_mail.taken_off import with_taken_off

NAME = "yahoo_shopping"
VERSION = 4

_ORDER_MAIL = re.compile(r"ご?注文の?ご?確認|ご利用内容を?ご?確認|お申し?込みの?ご?確認")
_NOT_FINAL = re.compile(r"^Re[:：]", re.IGNORECASE)


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; some stores only send 【Yahoo!ウォレット】…ご利用内容, which is the order then."""
    careful = read_carefully(mail, merchant, reader=NAME, version=VERSION)
    if careful.kind is MessageKind.OTHER and _confirms(mail, careful):
        careful = replace(careful, kind=MessageKind.ORDER_PLACED)
    return with_taken_off(careful, mail.text, points="paypay_points", vouchers="paypay_voucher")


def _confirms(mail: Mail, careful: Understanding) -> bool:
    """Return whether the subject is that of an order mail and the mail holds an order with its items."""
    subject = mail.subject.strip()
    return bool(
        _ORDER_MAIL.search(subject)
        and not _NOT_FINAL.match(subject)
        and len(careful.orders) == 1
        and careful.orders[0].items
    )
