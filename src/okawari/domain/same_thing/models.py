"""Whether two titles name the same by a maker's number, with the letters by which makers mark colours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing.figures import LONGEST_NUMBER, is_common
from okawari.domain.same_thing.missing import is_coloured, is_marked_for, is_stem
from okawari.domain.same_thing.title import Title
from okawari.domain.same_thing.tokens import is_model, squashed
from okawari.domain.same_thing.words import COLOUR_SUFFIXES

_LEAST_SHOP_NUMBER: Final = 6
"""Our own choice: digits of a number that no two articles share by chance: a maker's, a shop's or a JAN."""


def compare_models(first: Title, second: Title, ours: frozenset[str], theirs: frozenset[str], written: str) -> str:
    """Return `same`, `other`, or "" where there are no model numbers to compare.

    `ours` and `theirs` are the models of the titles with those that came along; `written` is the offer's title.
    """
    shared = first.numbers & second.numbers
    if shared and any(len(one) >= _LEAST_SHOP_NUMBER for one in shared):
        return "same"
    if not ours:
        codes = first.codes & second.codes
        if codes and any(code.isdigit() and len(code) >= _LEAST_SHOP_NUMBER for code in codes):
            return "same"
        if not any(len(one) == LONGEST_NUMBER and not is_common(one) for one in shared):
            return ""
        is_named = first.brands & second.brands or not set(first.words).isdisjoint(second.words)
        return "same" if is_named and first.lines == second.lines else ""
    if not ours.isdisjoint(theirs):
        return "" if _suffixes_differ(first, second, ours, theirs) else "same"
    if not theirs:
        return "same" if _is_written(ours & first.codes, second, squashed(written)) else ""
    if _is_one_a_stem(ours, theirs):
        if _are_sisters(ours, theirs):
            return "other"
        larger = {f"{one}xl" for one in ours} & theirs or {f"{one}xl" for one in theirs} & ours
        coloured = first.colours & second.colours
        is_marked = any(is_marked_for(one, other, coloured) for one in ours for other in theirs)
        return "other" if larger else "same" if coloured and is_marked else ""
    return "other"


def _is_written(models: frozenset[str], title: Title, letters: str) -> bool:
    """Return whether a title that has no model writes one of these all the same, run together or without its first letters."""
    for model in models:  # noqa: SIM110 -- asked of each offer, and a third of the time of `any`
        if model in letters or (title.codes and _is_without_letters(model, title)):
            return True
    return False


def _is_without_letters(model: str, title: Title) -> bool:
    """Return whether a title has a maker's number without the letters before it (MP1605JR, 1605JR)."""
    rest = model.lstrip("abcdefghijklmnopqrstuvwxyz")
    return len(rest) >= _LEAST_SHOP_NUMBER and rest in title.codes


def _is_one_a_stem(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether a model of one title goes on from one of the other; asked of each offer, so told by the first sign where it can be."""
    for one in ours:
        for other in theirs:
            if one[0] == other[0] and is_stem(one, other):
                return True
    return False


def with_given(models: frozenset[str], numbers: Iterable[Identifier]) -> frozenset[str]:
    """Return the models of a title and those among the numbers that came with it."""
    for one in numbers:
        if one.kind == "model" and (given := squashed(one.value)) not in models and is_model(given):
            models |= {given}
    return models


def codes_differ(first: Title, second: Title) -> bool:
    """Return whether each title has a code that the other lacks: R10 and R50, XM5 and XM4."""
    if first.codes == second.codes:
        return False
    ours = [code for code in first.codes if not second.holds_code(code)]
    theirs = [code for code in second.codes if not first.holds_code(code)] if ours else []
    if not theirs:
        return False
    coloured = first.colours & second.colours
    return not any(is_coloured(one, other, coloured) for one in ours for other in theirs)


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
