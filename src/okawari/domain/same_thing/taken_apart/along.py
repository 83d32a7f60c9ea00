"""What stands beside a part in a title: whether it comes along with the thing, is lacking, or is the thing itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from okawari.domain.same_thing.taken_apart.tokens import AIMING, HAD, QUANTITY, is_own
from okawari.domain.same_thing.vocabulary import units
from okawari.domain.same_thing.vocabulary.parts import NO_PARTS, PARTS, SPARE

_WITH: Final = frozenset({"with", "includes", "including"})
_LACKING: Final = ("別売", "別途", "不要", "非対応", "sold", "なし", "無し")
_SIDES: Final = frozenset({"径", "幅", "長さ", "高さ", "厚さ", "数", "部分"})
"""What of a part is told, so that the thing has it (ポール径25mm)."""
_SORTS: Final = frozenset({"種", "種類"})
_TANK: Final = "タンク"
"""What is told by how much it holds (2種プレート, 5Lタンク), so that the thing has it."""
_ENGLISH_BEFORE: Final = {
    "camera": ("film",),
    "cameras": ("film",),
    "lens": ("manual",),
    "focus": ("manual",),
    "transmission": ("manual",),
}
"""What a word that is a part's elsewhere only tells the kind of (film camera, manual focus)."""
_COUNTED: Final = frozenset({"電池", "蓄電池", "バッテリー", "サイズ"})
_BULK: Final = frozenset({"volume", "mass"})
_REACH: Final = 9
"""Our own choice: tokens behind a part in which a title may still say that it comes along."""
NO_PART_BEHIND: Final = frozenset(
    {"pc", "portable", "sleeping", "mouse", "track", "building", "model", "dry", "oily", "sensitive", "normal", "all"}
)
"""Words that make the one behind them no part (PC case, building kit, dry skin)."""
_SCALE: Final = re.compile(r"1/\d{1,3}")
"""The scale of a model, of which a kit is the thing itself."""


def comes_along(tokens: Sequence[str], index: int) -> bool:
    """Return whether the part comes with the thing (充電ケース(USB-C)付き), is the thing (PCケース), or is a box of it (2ケース)."""
    if any(tokens[at] in AIMING and not tokens[at - 1][0].isdigit() for at in range(max(index - 2, 0), index)):
        return is_own(tokens, index - 1)
    if any(map(_is_told_of_part, tokens[index + 1 : index + 2])):
        return True
    if is_along(tokens, index) or (
        tokens[index] == SPARE and any(one.startswith("カートリッジ") for one in tokens[index + 1 : index + 2])
    ):
        return True
    before = tokens[index - 1] if index else ""
    if (measured := QUANTITY.fullmatch(before)) and (
        measured[2] in _SORTS or (tokens[index] == _TANK and units.UNITS.get(measured[2], ("",))[0] in _BULK)
    ):
        return True
    if tokens[index + 1 : index + 2] and tokens[index] in _ENGLISH_BEFORE.get(tokens[index + 1], ()):
        return True
    if (
        before in NO_PART_BEHIND
        or not _WITH.isdisjoint(tokens[max(index - 3, 0) : index])
        or (before + tokens[index]).endswith(NO_PARTS)
    ):
        return True
    if tokens[index] == "kit":
        return any(map(_SCALE.fullmatch, tokens))
    if tokens[index] != "ケース":
        return False
    if before[:1] == "×" or any(one.startswith(("販売", "入")) for one in tokens[index + 1 : index + 2]):
        return True
    near = any(_is_counted(token) for token in tokens[max(index - 3, 0) : index])
    return near or (any(map(_is_counted, tokens)) and any(map(is_in_bulk, tokens)))


def _is_told_of_part(behind: str) -> bool:
    """Return whether a token behind a part tells how large it is or how many sorts of it there are (プレート2種), so that the thing has it."""
    return behind in _SIDES or ((sorts := QUANTITY.fullmatch(behind)) is not None and sorts[2] in _SORTS)


def is_along(tokens: Sequence[str], index: int) -> bool:
    """Return whether the words behind a part say that it comes along (ケース付き)."""
    part = tokens[index]
    for token, behind in zip_longest(tokens[index + 1 : index + _REACH], tokens[index + 2 : index + _REACH]):
        told = _along(token)
        if told is not None and (told or part not in (token, behind)):
            return told
    return False


def is_lacking(tokens: Sequence[str], index: int) -> bool:
    """Return whether the word behind a part says that none comes along (フィルム別売, フィルター不要)."""
    return any(map(_is_lacking, tokens[index + 1 : index + 2]))


def _is_lacking(word: str) -> bool:
    return word in ("別", "無") or word.startswith(_LACKING)


def is_in_bulk(token: str) -> bool:
    """Return whether a token tells how much of something that is used up there is, which is sold by the case."""
    return (quantity := QUANTITY.fullmatch(token)) is not None and units.UNITS.get(quantity[2], ("",))[0] in _BULK


def _is_counted(token: str) -> bool:
    """Return whether a token tells how many there are (24本, ×24)."""
    if not token[0].isdigit():
        return token[0] in "x×*" and token[1:].strip().isdigit()
    if token[-1] == "p" and token[:-1].isdigit():
        return True
    return (quantity := QUANTITY.fullmatch(token)) is not None and quantity[2] in units.COUNTS


@lru_cache(maxsize=4096)
def _along(token: str) -> bool | None:
    """Return whether a token says that what stands before it comes along, None where the next one may still say so."""
    if _is_lacking(token) or token.startswith(HAD) or token.endswith(("付", "付き", "別売", "一式")):
        return True
    counts = token in _COUNTED or token.isascii() or token[0].isdigit() or token[0] == "×" or token in units.COUNTS
    return None if counts or token.endswith(PARTS) else False
