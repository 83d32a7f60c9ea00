"""Rows of any number of tables, given back group by group: they wait on disk, so that memory stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

Cells = tuple[str | None, ...]
_BETWEEN = "\x1f"
"""What separates the cells of a row on disk: the sign that ASCII has for it, which no shop writes."""


class PutAside(NamedTuple):
    """One row: what it is grouped by, the number of its table, its line in it, and its cells; empty ones come back as None."""

    key: str
    table: int
    line: int
    cells: Cells


class GroupedRows:
    """Rows that wait in a private file, which the system removes with the process."""

    def __init__(self) -> None:
        """Begin empty."""
        self._base = sqlite3.connect("")
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute(
            "CREATE TABLE rows (position INTEGER PRIMARY KEY, key TEXT, tab INTEGER, line INTEGER, cells TEXT)"
        )

    def add(self, rows: Iterable[PutAside]) -> None:
        """Put rows aside; what `rows` raises is raised, and the rows before it are kept."""
        self._base.executemany(
            "INSERT INTO rows (key, tab, line, cells) VALUES (?, ?, ?, ?)",
            ((_storable(row.key), row.table, row.line, _packed(row.cells)) for row in rows),
        )

    def groups(self) -> Iterator[tuple[str, list[PutAside]]]:
        """Yield every key with its rows; keys and rows stand in the order in which they came in."""
        self._base.execute("CREATE INDEX IF NOT EXISTS by_key ON rows (key)")
        found = self._base.execute(
            "SELECT key, tab, line, cells FROM rows JOIN (SELECT key, min(position) AS first FROM rows GROUP BY key)"
            " USING (key) ORDER BY first, position"
        )
        for key, rows in groupby(found, key=lambda row: row[0]):
            yield key, [PutAside(key, table, line, _unpacked(cells)) for _, table, line, cells in rows]

    def group(self, key: str) -> list[PutAside]:
        """Return the rows of one key, none where nothing was put aside under it."""
        self._base.execute("CREATE INDEX IF NOT EXISTS by_key ON rows (key)")
        found = self._base.execute(
            "SELECT tab, line, cells FROM rows WHERE key = ? ORDER BY position", (_storable(key),)
        )
        return [PutAside(key, table, line, _unpacked(cells)) for table, line, cells in found]


def _packed(cells: Cells) -> str:
    return _storable(_BETWEEN.join([cell.replace(_BETWEEN, " ") if cell else "" for cell in cells]))


def _unpacked(packed: str) -> Cells:
    return tuple([cell or None for cell in packed.split(_BETWEEN)])


def _storable(key: str) -> str:
    return key.encode("utf-8", "replace").decode("utf-8")
