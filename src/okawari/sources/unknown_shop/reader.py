"""What a mail of a shop without its own reader says: labelled values and strong wordings, everything else unknown."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.carrier_mail import read_carrier_mail
from okawari.reading.shop_mail.careful import read_carefully

NAME = "unknown_shop"
VERSION = 4


def read(mail: Mail, merchant: Merchant | None) -> Understanding:
    """Return what the mail says; `merchant` is the one in whose name it speaks, None where no name is known."""
    if (
        merchant is not None
        and merchant.kind == "carrier"
        and (said := read_carrier_mail(mail, merchant, reader=NAME, version=VERSION))
    ):
        return said
    return read_carefully(mail, merchant, reader=NAME, version=VERSION)
