"""Bare numbers, however they are written."""

from __future__ import annotations

import re
from typing import Final

_ORDINAL: Final = re.compile(r"(?:no|vol)\.?(\d+)|(\d+)(?:st|nd|rd|th)")
_COLOUR_NUMBER: Final = re.compile(r"0\d\d")
"""A number of three digits that begins with a zero, as makers number colours."""
_LEAST_CATALOGUED: Final = 4
"""Our own choice: digits from which on a number that begins with a zero is one of a catalogue, and counts nothing."""
ROMAN: Final = {
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "xi": "11",
    "xii": "12",
    "xiii": "13",
    "xiv": "14",
    "xv": "15",
    "xvi": "16",
}
LONGEST_NUMBER: Final = 5
"""Our own choice: digits of a number that can name an article (LEGO 75192); a longer one is a shop's own or a JAN."""
ORDERED: Final = re.compile(
    "第[一二三四五六七八九十]{1,3}(?!類)|[一二三四五六七八九十]{1,3}(?=巻|版|話|期|章|弾|世代|代目)"
)
"""A number in a series that is written in kanji (第七版)."""
_JAPANESE: Final = re.compile(r"^(m[a-z]{2}\d\d|m[a-z]\d[a-z]\d)j$")
"""A number of five signs with the market behind it (MXP63J)."""
_COUNTED_ON: Final = re.compile(r"(?<=\d\d[a-hj-z])i{2,3}$")
_DIGITS: Final = "〇一二三四五六七八九"


def bare(token: str) -> str:
    """Return a bare number in one spelling (No.3, III, 3.0), "" for any other token."""
    if token in ROMAN:
        return ROMAN[token]
    if ordinal := _ORDINAL.fullmatch(token):
        return str(int(ordinal[1] or ordinal[2]))
    if token.isdigit():
        if len(token) >= _LEAST_CATALOGUED and token[0] == "0":
            return f"0{int(token)}"
        return "" if _COLOUR_NUMBER.fullmatch(token) else str(int(token))
    return token.rstrip("0").rstrip(".") if token.replace(".", "", 1).isdigit() else ""


def in_kanji(kanji: str) -> int:
    """Return a number up to 99 that is written in kanji."""
    tens, ten, ones = kanji.rpartition("十")
    return (10 * (_DIGITS.find(tens) if tens else 1) if ten else 0) + (_DIGITS.find(ones) if ones else 0)


def code_in_digits(code: str) -> str:
    """Return a maker's number without the market behind it, and with what counts on behind it in digits (YRX-302BIII, YRX-302B3)."""
    return _COUNTED_ON.sub(lambda found: str(len(found[0])), _JAPANESE.sub(r"\1", code))
