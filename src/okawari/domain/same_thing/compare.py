"""The same thing, a variant of it, something that belongs to it, or nobody can say."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing.idle import AMPLE, BULK, SERIES
from okawari.domain.same_thing.missing import (
    ENOUGH_TRAITS,
    LONGEST_NUMBER,
    agreements,
    counted_on,
    is_stem,
    missing_traits,
)
from okawari.domain.same_thing.sound import consonants, sound
from okawari.domain.same_thing.title import Title, take_apart
from okawari.domain.same_thing.tokens import is_model
from okawari.domain.same_thing.words import BOOKS, CHOICES, KINDS, PROSE

_KINDS: Final = tuple(frozenset(kinds.values()) for kinds in KINDS)
_NO_LETTER: Final = re.compile(r"[^a-z0-9]")
SURE_KINDS: Final = ("jan", "isbn")
_LEAST_PAIRED, _LEAST_RUN = 4, 4
"""From how many letters on a word is looked for in pairs, and from how many consonants on within several words."""
_LEAST_WORK: Final = 8
_KANA: Final = re.compile("[ぁ-ヺ]")
_LONGEST_NAME: Final = 6
_SHORT_WORD: Final = 2
"""Letters of a word that is as much a part of a name as a number is (Hi-ν)."""
_NOTHING: Final[frozenset[str]] = frozenset()
_NOT_A_NAME: Final = (
    "版",
    "編",
    "篇",
    "集",
    "伝",
    "記",
    "完",
    "上",
    "下",
    "話",
    "セット",
    "ガイド",
    "ファンブック",
    "漫画",
    "解説",
    "入門",
)
_OPEN_SHARE, _OPEN_SHARE_OF_BOOK = 0.25, 0.5
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
    if (second.parts and second.parts - first.parts) or _is_made_for(first, second):
        return of_part(number)
    model = "" if number else _models(wanted, offer, first, second)
    differing = tuple(_differences(first, second, by_number=bool(number), by_model=model == "same"))
    if number is None and _other_number(wanted, offer):
        differing = ("number", *differing)
    if number is None and (model == "other" or _codes_differ(first, second)):
        differing = (*differing, "model")
    if differing:
        return Likeness(Sameness.VARIANT, differing)
    if number:
        return settled_by(number)
    missing = tuple(missing_traits(first, second, by_model=model == "same"))
    if missing:
        return Likeness(Sameness.UNSURE, missing)
    if model == "same":
        return Likeness(Sameness.SAME, ("model",))
    return _by_words(first, second, wanted=wanted.title)


BESIDE_NUMBER: Final = frozenset({"part", "aimed", "mark", "count"})
"""What a title can say (see `meaning`) that a number which both carry does not outweigh."""


@cache
def settled_by(number: str) -> Likeness:
    """Return the verdict where a number agrees and the title says nothing that it does not outweigh."""
    return Likeness(Sameness.SAME, (number,))


@cache
def of_part(number: str | None) -> Likeness:
    """Return the verdict on a part that is not the thing itself; a number that agrees all the same leaves it open."""
    return Likeness(Sameness.UNSURE, (number, "part")) if number else Likeness(Sameness.ACCESSORY, ("part",))


def _is_made_for(first: Title, second: Title) -> bool:
    """Return whether the offer's title names the wanted number only to say what it fits."""
    return not second.aimed.isdisjoint(first.codes) and first.aimed.isdisjoint(second.aimed)


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
    ours, theirs = counted_on(first.numbers), counted_on(second.numbers)
    if ours and theirs and not ours <= theirs:
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

    if first.kinds and second.kinds:
        for kinds in _KINDS:
            ours, theirs = first.kinds & kinds, second.kinds & kinds
            if ours and theirs and ours.isdisjoint(theirs):
                yield "choice"


def _lines_differ(first: Title, second: Title) -> bool:
    """Return whether one title names a line that the other does not, also not as a part of a longer word."""
    if first.lines == second.lines:
        return False
    told = AMPLE if first.measures | second.measures or first.counts else _NOTHING
    return any(line not in second.squashed for line in first.lines - told) or any(
        line not in first.squashed for line in second.lines - told
    )


def _codes_differ(first: Title, second: Title) -> bool:
    """Return whether each title has a code that the other lacks: R10 and R50, XM5 and XM4."""
    if first.codes == second.codes:
        return False
    return any(code not in second.squashed for code in first.codes) and any(
        code not in first.squashed for code in second.codes
    )


def _counts_differ(first: Title, second: Title) -> bool:
    """Return whether the offer counts something that the wanted title does not, nor multiplies to (5食×6袋, 30食)."""
    if first.counts == second.counts:
        return False
    more = Counter(second.counts) - Counter(first.counts)
    if not more or set(more) <= first.numbers & second.numbers:
        return False
    whole = math.prod(map(int, first.counts))
    return not (
        len(first.counts) > 1 and set(first.counts) <= set(second.counts) and [*more.elements()] == [str(whole)]
    )


def _measures_differ(first: Title, second: Title) -> bool:
    for dimension in {name for name, _ in first.measures}:
        wanted = {size for name, size in first.measures if name == dimension}
        offered = {size for name, size in second.measures if name == dimension}
        if offered and not (wanted <= offered or offered < wanted):
            return True
    return False


def _models(wanted: Thing, offer: Thing, first: Title, second: Title) -> str:
    """Return `same`, `other`, or "" where there are no model numbers to compare."""
    ours, theirs = _with_given(first.models, wanted), _with_given(second.models, offer)
    if not ours:
        shared = first.brands & second.brands and first.numbers & second.numbers
        return "same" if first.lines == second.lines and any(len(one) == LONGEST_NUMBER for one in shared) else ""
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


def open_letters(word: str, second: Title) -> int:
    """Return how many letters of a wanted word the offer does not say: in its letters, pair by pair, or by its sound."""
    heard = sound(word)
    if heard and (any(heard in one for one in second.sounds) or (len(heard) > _LEAST_RUN and heard in second.spoken)):
        return 0
    return missing_letters(word, second.squashed)


def missing_letters(word: str, written: str) -> int:
    """Return how many letters of a word do not stand in what is written, a longer one in kanji or hiragana looked for pair by pair."""
    if word in written:
        return 0
    if word.isascii() or "ァ" <= word[0] <= "ー" or len(word) < _LEAST_PAIRED:
        return len(word)
    pairs = [word[at : at + 2] in written for at in range(len(word) - 1)]
    return sum(not before and not after for before, after in zip((False, *pairs), (*pairs, False), strict=True))


def _by_words(first: Title, second: Title, *, wanted: str) -> Likeness:
    own = [word for word in first.words if word not in SERIES] or first.words
    missing = sum(open_letters(word, second) for word in own)
    idle = SERIES | BULK if first.measures and first.measures == second.measures else SERIES
    extra = [
        word
        for word in second.words
        if word not in first.squashed and word not in idle and word not in second.asides and not is_heard(word, first)
    ]
    extra = _unheard(_but_series(extra, second), first) if extra else extra
    is_book = any(word in wanted for word in BOOKS)
    share = _OPEN_SHARE_OF_BOOK if is_book else _OPEN_SHARE
    short = any(word.isascii() and len(word) == _SHORT_WORD and word not in second.squashed for word in own)
    enough = (
        not short
        and missing <= share * sum(map(len, own))
        and (bool(own) or agreements(first, second) >= ENOUGH_TRAITS - 1)
    )
    same = enough and (not extra or (is_book and first.numbers) or (not missing and _are_names(extra, first, wanted)))
    return Likeness(Sameness.SAME if same else Sameness.UNSURE, ("words",))


def is_heard(word: str, wanted: Title) -> bool:
    """Return whether an offer's word sounds like a word of the wanted title, or like several of them (ELDEN RING)."""
    heard = sound(word)
    return bool(heard) and (heard in wanted.sounds or (len(heard) >= _LEAST_RUN and heard in wanted.spoken))


def _but_series(extra: list[str], second: Title) -> list[str]:
    """Return the strange words without those that make up the name of a work only together (逆襲の, シャア)."""
    whole = "".join(second.words)
    return [word for word in extra if not any(word in name and name in whole for name in SERIES)]


def _unheard(extra: list[str], wanted: Title) -> list[str]:
    """Return the offer's strange words but those that sound like the wanted title only together (juicy tint)."""
    run = "".join(map(consonants, extra)) if extra and all(map(consonants, extra)) else ""
    return [] if len(run) >= _LEAST_RUN and run in wanted.spoken else extra


def _are_names(extra: Collection[str], first: Title, wanted: str) -> bool:
    """Return whether what stands beside the title of a novel or a film is no more than its author and publisher."""
    if any(word in wanted for word in PROSE):
        return all(map(is_name, extra))
    return is_work(first) and all(is_name(word) and is_personal(word) for word in extra)


def is_work(title: Title) -> bool:
    """Return whether a title is nothing but words, as a book's or a film's, and long enough to be the only one of its name."""
    bare = not (title.brands or title.colours or title.measures or title.counts or title.codes or title.sizes)
    return bare and sum(map(len, title.words)) >= _LEAST_WORK


def is_personal(word: str) -> bool:
    """Return whether a word is written as most names of persons are, without kana."""
    return _KANA.search(word) is None


def is_name(word: str) -> bool:
    """Return whether a word can be an author's or a publisher's name."""
    return not word.isascii() and len(word) <= _LONGEST_NAME and not word.endswith(_NOT_A_NAME)
