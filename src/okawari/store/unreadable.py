"""What could not be read, as the last import of each file or folder met it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from okawari.store.engine import Transaction
from okawari.store.schema import unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Something that could not be read: its name, the problem's code and detail, and when it was met."""

    file: str
    code: str
    detail: str
    met_at: datetime


def replace(transaction: Transaction, root: str, met: Sequence[Unread]) -> None:
    """Put what an import of `root` could not read in the place of what an earlier import of it could not."""
    mine = (unreadable.c.household == transaction.household, unreadable.c.root == root)
    transaction.connection.execute(delete(unreadable).where(*mine))
    rows = [
        {
            "household": transaction.household,
            "root": root,
            "position": position,
            "file": one.file,
            "code": one.code,
            "detail": one.detail,
            "met_at": one.met_at,
        }
        for position, one in enumerate(met)
    ]
    if rows:
        transaction.connection.execute(insert(unreadable), rows)


def newest(transaction: Transaction, limit: int, offset: int = 0) -> tuple[Unread, ...]:
    """Return what could not be read, the last met first."""
    columns = (unreadable.c.file, unreadable.c.code, unreadable.c.detail, unreadable.c.met_at)
    query = (
        select(*columns)
        .where(unreadable.c.household == transaction.household)
        .order_by(unreadable.c.met_at.desc(), unreadable.c.root, unreadable.c.position)
        .limit(limit)
        .offset(offset)
    )
    return tuple(Unread(**row) for row in transaction.connection.execute(query).mappings())


def count(transaction: Transaction) -> int:
    """Return how many things could not be read."""
    query = select(func.count()).where(unreadable.c.household == transaction.household)
    return transaction.connection.execute(query).scalar_one()
