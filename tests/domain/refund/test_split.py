"""Orders paid in several ways: what returns by each."""

import pytest

from okawari.domain.message import PaymentPart
from okawari.domain.money import Money, allocate, yen
from tests.domain.refund.made import cancelled, planned


def amounts(legs):
    return [(leg.method, leg.amount) for leg in legs]


def note_keys(legs):
    return {note.key for leg in legs for note in leg.notes}


def test_each_share_returns_its_own_way():
    legs = planned(cancelled(), "amazon_points=200", "amazon_gift_balance=300", "credit_card=510")
    assert [(leg.destination, leg.amount) for leg in legs] == [
        ("amazon_points", yen(200)),
        ("amazon_gift_balance", yen(300)),
        ("authorisation_release", yen(510)),
    ]


def test_the_share_without_an_amount_is_the_rest():
    assert amounts(planned(cancelled(), "amazon_points=200", "credit_card")) == [
        ("amazon_points", yen(200)),
        ("credit_card", yen(810)),
    ]


def test_two_shares_without_an_amount_stay_open():
    legs = planned(cancelled(), "amazon_points=200", "credit_card", "amazon_gift_balance")
    assert amounts(legs) == [("amazon_points", yen(200)), ("credit_card", None), ("amazon_gift_balance", None)]
    rest = [note.values["amount"] for leg in legs for note in leg.notes if note.key == "refunds.note_rest_together"]
    assert rest == [yen(810), yen(810)]


def test_what_nobody_spoke_of_is_a_leg_of_its_own():
    legs = planned(cancelled(), "amazon_points=200")
    assert amounts(legs) == [("amazon_points", yen(200)), ("unknown", yen(810))]


def test_one_way_of_paying_takes_all_that_is_due():
    assert amounts(planned(cancelled(), "credit_card")) == [("credit_card", yen(1010))]
    assert amounts(planned(cancelled(), "credit_card=2000")) == [("credit_card", yen(1010))]


def test_shares_that_exceed_what_is_due_are_left_open():
    legs = planned(cancelled(), "amazon_points=800", "credit_card=800")
    assert amounts(legs) == [("amazon_points", None), ("credit_card", None)]
    assert "refunds.note_amounts_do_not_fit" in note_keys(legs)


def test_an_unknown_total_leaves_what_was_said():
    legs = planned(cancelled(amount_due=None), "amazon_points=200", "credit_card")
    assert amounts(legs) == [("amazon_points", yen(200)), ("credit_card", None)]


def test_a_total_of_nothing_still_returns_the_points():
    case = cancelled(amount_due=yen(0))
    assert amounts(planned(case, "amazon_points=1010")) == [("amazon_points", yen(1010))]
    assert amounts(planned(case, "amazon_points")) == [("amazon_points", None)]
    assert amounts(planned(case, "credit_card")) == [("credit_card", yen(0))]


def test_a_slip_not_paid_returns_nothing():
    legs = planned(cancelled(), "amazon_points=200", "convenience_store:unpaid")
    assert [(leg.destination, leg.amount) for leg in legs] == [("amazon_points", yen(200)), ("none", yen(0))]


def test_a_coupon_is_no_money():
    legs = planned(cancelled(), "credit_card", "coupon=500")
    assert amounts(legs) == [("credit_card", yen(1010)), ("coupon", None)]


def test_amounts_are_in_the_currency_of_the_order():
    legs = planned(cancelled("amazon_com", amount_due=Money(yen(10).amount, "USD")), "debit_card=4", "credit_card")
    assert [leg.amount.currency for leg in legs] == ["USD", "USD"]


MAILED = (PaymentPart(method="amazon_points", amount=yen(200)), PaymentPart(method="credit_card", amount=yen(810)))


def test_the_mail_alone_tells_how_it_was_paid():
    legs = planned(cancelled(payments=MAILED))
    assert amounts(legs) == [("amazon_points", yen(200)), ("credit_card", yen(810))]


def test_the_person_adds_to_the_mail():
    legs = planned(cancelled(payments=MAILED), "credit_card:revolving")
    assert [(leg.method, leg.kind, leg.amount) for leg in legs] == [
        ("amazon_points", None, yen(200)),
        ("credit_card", "revolving", yen(810)),
    ]


def test_the_person_names_what_the_mail_did_not():
    parts = (MAILED[0], PaymentPart(method="unknown", wording="その他", amount=yen(810)))
    assert amounts(planned(cancelled(payments=parts), "paidy")) == [("amazon_points", yen(200)), ("paidy", yen(810))]


def test_the_person_alone_where_the_two_do_not_fit():
    assert amounts(planned(cancelled(payments=MAILED), "paidy")) == [("paidy", yen(1010))]


def test_a_mailed_slip_may_not_have_been_paid():
    case = cancelled(payments=(PaymentPart(method="convenience_store"),))
    (leg,) = planned(case)
    assert [leg.rule, *(other.rule for other in leg.or_else)] == [
        "REF-AMZ-CONV-01",
        "REF-AMZ-CONV-02",
        "REF-AMZ-BANK-01",
    ]
    assert [other.amount for other in leg.or_else] == [yen(0), yen(1010)]


def test_a_partial_cancel_does_not_say_which_share_returns():
    legs = planned(cancelled(partial=True), "amazon_points=200", "credit_card=4800")
    assert amounts(legs) == [("amazon_points", None), ("credit_card", None)]
    caps = [note.values["amount"] for leg in legs for note in leg.notes if note.key == "refunds.note_at_most"]
    assert caps == [yen(200), yen(4800)]


@pytest.mark.parametrize(("due", "card", "points"), [(1010, 1010, 0), (3000, 2500, 500)])
def test_rakuten_returns_the_chosen_payment_first_then_the_points(due, card, points):
    case = cancelled("rakuten", partial=True, amount_due=yen(due), total=yen(4000))
    legs = planned(case, "rakuten_points=1500", "credit_card")
    assert amounts(legs) == [("credit_card", yen(card)), ("rakuten_points", yen(points))]


def test_a_discount_is_spread_over_the_items_and_taken_off_each_refund():
    prices = (1000, 2000, 2000)
    spread = allocate(500, prices)
    assert spread == (100, 200, 200)
    assert [price - part for price, part in zip(prices, spread, strict=True)] == [900, 1800, 1800]
