"""Which words that an offer leaves out tell something of the wanted thing, and which only describe it."""

from __future__ import annotations

from okawari.domain.same_thing.left_over import Left, Place, open_letters
from okawari.domain.same_thing.sound import begins_alike
from okawari.domain.same_thing.title import Title
from okawari.domain.same_thing.words import SERIES_ENDS, SET


def left_out(lost: list[Left], extra: list[Left], second: Title) -> list[Left]:
    """Return the words of `lost` that the offer does not say in another way; `extra` is what it alone says."""
    named = [one.value for one in extra if one.place is Place.BEFORE]
    return [
        one
        for one in lost
        if one.kind in ("word", "with")
        and open_letters(one.value, second)
        and not (one.place is Place.BEFORE and any(begins_alike(one.value, name) for name in named))
    ]


def is_kind_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out a compound that tells the kind of goods, and something else may stand for it.

    That is a number of its own, by which it may be another kind, or the name of a set (レールセット, ベーシックレールセット).
    """
    if all(word.endswith(SERIES_ENDS) or not open_letters(word, second) for word in first.asides):
        return False
    return SET in first.lines or not (second.codes <= first.codes and second.numbers <= first.numbers)
