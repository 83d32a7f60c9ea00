"""What a notice of Sony Bank says."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import CardStage, Understanding
from okawari.reading.card_mail import read_card_mail

NAME = "sony_bank"
VERSION = 1
_STAGES = (
    (r"ご利用金額確定", CardStage.CAPTURED),
    (r"速報", CardStage.AUTHORISED),
    (r"ご利用のお知らせ", CardStage.UNKNOWN),
)


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return the uses of the card that the mail tells of; None for a mail about anything else."""
    return read_card_mail(mail, merchant, reader=NAME, version=VERSION, stages=_STAGES)
