"""What a notice of View Card says."""

from __future__ import annotations

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import CardStage, Understanding
from okawari.reading.card_mail import read_card_mail

NAME = "view_card"
VERSION = 1
_STAGES = ((r"速報.*ご利用情報", CardStage.AUTHORISED), (r"確報.*ご利用情報", CardStage.CAPTURED))


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return the uses of the card that the mail tells of; None for a mail about anything else."""
    return read_card_mail(mail, merchant, reader=NAME, version=VERSION, stages=_STAGES)
