"""How many there are, where a title tells it more than once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.taken_apart.pieces import meaning
from okawari.domain.same_thing.taken_apart.tokens import QUANTITY
from okawari.domain.same_thing.vocabulary import units

_LEAST_MULTIPLIED: Final = 3
"""How many counts there are where one can be the product of the others."""
_LEAVES: Final = 2
"""How many sheets a tissue has, of which shops tell the number too (360枚, 180組)."""
_PAIRS: Final = "ペア"
_TOLD_AGAIN: Final = (units.DOZEN, "p", "pack")
"""How a count is told that another one tells too (12球, 1ダース; 2枚組, 2P)."""


def told_once(listed: Sequence[str], counts: list[str]) -> list[str]:
    """Return the counts without those told again (see below): 2缶 780g×2, 47枚 標準47枚入り, 1ダース 12球, 5食×6 30食."""
    _drop_measured(listed, counts)
    _drop_repeated(listed, counts)
    _drop_products(listed, counts)
    return counts


def _drop_measured(listed: Sequence[str], counts: list[str]) -> None:
    """Drop a count told once more behind a measure, the sheets of what is counted in twos, and the pairs of what is counted one by one (6個, 3ペア)."""
    for before, token in pairwise(listed):
        if token[0] in "x×*" and before[0].isdigit():
            count = token[1:].strip()
            if counts.count(count) > 1 and _is_measure(before) and not _is_chained(listed, count):
                counts.remove(count)
        elif (sheets := _sheets(before, token) or _sheets(token, before)) and _is_doubled(*sheets, counts):
            counts.remove(sheets[0])
        elif token.endswith(_PAIRS) and _is_doubled(before[:-1], token.removesuffix(_PAIRS), counts):
            counts.remove(token.removesuffix(_PAIRS))


def _drop_repeated(listed: Sequence[str], counts: list[str]) -> None:
    """Drop a count told twice: a large one wherever it is not squared, any by the dozen or in pieces, or with one counter (2個, 2個入り)."""
    for count in sorted({one for one in counts if len(one) > 1 and counts.count(one) > 1}):
        if not _is_squared(listed, count):
            counts.remove(count)
    for token in {one for one in listed if listed.count(one) > 1}:
        if (counted := QUANTITY.fullmatch(token)) and counted[2] in units.COUNTS and counts.count(counted[1]) > 1:
            counts.remove(counted[1])
    for token in listed:
        if token.endswith(_TOLD_AGAIN) and (told := meaning(token)) and counts.count(told[0].value) > 1:
            counts.remove(told[0].value)


def _drop_products(listed: Sequence[str], counts: list[str]) -> None:
    """Drop the product of all other counts, or of two that are multiplied."""
    if len(counts) < _LEAST_MULTIPLIED:
        return
    for before, token in pairwise([one for one in listed if one != "パック"]):
        if token[0] in "x×*" and token[1:] in counts and before[:-1] in counts:
            told = str(int(before[:-1]) * int(token[1:]))
            if told in counts:
                counts.remove(told)
    if len(counts) >= _LEAST_MULTIPLIED:
        whole = math.prod(map(int, counts))
        for count in counts:
            if int(count) ** 2 == whole:
                counts.remove(count)
                break


def _sheets(one: str, other: str) -> tuple[str, str] | None:
    """Return how many sheets and how many pairs of them there are where two tokens tell both."""
    return (one[:-1], other[:-1]) if one.endswith("枚") and other.endswith("組") else None


def _is_doubled(sheets: str, pairs: str, counts: list[str]) -> bool:
    return sheets in counts and pairs in counts and int(sheets) == _LEAVES * int(pairs)


def _is_squared(listed: Sequence[str], count: str) -> bool:
    """Return whether a count is told as a product of itself (12個×12袋), and not twice."""
    return any(
        token[0] in "x×*" and token[1:].strip() == count and before.startswith(count)
        for before, token in pairwise(listed)
    )


def _is_chained(listed: Sequence[str], count: str) -> bool:
    """Return whether a count stands twice behind a sign of multiplying (×6個×6箱)."""
    return sum(token[0] in "x×*" and token[1:].strip() == count for token in listed) > 1


def _is_measure(token: str) -> bool:
    return (quantity := QUANTITY.fullmatch(token)) is not None and quantity[2] in units.UNITS
