"""Which product a page is about: its addresses and its titles, against which each offer in it is held."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final
from urllib.parse import unquote, urlsplit

_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS: Final = 300


@lru_cache(1000)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a title in comparable form; of a language without spaces, pairs of letters.

    A page says its title several times.
    """
    words: set[str] = set()
    for word in _WORD.findall(unicodedata.normalize("NFKC", text[:_LETTERS]).casefold()):
        if word.isascii() or len(word) < 3:
            words.add(word)
        else:
            words.update(word[at : at + 2] for at in range(len(word) - 1))
    return frozenset(words)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of the shorter title stands in the other, 0 to 1."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0


@dataclass(frozen=True)
class Identity:
    """The page's own addresses (as asked for, canonical, og:url) and titles (h1, og:title, title)."""

    urls: tuple[str, ...]
    titles: tuple[str, ...]

    @cached_property
    def _title_words(self) -> tuple[frozenset[str], ...]:
        return tuple(words for title in self.titles if (words := words_of(title)))

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(place for url in self.urls if (place := _place(url)))

    def match(self, url: str, name: str) -> int:
        """Return 2 where a node's address is the page's, 1 where its name is the page's title, 0 for neither."""
        if url and _place(url) in self._places:
            return 2
        return 1 if self.is_titled(name) else 0

    def is_elsewhere(self, url: str) -> bool:
        """Tell whether an address is that of another page."""
        place = _place(url)
        return bool(place and self._places) and "." in place.partition("/")[0] and place not in self._places

    def is_titled(self, name: str) -> bool:
        """Tell whether a name is the page's title, or most of it."""
        words = words_of(name)
        return any(likeness(words, title) >= 0.7 for title in self._title_words)

    def names(self, url: str, sku: str, *, strict: bool = False) -> bool:
        """Tell whether the address that was asked for, with its query, names this variant."""
        for asked in self.urls[:1]:
            if url and _exact(url) == _exact(asked):
                return True
            if not strict and sku and len(sku) >= 4 and sku in unquote(asked):
                return True
        return False


def _place(url: str) -> str:
    """Return an address without scheme, query and what differs from visit to visit, "" for a site's front page."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    path = unquote(parts.path).rstrip("/").lower()
    return f"{parts.netloc.lower().removeprefix('www.')}{path}" if path else ""


def _exact(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.netloc.lower()}{parts.path}?{parts.query}"
