"""Where a few bytes stand among many, looked for by 32 or 64 at once: several times as quickly as patterns and `bytes.find` do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from stringzilla import find

place: Final[Callable[[bytes, bytes, int, int], int]] = find
"""Return where a needle first stands whole in `data[start:end]`, -1 where it does not."""


def places(data: bytes, needle: bytes, start: int, end: int) -> Iterator[int]:
    """Yield where `needle` stands whole in `data[start:end]`, one behind the other."""
    while (at := find(data, needle, start, end)) >= 0:
        yield at
        start = at + len(needle)


def holds(data: bytes, *needles: bytes) -> bool:
    """Return whether any of `needles` stands in `data`."""
    return any(find(data, needle) >= 0 for needle in needles)
