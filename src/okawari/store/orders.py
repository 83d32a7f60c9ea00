"""Which orders the kept facts and answers speak of; where an order stands is folded from these, never kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, func, select, tuple_, union_all

from okawari.store.engine import Transaction
from okawari.store.schema import answers, facts


@dataclass(frozen=True, slots=True)
class OrderKey:
    """One order: its number is unique within a merchant only, and the merchant may be unknown."""

    merchant: str | None
    order: str


def among(table: Table, keys: Sequence[OrderKey]) -> ColumnElement[bool]:
    """Return the condition that a row of `facts` or `answers` speaks of one of the orders."""
    wanted = [(key.order, key.merchant or "") for key in keys]
    return tuple_(table.c.order_number, table.c.merchant).in_(wanted)


def newest(transaction: Transaction, limit: int | None = None, offset: int = 0) -> tuple[OrderKey, ...]:
    """Return the orders, the one that was last spoken of first."""
    household = transaction.household
    spoken = union_all(
        select(facts.c.merchant, facts.c.order_number, facts.c.at).where(facts.c.household == household),
        select(answers.c.merchant, answers.c.order_number, answers.c.said_at).where(answers.c.household == household),
    ).subquery()
    last = func.max(spoken.c.at)
    query = (
        select(spoken.c.merchant, spoken.c.order_number)
        .group_by(spoken.c.merchant, spoken.c.order_number)
        .order_by(last.is_(None), last.desc(), spoken.c.order_number, spoken.c.merchant)
        .limit(limit)
        .offset(offset)
    )
    return tuple(OrderKey(merchant or None, order) for merchant, order in transaction.connection.execute(query))


def called(transaction: Transaction, order: str) -> tuple[OrderKey, ...]:
    """Return every order of this number: none, one, or one for each merchant that uses it."""
    found: set[str] = set()
    for table in (facts, answers):
        query = select(table.c.merchant).where(
            table.c.household == transaction.household, table.c.order_number == order
        )
        found.update(transaction.connection.execute(query).scalars())
    return tuple(OrderKey(merchant or None, order) for merchant in sorted(found))


def spoken_of_in(transaction: Transaction, digests: Sequence[str]) -> dict[str, tuple[OrderKey, ...]]:
    """Return the orders that each kept mail speaks of, by the mail's digest; none for a mail that names no order."""
    query = (
        select(facts.c.evidence, facts.c.merchant, facts.c.order_number)
        .where(facts.c.household == transaction.household, facts.c.evidence.in_(digests))
        .order_by(facts.c.evidence, facts.c.position)
    )
    found: dict[str, dict[OrderKey, None]] = {digest: {} for digest in digests}
    for digest, merchant, order in transaction.connection.execute(query):
        found[digest][OrderKey(merchant or None, order)] = None
    return {digest: tuple(keys) for digest, keys in found.items()}
