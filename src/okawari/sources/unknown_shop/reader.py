"""What a mail of a shop without its own reader says: labelled values and strong wordings, everything else unknown."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.shop_mail.careful import read_carefully

NAME = "unknown_shop"
VERSION = 1


def read(mail: Mail, merchant: Merchant | None) -> Understanding:
    """Return what the mail says; `merchant` is the one in whose name it speaks, None where no name is known."""
    return read_carefully(mail, merchant, reader=NAME, version=VERSION)
