"""What a mail of Mercari or of Mercari Shops says."""

from __future__ import annotations

from dataclasses import replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, Understanding
from okawari.reading.shop_mail.careful import read_carefully
from okawari.reading.shop_mail.single_thing import heard_from_seller, is_ones_own_sale, named_thing, without_named_thing
from okawari.reading.shop_mail.taken_off import with_taken_off

NAME = "mercari"
VERSION = 4

_THING = r"m\d{8,14}"


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says; of a mail about a person's own sale nothing but that it is `other`."""
    plain = without_named_thing(mail)
    if is_ones_own_sale(plain.subject):
        return Understanding(merchant=merchant.id, kind=MessageKind.OTHER, reader=NAME, reader_version=VERSION)
    careful = read_carefully(plain, merchant, reader=NAME, version=VERSION)
    orders = tuple(named_thing(order, mail, _THING) for order in careful.orders)
    told = heard_from_seller(replace(careful, orders=orders), mail)
    return with_taken_off(told, mail.text, points="mercari_points")
