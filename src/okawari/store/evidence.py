"""Evidence: mails as they came, by the SHA-256 of their bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, delete, func, select, update

from okawari.store import facts
from okawari.store.engine import Transaction
from okawari.store.found import STATEMENT, FoundMail, unpack
from okawari.store.kept_text import storable, utc_text
from okawari.store.orders import WITNESSES, scans_with_orders
from okawari.store.rows import insert_rows
from okawari.store.schema import evidence
from okawari.store.schema import facts as facts_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A kept mail without its bytes. `merchant` is None where no known merchant speaks; `size` is in bytes."""

    sha256: str
    source: str
    size: int
    imported_at: datetime
    sent_at: datetime | None
    sender: str
    subject: str
    merchant: str | None
    kind: str
    verdict: str
    reader: str
    reader_version: int


def add(transaction: Transaction, found: Sequence[FoundMail], imported_at: datetime) -> tuple[FoundMail, ...]:
    """Keep mails with their facts; return those that were not kept before, be it as these bytes or as a copy."""
    if not found:
        return ()
    came = utc_text(imported_at)
    rows = [
        (
            transaction.household,
            mail.sha256,
            mail.same_mail,
            storable(mail.source),
            mail.packed,
            mail.size,
            came,
            utc_text(mail.sent_at),
            storable(mail.sender),
            storable(mail.subject),
            storable(mail.merchant),
            mail.kind,
            mail.verdict,
            storable(mail.reader),
            mail.reader_version,
        )
        for mail in found
    ]
    kept = {row.sha256 for row in insert_rows(transaction, evidence, rows, "ON CONFLICT DO NOTHING RETURNING sha256")}
    first: dict[str, FoundMail] = {}
    for mail in found:
        if mail.sha256 in kept:
            first.setdefault(mail.sha256, mail)
    added = tuple(first.values())
    facts.add(transaction, added)
    return added


def read_again(transaction: Transaction, mail: FoundMail) -> None:
    """Replace what a reader once made of a kept mail, and its facts."""
    transaction.connection.execute(update(evidence).where(*_mine(transaction, mail.sha256)).values(**_as_read(mail)))
    facts.replace(transaction, mail)


def name_merchant(transaction: Transaction, digest: str, merchant: str) -> None:
    """Note the one merchant whose orders a kept file speaks of."""
    transaction.connection.execute(update(evidence).where(*_mine(transaction, digest)).values(merchant=merchant))


def known(transaction: Transaction, digests: Sequence[str]) -> set[str]:
    """Return those of the SHA-256 digests that are kept."""
    query = select(evidence.c.sha256).where(
        evidence.c.household == transaction.household, evidence.c.sha256.in_(digests)
    )
    return set(transaction.connection.execute(query).scalars())


def kept_as(transaction: Transaction, same_mails: Sequence[str]) -> tuple[str, ...]:
    """Return the digests under which mails are kept, in the order of their `same_mail` keys; unkept ones are left out."""
    query = select(evidence.c.same_mail, evidence.c.sha256).where(
        evidence.c.household == transaction.household, evidence.c.same_mail.in_(same_mails)
    )
    kept = {row.same_mail: row.sha256 for row in transaction.connection.execute(query)}
    return tuple(dict.fromkeys(kept[key] for key in same_mails if key in kept))


def digests(transaction: Transaction) -> tuple[str, ...]:
    """Return the digests of every kept mail, sorted."""
    query = select(evidence.c.sha256).where(evidence.c.household == transaction.household).order_by(evidence.c.sha256)
    return tuple(transaction.connection.execute(query).scalars())


def raw(transaction: Transaction, digest: str) -> tuple[str, bytes] | None:
    """Return a kept mail's source and bytes."""
    query = select(evidence.c.source, evidence.c.raw).where(*_mine(transaction, digest))
    row = transaction.connection.execute(query).one_or_none()
    return (row.source, unpack(row.raw)) if row else None


def newest(transaction: Transaction, limit: int, offset: int = 0) -> tuple[Evidence, ...]:
    """Return kept mails, the last sent first."""
    query = (
        _described()
        .where(evidence.c.household == transaction.household)
        .order_by(evidence.c.sent_at.is_(None), evidence.c.sent_at.desc(), evidence.c.sha256)
        .limit(limit)
        .offset(offset)
    )
    return tuple(_listed(transaction, query))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which evidence is asked for: of a kind, of a merchant ("" where none is known); None for any."""

    kind: str | None = None
    merchant: str | None = None


def last_kept(transaction: Transaction, wanted: Wanted, limit: int, offset: int = 0) -> tuple[Evidence, ...]:
    """Return kept evidence, the last that came in first."""
    query = (
        _described()
        .where(*_among(transaction, wanted))
        .order_by(evidence.c.imported_at.desc(), evidence.c.sha256.desc())
        .limit(limit)
        .offset(offset)
    )
    return tuple(_listed(transaction, query))


def count(transaction: Transaction, wanted: Wanted) -> int:
    """Return how much evidence is kept."""
    query = select(func.count()).select_from(evidence).where(*_among(transaction, wanted))
    return transaction.connection.execute(query).scalar_one()


def kinds(transaction: Transaction) -> tuple[str, ...]:
    """Return the kinds of evidence that are kept, sorted."""
    return _distinct(transaction, evidence.c.kind)


def merchants(transaction: Transaction) -> tuple[str, ...]:
    """Return the merchants of which evidence is kept, sorted; "" where one is unknown."""
    return _distinct(transaction, evidence.c.merchant)


def called(transaction: Transaction, start: str) -> tuple[Evidence, ...]:
    """Return the evidence whose digest begins so; two at most, which tells that `start` is too short."""
    of_start = (evidence.c.sha256 >= start, evidence.c.sha256 < f"{start}g")
    query = _described().where(evidence.c.household == transaction.household, *of_start).limit(2)
    return tuple(_listed(transaction, query))


def without_order(transaction: Transaction, limit: int) -> tuple[Evidence, ...]:
    """Return kept mails that make no case, the last kept first."""
    spoken = select(facts_table.c.evidence).where(
        facts_table.c.household == evidence.c.household,
        facts_table.c.evidence == evidence.c.sha256,
        facts_table.c.kind.not_in(WITNESSES),
    )
    scanned = scans_with_orders(transaction.household).subquery()
    query = (
        _described()
        .where(
            evidence.c.household == transaction.household,
            evidence.c.kind != STATEMENT,
            ~spoken.exists(),
            evidence.c.sha256.not_in(select(scanned.c.evidence)),
        )
        .order_by(evidence.c.imported_at.desc(), evidence.c.sha256)
        .limit(limit)
    )
    return tuple(_listed(transaction, query))


def forget(transaction: Transaction, digest: str) -> bool:
    """Delete a mail and its facts; return whether it was kept."""
    return transaction.connection.execute(delete(evidence).where(*_mine(transaction, digest))).rowcount > 0


def _among(transaction: Transaction, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield evidence.c.household == transaction.household
    if wanted.kind is not None:
        yield evidence.c.kind == wanted.kind
    if wanted.merchant is not None:
        yield evidence.c.merchant == wanted.merchant


def _distinct(transaction: Transaction, column: Column[str]) -> tuple[str, ...]:
    """Return the values of an indexed column, one look-up each: a DISTINCT would walk over all that is kept."""
    found: list[str] = []
    query = select(func.min(column)).where(evidence.c.household == transaction.household)
    least = transaction.connection.execute(query).scalar()
    while least is not None:
        found.append(least)
        least = transaction.connection.execute(query.where(column > least)).scalar()
    return tuple(found)


def _mine(transaction: Transaction, digest: str) -> tuple[ColumnElement[bool], ...]:
    return (evidence.c.household == transaction.household, evidence.c.sha256 == digest)


def _as_read(mail: FoundMail) -> dict[str, Any]:
    return {
        "sent_at": mail.sent_at,
        "sender": mail.sender,
        "subject": mail.subject,
        "merchant": mail.merchant,
        "kind": mail.kind,
        "verdict": mail.verdict,
        "reader": mail.reader,
        "reader_version": mail.reader_version,
    }


def _described() -> Select[Any]:
    return select(*(column for column in evidence.c if column.name not in {"household", "raw", "same_mail"}))


def _listed(transaction: Transaction, query: Select[Any]) -> Iterator[Evidence]:
    for row in transaction.connection.execute(query).mappings():
        yield Evidence(**{**row, "merchant": row["merchant"] or None})
