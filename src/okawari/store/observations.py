"""What pages said over time: a point where one began to say something else, stretched while it says the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import delete, select, update

from okawari.domain.candidate import Condition
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.watch.watch import Observation
from okawari.store.engine import Transaction, inserting
from okawari.store.watching_schema import observations

_DECIMALS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "BHD": 3, "KWD": 3, "OMR": 3, "TND": 3}
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Point:
    """What a page said from `seen.at` on, for the last time at `last_seen_at`."""

    seen: Observation
    last_seen_at: datetime


def keep(transaction: Transaction, page: str, seen: Observation, *, changed: bool, history: bool) -> None:
    """Keep a look: a new point where it `changed`, else the last one stretched. Without `history` only the last stays."""
    mine = (observations.c.household == transaction.household, observations.c.page == page)
    if not changed:
        last = select(observations.c.at).where(*mine).order_by(observations.c.at.desc()).limit(1).scalar_subquery()
        transaction.connection.execute(
            update(observations).where(*mine, observations.c.at == last).values(last_seen_at=seen.at)
        )
        return
    if not history:
        transaction.connection.execute(delete(observations).where(*mine))
    row = {
        "household": transaction.household,
        "page": page,
        "at": seen.at,
        "last_seen_at": seen.at,
        "availability": seen.availability.value,
        "price": _minor(seen.price),
        "currency": seen.price.currency if seen.price else "",
        "seller": seen.seller or "",
        "condition": seen.condition.value,
    }
    transaction.connection.execute(inserting(transaction, observations).values(row).on_conflict_do_nothing())


def of_page(transaction: Transaction, page: str) -> tuple[Point, ...]:
    """Return the points of a page, the earliest first."""
    query = (
        select(observations)
        .where(observations.c.household == transaction.household, observations.c.page == page)
        .order_by(observations.c.at)
    )
    return tuple(
        Point(
            Observation(
                at=row["at"],
                availability=Availability(row["availability"]),
                price=_money(row["price"], row["currency"]),
                seller=row["seller"] or None,
                condition=Condition(row["condition"]),
            ),
            row["last_seen_at"],
        )
        for row in transaction.connection.execute(query).mappings()
    )


def forget(transaction: Transaction, page: str) -> None:
    """Delete the points of a page."""
    mine = (observations.c.household == transaction.household, observations.c.page == page)
    transaction.connection.execute(delete(observations).where(*mine))


def _minor(price: Money | None) -> int | None:
    if price is None:
        return None
    units = int(price.amount.scaleb(_DECIMALS.get(price.currency, 2)))
    return units if abs(units) <= _LARGEST else None


def _money(units: int | None, currency: str) -> Money | None:
    return None if units is None else Money(Decimal(units).scaleb(-_DECIMALS.get(currency, 2)), currency)
