"""What a mail of Sagawa says of a parcel."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Understanding
from okawari.reading.carrier_mail import read_carrier_mail

NAME = "sagawa"
VERSION = 1


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return which parcels the mail names and what became of them."""
    return read_carrier_mail(mail, merchant, reader=NAME, version=VERSION)
