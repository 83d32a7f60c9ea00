"""Which words that an offer leaves out tell something of the wanted thing, and which only describe it."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from okawari.domain.same_thing.language.sound import begins_alike, sounds_alike
from okawari.domain.same_thing.names.left_over import Left, Place, open_letters
from okawari.domain.same_thing.taken_apart.known import AIMS
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.editions import names_machines
from okawari.domain.same_thing.vocabulary.words import ALONG, SERIES_ENDS, SET, SIZED

_AMOUNTS: Final = frozenset({"measure", "count"})
"""What closes a name so that what follows is a list of what can be said of the thing."""
_LEAST_LISTED: Final = 3
"""Our own choice: words and signs that make such a list."""
_NAMING: Final = (SIZED, "の香り")
"""What stands behind the name of a size or a scent."""
_LEAST_BEGUN: Final = 2
"""Our own choice: letters by which a word is known that an offer cuts short; a name beside it has more."""
_ALONG: Final = tuple(one for one in ALONG if one[-1] != "箱" and one != "カートン")
"""What comes along with a thing of one size and is no wrapping, which tells bottles of drink apart."""
_SMALL_SHARE: Final = 0.35
"""Our own choice: the share of its words' letters by which the wanted title may say more before the name, where makers stand."""
_LEAST_SHARE: Final = 0.2
"""Our own choice: the same share in the midst of the name."""
_ENOUGH_SAID: Final = 3
"""Our own choice: words that both say beside those."""


def left_out(lost: list[Left], extra: list[Left], first: Title, second: Title) -> list[Left]:
    """Return the words of `lost` that the offer does not say in another way, and that do not only describe; `extra` is what it alone says."""
    named = [one.value for one in extra if one.place is Place.BEFORE]
    is_alike = sounds_alike if first.brands & second.brands else begins_alike
    is_sized = not first.measures.isdisjoint(second.measures)
    is_made_for = second.holds & AIMS
    return [
        one
        for one in lost
        if one.kind in ("word", "with")
        and not (is_sized and one.kind == "with" and one.value.endswith(_ALONG))
        and open_letters(one.value, second)
        and not (one.place is Place.BEFORE and any(is_alike(one.value, name) for name in named))
        and not (one.place is Place.BEFORE and any(sounds_alike(one.value, name) for name in second.words))
        and (is_made_for or not _is_listed(one, extra, first))
        and not (len(lost) == 1 and _is_cut_short(one, extra, first, second))
    ]


def _is_listed(left: Left, extra: list[Left], first: Title) -> bool:
    """Return whether a word stands in the list of what can be said of the thing, behind its amount (105g サンギ 歯磨き粉 ホワイトニング 虫歯予防).

    Few words there may be the name of a sister (50ml 月夜); directly behind the amount one word of the offer may stand for it, but no list.
    """
    if left.place is not Place.BEHIND or _names_sister(left, first):
        return False
    at = first.pieces.index((left.kind, left.value))
    behind = list(takewhile(lambda piece: piece.kind not in _AMOUNTS, reversed(first.pieces[:at])))
    if len(behind) == at or len(behind) + len(first.pieces) - at < _LEAST_LISTED:
        return False
    return bool(behind) or sum(one.kind == "word" and one.place is Place.BEHIND for one in extra) != 1


def _is_cut_short(left: Left, extra: list[Left], first: Title, second: Title) -> bool:
    """Return whether the offer has but the beginning of a word, and the rest of the name in full (ストラクチャーデッキ, ストラク)."""
    if left.place is not Place.GROWN or _names_sister(left, first):
        return False
    if any(one.kind == "word" and one.place is Place.BEFORE for one in extra):
        return False
    if not any(
        len(name) >= _LEAST_BEGUN and left.value.startswith(name) for name in {*second.words}.difference(first.words)
    ):
        return False
    return any(len(name) > _LEAST_BEGUN and not open_letters(name, second) for name in first.words)


def is_little(lost: list[Left], first: Title, second: Title) -> bool:
    """Return whether what the offer leaves out is little: a maker that nobody knows, or a small part of what is said.

    In the midst stand the names of sisters too: there the titles must agree in much else, and in an amount or a number.
    """
    within = [one for one in lost if one.place is Place.WITHIN]
    if within and not _is_least(within, first, second):
        return False
    before = [one for one in lost if one.place is not Place.WITHIN]
    if not all(one.place is Place.BEFORE and one.describes() and not one.is_short() for one in before):
        return False
    letters = sum(len(one.value) for one in before)
    is_first = len(before) == 1 and first.pieces[0].value == before[0].value
    return is_first or letters <= _SMALL_SHARE * sum(map(len, first.words))


def _is_least(within: list[Left], first: Title, second: Title) -> bool:
    """Return whether words in the midst of the name are the least of what is said."""
    if any(_names_sister(one, first) for one in within):
        return False
    is_told = first.measures & second.measures or first.codes & second.codes or first.counts == second.counts != ()
    letters = sum(open_letters(one.value, second) for one in within)
    return (
        bool(is_told)
        and letters <= _LEAST_SHARE * sum(map(len, first.words))
        and sum(not open_letters(word, second) for word in first.words) >= _ENOUGH_SAID
    )


def _names_sister(left: Left, first: Title) -> bool:
    """Return whether a word may name a sister wherever it stands: in Latin letters, as a size, a scent or what comes along."""
    if left.kind != "word" or left.value.isascii() or left.is_telling():
        return True
    written = "".join(first.listed)
    return any(left.value + end in written for end in _NAMING)


def is_kind_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a compound that tells the kind of goods, and something else may stand for it.

    That is a number of its own and no count (100), by which it may be another kind, or the name of a set (レールセット, ベーシックレールセット); a kit's number is its machine's.
    """
    if names_machines(first, second) or all(
        word.endswith(SERIES_ENDS) or not open_letters(word, second) for word in first.asides
    ):
        return False
    return SET in first.lines or not (
        second.codes <= first.codes and second.numbers <= first.numbers.union(first.counts)
    )
