"""Everything that is kept as plain rows, of any table on any database, out and in again.

A table whose `info` says `secret` holds what may leave the database only when the person asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, MetaData, Table, exists, func, insert, select, text
from sqlalchemy.exc import DataError, IntegrityError

from okawari.store.schema import metadata
from okawari.store.upgrade import make_anew, migrate

INFO_KEY = "secret"
Value = str | int | float | bytes | None
Row = tuple[Value, ...]
_FETCHED = 20
_BATCH_ROWS = 500
_BATCH_BYTES = 8 * 1024 * 1024


def secret_tables() -> frozenset[str]:
    """Return the names of the tables that hold secrets."""
    return frozenset(table.name for table in metadata.tables.values() if table.info.get(INFO_KEY))


def tables(connection: Connection) -> dict[str, Table]:
    """Return our tables as the database has them, each after those that it refers to; all columns are of plain types."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name in metadata.tables)
    return {table.name: table for table in found.sorted_tables}


def rows(connection: Connection, table: Table) -> Iterator[Row]:
    """Yield the rows of a table in the order of its key; never more than some are in memory."""
    query = select(table).order_by(*table.primary_key.columns)
    for row in connection.execution_options(yield_per=_FETCHED).execute(query):
        yield tuple(row)


def is_empty(connection: Connection) -> bool:
    """Return whether nothing is kept."""
    found = tables(connection).values()
    return not any(connection.execute(select(exists(select(table)))).scalar() for table in found)


def begin(connection: Connection, revision: str) -> dict[str, Table]:
    """Drop all that is kept; return the empty tables of the revision that rows were written by."""
    make_anew(connection, revision)
    return tables(connection)


def put(connection: Connection, table: Table, found: Iterable[Row]) -> None:
    """Insert rows; ValueError for one that does not fit the table."""
    names = [column.name for column in table.columns]
    batch: list[dict[str, Value]] = []
    size = 0
    try:
        for row in found:
            batch.append(dict(zip(names, row, strict=True)))
            size += sum(len(value) for value in row if isinstance(value, bytes | str))
            if len(batch) >= _BATCH_ROWS or size >= _BATCH_BYTES:
                connection.execute(insert(table), batch)
                batch, size = [], 0
        if batch:
            connection.execute(insert(table), batch)
    except (IntegrityError, DataError, OverflowError) as error:
        raise ValueError(f"{table.name}: {error}") from None
    _count_on(connection, table)


def end(connection: Connection) -> None:
    """Bring the tables that were filled to the shape of this version."""
    migrate(connection)


def _count_on(connection: Connection, table: Table) -> None:
    """Let PostgreSQL number further rows behind those that came with a number; SQLite does so by itself."""
    column = table.autoincrement_column
    if column is not None and connection.dialect.name == "postgresql":
        last = connection.execute(select(func.max(column))).scalar()
        if last is not None:
            of = {"table": table.name, "column": column.name, "last": last}
            connection.execute(text("SELECT setval(pg_get_serial_sequence(:table, :column), :last)"), of)
