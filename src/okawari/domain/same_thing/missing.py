"""What one title says and the other leaves open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from typing import Final

from okawari.domain.same_thing.idle import CATALOGUED
from okawari.domain.same_thing.title import Title
from okawari.domain.same_thing.tokens import is_model
from okawari.domain.same_thing.words import ASIDE, USUAL

_SUFFIX: Final = 3
"""Letters by which makers mark the colour of a model; shops leave them out."""
_LEAST_WORN: Final = 100
"""Millimetres from which a length is the size of shoes or clothes, which share one model number."""
_GENERATION: Final = re.compile("[a-z][2-9]")
LONGEST_NUMBER: Final = 5
"""Our own choice: digits of a number that can name an article (LEGO 75192); a longer one is a shop's own or a JAN."""
ENOUGH_TRAITS: Final = 3
"""Our own choice: kinds of traits in which titles agree that stand in for a maker's number."""


def missing_traits(first: Title, second: Title, *, by_model: bool) -> Iterator[str]:
    """Yield what one title says and the other leaves open; a model number settles all but the size of what is worn."""
    if first.sizes and not first.sizes <= second.sizes and not (by_model and _size_in_number(first, second)):
        yield "size"
    if first.measures and _measures_open(first, second, by_model=by_model):
        yield "measure"
    if by_model:
        yield from _generation_open(first, second)
        return
    if bool(first.colours) != bool(second.colours):
        yield "colour"
    if len(first.counts) > len(second.counts):
        yield "count"
    if first.choices ^ second.choices and not (
        second.choices - first.choices <= USUAL and first.choices <= second.choices
    ):
        yield "choice"
    if _numbers_open(first, second):
        yield "generation"
    if _model_open(first, second):
        yield "model"


def _model_open(first: Title, second: Title) -> bool:
    """Return whether one title has a code that the other leaves open."""
    if not first.colours and any(_goes_on(first.codes, one) for one in second.codes - first.models):
        return True
    open_codes = [code for code in first.codes if code not in second.squashed]
    return bool(
        open_codes
        and not (
            first.models.issuperset(open_codes)
            and agreements(first, second) + (bool(first.brands) and first.brands == second.brands) >= ENOUGH_TRAITS
        )
    ) or any(
        code not in first.squashed
        and not is_model(code)
        and not any(is_stem(code, one) for one in first.codes & second.codes)
        for code in second.codes
    )


def _generation_open(first: Title, second: Title) -> Iterator[str]:
    """Yield whether a wanted generation is left out, which a model number does not tell (NH-D15 G2)."""
    if any(_GENERATION.fullmatch(code) and code not in second.squashed for code in first.codes):
        yield "generation"


def _goes_on(codes: frozenset[str], other: str) -> bool:
    """Return whether a maker's number goes on behind a wanted one: letters there are another model's where no colour is named."""
    return any(is_model(code) and other.startswith(code) and other[len(code) :].isalpha() for code in codes)


def _numbers_open(first: Title, second: Title) -> bool:
    """Return whether one title has a bare number that the other lacks and that is no catalogue number or size in centimetres."""
    ours, theirs = counted_on(first.numbers), counted_on(second.numbers)
    if ours == theirs:
        return False
    if not ours and len(theirs) == 1 and not CATALOGUED.isdisjoint(first.words):
        return False
    return ours != {size for size in theirs if Fraction(size) not in _worn(first)}


def _worn(title: Title) -> set[Fraction]:
    """Return the lengths of what is worn, in centimetres."""
    return {Fraction(size) / 10 for name, size in title.measures if name == "length" and Fraction(size) >= _LEAST_WORN}


def _size_in_number(first: Title, second: Title) -> bool:
    """Return whether what looks like a size is the end of the number that both carry (JDI-400 S)."""
    return not (first.models - first.codes).isdisjoint(second.models)


def agreements(first: Title, second: Title) -> int:
    """Return in how many kinds of traits both titles say the same: enough of them stand in for a model number."""
    pairs: tuple[tuple[Collection[object], Collection[object]], ...] = (
        (first.numbers, second.numbers),
        (first.measures, second.measures),
        (first.colours, second.colours),
        (first.sizes, second.sizes),
        (first.counts, second.counts),
        (first.codes, second.codes),
    )
    return sum(bool(ours) and ours == theirs for ours, theirs in pairs)


def _measures_open(first: Title, second: Title, *, by_model: bool) -> bool:
    given = {name for name, _ in second.measures}
    sizes = set(map(Fraction, second.numbers))
    unworn = [
        (name, size)
        for name, size in first.measures
        if not (name == "length" and Fraction(size) >= _LEAST_WORN and Fraction(size) / 10 in sizes)
    ]
    if by_model:
        return any(name == "length" and name not in given and Fraction(size) >= _LEAST_WORN for name, size in unworn)
    return any(one not in second.measures for one in unworn if one[0] not in ASIDE and not one[0].endswith("-span"))


def is_stem(one: str, other: str) -> bool:
    """Return whether one model number is the other with a few letters behind it, as colours are marked."""
    return -_SUFFIX <= len(one) - len(other) <= _SUFFIX and (one.startswith(other) or other.startswith(one))


def counted_on(numbers: frozenset[str]) -> frozenset[str]:
    """Return the numbers of a name; what is longer is a shop's or a JAN, written or left out."""
    return frozenset(number for number in numbers if len(number) <= LONGEST_NUMBER)
