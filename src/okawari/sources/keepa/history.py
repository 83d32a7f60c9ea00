"""Keepa's product answers (`products[].csv`), as a subscriber saved them, read as pasts of offers on Amazon."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from okawari.domain.candidate import Condition
from okawari.domain.history import History, Point, State, state_of
from okawari.domain.identifiers import product_number
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.reading.answers import UnreadableAnswerError, jan_pair, rows, table, words
from okawari.reading.history_csv import MOST_BYTES, ReadHistory

HOST = "keepa.com"
"""Whose terms the file is under."""

_FIRST_MINUTE = 21_564_000
_JAPAN = 5
_KINDS: Mapping[int, tuple[str, str, Condition]] = {
    0: ("amazon", "Amazon.co.jp", Condition.NEW),
    1: ("new", "", Condition.NEW),
    2: ("used", "", Condition.USED),
    9: ("warehouse", "Amazon.co.jp", Condition.USED),
    10: ("new_fba", "", Condition.NEW),
    18: ("buy_box", "", Condition.NEW),
    19: ("used_like_new", "", Condition.LIKE_NEW),
    20: ("used_very_good", "", Condition.VERY_GOOD),
    21: ("used_good", "", Condition.GOOD),
    22: ("used_acceptable", "", Condition.ACCEPTABLE),
}
_KEPT_AT = "https://www.amazon.co.jp/dp/"
_WITH_SHIPPING = frozenset({18, 19, 20, 21, 22})


def read(raw: bytes) -> tuple[ReadHistory, ...]:
    """Return the pasts of the offers, one for each kind of price; UnreadableAnswerError for anything else.

    Whole yen of Amazon.co.jp only. -1 means that nobody offered it, which is kept as a stockout.
    """
    answer = table(_open(raw))
    if not isinstance(answer.get("products"), list):
        raise UnreadableAnswerError
    return tuple(found for product in rows(answer, "products") for found in _of(product))


def is_kept_at(url: str) -> bool:
    """Tell whether a past that `read` gave is kept under the address: a CSV that we wrote brings it back."""
    asin, mark, kind = url.removeprefix(_KEPT_AT).partition("#")
    kinds = {name for name, _, _ in _KINDS.values()}
    return bool(mark) and url.startswith(_KEPT_AT) and asin.isalnum() and kind in kinds


def _open(raw: bytes) -> bytes:
    if raw[:2] != b"\x1f\x8b":
        return raw
    try:
        unpacked = zlib.decompressobj(wbits=31).decompress(raw, MOST_BYTES + 1)
    except zlib.error:
        raise UnreadableAnswerError from None
    if len(unpacked) > MOST_BYTES:
        raise UnreadableAnswerError
    return unpacked


def _of(product: Mapping[str, Any]) -> Iterator[ReadHistory]:
    asin, lists = words(product, "asin"), product.get("csv")
    if product.get("domainId") != _JAPAN or not asin.isalnum() or not isinstance(lists, list):
        return
    title, codes = words(product, "title"), product.get("eanList")
    jans = [code for code in codes if isinstance(code, str)] if isinstance(codes, list) else []
    number = product_number("", (*(pair for jan in jans for pair in jan_pair(jan)), ("asin", asin)))
    last = product.get("lastUpdate")
    for index, (kind, seller, condition) in _KINDS.items():
        numbers = lists[index] if index < len(lists) else None
        if isinstance(numbers, list) and all(type(one) is int for one in numbers):
            history = _history(
                numbers, 3 if index in _WITH_SHIPPING else 2, State(seller=seller, condition=condition), last
            )
            if history.points:
                yield ReadHistory(f"{_KEPT_AT}{asin}#{kind}", title, number, history)


def _history(numbers: list[int], width: int, like: State, last: object) -> History:
    points: list[Point] = []
    minute = 0
    for entry in (numbers[place : place + width] for place in range(0, len(numbers), width)):
        if len(entry) < width or entry[0] < 0 or (points and entry[0] + _FIRST_MINUTE < minute):
            break
        minute = entry[0] + _FIRST_MINUTE
        price: Money | None = None
        if entry[1] > 0:
            price = yen(entry[1] + (entry[2] if width == 3 and entry[2] > 0 else 0))
        stock = (
            Availability.OUT_OF_STOCK if entry[1] == -1 else Availability.IN_STOCK if price else Availability.UNKNOWN
        )
        state = state_of(stock, price, like.seller, like.condition)
        if not points or points[-1].state != state:
            points.append(Point(minute, state))
    updated = last + _FIRST_MINUTE if type(last) is int and last > 0 else minute
    return History(tuple(points), max(minute, updated))
