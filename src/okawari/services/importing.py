"""Keep mails: each once, with the facts it tells, in transactions that hold whole batches or nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from okawari.domain.facts import facts_of
from okawari.domain.judge import Trust
from okawari.domain.message import MessageReading
from okawari.reading.mail.intake import RawMail, Unreadable, raw_mails
from okawari.reading.mail.parse import parse_mail
from okawari.reading.mail.same import same_mail_key
from okawari.services.read import understand
from okawari.store import evidence
from okawari.store.engine import Store
from okawari.store.evidence import FoundMail

BATCH_MAILS = 200
BATCH_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did.

    `mails` is how many were looked at: `added` of them are new, `known` were kept before or are copies of one that is.
    `orders` are the orders that new mails speak of, in the order of the mails; `unreadable` is what held no mail.
    """

    mails: int = 0
    added: int = 0
    known: int = 0
    facts: int = 0
    orders: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


Progress = Callable[[ImportReport], None]


def import_paths(
    paths: Sequence[str], store: Store, trust: Trust, progress: Progress = lambda _report: None
) -> ImportReport:
    """Keep every mail below `paths`; `progress` gets the report so far after each batch."""
    return _import(raw_mails(paths), store, trust, progress)


def import_bytes(files: Iterable[tuple[str, bytes]], store: Store, trust: Trust) -> ImportReport:
    """Keep mails given as (name, bytes), as a browser sends them."""
    return _import((RawMail(name, raw) for name, raw in files), store, trust, lambda _report: None)


def _import(found: Iterable[RawMail | Unreadable], store: Store, trust: Trust, progress: Progress) -> ImportReport:
    report = ImportReport()
    for batch in _batches(found):
        mails = [mail for mail in batch if isinstance(mail, RawMail)]
        added = _keep(mails, store, trust)
        orders = dict.fromkeys(report.orders) | dict.fromkeys(fact.order for mail in added for fact in mail.facts)
        report = replace(
            report,
            mails=report.mails + len(mails),
            added=report.added + len(added),
            known=report.known + len(mails) - len(added),
            facts=report.facts + sum(len(mail.facts) for mail in added),
            orders=tuple(orders),
            unreadable=report.unreadable + tuple(item for item in batch if isinstance(item, Unreadable)),
        )
        progress(report)
    return report


def _keep(mails: Sequence[RawMail], store: Store, trust: Trust) -> tuple[FoundMail, ...]:
    digests = [hashlib.sha256(mail.raw).hexdigest() for mail in mails]
    with store.reading() as transaction:
        known = evidence.known(transaction, digests)
    fresh = [
        _found(mail, understand(parse_mail(mail.raw, mail.file), trust))
        for mail, digest in zip(mails, digests, strict=True)
        if digest not in known
    ]
    with store.writing() as transaction:
        return evidence.add(transaction, fresh, datetime.now(UTC))


def _found(mail: RawMail, reading: MessageReading) -> FoundMail:
    return FoundMail(raw=mail.raw, same_mail=same_mail_key(mail.raw), reading=reading, facts=facts_of(reading))


def _batches(found: Iterable[RawMail | Unreadable]) -> Iterator[list[RawMail | Unreadable]]:
    batch: list[RawMail | Unreadable] = []
    size = 0
    for item in found:
        batch.append(item)
        size += len(item.raw) if isinstance(item, RawMail) else 0
        if len(batch) >= BATCH_MAILS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
