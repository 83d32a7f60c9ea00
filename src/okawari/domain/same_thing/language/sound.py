"""How a word sounds, roughly: the consonants that katakana and Latin letters share (テクニック, Technic)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LEAST: Final = 3
"""Our own choice: fewer consonants than these are shared by words that are not the same."""
_LEAST_BEGUN: Final = 2
"""Our own choice: consonants by which the names of one maker begin alike."""
_ROWS: Final = {
    "k": "カキクケコチ",
    "g": "ガギグゲゴ",
    "s": "サシスセソザジズゼゾヂヅ",
    "t": "タツテト",
    "d": "ダデド",
    "n": "ナニヌネノン",
    "h": "ハヒヘホ",
    "f": "フ",
    "b": "バビブベボヴ",
    "p": "パピプペポ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
}
_ACCENTED: Final = re.compile("[À-ÖØ-öø-ž]")
_WITHOUT_ACCENT: Final = {
    code: bare
    for code in range(ord("À"), ord("ž") + 1)
    if (bare := unicodedata.normalize("NFKD", chr(code))[0]).isascii()
} | {ord(letter): plain for letter, plain in zip("øæœłØÆŒŁ", ("o", "ae", "oe", "l") * 2, strict=True)}
"""Letters of other languages, which shops write without their accents."""
_KANA: Final = str.maketrans(
    {kana: sound for sound, row in _ROWS.items() for kana in row}
    | dict.fromkeys("アイウエオヤユヨワヲァィゥェォャュョッー", "")
)
IN_KATAKANA: Final = str.maketrans(
    {chr(code): chr(code + ord("ァ") - ord("ぁ")) for code in range(ord("ぁ"), ord("ゖ") + 1)}
)
"""Hiragana, each with the same sound in katakana."""
_FOLDED: Final = str.maketrans("kg", "ss")
_LATIN: Final = tuple(
    (sign, re.compile(written), sound)
    for sign, written, sound in (
        ("", r"(.)\1+", r"\1"),
        ("dge", r"dge", "s"),
        ("xc", r"xc(?=[eiy])", "x"),
        ("ce", r"ce$", "s"),
        ("e", r"e$", ""),
        ("tion", r"tion", "sn"),
        ("ds", r"ds$", "s"),
        ("tu", r"tu(?=r)", "ku"),
        ("r", r"(?<=[aeiouy])r(?![aeiouyr])", ""),
        ("gh", r"(?<=[aeiou])gh(?=t)", ""),
        ("ph", r"ph", "f"),
        ("gh", r"ght", "t"),
        ("h", r"sch|sh|th", "s"),
        ("c", r"t?ch|ck", "k"),
        ("q", r"q", "k"),
        ("ts", r"ts(?:$|(?=u))", "t"),
        ("tz", r"tz", "t"),
        ("c", r"c(?=[eiy])", "s"),
        ("j", r"j", "s"),
        ("z", r"z", "s"),
        ("g", r"g(?=[eiy])", "s"),
        ("h", r"(?<=[aeiouy])h(?![aeiouy])|(?<=[^aeiouy])h", ""),
        ("x", r"^x(?=.)", "s"),
        ("x", r"x", "ks"),
        ("c", r"c", "k"),
        ("l", r"l", "r"),
        ("v", r"v", "b"),
        ("m", r"m(?=[bp])", "n"),
        ("", r"[aeiouwy]", ""),
    )
)
"""What is heard of letters, each with signs without which it need not be looked for."""


def sound(word: str) -> str:
    """Return the consonants of a word in kana or in Latin letters, "" where they are too few to tell it by."""
    found = consonants(word)
    return found if len(found) >= _LEAST else ""


def without_accents(text: str) -> str:
    """Return a text with the plain letters for those of other languages (é, ä)."""
    return text.translate(_WITHOUT_ACCENT) if _ACCENTED.search(text) else text


@lru_cache(maxsize=16384)
def consonants(word: str) -> str:
    """Return the consonants of a word in kana or in Latin letters, "" in any other."""
    if "ぁ" <= word[:1] <= "ゟ":
        word = word.translate(IN_KATAKANA)
    if "ァ" <= word[:1] <= "ー":
        found = word.translate(_KANA)
        return found if found.isascii() else ""
    if word.isascii() and word.isalpha():
        found = word
        for sign, written, heard in _LATIN:
            if sign in found:
                found = written.sub(heard, found)
        return found
    return ""


def begins_alike(one: str, other: str) -> bool:
    """Return whether two words, each in its own script, begin with the same consonants (ニッコール, Nikkor)."""
    return one.isascii() != other.isascii() and begun(one) == begun(other) != ""


def sounds_alike(one: str, other: str) -> bool:
    """Return whether two words, each in its own script, sound the same as far as words are told by, whoever made the thing (ニッコール, Nikkor; not クラシック, Crocband)."""
    if not begins_alike(one, other):
        return False
    shorter, longer = sorted((consonants(one), consonants(other)), key=len)
    return longer.startswith(shorter[:_LEAST])


def begun(word: str) -> str:
    """Return the consonants by which a name is known to begin like another, "" where there are too few."""
    found = spoken(word)[:_LEAST_BEGUN]
    return found if len(found) == _LEAST_BEGUN else ""


@lru_cache(maxsize=16384)
def spoken(word: str) -> str:
    """Return the consonants of a word, those taken for one another in one form (girl, ガール; Chicago, シカゴ)."""
    return consonants(word).translate(_FOLDED)
