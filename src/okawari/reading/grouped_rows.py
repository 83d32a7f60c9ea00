"""Rows of any number of tables, given back group by group: they wait on disk, so that memory stays flat."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

Cells = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class PutAside:
    """One row: what it is grouped by, the number of its table, its line in it, and its cells."""

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
            ((_storable(row.key), row.table, row.line, json.dumps(row.cells)) for row in rows),
        )

    def groups(self) -> Iterator[tuple[str, list[PutAside]]]:
        """Yield every key with its rows; keys and rows stand in the order in which they came in."""
        self._base.execute("CREATE INDEX IF NOT EXISTS by_key ON rows (key)")
        found = self._base.execute(
            "SELECT key, tab, line, cells FROM rows JOIN (SELECT key, min(position) AS first FROM rows GROUP BY key)"
            " USING (key) ORDER BY first, position"
        )
        for key, rows in groupby(found, key=lambda row: row[0]):
            yield key, [PutAside(key, table, line, tuple(json.loads(cells))) for _, table, line, cells in rows]

    def group(self, key: str) -> list[PutAside]:
        """Return the rows of one key, none where nothing was put aside under it."""
        self._base.execute("CREATE INDEX IF NOT EXISTS by_key ON rows (key)")
        found = self._base.execute(
            "SELECT tab, line, cells FROM rows WHERE key = ? ORDER BY position", (_storable(key),)
        )
        return [PutAside(key, table, line, tuple(json.loads(cells))) for table, line, cells in found]


def _storable(key: str) -> str:
    return key.encode("utf-8", "replace").decode("utf-8")
