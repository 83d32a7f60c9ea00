"""The same thing, a variant of it, something that belongs to it, or nobody can say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing.title import Title, is_model, take_apart
from okawari.domain.same_thing.words import BOOKS, CHOICES, USUAL

_NO_LETTER: Final = re.compile(r"[^a-z0-9]")
SURE_KINDS: Final = ("jan", "isbn")
_SUFFIX: Final = 3
"""Letters by which makers mark the colour of a model; shops leave them out."""
_ENOUGH_TRAITS: Final = 3
_LEAST_WORN: Final = 100
"""Millimetres from which a length is the size of shoes or clothes, which share one model number."""
_OPEN_SHARE, _OPEN_SHARE_OF_BOOK = 0.4, 0.5
"""How much of the wanted title's words the offer may leave out; books' titles name their series or not."""


class Sameness(StrEnum):
    """What an offer is to the thing that is wanted."""

    SAME = "same"
    VARIANT = "variant"
    ACCESSORY = "accessory"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Thing:
    """A title and the numbers that came with it, already checked (see `identifiers`)."""

    title: str
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict and its reasons: `jan`, `model` … for what agrees, `colour`, `count` … for what differs or is open."""

    sameness: Sameness
    reasons: tuple[str, ...]


def compare(wanted: Thing, offer: Thing) -> Likeness:
    """Return what `offer` is to `wanted`.

    A number that both carry decides, unless the title speaks of a part, an imitation or another count. Without one the
    titles must say the same in full: whatever is left over makes the pair unsure.
    """
    return compare_titles(wanted, offer, take_apart(wanted.title), take_apart(offer.title))


def compare_titles(wanted: Thing, offer: Thing, first: Title, second: Title) -> Likeness:
    """Return the same for titles that are taken apart already."""
    number = _shared_number(wanted, offer)
    if second.parts and second.parts - first.parts:
        if number:
            return Likeness(Sameness.UNSURE, (number, "part"))
        return Likeness(Sameness.ACCESSORY, ("part",))
    model = "" if number else _models(wanted, offer, first, second)
    differing = tuple(_differences(first, second, by_number=bool(number), by_model=model == "same"))
    if number is None and _other_number(wanted, offer):
        differing = ("number", *differing)
    if number is None and (model == "other" or _codes_differ(first, second)):
        differing = (*differing, "model")
    if differing:
        return Likeness(Sameness.VARIANT, differing)
    if number:
        return Likeness(Sameness.SAME, (number,))
    missing = tuple(_missing(first, second, by_model=model == "same"))
    if missing:
        return Likeness(Sameness.UNSURE, missing)
    if model == "same":
        return Likeness(Sameness.SAME, ("model",))
    return _by_words(first, second, is_book=any(word in wanted.title for word in BOOKS))


def _shared_number(wanted: Thing, offer: Thing) -> str | None:
    for one in offer.identifiers:
        if one.kind != "model" and one in wanted.identifiers:
            return one.kind
    return None


def _other_number(wanted: Thing, offer: Thing) -> bool:
    """Return whether both carry a JAN or an ISBN, and not the same."""
    return any(one.kind in SURE_KINDS for one in wanted.identifiers) and any(
        one.kind in SURE_KINDS for one in offer.identifiers
    )


def _differences(first: Title, second: Title, *, by_number: bool, by_model: bool) -> Iterator[str]:
    """Yield what tells the two apart for certain."""
    if second.marks:
        yield from sorted(second.marks - first.marks)
    if _counts_differ(first, second):
        yield "count"
    if by_number:
        return
    yield from _traits_differ(first, second)
    if first.editions != second.editions:
        yield "edition"
    if by_model:
        return
    if _lines_differ(first, second):
        yield "line"
    if first.numbers and second.numbers and not first.numbers <= second.numbers:
        yield "generation"


def _traits_differ(first: Title, second: Title) -> Iterator[str]:
    """Yield in what both titles say something, and not the same."""
    if first.colours and second.colours and not (first.colours <= second.colours or second.colours <= first.colours):
        yield "colour"
    for code, ours, theirs in (("size", first.sizes, second.sizes), ("brand", first.brands, second.brands)):
        if ours and theirs and ours.isdisjoint(theirs):
            yield code
    if first.measures and second.measures and _measures_differ(first, second):
        yield "measure"
    for choice in CHOICES if first.choices and second.choices else ():
        ours, theirs = first.choices & choice, second.choices & choice
        if ours and theirs and ours != theirs:
            yield "choice"


def _lines_differ(first: Title, second: Title) -> bool:
    """Return whether one title names a line that the other does not, also not as a part of a longer word."""
    if first.lines == second.lines:
        return False
    return any(line not in second.squashed for line in first.lines) or any(
        line not in first.squashed for line in second.lines
    )


def _codes_differ(first: Title, second: Title) -> bool:
    """Return whether each title has a code that the other lacks: R10 and R50, XM5 and XM4."""
    if first.codes == second.codes:
        return False
    return any(code not in second.squashed for code in first.codes) and any(
        code not in first.squashed for code in second.codes
    )


def _counts_differ(first: Title, second: Title) -> bool:
    """Return whether the offer counts something that the wanted title does not."""
    return first.counts != second.counts and bool(Counter(second.counts) - Counter(first.counts))


def _measures_differ(first: Title, second: Title) -> bool:
    for dimension in {name for name, _ in first.measures}:
        wanted = {size for name, size in first.measures if name == dimension}
        offered = {size for name, size in second.measures if name == dimension}
        if offered and not wanted <= offered:
            return True
    return False


def _missing(first: Title, second: Title, *, by_model: bool) -> Iterator[str]:
    """Yield what one title says and the other leaves open; a model number settles all but the size of what is worn."""
    if first.sizes and first.sizes - second.sizes:
        yield "size"
    if first.measures and _measures_open(first, second, by_model=by_model):
        yield "measure"
    if by_model:
        return
    if bool(first.colours) != bool(second.colours):
        yield "colour"
    if len(first.counts) > len(second.counts):
        yield "count"
    if first.choices ^ second.choices and not (
        second.choices - first.choices <= USUAL and first.choices <= second.choices
    ):
        yield "choice"
    if first.numbers != second.numbers:
        yield "generation"
    open_codes = [code for code in first.codes if code not in second.squashed]
    if (
        open_codes
        and not (
            first.models.issuperset(open_codes)
            and _agreements(first, second) + (bool(first.brands) and first.brands == second.brands) >= _ENOUGH_TRAITS
        )
    ) or any(code not in first.squashed and not is_model(code) for code in second.codes):
        yield "model"


def _agreements(first: Title, second: Title) -> int:
    """Return in how many kinds of traits both titles say the same: enough of them stand in for a model number."""
    pairs: tuple[tuple[Collection[object], Collection[object]], ...] = (
        (first.numbers, second.numbers),
        (first.measures, second.measures),
        (first.colours, second.colours),
        (first.sizes, second.sizes),
        (first.counts, second.counts),
    )
    return sum(bool(ours) and ours == theirs for ours, theirs in pairs)


def _measures_open(first: Title, second: Title, *, by_model: bool) -> bool:
    given = {name for name, _ in second.measures}
    missing = [(name, size) for name, size in first.measures if name not in given]
    if not by_model:
        return bool(missing)
    worn = [Fraction(size) / 10 for name, size in missing if name == "length" and Fraction(size) >= _LEAST_WORN]
    return any(size not in map(Fraction, second.numbers) for size in worn)


def _models(wanted: Thing, offer: Thing, first: Title, second: Title) -> str:
    """Return `same`, `other`, or "" where there are no model numbers to compare."""
    ours, theirs = _with_given(first.models, wanted), _with_given(second.models, offer)
    if not ours:
        return ""
    if not ours.isdisjoint(theirs):
        return "same"
    if not theirs:
        letters = squashed(offer.title)
        return "same" if any(model in letters for model in ours) else ""
    if any(is_stem(one, other) for one in ours for other in theirs):
        return "same" if first.colours and first.colours & second.colours else ""
    return "other"


def _with_given(models: frozenset[str], thing: Thing) -> frozenset[str]:
    for one in thing.identifiers:
        if one.kind == "model" and (given := squashed(one.value)) not in models and is_model(given):
            models |= {given}
    return models


@lru_cache(maxsize=65536)
def squashed(text: str) -> str:
    """Return the Latin letters and digits of a text, in lower case and run together."""
    return _NO_LETTER.sub("", text.lower())


def is_stem(one: str, other: str) -> bool:
    """Return whether one model number is the other with a few letters behind it, as colours are marked."""
    return -_SUFFIX <= len(one) - len(other) <= _SUFFIX and (one.startswith(other) or other.startswith(one))


def _by_words(first: Title, second: Title, *, is_book: bool) -> Likeness:
    open_letters = sum(len(word) for word in first.words if word not in second.squashed)
    extra = [word for word in second.words if word not in first.squashed]
    share = _OPEN_SHARE_OF_BOOK if is_book else _OPEN_SHARE
    enough = open_letters <= share * sum(map(len, first.words)) and (
        bool(first.words) or _agreements(first, second) >= _ENOUGH_TRAITS - 1
    )
    same = enough and (not extra or (is_book and first.numbers))
    return Likeness(Sameness.SAME if same else Sameness.UNSURE, ("words",))
