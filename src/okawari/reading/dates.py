"""Dates as Japanese mails write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time

from okawari.domain.japan_time import JAPAN

_DATE = re.compile(
    r"(?<!\d)(?:(?P<era>令和)(?P<era_year>元|\d{1,2})年|(?P<year>\d{4})(?P<mark>[年/.-]))?"
    r" ?(?P<month>\d{1,2}) ?(?P<mark2>[月/.-]) ?(?P<day>\d{1,2})(?!\d)日? ?(?:\((?P<weekday>[月火水木金土日])[^)]{0,6}\))?"
)
_CLOCK = re.compile(r"(?<!\d)(?P<hour>\d{1,2}) ?[:時] ?(?P<minute>\d{2})(?!\d)")
_WEEKDAYS = "月火水木金土日"
_REIWA_BEGIN = 2018


def dates_in(text: str, sent: date | None = None) -> Iterator[date]:
    """Yield the dates in `text`, in order: 2026年11月23日(月), 2026/11/23, 2026-11-23, 令和8年11月23日, 11月23日, 11/23(月).

    A date without a year gets the year that puts it nearest to `sent`, the day of the mail; it is left out where
    `sent` is not known. A day that does not exist, or whose weekday is another, is left out.
    """
    for found in _DATE.finditer(unicodedata.normalize("NFKC", text)):
        day = _day(found, sent)
        if day is not None and found["weekday"] in (None, _WEEKDAYS[day.weekday()]):
            yield day


def date_in(text: str, sent: date | None = None) -> date | None:
    """Return the first date in `text`, or None."""
    return next(dates_in(text, sent), None)


def only_date_in(text: str, sent: date | None = None) -> date | None:
    """Return the one date in `text`, None where it names none or several (11月24日～12月1日)."""
    named = set(dates_in(text, sent))
    return named.pop() if len(named) == 1 else None


def moment_in(text: str, sent: date | None = None) -> datetime | None:
    """Return the time in Japan that `text` names with its day (2026/11/23 11:18, 11月23日(月) 9時05分), None without a time."""
    day, clock = date_in(text, sent), _CLOCK.search(unicodedata.normalize("NFKC", text))
    if day is None or clock is None or not (int(clock["hour"]) < 24 and int(clock["minute"]) < 60):
        return None
    return datetime.combine(day, time(int(clock["hour"]), int(clock["minute"])), JAPAN)


def nearest_year(month: int, day: int, sent: date) -> date | None:
    """Return the day with the year that puts it nearest to `sent`, None for a day that does not exist."""
    near = [found for year in (sent.year - 1, sent.year, sent.year + 1) if (found := _real(year, month, day))]
    return min(near, key=lambda found: abs((found - sent).days), default=None)


def _day(found: re.Match[str], sent: date | None) -> date | None:
    month, day = int(found["month"]), int(found["day"])
    if found["era"]:
        years = 1 if found["era_year"] == "元" else int(found["era_year"])
        return _real(_REIWA_BEGIN + years, month, day)
    if found["year"]:
        same_marks = found["mark2"] == ("月" if found["mark"] == "年" else found["mark"])
        return _real(int(found["year"]), month, day) if same_marks else None
    if found["mark2"] == "月" or (found["mark2"] == "/" and found["weekday"]):
        return nearest_year(month, day, sent) if sent else None
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
