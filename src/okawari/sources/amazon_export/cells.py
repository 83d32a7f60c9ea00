"""What a cell holds. No cell of an export is empty: what is not there is written in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta, timezone
from decimal import Decimal
from email.utils import parsedate_to_datetime
from functools import lru_cache

from okawari.domain.japan_time import JAPAN
from okawari.domain.money import Money

_BEGINS_NOTHING = frozenset({"", "n", "N"})
_NOTHING = frozenset({"", "not available", "not applicable", "n/a"})
_AMOUNT = re.compile(r"(?P<minus>[-−]?)(?P<digits>\d{1,12}|\d{1,3}(?:,\d{3}){1,4})(?P<rest>\.\d{1,6})?", re.ASCII)
_QUANTITY = re.compile(r"\d{1,6}", re.ASCII)
_AND = re.compile(r" and ", re.IGNORECASE)
_AMERICAN = re.compile(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})(?: (?P<clock>\d{1,2}:\d{2}:\d{2})(?: (?P<zone>[A-Z]{1,4}))?)?",
    re.ASCII,
)
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?", re.ASCII
)
_MAIL_DATE = re.compile(r"[A-Z][a-z]{2}, \d.*")
_JAPANESE = re.compile(r"(?P<year>\d{4})[年/](?P<month>\d{1,2})[月/](?P<day>\d{1,2})日?", re.ASCII)
_ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "JST": 9,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_YEARS = range(1995, 2100)
"""Amazon has sold since 1995; anything else is a slip."""
_LONGEST = 64
_REMEMBERED = 4096


class UnreadableCellError(ValueError):
    """A cell that holds something else than it should."""


def texts_of(cells: Iterable[str]) -> tuple[str | None, ...]:
    """Return the cells without what a spreadsheet guards them with; None where one says that there is nothing."""
    return tuple(
        [
            None if (plain := cell.strip())[:1] in _BEGINS_NOTHING and plain.casefold() in _NOTHING else plain
            for cell in cells
        ]
    )


@lru_cache(maxsize=_REMEMBERED)
def amount_of(cell: str | None) -> Decimal | None:
    """Return the number in `1,811`, `'-1.6'` or `'1,495'`; UnreadableCellError where there is another thing."""
    if cell is None:
        return None
    found = _AMOUNT.fullmatch(cell.strip("' ")) if len(cell) <= _LONGEST else None
    if found is None:
        raise UnreadableCellError(cell)
    digits = Decimal(found["digits"].replace(",", "") + (found["rest"] or ""))
    return -digits if found["minus"] else digits


@lru_cache(maxsize=_REMEMBERED)
def money_of(cell: str | None, currency: str | None) -> Money | None:
    """Return the amount in a cell in a currency, None where one of them is missing; else as `amount_of`."""
    amount = amount_of(cell)
    return Money(amount, currency) if amount is not None and currency else None


@lru_cache(maxsize=_REMEMBERED)
def sum_of_two(cell: str | None, other: str | None, currency: str | None) -> Money | None:
    """Return the sum of the amounts in two cells, or the first alone where the other says nothing; else as `amount_of`."""
    amount, more = money_of(cell, currency), money_of(other, currency)
    return amount + more if amount and more else amount


@lru_cache(maxsize=_REMEMBERED)
def quantity_of(cell: str | None) -> int | None:
    """Return the number of pieces; UnreadableCellError where the cell holds no whole number."""
    if cell is None:
        return None
    plain = cell.strip("' ")
    if not _QUANTITY.fullmatch(plain):
        raise UnreadableCellError(cell)
    return int(plain)


@lru_cache(maxsize=_REMEMBERED)
def moment_of(cell: str | None) -> datetime | None:
    """Return the moment in ISO 8601 (UTC where no zone stands), `MM/dd/yyyy HH:mm:ss z` or a mail's form.

    A day alone is noon in Japan. UnreadableCellError where the cell holds no time, or one in a zone that is not known.
    """
    if cell is None:
        return None
    try:
        found = _moment(cell.strip("' ")) if len(cell) <= _LONGEST else None
    except (ValueError, OverflowError, KeyError):
        found = None
    if found is None or found.year not in _YEARS:
        raise UnreadableCellError(cell)
    return found


def joined(cell: str | None) -> tuple[str, ...]:
    """Return the values of a cell that several were joined in with "and"."""
    if not cell:
        return ()
    return tuple(part.strip() for part in _AND.split(cell)) if " and " in cell.lower() else (cell,)


def _moment(cell: str) -> datetime | None:
    if _ISO.fullmatch(cell):
        at = datetime.fromisoformat(cell.removesuffix("UTC").rstrip())
        if len(cell) <= len("2026-06-29"):
            return datetime.combine(at.date(), time(12), JAPAN)
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    if found := _AMERICAN.fullmatch(cell):
        day = datetime(int(found["year"]), int(found["month"]), int(found["day"]))  # noqa: DTZ001 - the zone follows
        if found["clock"] is None:
            return datetime.combine(day.date(), time(12), JAPAN)
        zone = timezone(timedelta(hours=_ZONES[found["zone"] or "UTC"]))
        clock = time.fromisoformat(found["clock"].zfill(len("00:00:00")))
        return datetime.combine(day.date(), clock, zone)
    if found := _JAPANESE.fullmatch(cell):
        day = datetime(int(found["year"]), int(found["month"]), int(found["day"]))  # noqa: DTZ001 - the zone follows
        return datetime.combine(day.date(), time(12), JAPAN)
    if _MAIL_DATE.fullmatch(cell):
        at = parsedate_to_datetime(cell)
        return at if at.tzinfo else at.replace(tzinfo=UTC)
    return None
