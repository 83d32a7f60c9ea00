"""Parcels that are looked up: what the looks showed, and when the next may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from okawari.domain.message import Parcel
from okawari.domain.tracking.look import PAUSE, Look, Tracked
from okawari.store.codec import from_json, to_json
from okawari.store.engine import Transaction, inserting
from okawari.store.schema import parcels
from okawari.store.tracking_schema import tracked_parcels


def follow(transaction: Transaction, named: Iterable[Parcel], now: datetime) -> None:
    """Keep parcels to be looked up from now on; one that is known keeps its past."""
    rows = [
        {
            "household": transaction.household,
            "carrier": parcel.carrier,
            "number": parcel.number,
            "next_at": now,
            "failures": 0,
            "closed": "",
        }
        for parcel in named
    ]
    if rows:
        transaction.connection.execute(inserting(transaction, tracked_parcels).on_conflict_do_nothing(), rows)


def claim_due(transaction: Transaction, open_: Sequence[Parcel], now: datetime, limit: int) -> tuple[Tracked, ...]:
    """Return those of the open parcels that are due, and put their next look off first: nobody else gets them too.

    A look that never comes to its end is made up for after the usual pause.
    """
    wanted = {(parcel.carrier, parcel.number) for parcel in open_}
    columns = tracked_parcels.c
    query = (
        select(tracked_parcels)
        .where(columns.household == transaction.household, columns.closed == "", columns.next_at <= now)
        .order_by(columns.next_at)
        .with_for_update(skip_locked=True)
    )
    rows = [dict(row) for row in transaction.connection.execute(query).mappings()]
    found = [_tracked(row) for row in rows if (row["carrier"], row["number"]) in wanted][:limit]
    for one in found:
        _put_off(transaction, one.parcel, now)
    return tuple(found)


def claim(transaction: Transaction, parcel: Parcel, now: datetime) -> Tracked | None:
    """Return the parcel to look at, and put its next look off; None where the last was too short a time ago."""
    follow(transaction, [parcel], now)
    mine = _is(transaction, parcel)
    query = select(tracked_parcels).where(mine, tracked_parcels.c.next_at <= now).with_for_update(skip_locked=True)
    row = transaction.connection.execute(query).mappings().first()
    if row is None:
        return None
    _put_off(transaction, parcel, now)
    return _tracked(dict(row))


def keep(transaction: Transaction, tracked: Tracked) -> None:
    """Keep a parcel as a look left it."""
    values = {
        "last": to_json(tracked.last) if tracked.last else None,
        "told": to_json(tracked.told) if tracked.told else None,
        "next_at": tracked.next_at,
        "failures": tracked.failures,
        "closed": tracked.closed,
    }
    transaction.connection.execute(update(tracked_parcels).where(_is(transaction, tracked.parcel)).values(**values))


def about(transaction: Transaction, numbers: Sequence[str]) -> tuple[Tracked, ...]:
    """Return the parcels of these numbers, in the order of number and carrier."""
    columns = tracked_parcels.c
    query = (
        select(tracked_parcels)
        .where(columns.household == transaction.household, columns.number.in_(numbers))
        .order_by(columns.number, columns.carrier)
    )
    return tuple(_tracked(dict(row)) for row in transaction.connection.execute(query).mappings())


def forget_unnamed(transaction: Transaction) -> None:
    """Delete what is kept of parcels that no kept mail names any more."""
    named = select(parcels.c.number).where(parcels.c.household == transaction.household)
    mine = (tracked_parcels.c.household == transaction.household, tracked_parcels.c.number.not_in(named))
    transaction.connection.execute(delete(tracked_parcels).where(*mine))


def _put_off(transaction: Transaction, parcel: Parcel, now: datetime) -> None:
    later = update(tracked_parcels).where(_is(transaction, parcel)).values(next_at=now + PAUSE)
    transaction.connection.execute(later)


def _is(transaction: Transaction, parcel: Parcel) -> ColumnElement[bool]:
    columns = tracked_parcels.c
    same = (columns.carrier == parcel.carrier) & (columns.number == parcel.number)
    return (columns.household == transaction.household) & same


def _tracked(row: dict[str, Any]) -> Tracked:
    last, told = (from_json(Look, row[name]) if row[name] else None for name in ("last", "told"))
    return Tracked(
        parcel=Parcel(carrier=row["carrier"], number=row["number"]),
        last=last,
        told=told,
        next_at=row["next_at"],
        failures=row["failures"],
        closed=row["closed"],
    )
