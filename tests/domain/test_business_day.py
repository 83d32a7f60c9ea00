"""Days on which banks and shops in Japan work."""

from datetime import date

import jpholiday
import pytest

from okawari.domain.business_day import add_business_days, is_business_day


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2026, 11, 20), True),
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 11, 23), False),  # Labour Thanksgiving Day
        (date(2026, 5, 6), False),  # in lieu of a holiday on a Sunday
        (date(2026, 9, 22), False),  # between two holidays
        (date(2026, 12, 28), True),
        (date(2026, 12, 29), False),
        (date(2027, 1, 3), False),
        (date(2027, 1, 4), True),
    ],
)
def test_working_days(day, works):
    assert is_business_day(day, jpholiday.is_holiday) is works


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 20), 1, date(2026, 11, 24)),
        (date(2026, 11, 21), 1, date(2026, 11, 24)),
        (date(2026, 12, 28), 1, date(2027, 1, 4)),
        (date(2026, 4, 28), 2, date(2026, 5, 1)),
        (date(2026, 5, 1), 1, date(2026, 5, 7)),
    ],
)
def test_counting_business_days(start, count, end):
    assert add_business_days(start, count, jpholiday.is_holiday) == end
