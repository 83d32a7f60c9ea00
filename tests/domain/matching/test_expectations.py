"""What plans let us expect on accounts."""

from datetime import date, timedelta

import pytest

from okawari.domain.matching.expectations import outlook_of
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.services.rescue import plan_facts
from tests.domain import say

TODAY = date(2026, 11, 25)


def outlook(*facts, paid="credit_card", captured=None):
    asked = Asked(on=TODAY, paid_by=tuple(parse_paid_by(one) for one in paid.split()), captured=captured)
    plans = plan_facts(facts, asked)
    return outlook_of(plans, [plan.case for plan in plans])


def dead(merchant="amazon_jp", charged=None):
    refund = None if charged is None else say.announced(3000, charged=charged)
    placed = say.placed(say.item("A", 3000), total=3000, merchant=merchant)
    return placed, say.cancelled(hours=24, merchant=merchant, refund=refund)


DEAD = dead()


def test_a_charged_card_is_expected_back_on_a_card_long_enough():
    found = outlook(*DEAD, captured=True)
    (one,) = found.expected
    assert (one.payee, one.amount, one.order) == ("amazon_jp/card", 3000, say.ORDER)
    assert one.earliest == date(2026, 11, 24)
    assert one.latest >= one.earliest + timedelta(days=75)
    assert found.held == ()


def test_where_nobody_knows_if_it_was_charged_both_are_looked_for():
    found = outlook(*DEAD)
    assert [one.payee for one in found.expected] == ["amazon_jp/card"]
    (hold,) = found.held
    assert (hold.amount, hold.ordered_on) == (3000, date(2026, 11, 23))
    assert hold.gone_by >= date(2026, 12, 23)
    assert len({found.shares[one.key] for one in (*found.expected, *found.held)}) == 1


def test_a_gift_balance_is_looked_for_on_the_balance_alone():
    found = outlook(*DEAD, paid="amazon_gift_balance")
    assert [one.payee for one in found.expected] == ["amazon_jp/balance"]


@pytest.mark.parametrize(
    ("merchant", "paid", "kind"),
    [
        ("yodobashi", "credit_card", "card"),
        ("dmm", "credit_card", "card"),
        ("dmm", "paypay_balance", "wallet"),
        ("amazon_jp", "paypay_card", "card"),
    ],
)
def test_where_no_rule_says_where_it_returns_it_is_looked_for_where_it_was_paid_from(merchant, paid, kind):
    found = outlook(*dead(merchant), paid=paid, captured=True)
    assert [one.payee for one in found.expected] == [f"{merchant}/{kind}"]


@pytest.mark.parametrize(
    ("merchant", "paid", "charged", "held"),
    [
        ("rakuten", "credit_card", False, ["rakuten/card"]),
        ("mercari", "credit_card", False, ["mercari/card"]),
        ("dmm", "paypay_card", False, ["dmm/card"]),
        ("rakuten", "credit_card", True, []),
        ("rakuten", "credit_card", None, []),
        ("rakuten", "paypay_balance", False, []),
        ("rakuten", "debit_card", False, []),
    ],
)
def test_a_card_that_is_said_to_be_uncharged_was_held_at_whatever_shop(merchant, paid, charged, held):
    found = outlook(*dead(merchant, charged), paid=paid)
    assert [(one.payee, one.amount, one.ordered_on) for one in found.held] == [
        (payee, 3000, date(2026, 11, 23)) for payee in held
    ]


def test_parts_may_lie_as_far_apart_as_their_cancels():
    a, b = say.item("A", 3000), say.item("B", 2000)
    parts = (
        say.placed(a, b, total=5000),
        say.cancelled(a, partial=True, hours=24),
        say.cancelled(b, partial=True, hours=24 * 16, mail="second"),
    )
    (one,) = outlook(*parts, captured=True).expected
    assert (one.amount, one.spread) == (5000, timedelta(days=15))
    (one,) = outlook(*DEAD, captured=True).expected
    assert one.spread == timedelta()


@pytest.mark.parametrize(
    ("paid", "kind"),
    [
        ("amazon_points", "points"),
        ("carrier_docomo", "carrier"),
        ("carrier_au", "carrier"),
        ("paidy:bill_paid", "pay_later"),
        ("paypay_balance", "wallet"),
    ],
)
def test_each_way_of_paying_shows_on_its_own_kind_of_account(paid, kind):
    found = outlook(*DEAD, paid=paid)
    (one,) = (one for one in found.expected if one.payee == f"amazon_jp/{kind}")
    assert one.unnamed is (kind != "wallet")
    assert found.held == ()


def test_a_share_without_a_known_amount_cannot_be_looked_for():
    assert outlook(say.cancelled()).expected == ()


def test_an_order_that_lives_has_a_price_and_a_dead_one_has_none():
    alive = say.placed(say.item("B", 2000), total=2000, order="250-0000002-0000002")
    found = outlook(*DEAD, alive)
    assert [(one.key, one.amount) for one in found.prices] == [("amazon_jp|250-0000002-0000002", 2000)]


def test_of_a_part_no_hold_is_looked_for():
    facts = (
        say.placed(say.item("A", 3000), say.item("B", 2000), total=5000),
        say.cancelled(say.item("B", 2000), hours=24, partial=True),
    )
    assert outlook(*facts).held == ()
