"""In what a thing is packed, which tells nothing beside how much the package holds."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.vocabulary.units import VESSELS
from okawari.domain.same_thing.vocabulary.words import words_in

PACKAGES: Final = frozenset(words_in("チューブ ボックス 化粧箱 紙箱 木箱 桐箱 特大箱 大箱 小箱"))
"""Packages of what is sold by its mass or volume; a tube may be a part of a wheel, and a box a thing of its own."""
_HELD: Final = frozenset({"mass", "volume"})
_VESSELS: Final = frozenset(VESSELS.values())


def is_packed_alike(word: str, other: Title) -> bool:
    """Return whether a title tells how much its package holds, and names no other one than this."""
    if not any(name in _HELD for name, _ in other.measures):
        return False
    return PACKAGES.isdisjoint(other.words) and all(one in word for one in _VESSELS & other.kinds)
