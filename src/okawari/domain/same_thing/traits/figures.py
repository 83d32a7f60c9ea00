"""Figures of titles: years, lengths of what is worn, bare numbers that give a measure, numbers that name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Final

from okawari.domain.same_thing.language.numerals import LONGEST_NUMBER
from okawari.domain.same_thing.language.sound import sound
from okawari.domain.same_thing.taken_apart.title import Title

LEAST_WORN, _MOST_WORN = 100, 2000
"""Millimetres within which a length is the size of shoes or clothes, which share one model number."""
LEAST_NAMING: Final = 4
"""Our own choice: digits of a number that names an article beside its words."""
LEAST_END: Final = 3
"""Our own choice: digits by which a longer number is known."""
_FIGURES: Final = frozenset({"volume", "mass", "length", "charge", "percent", "inch"})
SHOES: Final = frozenset({"us", "uk", "eu"})
"""Sizes of shoes as other countries count."""
_CHOSEN: Final = ("range-span", "length-span")
_LEAST_SIZE: Final = 15
"""Our own choice: the least size of shoes or clothes, in any country's count."""
_BARE_LENGTH: Final = re.compile(r"(?:1[2-9]|2\d|3[01])(?:\.5)?")
"""A bare number that is the length of a foot or an arm in centimetres beside another title's length."""
_SCALES: Final = tuple(Fraction(10) ** power for power in (0, 1, 3, 6))
_FINE: Final = (Fraction(1, 10), Fraction(1, 100))
"""Figures of a measure are told in its units, small ones in their decimals."""
_READ_OUT: Final = {"ワン": "1", "ツー": "2", "スリー": "3"}
"""Numbers as they are read in English."""
_YEARS: Final = ("year", "year-span")
MODEL_YEAR: Final = re.compile(r"(?:20)?[12]\d")
_LONG_YEAR: Final = 4
"""A year by which makers tell the models of one name, in two digits or in four."""
_IN_CATALOGUE: Final = re.compile(r"0\d")
_NO_NAME: Final = re.compile(r"(?:19|20)\d\d|\d+00")
STOCKS: Final = frozenset({"days", "servings"})
SPAN: Final = "-span"
"""What ends the name of a measure from where to where (59-60cm)."""
TOLD: Final = "-told"
"""What ends the name of a measure that only a counter tells (3杯用, 4枚焼き), which shops write as a mere count too."""


def years(title: Title) -> frozenset[str]:
    """Return the years of its model that a title names."""
    return frozenset(year for name, size in title.measures if name in _YEARS for year in size.split("-"))


def years_otherwise(numbers: Iterable[str]) -> frozenset[str]:
    """Return the years among numbers as they are written otherwise: 24 and 2024."""
    return frozenset(one[2:] if len(one) == _LONG_YEAR else f"20{one}" for one in numbers if MODEL_YEAR.fullmatch(one))


def is_ending(number: str, others: Collection[str]) -> bool:
    """Return whether of this number and another one a maker's longer one ends with the shorter (No.363, 24363)."""
    return any(
        min(len(one), len(number)) >= LEAST_END
        and max(len(one), len(number)) == LONGEST_NUMBER
        and (one.endswith(number) or number.endswith(one))
        for one in others
    )


def worn(title: Title) -> set[Fraction]:
    """Return the lengths of what is worn, in centimetres."""
    return {
        Fraction(size) / 10
        for name, size in title.measures
        if name == "length" and LEAST_WORN <= Fraction(size) <= _MOST_WORN
    }


def is_other_length(first: Title, second: Title) -> bool:
    """Return whether one title gives the length of what is worn as a bare number that is not the other's length (26.5, 25.0cm)."""
    for bare, told in (first, second), (second, first):
        lengths = worn(told) if bare.numbers and told.measures else ()
        if lengths and not worn(bare):
            numbers = {Fraction(one) for one in bare.numbers if _BARE_LENGTH.fullmatch(one)}
            if numbers and numbers.isdisjoint(lengths):
                return True
    return False


def is_within_span(first: Title, second: Title) -> bool:
    """Return whether the offer tells from where to where the sizes go of which the wanted thing is one (42, 35-43)."""
    for name, span in second.measures:
        if name in _CHOSEN and (name, span) not in first.measures:
            least, most = map(Fraction, span.split("-"))
            sizes = worn(first) or {Fraction(one) for one in first.numbers}
            return least >= _LEAST_SIZE and any(least <= size <= most for size in sizes)
    return False


def is_bare(measure: tuple[str, str], other: Title) -> bool:
    """Return whether the other title gives the figure of a measure without its unit or its end (200日分, 200日), and no measure of its kind; a year also in two digits."""
    if measure[0] == "year" and measure[1] in years_otherwise(other.numbers | years(other)) | other.numbers:
        return True
    if measure[0].endswith(SPAN) and any(size == measure[1] and name.endswith(SPAN) for name, size in other.measures):
        return True
    if measure[0] in STOCKS and any(size == measure[1] and name.endswith(TOLD) for name, size in other.measures):
        return True
    return all(name != measure[0] for name, _ in other.measures) and any(
        _is_figure(number, measure) for number in other.numbers.union(other.counts)
    )


def read_out(word: str, other: Title) -> str:
    """Return the number that a word ends or begins with as it is read in English, where another title has the rest of it and the number (トータルワン, トータル1)."""
    for read, number in _READ_OUT.items():
        if read in word and number in other.numbers:
            rest = word.removesuffix(read).removeprefix(read)
            return number if rest != word and (rest in other.squashed or sound(rest) in other.sounds) else ""
    return ""


def is_measured(number: str, other: Title) -> bool:
    """Return whether a bare number is the figure of a measure of the other title (450, 450ml), also as makers write it (05, 0.5mm)."""
    return any(_is_figure(number, measure) for measure in other.measures)


def _is_figure(number: str, measure: tuple[str, str]) -> bool:
    if measure[0] in SHOES or measure[0].endswith(TOLD):
        return measure[1] == number
    if measure[0] not in _FIGURES:
        return False
    scale = Fraction(measure[1]) / (Fraction(number) or 1)
    return scale in (_SCALES if len(number) > 1 else _FINE) or scale in _FINE


def is_of_figure(number: str, measure: tuple[str, str]) -> bool:
    """Return whether a measure is a number of one of its units."""
    return measure[0] in _FIGURES and Fraction(measure[1]) in [Fraction(number) * scale for scale in _SCALES]


def counted_on(numbers: frozenset[str]) -> frozenset[str]:
    """Return the numbers of a name; what is longer, or long and begins with a zero, is a shop's, a maker's in its catalogue or a JAN, written or left out."""
    return frozenset(number for number in numbers if len(number) <= LONGEST_NUMBER and not _IN_CATALOGUE.match(number))


def is_common(number: str) -> bool:
    """Return whether many articles share a number: a year or a round one."""
    return _NO_NAME.fullmatch(number) is not None
