"""Whether so much agrees that the words which only one of two titles has do not tell two articles apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from okawari.domain.same_thing.names.left_over import Left, Place
from okawari.domain.same_thing.taken_apart.title import Title

_VOWEL: Final = re.compile("[aeiouy]")


def agrees_enough(first: Title, second: Title, lost: Sequence[Left], telling: Sequence[Left]) -> bool:
    """Return whether the two are the same although the offer, which leaves nothing out (`lost`), has words of its own (`telling`).

    Nothing of what only the offer says may mark a grade, a generation, a taste or another article.
    """
    if any(one.kind not in ("word", "with") or one.sets_apart() or _is_abbreviated(one) for one in telling):
        return False
    if lost or not telling:
        return False
    return _is_numbered(first, second) or _is_of_size(first, second, telling)


def _is_abbreviated(one: Left) -> bool:
    """Return whether a word in the midst of the name is letters that nobody can read as a word, as makers mark a sort of an article (GTX)."""
    return one.place >= Place.WITHIN and one.value.isascii() and _VOWEL.search(one.value) is None


def _is_numbered(first: Title, second: Title) -> bool:
    """Return whether both say the same numbers, beside amounts of the wanted thing."""
    return bool(first.numbers and first.measures) and first.numbers <= second.numbers


def _is_of_size(first: Title, second: Title, telling: Sequence[Left]) -> bool:
    """Return whether both are of one size, and no word alone stands in the midst of the name."""
    if not first.sizes or not first.sizes <= second.sizes:
        return False
    return sum(one.place >= Place.WITHIN for one in telling) != 1 or any(one.place < Place.WITHIN for one in telling)
