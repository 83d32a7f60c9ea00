"""What a mail of animate's online shop says."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.payments import UNKNOWN
from okawari.reading.shop_mail.careful import read_carefully
from okawari.reading.shop_mail.taken_off import with_taken_off

NAME = "animate"
VERSION = 3


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; its points are none of the known ways of paying."""
    return with_taken_off(read_carefully(mail, merchant, reader=NAME, version=VERSION), mail.text, points=UNKNOWN)
