"""What a mail of BicCamera says."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.payments import UNKNOWN
from okawari.reading.shop_mail.careful import read_carefully
from okawari.reading.shop_mail.taken_off import with_taken_off

NAME = "biccamera"
VERSION = 4

_OURS = "biccamera"


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; None for the group's other shops, which have layouts of their own; its points are none of the known ways of paying."""
    if merchant.id != _OURS:
        return None
    careful = read_carefully(mail, merchant, reader=NAME, version=VERSION)
    return with_taken_off(careful, mail.text, points=UNKNOWN)
