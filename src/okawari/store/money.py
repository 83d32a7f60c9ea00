"""What accounts show of shares of money, and what the person answered about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from okawari.domain.matching.expectations import Share
from okawari.domain.money import Money
from okawari.domain.plan import SeenRow, Sighting
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction
from okawari.store.schema import money_answers, sightings


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """The person's answer whether rows (`keys`) are a share of money; without rows, whether `account` paid the order.

    None: what was said of them before is taken back. `due` is what the share came to when it was said.
    """

    keys: tuple[str, ...]
    is_it: bool | None
    rows: tuple[SeenRow, ...] = ()
    account: str = ""
    due: Money | None = None


def put(transaction: Transaction, found: Mapping[Share, Sighting]) -> None:
    """Keep what was found in the place of all that was found before."""
    transaction.connection.execute(delete(sightings).where(sightings.c.household == transaction.household))
    rows = [{**_place(transaction, share), "payload": to_json(one)} for share, one in found.items()]
    if rows:
        transaction.connection.execute(insert(sightings), rows)


def is_any(transaction: Transaction) -> bool:
    """Return whether anything was found, or said."""
    found, said = (
        select(table.c.leg).where(table.c.household == transaction.household).limit(1)
        for table in (sightings, money_answers)
    )
    return any(transaction.connection.execute(query).first() is not None for query in (found, said))


def about(transaction: Transaction, orders: Sequence[str]) -> dict[Share, Sighting]:
    """Return what was found of orders, given by their numbers."""
    query = select(sightings).where(
        sightings.c.household == transaction.household, sightings.c.order_number.in_(list(orders))
    )
    return {
        Share(row.merchant, row.order_number, row.leg): from_json(Sighting, row.payload)
        for row in transaction.connection.execute(query)
    }


def answer(transaction: Transaction, share: Share, said: Recognised, said_at: datetime) -> None:
    """Keep an answer; nothing that was said before is lost."""
    row = {**_place(transaction, share), "said_at": said_at, "payload": to_json(said)}
    transaction.connection.execute(insert(money_answers), row)


def answers(transaction: Transaction) -> tuple[tuple[Share, Recognised], ...]:
    """Return all that was said, each of the share as it was called then, the latest last."""
    query = select(money_answers).where(money_answers.c.household == transaction.household).order_by(money_answers.c.id)
    return tuple(
        (Share(row.merchant, row.order_number, row.leg), from_json(Recognised, row.payload))
        for row in transaction.connection.execute(query)
    )


def _place(transaction: Transaction, share: Share) -> dict[str, str]:
    return {
        "household": transaction.household,
        "merchant": share.merchant,
        "order_number": share.order,
        "leg": share.leg,
    }
