"""What an offer in English leaves out of a Japanese title, and what of its own only says the same in other words."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.names.left_over import Left, Place
from okawari.domain.same_thing.scripts.english import is_general, is_parted, translated, translations
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.vocabulary.telling import is_kanji
from okawari.domain.same_thing.vocabulary.words import words_in

_SHORT_SORTS: Final = frozenset(
    words_in("eye lip ear tea bar tin jar tub bag cup mug pot pan pen cap hat mat rug bed pet toy old")
)
"""Shorter words of English that do explain."""
_LEAST_NUMBER: Final = 3
"""Our own choice: signs of a number or a code that names an article of a line."""
_LEAST_EXPLAINING: Final = 4
"""Our own choice: letters of a word of English that is no mark of a line (Hi, Ti, EVA)."""


def is_other(extra: list[Left], first: Title, second: Title) -> bool:
    """Return whether an offer in English names another sort of goods, or a sister of the wanted one."""
    return is_parted({one.value for one in extra if one.place is not Place.BEHIND}, first, second)


def unexplained(telling: list[Left], lost: list[Left], first: Title, second: Title) -> list[Left]:
    """Return those of the words of an offer in English that say something else than the wanted title, as names of sisters do (Lip Monster Nuance, Snow Miku).

    Beside a number that names the article, or in an offer that is Japanese too, any word of English in place of none in kanji explains it; else only a general word does, or one that the offer says twice (Chloe by Chloe).
    """
    told = translations(first, second)
    unread = {one.spot() for one in lost if is_kanji(one.value) and not translated(one.value, first, second)}
    is_settled = _is_numbered(first, second) or not all(map(str.isascii, second.listed))
    return [
        one
        for one in telling
        if one.value not in told
        and not (
            _explains(one)
            and (
                is_general(one.value) or second.listed.count(one.value) > 1 or (is_settled and one.spot() not in unread)
            )
        )
    ]


def _is_numbered(first: Title, second: Title) -> bool:
    """Return whether both titles have a number or a code that names an article of a line."""
    shared = (first.codes & second.codes) | (first.numbers & second.numbers)
    return any(len(one) >= _LEAST_NUMBER for one in shared)


def unsaid_in_english(lost: list[Left], first: Title, second: Title) -> tuple[list[Left], set[str]]:
    """Return the words that an offer in English leaves out and could say, and those by which it does not say the name: kanji, and what one word of it translates."""
    by = {one.value: translated(one.value, first, second) for one in lost}
    kept = [one for one in lost if not by[one.value] and not is_kanji(one.value)]
    return kept, {word for word, count in by.items() if count == 1 or (count == 0 and is_kanji(word))}


def _explains(left: Left) -> bool:
    """Return whether a word of English says of a Japanese name what kind of thing it is (Eye Drops, Fountain)."""
    return (
        left.kind == "word"
        and left.place in (Place.AFTER_LONG, Place.AFTER_NAME, Place.WITHIN)
        and left.value.isascii()
        and (len(left.value) >= _LEAST_EXPLAINING or left.value in _SHORT_SORTS)
        and not left.is_telling()
    )
