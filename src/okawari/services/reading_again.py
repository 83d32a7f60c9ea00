"""Read everything that is kept again, with the readers of today."""

from __future__ import annotations

from okawari.domain.judge import Trust
from okawari.reading.bundle import is_bundle
from okawari.reading.mail.intake import RawMail
from okawari.services.histories import with_histories
from okawari.services.keeping_exports import read_export_again
from okawari.services.keeping_statements import read_statements_again
from okawari.services.reading_mails import read_mails
from okawari.store import evidence
from okawari.store.engine import Store

BATCH_MAILS = 100


def read_again(store: Store, trust: Trust) -> int:
    """Replace the facts of every kept mail and file by what its reader says now; return how many there were.

    Answers of the person stay. A mail's facts are replaced together or not at all.
    """
    trust = with_histories(store, trust)
    with store.reading() as transaction:
        digests = evidence.digests(transaction)
    for start in range(0, len(digests), BATCH_MAILS):
        _read_batch(store, trust, digests[start : start + BATCH_MAILS])
    read_statements_again(store)
    return len(digests)


def read_one_again(store: Store, trust: Trust, digest: str) -> None:
    """Replace the facts of one piece of evidence by what its reader says now.

    Statements share their lines: all of them are read again where one is.
    """
    with store.reading() as transaction:
        kept = evidence.raw(transaction, digest)
    if kept and not kept[1]:
        read_statements_again(store)
    else:
        _read_batch(store, with_histories(store, trust), (digest,))


def _read_batch(store: Store, trust: Trust, digests: tuple[str, ...]) -> None:
    with store.writing() as transaction:
        for digest in digests:
            kept = evidence.raw(transaction, digest)
            if kept and not kept[1]:
                continue  # a statement, whose bytes lie in pieces
            if kept and is_bundle(kept[1]):
                read_export_again(transaction, digest, *kept)
                continue
            for mail in read_mails([RawMail(*kept)] if kept else [], trust):
                evidence.read_again(transaction, mail)
