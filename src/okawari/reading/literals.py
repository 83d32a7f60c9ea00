"""Literal texts without which a pattern cannot match."""

from __future__ import annotations

import re
from re import _constants, _parser  # type: ignore[attr-defined]  # how a pattern is built is told nowhere else
from typing import Any, Final

_REPEATS: Final = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)


class Guarded:
    """A pattern that is looked for only in texts that hold a literal without which it cannot match.

    To see that none of some literals stands in a text is far cheaper than to try many alternatives at each of its letters.
    """

    def __init__(self, pattern: str) -> None:
        """Compile it, and find out what it cannot do without."""
        self._pattern = re.compile(pattern)
        self.needs = () if self._pattern.flags & re.IGNORECASE else _needed(_parser.parse(pattern))

    def search(self, text: str) -> re.Match[str] | None:
        """Return its first match in a text."""
        if self.needs and not any(literal in text for literal in self.needs):
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
