"""Whom to ask, and in which order."""

from datetime import date

import pytest

from okawari.domain.payment import METHODS
from okawari.domain.refund.wording import look_phrase
from okawari.i18n import say
from tests.domain.refund.made import cancelled, planned


def ask(paid_by, merchant="amazon_jp", **asked):
    (leg,) = planned(cancelled(merchant), paid_by, **asked)
    return leg.ask


@pytest.mark.parametrize(
    ("merchant", "paid_by", "key"),
    [
        ("amazon_jp", "debit_card", "ask_bank"),
        ("amazon_jp", "amazon_gift_balance", "ask_mall"),
        ("amazon_jp", "convenience_store", "ask_mall"),
        ("amazon_jp", "carrier_docomo", "ask_carrier"),
        ("amazon_jp", "paypay_card", "ask_paypay"),
        ("amazon_jp", "paidy", "ask_paidy"),
        ("amazon_jp", "cash_on_delivery:paid", "ask_shop"),
        ("rakuten", "bank_transfer_prepaid", "ask_bank_transfer"),
        ("mercari", "merpay_balance", "ask_mercari"),
    ],
)
def test_each_way_of_paying_has_its_desk(merchant, paid_by, key):
    assert ask(paid_by, merchant).key == f"refunds.{key}"


def test_a_card_refund_is_asked_of_the_shop_first_and_decided_before_day_100():
    words = say(ask("credit_card", captured=True), "ja")
    assert words.index("まず店に") < words.index("カード会社に尋ねます")
    assert ask("credit_card", captured=True).values["decide"] == date(2027, 2, 26)


def test_a_hold_is_looked_for_in_the_available_credit():
    said = ask("credit_card", captured=False)
    assert said.key == "refunds.ask_authorisation_release"
    assert "利用可能枠" in say(said, "ja")


@pytest.mark.parametrize("paid_by", ["convenience_store:unpaid", "cash_on_delivery", "convenience_pay_later"])
def test_nobody_is_asked_for_what_does_not_come(paid_by):
    assert ask(paid_by) is None


def test_unknown_ways_of_paying_say_when_each_holds():
    (leg,) = planned(cancelled())
    assert [(other.method, other.condition and other.condition.key) for other in leg.or_else] == [
        ("credit_card", "refunds.if_not_captured"),
        ("credit_card", "refunds.if_captured"),
        ("debit_card", None),
        ("amazon_gift_balance", None),
        ("convenience_store", None),
    ]


def test_the_main_leg_has_no_condition():
    (leg,) = planned(cancelled(), "paidy")
    assert leg.condition is None
    assert [other.condition.key for other in leg.or_else] == ["refunds.if_bill_paid"]


@pytest.mark.parametrize("merchant", ["amazon_jp", "rakuten", "yahoo_shopping", "mercari", "yodobashi"])
@pytest.mark.parametrize("locale", ["ja", "en"])
def test_each_way_of_paying_says_where_and_from_which_day_its_money_can_be_seen(merchant, locale):
    for method in METHODS:
        leg = next(one for one in planned(cancelled(merchant), method) if one.method == method)
        look = look_phrase(leg)
        if method == "cash_on_delivery":
            assert look is None or leg.destination == "amazon_gift_balance"
            continue
        assert look is not None, method
        assert look.values.get("day") == leg.remind_on
        assert "place" not in say(look, locale)  # each place is named by words of its own


def test_nobody_is_sent_anywhere_while_nobody_knows_how_it_was_paid():
    (leg,) = planned(cancelled())
    assert look_phrase(leg) is None
