"""Days as they are read: with their year where it is another than the reader's."""

import threading
from datetime import UTC, date, datetime

import pytest

from okawari.domain.phrase import phrase
from okawari.i18n import formats, say


@pytest.mark.parametrize(
    ("today", "day", "ja", "en"),
    [
        (date(2026, 12, 31), date(2026, 12, 31), "12月31日(木)", "Thu 31 Dec"),
        (date(2026, 12, 31), date(2027, 1, 5), "2027年1月5日(火)", "Tue 5 Jan 2027"),
        (date(2027, 1, 1), date(2026, 12, 31), "2026年12月31日(木)", "Thu 31 Dec 2026"),
        (date(2027, 1, 1), date(2027, 1, 5), "1月5日(火)", "Tue 5 Jan"),
    ],
)
def test_the_year_stands_where_it_is_not_the_readers(today, day, ja, en):
    formats.read_on(today)
    assert (formats.day(day, "ja"), formats.day(day, "en")) == (ja, en)
    sentence = phrase("refunds.look_from", where="明細", day=day)
    assert ja in say(sentence, "ja")
    assert en in say(sentence, "en")


def test_a_moment_belongs_to_the_year_in_japan():
    formats.read_on(date(2027, 1, 1))
    assert formats.moment(datetime(2026, 12, 31, 15, 5, tzinfo=UTC), "ja") == "1月1日(金) 0:05"
    assert formats.moment(datetime(2026, 12, 31, 14, 5, tzinfo=UTC), "ja") == "2026年12月31日(木) 23:05"


def test_what_is_kept_for_later_always_names_the_year():
    assert formats.day(date(2026, 11, 23), "ja", year=True) == "2026年11月23日(月)"


def test_without_a_word_it_is_read_today():
    formats.read_on(None)
    this_year = datetime.now(formats.JAPAN).date()
    assert "年" not in formats.day(this_year, "ja")
    assert "年" in formats.day(this_year.replace(year=this_year.year + 1, day=1), "ja")


def test_each_context_has_a_reader_of_its_own():
    formats.read_on(date(2027, 1, 1))
    seen = []
    other = threading.Thread(
        target=lambda: (formats.read_on(date(2030, 1, 1)), seen.append(formats.day(date(2030, 1, 2), "ja")))
    )
    other.start()
    other.join()
    assert seen == ["1月2日(水)"]
    assert formats.day(date(2030, 1, 2), "ja") == "2030年1月2日(水)"
