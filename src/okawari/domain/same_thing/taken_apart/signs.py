"""Signs of a title that are words of their own: 大 and 小, and not what ends a word and only tells its sort (ベレー帽, 電子レンジ可)."""

from __future__ import annotations

import unicodedata
from typing import Final

PARTING: Final = frozenset("新旧準大中小男女生黒白赤青緑黄金銀紫茶桃")
"""Signs that part one from another, also where they have grown together with a word; an offer in English would tell them too."""
_FORMS: Final = frozenset("粉豆粒")
"""Signs for the form of what is used up, which part one from another too."""
GROWN: Final = "~"
"""What marks a sign that has grown together with what stands before it."""
_IDLE: Final = frozenset("社幅製系剤約頃計酒")
"""Signs that tell nothing beside what they stand by."""


def standing(words: frozenset[str], title: str) -> frozenset[str]:
    """Return the words, those of one sign marked where they have only grown together with what a title writes before them, and without those of a figure behind (約28cm, 特A)."""
    if all(len(one) > 1 for one in words):
        return words
    written = unicodedata.normalize("NFKC", title)
    return frozenset(filter(None, (one if len(one) > 1 else _standing(one, written) for one in words)))


def _standing(sign: str, written: str) -> str:
    """Return a sign, marked where it has grown together with a word, "" where it tells nothing."""
    if sign in PARTING or sign in _FORMS or sign not in written:
        return sign
    if sign in _IDLE:
        return ""
    around = f" {written} "
    places = [at for at, letter in enumerate(around) if letter == sign]
    figures = [around[at + 1].isascii() and around[at + 1].isalnum() for at in places]
    if any(not figure and not around[at - 1].isalnum() for at, figure in zip(places, figures, strict=True)):
        return sign
    return "" if any(figures) else GROWN + sign
