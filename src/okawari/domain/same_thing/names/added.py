"""Which words that an offer alone has describe, although they stand in the midst of the name or are no plain words."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.names.ending import ENDING, is_use
from okawari.domain.same_thing.names.left_over import Left, Place
from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.traits.choosing import BOUND
from okawari.domain.same_thing.vocabulary.parts import OF_ITSELF, part_of, same_part
from okawari.domain.same_thing.vocabulary.telling import is_kanji, is_savour, is_telling

_PARTING: Final = re.compile(
    "[色黒白赤青緑黄金銀紫茶桃柄縞毛型幅大中小新旧改続真純特極超濃淡強弱微無減低高厚薄硬軟深浅太細熟辛甘冷生肌髪視食味米酒肉魚鶏豚牛豆麦男女婦紳幼児老犬猫"
    "夜朝昼春夏秋冬一二三四五六七八九十左右上下前後内外]"
)
"""Signs of words by which sisters differ: in looks, size, strength, taste, for whom and when."""
_SHORT_NAME: Final = 4
"""Our own choice: letters of a maker's name, or of one that many articles share."""
_LEAST_ROW: Final = 4
"""Our own choice: words in a row, of which the longest names of sisters have three."""
_USED_UP: Final = frozenset({"mass", "volume", "rice"})
"""By what such things are measured as are used up, of which kanji tell tastes and effects."""
_SIZES: Final = frozenset({"length", "side", "inch", "pieces-told"})
"""How large a thing is that is kept."""
_SCALE: Final = re.compile(r"1/\d{1,3}")
"""The scale of a model, of which each kind is another one."""
_WITHOUT: Final = re.compile("(?:無(?:香料|着色|添加|鉱物油))+")
"""What is not in a thing, which tells nothing among other descriptions."""
_ALONG: Final = re.compile("(.+?)付き?")
_DESCRIBING: Final = frozenset({"word", "aside", "with", "choice"})
_DISCS: Final = "discs:"
"""How many discs there are, behind which shops write what they alone give along."""


def without_descriptions(telling: list[Left], extra: list[Left], first: Title, second: Title) -> list[Left]:
    """Return those of an offer's words that do not describe; `extra` is all that it alone says."""
    if telling and len(extra) >= _LEAST_ROW:
        row = _in_row(extra, first, second)
        telling = [one for one in telling if one.value not in row]
    return [one for one in telling if not _is_description(one, first, second)]


def _in_row(extra: list[Left], first: Title, second: Title) -> set[str]:
    """Return the words that stand in a row as long as no name of a sister is; uses between them do not count."""
    own = {Piece(one.kind, one.value) for one in extra if one.kind == "word" and not one.value.isascii()}
    found: set[str] = set()
    row: list[str] = []
    for piece in (*second.pieces, Piece("", "")):
        if piece in own and not is_telling(piece.value):
            row.append(piece.value)
        elif piece.kind != "idle" or piece.value in first.squashed:
            found |= set(row) if len(row) >= _LEAST_ROW else set()
            row = []
    return found


def _is_description(one: Left, first: Title, second: Title) -> bool:
    """Return whether a word that an offer alone has describes.

    That is kanji in the midst of the name of a thing that is kept (横寝枕, 折りたたみ日傘), and, behind the name once a quantity or a colour has closed it, what comes along (茶こし付き) and, among other descriptions, what is not in it (無香料) and what it tastes of (油揚げ かつおだし).
    """
    if one.kind == "with":
        if not _is_behind(one, first, second):
            return False
        return _comes_along(one.value, first, second) or (
            _WITHOUT.fullmatch(one.value) is not None and _is_among(one, first, second)
        )
    if one.place is Place.BEHIND:
        return is_savour(one.value) and _is_among(one, first, second)
    return (
        one.kind == "word"
        and one.place is Place.WITHIN
        and is_kanji(one.value)
        and not one.is_telling()
        and _PARTING.search(one.value) is None
        and sum(map(len, first.words)) > _SHORT_NAME
        and _is_kept(first, second)
    )


def _is_kept(first: Title, second: Title) -> bool:
    """Return whether both titles tell the size or the colour of a thing that is not used up, and is no model or book."""
    is_sized = any(name in _SIZES for name, _ in first.measures & second.measures)
    return (
        (is_sized or bool(first.sizes & second.sizes or first.colours & second.colours))
        and all(name not in _USED_UP for name, _ in first.measures | second.measures)
        and BOUND.isdisjoint(first.kinds | second.kinds)
        and not any(map(_SCALE.fullmatch, (*first.listed, *second.listed)))
    )


def _comes_along(part: str, first: Title, second: Title) -> bool:
    """Return whether an offer says of what is sold nowhere alone that it comes along, and not what the thing tastes of; a vessel is made with its lid, as a pan is not."""
    if part_of(part) and (
        (part not in OF_ITSELF and not _is_fluid(first, second))
        or any(name == "length" for name, _ in first.measures & second.measures)
    ):
        return False
    for token, behind in zip(second.listed, (*second.listed[1:], ""), strict=True):
        if same_part(part_of(token) or token) == part and behind.startswith("付"):
            return True
        if (found := _ALONG.fullmatch(token)) and same_part(part_of(found[1]) or found[1]) == part:
            return True
    return False


def _is_fluid(first: Title, second: Title) -> bool:
    """Return whether the thing is a fluid, with which comes what holds the thing that it is for (消毒液, レンズケース)."""
    return any(token.endswith("液") for token in (*first.listed, *second.listed))


def _is_behind(one: Left, first: Title, second: Title) -> bool:
    """Return whether a quantity or a colour closes the name before a word, and nothing that both titles say is behind it."""
    at = second.pieces.index(Piece(one.kind, one.value))
    before, behind = second.pieces[:at], second.pieces[at + 1 :]
    is_closed = any(
        piece.kind in ENDING and piece in first.pieces and not piece.value.startswith(_DISCS) for piece in before
    )
    return is_closed and all(piece in before or piece not in first.pieces for piece in behind)


def _is_among(one: Left, first: Title, second: Title) -> bool:
    """Return whether a word stands behind a description that the offer alone has; a taste not behind a kind of goods, where it names a sister."""
    before = second.pieces[max(second.pieces.index(Piece(one.kind, one.value)) - 1, 0)]
    if before.kind == "idle":
        return before.value not in first.squashed and (one.kind == "with" or is_use(before.value))
    return before.kind in _DESCRIBING and before not in first.pieces
