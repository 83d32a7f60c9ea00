"""What a maker's number that both titles have leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.names.left_over import open_letters
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.taken_apart.tokens import LEAST_MODEL
from okawari.domain.same_thing.traits.codes import colours_of, initials, is_coloured
from okawari.domain.same_thing.traits.figures import (
    LEAST_END,
    MODEL_YEAR,
    SHOES,
    counted_on,
    is_common,
    is_ending,
    is_other_length,
    worn,
    years,
    years_otherwise,
)
from okawari.domain.same_thing.traits.gaps import grown_in
from okawari.domain.same_thing.traits.shades import is_beside_another, is_numbered_each, is_shade_said, is_shaded
from okawari.domain.same_thing.traits.unsaid import measures_open
from okawari.domain.same_thing.verdicts.missing import count_open, is_choice, is_size_open
from okawari.domain.same_thing.vocabulary.words import COLOUR_SUFFIXES, ITEMS, KIT, OPTIONS, SET, SPELLINGS

_LEAST_FOOT, _MOST_FOOT = 20, 32
"""Centimetres of a foot, which titles of shoes give as a bare number."""
_WAISTS: Final = frozenset({"inch", "length"})
"""How trousers are told to be wide."""
_SETS: Final = frozenset({SET, KIT})
_AS_SOLD, _SUIT = frozenset({"標準", "左右"}), frozenset({"上下"})
"""What stands before a set as a thing is always sold (左右セット), and where it is wanted so."""
_SINGLE: Final = "単品"
"""What an offer of one thing out of a set says."""
_GENERATION: Final = re.compile("(?![ab][3-6])[a-z][2-9]")
_CLOTHES: Final = re.compile(r"[a-z]{2,3}\d{3,5}[a-z]?")
"""A maker's number of what is worn that all colours share (ND92335, BWB834P)."""
_LONGEST_INITIALS: Final = 4
"""Our own choice: letters by which a shop shortens the name of a colour (K, BWHT)."""
_AT_FIRST: Final = 2
"""Our own choice: pieces at the beginning of a title, the maker's name and what stands directly behind it."""
_LEAST_CATALOGUED, _MOST_SHARED = 5, 8
"""Our own choice: digits of a catalogue number that all colours share."""
_SHORT_YEAR: Final = 2
"""Digits of a year that may be a size or a count, where no name stands behind it (24インチモニター)."""
_FULL_YEAR: Final = re.compile(r"20[1-3]\d")
"""A year in four digits, which none mistakes for a number."""
_REEL: Final = re.compile(r"(?:c|lt)[1-6][05]00[a-z]{0,3}")
"""The size of a reel."""
_GRADES: Final = frozenset({"pro", "plus", "max", "lite", "ultra", "slim", "low", "high", "se", "redux"})
"""Lines by which makers call a better or a lesser one of the number before; others only describe (DIGITAL, BOX)."""
_ADDED: Final = re.compile("[gv][2-9]")
"""A generation that an offer names beside a model number; other letters are a slot's or a paper's (M.2, A4)."""
_UNCOLOURED: Final = re.compile(
    r"(?=.{5,9}$)(?!.*[a-z]0\d\d$)(?:[a-z]{2}\d{5}|.*[a-z]\d{1,4})(?:ii|iii|iv|vi|([a-z]))?"
)
"""A maker's number that ends as those do that all colours share (WF-1000XM5, X100VI); longer ends and letters tell the colour, and a figure with a zero counts each article by itself (SBTR027)."""
_FULL_MODEL: Final = 8
"""Our own choice: signs of a maker's number that tells the generation too."""


def open_beside_model(first: Title, second: Title) -> Iterator[str]:
    """Yield what a model number leaves open: the size of what is worn, how many there are, the generation."""
    if (first.sizes or first.measures or first.numbers) and _size_open(first, second):
        yield "size"
    is_set = first.lines or first.parts or SET in second.lines
    is_less = first.counts and count_open(first, second) and not _is_set_of_items(first, second)
    if is_less or (is_set and _set_open(first, second)):
        yield "count"
    if first.measures and _is_of_series(first, second) and measures_open(first, second):
        yield "measure"
    if _generation_open(first, second):
        yield "generation"
    is_open = _colour_open(first, second) and not is_shade_said(first, second)
    if (is_open or (is_shaded(first, second) and not _is_in_colours(first, second))) and not is_numbered_each(
        first, second
    ):
        yield "colour"
    if second.choices and not OPTIONS.isdisjoint(second.choices - first.choices):
        yield "choice"
    if _model_open(first, second):
        yield "model"


def _size_open(first: Title, second: Title) -> bool:
    if is_choice(first, second) or is_other_length(first, second) or _is_waist_lost(first, second):
        return True
    if first.sizes and (first.models - first.codes).isdisjoint(second.models):
        return "無線" not in first.kinds & second.kinds and is_size_open(first, second)
    return _worn_open(first, second) and not _is_in_model(first, second)


def _is_waist_lost(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out how wide and long the wanted trousers are."""
    if not any(name == "leg" for name, _ in first.measures):
        return False
    told = {name for name, _ in second.measures}
    return "leg" not in told and told.isdisjoint(_WAISTS)


def _model_open(first: Title, second: Title) -> bool:
    if first.models != second.models and (_suffix_open(first, second) or _is_longer_lost(first, second)):
        return True
    if _has_reel(first.models) and _is_of_other_reel(first, second):
        return True
    if first.lines != second.lines and (_is_graded(first, second) or _is_graded(second, first)):
        return True
    ours = _numbers_behind(first, second) if first.numbers and second.numbers else ()
    if ours and (theirs := _numbers_behind(second, first)) and theirs.isdisjoint(ours):
        return True
    return first.codes != second.codes and _kit_open(first, second)


def _is_of_other_reel(first: Title, second: Title) -> bool:
    """Return whether all that both have is the size of a reel, in which each series of a maker comes, and each has a name of its own (ステラ, ストラディック)."""
    shared = first.models & second.models
    if not shared or not all(map(_REEL.fullmatch, shared)):
        return False
    return _is_named_alone(first, second) and _is_named_alone(second, first)


@lru_cache(maxsize=1024)
def _has_reel(models: frozenset[str]) -> bool:
    """Return whether one of a title's models is the size of a reel; remembered, as it is asked for each offer."""
    return any(map(_REEL.fullmatch, models))


def _is_named_alone(title: Title, other: Title) -> bool:
    """Return whether a title has a word in katakana that the other does not say."""
    return any("ァ" <= word[0] <= "ー" and open_letters(word, other) > 0 for word in title.words)


def _is_graded(title: Title, other: Title) -> bool:
    """Return whether only one title names a grade, directly behind the number that both have (HC-DPR4 PLUS)."""
    return not _GRADES.isdisjoint(title.lines) and any(
        before.kind == "code"
        and behind.kind == "line"
        and behind.value in _GRADES
        and any(SPELLINGS.get(token, token) == behind.value for token in title.listed)
        and before.value in other.codes
        and behind.value not in other.squashed
        for before, behind in pairwise(title.pieces)
    )


def _is_set_of_items(first: Title, second: Title) -> bool:
    """Return whether all that the offer leaves out of how many there are is of how many things the numbered set is put together (4点)."""
    told = all(f"{count}{ITEMS}" in first.listed for count in first.counts if count not in second.counts)
    return told and _SINGLE not in second.listed


def _set_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out that it is a set, or is one of more than the wanted thing; how many are in it tells that too."""
    if first.measures and any(name == "cars-told" for name, _ in first.measures & second.measures):
        return False
    if SET in second.lines - first.lines and not any(token.endswith(SET) for token in first.listed):
        sold = _AS_SOLD | _SUIT.intersection(first.listed)
        return not any(before in sold and token == SET for before, token in pairwise(second.listed))
    if _SETS.isdisjoint(first.lines) and _SETS.isdisjoint(first.parts):
        return False
    if not _SETS & (first.lines | first.parts) - (second.lines | second.parts):
        return False
    return not _is_set_numbered(first)


def _is_set_numbered(first: Title) -> bool:
    """Return whether a title says what is a set before any number, which so is that of the set (水槽セット HNX4510); behind it a shop says what it adds."""
    for kind, value in first.pieces:
        if kind in ("code", "number") and len(value) >= LEAST_MODEL:
            return False
        if value in _SETS:
            return True
    return False


def _numbers_behind(title: Title, other: Title) -> set[str]:
    """Return the numbers that stand directly behind one that both have, by which makers number colours and sorts (CW2288 111)."""
    return {
        behind.value
        for before, behind in pairwise(title.pieces)
        if before.kind == "code"
        and behind.kind == "number"
        and before.value in other.codes
        and len(behind.value) >= LEAST_END
        and not is_common(behind.value)
    }


def _kit_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out what stands directly behind a maker's number and tells the kit (WH36DC 2XPBSZ)."""
    return any(
        before.kind == kit.kind == "code"
        and kit.value[0].isdigit()
        and len(kit.value) < _FULL_MODEL
        and before.value in second.codes
        and not second.holds_code(kit.value)
        for before, kit in pairwise(first.pieces)
    )


def _colour_open(first: Title, second: Title) -> bool:
    """Return whether a colour is open beside a maker's number: the offer names none, nor does the number, or only its number does."""
    if not second.colours and _is_suffix_lost(first, second):
        return True
    if _is_marked_otherwise(first, second) or _is_marked_otherwise(second, first):
        return True
    if first.colours and second.colours:
        is_less = second.colours < first.colours and not second.modifiers and not _is_in_two_colours(first)
        is_sized = first.sizes or any(name != "side" for name, _ in first.measures)
        return is_less or (not is_sized and is_beside_another(first, second, behind=True))
    if not first.colours and not second.colours:
        return False
    if second.colours:
        if not first.models and _is_named_lost(first, second):
            return True
        strange = second.models - first.models
        return any(
            len(one) < len(other) and is_coloured(one, other, second.colours)
            for one in first.models
            for other in strange
        )
    is_strange = _is_suffix_strange(first, second) or _is_numbered_in_digits(first, second)
    if is_strange or any(name == "colours" for name, _ in second.measures - first.measures):
        return True
    shared = first.models & second.models
    if (first.sizes or worn(first)) and any(map(_CLOTHES.fullmatch, shared)):
        return not any(word.isascii() and len(word) <= _LONGEST_INITIALS for word in second.words)
    if not (shared and second.models <= second.codes) or shared != first.codes & second.codes:
        return False
    is_told = first.numbers and not _numbers_behind(first, second).isdisjoint(second.numbers)
    told = {initial for colour in first.colours for initial in initials(colour)}
    ends = [_UNCOLOURED.fullmatch(model) for model in shared]
    return not is_told and all(end is not None and (end[1] is None or end[1] not in told) for end in ends)


def _is_numbered_in_digits(first: Title, second: Title) -> bool:
    """Return whether all that numbers the thing is so few digits that a maker numbers no colours by them (622-66963), and no letters stand for one."""
    ours = first.codes | {one for one in first.numbers if len(one) >= _LEAST_CATALOGUED}
    if not ours or not all(one.isdigit() and len(one) <= _MOST_SHARED for one in ours):
        return False
    letters = (one for one in second.listed if one.isascii() and one.isalpha() and one not in first.listed)
    return ours <= second.codes | second.numbers and min(map(len, letters), default=_FULL_MODEL) > _LONGEST_INITIALS


def _is_marked_otherwise(title: Title, other: Title) -> bool:
    """Return whether two letters behind the number that both have are those of a colour, and of none that the other title names (BRA119 BL, BRA119 ベージュ)."""
    if not other.colours or title.models <= title.codes:
        return False
    for model in title.models - title.codes - other.models:
        for code in title.codes & other.codes:
            letters = model[len(code) :]
            if model.startswith(code) and (named := colours_of(letters)):
                return named.isdisjoint(other.colours)
    return False


def _is_suffix_strange(first: Title, second: Title) -> bool:
    """Return whether the offer has letters behind the wanted number that cannot be those of the wanted colour (Natural, FG830 TBS)."""
    told = {initial for colour in first.colours for initial in initials(colour)}
    return any(
        model.startswith(code) and told.isdisjoint(model[len(code) :])
        for model in second.models - second.codes - first.models
        for code in first.codes & second.codes
    )


def _is_named_lost(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a word of the wanted name, which may be that of its colour (コヨーテタン)."""
    return any(kind == "word" and "ァ" <= word[0] <= "ー" and open_letters(word, second) for kind, word in first.pieces)


def _is_in_colours(first: Title, second: Title) -> bool:
    """Return whether the offer names all the colours of the one thing, whose size it gives too (ホワイト, ホワイト/ブラック/ガム)."""
    if not first.colours < second.colours or any(map(_CLOTHES.fullmatch, first.models & second.models)):
        return False
    return first.sizes == second.sizes and worn(first) == worn(second) and bool(first.sizes or worn(first))


def _is_in_two_colours(title: Title) -> bool:
    """Return whether a title names two colours side by side, of which shops give the first alone (ホワイト/ブラック)."""
    kinds = [piece.kind for piece in title.pieces]
    return any(kind == "colour" and "colour" in kinds[at + 1 : at + 3] for at, kind in enumerate(kinds))


def _is_longer_lost(first: Title, second: Title) -> bool:
    """Return whether the offer has the shorter of two wanted numbers only, which may be that of a series (AK620 R-AK620-BKNNMT-G)."""
    longest = max(first.models & first.codes, key=len, default="")
    return (
        len(longest) >= _FULL_MODEL
        and longest not in second.models
        and not second.holds_code(longest)
        and any(one in longest for one in first.models & second.models)
    )


def _is_suffix_lost(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out letters behind the wanted number: of a kit, or what makers agree on for a colour."""
    return any(
        model.startswith(code)
        and (model[len(code) :] in COLOUR_SUFFIXES or not (first.colours or model[len(code) :] in second.squashed))
        for model in first.models - first.codes - second.models
        for code in first.codes & second.codes
    )


def _is_of_series(first: Title, second: Title) -> bool:
    """Return whether the number that both have may be one of a series only: it is short, or the wanted title has a longer one too."""
    longest = max(map(len, first.models & second.models), default=0)
    return 0 < longest < max(_FULL_MODEL, *map(len, first.models))


def _suffix_open(first: Title, second: Title) -> bool:
    """Return whether only one title has letters behind the number that cannot be those of the colour (ZE3000 SV, black)."""
    colours = first.colours & second.colours
    if not colours:
        return False
    told = {initial for colour in colours for initial in initials(colour)}
    ours, theirs = (
        [
            model[len(code) :]
            for model in more.models - more.codes - less.models
            for code in first.codes & second.codes
            if len(code) < _FULL_MODEL and model.startswith(code) and model[len(code) :].isalpha()
        ]
        for more, less in ((first, second), (second, first))
    )
    return any(suffix[0] not in told and COLOUR_SUFFIXES.get(suffix[-2:]) not in colours for suffix in ours) or any(
        len(suffix) > 1 and suffix not in first.words and told.isdisjoint(suffix) for suffix in theirs
    )


def _generation_open(first: Title, second: Title) -> bool:
    """Return whether only one title tells a generation, or each another number."""
    if first.numbers and (_is_year_lost(first, second) or _is_of_other_year(first, second)):
        return True
    if any(len(one) >= _FULL_MODEL for one in first.models & second.models):
        return False
    if first.numbers and second.numbers:
        ours = counted_on(first.numbers) - {piece.value for piece in grown_in(first, second)}
        theirs = counted_on(second.numbers)
        told = theirs | years(second)
        told |= years_otherwise(told)
        if ours and theirs and (ours | years(first)).isdisjoint(told) and not any(is_ending(one, told) for one in ours):
            return True
    if first.codes == second.codes:
        return False
    return any(_GENERATION.fullmatch(code) and not second.holds_code(code) for code in first.codes) or any(
        _ADDED.fullmatch(code) and not first.holds_code(code) for code in second.codes
    )


def _is_year_lost(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out the year of its model that the wanted title begins with (23レガリス)."""
    told = second.numbers | years(second)
    return any(
        year.kind == "number"
        and MODEL_YEAR.fullmatch(year.value)
        and (name.kind == "word" or len(year.value) > _SHORT_YEAR)
        and year.value not in told | years_otherwise(told)
        for year, name in pairwise(first.pieces[: _AT_FIRST + 1])
    )


def _is_of_other_year(first: Title, second: Title) -> bool:
    """Return whether each title tells another year in full, as calendars of one number do."""
    ours, theirs = ({*filter(_FULL_YEAR.fullmatch, title.numbers | years(title))} for title in (first, second))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _worn_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out the wanted length of what is worn, or gives one that the wanted bare number is not."""
    if not (first.measures or second.measures):
        return False
    wanted, offered = worn(first), worn(second)
    if any(name in SHOES for name, _ in first.measures & second.measures):
        return False
    if wanted:
        told = set(map(Fraction, second.numbers))
        return not offered and wanted.isdisjoint(told | {number / 10 for number in told})
    numbers = [Fraction(number) for number in first.numbers]
    return bool(offered) and offered.isdisjoint(numbers) and any(_LEAST_FOOT <= one <= _MOST_FOOT for one in numbers)


def _is_in_model(first: Title, second: Title) -> bool:
    """Return whether the maker's number that both have tells the wanted length (PCF-SDC15T, 15cm); a foot's is longer."""
    wanted = worn(first)
    return bool(wanted) and all(
        size < _LEAST_FOOT and any(str(size) in model for model in first.models & second.models) for size in wanted
    )
