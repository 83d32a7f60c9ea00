"""What a notice of Vpass (Sumitomo Mitsui Card, Amazon Mastercard) says."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import CardStage, Understanding
from okawari.reading.card_mail import read_card_mail

NAME = "smbc_vpass"
VERSION = 1
_STAGES = ((r"取消|キャンセル|返品", CardStage.REVERSED), (r"ご利用のお知らせ", CardStage.UNKNOWN))


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return the uses of the card that the mail tells of; None for a mail about anything else."""
    return read_card_mail(mail, merchant, reader=NAME, version=VERSION, stages=_STAGES)
