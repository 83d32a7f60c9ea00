"""The gift balance's history as people paste it."""

import pytest

from okawari.domain.problem import Problem
from okawari.sources.amazon_jp.gift_balance import read_gift_balance

TABLE = """ギフトカードの残高と利用履歴
日付\t説明\t金額\t残高
2026年11月25日\tご注文のキャンセルによる返金 注文番号 250-1234567-1234567\t+￥1,010\t￥3,010
2026年11月20日\tご注文に利用 注文番号: 250-1234567-1234567\t-￥1,010\t￥2,000
2026年11月1日\tギフト券の登録 クレームコードの末尾 AB12\t￥2,000\t￥2,000
"""
REFUND = ("2026-11-25", "1010", "refund", "250-1234567-1234567")
CHARGE = ("2026-11-20", "1010", "charge", "250-1234567-1234567")
LOADED = ("2026-11-01", "2000", "other", "")


def read(text):
    found = read_gift_balance(text, "p") or ()
    return [
        (one.code, one.where)
        if isinstance(one, Problem)
        else (str(one.on), one.amount.plain(), one.kind.value, one.order)
        for one in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        TABLE.replace("\t", "\n"),
        TABLE.replace("\t", "   "),
        TABLE.replace("\n", "\r\n"),
        TABLE.replace("￥", "¥ ").replace("-¥ ", "−¥"),
        TABLE.replace("年", "/").replace("月", "/").replace("日\t", "\t").replace("日付/", "日付\t"),
        TABLE.replace("\t", "\n\n"),
        "アカウントサービス\nギフトカード\n" + TABLE + "次へ\n© 1996-2026, Amazon.com, Inc. またはその関連会社\n",
        TABLE.replace("1,010", "１，０１０").replace("250-", "２５０-"),
        TABLE.replace(" 注文番号", "\n注文番号"),
    ],
    ids=[
        "table",
        "cells on lines",
        "spaces",
        "windows",
        "signs",
        "slashes",
        "empty lines",
        "page",
        "full width",
        "number below",
    ],
)
def test_every_shape_says_the_same(text):
    assert read(text) == [REFUND, CHARGE, LOADED]


def test_a_page_in_english():
    text = (
        "Gift card activity\nDate\tDescription\tAmount\tBalance\n"
        "November 25, 2026\tRefund for order 250-1234567-1234567\t¥1,010\t¥3,010\n"
        "Nov 20, 2026\tApplied to order 250-1234567-1234567\t-¥1,010\t¥2,000\n"
        "November 31, 2026\tRefund\t¥1\t¥2\n"
    )
    assert read(text)[:2] == [REFUND, CHARGE]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2026年11月25日\tお知らせ\t￥300", "gift_line_unclear"),  # neither sign nor words tell the direction
        ("2026年11月25日\tキャンセルされた注文に利用\t￥300", "gift_line_unclear"),  # words of both directions
        ("2026年11月25日\t返金\t-￥300", "gift_line_unclear"),  # sign and words disagree
        ("2026年11月25日\t返金\t+￥300\t+￥400", "gift_line_unclear"),  # which is the balance?
        ("2026年11月25日\t返金\t＋￥1,23", "gift_line_unclear"),
        ("2026年11月25日\t返金", "gift_line_unclear"),
        ("2026年11月25日\t返金 250-1234567-1234567 249-7654321-7654321\t+￥300", "gift_line_unclear"),
    ],
)
def test_what_is_not_clear_is_a_problem_that_names_the_line(line, code):
    assert read(TABLE + line) == [REFUND, CHARGE, LOADED, (code, "p:6")]


def test_a_refund_taken_back_is_no_charge_and_no_refund():
    assert read(TABLE + "2026年11月26日\t返金の取り消し 注文番号 250-1234567-1234567\t-￥1,010")[-1] == (
        "2026-11-26",
        "1010",
        "other",
        "250-1234567-1234567",
    )


def test_an_expired_balance_is_no_charge():
    assert read(TABLE + "2026年11月26日\t有効期限切れ\t-￥500")[-1] == ("2026-11-26", "500", "other", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Amazon.co.jp ご注文の確認\n注文番号： 250-1234567-1234567\n注文日： 2026/11/25\nギフト券： -￥500\n注文合計： ￥1,010\n",
        "2026年11月25日 ギフト券の残高に1,010円を返金いたします。\n",
        "Amazonギフト券の残高に返金いたしました。\n返金額： ￥1,010\n2026年11月25日\n",
        "ギフト\n" * 1000,
    ],
)
def test_mails_and_other_texts_are_no_history(text):
    assert read_gift_balance(text, "p") is None


def test_a_long_text_is_read_in_time_that_grows_with_it():
    assert len(read_gift_balance(TABLE + "2026年11月25日\t返金\t+￥1\n" * 10_000, "p")) == 10_003
