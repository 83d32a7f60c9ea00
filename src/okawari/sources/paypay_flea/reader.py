"""What a mail of Yahoo! Flea Market (PayPay Flea Market) says."""

from __future__ import annotations

import re
from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, Understanding
from okawari.reading.shop_mail.careful import read_carefully
from okawari.reading.shop_mail.single_thing import heard_from_seller, is_ones_own_sale, named_thing, without_named_thing
from okawari.reading.shop_mail.taken_off import with_taken_off

NAME = "paypay_flea"
VERSION = 4

_OURS = "paypay_flea"
_NAMED = re.compile(r"(?:Yahoo!|PayPay)フリマ", re.IGNORECASE)
_THING = r"z\d{8,14}"
_HEAD = 500  # characters


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; None for a mail in the name of Yahoo! JAPAN that does not name the market.

    A buyer gets no mail of the purchase: the first one says that the thing was shipped.
    """
    if merchant.id != _OURS and not _NAMED.search(f"{mail.subject}\n{mail.text[:_HEAD]}"):
        return None
    plain = without_named_thing(mail)
    if is_ones_own_sale(plain.subject):
        return Understanding(merchant=_OURS, kind=MessageKind.OTHER, reader=NAME, reader_version=VERSION)
    market = replace(merchant, id=_OURS, marketplace=True)
    careful = read_carefully(plain, market, reader=NAME, version=VERSION)
    orders = tuple(named_thing(order, mail, _THING) for order in careful.orders)
    told = heard_from_seller(replace(careful, orders=orders), mail)
    return with_taken_off(told, mail.text, points="paypay_points")
