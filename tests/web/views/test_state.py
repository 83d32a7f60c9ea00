"""Nothing is called done that is not, nothing late before its day."""

from datetime import date, timedelta

import pytest

from okawari.domain.plan import Deadline, RefundLeg
from okawari.web.views.state import State, state_of_day, state_of_leg

DAY = date(2026, 11, 24)


def leg(**days):
    return RefundLeg(method="credit_card", amount=None, rule=None, destination="original_card", **days)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2026, 12, 4), State.PLANNED),
        (date(2026, 12, 5), State.DUE),
        (date(2026, 12, 24), State.DUE),
        (date(2026, 12, 25), State.LATE),
    ],
)
def test_a_share_is_due_on_its_day_and_late_on_its_day(today, state):
    share = leg(latest=date(2026, 12, 10), remind_on=date(2026, 12, 5), overdue_on=date(2026, 12, 25))
    assert state_of_leg(share, today) is state


def test_without_days_nobody_knows():
    assert state_of_leg(leg(), DAY) is State.UNKNOWN


@pytest.mark.parametrize(
    ("what", "days", "waiting", "state"),
    [
        ("refund_overdue", -1, True, State.LATE),
        ("refund_overdue", -1, False, State.DONE),
        ("claim_opens", -1, True, State.DONE),
        ("refund_overdue", 0, True, State.DUE),
        ("refund_overdue", 3, True, State.DUE),
        ("refund_overdue", 4, True, State.PLANNED),
    ],
)
def test_a_day_that_has_passed_is_late_only_while_money_is_waited_for(what, days, waiting, state):
    deadline = Deadline(what=what, on=DAY + timedelta(days=days))
    assert state_of_day(deadline, DAY, waiting=waiting) is state
