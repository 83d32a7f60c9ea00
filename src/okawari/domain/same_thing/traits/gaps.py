"""Makers' numbers that one title writes in one and the other with gaps (LEJ7550, LEJ 7550; 8701-250, 87 01 250)."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.taken_apart.tokens import is_model, squashed

_LEAST_LONG: Final = 7
"""Our own choice: signs of a number that no two articles share by chance."""
_MOST_LETTERS: Final = 3
"""Our own choice: letters that stand alone within a number."""
_MOST_GAPS: Final = 4
"""Our own choice: tokens that one number is written in."""

_NUMBERED: Final = frozenset({"word", "number"})
_NONE: Final[frozenset[Piece]] = frozenset()


def told_in_parts(code: str, title: Title) -> frozenset[str]:
    """Return the tokens that write a code once they are run together, none where a title does not write it so."""
    return _parts(code, title.listed) if code in title.latin else frozenset()


def _parts(code: str, listed: tuple[str, ...]) -> frozenset[str]:
    for start, first in enumerate(listed):
        if not first.isascii() or first[0] in "+@" or not code.startswith(squashed(first)):
            continue
        run = ""
        for end, token in enumerate(listed[start : start + _MOST_GAPS], start + 1):
            run += squashed(token)
            if run == code and token.isascii():
                return frozenset(map(squashed, listed[start:end]))
            if not token.isascii() or not code.startswith(run):
                break
    return frozenset()


def is_in_gaps(first: Title, second: Title) -> bool:
    """Return whether a title writes a maker's number in one that the other writes with gaps; what holds a word is a name (Nova24Ultra)."""
    for code in first.codes:
        if len(code) < _LEAST_LONG or code not in second.latin or code in second.codes:
            continue
        if code.isdigit() or (code[0].isalpha() and is_model(code)):
            parts = told_in_parts(code, second)
            if parts and not any(len(part) > _MOST_LETTERS and part.isalpha() for part in parts):
                return True
            if any(part in second.models for part in parts):
                return True
    return False


def open_codes(first: Title, second: Title) -> list[str]:
    """Return the codes of a title that the other does not write, also not with gaps or as the ends of a longer one."""
    found = [
        code
        for code in first.codes
        if not (
            code in second.codes or code in second.numbers or second.holds_code(code) or told_in_parts(code, second)
        )
    ]
    if found:
        written = told_in_gaps(first, second)
        found = [code for code in found if code not in written]
    return found


def grown_in(title: Title, other: Title) -> frozenset[Piece]:
    """Return the numbers of a title, and the words beside them, that the other writes in one (SP II, SP2; 600 DX, 600DX)."""
    codes = other.codes - title.codes
    if not (codes and title.numbers):
        return _NONE
    return frozenset(
        piece
        for pair in pairwise(title.pieces)
        if pair[0].kind != pair[1].kind
        and pair[0].value + pair[1].value in codes
        and _NUMBERED.issuperset(kind for kind, _ in pair)
        for piece in pair
    )


def told_in_gaps(first: Title, second: Title) -> frozenset[str]:
    """Return the tokens of a title that are the parts of a code which the other writes in one."""
    found: frozenset[str] = frozenset()
    for code in second.codes - first.codes:
        found |= told_in_parts(code, first)
    return found
