"""Whether katakana reads Latin letters: ピカルディ picardie, ヒートテック HEATTECH, ワンデーアキュビュー 1-day acuvue.

A letter is read in several ways, by language and by place; each way is allowed, and all consonants must be met in
their order. So few consonants that words meet by chance tell nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from okawari.domain.same_thing.language.sound import IN_KATAKANA
from okawari.domain.same_thing.vocabulary.words import words_in

_LEAST: Final = 3
"""Our own choice: consonants from which on a reading is no chance."""
_ROWS: Final = {
    "k": "カキクケコ",
    "g": "ガギグゲゴ",
    "s": "サシスセソ",
    "z": "ザジズゼゾヂヅ",
    "t": "タテト",
    "c": "チ",
    "u": "ツ",
    "d": "ダデド",
    "n": "ナニヌネノ",
    "q": "ン",
    "h": "ハヒヘホ",
    "f": "フ",
    "b": "バビブベボ",
    "v": "ヴ",
    "p": "パピプペポ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
}
_KANA: Final = str.maketrans(
    {kana: sound for sound, row in _ROWS.items() for kana in row}
    | dict.fromkeys("アイウエオヤユヨワヲァィゥェォャュョヮッー・", "")
)
_WAYS: Final = (
    (r"(?:ti|si|ssi|ci|xi)on", "sq sn zq zn"),
    (r"ture?", "c cr u ur t tr"),
    (r"tsch|tch|ch", "c k s z h"),
    (r"sch|sh", "s"),
    (r"ckx?|qu?|k", "k"),
    (r"cc(?=[eiy])", "ks"),
    (r"cc?(?=[eiyæ])", "s c z"),
    (r"cc?", "k s"),
    (r"(?:d|^)th|th", "s z t"),
    (r"pf", "f pf"),
    (r"^of$", "b v f"),
    (r"ph|ff?", "f h"),
    (r"(?<=[aeiou])ght?", "t -"),
    (r"dge?|dj", "z"),
    (r"gg?(?=[eiy])", "g z"),
    (r"gne?", "q n gq gn"),
    (r"gg?u?", "g"),
    (r"j", "z h -"),
    (r"x$", "s ks z -"),
    (r"x", "s ks gz z"),
    (r"tz|zz|ts", "u ts z dz"),
    (r"zz?", "z s u"),
    (r"sc(?=[eiy])", "s"),
    (r"st(?=le|en)", "s st"),
    (r"ss?$", "s z -"),
    (r"ss?", "s z"),
    (r"ed$", "t d -"),
    (r"dd?$", "d t -"),
    (r"dd?(?=[ui])", "d z"),
    (r"dd?", "d"),
    (r"tt?$", "t u -"),
    (r"tt?(?=[ui])", "t c u"),
    (r"tt", "t tt"),
    (r"t", "t u"),
    (r"(?<=[aeiouy])rr?(?![aeiouyr])", "r -"),
    (r"(?<=a)l(?=[fkm])", "r -"),
    (r"[lr]+e?(?:ed)?$", "r rt rd t d -"),
    (r"[lr]+", "r"),
    (r"vv?", "b v f"),
    (r"bb?$", "b p -"),
    (r"bb?", "b"),
    (r"pp?$", "p -"),
    (r"pp?", "p"),
    (r"mm?(?=[bp])", "m q"),
    (r"mm", "m qm"),
    (r"m", "m"),
    (r"nn", "q n qn nn -"),
    (r"kn", "n kn"),
    (r"ng", "q n qg ng g -"),
    (r"ne?$", "q n"),
    (r"n(?![aeiouy])", "q n"),
    (r"n", "n qn"),
    (r"wh", "h f -"),
    (r"h", "h -"),
    (r"w", "v b f -"),
    (r"[aeiouy]+", "-"),
)
"""How letters may be read, the first that fits at its place, - for a silent one (français)."""
_WRITTEN: Final = re.compile("|".join(f"(?P<w{index}>{letters})" for index, (letters, _) in enumerate(_WAYS)))
_HEARD: Final = {
    f"w{index}": tuple(one.strip("-") for one in words_in(heard)) for index, (_, heard) in enumerate(_WAYS)
}
_BEGUN: Final = {
    **dict.fromkeys("アァ", "aehiou"),
    **dict.fromkeys("イィ", "aehiyj"),
    **dict.fromkeys("ウゥ", "hjouvw"),
    **dict.fromkeys("エェ", "aehioy"),
    **dict.fromkeys("オォ", "ahouw"),
    **dict.fromkeys("ヤユヨ", "eijuy"),
    "ワ": "ovw",
}
"""Letters that a word which begins with a vowel can begin with (Jaguar, ユーグ Hugues)."""
_UNHEARD: Final = "aehiou"
"""Letters that no consonant of another sound is written with (ニューガンダム, Hi-Nu Gundam)."""
_READ_OUT: Final = dict(
    pair.split("=")
    for pair in words_in("""
w=ダブル jr=ジュニア dr=ドクター mr=ミスター mrs=ミセス st=セント no=ナンバー one=ワン year=イヤー years=イヤー air=エア ear=イヤ eye=アイ wire=ワイヤ way=ウェイ you=ユー oil=オイル our=アワー hour=アワー nu=ニュー new=ニュー
""")
)
"""General words without consonants that are heard, and short forms, as they are read."""
_BEATS: Final = re.compile("[ァ-ヺ](?<![ァィゥェォャュョヮッ])")
_LEAST_LETTERS: Final = 3
"""Our own choice: letters of a word that a shorter one reads."""
_LEAST_BEAT, _MOST_BEAT = 0.6, 3.5
"""Our own choice: letters that a beat stands for."""


@lru_cache(maxsize=16384)
def _heard(kana: str) -> str:
    """Return the consonants of a word in kana, one letter each, "" where it has other letters."""
    found = kana.translate(IN_KATAKANA).translate(_KANA)
    return found if found.isascii() and found.isalpha() else ""


def reads(kana: str, letters: tuple[str, ...]) -> bool:
    """Return whether a word in kana reads words in Latin letters, all of them in their order, by consonants enough to tell: of two words, of which each must be heard, by one less."""
    heard = len(_heard(kana))
    if heard < _LEAST and (heard < _LEAST - 1 or len(letters) == 1 or min(map(len, letters)) < _LEAST_LETTERS):
        return False
    if not can_read(kana, letters) or (len(letters) > 1 and _has_unheard(kana, letters)):
        return False
    return heard >= _LEAST or _is_as_long(kana, "".join(letters))


def _has_unheard(kana: str, letters: tuple[str, ...]) -> bool:
    """Return whether one of several words can go unheard, as a word reads the others too (ブラック, jet black)."""
    return any(_is_silent(one) and can_read(kana, letters[:at] + letters[at + 1 :]) for at, one in enumerate(letters))


def may_read(kana: str, word: str) -> bool:
    """Return whether a word in kana can read one in Latin letters, also of one consonant alone, that is about as long (タオ, tao; ウォーカー, walker)."""
    if word in _READ_OUT:
        return kana.startswith(_READ_OUT[word])
    if len(word) < _LEAST_LETTERS or not can_read(kana, (word,)):
        return False
    return _is_as_long(kana, word)


def _is_as_long(kana: str, word: str) -> bool:
    return _LEAST_BEAT <= len(word) / max(len(_BEATS.findall(kana.translate(IN_KATAKANA))), 1) <= _MOST_BEAT


def can_read(kana: str, letters: tuple[str, ...]) -> bool:
    """Return whether the consonants of a word in kana, however few, can be those of words in Latin letters."""
    sounds = _heard(kana)
    if not sounds or letters[0][0] not in _BEGUN.get(kana[0], letters[0][0]):
        return False
    if letters[0][0] in _UNHEARD and kana[0] not in _BEGUN and sounds[0] not in "hf":
        return False
    ends = {0}
    for word in letters:
        for heard in _way(word):
            ends = {at + len(one) for at in ends for one in heard if sounds.startswith(one, at)}
            if not ends:
                return False
    return len(sounds) in ends


@lru_cache(maxsize=16384)
def _is_silent(word: str) -> bool:
    """Return whether a word can be read as nothing (jet, re)."""
    return all("" in heard for heard in _way(word))


@lru_cache(maxsize=16384)
def _way(word: str) -> tuple[tuple[str, ...], ...]:
    """Return how the letters of a word that are heard may be read, one behind the other."""
    found = (_HEARD[one.lastgroup] for one in _WRITTEN.finditer(word) if one.lastgroup is not None)
    return tuple(heard for heard in found if heard != ("",))
