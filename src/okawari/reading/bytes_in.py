"""Where a few bytes stand among many, looked for by 32 or 64 at once: several times as quickly as patterns and `bytes.find` do."""

from __future__ import annotations

from collections.abc import Iterator

from stringzilla import find


def place(data: bytes, needle: bytes, start: int, end: int) -> int:
    """Return where `needle` first stands whole in `data[start:end]`, -1 where it does not."""
    at: int = find(data, needle, start, end)
    return at


def places(data: bytes, needle: bytes, start: int, end: int) -> Iterator[int]:
    """Yield where `needle` stands whole in `data[start:end]`, one behind the other."""
    while (at := find(data, needle, start, end)) >= 0:
        yield at
        start = at + len(needle)


def holds(data: bytes, *needles: bytes) -> bool:
    """Return whether any of `needles` stands in `data`."""
    return any(find(data, needle) >= 0 for needle in needles)
