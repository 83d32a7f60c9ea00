"""A preorder that comes out soon while nothing moves."""

from datetime import date

import jpholiday
import pytest

from okawari.domain.alarms import alarms_of, due
from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.message import CauseCode
from okawari.domain.plan import CauseFinding, Plan


def alarms(release_on, state=CaseState.ORDERED):
    case = Case(
        merchant="amazon_jp",
        order="250-0000001-0000001",
        state=state,
        authenticity=Authenticity(Verdict.GENUINE),
        release_on=release_on,
    )
    plan = Plan(case=case, on=date(2026, 11, 1), cause=CauseFinding(code=CauseCode.UNKNOWN))
    return alarms_of(plan, jpholiday.is_holiday)


def test_the_warning_comes_three_days_before_on_a_day_on_which_shops_work():
    assert [(one.what, one.on) for one in alarms(date(2026, 11, 27))] == [
        ("release_near", date(2026, 11, 24)),
        ("release_day", date(2026, 11, 27)),
        ("release_passed", date(2026, 11, 30)),  # the Monday after
    ]
    # the 23rd is a holiday, the two days before it a week-end
    assert alarms(date(2026, 11, 26))[0].on == date(2026, 11, 20)


def test_each_is_raised_once_and_the_day_replaces_the_warning():
    planned = alarms(date(2026, 11, 27))
    (warned,) = due(planned, date(2026, 11, 25), ())
    assert warned.what == "release_near"
    assert due(planned, date(2026, 11, 26), {warned.key}) == ()
    assert [one.what for one in due(planned, date(2026, 11, 27), {warned.key})] == ["release_day"]


@pytest.mark.parametrize("state", [CaseState.SHIPPED, CaseState.DELIVERED, CaseState.CANCELLED])
def test_what_moves_or_is_dead_raises_nothing(state):
    assert alarms(date(2026, 11, 27), state) == ()
