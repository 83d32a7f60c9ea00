"""The shop's own word that points or a balance were given back."""

from dataclasses import replace
from datetime import date

import jpholiday
import pytest

from okawari.domain.alarms import alarms_of
from okawari.domain.case import SaidBack
from okawari.domain.message import PaymentPart
from okawari.domain.money import yen
from okawari.domain.refund import Asked
from okawari.domain.refund.wording import look_phrase
from okawari.domain.returns import Standing, returns_of, standing_of
from okawari.i18n import say
from okawari.services.rescue import plan_case
from tests.domain.refund.made import cancelled, planned

SAID_ON = date(2026, 11, 19)
LONG_AFTER = date(2027, 2, 1)


def said(method, amount=None, **more):
    return SaidBack(PaymentPart(method=method, amount=yen(amount) if amount else None, **more), SAID_ON)


@pytest.mark.parametrize(
    ("merchant", "way"),
    [
        ("amazon_jp", "amazon_points"),
        ("amazon_jp", "amazon_gift_balance"),
        ("rakuten", "rakuten_points"),
        ("yahoo_shopping", "paypay_points"),
        ("mercari", "d_points"),
        (None, "d_points"),
    ],
)
@pytest.mark.parametrize("amount", [None, 1010])
def test_it_is_looked_for_and_never_late(merchant, way, amount):
    (leg,) = planned(cancelled(merchant, said_back=(said(way, amount),)), way)
    assert (leg.said_back, leg.overdue_on, leg.or_else) == (SAID_ON, None, ())
    assert standing_of(leg, LONG_AFTER) is Standing.DUE
    assert "11月19日(木)に戻したと、お店のメールにあります" in say(look_phrase(leg))


def test_a_mail_that_proves_nothing_is_told_and_quiets_nothing():
    silent = planned(cancelled("rakuten"), "rakuten_points")[0]
    claimed = replace(cancelled("rakuten"), claimed_back=(said("rakuten_points", 1010),))
    (leg,) = planned(claimed, "rakuten_points")
    assert replace(leg, notes=silent.notes) == silent
    assert standing_of(leg, LONG_AFTER) is Standing.OVERDUE
    (note,) = leg.notes[len(silent.notes) :]
    assert "11月19日(木)に戻したとあります。本物と確かめられない" in say(note)
    (proven,) = planned(replace(claimed, said_back=(said("rakuten_points", 1010),)), "rakuten_points")
    assert proven.said_back == SAID_ON
    (card,) = planned(replace(claimed, captured=True), "credit_card")
    assert note not in card.notes


def test_a_card_waits_for_its_bank_whatever_the_shop_says():
    case = cancelled(said_back=(said("credit_card", 1010),), captured=True)
    assert planned(case, "credit_card") == planned(cancelled(captured=True), "credit_card")


def test_a_part_of_a_share_is_told_and_the_rest_is_waited_for():
    (leg,) = planned(cancelled(said_back=(said("amazon_points", 500),)), "amazon_points")
    assert leg.said_back is None
    assert standing_of(leg, LONG_AFTER) is Standing.OVERDUE
    assert "お店のメールには、11月19日(木)に500円を戻したとあります。" in [say(note) for note in leg.notes]


def test_two_refunds_of_one_share_count_together():
    told = (said("amazon_points", 500), said("amazon_points", 510))
    (leg,) = planned(cancelled(said_back=told), "amazon_points")
    assert leg.said_back == SAID_ON


def test_other_points_than_those_that_paid_prove_nothing():
    (leg,) = planned(cancelled(said_back=(said("rakuten_points", 1010),)), "amazon_points")
    assert leg.said_back is None


def test_limited_points_do_not_answer_for_regular_ones():
    case = cancelled("rakuten", said_back=(said("rakuten_points", 1010, kind="limited"),))
    (leg,) = planned(case, "rakuten_points:regular")
    assert leg.said_back is None


def test_points_that_a_rule_calls_lost_come_back_where_the_shop_says_so():
    case = cancelled("mercari", said_back=(said("d_points"),))
    (leg,) = planned(case, "d_points@2026-11-01")
    assert (leg.destination, leg.said_back) == ("same_balance", SAID_ON)
    assert planned(cancelled("mercari"), "d_points@2026-11-01")[0].destination == "lost"


def test_one_reminder_comes_and_nothing_is_called_late():
    case = cancelled(said_back=(said("amazon_points"),), payments=(PaymentPart(method="amazon_points"),))
    plan = plan_case(case, Asked(on=SAID_ON))
    told = {alarm.what for alarm in alarms_of(plan, jpholiday.is_holiday)}
    assert "look_for_refund" in told
    assert told.isdisjoint({"refund_overdue", "ask_issuer", "consumer_hotline"})
    (one,) = returns_of([plan], LONG_AFTER).all
    assert (one.standing, one.on) == (Standing.DUE, SAID_ON)


def test_what_nobody_told_was_paid_as_the_refund_says():
    case = cancelled(
        payments=(PaymentPart(method="amazon_points", amount=yen(200)),),
        said_back=(said("amazon_points", 200), said("credit_card", 810)),
    )
    points, card = planned(case)
    assert (points.method, points.amount, points.said_back) == ("amazon_points", yen(200), SAID_ON)
    assert (card.method, card.amount, card.said_back) == ("credit_card", yen(810), None)


def test_one_refund_of_an_order_without_any_way_of_paying_names_it():
    (leg,) = planned(cancelled(said_back=(said("amazon_gift_balance"),)))
    assert (leg.method, leg.amount) == ("amazon_gift_balance", yen(1010))


def test_where_all_is_told_the_refund_adds_no_share():
    case = cancelled(payments=(PaymentPart(method="convenience_store", amount=yen(1010)),))
    legs = planned(replace(case, said_back=(said("amazon_gift_balance", 1010),)))
    assert [leg.method for leg in legs] == ["convenience_store"]
    case = cancelled(payments=(PaymentPart(method="credit_card"),), said_back=(said("amazon_points", 200),))
    assert [leg.method for leg in planned(case)] == ["credit_card"]


def test_what_the_person_tells_goes_before_the_refund_mail():
    case = cancelled(said_back=(said("amazon_points", 200), said("credit_card", 810)))
    assert [leg.method for leg in planned(case, "debit_card")] == ["debit_card"]


@pytest.mark.parametrize("partial", [True, False])
def test_the_refunds_breakdown_tells_the_shares_that_nobody_could(partial):
    ways = (PaymentPart(method="amazon_points"), PaymentPart(method="credit_card"))
    case = cancelled(payments=ways, partial=partial)
    assert [leg.amount for leg in planned(case)] == [None, None]
    told = (said("amazon_points", 200), said("credit_card", 810))
    points, card = planned(replace(case, said_back=told))
    assert (points.amount, points.said_back, card.amount) == (yen(200), SAID_ON, yen(810))


@pytest.mark.parametrize(
    "told",
    [
        (said("amazon_points", 200),),
        (said("amazon_points", 200), said("credit_card")),
        (said("amazon_points", 200), said("credit_card", 800)),
        (said("amazon_points", 200), said("debit_card", 810)),
    ],
)
def test_a_breakdown_that_does_not_fit_tells_no_share(told):
    ways = (PaymentPart(method="amazon_points"), PaymentPart(method="credit_card"))
    legs = planned(cancelled(payments=ways, partial=True, said_back=told))
    assert [(leg.method, leg.amount) for leg in legs] == [
        ("amazon_points", yen(200)),
        ("credit_card", None),
    ]
