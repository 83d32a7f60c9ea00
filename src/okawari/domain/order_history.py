"""What the person's own records know of their orders at a merchant, and for which days these are complete."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from okawari.domain.japan_time import japan_day


@dataclass(frozen=True, slots=True)
class OrderHistory:
    """One record of the orders of one merchant in one series of numbers; `first` and `last` are days in Japan.

    A series is the letters at the head of a number: Amazon's digital orders (`D01-…`) stand in a table of their own, and
    a record without that table knows nothing of them.
    """

    merchant: str
    series: str
    first: date
    last: date
    numbers: frozenset[str]


def histories_of(orders: Iterable[tuple[str, str, datetime | None]]) -> tuple[OrderHistory, ...]:
    """Return what one record, given as (merchant, number, ordered at), is complete for."""
    numbers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    days: defaultdict[tuple[str, str], set[date]] = defaultdict(set)
    for merchant, number, at in orders:
        key = merchant, _series(number)
        numbers[key].add(number)
        if at is not None:
            days[key].add(japan_day(at))
    return tuple(OrderHistory(*key, min(days[key]), max(days[key]), frozenset(numbers[key])) for key in sorted(days))


def is_unknown(histories: Iterable[OrderHistory], merchant: str, number: str, on: date) -> bool:
    """Return whether an order of the day `on` is in none of the records though one of them covers that day.

    The first and the last day of a record may be cut anywhere: of them it says nothing.
    """
    own = [one for one in histories if one.merchant == merchant and one.series == _series(number)]
    return any(one.first < on < one.last for one in own) and not any(number in one.numbers for one in own)


def is_digital(number: str) -> bool:
    """Return whether an Amazon order of this number is of digital goods (background knowledge, no cited rule)."""
    return _series(number) == "D"


def _series(number: str) -> str:
    return number[: len(number) - len(number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
