from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.money import Money, yen
from okawari.reading.amounts import bare_yen, money_in


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("￥12,800", 12800),
        ("１２，８００円(税込)", 12800),
        ("￥ 980", 980),
        ("\\1,690", 1690),
        ("1,010 JPY", 1010),
        ("「6,158」円", 6158),
        ("1万2,800円", 12800),
        ("2 点　1,298 円", 1298),
        ("1,980円、代引手数料込み", 1980),
        ("-￥100", -100),
        ("￥-100", -100),
        ("21,560(円)", 21560),
        ("0円", 0),
    ],
)
def test_yen(text, amount):
    assert money_in(text) == yen(amount)


@pytest.mark.parametrize(
    "text",
    ["￥1,980 ～ ￥2,480", "149ポイント(1%)", "1,0100円", "12.50円", "オープン価格", "12800", "1万23,000円", "円", ""],
)
def test_unclear_yen_is_none(text):
    assert money_in(text) is None


@pytest.mark.parametrize(
    ("text", "currency", "amount"),
    [
        ("6.13 USD", "USD", "6.13"),
        ("$1,234.56", "USD", "1234.56"),
        ("EUR 1.234,56", "EUR", "1234.56"),
        ("1\u202f234,56 €", "EUR", "1234.56"),
        ("12,34\u00a0€", "EUR", "12.34"),
        ("£35.99", "GBP", "35.99"),
        ("CDN$ 1,012.34", "CAD", "1012.34"),
        ("A$12.34", "AUD", "12.34"),
        ("-$5.00", "USD", "-5.00"),
    ],
)
def test_cents(text, currency, amount):
    assert money_in(text, currency) == Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("text", "currency"),
    [("$613", "USD"), ("EUR 1.234", "EUR"), ("US$12.34", "AUD"), ("1.234.56 EUR", "EUR"), ("12.34 EUR", "USD")],
)
def test_an_amount_that_may_be_another_is_none(text, currency):
    assert money_in(text, currency) is None


def test_digits_under_a_column_heading():
    assert bare_yen("1,411") == yen(1411)
    assert bare_yen("1,411 x 2") is None


@given(st.integers(min_value=0, max_value=99_999_999))
def test_grouped_yen_reads_back(amount):
    assert money_in(f"{amount:,}円") == yen(amount)
    assert money_in(f"￥ {amount}") == yen(amount)


@given(st.integers(min_value=0, max_value=999_999_99))
def test_grouping_and_decimal_marks_may_swap(cents):
    english = f"{cents // 100:,}.{cents % 100:02d}"
    german = english.translate(str.maketrans(",.", ".,"))
    expected = Money(Decimal(cents).scaleb(-2), "EUR")
    assert money_in(f"{english} EUR", "EUR") == expected
    assert money_in(f"EUR {german}", "EUR") == expected


@given(st.text(max_size=300), st.sampled_from(["JPY", "USD", "EUR", "GBP", "CAD", "AUD"]))
def test_any_text_gives_an_amount_or_none(text, currency):
    money = money_in(text, currency)
    assert money is None or money.currency == currency


@pytest.mark.parametrize("text", ["▲1,980円", "△ 1,980円", "▲¥1,980", "−1,980円", "-¥1,980"])
def test_each_mark_of_a_minus_makes_it_negative(text):
    assert money_in(text) == yen(-1980)


def test_a_mark_before_words_is_no_minus():
    assert money_in("▲合計 1,980円") == yen(1980)
