"""Ways of paying as the person names them."""

from datetime import date

import pytest

from okawari.domain.money import yen
from okawari.domain.payment import KINDS, METHODS, PaidBy, UnknownPaymentError, parse_paid_by
from okawari.rules.loader import rules


@pytest.mark.parametrize(
    ("text", "paid_by"),
    [
        ("credit_card", PaidBy(method="credit_card")),
        ("paidy:unpaid", PaidBy(method="paidy", kind="bill_unpaid")),
        ("paidy:paid", PaidBy(method="paidy", kind="bill_paid")),
        (" convenience_store:unpaid ", PaidBy(method="convenience_store", kind="unpaid")),
        (
            "rakuten_points:limited@2026-07-31=500",
            PaidBy(method="rakuten_points", kind="limited", expiry=date(2026, 7, 31), amount=yen(500)),
        ),
        ("mercari_points@2026-07-31", PaidBy(method="mercari_points", expiry=date(2026, 7, 31))),
        ("amazon_points=200", PaidBy(method="amazon_points", amount=yen(200))),
    ],
)
def test_a_way_of_paying_is_read(text, paid_by):
    assert parse_paid_by(text) == paid_by


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "unknown payment"),
        ("gold", "unknown payment 'gold'"),
        ("credit_card:limited", "unknown kind 'limited'"),
        ("debit_card:paid", "known: none"),
        ("rakuten_points@2026-02-30", "2026-02-30 is no date"),
        ("credit_card=-5", "unknown payment"),
        ("credit_card=1e9", "unknown payment"),
        ("credit_card=100=200", "unknown payment"),
    ],
)
def test_what_is_none_is_refused_in_one_line(text, complaint):
    with pytest.raises(UnknownPaymentError, match=complaint) as refused:
        parse_paid_by(text)
    assert "\n" not in str(refused.value)


def test_the_rules_speak_of_the_same_ways_of_paying():
    named = {
        method
        for rule in rules("refund")
        for method in (rule.when.get("payment"),)
        for method in (method if isinstance(method, tuple) else (method,))
        if method not in {None, "any", "split"}
    }
    assert named <= set(METHODS)
    assert set(KINDS) <= set(METHODS)
