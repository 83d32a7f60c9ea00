"""What a mail of an Amazon outside Japan says."""

from __future__ import annotations

import re

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, Refund, Understanding
from okawari.reading.amounts import money_in
from okawari.reading.labels import labelled
from okawari.sources.amazon_world.kinds import cancel_of, kind_of
from okawari.sources.amazon_world.letter import Letter, letter_of
from okawari.sources.amazon_world.orders import orders_in, parcels_in, surely_cancelled

NAME = "amazon_world"
VERSION = 1

_WITH_REFUND = {MessageKind.REFUND_ISSUED, MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED}
_JAPANESE = re.compile(r"[\u3041-\u30ff]")


def read(mail: Mail, merchant: Merchant) -> Understanding | None:
    """Return what the mail says in English, German, French, Italian or Spanish; None for a Japanese one."""
    if _JAPANESE.search(mail.subject):
        return None
    letter = letter_of(mail, merchant)
    kind = kind_of(letter)
    orders = orders_in(letter, merchant.currency)
    if kind is MessageKind.PARTIALLY_CANCELLED:
        orders = tuple(surely_cancelled(part) for part in orders)
    return Understanding(
        merchant=merchant.id,
        kind=kind,
        orders=orders,
        parcels=parcels_in(letter),
        cancel=cancel_of(letter, kind),
        refund=_refund(letter, merchant.currency) if kind in _WITH_REFUND else None,
        reader=NAME,
        reader_version=VERSION,
    )


def _refund(letter: Letter, currency: str) -> Refund | None:
    """Return the refund as far as it is labelled; None where the mail says nothing of one."""
    values = [said.value for said in labelled(letter.text, rf"(?i:{letter.language.labels['refund']})(?=\s*:)")]
    amounts = {money for value in values if (money := money_in(value, currency))}
    where = letter.language.wordings["refund_to"].search(letter.text)
    not_charged = letter.states("not_charged")
    if not amounts and where is None and not not_charged:
        return None
    return Refund(
        amount=amounts.pop() if len(amounts) == 1 else None,
        destination_wording=where["to"].strip() if where else "",
        charged=False if not_charged else None,
    )
