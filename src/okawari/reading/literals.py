"""What a pattern cannot match without: literal texts of which one must stand in a text, letters of which one must begin a match.

To look for these first is far cheaper than to try many alternatives at each letter.
"""

from __future__ import annotations

import re
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]  # how a pattern is built is told nowhere else
from typing import Any, Final

_REPEATS: Final = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_OF_NO_WIDTH: Final = (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT)


class Guarded:
    """A pattern that is looked for only in texts that hold a literal without which it cannot match."""

    def __init__(self, pattern: str) -> None:
        """Compile it, and find out what it cannot do without."""
        parsed = _parser.parse(pattern)
        self._pattern: re.Pattern[str] = _compiler.compile(parsed)
        self.needs = () if self._pattern.flags & re.IGNORECASE else _needed(parsed)

    def search(self, text: str) -> re.Match[str] | None:
        """Return its first match in a text."""
        if self.needs and not any(map(text.__contains__, self.needs)):
            return None
        return self._pattern.search(text)


def _needed(parsed: Any) -> tuple[str, ...]:
    """Return literals of which each match of a parsed pattern holds one, the longer the better; none where it needs none."""
    ways: list[tuple[str, ...]] = []
    run = ""
    for kind, what in (*parsed, (None, None)):
        if kind is _constants.LITERAL:
            run += chr(what)
            continue
        if run:
            ways.append((run,))
            run = ""
        if kind is _constants.SUBPATTERN:
            _, added, _, inner = what
            ways.append(() if added & re.IGNORECASE else _needed(inner))
        elif kind is _constants.BRANCH:
            each = [_needed(one) for one in what[1]]
            ways.append(tuple(dict.fromkeys(literal for one in each for literal in one)) if all(each) else ())
        elif kind in _REPEATS and what[0]:
            ways.append(_needed(what[2]))
    return max(filter(None, ways), key=lambda way: (min(map(len, way)), -len(way)), default=())


def led(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern, compiled so that its alternatives are tried only where a letter stands that may begin them."""
    parsed = _parser.parse(pattern, flags)
    at = next((at for at, (kind, _) in enumerate(parsed) if kind is not _constants.LITERAL), len(parsed))
    letters = _first_letters(parsed[at:])
    if letters and parsed[at:].getwidth()[0]:
        ahead = _parser.SubPattern(parsed.state, [(_constants.IN, list(letters))])
        parsed.insert(at, (_constants.ASSERT, (1, ahead)))
    compiled: re.Pattern[str] = _compiler.compile(parsed, flags)
    return compiled


def _first_letters(parsed: Any) -> dict[Any, None] | None:
    """Return the letters that may begin a match of a parsed pattern, as a set in brackets holds them; None where they cannot be told."""
    letters: dict[Any, None] = {}
    for at in range(len(parsed)):
        for way in _first_of(*parsed[at]):
            if way is None:
                return None
            letters |= way
        if parsed[at : at + 1].getwidth()[0]:
            break
    return letters


def _first_of(kind: Any, what: Any) -> list[dict[Any, None] | None]:
    """Return the letters that may begin each way in which one part of a pattern matches."""
    if kind is _constants.LITERAL:
        return [{(kind, what): None}]
    if kind is _constants.IN and what[0][0] is not _constants.NEGATE:
        return [dict.fromkeys(what)]
    if kind is _constants.SUBPATTERN and not what[1] and not what[2]:
        return [_first_letters(what[3])]
    if kind is _constants.BRANCH:
        return list(map(_first_letters, what[1]))
    if kind in _REPEATS:
        return [_first_letters(what[2])]
    return [] if kind in _OF_NO_WIDTH else [None]
