"""The lines near a title: what hardly any page says is looked for in all of them at once."""

import random
from decimal import Decimal

import pytest

from okawari.reading.page.lines import LINE, Lines

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
