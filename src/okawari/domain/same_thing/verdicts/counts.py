"""Whether two titles count differently."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.figures import is_measured
from okawari.domain.same_thing.verdicts.missing import are_sheets, is_multiplied, is_retold
from okawari.domain.same_thing.vocabulary.words import ITEMS, SET

_LEAST_MULTIPLIED: Final = 2
"""How many counts there are where another one can be their product."""
_CELL: Final = "電池"


def counts_differ(first: Title, second: Title) -> bool:
    """Return whether the offer counts something that the wanted title does not, nor multiplies to (5食×6袋, 30食)."""
    if first.counts == second.counts or is_multiplied(first, second):
        return False
    more = (Counter(second.counts) - Counter(first.counts)).elements() if first.counts else second.counts
    more = tuple(more)
    numbers = first.numbers
    if numbers and SET not in first.listed:
        numbers = frozenset(one for one in numbers - second.numbers if not is_measured(one, second))
    if numbers.issuperset(more) or all(
        is_retold(one, first, second)
        or are_sheets(one, first, second)
        or _are_cells(one, first, second)
        or _are_held(one, first, second)
        for one in more
    ):
        return False
    if len(first.counts) < _LEAST_MULTIPLIED or not set(first.counts) <= set(second.counts):
        return True
    return more != (str(math.prod(map(int, first.counts))),)


def _are_held(count: str, first: Title, second: Title) -> bool:
    """Return whether a count tells how many things go into the one thing that has the number of both (NP-TZ500 40点)."""
    return (
        f"{count}{ITEMS}" in second.listed
        and SET not in second.listed
        and not first.counts
        and not first.models.isdisjoint(second.models)
    )


def _are_cells(count: str, first: Title, second: Title) -> bool:
    """Return whether a count tells how many cells a thing takes that is none itself (単3電池2本)."""
    if _CELL not in second.squashed or any(kind.startswith("単") for kind in first.kinds):
        return False
    told = [before for before, token in pairwise(second.listed) if token.startswith(count)]
    return any(before.endswith(_CELL) for before in told) and not any(token.endswith(_CELL) for token in first.listed)
