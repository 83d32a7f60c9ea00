"""What a notice of PayPay says."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import CardStage, Understanding
from okawari.reading.card_mail import read_card_mail

NAME = "paypay"
VERSION = 1
_STAGES = ((r"返金", CardStage.REVERSED), (r"お?支払い?.{0,4}完了|お支払いのお知らせ", CardStage.CAPTURED))


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return the payment or refund that the mail tells of; None for the bank and the broker of the group."""
    if merchant.id != NAME:
        return None
    return read_card_mail(mail, merchant, reader=NAME, version=VERSION, stages=_STAGES)
