"""Makers' numbers: which name an article, and of which one is the other with more behind it, mostly letters for a colour."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.figures import LEAST_NAMING, TOLD, is_common
from okawari.domain.same_thing.vocabulary.words import COLOUR_SUFFIXES, words_in

MOST_SUFFIX: Final = 3
"""Our own choice: letters by which makers mark the colour of a model; shops leave them out."""
_LEAST_STEM: Final = 6
"""Our own choice: signs of a maker's number that a longer one may go on from at any length (M5-5000, M5-50001P.33)."""
_SHORT_CODE: Final = re.compile(
    r"(?!(?:usb|ddr|ipx?|gen|spf|cat|lga|am(?!0)|ps|rtx|gtx|ver|vol|mk|fhd|uhd|wifi|pm|pa|no)\d|[abhxz]\d{3}[a-z]?$|[a-z]\d000$)(?:[a-z]{2,}\d|[a-z]\d{3}|[a-z]\d\d[a-z]$)[a-z0-9]*"
)
"""Letters and digits that makers and series number their articles by; standards and chipsets are none."""
_CATALOGUED: Final = re.compile(r"((?!mk|ver|vol|no|gen)[a-z]{2,3})-(\d{1,3})")
"""A number by which an article is found in its maker's catalogue (WF-10), too short to be told for one without its hyphen."""
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
_LENGTH: Final = re.compile(r"(\d{2,3})[a-z]{1,2}")
"""How long a thing is that is numbered by it (525VX3-120L)."""
_TWO: Final = 2
"""Our own choice: letters of a suffix that shortens the name of a colour (BL)."""
NAMED: Final = frozenset(words_in("black white gray navy blue red pink green yellow gold silver brown beige"))
"""Colours that most things come in, with the letters of their names."""

WIRELESS: Final = "bt"
"""What makers write behind the number of what goes by Bluetooth (ATH-M20xBT)."""
_JAPAN: Final = "j"
"""What the letters for the market in Japan begin with (GA-2100-1A1JF)."""


def is_coloured(one: str, other: str, colours: Collection[str]) -> bool:
    """Return whether one number is the other with a maker's letters for a colour that both titles name (K11A-BK, K11A)."""
    shorter, longer = sorted((one, other), key=len)
    suffix = longer[len(shorter) :]
    if not (suffix.isalpha() and len(suffix) <= MOST_SUFFIX and longer.startswith(shorter)) or suffix == WIRELESS:
        return False
    named = COLOUR_SUFFIXES.get(suffix)
    return named in colours if named else any(letter in initials(colour) for colour in colours for letter in suffix)


def is_suffix_told(one: str, other: str, first: Title, second: Title) -> bool:
    """Return whether what stands behind the shorter of two numbers is told in its title too (L17-F, L17 F; HG601-11, HG601 11速; A063S for ソニーE)."""
    shorter, longer, title = (one, other, first) if len(one) < len(other) else (other, one, second)
    if not longer.startswith(shorter):
        return False
    rest = longer[len(shorter) :]
    if rest in title.listed:
        return True
    if rest.isdigit():
        return len(rest) > 1 and any(size == rest and name.endswith(TOLD) for name, size in title.measures)
    if len(rest) > 1 or shorter[-1:].isalpha():
        return False
    others = [value for kind, value in title.pieces if kind == "brand"]
    return any(name[0] == rest and name != others[0] for name in first.brands & second.brands)


def initials(colour: str) -> str:
    """Return the letters that makers begin a colour with behind their numbers."""
    return _INITIALS.get(colour, colour[0])


def colours_of(letters: str) -> frozenset[str]:
    """Return the colours that two letters can stand for: the first of the name and one of those behind it (BL, black and blue); none for any other letters."""
    if len(letters) != _TWO:
        return frozenset()
    return frozenset(one for one in NAMED if one[0] == letters[0] and letters[1] in one[1:])


def is_stem(one: str, other: str) -> bool:
    """Return whether one model number is the other with a few signs behind it, as colours are marked; one digit counts models."""
    shorter, longer = (one, other) if len(one) < len(other) else (other, one)
    if not longer.startswith(shorter):
        return False
    rest = longer[len(shorter) :]
    is_marked = len(rest) <= MOST_SUFFIX or len(shorter) >= _LEAST_STEM
    return is_marked and not (len(rest) == 1 and rest.isdigit())


def is_marked_for(one: str, other: str, colours: Collection[str], written: str) -> bool:
    """Return whether one model number is the other with what marks its colour behind it; one to three letters must be those of one, a length must be `written` with the shorter number."""
    if not is_stem(one, other):
        return False
    shorter, longer = sorted((one, other), key=len)
    rest = longer[len(shorter) :]
    if len(rest) > MOST_SUFFIX or rest.isdigit():
        length = _LENGTH.fullmatch(rest)
        return length is None or length[1] in written
    return rest.isalpha() and is_coloured(one, other, colours)


def is_named_by_code(first: Title, second: Title) -> bool:
    """Return whether both titles have a code or a number that names an article, though too short for a maker's alone (PZ-58, 3269)."""
    return any(
        _SHORT_CODE.fullmatch(code) and second.holds_code(code) and not _is_lengthened(code, first, second)
        for code in first.codes
    ) or any(
        number.isdigit() and len(number) >= LEAST_NAMING and not is_common(number)
        for number in first.numbers & second.numbers
    )


def _is_lengthened(code: str, first: Title, second: Title) -> bool:
    """Return whether the offer has a number only with letters behind it that can neither be those of a wanted colour nor of the market (SC-175S, SC-175ST)."""
    if code in second.codes or not first.colours:
        return False
    longer = ((one, one[len(code) :]) for one in second.codes if one.startswith(code))
    return any(
        rest.isalpha() and rest[0] != _JAPAN and not is_coloured(one, code, first.colours) for one, rest in longer
    )


def is_catalogued(code: str, title: Title) -> bool:
    """Return whether a title writes a code as catalogues do, which tells nothing of a thing that has none."""
    return any((found := _CATALOGUED.fullmatch(token)) and found[1] + found[2] == code for token in title.listed)
