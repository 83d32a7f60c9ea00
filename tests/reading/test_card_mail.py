from datetime import date

import pytest

from okawari.domain.message import CardStage
from okawari.domain.money import yen
from okawari.reading.card_mail import read_uses

SENT = date(2026, 11, 20)


def uses(text, stage=CardStage.UNKNOWN):
    return read_uses(text, SENT, stage)


@pytest.mark.parametrize(
    ("amount", "read", "stage"),
    [
        ("1,010円", yen(1010), "unknown"),
        ("１，０１０円", yen(1010), "unknown"),
        ("¥1,010", yen(1010), "unknown"),
        ("-1,010円", yen(1010), "reversed"),
        ("−1,010円", yen(1010), "reversed"),
        ("▲1,010円", yen(1010), "reversed"),
        ("- 1,010円（取消）", yen(1010), "reversed"),
        ("1,010円（返金）", yen(1010), "reversed"),
        ("1,010円以上のご利用で", None, "unknown"),
        ("1,010円 または 2,020円", None, "unknown"),
        ("$12.50", None, "unknown"),
        ("10.5円", None, "unknown"),
    ],
)
def test_amounts(amount, read, stage):
    (use,) = uses(f"利用日：2026/11/19\n利用金額：{amount}\n")
    assert use.amount == read
    assert use.stage == CardStage(stage)


def test_a_foreign_amount_keeps_its_currency():
    (use,) = uses("利用日：2026/11/19\n利用金額：12.50 USD\n")
    assert use.amount is not None
    assert (use.amount.plain(), use.amount.currency) == ("12.50", "USD")


def test_two_uses_alike_are_two():
    first, second = uses("利用日：2026/11/19\n利用金額：150円\n\n利用日：2026/11/19\n利用金額：150円\n")
    assert (first.nth, second.nth) == (0, 1)
    assert first != second


@pytest.mark.parametrize(
    "text",
    [
        "利用金額：1,010円",
        "利用日：2026/11/19",
        "利用日：いつでも\n利用金額：1,010円",
        "利用日：2026/13/40\n利用金額：1,010円",
        "ご利用金額合計：1,010円\n利用日：2026/11/19",
        "獲得ポイント：10\n利用日：2026/11/19",
    ],
)
def test_what_is_no_use(text):
    assert uses(text) == ()
