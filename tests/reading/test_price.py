"""Prices as shops write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.reading.price import Price, former_price, open_price, read_price


def yen(text):
    price = read_price(text)
    assert price is None or price.currency == "JPY"
    return None if price is None else str(price.amount)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("￥12,800", "12800"),
        ("¥12,800-", "12800"),
        ("\\12,800", "12800"),
        ("12,800円", "12800"),
        ("１２，８００円", "12800"),
        ("12800 JPY", "12800"),
        ("JPY 12,800", "12800"),
        ("12,800yen", "12800"),
        ("¥12,800.00", "12800"),
        ("1万2,800円", "12800"),
        ("1万2800円", "12800"),
        ("12万8千円", "128000"),
        ("1.5万円", "15000"),
        ("1億2,000万円", "120000000"),
        ("価格：￥ 980（税込）", "980"),
        ("3,300円（本体3,000円）", "3300"),
        ("本体3,000円（税込3,300円）", "3300"),
        ("3,000円(税抜) 3,300円(税込)", "3300"),
        ("3,000円（税抜）", "3000"),
        ("定価：5,000円 特価：3,980円", "3980"),
        ("通常価格 4,980円 → 3,980円 (税込)", "3980"),
        ("￥980 (￥98 / 100ml)", "980"),
        ("￥3,980 送料 ￥550", "3980"),
        ("最大500円クーポン 3,980円", "3980"),
        ("12,800円 → 9,800円", "9800"),
        ("￥3,980（税込 ￥4,378）", "4378"),
        ("3,980円（税込）39ポイント", "3980"),
        ("3,980円 (1%) 39円相当", "3980"),
        ("8,800円 新品より¥1,497安い！", "8800"),
        ("￥790 より", "790"),
        ("￥0", "0"),
        ("5,500円 40%OFF 3,300円", "3300"),
        ("￥5,500 【40％オフ】￥3,300", "3300"),
        ("5,500円（税込） 40%OFF 3,300円（税込）", "3300"),
        ("5,500円 40%引き→3,300円", "3300"),
        ("5,500円 40%割引 3,300円", "3300"),
        ("9,980円 33%OFF SALE 6,680円", "6680"),
        ("9,980円 34%OFF 6,630円", "6630"),
    ],
)
def test_yen(text, amount):
    assert yen(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "オープン価格",
        "149ポイント(1%)",
        "100pt",
        "39P",
        "￥1,980 ～ ￥2,480",
        "1,980円〜2,480円",
        "5,500円 30%OFF 3,300円",
        "5,500円 40%OFF 会員 3,300円",
        "3,300円 40%OFF 5,500円",
        "5,500円 40%OFF 0円",
        "1,980円～",
        "1,980円から",
        "3,980円 4,980円",
        "500円OFF",
        "500円引き",
        "送料550円",
        "10,000円以上で送料無料",
        "月々3,000円",
        "買取価格 1,000円",
        "3,000円×10回",
        "-500円",
        "一万2,800円",
        "1万2,80円",
        "¥1,23",
        "12.800円",
        "¥ 1 280",
        "￥",
        "円",
        "送料無料",
        "2026年11月23日",
        "10%OFF",
        "",
    ],
)
def test_what_is_no_clear_price_in_yen_is_none(text):
    assert yen(text) is None


@pytest.mark.parametrize(
    ("text", "hint", "price"),
    [
        ("$12.50", None, Price(Decimal("12.50"), "USD")),
        ("CA$12.50", None, Price(Decimal("12.50"), "CAD")),
        ("$12.50", "CAD", Price(Decimal("12.50"), "CAD")),
        ("£1,049", None, Price(Decimal(1049), "GBP")),
        ("1.234,56 €", None, Price(Decimal("1234.56"), "EUR")),
        ("1 234,56 €", None, Price(Decimal("1234.56"), "EUR")),
        ("€1'049,95", None, Price(Decimal("1049.95"), "EUR")),
        ("1250€ 60", None, Price(Decimal("1250.60"), "EUR")),
        ("50,- Kč", None, Price(Decimal(50), "CZK")),
        ("1.800.000₫", None, Price(Decimal(1800000), "VND")),
        ("423.923 KD", None, Price(Decimal("423.923"), "KWD")),
        ("$1,190.00 AUD", None, Price(Decimal("1190.00"), "AUD")),
        ("3 Stück für nur 14,85 EUR", None, Price(Decimal("14.85"), "EUR")),
        ("£6.95 - £9.95", None, Price(Decimal("6.95"), "GBP")),
        ("Free!", None, Price(Decimal(0), "")),
        ("12,800", "JPY", Price(Decimal(12800), "JPY")),
        ("150 kr", "SEK", Price(Decimal(150), "SEK")),
        ("150 kr", None, Price(Decimal(150), "")),
        ("2 990", None, Price(Decimal(2990), "")),
        ("$.75", None, Price(Decimal("0.75"), "USD")),
    ],
)
def test_other_currencies(text, hint, price):
    assert read_price(text, hint) == price


@pytest.mark.parametrize(
    "text",
    [None, "", "40% OFF", "Not Available", "orders over $49+", "25-09", "4901234567890", "B07ZV6FHWF", "/", "$1.2k"],
)
def test_what_is_no_price_is_none(text):
    assert read_price(text) is None


@pytest.mark.parametrize("text", ["1万", "1万2,800", "2万5千", "3億", "1.5万", "1万2,800ドル", "$1万"])
def test_a_number_with_japanese_units_is_whole_or_nothing(text):
    assert read_price(text) is None


@given(st.integers(0, 99_999_999))
def test_any_amount_of_yen_is_read_in_every_writing(amount):
    full = str.maketrans("0123456789,", "０１２３４５６７８９，")
    for text in (f"¥{amount:,}", f"{amount}円", f"{amount:,}円(税込)", f"{amount:,}円".translate(full)):
        assert yen(text) == str(amount)


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_ten_thousands_are_read_whole(tens, ones):
    assert yen(f"{tens}万{ones}円") == str(tens * 10_000 + ones)


@given(st.text(max_size=120))
def test_any_text_is_read(text):
    price = read_price(text)
    assert price is None or price.amount >= 0


@given(st.text(alphabet="0123456789,.円¥万 税込抜〜()", max_size=60))
def test_any_text_of_digits_is_read(text):
    price = read_price(text, "JPY")
    assert price is None or price.amount == int(price.amount)


@pytest.mark.parametrize("text", ["later", "お問い合わせください", "-", "5 of 12"])
def test_words_are_no_amount_of_yen(text):
    assert read_price(text, "JPY") is None


def test_the_price_before_a_percent_is_told_where_the_numbers_agree():
    assert former_price("５，５００円 ４０％ＯＦＦ ３，３００円") == Decimal(5500)
    assert [former_price(text) for text in ("5,500円 30%OFF 3,300円", "5,500円 → 3,300円", "3,300円", "")] == [None] * 4


def test_where_prices_begin_is_told_apart_from_what_cannot_be_read():
    assert open_price("1,980円～") == "1,980〜"
    assert open_price("1,980円〜2,480円（税込）") == "1,980〜2,480(税込)"
    assert [open_price(text) for text in ("1,980円", "あとで", "", "1〜2日")] == [""] * 4


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$55 40% off $33", "33"),
        ("$55.00 (40% OFF) $33.00", "33.00"),
        ("€55,00 -40% €33,00", "33.00"),
        ("USD 55.00 40% USD 33.00", "33.00"),
        ("55.00 € -40 % 33,00 €", "33.00"),
        ("$33 $55 40% off", "33"),
        ("$55 40% off $20", "55"),
        ("$100 10% tax $90", "100"),
        ("$20 10% off coupon $18", "20"),
    ],
)
def test_of_two_prices_that_a_percent_explains_the_lower_counts(text, amount):
    assert read_price(text).amount == Decimal(amount)
