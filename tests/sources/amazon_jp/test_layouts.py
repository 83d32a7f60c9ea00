"""Items, sums and sellers in the layouts of Amazon.co.jp, and in what mail programs make of them."""

import pytest

from okawari.domain.mail import Link
from okawari.domain.money import yen
from tests.sources.amazon_jp.mails import NUMBER, read


def items(said, part=0):
    """Return (title, quantity, unit price in yen) of each item of an order."""
    return [
        (item.title, item.quantity, int(item.price.amount) if item.price else None) for item in said.orders[part].items
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "* 木の椅子 大\n  数量: 2\n  4,500 JPY",
        "* 木の椅子 大\r\n  数量： ２\r\n  ￥４，５００\r\n",
        "木の椅子 大\n数量: 2\n¥4500",
        "木の椅子 大\n数量: 2 ￥4,500",
        "木の椅子 大\n￥4,500\n数量: 2",
        "[image: 木の椅子 大]\n木の椅子 大\n色: ナチュラル\n販売元: くらしの店\n数量: 2\n￥4,500",
        "[image: 木の椅子 大]\n<https://www.amazon.co.jp/dp/B0ABCDEF12>\n木の椅…\n<https://www.amazon.co.jp/dp/B0ABCDEF12>\n数量: 2\n￥4,500",
        "[画像: 木の椅子 大]\n\n木の椅子...\n\n数量: 2\n\n￥4,500",
        "商品名: 木の椅子 大\n数量: 2\n商品価格: ￥4,500",
        "■商品名：木の椅子 大\n■数量：2個\n■価格：4,500円",
        "商品名\n木の椅子 大\n数量\n2\n商品価格\n￥4,500",
        "商品1\n木の椅子 大\n数量： 2\n商品の価格: ￥4,500",
        "*木の椅子 大*\n数量: 2\n*￥4,500*",
    ],
)
def test_an_item_around_its_quantity(lines):
    said = read("注文済み: 「木の椅子」", f"注文番号\n{NUMBER}\n\n{lines}\n\n合計\n￥9,000")
    assert items(said) == [("木の椅子 大", 2, 4500)]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("* とても長い木の椅\n子 大\n  数量: 1", "とても長い木の椅子 大"),
        ("* Wooden chair\nlarge\n  数量: 1", "Wooden chair large"),
        (
            "[image: とても長い木の椅\n子 [大]]\n<https://www.amazon.co.jp/dp/B0ABCDEF12>\nとても長い...\n数量: 1",
            "とても長い木の椅子 [大]",
        ),
    ],
)
def test_a_title_broken_over_lines(lines, title):
    assert items(read("発送済み", f"注文番号\n{NUMBER}\n\n{lines}\n")) == [(title, 1, None)]


def test_the_total_can_be_zero_and_titles_can_name_labels():
    said = read(
        "注文済み: 「合計」",
        f"注文番号\n{NUMBER}\n\n* 合計: 900円 数量: 3 【注文番号】 キャンセル ¥の本\n  数量: 1\n  900 JPY\n\n"
        "* 販売: という名の本\n  数量: 1\n  700 JPY\n\n合計\n0 JPY\n",
    )
    assert items(said) == [
        ("合計: 900円 数量: 3 【注文番号】 キャンセル ¥の本", 1, 900),
        ("販売: という名の本", 1, 700),
    ]
    assert said.orders[0].total == yen(0)
    assert said.orders[0].seller is None


def test_two_amounts_below_a_quantity_leave_the_price_unknown():
    assert items(read("注文済み", f"注文番号\n{NUMBER}\n\n木の椅子\n数量: 1\n￥5,000\n￥4,500\n")) == [
        ("木の椅子", 1, None)
    ]


def test_another_currency_is_no_yen():
    assert items(read("注文済み", f"注文番号\n{NUMBER}\n\n* 椅子\n  数量: 1\n  6.13 USD\n")) == [("椅子", 1, None)]


def test_a_title_that_is_cut_short_is_marked():
    said = read("注文済み", f"注文番号\n{NUMBER}\n\nとても長い名前の木の椅...\n数量: 1\n￥500\n")
    assert [problem.code for problem in said.problems] == ["title_cut"]


def test_each_order_has_its_own_items_and_total():
    said = read(
        "注文済み",
        "注文番号\n250-1111111-1111111\n* 甲\n  数量: 1\n  100 JPY\n合計\n100 JPY\n\n"
        "注文番号\n250-2222222-2222222\n* 乙\n  数量: 2\n  200 JPY\n合計\n400 JPY\n",
    )
    assert [(part.number, part.total) for part in said.orders] == [
        ("250-1111111-1111111", yen(100)),
        ("250-2222222-2222222", yen(400)),
    ]
    assert (items(said, 0), items(said, 1)) == ([("甲", 1, 100)], [("乙", 2, 200)])


def test_a_number_only_in_a_link_is_the_order():
    link = Link(
        f"https://www.amazon.co.jp/gp/r.html?U=https%3A%2F%2Fx%3ForderID%3D{NUMBER}", "www.amazon.co.jp", "詳細"
    )
    assert [part.number for part in read("商品が配達されました", "商品が配達されました。", links=(link,)).orders] == [
        NUMBER
    ]


@pytest.mark.parametrize(
    "text", ["250-1234567-\n7654321", "２５０－１２３４５６７－７６５４３２１", "250‐1234567‐7654321"]
)
def test_order_numbers_are_mended(text):
    assert [part.number for part in read("ご注文の確認", f"ご注文番号：{text}\n").orders] == [NUMBER]


@pytest.mark.parametrize(
    "text", ["250-12345678-7654321", "1250-1234567-7654321", "250-1234567-76543210", "250-1234567-xxxxxxx"]
)
def test_malformed_numbers_are_none(text):
    assert [problem.code for problem in read("ご注文の確認", f"ご注文番号：{text}\n").problems] == [
        "order_number_missing"
    ]


RECEIPT = """\
領収書/購入明細書
注文番号： 250-1234567-7654321
注文日： 2020/04/27

{items}
_________________________________________________________________________________

              商品の小計： ￥ {subtotal}
              配送料・手数料： ￥ 0

              注文合計： ￥ {subtotal}
"""


@pytest.mark.parametrize(
    ("lines", "subtotal", "expected"),
    [
        ("               ミニカー 赤 - 3点\n               ￥ 500", "1,500", [("ミニカー 赤", 3, 500)]),
        ("               ミニカー 赤 - 3点\n               ￥ 1,500", "1,500", [("ミニカー 赤", 3, 500)]),
        ("               ミニカー 赤　3点\n               ￥ 500", "500", [("ミニカー 赤　3点", 1, 500)]),
        ("               工具セット 12点\n               ￥ 500", "500", [("工具セット 12点", 1, 500)]),
        ("               ミニカー 赤 - 3点\n               ￥ 500", "9,999", [("ミニカー 赤 - 3点", None, None)]),
        ("   湯たんぽ    ￥ 650\n   コンディション： 新品", "650", [("湯たんぽ", 1, 650)]),
        ("               長い題名の\n               本\n               ￥ 650", "650", [("長い題名の本", 1, 650)]),
    ],
)
def test_receipts_until_2024(lines, subtotal, expected):
    assert items(read("Amazon.co.jpでのご注文", RECEIPT.format(items=lines, subtotal=subtotal))) == expected


def test_several_sellers_of_one_order_leave_the_seller_unknown():
    text = f"注文番号\n{NUMBER}\n* 甲\n  数量: 1\n  1 JPY\n  販売: 甲商店\n* 乙\n  数量: 1\n  1 JPY\n  販売: 乙商店\n"
    said = read("注文済み", text)
    assert said.orders[0].seller is None
    assert [problem.code for problem in said.problems] == ["several_sellers"]


@pytest.mark.parametrize(
    ("line", "seller", "shipper"),
    [
        ("販売: 甲商店", "甲商店", None),
        ("出荷元：Amazon\n販売元：甲商店", "甲商店", "Amazon"),
        ("出荷元 / 販売元: Amazon.co.jp", "Amazon.co.jp", "Amazon.co.jp"),
        ("Amazonマーケットプレイス出品者「甲商店」がお客様のご注文を承ったことをお知らせいたします。", "甲商店", None),
        ("この商品は、甲商店が販売し、Amazonが発送します。", "甲商店", "Amazon"),
        ("甲商店の商品:", "甲商店", None),
        ("商品は販売されていません。", None, None),
    ],
)
def test_sellers(line, seller, shipper):
    part = read("ご注文の確認", f"注文番号: {NUMBER}\n\n{line}\n").orders[0]
    assert (part.seller, part.shipped_by) == (seller, shipper)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("支払い方法\n  クレジットカード（Amazon Mastercard）： ￥ 907", [("credit_card", 907)]),
        (
            "支払い方法\n\n  クレジットカード（Visa）\n  Amazonギフトカード： ￥ 500",
            [("credit_card", None), ("amazon_gift_balance", 500)],
        ),
        ("お支払い方法: コンビニ・ATM・ネットバンキング・電子マネー払い", [("convenience_store", None)]),
        ("お支払い方法：あと払い（ペイディ）", [("paidy", None)]),
        ("お支払い方法：d払い", [("carrier_docomo", None)]),
        ("お支払い方法：代金引換", [("cash_on_delivery", None)]),
        (
            "お支払い方法：Amazonギフトカード、クレジットカード（JCB）",
            [("amazon_gift_balance", None), ("credit_card", None)],
        ),
        ("お支払い方法：なにかの新しい払い方", [("unknown", None)]),
        (
            "JCBでのお支払い額： ￥ 2,346\nAmazonギフト券・Amazonショッピングカードでのお支払い額： ￥ 3,909",
            [("credit_card", 2346), ("amazon_gift_balance", 3909)],
        ),
        ("Amazonポイント： -￥ 10\nAmazonギフト券： -￥ 0", [("amazon_points", 10)]),
        ("お支払い方法に問題がある場合はご連絡ください。", []),
    ],
)
def test_payments(lines, expected):
    paid = read("ご注文の確認", f"注文番号: {NUMBER}\n\n{lines}\n\n").orders[0].payments
    assert [(one.method, int(one.amount.amount) if one.amount else None) for one in paid] == expected


@pytest.mark.parametrize(
    "shown",
    [
        Link("https://www.amazon.co.jp/dp/B0ABCDEF12?ref=x", "www.amazon.co.jp", "木の椅子 大 ナチュラル"),
        Link(
            "https://www.amazon.co.jp/gp/f.html?U=%2Fdp%2FB0ABCDEF12%3Fref", "www.amazon.co.jp", "木の椅子 大 ナチ..."
        ),
    ],
)
def test_the_link_on_a_title_gives_the_product_number(shown):
    other = Link("https://www.amazon.co.jp/dp/B0ZZZZZZ99", "www.amazon.co.jp", "ほかの商品")
    said = read("注文済み", f"注文番号\n{NUMBER}\n* 木の椅子 大 ナチュラル\n  数量: 1\n  1 JPY\n", links=(other, shown))
    assert said.orders[0].items[0].identifiers == (("asin", "B0ABCDEF12"),)


def test_numbers_below_a_title_belong_to_it():
    text = f"注文番号\n{NUMBER}\n* 甲\n  JAN: 4901234567894\n  数量: 1\n  1 JPY\n\n* 乙\n  JAN: 4901234567895\n  数量: 1\n  1 JPY\n"
    assert [item.identifiers for item in read("注文済み", text).orders[0].items] == [(("jan", "4901234567894"),), ()]
