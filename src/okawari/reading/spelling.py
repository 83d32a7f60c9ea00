"""The same polite words however they are spelt: 御注文 and ご注文, 致しました and いたしました, half-width ｷｬﾝｾﾙ."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_HALF_WIDTH = re.compile(r"[ｦ-ﾟ]+")
_WORDS = str.maketrans({"御": "ご", "致": "いた", "頂": "いただ", "戴": "いただ", "宜": "よろ"})
_PHRASES = (
    ("下さい", "ください"),
    ("下さり", "くださり"),
    ("下さる", "くださる"),
    ("下さっ", "くださっ"),
    ("出来", "でき"),
    ("無い", "ない"),
    ("無く", "なく"),
    ("無か", "なか"),
    ("有難う", "ありがとう"),
    ("為、", "ため、"),
    ("見付", "見つ"),
    ("かたち", "形"),
    ("見合せ", "見合わせ"),
    ("如何", "いかが"),
    ("取止め", "取りやめ"),
    ("取り止め", "取りやめ"),
    ("払戻", "払い戻"),
    ("売切", "売り切"),
    ("取消", "取り消"),
)
_CUT_SHORT = re.compile(r"(取り消|売り切|払い戻|品切)(?![しすさせそれ])")
"""Verbs whose noun is also written without its last letter: 取消, 売切."""


_LAST = {"消": "し", "切": "れ", "戻": "し"}


@lru_cache(2048)  # asked of each sentence by several readers
def plainly_spelt(text: str) -> str:
    """Return the text in the spelling that wordings are written in; its length may change, so no place in it holds."""
    plain = _HALF_WIDTH.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text).translate(_WORDS)
    for written, spelt in _PHRASES:
        plain = plain.replace(written, spelt)
    return _CUT_SHORT.sub(lambda found: found[0] + _LAST[found[0][-1]], plain)
