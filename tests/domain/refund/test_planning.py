"""Which rule tells where each way of paying returns."""

from datetime import date

import pytest

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import CaseState
from okawari.domain.money import yen
from tests.domain.refund.made import cancelled, planned

BY_WAY_OF_PAYING = [
    ("amazon_jp", "debit_card", "REF-ANY-DEBIT-01", "original_bank_account_or_card_balance"),
    ("amazon_jp", "prepaid_card", "REF-ANY-DEBIT-01", "original_bank_account_or_card_balance"),
    ("amazon_jp", "credit_card:instalment", "REF-AMZ-MC-01", "original_card"),
    ("amazon_jp", "credit_card:revolving", "REF-AMZ-MC-01", "original_card"),
    ("amazon_jp", "amazon_gift_balance", "REF-AMZ-GIFT-01", "amazon_gift_balance"),
    ("amazon_jp", "amazon_points", "REF-AMZ-POINTS-01", "amazon_points"),
    ("amazon_jp", "amazon_points:limited", "REF-AMZ-POINTS-02", "amazon_points_or_lost"),
    ("amazon_jp", "convenience_store", "REF-AMZ-CONV-01", "amazon_gift_balance"),
    ("amazon_jp", "convenience_store:unpaid", "REF-AMZ-CONV-02", "none"),
    ("amazon_jp", "atm_payeasy", "REF-AMZ-CONV-01", "amazon_gift_balance"),
    ("amazon_jp", "net_banking:unpaid", "REF-AMZ-CONV-02", "none"),
    ("amazon_jp", "e_money_prepaid", "REF-AMZ-CONV-01", "amazon_gift_balance"),
    ("amazon_jp", "carrier_docomo", "REF-AMZ-DPAY-01", "carrier_bill_removed"),
    ("amazon_jp", "carrier_au", "REF-AMZ-CARRIER-03", "carrier_bill_removed_or_deduction"),
    ("amazon_jp", "carrier_softbank", "REF-AMZ-CARRIER-03", "carrier_bill_removed_or_deduction"),
    ("amazon_jp", "paypay_balance", "REF-AMZ-PAYPAY-01", "paypay_balance"),
    ("amazon_jp", "paypay_card", "REF-AMZ-PAYPAY-02", "original_source"),
    ("amazon_jp", "paypay_credit", "REF-AMZ-PAYPAY-02", "original_source"),
    ("amazon_jp", "paypay_bank_balance", "REF-ANY-PAYPAY-03", "original_bank_account"),
    ("amazon_jp", "paypay_voucher@2026-10-31", "REF-ANY-PAYPAY-04", "lost"),
    ("amazon_jp", "paidy:bill_unpaid", "REF-AMZ-PAIDY-01", "paidy_bill_reduction"),
    ("amazon_jp", "paidy:bill_paid", "REF-AMZ-PAIDY-02", "paidy_bill_offset"),
    ("amazon_jp", "cash_on_delivery", "REF-AMZ-COD-01", "none"),
    ("amazon_jp", "cash_on_delivery:paid", "REF-AMZ-COD-02", "amazon_gift_balance"),
    ("amazon_jp", "convenience_pay_later", "REF-AMZ-CVSLATER-01", "unknown"),
    ("amazon_jp", "coupon", "REF-AMZ-COUPON-01", "unknown_check_account"),
    ("rakuten", "rakuten_points", "REF-RAK-POINT-01", "rakuten_points"),
    ("rakuten", "rakuten_points:limited@2026-11-18", "REF-RAK-POINT-02", "rakuten_points"),
    ("rakuten", "rakuten_points:limited@2026-11-17", "REF-RAK-POINT-03", "rakuten_points"),
    ("rakuten", "credit_card", "REF-RAK-CARD-01", "original_card"),
    ("rakuten", "convenience_store", "REF-RAK-PREPAY-01", "bank_transfer"),
    ("rakuten", "convenience_store:unpaid", "REF-RAK-PREPAY-02", "none"),
    ("rakuten", "bank_transfer_prepaid", "REF-RAK-PREPAY-01", "bank_transfer"),
    ("rakuten", "seven_eleven_prepaid", "REF-RAK-PREPAY-01", "bank_transfer"),
    ("rakuten", "rakuten_points@2026-11-17", "REF-RAK-POINT-03", "rakuten_points"),
    ("rakuten", "bank_transfer_prepaid:unpaid", None, "none"),
    ("rakuten", "cash_on_delivery", None, "none"),
    ("rakuten", "cash_on_delivery:paid", None, "unknown"),
    ("mercari", "convenience_store:unpaid", None, "none"),
    (None, "convenience_store:unpaid", None, "none"),
    ("yahoo_shopping", "paypay_balance", "REF-YS-PAYPAY-01", "paypay_same_kind"),
    ("yahoo_shopping", "paypay_points", "REF-YS-PAYPAY-01", "paypay_same_kind"),
    ("yahoo_shopping", "credit_card", "REF-YS-CARD-01", "original_card"),
    ("mercari", "merpay_balance", "REF-MER-BAL-01", "same_balance"),
    ("mercari", "mercari_points", "REF-MER-BAL-01", "same_balance"),
    ("mercari", "mercari_points@2026-11-17", "REF-MER-POINT-02", "mercari_points"),
    ("mercari", "d_points@2026-11-17", "REF-MER-DPOINT-03", "lost"),
    ("mercari", "credit_card", "REF-MER-CARD-04", "original_card"),
    ("mercari", "convenience_store", "REF-MER-CASH-05", "merpay_balance"),
    ("mercari", "atm_payeasy", "REF-MER-CASH-05", "merpay_balance"),
    ("mercari", "merpay_later", "REF-MER-LATER-06", "bill_reduction_or_merpay_balance"),
    ("yodobashi", "credit_card", "REF-YODO-01", "unknown_official_page_not_found"),
    ("yodobashi", "yodobashi_points", "REF-YODO-01", "unknown_official_page_not_found"),
    ("yodobashi", "debit_card", "REF-ANY-DEBIT-01", "original_bank_account_or_card_balance"),
    (None, "debit_card", "REF-ANY-DEBIT-01", "original_bank_account_or_card_balance"),
    (None, "credit_card", None, "unknown"),
    ("amazon_com", "amazon_gift_balance", None, "unknown"),
]


@pytest.mark.parametrize(("merchant", "paid_by", "rule", "destination"), BY_WAY_OF_PAYING)
def test_each_way_of_paying_finds_its_rule(merchant, paid_by, rule, destination):
    leg = planned(cancelled(merchant), paid_by)[-1]
    assert (leg.rule, leg.destination) == (rule, destination)


def test_a_card_not_charged_is_released():
    (leg,) = planned(cancelled(), "credit_card", captured=False)
    assert (leg.rule, leg.destination, leg.or_else) == ("REF-AMZ-CARD-01", "authorisation_release", ())
    assert (leg.earliest, leg.typical, leg.latest) == (date(2026, 11, 18), date(2026, 11, 25), date(2026, 12, 18))
    assert (leg.remind_on, leg.overdue_on) == (date(2026, 12, 2), date(2027, 1, 2))


def test_a_card_of_which_nothing_is_known_may_have_been_charged():
    (leg,) = planned(cancelled(), "credit_card")
    assert leg.rule == "REF-AMZ-CARD-01"
    assert [other.rule for other in leg.or_else] == ["REF-AMZ-CARD-02"]
    assert "refunds.note_captured_unknown" in [note.key for note in leg.notes]


def test_nothing_is_owed_before_a_cancel_or_to_a_forger():
    assert planned(cancelled(cancelled_at=None, cancel=None, state=CaseState.BACKORDERED), "credit_card") == ()
    assert planned(cancelled(authenticity=Authenticity(Verdict.PHISHING)), "credit_card") == ()


def test_an_unknown_way_of_paying_is_one_leg_with_the_usual_ones():
    (leg,) = planned(cancelled())
    assert (leg.method, leg.destination, leg.rule, leg.latest) == ("unknown", "unknown", None, None)
    assert leg.amount == yen(1010)
    assert {other.method for other in leg.or_else} == {
        "credit_card",
        "debit_card",
        "amazon_gift_balance",
        "convenience_store",
    }
