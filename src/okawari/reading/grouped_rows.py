"""Rows of any number of tables, given back group by group: they wait on disk, so that memory stays flat."""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter

Kept = tuple[int, int, tuple[str, ...]]
"""One row: the number of its table, its line in it, and its cells."""

Runs = tuple[bytes, ...]
"""Rows of one key as they wait on disk."""

_PLAIN = 2
"""The last version of the format that does not look for values that come twice, which takes longer than to write them."""


class GroupedRows:
    """Rows that wait in a private file, which the system removes with the process.

    Rows of one key that follow each other lie there as one: mostly all that an order has.
    """

    def __init__(self) -> None:
        """Begin empty."""
        self._base = sqlite3.connect("")
        self._base.execute("PRAGMA journal_mode = OFF")
        self._base.execute("CREATE TABLE runs (position INTEGER PRIMARY KEY, key TEXT, run BLOB)")

    def add(self, rows: Iterable[tuple[str, Kept]]) -> None:
        """Put rows aside, each with its key; what `rows` raises is raised, and the rows before it are kept."""
        self._base.executemany("INSERT INTO runs (key, run) VALUES (?, ?)", _runs(rows))

    def groups(self) -> Iterator[tuple[str, Runs]]:
        """Yield every key with its rows, as `rows_of` takes them; keys and rows stand in the order in which they came in."""
        self._base.execute("CREATE INDEX IF NOT EXISTS by_key ON runs (key)")
        found = self._base.execute(
            "SELECT key, run FROM runs JOIN (SELECT key, min(position) AS first FROM runs GROUP BY key)"
            " USING (key) ORDER BY first, position"
        )
        for key, runs in groupby(found, key=itemgetter(0)):
            yield key, tuple([run for _, run in runs])

    def group(self, key: str) -> Runs:
        """Return the rows of one key, none where nothing was put aside under it."""
        self._base.execute("CREATE INDEX IF NOT EXISTS by_key ON runs (key)")
        found = self._base.execute("SELECT run FROM runs WHERE key = ? ORDER BY position", (_storable(key),))
        return tuple([run for (run,) in found])


def rows_of(runs: Runs) -> list[Kept]:
    """Return rows that were put aside, be it by another process."""
    return list(chain.from_iterable(map(marshal.loads, runs)))  # nobody else can write to the private file


def _runs(rows: Iterable[tuple[str, Kept]]) -> Iterator[tuple[str, bytes]]:
    """Yield rows of one key that follow each other as one, also those before an error."""
    key = ""
    run: list[Kept] = []
    try:
        for named, row in rows:
            if named != key and run:
                yield _storable(key), marshal.dumps(run, _PLAIN)
                run = []
            key = named
            run.append(row)
    except Exception:
        if run:
            yield _storable(key), marshal.dumps(run, _PLAIN)
        raise
    if run:
        yield _storable(key), marshal.dumps(run, _PLAIN)


def _storable(key: str) -> str:
    return key.encode("utf-8", "replace").decode("utf-8")
