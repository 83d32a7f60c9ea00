"""Amounts below zero are no amounts: each is named, and what rests on it is unknown."""

from dataclasses import replace
from decimal import Decimal

import pytest

from okawari.domain.below_zero import order_below_zero
from okawari.domain.fold import fold
from okawari.domain.money import Money, yen
from okawari.i18n.problems import problem_text
from tests.domain import say


def codes(case):
    return [(problem.code, problem.where, problem.detail) for problem in case.problems]


def the_case(*facts):
    (case,) = fold(facts)
    return case


def test_a_negative_order_is_named_and_nothing_is_due_from_it():
    placed = say.placed(say.item("土鍋", -1980), total=-1980)
    case = the_case(placed, say.cancelled(hours=24))
    assert codes(case) == [("amount_below_zero", placed.provenance.file, "-1980 JPY")]
    assert (case.total, case.amount_due, case.items[0].price) == (None, None, None)


def test_a_negative_refund_is_named_and_its_order_stays_due():
    refund = say.refunded(1980, hours=30)
    case = the_case(
        say.placed(say.item("土鍋", 1980), total=1980),
        say.cancelled(hours=24),
        replace(refund, refund=replace(refund.refund, amount=yen(-1980))),
    )
    assert [code for code, _, _ in codes(case)] == ["refund_below_zero"]
    assert case.amount_due == yen(1980)


def test_a_discount_among_prices_is_none():
    items = (say.item("土鍋", 1980), say.item("クーポン", -200))
    assert order_below_zero("1", yen(1780), items) == ()
    assert order_below_zero("1", None, items) == ()
    assert order_below_zero("1", Money(Decimal(0)), ()) == ()


@pytest.mark.parametrize(("locale", "mend"), [("ja", "注文履歴で"), ("en", "order history")])
def test_the_line_says_what_where_and_how_to_mend(locale, mend):
    (problem,) = order_below_zero("1", yen(-1980), (), "order.eml")
    said = problem_text(problem, locale)
    assert "order.eml" in said
    assert "-1,980" in said
    assert mend in said
