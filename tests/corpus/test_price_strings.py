"""Prices as hundreds of real shops write them: the amount is right."""

import json
import sys
from decimal import Decimal

import pytest

from okawari.reading.price import read_price

pytestmark = pytest.mark.corpus

LEAST_RIGHT = 0.99


def amount_of(row):
    price = read_price(row["price_raw"], row.get("currency_hint"))
    return None if price is None else price.amount


def wanted(row):
    return None if row["amount"] is None else Decimal(row["amount"])


def has_its_amount(row):
    """Some rows give an amount that stands nowhere in their text ("chf" → 1)."""
    text = row["price_raw"] or ""
    return row["amount"] is None or any(letter.isdigit() for letter in text) or "free" in text.lower()


def test_prices_of_the_world(corpus, capsys):
    rows = [row for row in json.loads((corpus / "price-strings.json").read_text("utf-8")) if has_its_amount(row)]
    wrong = [(row["price_raw"], amount_of(row), wanted(row)) for row in rows if amount_of(row) != wanted(row)]
    with capsys.disabled():
        sys.stdout.write(f"\n{len(rows) - len(wrong)} of {len(rows)} prices right {wrong}\n")
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(rows)


def test_every_price_in_yen(corpus):
    rows = json.loads((corpus / "yen-strings.json").read_text("utf-8"))
    assert [(row["price_raw"], amount_of(row)) for row in rows] == [(row["price_raw"], wanted(row)) for row in rows]
