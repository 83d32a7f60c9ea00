"""Days that banks and shops in Japan work on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

IsHoliday = Callable[[date], bool]


def is_business_day(day: date, is_holiday: IsHoliday) -> bool:
    """Return whether `day` is Monday to Friday, no holiday, and not in the New Year break (12/29-1/3)."""
    new_year = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
    return day.weekday() < 5 and not new_year and not is_holiday(day)


def add_business_days(start: date, count: int, is_holiday: IsHoliday) -> date:
    """Return the day `count` business days after `start`; `start` itself for 0."""
    day, left = start, count
    while left > 0:
        day += timedelta(days=1)
        if is_business_day(day, is_holiday):
            left -= 1
    return day
