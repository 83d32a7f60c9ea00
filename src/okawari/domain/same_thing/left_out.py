"""Which words that an offer leaves out tell something of the wanted thing, and which only describe it."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from okawari.domain.same_thing.known import AIMS
from okawari.domain.same_thing.left_over import Left, Place, open_letters
from okawari.domain.same_thing.sound import begins_alike
from okawari.domain.same_thing.title import Title
from okawari.domain.same_thing.words import SERIES_ENDS, SET, SIZED

_AMOUNTS: Final = frozenset({"measure", "count"})
"""What closes a name so that what follows is a list of what can be said of the thing."""
_LEAST_LISTED: Final = 3
"""Our own choice: words and signs that make such a list."""


def left_out(lost: list[Left], extra: list[Left], first: Title, second: Title) -> list[Left]:
    """Return the words of `lost` that the offer does not say in another way, and that do not only describe; `extra` is what it alone says."""
    named = [one.value for one in extra if one.place is Place.BEFORE]
    is_made_for = second.holds & AIMS
    return [
        one
        for one in lost
        if one.kind in ("word", "with")
        and open_letters(one.value, second)
        and not (one.place is Place.BEFORE and any(begins_alike(one.value, name) for name in named))
        and (is_made_for or not _is_listed(one, extra, first))
    ]


def _is_listed(left: Left, extra: list[Left], first: Title) -> bool:
    """Return whether a word stands in the list of what can be said of the thing, behind its amount (105g サンギ 歯磨き粉 ホワイトニング 虫歯予防).

    Few words there may be the name of a sister (50ml 月夜); directly behind the amount no word of the offer may stand for one.
    """
    if left.place is not Place.BEHIND or left.kind != "word" or left.value.isascii() or left.is_telling():
        return False
    at = first.pieces.index((left.kind, left.value))
    behind = list(takewhile(lambda piece: piece.kind not in _AMOUNTS, reversed(first.pieces[:at])))
    if len(behind) == at or len(behind) + len(first.pieces) - at < _LEAST_LISTED:
        return False
    if left.value + SIZED in "".join(first.listed):
        return False
    return bool(behind) or not any(one.kind == "word" and one.place in (Place.BEFORE, Place.BEHIND) for one in extra)


def is_kind_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a compound that tells the kind of goods, and something else may stand for it.

    That is a number of its own, by which it may be another kind, or the name of a set (レールセット, ベーシックレールセット).
    """
    if all(word.endswith(SERIES_ENDS) or not open_letters(word, second) for word in first.asides):
        return False
    return SET in first.lines or not (second.codes <= first.codes and second.numbers <= first.numbers)
