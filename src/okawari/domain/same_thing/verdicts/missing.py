"""What one title says and the other leaves open, where no maker's number settles it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import pairwise
from string import ascii_lowercase
from typing import Final

from okawari.domain.same_thing.names.left_over import open_letters
from okawari.domain.same_thing.taken_apart.listed import SIZE_WORDS, loosely
from okawari.domain.same_thing.taken_apart.pieces import meaning
from okawari.domain.same_thing.taken_apart.signs import PARTING
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.taken_apart.tokens import LEAST_MODEL, is_model
from okawari.domain.same_thing.traits.choosing import choices_open, is_hinted, is_in_kana, kinds_open
from okawari.domain.same_thing.traits.codes import WIRELESS, is_coloured, is_named_by_code, is_suffix_told
from okawari.domain.same_thing.traits.editions import names_machines
from okawari.domain.same_thing.traits.figures import (
    LEAST_END,
    LEAST_NAMING,
    SPAN,
    STOCKS,
    TOLD,
    counted_on,
    is_common,
    is_ending,
    is_measured,
    is_other_length,
    is_within_span,
    read_out,
    worn,
    years,
    years_otherwise,
)
from okawari.domain.same_thing.traits.gaps import grown_in, open_codes, told_in_gaps
from okawari.domain.same_thing.traits.implied import untold
from okawari.domain.same_thing.traits.shades import compounds_differ, is_colour_open
from okawari.domain.same_thing.traits.unsaid import PARTED, is_older, measures_open
from okawari.domain.same_thing.vocabulary.parts import SPARE
from okawari.domain.same_thing.vocabulary.telling import SHORT
from okawari.domain.same_thing.vocabulary.words import ITEMS, SET

_PIECEWISE: Final = STOCKS | {"colours"}
"""Measures of which there is a piece each (5色, 16杯分)."""
_APART: Final = frozenset("男女鉄準")
"""Signs before a name that make it another's: for whom it is, what it holds too, and that a grade is a lesser one."""
_VERSION: Final = re.compile("[a-z]{1,2}[2-9]")
"""What counts on behind a maker's number (ATH-M50x, ATH-M50xBT2)."""
_NO_LETTERS: Final = str.maketrans("", "", ascii_lowercase)
_LEAST_NAME: Final = 10
"""Our own choice: letters of a name in several words that no two articles of a maker share in one colour."""
_LEAST_CATALOGUED: Final = 7
"""Our own choice: digits of a catalogue number that is written with signs between them (90793-32159)."""
_LEAST_SHEETS: Final = 20
"""Our own choice: sheets of a pad or a book of paper, where fewer are a pack of something."""
ENOUGH_TRAITS: Final = 3
"""Our own choice: kinds of traits in which titles agree that stand in for a maker's number."""


def missing_traits(first: Title, second: Title) -> Iterator[str]:
    """Yield what one title says and the other leaves open, where no maker's number settles it."""
    if (
        (is_size_open(first, second) and not _is_ranged(first, second))
        or (second.sizes and not first.sizes and _is_size_added(first, second))
        or is_choice(first, second)
        or is_other_length(first, second)
    ):
        yield "size"
    if (first.measures and measures_open(first, second)) or (second.measures and is_older(first, second)):
        yield "measure"
    if first.parts - second.parts and _is_part_lost(first, second):
        yield "part"
    if is_colour_open(first, second):
        yield "colour"
    if count_open(first, second):
        yield "count"
    if _choice_open(first, second):
        yield "choice"
    if numbers_open(first, second):
        yield "generation"
    if _model_open(first, second):
        yield "model"


def sizes_differ(first: Title, second: Title) -> bool:
    """Return whether the two tell two sizes, each in letters or in a word (L, Medium)."""
    asked, told = (title.sizes or _sizes_in_words(title) for title in (first, second))
    return bool(asked and told) and asked.isdisjoint(told)


def _sizes_in_words(title: Title) -> set[str]:
    """Return the sizes that a title names in words (Medium, ラージ, 大)."""
    return {SIZE_WORDS[word] for word in (*title.words, *title.lone) if word in SIZE_WORDS}


def _sizes_in_codes(first: Title, second: Title) -> set[str]:
    """Return the sizes of one title that the other writes in one with the number before it (5 S, 5S)."""
    return {size for size in first.sizes for number in first.numbers if f"{number}{size}" in second.codes}


def _is_size_added(first: Title, second: Title) -> bool:
    """Return whether only the offer tells a size, also in no words and no length."""
    return not second.sizes <= _sizes_in_words(first) and worn(first).isdisjoint(worn(second))


def is_size_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a size of the wanted thing; it may tell it in a word (Medium)."""
    lost = first.sizes - second.sizes
    return bool(lost) and not lost <= _sizes_in_words(second) | _sizes_in_codes(first, second)


def _is_ranged(first: Title, second: Title) -> bool:
    """Return whether both titles tell a size from where to where, which its letter only repeats (57-58cm M)."""
    ours, theirs = ({size for name, size in title.measures if name.endswith(SPAN)} for title in (first, second))
    return not ours.isdisjoint(theirs)


def is_choice(first: Title, second: Title) -> bool:
    """Return whether the offer lets a buyer choose: sizes beside the wanted one, or two more amounts of one kind."""
    if first.sizes and first.sizes < second.sizes:
        return True
    if second.measures and is_within_span(first, second):
        return True
    if len(second.measures) <= len(first.measures) or not first.measures:
        return False
    if worn(first) and worn(first) < worn(second):
        return True
    more = Counter(name for name, _ in second.measures - first.measures)
    return any(more[name] > 1 for name, _ in first.measures & second.measures)


def _is_part_lost(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a part that the wanted title names, also within a longer word (フィッツケース, フィッツケースクローゼット)."""
    lost = first.parts - second.parts - {SPARE}
    return any(
        piece.kind == "part" and piece.value in lost and not any(token in one for one in second.listed)
        for token in first.listed
        for piece in meaning(token)
    )


def _choice_open(first: Title, second: Title) -> bool:
    """Return whether a choice that only one title names, a lone kanji that the offer leaves out, or another kind of goods in each, is open.

    What goes without saying is not, nor are choices that name both.
    """
    if not (all(is_hinted(word, second) for word in first.lone) or all(is_hinted(word, first) for word in second.lone)):
        return True
    if (
        first.lone
        and untold(
            (
                word
                for word in first.lone
                if len(word) == 1 and word not in second.squashed and not is_in_kana(word, second)
            ),
            second,
        )
        and not (all(map(str.isascii, second.listed)) and PARTING.isdisjoint(first.lone))
    ):
        return True
    if first.kinds != second.kinds and kinds_open(first, second):
        return True
    if not _APART.isdisjoint(second.lone - first.lone):
        return True
    if first.modifiers and second.modifiers and _is_compound_open(first, second):
        return True
    return choices_open(first, second)


def _is_compound_open(first: Title, second: Title) -> bool:
    """Return whether each title has another compound of one word, and the offer does not write within a longer word, and as often, what the wanted one says of it (ディスペンサーホルダー, マグネットディスペンサーホルダー)."""
    if not compounds_differ(first, second, first.parts | first.lone | {SET}):
        return False
    ours, theirs = first.loose, second.loose
    told = {one.partition(":")[2] for one in first.modifiers}
    said = [rest for rest in told if rest and ours.count(rest) <= theirs.count(rest)]
    return not any(rest in one and rest != one for one in map(loosely, second.listed) for rest in said)


def count_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out how many there are; a pack of five colours holds five."""
    if len(first.counts) <= len(second.counts) or is_multiplied(first, second):
        return False
    if SET in second.lines and all(
        f"{count}{ITEMS}" in first.listed for count in first.counts if count not in second.counts
    ):
        return False
    retold = sum(
        one not in second.counts and (is_retold(one, second, first) or are_sheets(one, second, first))
        for one in first.counts
    )
    return len(first.counts) - retold > len(second.counts)


def are_sheets(count: str, first: Title, second: Title) -> bool:
    """Return whether a count tells how many sheets the one thing has that the code of both names (S120 24枚)."""
    return (
        int(count) >= _LEAST_SHEETS
        and f"{count}枚" in second.listed
        and not any(token.endswith("枚") for token in first.listed)
        and (SET not in second.listed or bool(first.counts))
        and (not first.models.isdisjoint(second.models) or is_named_by_code(first, second))
    )


def is_multiplied(first: Title, second: Title) -> bool:
    """Return whether one title tells the product of what the other counts (24本×2箱, 48本)."""
    if not (first.counts and second.counts):
        return False
    ours, theirs = Counter(first.counts), Counter(second.counts)
    fewer, more = sorted(([*(ours - theirs).elements()], [*(theirs - ours).elements()]), key=len)
    return len(fewer) == 1 < len(more) and int(fewer[0]) == math.prod(map(int, more))


def is_retold(count: str, less: Title, more: Title) -> bool:
    """Return whether a count that only one title has says again what both do.

    A pack of five colours holds five (5色, 5冊), a whole is told with its parts (2kg, 500g×4) and a stock with its pieces (60日分 120粒).
    """
    if len(count) > 1 and count in less.numbers and (len(count) > 2 or count in more.numbers):
        return True
    if not less.measures:
        return False
    number = int(count)
    if any(size == count and (name in _PIECEWISE or name.endswith(TOLD)) for name, size in less.measures):
        return True
    for dimension, size in less.measures & more.measures:
        if dimension in STOCKS and not less.counts and Fraction(size) and Fraction(number) % Fraction(size) == 0:
            return True
        if dimension in PARTED - {"bytes"} and number and (dimension, str(Fraction(size) / number)) in more.measures:
            return True
    return False


def _model_open(first: Title, second: Title) -> bool:
    """Return whether one title has a code that the other leaves open."""
    if any(_goes_on(first, one) for one in second.codes - first.models):
        return True
    if names_machines(first, second):
        return False
    found = [one for one in open_codes(first, second) if not _is_said(one, first, second)]
    coloured = first.colours & second.colours
    found = [
        one
        for one in found
        if not any(
            is_coloured(one, code, coloured) or is_suffix_told(one, code, first, second) for code in second.codes
        )
    ]
    if not found:
        return False
    if len(found) > 1:
        return True
    (code,) = found
    if code in first.models or (len(code) >= LEAST_MODEL and code[0].isalpha()):
        if any(code.startswith(one) and code[len(one) :].isalpha() and is_model(one) for one in second.codes):
            return True  # It is told by the number of its series alone.
        return not _is_named(first) or _told_else(first, second, code) + _is_named_whole(first, second) < ENOUGH_TRAITS
    is_ordered_by = code.isdigit() and len(code) >= _LEAST_CATALOGUED
    return not is_ordered_by or _told_else(first, second, code) < ENOUGH_TRAITS - 1


def _is_said(code: str, first: Title, second: Title) -> bool:
    """Return whether a code says again what both titles say: how many there are (FY24, 24色), or the shade behind it (SR06 センシュアルブラウン)."""
    told = {*first.counts, *(size for name, size in first.measures & second.measures if name == "colours")}
    figures = code.translate(_NO_LETTERS)
    if figures in told and first.counts == second.counts and (len(figures) > 1 or code.endswith(figures)):
        return True
    return any(
        piece == ("code", code) and behind.kind == "colour" and not first.modifiers.isdisjoint(second.modifiers)
        for piece, behind in pairwise(first.pieces)
    )


def _told_else(first: Title, second: Title, code: str) -> int:
    """Return in how many kinds of traits both titles say the same beside a maker's number that one leaves out."""
    codes = first.codes - {code}
    more = ((first.brands, second.brands), (first.lines, second.lines), (codes, second.codes))
    told = agreements(first, second) + sum(bool(ours) and ours == theirs for ours, theirs in more)
    return told + (not first.brands and _is_maker_said(first, second))


def _is_named(title: Title) -> bool:
    """Return whether something names the thing beside its maker's number: a word or a number, and more than a word that may be its maker's."""
    return bool(title.words or title.numbers) if title.brands else len(title.words) > 1


def _is_named_whole(first: Title, second: Title) -> bool:
    """Return whether the offer has the whole name of a thing, of which it tells the colours too: a number marks no more."""
    if not first.colours or first.colours != second.colours:
        return False
    words = [word for word in first.words if len(word) > SHORT]
    is_long = len(words) > 1 and sum(map(len, words)) >= _LEAST_NAME
    return is_long and not any(open_letters(word, second) for word in words)


def _is_maker_said(first: Title, second: Title) -> bool:
    """Return whether the offer has the word that the wanted title begins with, as it does with the name of a maker, known or not."""
    kind, name = first.pieces[0]
    return kind == "word" and open_letters(name, second) == 0


def _goes_on(first: Title, other: str) -> bool:
    """Return whether a maker's number goes on behind a wanted one: letters there are another model's where no colour is named, so is a version."""
    return any(
        is_model(code)
        and other.startswith(code)
        and (
            other[len(code) :] == WIRELESS
            or (not first.colours and other[len(code) :].isalpha())
            or _VERSION.fullmatch(other, len(code)) is not None
        )
        for code in first.codes
    )


def numbers_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a number of the wanted name; a maker's longer one may end with it (No.363, 24363)."""
    if first.numbers <= second.numbers:
        return False
    ours, theirs = counted_on(first.numbers), counted_on(second.numbers)
    if theirs != ours:
        theirs |= years_otherwise(theirs | years(second))
    codes = [code for code in second.codes if code.isdigit()]
    theirs |= {piece.value for piece in grown_in(first, second)}
    theirs |= years(second) | {size for name, size in second.measures if name.endswith(TOLD)}
    return not all(
        one in theirs
        or is_ending(one, theirs)
        or f"0{one}" in codes
        or (len(one) > LEAST_END and any(code.startswith(one) for code in codes))
        or is_measured(one, second)
        or any(read_out(word, first) == one for word in second.words)
        or _names_colour(one, first, second)
        or one in told_in_gaps(first, second)
        or (len(one) >= LEAST_NAMING and any(code.lstrip(ascii_lowercase) == one for code in second.codes))
        for one in ours
    )


def _names_colour(number: str, first: Title, second: Title) -> bool:
    """Return whether a number stands for a colour that both titles name: behind it (ホワイト 3269, シルバー/レモン 30670), or as a shade before it (03 陽炎)."""
    named = [one for one in first.pieces if one.kind == "colour" and one.value in second.colours]
    shaded = {one.value for colour, one in pairwise(first.pieces) if colour in named}
    for before, piece in pairwise(first.pieces):
        if piece == ("number", number) and (before in named or before.value in shaded):
            is_other = any(len(one) >= LEAST_NAMING for one in second.numbers)
            return len(number) >= LEAST_NAMING and not is_common(number) and not is_other
        if before == ("number", number) and piece.kind == "word" and piece.value in second.words:
            return f"0{number}" in first.listed and not second.numbers
    return False


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
