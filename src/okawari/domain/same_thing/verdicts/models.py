"""Whether two titles name the same by a maker's number, with the letters by which makers mark colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing.language.numerals import LONGEST_NUMBER
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.taken_apart.tokens import LEAST_MODEL, is_model, squashed
from okawari.domain.same_thing.traits.codes import MOST_SUFFIX, is_coloured, is_marked_for, is_stem, is_suffix_told
from okawari.domain.same_thing.traits.editions import names_machines
from okawari.domain.same_thing.traits.figures import is_common
from okawari.domain.same_thing.traits.gaps import is_in_gaps, open_codes
from okawari.domain.same_thing.verdicts.missing import agreements
from okawari.domain.same_thing.vocabulary.words import COLOUR_SUFFIXES

_BUILD: Final = re.compile(r"[a-z]+|\d+")
_GROWN: Final = re.compile(r"[a-z]{3,5}\d{1,4}[a-z]{1,2}")
"""A maker's number whose letters may be taken for a word where it is written without its hyphens."""
_BEGINNING: Final = 4
"""Our own choice: digits with which the numbers of one catalogue begin."""
_BOX: Final = frozenset({"box"})
"""What a catalogued thing is called or not."""
_LEAST_SHOP_NUMBER: Final = 6
"""Our own choice: digits of a number that no two articles share by chance: a maker's, a shop's or a JAN."""


def compare_models(first: Title, second: Title, ours: frozenset[str], theirs: frozenset[str]) -> str:
    """Return `same`, `other`, or "" where there are no model numbers to compare.

    `ours` and `theirs` are the models of the titles with those that came along.
    """
    shared = first.numbers and first.numbers & second.numbers
    if shared and any(len(one) >= _LEAST_SHOP_NUMBER for one in shared):
        return "same"
    if not ours.isdisjoint(theirs):
        return "" if names_machines(first, second) or _suffixes_differ(first, second, ours, theirs) else "same"
    if first.codes != second.codes and (is_in_gaps(first, second) or is_in_gaps(second, first)):
        return "same"
    if not ours:
        codes = (first.codes | first.numbers) & (second.codes | second.numbers)
        if codes and any(code.isdigit() and len(code) >= _LEAST_SHOP_NUMBER for code in codes):
            return "same"
    if not ours or not theirs:
        if shared and any(len(one) == LONGEST_NUMBER and not is_common(one) for one in shared):
            is_named = first.brands & second.brands or not set(first.words).isdisjoint(second.words)
            is_named = is_named or agreements(first, second) > 1
            return "same" if is_named and first.lines ^ second.lines <= _BOX else ""
        if not ours:
            return ""
        if _is_written(ours & first.codes, second):
            return "same"
        grown = _grown_together(ours, second)
        return "same" if grown and _by_ends(first, second, ours, grown) == "same" else ""
    return _by_ends(first, second, ours, theirs)


def _by_ends(first: Title, second: Title, ours: frozenset[str], theirs: frozenset[str]) -> str:
    """Return what models tell of which one may be another with more before or behind it; most are told by their first and last signs."""
    is_one_a_stem = False
    for one in ours:
        for other in theirs:
            if one[0] == other[0]:
                if is_suffix_told(one, other, first, second):
                    return "same"
                is_one_a_stem = is_one_a_stem or is_stem(one, other)
            if one[-1] == other[-1] and _is_prefix_lost(one, other):
                return "same"
    if not is_one_a_stem or _are_sisters(ours, theirs):
        return "other"
    larger = {f"{one}xl" for one in ours} & theirs or {f"{one}xl" for one in theirs} & ours
    coloured = first.colours & second.colours
    is_marked = any(
        is_marked_for(one, other, coloured, (first if len(one) < len(other) else second).latin)
        for one in ours
        for other in theirs
    )
    return "other" if larger else "same" if coloured and is_marked else ""


def _is_written(models: frozenset[str], title: Title) -> bool:
    """Return whether a title that has no model writes one of these all the same, run together."""
    for model in models:  # noqa: SIM110 -- asked of each offer, and a third of the time of `any`
        if model in title.latin:
            return True
    return False


def _grown_together(models: frozenset[str], title: Title) -> frozenset[str]:
    """Return what a title writes like one of these numbers, though it reads as a word with a number behind it (NI-FS60A-H, NIFS60A)."""
    for model in models:
        if model[:LEAST_MODEL] in title.latin:
            break
    else:
        return frozenset()
    return frozenset(token for token in title.listed if _GROWN.fullmatch(token) and is_model(token))


def with_given(models: frozenset[str], numbers: Iterable[Identifier]) -> frozenset[str]:
    """Return the models of a title and those among the numbers that came with it."""
    for one in numbers:
        if one.kind == "model" and (given := squashed(one.value)) not in models and is_model(given):
            models |= {given}
    return models


def codes_differ(first: Title, second: Title, *, named: bool) -> bool:
    """Return whether each title has a code that the other lacks: R10 and R50, XM5 and XM4; where another number names both, one built alike."""
    if first.numbers != second.numbers and _are_numbered_apart(first, second):
        return True
    if not (first.codes and second.codes) or first.codes == second.codes:
        return False
    ours = open_codes(first, second)
    theirs = open_codes(second, first) if ours else []
    if not theirs:
        return False
    coloured = first.colours & second.colours
    if any(
        is_coloured(one, other, coloured) or is_suffix_told(one, other, first, second)
        for one in ours
        for other in theirs
    ):
        return False
    return not named or any(_are_rivals(*sorted((one, other), key=len)) for one in ours for other in theirs)


def _are_numbered_apart(first: Title, second: Title) -> bool:
    """Return whether each title has another long number of one catalogue (502181, 502180)."""
    if not (first.numbers and second.numbers):
        return False
    ours, theirs = first.numbers - second.numbers, second.numbers - first.numbers
    return any(
        len(one) == len(other) >= _LEAST_SHOP_NUMBER and one[:_BEGINNING] == other[:_BEGINNING]
        for one in ours
        for other in theirs
    )


def _is_prefix_lost(one: str, other: str) -> bool:
    """Return whether one number is the other without the letters that a maker begins all of its numbers with (DSC-RX100, RX100)."""
    shorter, longer = sorted((one, other), key=len)
    before = longer.removesuffix(shorter)
    return len(shorter) >= _LEAST_SHOP_NUMBER and before != longer and before.isalpha() and len(before) <= MOST_SUFFIX


def _are_rivals(one: str, other: str) -> bool:
    """Return whether two codes are built alike, or begin alike, so that one stands where the other does (R10, R50); letters alone behind the shorter say more of it (K10, K10PG)."""
    if other.startswith(one) and other[len(one) :].isalpha():
        return False
    return one[:2] == other[:2] or _BUILD.sub(_built, one) == _BUILD.sub(_built, other)


def _built(found: re.Match[str]) -> str:
    return "a" if found[0].isalpha() else "0"


def _are_sisters(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether each title has other letters behind one number (MX2300 GR, MX2300PG)."""
    return any(
        not one.startswith(other) and not other.startswith(one) and one.startswith(stem) and other.startswith(stem)
        for stem in ours
        for one in ours
        for other in theirs
    )


def _suffixes_differ(first: Title, second: Title, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether letters behind a shared number name a colour that the other title does not (FP-30X BK, FP-30X WH)."""
    if ours == theirs or not first.colours.isdisjoint(second.colours):
        return False
    shared = ours & theirs
    our_suffixes, their_suffixes = (
        {one.removeprefix(code) for one in own - shared for code in shared if one.startswith(code)}
        for own in (ours, theirs)
    )
    if any(_go_on(one, other, first, second) for one in ours - shared for other in theirs - shared):
        return True
    return bool(our_suffixes and their_suffixes) or any(
        COLOUR_SUFFIXES.get(suffix, named) != named
        for suffixes, colours in ((our_suffixes, second.colours), (their_suffixes, first.colours))
        for suffix in suffixes
        for named in colours
    )


def _go_on(one: str, other: str, first: Title, second: Title) -> bool:
    """Return whether of two other numbers one goes on by letters that no colour explains (ILCE-6700, ILCE-6700M)."""
    shorter, longer = sorted((one, other), key=len)
    goes_on = longer.startswith(shorter) and longer[len(shorter) :].isalpha() and not (first.colours | second.colours)
    return goes_on and is_model(shorter)
