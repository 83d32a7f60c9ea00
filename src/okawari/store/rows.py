"""Many rows of one table at once, past the library's own handling of each value, which takes thrice as long."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import Row, Table

from okawari.store.engine import Transaction

_TOGETHER = 50
"""Rows of one statement: a database takes a third less time for them than for each alone."""


def insert_rows(
    transaction: Transaction, table: Table, rows: Sequence[tuple[Any, ...]], ending: str = ""
) -> list[Row[Any]]:
    """Put in rows, whose values stand in the order of the columns as they are kept; return what `ending` asks for."""
    mark = "?" if transaction.connection.dialect.paramstyle == "qmark" else "%s"
    returned: list[Row[Any]] = []
    for first in range(0, len(rows), _TOGETHER):
        some = rows[first : first + _TOGETHER]
        statement = _statement(table, mark, len(some), ending)
        put = transaction.connection.exec_driver_sql(statement, tuple(chain.from_iterable(some)))
        returned += put if put.returns_rows else ()
    return returned


def update_rows(
    transaction: Transaction,
    table: Table,
    changed: tuple[str, ...],
    keys: tuple[str, ...],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Change columns of the rows that keys name; of each row the values come first, as they are kept, then those of its keys."""
    mark = "?" if transaction.connection.dialect.paramstyle == "qmark" else "%s"
    values, mine = (
        joint.join(f"{name} = {mark}" for name in names) for joint, names in ((", ", changed), (" AND ", keys))
    )
    transaction.connection.exec_driver_sql(f"UPDATE {table.name} SET {values} WHERE {mine}", list(rows))  # noqa: S608 - names of our own


@lru_cache(maxsize=4 * _TOGETHER)
def _statement(table: Table, mark: str, rows: int, ending: str) -> str:
    names = [column.name for column in table.c]
    row = f"({', '.join([mark] * len(names))})"
    return f"INSERT INTO {table.name} ({', '.join(names)}) VALUES {', '.join([row] * rows)} {ending}"  # noqa: S608 - names of our own
