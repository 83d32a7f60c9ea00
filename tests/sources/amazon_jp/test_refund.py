"""Refunds and deliveries as mails announce them."""

from datetime import date

import pytest

from okawari.domain.money import yen
from tests.sources.amazon_jp.mails import NUMBER, read


def refund(text, subject="ご返金のお知らせ"):
    return read(subject, f"返金を処理しました。\n\n注文番号: {NUMBER}\n\n{text}\n").refund


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("返金額: ￥1,010", 1010),
        ("返金額\n1010 JPY", 1010),
        ("【ご返金額】１，０１０円", 1010),
        ("返金予定額：1,010円", 1010),
        ("返金額: ¥500\n返金額: ¥510\n返金合計: ¥1,010", 1010),
        ("返金額は1,010円です。", 1010),
        ("クレジットカードに1,010円を返金いたしました。", 1010),
        ("返金額: ¥500\n返金額: ¥510", None),
        ("返金額: 1万", None),
        ("商品価格: ¥500", None),
        ("ご注文が1,010円以上の場合は返金いたします。", None),
    ],
)
def test_amounts(text, amount):
    found = refund(text)
    assert (found.amount if found else None) == (yen(amount) if amount else None)


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("返金方法: Amazonギフトカード", "Amazonギフトカード"),
        ("返金先\nクレジットカード（下4桁 1234）", "クレジットカード（下4桁 1234）"),
        ("返金予定方法：\n\n  Amazonギフトカード残高\n", "Amazonギフトカード残高"),
        ("返金先\nAmazonギフトカード: ¥1\nVisa: ¥2\n\n", "Amazonギフトカード: ¥1\nVisa: ¥2"),
        (
            "返金はお支払いに使用されたクレジットカードへ行われ、返金されます。",
            "返金はお支払いに使用されたクレジットカードへ行われ、返金されます。",
        ),
        ("コンビニでお支払い済みの場合はAmazonギフトカードで返金されます。", ""),
    ],
)
def test_destinations_are_verbatim(text, wording):
    found = refund(text)
    assert (found.destination_wording if found else "") == wording


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("返金処理日: 2026年11月24日", date(2026, 11, 24)),
        ("入金予定日：11月30日(月)", date(2026, 11, 30)),
        ("返金処理日\n2026/11/24\n入金予定日\n2026/11/30", date(2026, 11, 24)),
        ("返金処理日: 未定", None),
    ],
)
def test_days(text, day):
    found = refund(text)
    assert (found.date if found else None) == day


@pytest.mark.parametrize(
    ("sentence", "charged"),
    [
        ("このご注文の請求は行われていません。", False),
        ("この商品に関するお客様へのご請求は一切ございません。", False),
        ("クレジットカードには請求されません。", False),
        ("クレジットカードでのお支払いの場合、代金は請求されません。", None),
        ("ご請求は発送時に行われます。", None),
    ],
)
def test_whether_anything_was_charged(sentence, charged):
    said = read(
        "ご注文のキャンセル", f"在庫切れのためキャンセルしました。\n\n{sentence}\n注文番号: {NUMBER}\n返金額: 1円\n"
    )
    assert said.refund.charged is charged


@pytest.mark.parametrize(
    ("lines", "window"),
    [
        ("お届け予定日： 2026/11/25", ("2026-11-25", "2026-11-25")),
        ("お届け予定日：11月25日(水) - 11月27日(金)", ("2026-11-25", "2026-11-27")),
        ("お届け予定日：11月25日(水) ～ 27日(金)", ("2026-11-25", "2026-11-27")),
        ("お届け予定日： 水曜日, 11/25 -\n               金曜日, 11/27", ("2026-11-25", "2026-11-27")),
        ("新しいお届け予定日: 12月30日(水) - 1月3日(日)", ("2026-12-30", "2027-01-03")),
        ("11月26日 木曜日にお届け予定", ("2026-11-26", "2026-11-26")),
        ("お届け予定日：11月25日(金)", ("None", "None")),
        ("お届け予定日：明日", ("None", "None")),
        ("お届け予定日：未定", ("None", "None")),
        ("お届け予定日：11月27日 - 11月25日", ("None", "None")),
    ],
)
def test_when_the_goods_come(lines, window):
    part = read("ご注文の確認", f"注文番号: {NUMBER}\n\n{lines}\n\n").orders[0]
    assert (str(part.delivery_earliest), str(part.delivery_latest)) == window


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("配送業者: ヤマト運輸\n追跡番号: 4444-1375-8703", [("yamato", "444413758703")]),
        (
            "お客様の商品は佐川急便でお届けいたします。お問い合わせ伝票番号は512547514334です。",
            [("sagawa", "512547514334")],
        ),
        ("お問い合わせ番号：405548424886（日本郵便 ゆうパック）", [("japanpost_domestic", "405548424886")]),
        ("お問い合わせ伝票番号:DA0123456789", [("amazon", "DA0123456789")]),
        ("配送業者: Amazon\nトラッキングID: TBA000000000000", [("amazon", "TBA000000000000")]),
        ("追跡番号: 444413758703", [("unknown", "444413758703")]),
        ("お問い合わせ伝票番号:DAxxxxxxxxxx", []),
        (f"追跡番号: {NUMBER}", []),
        ("追跡番号は発送後にお知らせします。", []),
    ],
)
def test_parcels(lines, expected):
    said = read("ご注文の発送", f"注文番号: {NUMBER}\n\n{lines}\n")
    assert [(parcel.carrier, parcel.number) for parcel in said.parcels] == expected
