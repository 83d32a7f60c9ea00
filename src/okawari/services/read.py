"""Read messages: who speaks, what they say, and whether to believe it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.below_zero import order_below_zero, refund_below_zero
from okawari.domain.claim import Claim, Place, find_claim
from okawari.domain.judge import Trust, judge
from okawari.domain.mail import Mail, WhenAsked
from okawari.domain.merchant import Merchant
from okawari.domain.message import MessageKind, MessageReading, Understanding
from okawari.domain.problem import Problem
from okawari.reading.mail.intake import Unreadable, raw_mails
from okawari.reading.shop_mail.substitute import substitute_in
from okawari.services.opening import open_mail
from okawari.sources import registry

__all__ = ["Unreadable", "read_paths", "understand"]


def read_paths(paths: Sequence[str], trust: Trust) -> Iterator[MessageReading | Unreadable]:
    """Yield what each mail below `paths` says, in input order, and what could not be read in its place."""
    for found in raw_mails(paths):
        if isinstance(found, Unreadable):
            yield found
        else:
            yield understand(open_mail(found.raw, found.file, trust), trust)


def understand(mail: Mail, trust: Trust) -> MessageReading:
    """Return what a mail says and whether it is genuine.

    Of a mail that a private person passed on, the mail inside speaks; its own DKIM signature is then the only proof,
    since whoever passed it on could have written every other header.
    """
    outer = _hear(mail, trust)
    inner = _passed_on(outer, trust)
    heard = inner or outer
    return MessageReading(
        file=mail.file,
        sha256=mail.sha256,
        message_id=mail.message_id,
        date=mail.date,
        subject=mail.subject,
        sender=heard.mail.from_.address,
        authenticity=heard.authenticity,
        understood=heard.understood,
        problems=WhenAsked(lambda: (*mail.problems, *_below_zero(heard.understood, mail.file))),
        pasted=mail.pasted,
        said_at=inner.mail.date if inner else None,
    )


def _below_zero(said: Understanding, file: str) -> Iterator[Problem]:
    for part in said.orders:
        yield from order_below_zero(part.number, part.total, part.items, file)
    if said.refund:
        yield from refund_below_zero(said.refund, file)


class _Heard(NamedTuple):
    """A mail with what it says, in whose name, and the verdict on it."""

    mail: Mail
    claim: Claim | None
    understood: Understanding
    authenticity: Authenticity


def _hear(mail: Mail, trust: Trust) -> _Heard:
    claim = find_claim(mail, registry.brands())
    understood = _understood(mail, claim.merchant if claim else None)
    if understood.kind is MessageKind.SUBSTITUTE_OFFERED:
        understood = replace(understood, substitute=substitute_in(mail.text))
    return _Heard(mail, claim, understood, judge(mail, understood, claim, registry.brands(), trust))


def _passed_on(outer: _Heard, trust: Trust) -> _Heard | None:
    """Return the mail inside a private one; None where the mail itself comes from a merchant, or is forged."""
    from_merchant = outer.claim is not None and outer.claim.place is Place.DOMAIN
    if from_merchant or outer.authenticity.verdict is Verdict.PHISHING:
        return None
    for mail in outer.mail.forwarded:
        inner = _hear(replace(mail, authentication=(), pasted=outer.mail.pasted), trust)
        if inner.claim is not None or inner.understood.kind is not MessageKind.OTHER:
            return inner
    return None


def _understood(mail: Mail, claimed: Merchant | None) -> Understanding:
    """Return what the first reader that knows the mail says, else the careful one for unknown shops."""
    if claimed is not None:
        for read in registry.readers(claimed.id):
            if understood := read(mail, claimed):
                return understood
    return registry.fallback()(mail, claimed)
