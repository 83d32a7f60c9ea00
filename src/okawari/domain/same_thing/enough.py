"""Whether so much agrees that the words which only one of two titles has do not tell two articles apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from okawari.domain.same_thing.left_over import Left, Place
from okawari.domain.same_thing.title import Title

_LEAST_DESCRIBING: Final = 2
"""Our own choice: Latin words that describe what the offer has named in full."""
_LONG_WORD: Final = 6
"""Our own choice: letters of the longest of them."""


def agrees_enough(first: Title, second: Title, lost: Sequence[Left], telling: Sequence[Left]) -> bool:
    """Return whether the two are the same although the offer has words of its own (`telling`) or leaves some out (`lost`).

    Nothing of what only the offer says may mark a grade, a generation, a taste or another article.
    """
    if any(one.kind not in ("word", "with") or one.sets_apart() for one in telling):
        return False
    if _is_told_in_english(first, second, lost) and not _is_swapped(lost, telling):
        return True
    if lost or not telling:
        return False
    return _is_numbered(first, second) or _is_described(first, second, telling) or _is_of_size(first, second, telling)


def _is_told_in_english(first: Title, second: Title, lost: Sequence[Left]) -> bool:
    """Return whether an offer in English has all amounts and all Latin words of a title in Japanese; what else that says it may say otherwise."""
    if not first.measures or not first.measures <= second.measures or not all(map(str.isascii, second.listed)):
        return False
    return not any(one.value.isascii() for one in lost) and not all(map(str.isascii, first.listed))


def _is_swapped(lost: Sequence[Left], telling: Sequence[Left]) -> bool:
    """Return whether one word of the offer stands for one of the wanted title in the midst of the name, as a sister's does (Switch, スライド), or none for one in katakana, which English has too."""
    if not telling:
        return any(one.place >= Place.WITHIN and "ァ" <= one.value[0] <= "ー" for one in lost)
    return len(lost) == len(telling) == 1 and lost[0].place >= Place.WITHIN <= telling[0].place


def _is_numbered(first: Title, second: Title) -> bool:
    """Return whether both say the same numbers, beside amounts of the wanted thing."""
    return bool(first.numbers and first.measures) and first.numbers <= second.numbers


def _is_described(first: Title, second: Title, telling: Sequence[Left]) -> bool:
    """Return whether an offer that says all of the wanted title, its numbers with it, describes in English."""
    latin = [one.value for one in telling if one.value.isascii()]
    return (
        first.numbers <= second.numbers and len(latin) >= _LEAST_DESCRIBING and len(max(latin, key=len)) >= _LONG_WORD
    )


def _is_of_size(first: Title, second: Title, telling: Sequence[Left]) -> bool:
    """Return whether both are of one size, and no word alone stands in the midst of the name."""
    if not first.sizes or not first.sizes <= second.sizes:
        return False
    return sum(one.place >= Place.WITHIN for one in telling) != 1 or any(one.place < Place.WITHIN for one in telling)
