"""Until when a mall's guarantee can be claimed."""

from datetime import date, datetime

import pytest

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.guarantee import claim_window
from okawari.domain.japan_time import JAPAN
from okawari.rules.loader import rules
from tests.domain.refund.made import cancelled

MARKETPLACE = rules("marketplace")
MESSAGE = datetime(2026, 6, 3, 10, 0, tzinfo=JAPAN)


def sold_by_a_seller(**changes):
    return cancelled(**({"seller": "ホビーショップ甲", "delivery_latest": date(2026, 6, 1)} | changes))


def days(case, messaged_at=None):
    return {deadline.what: (deadline.on, deadline.rule) for deadline in claim_window(case, MARKETPLACE, messaged_at)}


def test_the_window_of_a_marketplace_order():
    assert days(sold_by_a_seller(), MESSAGE) == {
        "atoz_opens": (date(2026, 6, 4), "MKT-ATOZ-03"),
        "atoz_claim_from": (date(2026, 6, 5), "MKT-ATOZ-02"),
        "atoz_warn": (date(2026, 7, 31), "MKT-ATOZ-04"),
        "atoz_last_call": (date(2026, 8, 20), "MKT-ATOZ-04"),
        "atoz_closes": (date(2026, 8, 30), "MKT-ATOZ-04"),
    }


def test_a_delivery_scan_opens_it_earlier():
    scanned = sold_by_a_seller(delivered_at=datetime(2026, 5, 30, 12, 0, tzinfo=JAPAN))
    assert days(scanned)["atoz_opens"][0] == date(2026, 5, 30)
    late = sold_by_a_seller(delivered_at=datetime(2026, 6, 20, 12, 0, tzinfo=JAPAN))
    assert days(late)["atoz_opens"][0] == date(2026, 6, 4)


@pytest.mark.parametrize(
    "changes",
    [
        {"seller": None},
        {"seller": "Amazon.co.jp"},
        {"seller": "アマゾンジャパン合同会社"},
        {"shipped_by": "Amazon"},
        {"shipped_by": "アマゾン"},
        {"order": "D01-1234567-7654321"},
        {"delivery_latest": None},
        {"authenticity": Authenticity(Verdict.PHISHING)},
    ],
)
def test_no_window_where_the_guarantee_does_not_cover_or_the_day_is_not_known(changes):
    assert days(sold_by_a_seller(**changes)) == {}


def test_rakutens_service_closes_91_days_after_the_order():
    assert days(cancelled("rakuten", ordered_on=date(2026, 11, 15))) == {
        "anshin_warn": (date(2027, 1, 15), "MKT-RAK-ANSHIN-01"),
        "anshin_last_call": (date(2027, 2, 4), "MKT-RAK-ANSHIN-01"),
        "anshin_closes": (date(2027, 2, 14), "MKT-RAK-ANSHIN-01"),
    }
    assert days(cancelled("rakuten", ordered_on=None)) == {}


def test_other_malls_have_no_dated_guarantee():
    assert days(cancelled("yahoo_shopping")) == {}
