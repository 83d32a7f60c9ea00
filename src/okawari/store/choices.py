"""What the person chose in the program itself, by name."""

from __future__ import annotations

from sqlalchemy import delete, select

from okawari.store.engine import Transaction, inserting
from okawari.store.tracking_schema import choices


def every(transaction: Transaction) -> dict[str, str]:
    """Return all choices by their names."""
    query = select(choices.c.name, choices.c.value).where(choices.c.household == transaction.household)
    return {row.name: row.value for row in transaction.connection.execute(query)}


def put(transaction: Transaction, name: str, value: str) -> None:
    """Keep a choice in the place of one of the same name; "" takes it back."""
    mine = (choices.c.household == transaction.household, choices.c.name == name)
    transaction.connection.execute(delete(choices).where(*mine))
    if value:
        row = {"household": transaction.household, "name": name, "value": value}
        transaction.connection.execute(inserting(transaction, choices).values(**row).on_conflict_do_nothing())
