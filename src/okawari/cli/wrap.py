"""Lines of Japanese and Latin text for a terminal: full-width characters count twice, no line begins with a full stop."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_PIECES = re.compile(r"[!-~]+|.", re.DOTALL)
_AFTER_SPACE = re.compile("(?<= )")
_SMALL_KANA = "\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30fc\u30fb"
_NEVER_FIRST = f"。、，．：；？！）」』】〕］｝々…)]}}{_SMALL_KANA}"
_NEVER_LAST = "（「『【〔［｛([{"


def wrap(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a text that are at most `width` columns wide, but for a Latin word that is wider by itself."""
    for paragraph in text.split("\n"):
        line = ""
        for piece in _fitting(_bound(_PIECES.findall(paragraph)), width):
            if line and columns(line) + columns(piece.rstrip()) > width:
                yield line.rstrip()
                line = piece.lstrip()
            else:
                line += piece
        yield line.rstrip()


def columns(text: str) -> int:
    """Return how many columns the text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _fitting(pieces: Iterable[str], width: int) -> Iterator[str]:
    """Yield the pieces, those that are too wide for a line cut at their spaces."""
    for piece in pieces:
        yield from [piece] if columns(piece.rstrip()) <= width else _AFTER_SPACE.split(piece)


def _bound(pieces: list[str]) -> Iterator[str]:
    """Yield the pieces between which a line may end."""
    held = ""
    for piece in pieces:
        if held and piece[0] not in _NEVER_FIRST and held[-1] not in _NEVER_LAST:
            yield held
            held = piece
        else:
            held += piece
    if held:
        yield held
