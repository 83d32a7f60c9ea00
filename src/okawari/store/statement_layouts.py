"""Layouts of statements that the person told, by their names."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select

from okawari.store.engine import Transaction
from okawari.store.schema import statement_layouts


def put(transaction: Transaction, name: str, payload: str, told_at: datetime) -> None:
    """Keep a layout, as its JSON, in the place of one of the same name."""
    forget(transaction, name)
    row = {"household": transaction.household, "name": name, "told_at": told_at, "payload": payload}
    transaction.connection.execute(insert(statement_layouts), row)


def all_of(transaction: Transaction) -> tuple[tuple[str, str], ...]:
    """Return the name and the JSON of each layout, the last told first."""
    query = (
        select(statement_layouts.c.name, statement_layouts.c.payload)
        .where(statement_layouts.c.household == transaction.household)
        .order_by(statement_layouts.c.told_at.desc(), statement_layouts.c.name)
    )
    return tuple((name, payload) for name, payload in transaction.connection.execute(query))


def forget(transaction: Transaction, name: str) -> bool:
    """Delete a layout; return whether it was kept."""
    mine = (statement_layouts.c.household == transaction.household, statement_layouts.c.name == name)
    return transaction.connection.execute(delete(statement_layouts).where(*mine)).rowcount > 0
