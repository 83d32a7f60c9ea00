"""The lines near a title: what hardly any page says is looked for in all of them at once."""

import random
import re
from decimal import Decimal

import pytest

from okawari.reading.page.lexicon import folded, folded_lines, is_other_heading, near, states_in, telling
from okawari.reading.page.lines import LINE, Lines
from okawari.reading.page.price_labels import priced_lines

PIECES = [
    "送料",
    "送料無料",
    "ポイント",
    "3,980円",
    "39800",
    "1980円~",
    "é",
    "🍵",
    "×",
    "price",
    "a" * 70,
    "税込",
    " ",
]
WORDS = ["送料", "無料", "ポイ", "980", "~", "×", "円", "🍵", "é", "a" * 66, "Price", "在庫"]


def test_a_word_is_held_where_it_stands():
    dice = random.Random(7)
    for _ in range(500):
        lines = Lines(LINE.join(dice.choices(PIECES, k=dice.randint(0, 12))), "")
        for word in WORDS:
            assert lines.holds(word) is (word in lines.text), (lines.text, word)
        assert lines.holds(*WORDS) is any(word in lines.text for word in WORDS)
    assert not Lines("送料", "").holds()


@pytest.mark.parametrize(
    ("text", "shown"),
    [("価格3,980円", True), ("3980", True), ("13,980円", False), ("39800", False), ("3.980,00", True), ("円", False)],
)
def test_an_amount_is_shown_where_it_stands_alone(text, shown):
    assert Lines(text, "").shows(Decimal(3980)) is shown


SHOWN = [
    *PIECES,
    "在庫あり",
    "ｓｏｌｄ　ｏｕｔ",
    " Sold \t out ",
    "在庫状況：",
    "在庫",
    "なし",
    "ｶｰﾄ",
    "½",
    "It’s in stock",
    "n'est plus disponible",
    "在庫なし?",
    "",
    "関連商品",
    "Ｒｅｌａｔｅｄ　ｐｒｏｄｕｃｔｓ",
    "related products " + "x" * 80,
    "おすすめ商品",
    "おすすめ商品を見る",
    "out of stock " + "x" * 150,
    "再入荷のお知らせメール",
    "İ ſtock",
    "e\u0301puise\u0301",
    "\x1c\x85",
]


def test_other_things_begin_at_their_heading_but_not_within_the_first_words():
    lines = "関連商品\n電気ケトル\n在庫あり\n" + "x" * 60
    assert near(f"{lines}\n関連商品\n在庫切れ") == lines


def test_what_is_said_stands_as_many_bytes_into_the_text_as_its_line():
    lines = folded_lines(("電気", "ｓｏｌｄ　ｏｕｔ", "", "ab", "在庫あり"))
    assert [(said.text, said.at) for said in telling(lines.encode())] == [("sold out", 7), ("在庫あり", 20)]


def test_lines_say_together_what_each_says_by_itself():
    dice = random.Random(3)
    told = cut = 0
    for _ in range(2_000):
        pieces = dice.choices(SHOWN, k=dice.randint(1, 30))
        each = [folded(piece) for piece in pieces]
        begins = [sum(len(line) + 1 for line in each[:at]) for at in range(len(each))]
        others = [at for at, line in enumerate(each) if begins[at] > 60 and is_other_heading(line)]
        shown = each[: others[0] if others else None]
        lines = near(folded_lines(pieces))
        assert lines == "\n".join(shown)
        expected = []
        for at, line in enumerate(shown):
            label = line.rstrip(":") in {"在庫", "在庫状況"} and at + 1 < len(shown)
            said = states_in(line) or (states_in(f"{line.rstrip(':')}:{shown[at + 1][:40]}") if label else ())
            expected += [(len("\n".join((*shown[:at], "")).encode()), one.state, one.text) for one in said]
        assert [(one.at, one.state, one.text) for one in telling(lines.encode())] == expected
        told += bool(expected)
        cut += bool(others)
    assert told > 1_000
    assert cut > 500


def test_prices_begin_at_an_amount_where_its_number_stands_alone_before_a_wave():
    dice = random.Random(11)
    parts = ["1,980", "1980", "11980", "1 980", "円", " ", "~", "〜", "(税込)", "税込み", "2,500", "x", LINE]
    seen = set()
    for _ in range(3_000):
        lines = Lines("".join(dice.choices(parts, k=dice.randint(1, 8))), "")
        bare = re.sub(r"(?<=\d)(?:[.,'](?=\d)|[ \n](?=\d{2,3}(?!\d)))", "", lines.text)
        plain = re.search(r"(?<!\d)1980[ \n]?円?[ \n]?(?:\(?税込み?\)?)?[ \n]?[~〜](?![ \n]?\d)", bare)
        assert lines.is_open(Decimal(1980)) is bool(plain), lines.text
        seen.add(bool(plain))
    assert seen == {True, False}


@pytest.mark.parametrize("amount", ["3980", "19.9", "1234.56", "1234567"])
def test_an_amount_is_shown_where_its_digits_are_those_of_a_number(amount):
    dice = random.Random(amount)
    exact = Decimal(amount)
    ways = [f"{exact:.2f}", f"{exact:,.2f}", f"{exact:.0f}", f"{exact:,.0f}", f"{exact:.2f}".replace(".", ",")]
    parts = [*ways, "1", "0", ".", ",", "'", " ", "円", LINE, "x", "234", "3 980"]
    seen = set()
    for _ in range(2_000):
        lines = Lines("".join(dice.choices(parts, k=dice.randint(1, 6))), "")
        whole, cents = f"{exact:.2f}".split(".")
        shown = whole + cents in lines._runs or (cents == "00" and whole in lines._runs)
        assert lines.shows(exact) is shown, lines.text
        seen.add(shown)
    assert seen == {True, False}


def test_lines_that_describe_change_nothing_of_the_prices_in_others():
    dice = random.Random(13)
    parts = [
        "¥",
        "円",
        "1980",
        "1,980円",
        "販売価格",
        "usd",
        "x" * 100,
        "¥" + "x" * 90,
        "1980円 " + "x" * 80,
        "9" + "x" * 90,
        "",
        "税込",
    ]
    longest, told = 80, 0
    for _ in range(3_000):
        lines = dice.choices(parts, k=dice.randint(1, 8))
        expected = [one for one in priced_lines(lines, 1_000) if len(one[0]) <= longest]
        assert [one for one in priced_lines(lines, longest) if len(one[0]) <= longest] == expected
        told += bool(expected)
    assert told > 1_000
