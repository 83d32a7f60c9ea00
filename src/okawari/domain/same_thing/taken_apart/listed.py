"""What words mean that are looked up before anything else is tried on them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from okawari.domain.same_thing.language.kanji import IN_KANJI, READINGS
from okawari.domain.same_thing.language.sound import IN_KATAKANA
from okawari.domain.same_thing.vocabulary import words
from okawari.domain.same_thing.vocabulary.idle import LATIN_NOISE, WORKS
from okawari.domain.same_thing.vocabulary.makers import BRANDS
from okawari.domain.same_thing.vocabulary.units import VESSELS

LETTER_SIZES: Final = frozenset({"s", "m", "l", "ll", "xs", "4l", "xl", "xxl", "3l", "s/m", "m/l", "ml"})
SIZE_WORDS: Final = {
    **dict.fromkeys(("small", "スモール", "シングル", "小"), "s"),
    **dict.fromkeys(("medium", "ミディアム", "中"), "m"),
    **dict.fromkeys(("large", "ラージ", "大"), "l"),
}
"""Words for a size, which stand in names too (Medium Roast)."""
LOOSE: Final = str.maketrans("ァィゥェォャュョヮヂヅヲ", "アイウエオヤユヨワジズオ", "ーッ")
"""What is written as one likes in katakana: small signs and long vowels."""
_VU: Final = {"ヴア": "バ", "ヴイ": "ビ", "ヴエ": "ベ", "ヴオ": "ボ", "ヴ": "ブ"}


@lru_cache(maxsize=16384)
def loosely(word: str) -> str:
    """Return a word in katakana, without what is written as one likes in it."""
    if not word.isascii():
        word = IN_KANJI.sub(lambda found: READINGS[found[0]], word)
    loose = word.translate(IN_KATAKANA).translate(LOOSE)
    if "ヴ" in loose:
        for written, standard in _VU.items():
            loose = loose.replace(written, standard)
    return loose


class Piece(NamedTuple):
    """One token's meaning: `kind` and its value in standard form."""

    kind: str
    value: str


FIXED: Final = {
    **{
        name: (Piece("kind", standard), *((Piece("kind", "文庫"),) if name.endswith("文庫") else ()))
        for name, standard in words.KIND_OF.items()
    },
    **{name: (Piece("kind", vessel),) for name, vessel in VESSELS.items()},
    **{name: (Piece("choice", standard),) for name, standard in words.VOLUMES.items()},
    **{name: (Piece("choice", name),) for name in words.THICKNESSES},
    **{name: (Piece("colour", standard),) for name, standard in (words.COLOURS | words.ALONE_COLOURS).items()},
    **{name: (Piece("brand", standard),) for name, standard in BRANDS.items()},
    **{name: (Piece("choice", standard),) for name, standard in words.CARRIERS.items()},
    **{name: (Piece("word", standard), Piece("choice", standard)) for name, standard in words.FIGURES.items()},
    **{name: (Piece("choice", standard),) for name, standard in words.GRADES.items()},
    **{word: (Piece("with", ""),) for word in (*words.TASTES, "付")},
    **{name: (Piece("word", name), Piece("kind", standard)) for name, standard in WORKS.items()},
    words.KIT: (Piece("line", words.SET),),
    **dict.fromkeys(("アダルト", "adult"), (Piece("kind", "成犬"), Piece("kind", "成猫"))),
    "大人の": (Piece("word", "大人の"), Piece("kind", "大人")),
    "ランク": (Piece("mark", "used"),),
    words.WHOLE: (Piece("line", words.WHOLE),),
    "limitededition": (Piece("edition", "limited"),),
    words.BESIDES: (Piece("word", words.BESIDES),),
    **{f"ps{number}": (Piece("word", "playstation"), Piece("number", number)) for number in "45"},
}
LISTED: Final = frozenset((*FIXED, *words.SPELLINGS, *words.LINES, *words.EDITIONS, *LATIN_NOISE, *LETTER_SIZES))
"""All of them."""
