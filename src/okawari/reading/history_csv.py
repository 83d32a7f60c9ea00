"""Histories of offers as CSV: one line for each point, the same out and in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from okawari.domain.candidate import Condition
from okawari.domain.history import History, Point, State, minute_of, moment_of, state_of
from okawari.domain.japan_time import JAPAN, japan_moment
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.problem import Problem

COLUMNS = ("url", "title", "product", "from", "until", "availability", "price", "currency", "seller", "condition")
MOST_BYTES = 64 * 1024 * 1024
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
WordT = TypeVar("WordT", Availability, Condition)


@dataclass(frozen=True, slots=True)
class ReadHistory:
    """The past of one offer as a file tells it."""

    url: str
    title: str
    product: str
    history: History


def write_history(offers: Iterable[ReadHistory]) -> Iterator[str]:
    """Yield the lines of the file, its heading first; times are those of Japan, prices plain digits."""
    yield _line(COLUMNS)
    for offer in offers:
        for point, until in offer.history.spans():
            state = point.state or State()
            price = (state.price.plain(), state.price.currency) if state.price else ("", "")
            said = (state.availability.value, *price, state.seller, state.condition.value)
            times = (_time(point.minute), _time(until))
            yield _line(tuple(map(_harmless, (offer.url, offer.title, offer.product, *times, *said))))


class _BadCellError(ValueError):
    """A cell that tells nothing of its column."""

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


def read_history(raw: bytes, now: datetime) -> tuple[tuple[ReadHistory, ...], tuple[Problem, ...]]:
    """Return the offers of a file in the form of `write_history`, and what of its lines cannot be used, by their numbers and columns.

    Nothing later than `now` is a past. Only `url`, `from`, `availability` are needed; `until` is `from` where it is empty. A time without a zone is one of Japan.
    """
    if len(raw) > MOST_BYTES:
        return (), (Problem("history_too_large", str(MOST_BYTES // 1024**2)),)
    rows = csv.reader(io.StringIO(raw.decode("utf-8-sig", "replace"), newline=""))
    problems: list[Problem] = []
    latest = minute_of(now)
    try:
        heading = [name.strip().lower() for name in next(rows, [])]
        if not {"url", "from", "availability"} <= set(heading):
            return (), (Problem("history_no_columns", ", ".join(COLUMNS)),)
        told: dict[str, list[tuple[int, int, State, dict[str, str]]]] = {}
        for number, row in enumerate(rows, 2):
            named = dict(zip(heading, map(_plain, row), strict=False))
            try:
                begun, until, state = _row(named, latest)
            except _BadCellError as error:
                if row:
                    cell = f"{error.column}={named.get(error.column, '')[:60]}"
                    problems.append(Problem("history_bad_line", str(number), cell))
                continue
            told.setdefault(named["url"], []).append((begun, until, state, named))
    except csv.Error as error:
        return (), (Problem("history_bad_file", str(error)),)
    return tuple(_offer(url, lines) for url, lines in told.items()), tuple(problems)


def _offer(url: str, lines: list[tuple[int, int, State, dict[str, str]]]) -> ReadHistory:
    lines.sort(key=lambda line: line[0])
    points: list[Point] = []
    seen = lines[0][0]
    for begun, until, state, _ in lines:
        if points and begun > seen:
            points.append(Point(seen, None))
        if not points or points[-1].state != state:
            points.append(Point(begun, state))
        seen = max(seen, until, begun)
    last = lines[-1][3]
    return ReadHistory(url, last.get("title", "")[:300], last.get("product", "")[:40], History(tuple(points), seen))


def _row(named: dict[str, str], latest: int) -> tuple[int, int, State]:
    if not named.get("url", "").startswith(("https://", "http://")):
        raise _BadCellError("url")
    begun = _minute(named, "from", latest)
    until = _minute(named, "until", latest) if named.get("until") else begun
    price = Money(_amount(named["price"]), _currency(named.get("currency") or "JPY")) if named.get("price") else None
    availability = _member(Availability, named, "availability", "")
    condition = _member(Condition, named, "condition", Condition.UNKNOWN)
    return begun, max(begun, until), state_of(availability, price, named.get("seller", ""), condition)


def _amount(given: str) -> Decimal:
    try:
        amount = Decimal(given)
    except InvalidOperation:
        raise _BadCellError("price") from None
    if not (amount.is_finite() and 0 < amount < Decimal(10) ** 12):
        raise _BadCellError("price")
    return amount


def _currency(given: str) -> str:
    if len(given) != 3 or not (given.isascii() and given.isalpha()):
        raise _BadCellError("currency")
    return given.upper()


def _member(words: type[WordT], named: dict[str, str], column: str, usual: str) -> WordT:
    try:
        return words(named.get(column) or usual)
    except ValueError:
        raise _BadCellError(column) from None


def _minute(named: dict[str, str], column: str, latest: int) -> int:
    try:
        minute = minute_of(japan_moment(named.get(column, "")))
    except (ValueError, OverflowError):
        raise _BadCellError(column) from None
    if not 0 <= minute <= latest:
        raise _BadCellError(column)
    return minute


def _time(minute: int) -> str:
    return moment_of(minute).astimezone(JAPAN).isoformat(timespec="minutes")


def _harmless(value: str) -> str:
    """Return a cell that a spreadsheet takes for no formula."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
