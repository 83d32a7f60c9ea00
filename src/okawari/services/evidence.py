"""What came in: the list of it, what each piece says, reading it again, and forgetting it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from okawari.domain.mail import Mail
from okawari.domain.message import MessageKind, MessageReading
from okawari.reading.bundle import is_bundle
from okawari.services.histories import with_histories
from okawari.services.household import Household
from okawari.services.keeping_exports import KIND as ORDER_EXPORT
from okawari.services.keeping_statements import forget_statement
from okawari.services.opening import open_mail
from okawari.services.read import understand
from okawari.services.reading_again import read_one_again
from okawari.store import evidence, facts, orders, statement_lines, tracked, unreadable
from okawari.store.evidence import Evidence, Wanted
from okawari.store.found import STATEMENT
from okawari.store.orders import OrderKey
from okawari.store.unreadable import Unread

__all__ = ["Evidence", "Unread", "Wanted"]
MAIL_KINDS = frozenset(MessageKind)
KINDS = (*MessageKind, ORDER_EXPORT, STATEMENT)
"""Every kind of evidence that there can be."""
FACTS_IN_LIST = 10
FACTS_OF_ONE = 500
_DIGEST = re.compile(r"[0-9a-f]{6,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMail:
    """One kept mail, what its reader makes of it today, and the orders that it speaks of."""

    mail: Mail
    reading: MessageReading
    orders: tuple[OrderKey, ...]


def kept_mail(household: Household, digest: str) -> KeptMail | None:
    """Return the kept mail of this SHA-256; None where nothing is kept under it, or no mail."""
    with household.store.reading() as transaction:
        kept = evidence.raw(transaction, digest)
        spoken_of = orders.spoken_of_in(transaction, [digest])[digest]
    if kept is None or not kept[1] or is_bundle(kept[1]):
        return None
    source, raw = kept
    trust = with_histories(household.store, household.trust)
    mail = open_mail(raw, source, trust)
    return KeptMail(mail=mail, reading=understand(mail, trust), orders=spoken_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage:
    """A page of what is kept: the pieces that were asked for, how many there are, and what can be asked for.

    `orders` are those that each piece speaks of first, by its digest.
    """

    pieces: tuple[Evidence, ...]
    total: int
    orders: dict[str, tuple[OrderKey, ...]]
    kinds: tuple[str, ...] = ()
    merchants: tuple[str, ...] = ()
    unreadable: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptEvidence:
    """One piece of evidence, the orders that its first facts speak of, how many facts and lines it tells, whether it is a mail."""

    piece: Evidence
    orders: tuple[OrderKey, ...]
    facts: int
    is_mail: bool


def list_evidence(household: Household, wanted: Wanted, limit: int, offset: int = 0) -> EvidencePage:
    """Return kept evidence, the last that came in first."""
    with household.store.reading() as transaction:
        pieces = evidence.last_kept(transaction, wanted, limit, offset)
        return EvidencePage(
            pieces=pieces,
            total=evidence.count(transaction, wanted),
            orders=orders.spoken_of_in(transaction, [piece.sha256 for piece in pieces], FACTS_IN_LIST),
            kinds=evidence.kinds(transaction),
            merchants=evidence.merchants(transaction),
            unreadable=unreadable.count(transaction),
        )


def list_unreadable(household: Household, limit: int, offset: int = 0) -> tuple[Unread, ...]:
    """Return what imports could not read, the last met first."""
    with household.store.reading() as transaction:
        return unreadable.newest(transaction, limit, offset)


def kept_evidence(household: Household, start: str) -> KeptEvidence | None:
    """Return the evidence whose digest begins with these six or more digits; None where there is none, or two."""
    if _DIGEST.fullmatch(start) is None:
        return None
    with household.store.reading() as transaction:
        found = evidence.called(transaction, start)
        if len(found) != 1:
            return None
        piece = found[0]
        return KeptEvidence(
            piece=piece,
            orders=orders.spoken_of_in(transaction, [piece.sha256], FACTS_OF_ONE)[piece.sha256],
            facts=facts.count_in(transaction, piece.sha256) + statement_lines.count(transaction, piece.sha256),
            is_mail=piece.kind in MAIL_KINDS,
        )


def read_evidence_again(household: Household, digest: str) -> None:
    """Read one piece of evidence with the reader of today."""
    read_one_again(household.store, household.trust, digest)


def mails_without_order(household: Household, limit: int) -> tuple[Evidence, ...]:
    """Return kept mails that name no order, the last kept first."""
    with household.store.reading() as transaction:
        return evidence.without_order(transaction, limit)


def forget_evidence(household: Household, digest: str) -> bool:
    """Delete a piece of evidence and what it said; return whether it was kept.

    Lines that other statements tell too stay: they are read again.
    """
    with household.store.reading() as transaction:
        kept = evidence.raw(transaction, digest)
    if kept and not kept[1]:
        return forget_statement(household.store, digest)
    with household.store.writing() as transaction:
        forgotten = evidence.forget(transaction, digest)
        tracked.forget_unnamed(transaction)
    return forgotten
