"""Measures of a wanted thing that an offer leaves open, and those that go without saying."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import Final

from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.figures import (
    LEAST_NAMING,
    LEAST_WORN,
    SHOES,
    SPAN,
    TOLD,
    is_bare,
    is_common,
    is_of_figure,
    worn,
)
from okawari.domain.same_thing.vocabulary.units import ASIDE
from okawari.domain.same_thing.vocabulary.words import PETS, SHADE, words_in

PARTED: Final = frozenset({"volume", "mass", "bytes"})
"""Measures of which a whole can be told as well as its parts."""
_UNASKED: Final = frozenset(
    {
        "bc",
        "toasts-told",
        "months-from",
        "cds-told",
        "dvds-told",
        "bds-told",
        "lps-told",
        "turns",
        "frames",
        "axes",
        "teeth",
        "lines",
        "film",
        "width",
    }
)
"""Measures that shops leave out, most of them of what a thing does."""
_FOR: Final = f"用{TOLD}"
"""What ends the name of a measure that tells what a thing is for (4輪用)."""
_BY_NUMBER: Final = frozenset(
    (*words_in("persons power voltage rate impedance light wh pa pin pixels bandwidth clock keys inch"), f"range{SPAN}")
)
"""What a maker's number tells, however short it is, as it does what a counter tells (88鍵, 5枚刃)."""
_CATALOGUED: Final = re.compile(r"[a-z]\d{3}")
"""Our own choice: a short number of one article (S-105), where a series has fewer digits (KE-45)."""
_WHOLE: Final = ("percent", "100")
"""What a thing is of and nothing else (国産米100%)."""
_SPIRITS: Final = (37, 60)
"""Our own choice: per cent of alcohol from and to which it goes without saying of a spirit."""
_ROUNDED: Final = {"percent": Fraction(1, 2), "inch": Fraction(1)}
"""Our own choice: what shops round to whole numbers, and how far off; of a screen some only leave out what stands behind the point (13, 13.6)."""
_SHADED: Final = re.compile(r"[a-z]?-?\d{2,3}")
_MOST_SHADED: Final = {"mass": 35_000, "volume": 30}
"""Our own choice: milligrams and millilitres of make-up, of which each shade, told by such a number, comes in one size."""
_MOST_SACHET: Final = 10_000
"""Our own choice: milligrams of what a sachet holds, of which shops tell the number alone."""
_MOST_PORTION, _LEAST_PORTIONS, _FILLED = 110_000, 5, frozenset({"缶", "袋"})
"""Our own choice: milligrams of what is eaten at once, and how many of it shops sell by their number alone; fewer may be tubes."""
_IMPERIAL: Final = {
    ("ounce", "volume"): 29.57,
    ("ounce", "mass"): 28_350,
    ("pound", "mass"): 453_592,
    ("inch", "length"): 25.4,
    ("rice", "volume"): 180,
}
"""What one of a unit is in the smallest of another one."""
_EXTENTS: Final = ("length", "side")
_WHOLE_SIDES: Final = 3
"""How many sides tell how large a solid thing is on the outside; two are those of what is spread out, which comes in several sizes."""
_BEDS: Final = ("シングル", "セミダブル", "ダブル", "クイーン", "キング")
"""Sizes of beds, beside which the sides of what lies on them go without saying."""
_SHORTENED: Final = (frozenset({"mass", "bytes"}), frozenset({"length", "volume"}))
"""Measures whose units are cut down to one word (8G for 8GB, 500ミリ for millimetres or millilitres)."""
_AGES: Final = 2
"""Digits of the years that a drink was aged for; those of a calendar have more."""
_OLD: Final = 7
"""Our own choice: years from which on a pet's food is one for old pets."""
_PETS: Final = frozenset({*PETS, "ドッグフード", "キャットフード"})
_GROWN: Final = frozenset({"成犬", "成猫", "子犬", "子猫"})
"""Ages of a pet in a word, which tell its years."""
_FIGURE: Final = re.compile(r"\d+")
_NEAR: Final = 0.04
"""Our own choice: the share by which a size in two units differs once it is rounded in either."""


def _is_for_old_pets(first: Title, second: Title) -> bool:
    """Return whether the offer alone tells an age from which a pet is old, for which makers have foods of their own (11歳以上)."""
    if _PETS.isdisjoint(second.choices) and _PETS.isdisjoint(second.lone) and _PETS.isdisjoint(first.choices):
        return False
    told = second.measures - first.measures
    return any(name.startswith("years-") and Fraction(size.partition("-")[0]) >= _OLD for name, size in told)


def is_older(first: Title, second: Title) -> bool:
    """Return whether the offer alone tells an age: of a pet that is old, or for how many years a drink was aged (山崎 12年)."""
    if _is_for_old_pets(first, second):
        return True
    told = {size for name, size in second.measures - first.measures if name == "year" and len(size) <= _AGES}
    return bool(told) and any(name == "volume" for name, _ in first.measures & second.measures)


def measures_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a measure of the wanted thing."""
    if first.measures <= second.measures:
        return False
    shared = [one for one in first.measures & second.measures if one[0] in PARTED]
    counts = [int(count) for count in first.counts if int(count)]
    parts = {
        (name, str(told))
        for name, size in shared
        for count in counts
        for told in (Fraction(size) / count, Fraction(size) * count)
    }
    return any(
        one not in parts and not _is_counted(one, first, second) and not _is_unsaid(one, first, second)
        for one in first.measures - second.measures
    )


def are_rounded(name: str, first: Title, second: Title) -> bool:
    """Return whether each title gives one size of a kind, and one of these rounded: the alcohol of a spirit (51.4, 51), or the screen of what a number names (23.8, 24); or one of the whole, the other of its pieces."""
    if name in PARTED:
        return _is_whole(name, first, second)
    if name not in _ROUNDED or (name == "inch" and first.models.isdisjoint(second.models)):
        return False
    ours, theirs = ([Fraction(size) for told, size in title.measures if told == name] for title in (first, second))
    return len(ours) == len(theirs) == 1 and _is_rounded(name, ours[0], theirs[0])


def _is_whole(name: str, first: Title, second: Title) -> bool:
    """Return whether of two titles with one count one tells how much there is, and the other of how much each (5食 425g, 85g×5)."""
    ours, theirs = ([Fraction(size) for told, size in title.measures if told == name] for title in (first, second))
    if first.counts != second.counts or not len(first.counts) == len(ours) == len(theirs) == 1:
        return False
    whole, each = (first, second) if ours > theirs else (second, first)
    is_multiplied = [any(token[0] in "x×*" for token in title.listed) for title in (whole, each)]
    return is_multiplied == [False, True] and max(ours + theirs) == min(ours + theirs) * int(first.counts[0])


def _is_rounded(name: str, one: Fraction, other: Fraction) -> bool:
    """Return whether of two sizes one is whole, and the other close to it."""
    is_near = abs(one - other) < _ROUNDED[name] and (one.denominator == 1) != (other.denominator == 1)
    return is_near and (name != "percent" or one >= _SPIRITS[0])


def _is_counted(measure: tuple[str, str], first: Title, second: Title) -> bool:
    """Return whether the offer tells a measure by a count, a bare number or in other units."""
    name, size = measure
    if name == "colours" or name.endswith(TOLD):
        if size in second.counts or (name != "colours" and size in second.numbers):
            return True
    elif name == "length" and Fraction(size) >= LEAST_WORN and Fraction(size) / 10 in map(Fraction, second.numbers):
        return True
    if name in _EXTENTS and any(told in _EXTENTS and figure == size for told, figure in second.measures):
        return True
    if name in _ROUNDED and any(
        told == name and _is_rounded(name, Fraction(size), Fraction(figure)) for told, figure in second.measures
    ):
        return True
    if name == "colours" and any(
        "/" in token and token in second.listed and size in _FIGURE.findall(token) for token in first.listed
    ):
        return True
    if is_bare(measure, second) or _is_converted(measure, second) or _is_in_code(measure, first, second):
        return True
    return name in PARTED and _is_whole(name, first, second)


def _is_in_code(measure: tuple[str, str], first: Title, second: Title) -> bool:
    """Return whether the figure of a measure stands in a code that both titles have (GT-3HS, 3L; PCF-SDC15T, 15cm)."""
    return any(
        is_of_figure(figure, measure)
        for code in first.codes
        if any(other.startswith(code) for other in second.codes)
        for figure in _FIGURE.findall(code)
    )


def _is_unsaid(measure: tuple[str, str], first: Title, second: Title) -> bool:
    """Return whether a measure goes without saying beside what both titles say."""
    name, size = measure
    if name == "years-from" and (first.choices.isdisjoint(PETS) or ("years", size) in second.measures):
        return True
    if name in _UNASKED or name.endswith(_FOR) or measure == _WHOLE:
        return True
    if name == "length" and "フィギュア" in first.lone:
        return True
    if name.startswith(("years", "months")) and not _GROWN.isdisjoint({*first.listed} & {*second.listed}):
        return True
    if name in ASIDE and (second.counts or any(told in PARTED for told, _ in first.measures & second.measures)):
        return True
    if any(told == name for told, _ in second.measures):
        return False
    shared = first.measures & second.measures
    if name in _BY_NUMBER or (name == "year" and shared) or (name.endswith(TOLD) and _is_numbered(first, second)):
        return _is_numbered(first, second)
    if name == "side":
        return _are_sides_told(first, second)
    if name == "percent":
        return _SPIRITS[0] <= Fraction(size) <= _SPIRITS[1] and any(told == "volume" for told, _ in shared)
    return _is_size_told(measure, first, second) or _is_amount_unsaid(measure, first, second)


def _is_numbered(first: Title, second: Title) -> bool:
    """Return whether both titles have a maker's number, the wanted one's longest, or one long enough to name an article."""
    if shared := first.models & second.models:
        return max(map(len, shared)) == max(map(len, first.models))
    return any(len(one) >= LEAST_NAMING and not is_common(one) for one in first.numbers & second.numbers)


def _are_sides_told(first: Title, second: Title) -> bool:
    """Return whether both titles name the size of a bed, or the pieces of a puzzle, which tell how wide it is."""
    pieces = {size for name, size in first.measures if name == "pieces-told"}
    if pieces & {*second.counts, *(size for _, size in second.measures)}:
        return True
    if first.codes & second.codes and sum(name == "side" for name, _ in first.measures) == _WHOLE_SIDES:
        return True
    return any(bed in first.words and bed in second.words for bed in _BEDS)


def _is_size_told(measure: tuple[str, str], first: Title, second: Title) -> bool:
    """Return whether a length is a size of what is worn, or a span the weight of a wearer, where both titles tell the size in letters or as others count."""
    name, size = measure
    is_worn = name == "length" and Fraction(size) / 10 in worn(first)
    if (is_worn or name in SHOES) and any(
        told in SHOES or told == "length" for told, _ in first.measures & second.measures
    ):
        return True
    return bool(first.sizes) and first.sizes == second.sizes and (is_worn or name == f"mass{SPAN}")


def _is_amount_unsaid(measure: tuple[str, str], first: Title, second: Title) -> bool:
    """Return whether an amount is what a counted sachet or portion holds, what a short number of a maker names, or what make-up comes in whose shade both titles number."""
    name, size = measure
    if name == "mass" and first.counts and first.counts == second.counts and _is_portion(Fraction(size), first):
        return True
    if name in PARTED and first.brands & second.brands and any(map(_CATALOGUED.fullmatch, first.codes & second.codes)):
        return True
    return (
        name in _MOST_SHADED
        and Fraction(size) <= _MOST_SHADED[name]
        and any((_SHADED.fullmatch(token) or token[0] == SHADE) and token in second.listed for token in first.listed)
    )


def _is_portion(size: Fraction, title: Title) -> bool:
    """Return whether a mass is that of a sachet, or of one of several portions (75g×20個); tins and bags of one thing come in several sizes."""
    if size <= _MOST_SACHET or size > _MOST_PORTION or not _FILLED.isdisjoint(title.listed):
        return size <= _MOST_SACHET
    portions = [f"×{count}" for count in title.counts if int(count) >= _LEAST_PORTIONS]
    return any(before.endswith("g") and one in portions for before, one in pairwise(title.listed))


def _is_converted(measure: tuple[str, str], other: Title) -> bool:
    """Return whether the other title tells a measure in inches, ounces or pounds, or in metric units, or by a unit cut down (8G, 500ミリ)."""
    name, size = measure
    for told, figure in other.measures:
        for (one, metric), factor in _IMPERIAL.items():
            if (name, told) in ((one, metric), (metric, one)):
                imperial, smallest = (size, figure) if name == one else (figure, size)
                if abs(float(Fraction(imperial)) * factor / float(Fraction(smallest) or 1) - 1) <= _NEAR:
                    return True
    return any(
        name in shortened and any(told != name and (told, size) in other.measures for told in shortened)
        for shortened in _SHORTENED
    )
