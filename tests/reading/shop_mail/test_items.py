"""Item lines whose sums come out: which line above them is the title."""

import pytest

from okawari.domain.money import yen
from okawari.reading.html import read_html
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


ROWS = """<table><tr><th>商品名</th><th>単価（税込）</th><th>数量</th><th>小計</th></tr>
<tr><td>タオル</td><td>500円</td><td>2</td><td>1,000円</td></tr>
<tr><td>皿: 白</td><td>1,500円</td><td>1</td><td>1,500円</td></tr><tr><td colspan="3">送料</td><td>500円</td></tr></table>"""
PAIRS = """<table><tr><th>注文番号</th><td>A-1001</td></tr><tr><th>商品名</th><td>電気ケトル 1L</td></tr>
<tr><th>数量</th><td>2</td></tr><tr><th>単価</th><td>3,200円</td></tr></table>"""


@pytest.mark.parametrize(
    ("html", "read"),
    [
        (ROWS, [("タオル", 2, 500, 1000), ("皿: 白", 1, 1500, 1500)]),
        (PAIRS, [("電気ケトル 1L", 2, 3200, 6400)]),
        ("<table><tr><td>商品名</td><td>単価</td></tr><tr><td>送料</td><td>500円</td></tr></table>", []),
    ],
)
def test_tables_in_html_are_read_by_rows_and_by_pairs(html, read):
    items, _ = read_items(read_html(html).text)
    assert [(one.title, one.quantity, one.price, one.line_total) for one in items] == [
        (title, quantity, yen(price), yen(total)) for title, quantity, price, total in read
    ]
