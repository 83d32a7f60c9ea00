"""Choices of a buyer, and kinds of goods, that one title names and the other leaves open."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import Final

from okawari.domain.same_thing.language.kanji import READINGS
from okawari.domain.same_thing.scripts.english import is_in_english, translated
from okawari.domain.same_thing.taken_apart.listed import Piece, loosely
from okawari.domain.same_thing.taken_apart.signs import GROWN
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.figures import LEAST_NAMING, SPAN, is_common, worn
from okawari.domain.same_thing.traits.implied import untold
from okawari.domain.same_thing.vocabulary.words import (
    ASKED,
    BOTH,
    CHILDREN,
    PAIRED,
    PETS,
    TOLD_APART,
    USUAL,
    WEARERS,
    words_in,
)

_BROAD: Final = frozenset({"かばん", "シューズ"})
"""Kinds of goods of which others are kinds."""
_LEAST_HINT: Final = 4
"""Our own choice: letters by which a word is known in katakana or in Latin letters."""
_SORT: Final = 2
"""Our own choice: signs by which a kind of goods is known in kanji, and one sort of it."""
_GROWN_UP: Final = WEARERS - {"キッズ"}
"""For whom a thing without sizes is, which an offer says to sell it; what is for children is another."""
_TYPE, _SIZED = "タイプ", "サイズ"
_KANJI: Final = re.compile("[一-鿿々][一-鿿々ぁ-ゟ]+")
"""What names a type in kanji; what does in katakana tells as often how a thing is packed (スティックタイプ)."""
_OF_LIQUIDS: Final = WEARERS | {"辛口"}
"""For whom a perfume is, and that a drink is dry, which its name tells."""
_POCKET: Final = "文庫"
BOUND: Final = frozenset({_POCKET, "コミックス", "新書", "単行本"})
"""How a book is bound; one that came out as a pocket book came out before in another binding."""

_CABLE: Final = "ケーブル"
_CONNECTORS: Final = {
    name: name.replace("ライトニング", "lightning")
    for name in words_in("usb-c micro lightning ライトニング hdmi displayport dvi vga thunderbolt")
}
"""Our own choice: what the ends of cables are made for, by which sisters differ; the usual USB goes without saying."""


def choices_open(first: Title, second: Title) -> bool:
    """Return whether a choice is open that only one title names: none that goes without saying, nor what such goods are never told apart by."""
    if len(second.numbers) > len(first.numbers) > 0 and any(
        map(partial(_is_beside, first), second.pieces, second.pieces[1:])
    ):
        return True
    if first.listed != second.listed and (_is_of_type(first, second) or _is_of_type(second, first)):
        return True
    if _CABLE in first.parts and _CABLE in second.parts and _ends(first) != _ends(second):
        return True
    if first.choices == second.choices:
        return False
    told = untold(first.choices - second.choices, second) | untold(second.choices - first.choices, first)
    told -= _unasked(first, second)
    if told and is_in_english(first, second):
        told = {one for one in told if not translated(one, first, second)}
    for both in BOTH:
        if told >= both:
            told -= both
    return not told <= USUAL


def _ends(title: Title) -> frozenset[str]:
    """Return what a cable joins."""
    return frozenset(_CONNECTORS[token] for token in title.listed if token in _CONNECTORS)


def _is_of_type(title: Title, other: Title) -> bool:
    """Return whether only one title says of which type the thing is, before how much or how many there are (軽量タイプ 5L); what is said behind only describes."""
    if _TYPE not in title.listed:
        return False
    at = title.listed.index(_TYPE)
    named = title.listed[at - 1] if at else ""
    return (
        _KANJI.fullmatch(named) is not None
        and named not in "".join(other.listed)
        and any(token[0].isdigit() for token in title.listed[at + 1 :])
        and not (title.codes & other.codes)
    )


def _unasked(first: Title, second: Title) -> set[str]:
    """Return the choices that such goods are never told apart by."""
    found: set[str] = set()
    if first.choices.isdisjoint(PETS):
        found.update(PETS)
    if any(name == "volume" for name, _ in first.measures & second.measures):
        found |= _OF_LIQUIDS
    elif worn(first) & worn(second):
        found |= WEARERS
    elif not (first.sizes or second.sizes) and first.choices.isdisjoint(WEARERS):
        found |= _GROWN_UP
    if first.choices.isdisjoint(CHILDREN) and not any(name.endswith(SPAN) for name, _ in first.measures):
        found.update(CHILDREN)
    return found


def _is_beside(first: Title, one: Piece, other: Piece) -> bool:
    """Return whether of two neighbours one is the wanted thing's number in a catalogue, and the other one another's (3269 3270)."""
    if not one.kind == other.kind == "number" or len(one.value) != len(other.value):
        return False
    told = (one.value, other.value)
    return (
        len(one.value) >= LEAST_NAMING and len(first.numbers.intersection(told)) == 1 and not any(map(is_common, told))
    )


def kinds_open(first: Title, second: Title) -> bool:
    """Return whether the offer leaves out what the wanted thing is made of, or is of another kind as well (シャンプー&コンディショナー)."""
    if _POCKET in second.kinds and not BOUND & first.kinds:
        return True
    if untold(ASKED & first.kinds - second.kinds, second) or not TOLD_APART.isdisjoint(second.kinds - first.kinds):
        return True
    return any(first.kinds & kinds and first.kinds & kinds < second.kinds & kinds for kinds in PAIRED)


def is_hinted(word: str, other: Title) -> bool:
    """Return whether a word that stands for itself has no rival, or is told, also as a part of another (炊飯器, 炊飯ジャー)."""
    is_size = word.endswith(_SIZED)
    rivals = [
        one
        for one in other.lone
        if one.isascii() == word.isascii() and one.endswith(_SIZED) == is_size and one not in _BROAD
    ]
    if not rivals or word in rivals or word in _BROAD:
        return True
    if is_in_kana(word, other):
        return True
    if word.isascii():
        return any(one.startswith(word[:_LEAST_HINT]) for one in rivals)
    if any(map(partial(_are_sorts, word), rivals)) and word[:_SORT] not in other.squashed:
        return False
    return any(hint in other.squashed for hint in hints(word))


def is_in_kana(sign: str, title: Title) -> bool:
    """Return whether a title writes a sign of Chinese writing as it is read (枕, まくら)."""
    return sign in READINGS and loosely(sign) in title.loose


def _are_sorts(one: str, other: str) -> bool:
    """Return whether two words in kanji are two sorts of one kind, which ends both of them (掛け布団, 敷布団)."""
    return one[-_SORT:] == other[-_SORT:] and one[0] != other[0] and "一" <= one[-1] <= "鿿"


@lru_cache(maxsize=4096)
def hints(word: str) -> tuple[str, ...]:
    """Return the parts of a word by which it is known: of katakana the end, of others any two letters."""
    if word[0] == GROWN:
        return (word[1:],)
    if "ァ" <= word[0] <= "ー" or len(word) == 1:
        return (word[-_LEAST_HINT:],)
    return tuple(word[at : at + 2] for at in range(len(word) - 1))
