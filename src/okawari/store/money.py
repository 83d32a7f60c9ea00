"""What accounts show of shares of money, and what the person answered about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from okawari.domain.matching.expectations import Share
from okawari.domain.plan import SeenRow, Sighting
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction
from okawari.store.schema import money_answers, sightings


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """The person's answer whether rows (`keys`) are a share of money; without rows, whether `account` paid the order.

    None: what was said of them before is taken back.
    """

    keys: tuple[str, ...]
    is_it: bool | None
    rows: tuple[SeenRow, ...] = ()
    account: str = ""


def put(transaction: Transaction, found: Mapping[Share, Sighting]) -> None:
    """Keep what was found in the place of all that was found before."""
    transaction.connection.execute(delete(sightings).where(sightings.c.household == transaction.household))
    rows = [{**_place(transaction, share), "payload": to_json(one)} for share, one in found.items()]
    if rows:
        transaction.connection.execute(insert(sightings), rows)


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


def answers(transaction: Transaction) -> dict[Share, tuple[Recognised, ...]]:
    """Return the answers that stand, by their share: of the same rows the latest, and the latest of all last."""
    query = select(money_answers).where(money_answers.c.household == transaction.household).order_by(money_answers.c.id)
    found: defaultdict[Share, dict[object, Recognised]] = defaultdict(dict)
    for row in transaction.connection.execute(query):
        said = from_json(Recognised, row.payload)
        of_share, rows = found[Share(row.merchant, row.order_number, row.leg)], (said.keys, said.account)
        of_share.pop(rows, None)
        if said.is_it is not None:
            of_share[rows] = said
    return {share: tuple(standing.values()) for share, standing in found.items()}


def _place(transaction: Transaction, share: Share) -> dict[str, str]:
    return {
        "household": transaction.household,
        "merchant": share.merchant,
        "order_number": share.order,
        "leg": share.leg,
    }
