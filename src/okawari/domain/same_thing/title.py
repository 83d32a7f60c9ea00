"""A title taken apart: what is measured, counted and numbered, its codes, colours and words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from okawari.domain.same_thing import words

_UNIT: Final = "|".join(sorted((*words.UNITS, *words.COUNTS), key=len, reverse=True))
_TOKEN: Final = re.compile(
    rf"\d+(?:[.,]\d+)*(?: ?(?:{_UNIT})(?![a-z]|体|格))"
    r"|[x×*] ?\d+(?![\d.,a-z])|[a-z0-9]+(?:[-/.'&][a-z0-9]+)*\+?|[ァ-ヺー]+|[一-鿿々〇ぁ-ゟ]+"
)
_SPELLED: Final = (
    ("〜", "ー"),
    ("~", "ー"),
    ("―", "ー"),
    ("‐", "-"),
    ("–", "-"),
    ("ν", "nu"),
    ("(l)", " 左 "),
    ("(r)", " 右 "),
)
_IMPRINT: Final = re.compile(r"\([^()0-9]{2,20}(?:コミックス?|文庫|新書|ブックス|comics?)[^()0-9]{0,12}\)")
"""A book's series in brackets, which shops write or leave out."""
_RANGE: Final = re.compile(r"\d+-\d+")
_FRACTION: Final = re.compile(r"\d+/\d")
_NO_LETTER: Final = re.compile(r"[^a-z0-9]")
_REGION: Final = re.compile(r"/[a-z]{1,2}$")
_NO_MODEL: Final = re.compile(
    r"\d+(?:x\d+|[a-z]{1,3})|\d{5}z?r\d\d|usb.*|ddr\d+|wi-?fi.*|bluetooth.*|hdmi.*|type-?c.*|pcie.*|\d+-?in-?\d+"
)
_LEAST_MODEL, _LEAST_DIGITS = 5, 2
"""A shorter number (RX-93) is the name of a figure as well as of a kit."""
_GLUED: Final = re.compile(r"([a-z]{3,})(\d{1,2}[a-z]?)")
_GLUED_BEFORE: Final = re.compile(r"(\d{1,2})([a-z]{3,})")
_QUANTITY: Final = re.compile(rf"(\d+(?:[.,]\d+)*) ?({_UNIT})")
_ROMAN: Final = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "xi": "11"}
_LETTER_SIZES: Final = frozenset({"s", "m", "l", "ll", "xl", "xxl", "3l", "s/m", "m/l", "ml"})
_CONSOLES: Final = {"ps5": "5", "ps4": "4"}
_SHORT_NAME: Final = 2
_BOTH_SIDES: Final = {"左", "右"}
_KATAKANA: Final = {
    key: value for table in (words.BRANDS, words.SPELLINGS) for key, value in table.items() if "ァ" <= key[0] <= "ー"
}
_CHOICES: Final = tuple(sorted((word for choice in words.CHOICES for word in choice), key=len, reverse=True))
_NOTHING: Final[frozenset[str]] = frozenset()
_NO_MEASURES: Final[frozenset[tuple[str, str]]] = frozenset()
_LONGEST: Final = 300


class Piece(NamedTuple):
    """One token's meaning: `kind` and its value in standard form."""

    kind: str
    value: str


class Title(NamedTuple):
    """What a title says; `squashed` are all its words in standard spelling, run together.

    `models` are the codes that are a maker's number for sure. A named tuple, as one is made for each of many offers.
    """

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
    models: frozenset[str]
    sizes: frozenset[str]
    marks: frozenset[str]
    parts: frozenset[str]


def plain(title: str) -> str:
    """Return the title in one width and case, waves and dashes in one form."""
    text = title[:_LONGEST]
    text = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()
    text = _IMPRINT.sub(" ", text)
    for written, standard in _SPELLED:
        if written in text:
            text = text.replace(written, standard)
    return text


def tokens(title: str) -> list[str]:
    """Return the words, numbers and quantities of a title, in one spelling."""
    return _TOKEN.findall(plain(title))


@lru_cache(maxsize=4096)
def take_apart(title: str) -> Title:
    """Return what the title says."""
    return put_together(tokens(title))


def put_together(listed: list[str]) -> Title:
    """Return what the tokens of a title say."""
    found: dict[str, list[str]] = {}
    squashed = ""
    for index, token in enumerate(listed):
        for kind, value in meaning(token):
            if kind == "part" and comes_along(listed, index):
                continue
            if kind in found:
                found[kind].append(value)
            else:
                found[kind] = [value]
            squashed += value
    sets = {kind: frozenset(values) for kind, values in found.items()}
    get = sets.get
    choices = get("choice", _NOTHING)
    return Title(
        squashed,
        tuple(dict.fromkeys(found.get("word", ()))),
        get("brand", _NOTHING),
        get("colour", _NOTHING),
        get("line", _NOTHING),
        get("edition", _NOTHING),
        choices - _BOTH_SIDES if choices >= _BOTH_SIDES else choices,
        frozenset(map(_measure, found["measure"])) if "measure" in found else _NO_MEASURES,
        tuple(sorted(found.get("count", ()))),
        get("number", _NOTHING),
        get("code", _NOTHING),
        frozenset(filter(is_model, found["code"])) if "code" in found else _NOTHING,
        get("size", _NOTHING),
        get("mark", _NOTHING),
        get("part", _NOTHING),
    )


def _measure(value: str) -> tuple[str, str]:
    dimension, _, size = value.partition(":")
    return dimension, size


@lru_cache(maxsize=65536)
def is_model(code: str) -> bool:
    """Return whether a code is a maker's number rather than a name's part such as 16e or M3, a size or a standard."""
    digits = sum(map(str.isdigit, code))
    long = len(code) > _LEAST_MODEL or (len(code) == _LEAST_MODEL and digits >= _LEAST_DIGITS)
    return long and digits < len(code) and _NO_MODEL.fullmatch(code) is None


def comes_along(tokens: list[str], index: int) -> bool:
    """Return whether the part comes with the thing (充電ケース(USB-C)付き), or is a box of things (2ケース, ケース販売)."""
    following = tokens[index + 1 : index + 3]
    if len(following) > 1 and following[0].isascii():
        following = following[1:]
    if following and following[0].startswith(("付", "つき")):
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
    if token[0].isdigit() and (quantity := _QUANTITY.fullmatch(token)):
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
    if token in _ROMAN or (not token.isalpha() and any(map(str.isdigit, token))):
        return _numbered(token)
    for listed, piece in ((words.LATIN_PARTS, Piece("part", token)), (words.USED, Piece("mark", "used"))):
        if token in listed:
            return (piece,)
    return tuple(Piece("word", part) for part in re.split(r"[-/.'&]", token) if part and part not in words.LATIN_NOISE)


def _numbered(token: str) -> tuple[Piece, ...]:
    """Return a bare number, the ends of a range, a word with a number behind it, or else a code."""
    if token in _ROMAN:
        return (Piece("number", _ROMAN[token]),)
    if token.isdigit():
        return (Piece("number", str(int(token))),)
    if token.replace(".", "", 1).isdigit():
        return (Piece("number", token.rstrip("0").rstrip(".")),)
    if _RANGE.fullmatch(token):
        return tuple(Piece("count", number) for number in token.split("-"))
    if glued := _GLUED.fullmatch(token):
        rest = glued[2]
        return (*meaning(glued[1]), Piece("number", str(int(rest))) if rest.isdigit() else Piece("code", rest))
    if (before := _GLUED_BEFORE.fullmatch(token)) and before[2] in words.LINES:
        return Piece("number", str(int(before[1]))), Piece("line", before[2])
    if token.isalnum():
        return (Piece("code", token),)
    bare = token if _FRACTION.match(token) else _REGION.sub("", token)
    return (Piece("code", _NO_LETTER.sub("", bare)),)


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
        short = len(name) <= _SHORT_NAME
        if len(name) < len(token) and (
            (not short and token.startswith(name)) or (token.endswith(name) and not (short and name in words.BRANDS))
        ):
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
    if left.endswith(("付き", "付")):
        return
    for noise in words.NOISE:
        left = left.replace(noise, "")
    if len(left) > 1 and left not in words.PARTICLES:
        yield Piece("word", left)
