"""Read messages: who speaks, what they say, and whether to believe it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okawari.domain.claim import find_claim
from okawari.domain.judge import Trust, judge
from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageReading, Understanding
from okawari.reading.mail.intake import Unreadable, raw_mails
from okawari.reading.mail.parse import parse_mail
from okawari.sources import registry


def read_paths(paths: Sequence[str], trust: Trust) -> Iterator[MessageReading | Unreadable]:
    """Yield what each mail below `paths` says, in input order, and what could not be read in its place."""
    for found in raw_mails(paths):
        if isinstance(found, Unreadable):
            yield found
        else:
            yield understand(parse_mail(found.raw, found.file), trust)


def understand(mail: Mail, trust: Trust) -> MessageReading:
    """Return what a mail says and whether it is genuine."""
    claim = find_claim(mail, registry.brands())
    understood = _understood(mail, claim.merchant if claim else None)
    return MessageReading(
        file=mail.file,
        sha256=mail.sha256,
        message_id=mail.message_id,
        date=mail.date,
        subject=mail.subject,
        sender=mail.from_.address,
        authenticity=judge(mail, understood, claim, registry.brands(), trust),
        understood=understood,
        problems=mail.problems,
        pasted=mail.pasted,
    )


def _understood(mail: Mail, claimed: Merchant | None) -> Understanding:
    """Return what the first reader that knows the mail says, else the careful one for unknown shops."""
    if claimed is not None:
        for read in registry.readers(claimed.id):
            if understood := read(mail, claimed):
                return understood
    return registry.fallback()(mail, claimed)
