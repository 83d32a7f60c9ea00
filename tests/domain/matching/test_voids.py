"""Held payments against closed statements."""

from datetime import date, timedelta

import pytest

from okawari.domain.matching import Charge, Covered, Held, Hold, look_for_charges

DAY = date(2026, 10, 1)


def held(**more):
    said = {"account": "visa", "amount": 3000} | more
    return Held(key="h", payee="amazon_jp", ordered_on=DAY, gone_by=DAY + timedelta(days=30), **said)


def charge(key, amount=3000, day=3, **more):
    said = {"account": "visa", "payee": "amazon_jp"} | more
    return Charge(key=key, amount=amount, on=DAY + timedelta(days=day), **said)


WHOLE = (
    Covered(account="visa", since=date(2026, 9, 16), until=date(2026, 10, 15)),
    Covered(account="visa", since=date(2026, 10, 16), until=date(2026, 11, 15)),
)


def look(bills=(), prices=(), covered=WHOLE, **more):
    return look_for_charges([held(**more)], bills, prices, covered)["h"]


def test_no_charge_on_closed_statements_is_a_hold_let_go():
    assert look() == (Hold.GONE, ())
    assert look([charge("other", 2999), charge("elsewhere", payee="rakuten"), charge("before", day=-1)]) == (
        Hold.GONE,
        (),
    )


@pytest.mark.parametrize(
    "covered", [(), WHOLE[:1], WHOLE[1:], (Covered(account="jcb", since=DAY, until=date(2027, 1, 1)),)]
)
def test_a_statement_that_does_not_reach_says_nothing(covered):
    assert look(covered=covered) == (Hold.UNKNOWN, ())


def test_a_gap_between_statements_is_not_whole():
    parts = (WHOLE[0], Covered(account="visa", since=date(2026, 10, 17), until=date(2026, 12, 1)))
    assert look(covered=parts) == (Hold.UNKNOWN, ())


def test_where_the_account_is_not_known_nothing_is_called_gone():
    assert look(account="") == (Hold.UNKNOWN, ())


def test_a_bill_of_the_amount_is_the_charge():
    assert look([charge("b")]) == (Hold.CHARGED, ("b",))


def test_a_bill_that_another_order_of_the_same_price_may_have_caused_is_asked():
    assert look([charge("b")], [charge("twin", day=1)]) == (Hold.UNKNOWN, ("b",))
    assert look([charge("b"), charge("c", day=4)], [charge("twin", day=1)]) == (Hold.CHARGED, ("b", "c"))


def test_a_bill_that_may_hold_the_amount_among_others_is_asked():
    assert look([charge("b", 5000)], [charge("other", 2000)]) == (Hold.UNKNOWN, ("b",))
    assert look([charge("b", 5000)], [charge("other", 2001)]) == (Hold.GONE, ())
