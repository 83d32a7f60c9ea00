"""Files of services that sell the past of prices: `history.py` in a source folder reads them, and knows what it read again."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from importlib import resources
from urllib.parse import urlsplit

from okawari.reading.answers import UnreadableAnswerError
from okawari.reading.history_csv import ReadHistory
from okawari.sources import registry

FILE = "history.py"
Reader = Callable[[bytes], tuple[ReadHistory, ...]]
Knows = Callable[[str], bool]


def read_file(raw: bytes) -> tuple[str, tuple[ReadHistory, ...]] | None:
    """Return the host whose terms a file is under, and what it tells; None where no source knows its form."""
    for host, read, _ in _readers():
        try:
            return host, read(raw)
        except UnreadableAnswerError:
            continue
    return None


def host_of_past(url: str) -> str:
    """Return the host whose terms a past is under by its address: of the service that told it, or else of the page."""
    return next((host for host, _, knows in _readers() if knows(url)), urlsplit(url).hostname or "")


@cache
def _readers() -> tuple[tuple[str, Reader, Knows], ...]:
    found = []
    for source in registry.sources():
        if resources.files(source.package).joinpath(FILE).is_file():
            module = importlib.import_module(f"{source.package}.history")
            found.append((module.HOST, module.read, module.is_kept_at))
    return tuple(found)
