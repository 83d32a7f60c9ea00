"""A title taken apart: what is measured, counted and numbered, its codes, colours and words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from okawari.domain.same_thing import words

_UNIT: Final = "|".join(sorted((*words.UNITS, *words.COUNTS), key=len, reverse=True))
_TOKEN: Final = re.compile(
    rf"\d+(?:[.,]\d+)*(?: ?(?:{_UNIT})(?![a-z]|体|格))"
    r"|[x×*] ?\d+(?![\d.,a-z])|[a-z0-9]+(?:[-/.'][a-z0-9]+)*\+?|[ァ-ヺー]+|[一-鿿々〇ぁ-ゟ]+"
)
_WAVES: Final = str.maketrans({"〜": "ー", "~": "ー", "―": "ー", "‐": "-", "–": "-", "ν": "nu"})
_GLUED: Final = re.compile(r"([a-z]{3,})(\d{1,2}[a-z]?)")
_QUANTITY: Final = re.compile(rf"(\d+(?:[.,]\d+)*) ?({_UNIT})")
_ROMAN: Final = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "xi": "11"}
_LETTER_SIZES: Final = frozenset({"s", "m", "l", "ll", "xl", "xxl", "3l", "s/m", "m/l", "ml"})
_CONSOLES: Final = {"ps5": "5", "ps4": "4"}
_BOTH_SIDES: Final = {"左", "右"}
_KATAKANA: Final = {
    key: value for table in (words.BRANDS, words.SPELLINGS) for key, value in table.items() if "ァ" <= key[0] <= "ー"
}
_CHOICES: Final = tuple(sorted((word for choice in words.CHOICES for word in choice), key=len, reverse=True))
_LONGEST: Final = 300


class Piece(NamedTuple):
    """One token's meaning: `kind` and its value in standard form."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says; `squashed` are all its words in standard spelling, run together."""

    squashed: str
    words: tuple[str, ...]
    brands: frozenset[str]
    colours: frozenset[str]
    lines: frozenset[str]
    editions: frozenset[str]
    choices: frozenset[str]
    measures: frozenset[tuple[str, str]]
    counts: tuple[str, ...]
    numbers: frozenset[str]
    codes: frozenset[str]
    sizes: frozenset[str]
    marks: frozenset[str]
    parts: frozenset[str]
    is_book: bool


def plain(title: str) -> str:
    """Return the title in one width and case, waves and dashes in one form."""
    text = title[:_LONGEST]
    text = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower().translate(_WAVES)
    return text.replace("(l)", " 左 ").replace("(r)", " 右 ")


@lru_cache(maxsize=4096)
def take_apart(title: str) -> Title:
    """Return what the title says."""
    tokens = _TOKEN.findall(plain(title))
    found: dict[str, list[str]] = {}
    squashed = []
    for index, token in enumerate(tokens):
        for kind, value in meaning(token):
            if kind == "part" and _comes_along(tokens, index):
                continue
            found.setdefault(kind, []).append(value)
            squashed.append(value)
    get = found.get
    choices = frozenset(get("choice", ()))
    return Title(
        squashed="".join(squashed),
        words=tuple(dict.fromkeys(get("word", ()))),
        brands=frozenset(get("brand", ())),
        colours=frozenset(get("colour", ())),
        lines=frozenset(get("line", ())),
        editions=frozenset(get("edition", ())),
        choices=choices - _BOTH_SIDES if choices >= _BOTH_SIDES else choices,
        measures=frozenset(tuple(one.split(":")) for one in get("measure", ())),  # type: ignore[misc]
        counts=tuple(sorted(get("count", ()))),
        numbers=frozenset(get("number", ())),
        codes=frozenset(get("code", ())),
        sizes=frozenset(get("size", ())),
        marks=frozenset(get("mark", ())),
        parts=frozenset(get("part", ())),
        is_book=any(word in title for word in words.BOOKS),
    )


def _comes_along(tokens: list[str], index: int) -> bool:
    """Return whether the part comes with the thing (充電ケース(USB-C)付き), or is a box of things (2ケース, ケース販売)."""
    following = tokens[index + 1 : index + 3]
    if any(token[0] == "付" or token.startswith("つき") for token in following):
        return True
    before = tokens[index - 1] if index else ""
    return tokens[index] == "ケース" and (before[:1].isdigit() or before[:1] == "×" or following[:1] == ["販売"])


@lru_cache(maxsize=65536)
def meaning(token: str) -> tuple[Piece, ...]:
    """Return what one token means, for it is the same in every title."""
    if token in _CONSOLES:
        return (Piece("word", "playstation"), Piece("number", _CONSOLES[token]))
    for table, kind in ((words.BRANDS, "brand"), (words.COLOURS, "colour")):
        if token in table:
            return (Piece(kind, table[token]),)
    token = words.SPELLINGS.get(token, token)
    for listed, kind in ((words.LINES, "line"), (words.EDITIONS, "edition")):
        if token in listed:
            return (Piece(kind, token),)
    if token[0] in "x×*" and token[1:].strip().isdigit():
        return _counted(token[1:].strip())
    if quantity := _QUANTITY.fullmatch(token):
        return _quantity(quantity[1].replace(",", ""), quantity[2])
    if token[0].isascii():
        return _latin(token)
    return _japanese(token)


def _counted(number: str) -> tuple[Piece, ...]:
    return (Piece("count", number),) if int(number[:9]) > 1 else ()


def _quantity(number: str, unit: str) -> tuple[Piece, ...]:
    if unit in words.UNITS:
        dimension, size = words.UNITS[unit]
        try:
            return (Piece("measure", f"{dimension}:{Fraction(number) * size}"),)
        except ValueError:
            return ()
    pieces = _counted(number) if number.isdigit() else ()
    return (*pieces, Piece("line", unit)) if unit in words.LINES else pieces


def _latin(token: str) -> tuple[Piece, ...]:
    token = token.rstrip("+")
    if token in words.LATIN_NOISE or token.startswith("spf"):
        return ()
    if token in _LETTER_SIZES:
        return (Piece("size", token.replace("/", "")),)
    if any(char.isdigit() for char in token) or token in _ROMAN:
        return _numbered(token)
    for listed, piece in ((words.LATIN_PARTS, Piece("part", token)), (words.USED, Piece("mark", "used"))):
        if token in listed:
            return (piece,)
    return tuple(Piece("word", part) for part in re.split(r"[-/.']", token) if part)


def _numbered(token: str) -> tuple[Piece, ...]:
    """Return a bare number, the ends of a range, a word with a number behind it, or else a code."""
    if token in _ROMAN:
        return (Piece("number", _ROMAN[token]),)
    if token.isdigit():
        return (Piece("number", str(int(token))),)
    if token.replace(".", "", 1).isdigit():
        return (Piece("number", token.rstrip("0").rstrip(".")),)
    if re.fullmatch(r"\d+-\d+", token):
        return tuple(Piece("count", number) for number in token.split("-"))
    if glued := _GLUED.fullmatch(token):
        rest = glued[2]
        return (*meaning(glued[1]), Piece("number", str(int(rest))) if rest.isdigit() else Piece("code", rest))
    return (Piece("code", re.sub(r"[^a-z0-9]", "", token)),)


def _japanese(token: str) -> tuple[Piece, ...]:
    for mark, listed in (("imitated", words.IMITATED), ("used", words.USED), ("imported", words.IMPORTED)):
        if any(word in token for word in listed):
            return (Piece("mark", mark),)
    if not token.endswith(words.NO_PARTS) and token.removesuffix("セット").endswith(words.PARTS):
        return (Piece("part", token),)
    for name, colour in words.COLOURS.items():
        if len(name) > 1 and name in token:
            return (Piece("colour", colour),)
    for name in _KATAKANA:
        if len(name) < len(token) and ((len(name) > 2 and token.startswith(name)) or token.endswith(name)):
            at = len(name) if token.startswith(name) else len(token) - len(name)
            return (*meaning(token[:at]), *meaning(token[at:]))
    return tuple(_phrases(token))


def _phrases(token: str) -> Iterator[Piece]:
    """Yield what is known in a run of Japanese, and the rest of it as a word."""
    left = token
    for kind, listed in (("choice", _CHOICES), ("edition", words.EDITIONS), ("line", words.LINES)):
        for word in listed:
            if word in left and (len(word) > 1 or kind == "choice"):
                left = left.replace(word, "")
                yield Piece(kind, word)
    for word, standard in words.SPELLINGS.items():
        if standard in words.LINES and not word.isascii() and word in left:
            left = left.replace(word, "")
            yield Piece("line", standard)
    for noise in words.NOISE:
        left = left.replace(noise, "")
    if len(left) > 1:
        yield Piece("word", left)
