"""Answers of price services: JSON of their own shapes, taken as far as it is clear."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from okawari.domain.identifiers import valid_jan
from okawari.domain.money import Money, yen

_MOST_YEN: Final = 10**9
_MOST_DIGITS: Final = 24
_CURRENCY: Final = re.compile(r"[A-Z]{3}")
_LONGEST: Final = 500
_MOST_ROWS: Final = 500


class UnreadableAnswerError(Exception):
    """The answer is not of the shape that the service documents."""


def table(body: bytes) -> Mapping[str, Any]:
    """Return the answer's outer table; UnreadableAnswerError where it is none."""
    try:
        found = json.loads(body, parse_float=Decimal, parse_constant=lambda _: None)
    except (ValueError, RecursionError):
        raise UnreadableAnswerError from None
    if not isinstance(found, dict):
        raise UnreadableAnswerError
    return found


def rows(outer: Mapping[str, Any], *names: str) -> Iterator[Mapping[str, Any]]:
    """Return the tables of the list under the first name that is there; UnreadableAnswerError where none is."""
    listed = next((outer[name] for name in names if name in outer), None)
    if not isinstance(listed, list):
        raise UnreadableAnswerError
    return (one for one in listed[:_MOST_ROWS] if isinstance(one, dict))


def inner(row: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the table under a name, an empty one where there is none."""
    found = row.get(name)
    return found if isinstance(found, dict) else {}


def words(row: Mapping[str, Any], name: str) -> str:
    """Return a text on one line, "" where there is none."""
    found = row.get(name)
    return " ".join(found[:_LONGEST].split()) if isinstance(found, str) else ""


def whole(row: Mapping[str, Any], name: str) -> int | None:
    """Return a whole number, also one that is written as a text; None for anything else."""
    found = row.get(name)
    if isinstance(found, str) and found.isascii() and found.isdigit() and len(found) < 12:
        return int(found)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def yen_in(row: Mapping[str, Any], name: str) -> Money | None:
    """Return a price in whole yen, None for 0, less, or too much to be one."""
    found = whole(row, name)
    return yen(found) if found is not None and 0 < found < _MOST_YEN else None


def money_in(row: Mapping[str, Any], name: str, *, free: bool = False) -> Money | None:
    """Return an amount of `currency`, written as a number or a text; None for less than 0, and for 0 unless `free`."""
    found, currency = row.get(name), row.get("currency")
    if isinstance(found, bool) or not isinstance(found, str | int | Decimal) or not _CURRENCY.fullmatch(f"{currency}"):
        return None
    try:
        amount = Decimal(f"{found}"[:_MOST_DIGITS])
    except InvalidOperation:
        return None
    if not amount.is_finite() or not 0 <= amount < _MOST_YEN or (amount == 0 and not free):
        return None
    return Money(amount, f"{currency}")


def token(body: bytes) -> tuple[str, float]:
    """Return an OAuth token and for how many seconds it holds; UnreadableAnswerError for anything else. RFC 6749, 5.1."""
    answer = table(body)
    found, seconds = answer.get("access_token"), whole(answer, "expires_in")
    if not isinstance(found, str) or not found or not (found.isascii() and found.isprintable()):
        raise UnreadableAnswerError
    return found, float(seconds or 0)


def link(row: Mapping[str, Any], name: str) -> str:
    """Return an address without its query, which tells who asked; "" for what is no web address."""
    found = words(row, name).partition("?")[0]
    return found if found.startswith(("https://", "http://")) else ""


def jan_pair(number: str) -> tuple[tuple[str, str], ...]:
    """Return a JAN as known pairs; none for a wrong check digit or a number that shops gave themselves (20 to 29)."""
    return (("jan", number),) if valid_jan(number) and not number.startswith("2") else ()
