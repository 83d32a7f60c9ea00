"""Where a refund mail says that money went."""

import pytest

from okawari.domain.money import yen
from okawari.reading.refund_parts import refund_parts


@pytest.mark.parametrize(
    ("wording", "parts"),
    [
        ("Amazonポイント", [("amazon_points", 1010, None)]),
        (
            "Ａｍａｚｏｎポイント：200\nクレジットカード: ￥810",
            [("amazon_points", 200, None), ("credit_card", 810, None)],
        ),
        ("楽天ポイント 1,200ポイント", [("rakuten_points", 1200, None)]),
        ("楽天ポイント（期間限定） 300pt", [("rakuten_points", 300, "limited")]),
        ("期間限定 楽天ポイント: 300ポイント", [("rakuten_points", 300, "limited")]),
        ("PayPayポイント: 50円", [("paypay_points", 50, None)]),
        ("dポイント\nクレジットカード", [("d_points", None, None), ("credit_card", None, None)]),
    ],
)
def test_each_place_with_its_amount(wording, parts):
    found = refund_parts(wording, yen(1010))
    assert [(one.method, one.amount and int(one.amount.amount), one.kind) for one in found] == parts


@pytest.mark.parametrize(
    "wording",
    [
        "",
        "ご利用いただいたお支払い方法",
        "クレジットカードまたはAmazonギフトカード残高",
        "Amazonポイントでお支払いの場合はAmazonポイント",
        "Amazonポイント、クレジットカード",
        "Amazonポイント: 200\nお支払い方法: ￥810",
    ],
)
def test_what_is_left_open_names_nothing(wording):
    assert refund_parts(wording, yen(1010)) == ()


def test_two_numbers_of_points_are_no_amount():
    (one,) = refund_parts("Amazonポイント 200ポイント（残り300ポイント）", None)
    assert one.amount is None
