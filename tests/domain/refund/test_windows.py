"""Timings in the calendar."""

from datetime import date, datetime

import jpholiday
import pytest

from okawari.domain.japan_time import JAPAN
from okawari.domain.refund.events import Event
from okawari.domain.refund.windows import add_months, window_of
from okawari.domain.rule import Timing


def window(unit, spans, at, **choices):
    first, middle, last = spans
    timing = Timing(unit=unit, min=first, typical=middle, max=last, count_from="", basis="cited", **choices)
    return window_of(timing, Event(at, known=True), jpholiday.is_holiday)


def days(found):
    return found.earliest, found.typical, found.latest


def test_days_are_calendar_days():
    found = window("day", (1, 14, 45), date(2026, 11, 18), remind_after_days=30, overdue_after_days=60)
    assert days(found) == (date(2026, 11, 19), date(2026, 12, 2), date(2027, 1, 2))
    assert (found.remind_on, found.overdue_on) == (date(2026, 12, 18), date(2027, 1, 17))


def test_hours_run_from_the_moment():
    morning = datetime(2026, 11, 18, 10, 0, tzinfo=JAPAN)
    night = datetime(2026, 11, 18, 23, 0, tzinfo=JAPAN)
    assert days(window("hour", (0, 3, 48), morning)) == (
        date(2026, 11, 18),
        date(2026, 11, 18),
        date(2026, 11, 20),
    )
    assert days(window("hour", (0, 3, 1), night))[1:] == (date(2026, 11, 19), date(2026, 11, 19))


def test_hours_from_a_day_are_stretched_over_the_whole_of_it():
    day = date(2026, 11, 18)
    assert days(window("hour", (0, 3, 48), day)) == (day, date(2026, 11, 19), date(2026, 11, 20))


def test_business_days_skip_weekends_holidays_and_the_new_year():
    friday_before_a_holiday = date(2026, 11, 20)  # 23 November is a holiday
    assert days(window("business_day", (2, 3, 3), friday_before_a_holiday)) == (
        date(2026, 11, 25),
        date(2026, 11, 26),
        date(2026, 11, 26),
    )
    last_before_the_break = date(2026, 12, 28)
    assert days(window("business_day", (2, 3, 3), last_before_the_break)) == (
        date(2027, 1, 5),
        date(2027, 1, 6),
        date(2027, 1, 6),
    )


def test_holidays_inside_a_window_push_the_reminders_to_its_end():
    found = window("business_day", (2, 3, 3), date(2026, 12, 28), remind_after_days=5, overdue_after_days=7)
    assert (found.remind_on, found.overdue_on) == (date(2027, 1, 6), date(2027, 1, 6))


def test_a_reminder_stays_where_it_falls():
    sunday = window("day", (0, 1, 7), date(2026, 11, 19), remind_after_days=3, overdue_after_days=10).remind_on
    assert sunday == date(2026, 11, 22)


def test_months_end_with_the_bill():
    found = window("month", (1, 1, 2), date(2026, 8, 5), remind_after_days=45, overdue_after_days=75)
    assert days(found) == (date(2026, 9, 5), date(2026, 9, 30), date(2026, 10, 5))
    assert found.overdue_on == date(2026, 10, 19)


@pytest.mark.parametrize(
    ("day", "count", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 12, 5), 1, date(2027, 1, 5)),
    ],
)
def test_a_shorter_month_ends_on_its_last_day(day, count, later):
    assert add_months(day, count) == later


def test_an_unknown_unit_is_an_error_in_the_data():
    with pytest.raises(ValueError, match="fortnight"):
        window("fortnight", (0, 1, 2), date(2026, 11, 18))
