"""Item lines whose sums come out: which line above them is the title."""

import pytest

from okawari.domain.money import yen
from okawari.reading.shop_mail.items import read_items

SUM = "価格 2,480(円) x 1(個) = 2,480(円)"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("[受注番号] 318204-20261125-0123450678\n[商品] 木製フォトフレーム L判", "木製フォトフレーム L判"),
        ("[商品]\n木製フォトフレーム L判(wood-l)\nカラー：ナチュラル", "木製フォトフレーム L判(wood-l)"),
        ("ご注文日時：2026年11月25日\n商品名：木製フォトフレーム L判\nサイズ：L", "木製フォトフレーム L判"),
        ("お支払い方法：クレジットカード\n木製フォトフレーム L判", "木製フォトフレーム L判"),
    ],
)
def test_the_title_is_the_goods_own_and_never_a_field_of_the_order(above, title):
    items, rest = read_items(f"{above}\n{SUM}\n")
    assert [(item.title, item.quantity, item.price) for item in items] == [(title, 1, yen(2480))]
    assert "番号" not in above or "318204-20261125-0123450678" in rest


def test_a_field_of_the_order_alone_above_a_sum_is_no_title():
    assert read_items(f"注文番号：318204\n{SUM}\n")[0] == ()
