import pytest

from okawari.domain.payment import METHODS
from okawari.reading import payments


@pytest.mark.parametrize(
    ("wording", "method"),
    [
        ("クレジットカード（Amazon Mastercard）", "credit_card"),
        ("クレジットカード決済　お支払い回数：一括払い", "credit_card"),
        ("Visa", "credit_card"),
        ("ゴールドポイントでのお支払い", "yodobashi_points"),
        ("ゴールドポイントカード・プラスでのお支払い", "credit_card"),
        ("コンビニエンスストアでのお支払い", "convenience_store"),
        ("NP後払い（コンビニ・郵便局・銀行）", "convenience_pay_later"),
        ("代金引換", "cash_on_delivery"),
        ("PayPay残高", "paypay_balance"),
        ("PayPay", "unknown"),
        ("Amazon Pay", "unknown"),
        ("あと払い（ペイディ）", "paidy"),
        ("ペイディ", "paidy"),
        ("ｄ払い", "carrier_docomo"),
        ("ａｕかんたん決済", "carrier_au"),
        ("Amazonギフトカード", "amazon_gift_balance"),
        ("銀行振込（前払い）", "bank_transfer_prepaid"),
        ("デビットカード（Visa）", "debit_card"),
    ],
)
def test_wordings(wording, method):
    assert payments.payment_method(wording) == method


def test_every_method_is_a_word_of_the_domain():
    assert {method for _, method in payments._WORDINGS} <= set(METHODS)
