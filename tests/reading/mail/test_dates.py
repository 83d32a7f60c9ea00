"""Times of headers and forwards."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.japan_time import JAPAN
from okawari.reading.mail.dates import parse_date

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=JAPAN)


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 23 Nov 2026 09:00:00 +0900",
        "Mon, 23 Nov 2026 09:00:00 +0900 (JST)",
        "23 Nov 2026 09:00 +0900",
        "Mon, 23 Nov 2026 00:00:00 GMT",
        "Mon, 23 Nov 2026 00:00:00 -0000",
        "Mon, 23 Nov 2026 09:00:00 JST",
        "Sun, 22 Nov 2026 16:00:00 -0800 (PST)",
        "Sun, 22 Nov 26 19:00:00 EST",
        "2026-11-23T09:00:00+09:00",
        "2026-11-23T00:00:00Z",
        "2026-11-23 09:00:00 +0900",
        "Mon,  23 Nov 2026  09:00:00  +0900",
        "November 22, 2026 at 7:00:00 PM EST",
    ],
)
def test_a_time_with_a_zone_is_exact(text):
    when = parse_date(text)
    assert when is not None
    assert when.at == NINE
    assert when.zoned


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 23 Nov 2026 09:00:00",
        "2026年11月23日(月) 9:00",
        "2026年11月23日月曜日 9:00",
        "2026年11月23日 午前9:00",
        "2026年11月23日（月） 9時00分",
        "2026/11/23 (月) 9:00",
        "2026/11/23 9:00:00",
        "２０２６年１１月２３日 ９：００",
        "Mon, Nov 23, 2026 at 9:00 AM",
    ],
)
def test_a_time_without_a_zone_is_japans_and_said_to_be(text):
    when = parse_date(text)
    assert when is not None
    assert when.at == NINE
    assert not when.zoned


@pytest.mark.parametrize(("text", "hour"), [("午後9:00", 21), ("午前12:05", 0), ("午後0:05", 12), ("9:00 PM", 21)])
def test_noon_parts_the_day(text, hour):
    when = parse_date(f"2026年11月23日 {text}")
    assert when is not None
    assert when.at.hour == hour


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "Sat, 30 Dec 1899 00:00:00 -0700",
        "2026年13月1日 9:00",
        "Mon, 99 Nov 2026 09:00 +0900",
        "+0900",
        "9999-99-99",
    ],
)
def test_what_is_no_time_is_none(text):
    assert parse_date(text) is None


@given(st.text(max_size=200))
def test_any_text_gives_a_zoned_time_or_none(text):
    when = parse_date(text)
    assert when is None or when.at.tzinfo is not None


@given(st.integers(350_000_000, 4_000_000_000), st.integers(-14, 14))
def test_what_mail_programs_write_is_read_back(second, hours):
    written = datetime.fromtimestamp(second, timezone(timedelta(hours=hours)))
    when = parse_date(written.strftime("%a, %d %b %Y %H:%M:%S %z"))
    assert when is not None
    assert when.at == written.astimezone(UTC)
