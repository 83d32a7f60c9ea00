"""Money that returns by a bill: phone bills and Paidy."""

from datetime import date, datetime

import pytest

from okawari.domain.japan_time import JAPAN
from okawari.domain.money import yen
from okawari.domain.refund.carrier_month import carrier_billing
from okawari.domain.refund.paidy import set_off
from tests.domain.refund.made import cancelled, planned


@pytest.mark.parametrize(
    ("bills", "refund", "after", "carried"),
    [
        ([10000, 5000, 8000], 18000, [0, 0, 5000], 0),
        ([], 500, [], 500),
    ],
)
def test_a_paidy_refund_is_set_off_against_the_bills(bills, refund, after, carried):
    shrunk, left = set_off([yen(bill) for bill in bills], yen(refund))
    assert ([int(bill.amount) for bill in shrunk], int(left.amount)) == (after, carried)


def test_paidy_bills_that_the_person_gave_are_worked_out():
    case = cancelled(amount_due=yen(30000))
    (leg,) = planned(case, "paidy:bill_paid", bills=(yen(10000),))
    assert [(note.key, dict(note.values)) for note in leg.notes if "paidy" in note.key] == [
        ("refunds.note_paidy_bill", {"before": yen(10000), "after": yen(0)}),
        ("refunds.note_paidy_carried", {"amount": yen(20000)}),
    ]


def test_paidy_before_and_after_the_payment():
    (before,) = planned(cancelled(), "paidy:bill_unpaid")
    assert (before.rule, before.latest, before.overdue_on) == (
        "REF-AMZ-PAIDY-01",
        date(2026, 12, 19),
        date(2027, 2, 18),
    )
    (after,) = planned(cancelled(), "paidy:bill_paid")
    assert (after.rule, after.earliest, after.typical, after.latest) == (
        "REF-AMZ-PAIDY-02",
        date(2026, 12, 18),
        date(2026, 12, 31),
        date(2027, 2, 18),
    )
    (either,) = planned(cancelled(), "paidy")
    assert [either.rule, *(other.rule for other in either.or_else)] == ["REF-AMZ-PAIDY-01", "REF-AMZ-PAIDY-02"]


def test_d_barai_across_the_year():
    assert carrier_billing(date(2025, 12, 31), date(2026, 12, 1)).deducted_month == date(2027, 1, 1)


def docomo(ordered_on):
    case = cancelled(ordered_on=ordered_on, cancelled_at=datetime(2026, 8, 5, 9, 0, tzinfo=JAPAN))
    (leg,) = planned(case, "carrier_docomo")
    return leg


def test_a_phone_bill_names_its_months():
    leg = docomo(date(2026, 7, 25))
    assert (leg.rule, leg.typical) == ("REF-AMZ-DPAY-02", date(2026, 9, 30))
    assert [dict(note.values) for note in leg.notes] == [{"usage": 7, "bill": 9}]
    assert docomo(date(2026, 8, 1)).rule == "REF-AMZ-DPAY-01"


def test_an_unknown_order_day_promises_the_later_one():
    leg = docomo(None)
    assert [leg.rule, *(other.rule for other in leg.or_else)] == ["REF-AMZ-DPAY-02", "REF-AMZ-DPAY-01"]


def test_other_carriers_may_pay_back_as_gift_balance():
    (leg,) = planned(cancelled(), "carrier_au")
    (gift,) = leg.or_else
    assert (gift.destination, gift.latest, gift.condition.key) == (
        "amazon_gift_balance",
        None,
        "refunds.if_fallback_amazon_gift_balance",
    )
