"""Streams that are read once, from front to back."""

from __future__ import annotations

from typing import Protocol


class Readable(Protocol):
    """Anything that gives its bytes piece by piece: a file, standard input, a file inside an archive."""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` next bytes, none at the end."""


class Replayed:
    """A stream whose start was read already and is read once more."""

    def __init__(self, start: bytes, rest: Readable) -> None:
        self._start = start
        self._rest = rest

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, none at the end; mostly `size`, less at the seam."""
        if self._start:
            start, self._start = self._start[:size], self._start[size:]
            return start
        return self._rest.read(size)
