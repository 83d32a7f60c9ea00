"""Facts: what each kept mail said about each order, in the order in which the mail says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import delete, func, select

from okawari.domain.facts import Fact, OrderPlaced, OrderRenumbered
from okawari.store.codec import KIND_OF, fact_from_json
from okawari.store.engine import Transaction
from okawari.store.found import FoundFact, FoundMail
from okawari.store.orders import SCAN, Subject, among, place
from okawari.store.rows import insert_rows
from okawari.store.schema import IS_RENUMBERING, evidence, facts, parcels

_BATCH = 1_000
ORDER_PLACED = KIND_OF[OrderPlaced]


def add(transaction: Transaction, mails: Sequence[FoundMail]) -> None:
    """Keep the facts of mails that are kept and have none yet."""
    _insert(transaction, [(mail.sha256, *numbered) for mail in mails for numbered in enumerate(mail.facts)])


def add_told(transaction: Transaction, digest: str, told: Iterable[FoundFact]) -> None:
    """Keep the facts of one piece of evidence that has none yet, batch by batch."""
    numbered = ((digest, position, fact) for position, fact in enumerate(told))
    while batch := list(islice(numbered, _BATCH)):
        _insert(transaction, batch)


def _insert(transaction: Transaction, told: Sequence[tuple[str, int, FoundFact]]) -> None:
    home = transaction.household
    said = [(home, digest, position, *fact[:-1]) for digest, position, fact in told]
    named = [(home, digest, position, number) for digest, position, fact in told for number in fact.parcels]
    for table, rows in ((facts, said), (parcels, named)):
        insert_rows(transaction, table, rows)


def replace(transaction: Transaction, mail: FoundMail) -> None:
    """Put the facts of a kept mail in the place of those it had."""
    mine = (facts.c.household == transaction.household, facts.c.evidence == mail.sha256)
    transaction.connection.execute(delete(facts).where(*mine))
    add(transaction, [mail])


def about(transaction: Transaction, subjects: Sequence[Subject]) -> tuple[Fact, ...]:
    """Return what kept mails say of the subjects, the earliest first, undated ones last."""
    query = (
        select(facts.c.kind, facts.c.payload)
        .where(facts.c.household == transaction.household, among(facts, subjects))
        .order_by(facts.c.at.is_(None), facts.c.at, facts.c.evidence, facts.c.position)
    )
    return tuple(fact_from_json(kind, payload) for kind, payload in transaction.connection.execute(query))


def since(transaction: Transaction, kinds: Sequence[str], at: datetime) -> tuple[Fact, ...]:
    """Return what kept evidence of after a moment says of these kinds, the earliest first."""
    query = (
        select(facts.c.kind, facts.c.payload)
        .where(facts.c.household == transaction.household, facts.c.kind.in_(kinds), facts.c.at > at)
        .order_by(facts.c.at, facts.c.evidence, facts.c.position)
    )
    return tuple(fact_from_json(kind, payload) for kind, payload in transaction.connection.execute(query))


def count_in(transaction: Transaction, digest: str) -> int:
    """Return how many facts a piece of evidence tells."""
    query = select(func.count()).where(facts.c.household == transaction.household, facts.c.evidence == digest)
    return transaction.connection.execute(query).scalar_one()


def placed_in(transaction: Transaction, evidence_kind: str) -> Iterator[tuple[str, str, str, datetime | None]]:
    """Yield the orders that evidence of a kind lists, as (digest, merchant, number, ordered at), sorted, one by one."""
    listing = select(evidence.c.sha256).where(
        evidence.c.household == transaction.household, evidence.c.kind == evidence_kind
    )
    query = (
        select(facts.c.evidence, facts.c.merchant, facts.c.order_number, facts.c.at)
        .where(facts.c.household == transaction.household, facts.c.evidence.in_(listing), facts.c.kind == ORDER_PLACED)
        .order_by(facts.c.evidence, facts.c.position)
    )
    yield from transaction.connection.execute(query, execution_options={"stream_results": True})


def scans(transaction: Transaction, numbers: Sequence[str]) -> tuple[Fact, ...]:
    """Return what carriers said of the parcels of these numbers, the earliest first, undated ones last."""
    query = (
        select(facts.c.kind, facts.c.payload)
        .join(parcels, place(parcels, facts))
        .where(facts.c.household == transaction.household, facts.c.kind == SCAN, parcels.c.number.in_(numbers))
        .order_by(facts.c.at.is_(None), facts.c.at, facts.c.evidence, facts.c.position)
    )
    return tuple(fact_from_json(row.kind, row.payload) for row in transaction.connection.execute(query))


def renumbered(transaction: Transaction) -> tuple[OrderRenumbered, ...]:
    """Return everything that is kept of orders that were split, merged or changed: a few facts among many."""
    query = select(facts.c.kind, facts.c.payload).where(facts.c.household == transaction.household, IS_RENUMBERING)
    found = (fact_from_json(kind, payload) for kind, payload in transaction.connection.execute(query))
    return tuple(fact for fact in found if isinstance(fact, OrderRenumbered))
