"""What one title says and the other leaves open."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.title import Title
from okawari.domain.same_thing.tokens import is_model
from okawari.domain.same_thing.units import ASIDE
from okawari.domain.same_thing.words import BOTH, COLOUR_SUFFIXES, KIT, PETS, SET, USUAL, WEARERS

_SUFFIX: Final = 3
"""Our own choice: letters by which makers mark the colour of a model; shops leave them out."""
_LEAST_STEM: Final = 6
"""Our own choice: signs of a maker's number that a longer one may go on from at any length (M5-5000, M5-50001P.33)."""
_LEAST_WORN, _MOST_WORN = 100, 2000
"""Millimetres within which a length is the size of shoes or clothes, which share one model number."""
_LEAST_HINT: Final = 4
"""Our own choice: letters by which a word is known in katakana or in Latin letters."""
_LEAST_END: Final = 3
"""Our own choice: digits by which a longer number is known."""
_LEAST_FOOT, _MOST_FOOT = 20, 32
"""Centimetres of a foot, which titles of shoes give as a bare number."""
_SETS: Final = frozenset({SET, KIT})
_STOCKS: Final = frozenset({"days", "servings"})
_PARTED: Final = frozenset({"volume", "mass", "bytes"})
_FIGURES: Final = frozenset({"volume", "mass", "length"})
_SCALES: Final = tuple(Fraction(10) ** power for power in (0, 1, 3, 6))
_FINE: Final = (Fraction(1, 10), Fraction(1, 100))
"""Figures of a measure are told in its units, small ones in their decimals."""
_GENERATION: Final = re.compile("[a-z][2-9]")
_UNCOLOURED: Final = re.compile(r"(?=.{5,9}$).*[a-z]\d{1,4}(?:ii|iii|iv|vi)?")
"""A maker's number that ends as those do that all colours share (WF-1000XM5, X100VI); longer ends and letters tell the colour."""
_FULL_MODEL: Final = 8
"""Our own choice: signs of a maker's number that tells the generation too."""
_SHORT_CODE: Final = re.compile(
    r"(?!(?:usb|ddr|ipx?|gen|spf|cat|lga|am(?!0)|ps|rtx|gtx|ver|vol|mk|fhd|uhd|wifi|pm|pa|no)\d|[abhxz]\d{3}[a-z]?$|[a-z]\d000$)(?:[a-z]{2,}\d|[a-z]\d{3})[a-z0-9]*"
)
"""Letters and digits that makers and series number their articles by; standards and chipsets are none."""
_LEAST_NAMING: Final = 4
"""Our own choice: digits of a number that names an article beside its words."""
_NO_NAME: Final = re.compile(r"(?:19|20)\d\d|\d+00")
_INITIALS: Final = {
    "black": "kb",
    "blue": "bal",
    "navy": "na",
    "gray": "gh",
    "brown": "tb",
    "gold": "ng",
    "silver": "ls",
    "beige": "cb",
    "clear": "cx",
}
"""What makers begin the letters of a colour with; those of other colours with the first letter of its name."""
_ADDED: Final = re.compile("[gv][2-9]")
"""A generation that an offer names beside a model number; other letters are a slot's or a paper's (M.2, A4)."""
LONGEST_NUMBER: Final = 5
"""Our own choice: digits of a number that can name an article (LEGO 75192); a longer one is a shop's own or a JAN."""
ENOUGH_TRAITS: Final = 3
"""Our own choice: kinds of traits in which titles agree that stand in for a maker's number."""


def missing_traits(first: Title, second: Title, *, by_model: bool) -> Iterator[str]:
    """Yield what one title says and the other leaves open; a model number settles all but the size of what is worn."""
    if by_model:
        yield from _open_beside_model(first, second)
        return
    if not first.sizes <= second.sizes or (second.sizes and not first.sizes):
        yield "size"
    if first.measures and _measures_open(first, second):
        yield "measure"
    if first.parts - second.parts:
        yield "part"
    if bool(first.colours) != bool(second.colours):
        yield "colour"
    if _count_open(first, second):
        yield "count"
    if _choice_open(first, second):
        yield "choice"
    if numbers_open(first, second):
        yield "generation"
    if _model_open(first, second):
        yield "model"


def _choice_open(first: Title, second: Title) -> bool:
    """Return whether a choice that only one title names, or another kind of goods or lone kanji in each (東, 西), is open.

    What goes without saying is not, nor are choices that name both.
    """
    if not (all(is_hinted(word, second) for word in first.lone) or all(is_hinted(word, first) for word in second.lone)):
        return True
    told = first.choices ^ second.choices
    if first.choices.isdisjoint(PETS):
        told = told.difference(PETS)
    if worn(first) & worn(second):
        told -= WEARERS
    for both in BOTH:
        if told >= both:
            told -= both
    return not told <= USUAL


def is_hinted(word: str, other: Title) -> bool:
    """Return whether a word that stands for itself has no rival, or is told, also as a part of another (炊飯器, 炊飯ジャー)."""
    rivals = [one for one in other.lone if one.isascii() == word.isascii()]
    if not rivals or word in rivals:
        return True
    if word.isascii():
        return any(one.startswith(word[:_LEAST_HINT]) for one in rivals)
    return any(hint in other.squashed for hint in hints(word))


@lru_cache(maxsize=4096)
def hints(word: str) -> tuple[str, ...]:
    """Return the parts of a word by which it is known: of katakana the end, of others any two letters."""
    if "ァ" <= word[0] <= "ー" or len(word) == 1:
        return (word[-_LEAST_HINT:],)
    return tuple(word[at : at + 2] for at in range(len(word) - 1))


def _open_beside_model(first: Title, second: Title) -> Iterator[str]:
    """Yield what a model number leaves open: the size of what is worn, how many there are, the generation."""
    if first.sizes and (first.models - first.codes).isdisjoint(second.models):
        if not first.sizes <= second.sizes:
            yield "size"
    elif _worn_open(first, second) and not _is_in_model(first, second):
        yield "size"
    if _count_open(first, second) or _set_open(first, second):
        yield "count"
    if _generation_open(first, second):
        yield "generation"
    if _colour_open(first, second):
        yield "colour"
    if _suffix_open(first, second):
        yield "model"


def _set_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out that it is a set."""
    if _SETS.isdisjoint(first.lines) and _SETS.isdisjoint(first.parts):
        return False
    return bool(_SETS & (first.lines | first.parts) - (second.lines | second.parts))


def _colour_open(first: Title, second: Title) -> bool:
    """Return whether a colour is open beside a maker's number: the offer names none, nor does the number, or only its number does."""
    if bool(first.colours) == bool(second.colours):
        return False
    if second.colours:
        strange = second.models - first.models
        return any(
            len(one) < len(other) and is_coloured(one, other, second.colours)
            for one in first.models
            for other in strange
        )
    shared = first.models & second.models
    if not (shared and second.models <= second.codes) or shared != first.codes & second.codes:
        return False
    return all(map(_UNCOLOURED.fullmatch, shared))


def _suffix_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out letters behind the wanted number that cannot be those of the colour (ZE3000 SV, black)."""
    colours = first.colours & second.colours
    if not colours or first.models == second.models:
        return False
    told = {initial for colour in colours for initial in initials(colour)}
    return any(
        model.startswith(code) and model[len(code) :].isalpha() and model[len(code)] not in told
        for model in first.models - first.codes - second.models
        for code in first.codes & second.codes
    )


def _generation_open(first: Title, second: Title) -> bool:
    """Return whether only one title tells a generation, or each another number."""
    if any(len(one) >= _FULL_MODEL for one in first.models & second.models):
        return False
    if first.numbers and second.numbers:
        ours, theirs = counted_on(first.numbers), counted_on(second.numbers)
        if ours and theirs and (ours | _years(first)).isdisjoint(theirs | _years(second)):
            return True
    if first.codes == second.codes:
        return False
    return any(_GENERATION.fullmatch(code) and not second.holds_code(code) for code in first.codes) or any(
        _ADDED.fullmatch(code) and not first.holds_code(code) for code in second.codes
    )


def _years(title: Title) -> frozenset[str]:
    return frozenset(size for name, size in title.measures if name == "year")


def _count_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out how many there are; a pack of five colours holds five."""
    if len(first.counts) <= len(second.counts):
        return False
    retold = sum(one not in second.counts and is_retold(one, second, first) for one in first.counts)
    return len(first.counts) - retold > len(second.counts)


def is_retold(count: str, less: Title, more: Title) -> bool:
    """Return whether a count that only one title has says again what both do.

    A pack of five colours holds five (5色, 5冊), a whole is told with its parts (2kg, 500g×4) and a stock with its pieces (60日分 120粒).
    """
    number = int(count)
    if ("colours", count) in less.measures:
        return True
    for dimension, size in less.measures & more.measures:
        if dimension in _STOCKS and not less.counts and Fraction(size) and Fraction(number) % Fraction(size) == 0:
            return True
        if dimension in _PARTED and number and (dimension, str(Fraction(size) / number)) in more.measures:
            return True
    return False


def _worn_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out the wanted length of what is worn, or gives one that the wanted bare number is not."""
    if not (first.measures or second.measures):
        return False
    wanted, offered = worn(first), worn(second)
    if wanted:
        return not offered and wanted.isdisjoint(map(Fraction, second.numbers))
    numbers = [Fraction(number) for number in first.numbers]
    return bool(offered) and offered.isdisjoint(numbers) and any(_LEAST_FOOT <= one <= _MOST_FOOT for one in numbers)


def _is_in_model(first: Title, second: Title) -> bool:
    """Return whether the maker's number that both have tells the wanted length (PCF-SDC15T, 15cm); a foot's is longer."""
    wanted = worn(first)
    return bool(wanted) and all(
        size < _LEAST_FOOT and any(str(size) in model for model in first.models & second.models) for size in wanted
    )


def _model_open(first: Title, second: Title) -> bool:
    """Return whether one title has a code that the other leaves open."""
    if not first.colours and any(_goes_on(first.codes, one) for one in second.codes - first.models):
        return True
    open_codes = [code for code in first.codes if not second.holds_code(code)]
    if open_codes and (coloured := first.colours & second.colours):
        open_codes = [one for one in open_codes if not any(is_coloured(one, code, coloured) for code in second.codes)]
    return bool(
        open_codes
        and not (
            first.models.issuperset(open_codes)
            and agreements(first, second) + (bool(first.brands) and first.brands == second.brands) >= ENOUGH_TRAITS
        )
    )


def _goes_on(codes: frozenset[str], other: str) -> bool:
    """Return whether a maker's number goes on behind a wanted one: letters there are another model's where no colour is named."""
    return any(is_model(code) and other.startswith(code) and other[len(code) :].isalpha() for code in codes)


def numbers_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a number of the wanted name; a maker's longer one may end with it (No.363, 24363)."""
    ours, theirs = counted_on(first.numbers), counted_on(second.numbers)
    codes = [code for code in second.codes if code.isdigit()]
    theirs |= _years(second) | {size for name, size in second.measures if name.endswith("-told")}
    return not all(
        one in theirs
        or is_ending(one, theirs)
        or (len(one) > _LEAST_END and any(code.startswith(one) for code in codes))
        or is_measured(one, second)
        for one in ours
    )


def is_ending(number: str, others: Collection[str]) -> bool:
    """Return whether a maker's longer number ends with this one (No.363, 24363)."""
    return len(number) >= _LEAST_END and any(len(one) == LONGEST_NUMBER and one.endswith(number) for one in others)


def worn(title: Title) -> set[Fraction]:
    """Return the lengths of what is worn, in centimetres; a length behind a number is a side of what is spread out (188×130cm)."""
    return {
        Fraction(size) / 10
        for name, size in title.measures
        if name == "length" and _LEAST_WORN <= Fraction(size) <= _MOST_WORN and not _is_side(f"length:{size}", title)
    }


def _is_side(measure: str, title: Title) -> bool:
    """Return whether a length stands directly behind a number or another length."""
    return any(
        piece == ("measure", measure) and (before.kind == "number" or before.value.startswith("length:"))
        for before, piece in pairwise(title.pieces)
    )


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


def _measures_open(first: Title, second: Title) -> bool:
    sizes = set(map(Fraction, second.numbers))
    shared = [one for one in first.measures & second.measures if one[0] in _PARTED]
    counts = [int(count) for count in first.counts if int(count)]
    parts = {(name, str(Fraction(size) / count)) for name, size in shared for count in counts}
    return any(
        one not in second.measures and one not in parts and not _is_bare(one, second)
        for one in first.measures
        if one[0] not in ASIDE
        and not one[0].endswith(("-span", "-told"))
        and not (one[0] == "length" and Fraction(one[1]) >= _LEAST_WORN and Fraction(one[1]) / 10 in sizes)
    )


def _is_bare(measure: tuple[str, str], other: Title) -> bool:
    """Return whether the other title gives the figure of a measure without its unit, and no measure of its kind."""
    return all(name != measure[0] for name, _ in other.measures) and any(
        _is_figure(number, measure) for number in other.numbers
    )


def is_measured(number: str, other: Title) -> bool:
    """Return whether a bare number is the figure of a measure of the other title (450, 450ml), also as makers write it (05, 0.5mm)."""
    return any(_is_figure(number, measure) for measure in other.measures)


def _is_figure(number: str, measure: tuple[str, str]) -> bool:
    if measure[0] not in _FIGURES:
        return False
    scale = Fraction(measure[1]) / (Fraction(number) or 1)
    return scale in (_SCALES if len(number) > 1 else _FINE) or scale in _FINE


def is_coloured(one: str, other: str, colours: Collection[str]) -> bool:
    """Return whether one number is the other with a maker's letters for a colour that both titles name (K11A-BK, K11A)."""
    shorter, longer = sorted((one, other), key=len)
    suffix = longer[len(shorter) :]
    if not (suffix.isalpha() and len(suffix) <= _SUFFIX and longer.startswith(shorter)):
        return False
    named = COLOUR_SUFFIXES.get(suffix)
    return named in colours if named else any(letter in initials(colour) for colour in colours for letter in suffix)


def initials(colour: str) -> str:
    """Return the letters that makers begin a colour with behind their numbers."""
    return _INITIALS.get(colour, colour[0])


def is_stem(one: str, other: str) -> bool:
    """Return whether one model number is the other with a few signs behind it, as colours are marked; one digit counts models."""
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    rest = longer[len(shorter) :]
    is_marked = len(rest) <= _SUFFIX or len(shorter) >= _LEAST_STEM
    return is_marked and longer.startswith(shorter) and not (len(rest) == 1 and rest.isdigit())


def is_marked_for(one: str, other: str, colours: Collection[str]) -> bool:
    """Return whether one model number is the other with what marks its colour behind it; one to three letters must be those of one."""
    if not is_stem(one, other):
        return False
    shorter, longer = sorted((one, other), key=len)
    rest = longer[len(shorter) :]
    return not rest.isalpha() or len(rest) > _SUFFIX or is_coloured(one, other, colours)


def counted_on(numbers: frozenset[str]) -> frozenset[str]:
    """Return the numbers of a name; what is longer is a shop's or a JAN, written or left out."""
    return frozenset(number for number in numbers if len(number) <= LONGEST_NUMBER)


def is_common(number: str) -> bool:
    """Return whether many articles share a number: a year or a round one."""
    return _NO_NAME.fullmatch(number) is not None


def is_named_by_code(first: Title, second: Title) -> bool:
    """Return whether both titles have a code or a number that names an article, though too short for a maker's alone (PZ-58, 3269)."""
    return any(_SHORT_CODE.fullmatch(code) and second.holds_code(code) for code in first.codes) or any(
        len(number) >= _LEAST_NAMING and not is_common(number) for number in first.numbers & second.numbers
    )
