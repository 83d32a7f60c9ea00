"""Read messages: who speaks, what they say, and whether to believe it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okawari.domain.claim import find_claim
from okawari.domain.judge import Trust, judge
from okawari.domain.mail import Mail
from okawari.domain.message import MessageReading
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
    claimed = claim.merchant if claim else None
    understood = None
    if claimed is not None:
        source = registry.source_of(claimed.id)
        reader = source.reader() if source else None
        understood = reader(mail, claimed) if reader else None
    if understood is None:
        understood = registry.fallback()(mail, claimed)
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
