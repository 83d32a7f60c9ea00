"""Choices, kinds and signs that a title leaves out and tells all the same: in English, or by another word that implies them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from okawari.domain.same_thing.taken_apart.title import Title

_TOLD_BY: Final = {
    names[0]: frozenset(names[1:])
    for names in map(
        str.split,
        """
浅型 shallow
深型 deep
角型 square
丸型 round
方眼 grid graph
横罫 lined ruled
無罫 plain blank
つや消し matte matt flat マット
ツヤあり gloss
本革 leather
綿 cotton
ウール wool
カシミヤ cashmere
シルク silk
リネン linen
ガラス glass ガラスフィルム
プラスチック plastic
木製 wooden wood
陶器 ceramic
冷凍 frozen
極細 extra-fine
細字 fine
中字 medium
太字 broad
右 right right-handed
左 left left-handed
男の子 boy boys 男児
女の子 girl girls 女児
犬 dog ドッグフード 成犬 子犬 老犬 超小型犬 小型犬 中型犬 大型犬
猫 cat キャットフード 成猫 子猫 老猫
キッズ kids 子供
レディース 女性 女子 婦人
メンズ 男性 男子 紳士
パンツ pant pants ショーツ shorts
紙 パック
新 shin
生 nama
大 large
小 small
男 men
女 women
""".strip().splitlines(),
    )
}
"""What each of them is told by: in English, in Japanese that is read aloud, or as a kind of goods."""


def untold(names: Iterable[str], other: Title) -> set[str]:
    """Return those of some choices, kinds or signs that the other title does not tell in another word either."""
    return {one for one in names if one not in _TOLD_BY or not _is_told(one, other)}


def _is_told(name: str, other: Title) -> bool:
    told = _TOLD_BY[name]
    return not (
        told.isdisjoint(other.listed)
        and told.isdisjoint(other.words)
        and told.isdisjoint(other.kinds)
        and told.isdisjoint(other.lone)
    )
