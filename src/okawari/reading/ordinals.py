"""Which of equal things one is: the first, the second…; counts of days gone by wait on disk, so that memory stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable

_IN_MEMORY = 50_000


class Ordinals:
    """Counts equal keys; quick where keys of one day stand together, right wherever they stand."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._near: dict[str, int] = {}
        self._days: set[Hashable] = set()
        self._far_days: set[Hashable] = set()
        self._far = sqlite3.connect("", isolation_level=None)
        self._far.execute("PRAGMA journal_mode = OFF")
        self._far.execute("CREATE TABLE counts (key TEXT PRIMARY KEY, last INTEGER) WITHOUT ROWID")

    def next(self, day: Hashable, key: str) -> int:
        """Return how many equal keys came before; `key` includes all of `day`."""
        last = self._near.get(key)
        if last is None:
            last = self._last(key) if day in self._far_days else -1
            if len(self._near) >= _IN_MEMORY:
                self._put_away()
            self._days.add(day)
        self._near[key] = last + 1
        return last + 1

    def _last(self, key: str) -> int:
        found = self._far.execute("SELECT last FROM counts WHERE key = ?", (key,)).fetchone()
        return found[0] if found else -1

    def _put_away(self) -> None:
        self._far.execute("BEGIN")
        self._far.executemany("INSERT OR REPLACE INTO counts VALUES (?, ?)", self._near.items())
        self._far.execute("COMMIT")
        self._far_days |= self._days
        self._days.clear()
        self._near.clear()
