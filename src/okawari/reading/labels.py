"""Values that stand behind a label in the plain text of a mail: the surest thing to read in a layout nobody published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

_SPACES = " \t\u3000\u00a0\u200b"
_BULLETS = "・■□◆◇●○◎★☆▼▽▶*＊※#>-＞<＜【[［〔「『≪《"
_CLOSING = "】]］〕」』≫》＞>*＊"
_COLONS = ":：=＝"
_OPENING = "￥¥\\「『[［(（"
_RULE = re.compile(r"[-─━=＝_*＊~～]{3,}")
_BEHIND_LABEL = re.compile(f"[{re.escape(_SPACES + _CLOSING + _COLONS + _OPENING)}]")
_SENTENCE_ENDS = "。！？"
_OTHER_LABEL = re.compile(r"[^：:\d]{1,20}[：:](?!//)")


class Labelled(NamedTuple):
    """One labelled value, verbatim but for the spaces around it, with the 0-based number of the label's line."""

    label: str
    value: str
    line: int


def labelled(text: str, label: str) -> Iterator[Labelled]:
    r"""Yield every value labelled with `label`, a regular expression of the label alone (`ご?注文番号`).

    Read are `label：value`, `・label　　value`, `【label】value`, `[label] value`, and a label alone on its line with the
    value on the next line that is not empty, no rule and no label itself. A label inside a sentence (`注文番号をお知らせください`) is none.
    """
    match = _pattern(label).match
    lines, starts = _lines_of(text)
    for number, bare in starts:
        found = match(bare)
        if found is None or not found[0]:
            continue
        value = _after_label(bare[found.end() :])
        if value is None:
            continue
        yield Labelled(found[0], value or _next_value(lines, number + 1), number)


@lru_cache(8)  # a mail's text is asked for a dozen labels
def _lines_of(text: str) -> tuple[list[str], list[tuple[int, str]]]:
    """Return the lines, and of those that can begin with a label the number and what stands behind bullets."""
    lines = text.splitlines()
    before = _SPACES + _BULLETS
    return lines, [
        (number, bare) for number, line in enumerate(lines) if (bare := line.lstrip(before)) and _may_begin(bare)
    ]


def _may_begin(line: str) -> bool:
    """Return whether a line can begin with a label: it is no number, and no sentence without anything that parts a label from its value."""
    return not "0" <= line[0] <= "9" and (line[-1] not in _SENTENCE_ENDS or _BEHIND_LABEL.search(line) is not None)


@cache  # labels stand in the code, never in a mail
def _pattern(label: str) -> re.Pattern[str]:
    return re.compile(label, re.MULTILINE)


def value_of(text: str, label: str) -> str | None:
    """Return the first labelled value that is not empty, or None."""
    return next((found.value for found in labelled(text, label) if found.value), None)


def _after_label(rest: str) -> str | None:
    """Return what stands behind the label, "" where the line ends with it, None where it is the start of a sentence."""
    value = rest.lstrip(_SPACES)
    closed = value.lstrip(_CLOSING + _SPACES)
    if closed != value:
        return closed.lstrip(_COLONS + _SPACES).strip(_SPACES)
    if not value or value[0] in _COLONS + _OPENING:
        return value.lstrip(_COLONS + _SPACES).strip(_SPACES)
    return value.strip(_SPACES) if value != rest else None


def _next_value(lines: list[str], start: int) -> str:
    following = (line.strip(_SPACES) for line in lines[start : start + 3])
    value = next((line for line in following if line), "")
    return "" if _RULE.fullmatch(value) or _OTHER_LABEL.match(value) else value
