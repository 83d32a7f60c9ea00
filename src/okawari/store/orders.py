"""Which orders the kept facts and answers speak of; where an order stands is folded from these, never kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, and_, case, func, literal, or_, select, true, union_all

from okawari.domain.facts import CardUsed, Fact, ParcelScanned
from okawari.store.codec import KIND_OF
from okawari.store.engine import Transaction
from okawari.store.schema import answers, facts, parcels

SCAN = KIND_OF[ParcelScanned]
WITNESSES = (SCAN, KIND_OF[CardUsed])
"""Facts that make no case by themselves."""


@dataclass(frozen=True, slots=True)
class OrderKey:
    """One order: its number is unique within a merchant only, and the merchant may be unknown."""

    merchant: str | None
    order: str


@dataclass(frozen=True, slots=True)
class Subject:
    """What cases are about: all orders of one number, or one mail (by its digest) that names no order."""

    order: str
    mail: str = ""


def subject_of(fact: Fact) -> Subject:
    """Return what the fact is about."""
    return Subject(fact.order) if fact.order else Subject("", fact.provenance.evidence)


def among(table: Table, subjects: Sequence[Subject]) -> ColumnElement[bool]:
    """Return the condition that a row of `facts` or `answers` is about one of the subjects."""
    of_orders = table.c.order_number.in_([subject.order for subject in subjects if subject.order])
    mails = [subject.mail for subject in subjects if not subject.order]
    if "evidence" not in table.c or not mails:
        return of_orders
    return or_(of_orders, and_(table.c.order_number == "", table.c.evidence.in_(mails)))


def newest(
    transaction: Transaction,
    limit: int | None = None,
    offset: int = 0,
    *,
    only: Collection[str] | None = None,
    without: Collection[str] = (),
) -> tuple[Subject, ...]:
    """Return what cases are about, the one that was last spoken of first: `only` or `without` orders of these numbers."""
    household = transaction.household
    scanned = scans_with_orders(household).subquery()
    alone = case((facts.c.order_number == "", facts.c.evidence), else_="").label("mail")
    spoken = union_all(
        select(facts.c.order_number, alone, facts.c.at).where(
            facts.c.household == household, facts.c.kind.not_in(WITNESSES)
        ),
        select(scanned.c.order_number, literal(""), scanned.c.at),
        select(answers.c.order_number, literal(""), answers.c.said_at).where(answers.c.household == household),
    ).subquery()
    last = func.max(spoken.c.at)
    query = (
        select(spoken.c.order_number, spoken.c.mail)
        .where(true() if only is None else spoken.c.order_number.in_(only))
        .where(spoken.c.order_number.not_in(without) if without else true())
        .group_by(spoken.c.order_number, spoken.c.mail)
        .order_by(last.is_(None), last.desc(), spoken.c.order_number, spoken.c.mail)
        .limit(limit)
        .offset(offset)
    )
    return tuple(Subject(order, mail) for order, mail in transaction.connection.execute(query))


def with_facts(
    transaction: Transaction, kinds: Sequence[str], since: datetime | None = None, until: datetime | None = None
) -> tuple[Subject, ...]:
    """Return the orders of which something of these kinds is kept, said by a mail in that time or by the person."""
    mailed = select(facts.c.order_number).where(
        facts.c.household == transaction.household, facts.c.kind.in_(kinds), facts.c.order_number != ""
    )
    if since is not None and until is not None:
        mailed = mailed.where(facts.c.at.between(since, until))
    told = select(answers.c.order_number).where(
        answers.c.household == transaction.household, answers.c.kind.in_(kinds), answers.c.order_number != ""
    )
    found = transaction.connection.execute(mailed.union(told)).scalars()
    return tuple(Subject(order) for order in sorted(found))


def spoken_of_in(
    transaction: Transaction, digests: Sequence[str], within: int | None = None
) -> dict[str, tuple[OrderKey, ...]]:
    """Return the orders that each kept mail speaks of, by the mail's digest; none for a mail that names no order.

    Of each, only the first `within` facts are looked at, where that is given.
    """
    query = (
        select(facts.c.evidence, facts.c.merchant, facts.c.order_number)
        .where(facts.c.household == transaction.household, facts.c.evidence.in_(digests))
        .order_by(facts.c.evidence, facts.c.position)
    )
    if within is not None:
        query = query.where(facts.c.position < within)
    scanned = scans_with_orders(transaction.household, digests).subquery()
    by_parcel = select(scanned.c.evidence, scanned.c.merchant, scanned.c.order_number)
    found: dict[str, dict[OrderKey, None]] = {digest: {} for digest in digests}
    for rows in (transaction.connection.execute(query), transaction.connection.execute(by_parcel)):
        for digest, merchant, order in rows:
            found[digest][OrderKey(merchant or None, order)] = None
    return {digest: tuple(keys) for digest, keys in found.items()}


def numbers_in(transaction: Transaction, digests: Sequence[str]) -> Iterator[str]:
    """Yield the number of each order that pieces of evidence name, in their order, one by one."""
    query = (
        select(facts.c.order_number)
        .where(facts.c.household == transaction.household, facts.c.evidence.in_(digests), facts.c.order_number != "")
        .group_by(facts.c.order_number)
        .order_by(func.min(facts.c.position), facts.c.order_number)
    )
    yield from transaction.connection.execute(query, execution_options={"stream_results": True}).scalars()


def scans_with_orders(household: str, digests: Sequence[str] | None = None) -> Select[Any]:
    """Return the query for carriers' mails (`evidence`, `at`), or those of the digests, with the orders whose shop named a parcel.

    The few scans are gathered first, then the parcels of their numbers by the index of these. Left to itself SQLite takes a
    household for ten rows and compares every parcel of an export with every other one; asked for a range of numbers, it does not.
    """
    scan, number = facts.alias(), parcels.alias()
    scans = (
        select(scan.c.evidence, scan.c.at, number.c.number)
        .join(number, place(number, scan))
        .where(scan.c.household == household, scan.c.kind == SCAN)
        .where(true() if digests is None else scan.c.evidence.in_(digests))
        .cte()
        .prefix_with("MATERIALIZED")
    )
    named = (
        select(
            parcels.c.household, parcels.c.evidence, parcels.c.position, scans.c.evidence.label("scanned"), scans.c.at
        )
        .join(parcels, parcels.c.number.between(scans.c.number, scans.c.number))
        .where(parcels.c.household == household)
        .cte()
        .prefix_with("MATERIALIZED")
    )
    return (
        select(named.c.scanned.label("evidence"), named.c.at, facts.c.merchant, facts.c.order_number)
        .join(facts, place(named, facts))
        .where(facts.c.order_number != "")
    )


def place(one: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Return the condition that rows of `facts` and `parcels` are of the same fact."""
    return and_(*(one.c[name] == other.c[name] for name in ("household", "evidence", "position")))
