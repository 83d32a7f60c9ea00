"""What a word tells by itself: an edition, a taste, a size, another article."""

from __future__ import annotations

import re
from typing import Final

from okawari.domain.same_thing.vocabulary.sisters import SAVOURS, SISTERS
from okawari.domain.same_thing.vocabulary.words import MARKING, TELLING

_TELLING: Final = (
    *("版", "編", "篇", "集", "伝", "記", "完", "上", "下", "話", "ガイド"),
    *("演習", "応用", "基礎", "実践", "発展", "級"),
    *("+", "ファンブック", "ビッグブック", "ボードブック", "ワークブック", "漫画", "解説", "入門", "なし", "無し"),
)
"""Ends of words that set one article apart from its sisters wherever they stand."""
_KANA: Final = re.compile("[ぁ-ヺ]")
SHORT: Final = 2
"""Our own choice: Latin letters that stand in many words by chance."""


def sets_apart(word: str) -> bool:
    """Return whether a word names another article even beside a code that both have."""
    is_short = word.isascii() and len(word) <= SHORT
    return is_short or is_telling(word) or word in MARKING or TELLING.search(word) is not None


def is_sister(word: str) -> bool:
    """Return whether a word is the name of a taste, a scent, a size or a strength, and nothing else."""
    return word in SISTERS or SAVOURS.fullmatch(word) is not None or TELLING.search(word) is not None


def is_telling(word: str) -> bool:
    """Return whether a word ends as those do that set one article apart from its sisters."""
    return word.endswith(_TELLING) or word in SISTERS or _has_savour(word)


def _has_savour(word: str) -> bool:
    """Return whether a word names a taste or a scent; katakana, whose words have no gaps, at an end alone (シリコーンゴム)."""
    found = SAVOURS.search(word)
    if found is None or not "ァ" <= word[0] <= "ー":
        return found is not None
    return any(one.start() == 0 or one.end() == len(word) for one in SAVOURS.finditer(word))


def is_kanji(word: str) -> bool:
    """Return whether a word has no kana and is not Latin, like most descriptions and few names of lines and flavours."""
    return not word.isascii() and _KANA.search(word) is None


def is_savour(word: str) -> bool:
    """Return whether a word tells of itself only by the name of a taste or a scent."""
    return not word.endswith(_TELLING) and _has_savour(word)
