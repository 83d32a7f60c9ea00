"""Goods of a cancelled order that are on sale again: shown with both prices, never called a lie."""

from datetime import date

import pytest

from okawari.domain.facts import OfferedAgain
from okawari.domain.fold import fold
from okawari.domain.refund import Asked
from okawari.i18n import say as words
from okawari.services.rescue import plan_facts
from tests.domain import say


def again(*items, hours=200):
    return say._fact(OfferedAgain, hours, "again", part=say.part(*items))


def step(*facts):
    (plan,) = plan_facts(facts, Asked(on=date(2026, 12, 5)))
    return next((one for one in plan.steps if one.code == "offered_again"), None)


PLACED, CANCELLED = say.placed(say.item("水筒 K-500W", 3980), total=3980), say.cancelled()


def test_both_prices_and_a_calm_question():
    found = step(PLACED, CANCELLED, again(say.item("水筒 K-500W", 4980)))
    assert "前は3,980円、今回は4,980円です。" in words(found.text)
    assert "It cost ¥3,980 before, and ¥4,980 now." in words(found.text, "en")
    assert found.rule == "MKT-RELIST-01"
    assert "注文したときの価格で" in words(found.draft.body)
    assert not any(word in words(found.text) for word in ("嘘", "詐欺"))


@pytest.mark.parametrize("items", [(), (say.item("別の品", 500),), (say.item("水筒 K-500W"),)])
def test_without_a_price_none_is_told(items):
    assert "円" not in words(step(PLACED, CANCELLED, again(*items)).text)


def test_what_was_told_before_the_cancel_or_without_one_is_no_offer_again():
    assert step(PLACED, CANCELLED, again(hours=1)) is None
    assert step(PLACED, again()) is None


def test_an_offer_alone_makes_no_case_and_ends_none():
    assert fold([again()]) == ()
    with_offer, without = fold([PLACED, CANCELLED, again()])[0], fold([PLACED, CANCELLED])[0]
    assert (with_offer.state, with_offer.authenticity) == (without.state, without.authenticity)
