"""Numbers that name a product: JAN/EAN, ISBN, ASIN and maker's model numbers."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_DIGITS_13 = re.compile(r"(?<![0-9])[0-9]{13}(?![0-9])")
_LETTER, _DIGIT, _CAPITALS = re.compile(r"[A-Za-z]"), re.compile(r"\d"), re.compile(r"[A-Z]{2}")
_ASIN = re.compile(r"B0[0-9A-Z]{8}|[0-9]{9}[0-9X]")
_MODEL_TOKEN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9./+-]{3,30}[A-Za-z0-9](?![A-Za-z0-9])")
_MEASURE = re.compile(
    r"(?i)\d+(?:[.,x/]\d+)*(?:k?g|mg|[mck]?m|mm|m?l|[kmgt]b(?:/s|ps)?|[km]?bps|m?ah|wh?|kw|v|a|k?hz|inch(?:es)?|in|oz|lb|fl"
    r"|p|i|k|fps|rpm|dpi|bit|ch|pcs|pack|count|sheets?|capsules?|tablets?|d|e)?(?:[x/]\d.*)?"
)
_STANDARD = re.compile(
    r"(?i)(?:usb-?[0-9c][0-9./a-z]*|uhs-?[i0-9]*|class-?\d+|ddr\d.*|cat\d.*|bluetooth.*|bt\d.*|wi-?fi.*|ipx?\d.*|hdmi.*|dp\d.*"
    r"|win(?:dows)?-?\d+|ps[345]|playstation-?\d|mp[34]|4k.*|8k.*|\d+k|\d+-?in-?\d+|type-?[ac].*|m\.2|pcie.*|sata.*|nvme.*"
    r"|u1|u3|v\d\d|a[12]|h\.?26[45]|covid-?19|20\d\d|vol\.?\d+|ver\.?\d.*|no\.?\d+|[a-z]?\d{1,3}[a-z]?)"
)


class Identifier(NamedTuple):
    """A product number and its kind: `jan`, `isbn`, `asin` or `model`.

    A named tuple, as those of thousands of offers are compared.
    """

    kind: str
    value: str


def valid_jan(digits: str) -> bool:
    """Return whether 13 digits carry the right EAN-13 check digit."""
    if len(digits) != 13 or not (digits.isascii() and digits.isdigit()):
        return False
    return (sum(map(int, digits[::2])) + 3 * sum(map(int, digits[1::2]))) % 10 == 0


def valid_isbn10(text: str) -> bool:
    """Return whether ten characters carry the right ISBN-10 check digit."""
    if re.fullmatch(r"[0-9]{9}[0-9X]", text) is None:
        return False
    return sum((10 if char == "X" else int(char)) * (10 - index) for index, char in enumerate(text)) % 11 == 0


def isbn13(isbn10: str) -> str:
    """Return the 13-digit form of a valid ISBN-10; every shop searches by that one."""
    stem = f"978{isbn10[:9]}"
    weighted = sum(int(digit) * (3 if index % 2 else 1) for index, digit in enumerate(stem))
    return f"{stem}{(10 - weighted % 10) % 10}"


def identifiers(title: str, known: tuple[tuple[str, str], ...] = ()) -> tuple[Identifier, ...]:
    """Return the product's numbers, the surest first: JAN or ISBN, then ASIN, then a model number.

    `known` are (kind, value) pairs read from the evidence; the rest is found in the title. A number with a wrong
    check digit is no identifier. An ASIN that is an ISBN-10 (rule MKT-ID-02) counts as the ISBN.
    """
    found = [one for kind, value in known for one in _known(kind, value)]
    text = unicodedata.normalize("NFKC", title)
    for digits in _DIGITS_13.findall(text):
        found.extend(_known("jan", digits))
    found.extend(Identifier("model", token) for token in _models(text))
    if len(found) < 2:
        return tuple(found)
    order = {"jan": 0, "isbn": 0, "asin": 1, "model": 2}
    return tuple(sorted(dict.fromkeys(found), key=lambda one: order[one.kind]))


def product_number(title: str, known: tuple[tuple[str, str], ...]) -> str:
    """Return the number that names a thing wherever it is sold, as `jan:4901234567894`, "" where none is known."""
    sure = next((one for one in identifiers(title, known) if one.kind in {"jan", "isbn", "asin"}), None)
    return f"{sure.kind}:{sure.value}" if sure else ""


def typed_number(given: str) -> Identifier | None:
    """Return the JAN, ISBN or ASIN that a person typed, with or without spaces and hyphens; None where it is none."""
    number = "".join(given.split()).replace("-", "").upper()
    return next((one for kind in ("jan", "isbn", "asin") for one in _known(kind, number)), None)


def model_numbers(title: str) -> tuple[str, ...]:
    """Return what looks like a maker's model number, the likeliest first; sizes, counts and standards are none."""
    return _models(unicodedata.normalize("NFKC", title))


def _models(text: str) -> tuple[str, ...]:
    tokens = [token.strip(".-/+") for token in _MODEL_TOKEN.findall(text)]
    likely = [token for token in dict.fromkeys(tokens) if _is_model(token)]
    return tuple(sorted(likely, key=lambda token: ("-" not in token, -len(token))))


def _is_model(token: str) -> bool:
    if len(token) < 5 or not _LETTER.search(token) or not _DIGIT.search(token):
        return False
    if token != token.upper() and not _CAPITALS.search(token):
        return False
    return not (_MEASURE.fullmatch(token) or _STANDARD.fullmatch(token))


def _known(kind: str, value: str) -> list[Identifier]:
    if kind == "asin" and valid_isbn10(value):
        return [Identifier("isbn", isbn13(value))]
    if kind == "asin" and _ASIN.fullmatch(value):
        return [Identifier("asin", value)]
    if kind == "isbn" and valid_isbn10(value):
        return [Identifier("isbn", isbn13(value))]
    if kind in {"jan", "isbn"} and valid_jan(value):
        return [Identifier("isbn" if value.startswith(("978", "979")) else "jan", value)]
    if kind == "model" and value:
        return [Identifier("model", value)]
    return []
