"""Five answers become facts."""

from datetime import date

import pytest

from okawari.domain.case import CaseState
from okawari.domain.facts import CancelNotified, PersonSaid
from okawari.domain.fold import fold
from okawari.domain.message import CauseCode
from okawari.domain.money import yen
from okawari.domain.payment import PaidBy
from okawari.domain.told import Happened, Told, facts_told, is_stand_in


def told(**changes):
    answers = {
        "merchant": "amazon_jp",
        "happened": Happened.CANCELLED_STOCKOUT,
        "on": date(2026, 11, 20),
        "paid_by": (PaidBy(method="credit_card"),),
        "total": yen(3980),
        "item": "水筒",
    }
    return Told(**(answers | changes))


def test_the_same_answers_are_the_same_order():
    first, again = facts_told(told()), facts_told(told())
    assert first == again
    assert is_stand_in(first[0].order)
    assert facts_told(told(item="本"))[0].order != first[0].order


def test_a_number_that_was_given_is_kept():
    assert {fact.order for fact in facts_told(told(order="250-0000000-0000000"))} == {"250-0000000-0000000"}


@pytest.mark.parametrize("happened", Happened)
def test_every_answer_makes_one_case(happened):
    facts = facts_told(told(happened=happened))
    (case,) = fold(facts)
    assert case.merchant == "amazon_jp"
    (said,) = [fact for fact in facts if isinstance(fact, PersonSaid)]
    assert said.paid_by == (PaidBy(method="credit_card"),)


def test_a_stockout_told_is_a_cancel_by_the_shop():
    (cancel,) = [fact for fact in facts_told(told()) if isinstance(fact, CancelNotified)]
    assert cancel.cancel.cause is CauseCode.STOCKOUT
    (case,) = fold(facts_told(told()))
    assert case.state is CaseState.CANCELLED


def test_a_cancel_without_a_reason_stays_without_one():
    (cancel,) = [fact for fact in facts_told(told(happened=Happened.CANCELLED)) if isinstance(fact, CancelNotified)]
    assert cancel.cancel.cause is CauseCode.UNKNOWN
