"""Every refund rule can be reached, and by the situation it was written for."""

import pytest

from okawari.domain.rule import best_match
from okawari.rules.loader import rules

SITUATIONS = {
    "REF-AMZ-CARD-01": {"platform": "amazon_jp", "payment": "credit_card", "captured": False},
    "REF-AMZ-CARD-02": {"platform": "amazon_jp", "payment": "credit_card", "captured": True},
    "REF-ANY-CARD-03": {"platform": "rakuten", "payment": "credit_card", "issuer": "rakuten_card"},
    "REF-ANY-DEBIT-01": {"platform": "amazon_com", "payment": "debit_card"},
    "REF-ANY-DEBIT-02": {"platform": "amazon_jp", "payment": "prepaid_card", "event": "preorder"},
    "REF-AMZ-GIFT-01": {"platform": "amazon_jp", "payment": "amazon_gift_balance"},
    "REF-AMZ-POINTS-01": {"platform": "amazon_jp", "payment": "amazon_points", "kind": "regular"},
    "REF-AMZ-POINTS-02": {"platform": "amazon_jp", "payment": "amazon_points", "kind": "limited"},
    "REF-AMZ-POINTS-03": {"platform": "amazon_jp", "benefit": "amazon_points_earned"},
    "REF-AMZ-CONV-01": {"platform": "amazon_jp", "payment": "atm_payeasy", "paid": True},
    "REF-AMZ-CONV-02": {"platform": "amazon_jp", "payment": "e_money_prepaid", "paid": False},
    "REF-AMZ-DPAY-01": {"platform": "amazon_jp", "payment": "carrier_docomo", "same_calendar_month": True},
    "REF-AMZ-DPAY-02": {"platform": "amazon_jp", "payment": "carrier_docomo", "same_calendar_month": False},
    "REF-AMZ-CARRIER-03": {"platform": "amazon_jp", "payment": "carrier_softbank"},
    "REF-AMZ-PAYPAY-01": {"platform": "amazon_jp", "payment": "paypay_balance"},
    "REF-AMZ-PAYPAY-02": {"platform": "amazon_jp", "payment": "paypay_credit"},
    "REF-ANY-PAYPAY-03": {"platform": "yahoo_shopping", "payment": "paypay_bank_balance"},
    "REF-ANY-PAYPAY-04": {"platform": "yahoo_shopping", "payment": "paypay_voucher", "expired": True},
    "REF-AMZ-PAIDY-01": {"platform": "amazon_jp", "payment": "paidy", "bill_paid": False},
    "REF-AMZ-PAIDY-02": {"platform": "amazon_jp", "payment": "paidy", "bill_paid": True},
    "REF-AMZ-COD-01": {"platform": "amazon_jp", "payment": "cash_on_delivery", "paid": False},
    "REF-AMZ-COD-02": {"platform": "amazon_jp", "payment": "cash_on_delivery", "paid": True},
    "REF-AMZ-CVSLATER-01": {"platform": "amazon_jp", "payment": "convenience_pay_later"},
    "REF-AMZ-MC-01": {"platform": "amazon_jp", "payment": "credit_card", "plan": "revolving"},
    "REF-AMZ-SPLIT-01": {"platform": "amazon_jp", "payment": "split"},
    "REF-AMZ-PROMO-01": {"platform": "amazon_jp", "benefit": "promotion_code"},
    "REF-AMZ-COUPON-01": {"platform": "amazon_jp", "benefit": "coupon"},
    "REF-AMZ-BANK-01": {"platform": "amazon_jp", "payment": "cash_on_delivery"},
    "REF-AMZ-SELLER-01": {"platform": "amazon_jp", "seller": "third_party", "stage": "return_received"},
    "REF-AMZ-PAY-01": {"platform": "amazon_pay_jp", "payment": "credit_card"},
    "REF-AMZ-STMT-01": {"platform": "amazon_jp", "payment": "credit_card", "matcher": True},
    "REF-RAK-POINT-01": {"platform": "rakuten", "payment": "rakuten_points", "kind": "regular"},
    "REF-RAK-POINT-02": {
        "platform": "rakuten",
        "payment": "rakuten_points",
        "kind": "limited",
        "expired_at_cancel": False,
    },
    "REF-RAK-POINT-03": {
        "platform": "rakuten",
        "payment": "rakuten_points",
        "kind": "limited",
        "expired_at_cancel": True,
        "cancel_by": "shop",
        "cause": "stockout",
    },
    "REF-RAK-POINT-04": {
        "platform": "rakuten",
        "payment": "rakuten_points",
        "kind": "limited",
        "expired_at_cancel": True,
        "cancel_by": "buyer",
        "cause": "stockout",
    },
    "REF-RAK-POINT-05": {"platform": "rakuten", "payment": "split", "event": "amount_reduced"},
    "REF-RAK-CARD-01": {"platform": "rakuten", "payment": "credit_card", "captured": True},
    "REF-RAK-PREPAY-01": {"platform": "rakuten", "payment": "seven_eleven_prepaid", "paid": True},
    "REF-RAK-PREPAY-02": {"platform": "rakuten", "payment": "convenience_store", "paid": False},
    "REF-RAK-CANCEL-01": {"platform": "rakuten", "actor": "buyer", "minutes_since_order_max": 30},
    "REF-YS-PAYPAY-01": {"platform": "yahoo_shopping", "payment": "paypay_points", "kind": "regular"},
    "REF-YS-CARD-01": {"platform": "yahoo_shopping", "payment": "credit_card"},
    "REF-YS-CANCEL-01": {"platform": "yahoo_shopping", "actor": "buyer", "minutes_since_order_max": 10},
    "REF-MER-BAL-01": {"platform": "mercari", "payment": "mercari_points", "expired_at_cancel": False},
    "REF-MER-POINT-02": {"platform": "mercari", "payment": "mercari_points", "expired_at_cancel": True},
    "REF-MER-DPOINT-03": {"platform": "mercari", "payment": "d_points", "expired_at_cancel": True},
    "REF-MER-CARD-04": {"platform": "mercari", "payment": "credit_card", "captured": True},
    "REF-MER-CASH-05": {"platform": "mercari", "payment": "convenience_store", "paid": True},
    "REF-MER-LATER-06": {"platform": "mercari", "payment": "merpay_later"},
    "REF-MER-FAMI-07": {"platform": "mercari", "payment": "bitcoin"},
    "REF-YODO-01": {"platform": "yodobashi", "payment": "credit_card"},
}


def test_the_table_names_every_rule():
    assert set(SITUATIONS) == {rule.id for rule in rules("refund")}


@pytest.mark.parametrize("rule_id", SITUATIONS)
def test_the_situation_finds_the_rule(rule_id):
    found = best_match(rules("refund"), SITUATIONS[rule_id])
    assert found is not None
    assert found.id == rule_id
