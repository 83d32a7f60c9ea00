"""Which of equal things one is: the first, the second…; counts of days gone by wait on disk, so that memory stays flat."""

from __future__ import annotations

import marshal
import sqlite3

_IN_MEMORY = 50_000
_MOST_IN_MEMORY = 4 * _IN_MEMORY
Key = tuple[str | int, ...]


class Ordinals:
    """Counts equal keys; quick where keys of one day stand together, right wherever they stand."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self._near: dict[Key, int] = {}
        self._days: set[str] = set()
        self._far_days: set[str] = set()
        self._far = sqlite3.connect("", isolation_level=None)
        self._far.execute("PRAGMA journal_mode = OFF")
        self._far.execute("CREATE TABLE waiting (counts BLOB)")
        self._far.execute("CREATE TABLE counts (key TEXT PRIMARY KEY, last INTEGER) WITHOUT ROWID")

    def next(self, day: str, key: Key) -> int:
        """Return how many equal keys came before; `key` includes `day`."""
        last = self._near.get(key)
        if last is None:
            last = self._last(key) if day in self._far_days else -1
            # A day is put away whole where that can be: what is left of it would look for its counts at once.
            if len(self._near) >= (_MOST_IN_MEMORY if day in self._days else _IN_MEMORY):
                self._put_away()
            self._days.add(day)
        self._near[key] = last + 1
        return last + 1

    def _last(self, key: Key) -> int:
        while waiting := self._far.execute("SELECT rowid, counts FROM waiting ORDER BY rowid LIMIT 1").fetchone():
            self._spread(*waiting)
        found = self._far.execute("SELECT last FROM counts WHERE key = ?", (repr(key),)).fetchone()
        return found[0] if found else -1

    def _put_away(self) -> None:
        # Mostly no day comes again: the counts are found by their keys only where one does.
        self._far.execute("INSERT INTO waiting VALUES (?)", (marshal.dumps(self._near),))
        self._far_days |= self._days
        self._days.clear()
        self._near.clear()

    def _spread(self, rowid: int, waiting: bytes) -> None:
        counts: dict[Key, int] = marshal.loads(waiting)  # noqa: S302 - nobody else can write to the private file
        self._far.execute("BEGIN")
        self._far.executemany(
            "INSERT OR REPLACE INTO counts VALUES (?, ?)", ((repr(key), last) for key, last in counts.items())
        )
        self._far.execute("DELETE FROM waiting WHERE rowid = ?", (rowid,))
        self._far.execute("COMMIT")
