"""The alarms that were raised, so that none is raised twice."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from okawari.domain.alarms import Alarm
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction, inserting
from okawari.store.schema import alarms, digests


def raised(transaction: Transaction) -> frozenset[str]:
    """Return the keys of all alarms that were raised."""
    query = select(alarms.c.key).where(alarms.c.household == transaction.household)
    return frozenset(transaction.connection.execute(query).scalars())


def add(transaction: Transaction, due: Iterable[Alarm], on: date) -> None:
    """Keep that alarms were raised on the day; those that were before change nothing."""
    rows = [
        {
            "household": transaction.household,
            "key": alarm.key,
            "raised_on": on.isoformat(),
            "payload": to_json(alarm),
        }
        for alarm in due
    ]
    if rows:
        transaction.connection.execute(inserting(transaction, alarms).on_conflict_do_nothing(), rows)


def since(transaction: Transaction, day: date) -> tuple[tuple[date, Alarm], ...]:
    """Return the alarms that were raised on or after the day, the latest first."""
    query = (
        select(alarms.c.raised_on, alarms.c.payload)
        .where(alarms.c.household == transaction.household, alarms.c.raised_on >= day.isoformat())
        .order_by(alarms.c.raised_on.desc(), alarms.c.key)
    )
    return tuple(
        (date.fromisoformat(on), from_json(Alarm, payload)) for on, payload in transaction.connection.execute(query)
    )


def digest_made(transaction: Transaction, day: date) -> bool:
    """Return whether the digest of the day was made."""
    query = select(digests.c.day).where(digests.c.household == transaction.household, digests.c.day == day.isoformat())
    return transaction.connection.execute(query).first() is not None


def make_digest(transaction: Transaction, day: date) -> bool:
    """Keep that the digest of the day is made; return whether nobody else had."""
    row = inserting(transaction, digests).values(household=transaction.household, day=day.isoformat())
    made = transaction.connection.execute(row.on_conflict_do_nothing().returning(digests.c.day))
    return made.first() is not None
