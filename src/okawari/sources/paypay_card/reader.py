"""What a notice of PayPay Card says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import CardStage, Understanding
from okawari.reading.card_mail import read_card_mail

NAME = "paypay_card"
VERSION = 1
_STAGES = ((r"速報", CardStage.AUTHORISED), (r"ご利用のお知らせ", CardStage.UNKNOWN))
_BARE_USE = re.compile(
    r"^[ \u3000]*(?P<shop>[^\n]{1,80})\n\s{0,4}(?P<day>\d{4}年\d{1,2}月\d{1,2}日 ?\d{1,2}:\d{2})\s{0,4}\n\s{0,4}(?P<amount>[-−▲]?[\d,]{1,12}円)[ \u3000]*$",
    re.MULTILINE,
)
_WITH_LABELS = r"利用日：\g<day>\n利用先：\g<shop>\n利用金額：\g<amount>"


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return the uses of the card that the mail tells of; None for a mail about anything else."""
    return read_card_mail(
        mail, merchant, reader=NAME, version=VERSION, stages=_STAGES, text=_BARE_USE.sub(_WITH_LABELS, mail.text)
    )
