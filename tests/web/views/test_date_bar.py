"""Days in their places."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.plan import RefundLeg
from okawari.web.views.date_bar import date_bar

DAY = date(2026, 11, 24)
days = st.integers(-400, 400).map(lambda count: DAY + timedelta(days=count))


def leg(earliest, typical, latest, remind_on=None, overdue_on=None):
    return RefundLeg(
        method="credit_card",
        amount=None,
        rule=None,
        destination="original_card",
        earliest=earliest,
        typical=typical,
        latest=latest,
        remind_on=remind_on,
        overdue_on=overdue_on,
    )


def place(mark):
    return float(mark.x.rstrip("%"))


def test_no_days_no_bar():
    assert date_bar(leg(None, None, None), DAY) is None


def test_the_first_day_is_left_and_the_last_is_right():
    bar = date_bar(leg(DAY, DAY + timedelta(days=5), DAY + timedelta(days=10)), DAY)
    assert [(mark.kind, mark.x) for mark in bar.marks] == [
        ("earliest", "2.00%"),
        ("today", "2.00%"),
        ("typical", "50.00%"),
        ("latest", "98.00%"),
    ]
    assert (bar.start, bar.width) == ("2.00%", "96.00%")


@given(st.lists(days, min_size=5, max_size=5).map(sorted), days)
def test_marks_stand_in_the_order_of_their_days(listed, today):
    bar = date_bar(leg(*listed), today)
    places = [place(mark) for mark in bar.marks]
    assert places == sorted(places)
    assert all(2 <= one <= 98 for one in places)
    assert float(bar.start.rstrip("%")) >= 2
    assert 0.5 <= float(bar.width.rstrip("%")) <= 96
