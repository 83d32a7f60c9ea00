"""What lines of a page say of one choice alone: a size that is sold out beside others that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from okawari.domain.same_thing.vocabulary.words import COLOURS, longest_first
from okawari.reading.page.choices import is_gone

_SIZE: Final = (
    r"(?:x{0,4}[sl]|m|ss|ll|\d[xl]l?|フリー|free|\d{1,3}(?:\.\d)?(?:cm|mm|号|インチ|inch)|\d\d\.\d)(?:サイズ)?"
)
_WORD: Final = rf"(?:{_SIZE}|{'|'.join(map(re.escape, longest_first(COLOURS)))})(?![a-zァ-ヺー\d])"
_CHOICE: Final = re.compile(rf"{_WORD}(?: ?[/・,] ?{_WORD}| {_WORD})*+")
_PARTS: Final = " :/-・()[]"
_LETTERS: Final = 80
"""Our own choice: letters of a line that are looked at; more describe."""


class _Choice(NamedTuple):
    """A choice that lines name: the line that tells its state (None: none does), whether it is gone, whether that line is its own."""

    at: int | None
    is_gone: bool
    apart: bool


def gone_alone(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines (folded) that say of one choice that nothing is left of it, where a choice beside it is left.

    A line below the last of several says it of that choice only where the others have such a line too; else it may be
    said of the whole thing.
    """
    found: set[int] = set()
    for run in _runs(lines):
        last = run[-1]
        if last.apart and not any(one.apart for one in run[:-1]):
            continue
        if not all(one.is_gone for one in run):
            found.update(one.at for one in run if one.is_gone and one.at is not None)
    return frozenset(found)


def _runs(lines: Sequence[str]) -> Iterator[list[_Choice]]:
    """Yield the choices that stand right below each other."""
    run: list[_Choice] = []
    at = 0
    while at < len(lines):
        one = _choice(lines, at)
        if one:
            run.append(one)
        elif run:
            yield run
            run = []
        at += 2 if one and one.apart else 1
    if run:
        yield run


def _choice(lines: Sequence[str], at: int) -> _Choice | None:
    line = lines[at][:_LETTERS]
    named = _CHOICE.match(line)
    if named is None:
        return None
    beside = line[named.end() :].strip(_PARTS)
    if beside:
        gone = is_gone(beside)
        return None if gone is None else _Choice(at, gone, apart=False)
    gone = is_gone(lines[at + 1][:_LETTERS]) if at + 1 < len(lines) else None
    return _Choice(None, is_gone=False, apart=False) if gone is None else _Choice(at + 1, gone, apart=True)
