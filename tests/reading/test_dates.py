from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.dates import date_in, dates_in

SENT = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ご注文日　　2026年11月23日(月)", date(2026, 11, 23)),
        ("2026年 1月 5日", date(2026, 1, 5)),
        ("2026/11/23 10:20", date(2026, 11, 23)),
        ("2026-11-23 22:25:08", date(2026, 11, 23)),
        ("令和8年1月3日", date(2026, 1, 3)),
        ("１１月２３日（月）", date(2026, 11, 23)),
        ("1月2日までに", date(2027, 1, 2)),
        ("11/23(月・祝)", date(2026, 11, 23)),
    ],
)
def test_a_date_is_read(text, day):
    assert date_in(text, SENT) == day


@pytest.mark.parametrize(
    "text",
    ["11月23日(火)", "2026/02/30", "11/23", "250-1234567-1234567", "2026年12月上旬", "2026-11/23", "12.5kg", "13月1日"],
)
def test_no_date_rather_than_a_wrong_one(text):
    assert date_in(text, SENT) is None


def test_without_a_year_and_without_the_day_of_the_mail_there_is_no_date():
    assert date_in("11月23日") is None


def test_all_dates_in_order():
    assert list(dates_in("11月27日(金) - 11月29日(日)", SENT)) == [date(2026, 11, 27), date(2026, 11, 29)]


@given(st.dates(min_value=date(2015, 1, 1), max_value=date(2040, 1, 1)), st.integers(-170, 170))
def test_the_missing_year_is_the_nearest(sent, distance):
    day = sent + timedelta(days=distance)
    assert date_in(f"{day.month}月{day.day}日({'月火水木金土日'[day.weekday()]})", sent) == day
