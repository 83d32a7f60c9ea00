"""Offers of real product pages: the price, the stock, and nothing from pages that offer nothing.

Rules are tried on the half of the shops whose name hashes to an even number; the other half shows whether they hold.
"""

import csv
import gzip
import hashlib
import sys
from collections import Counter
from decimal import Decimal

import pytest

from okawari.domain.offer import Availability
from okawari.reading.page import read_page

pytestmark = pytest.mark.corpus

LEAST_PRICE_F1 = 0.92
LEAST_RIGHT_OF_ANSWERED = 0.95
LEAST_OUT_OF_STOCK_FOUND = 0.80
MOST_FALSE_IN_STOCK = 0.01
MOST_NEGATIVES_PRICED = 0.02


def wanted_prices(row):
    """The prices that a row accepts."""
    written = [row["price"], *(row["note"].partition("also accepted:")[2].split(","))]
    return {Decimal(one.strip().replace(",", ".")) for one in written if one.strip()}


def judged(row, offer):
    """What one page adds to the counts."""
    if row["kind"] == "negative":
        yield "negative"
        if offer.price or offer.availability.is_at_hand:
            yield "negative with an offer"
    if row["kind"] in {"offers", "search"}:
        yield "list"
        if offer.price:
            yield "list with a price"
    if row["kind"] != "product":
        return
    if row["price"]:
        right = offer.price is not None and offer.price.amount in wanted_prices(row)
        yield "price right" if right else "price wrong" if offer.price else "price missed"
    elif row["availability"] == "OutOfStock" and offer.price:
        yield "price though none is to be had"
    if row["availability"]:
        said = offer.availability
        answer = (
            "in"
            if said.is_at_hand
            else "out"
            if said.is_gone
            else "unknown"
            if said is Availability.UNKNOWN
            else "later"
        )
        yield f"{row['availability']} read as {answer}"


def figures(counts):
    right, wrong, missed = (counts[f"price {what}"] for what in ("right", "wrong", "missed"))
    stock = {key: count for key, count in counts.items() if " read as " in key}
    answered = sum(count for key, count in stock.items() if not key.endswith("unknown"))
    good = counts["InStock read as in"] + counts["OutOfStock read as out"]
    gone = sum(count for key, count in stock.items() if key.startswith("OutOfStock"))
    return {
        "price f1": 2 * right / (2 * right + 2 * wrong + missed) if right else 0.0,
        "right of answered": good / answered if answered else 0.0,
        "answered": answered / sum(stock.values()),
        "out of stock found": counts["OutOfStock read as out"] / gone if gone else 1.0,
        "false in stock": counts["OutOfStock read as in"] / sum(stock.values()),
        "negatives priced": counts["negative with an offer"] / counts["negative"] if counts["negative"] else 0.0,
    }


@pytest.fixture(scope="module")
def halves(corpus):
    found = (Counter(), Counter())
    with (corpus / "pages" / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        for row in csv.DictReader(manifest):
            shop = row["shop"] if row["kind"] != "negative" else row["url"].split("/")[2]
            half = hashlib.sha256(shop.encode()).digest()[3] % 2
            with gzip.open(corpus / "pages" / row["file"]) as page:
                found[half].update(judged(row, read_page(page.read(), row["url"] or None)))
    return found


def test_offers_of_the_worlds_shops(halves, capsys):
    whole = halves[0] + halves[1]
    with capsys.disabled():
        for name, counts in (("tried on", halves[0]), ("held out", halves[1]), ("all", whole)):
            told = ", ".join(f"{key} {value:.3f}" for key, value in figures(counts).items())
            sys.stdout.write(f"\n{name}: {told}\n  {dict(sorted(counts.items()))}")
        sys.stdout.write("\n")
    found = figures(whole)
    assert found["price f1"] >= LEAST_PRICE_F1
    assert found["right of answered"] >= LEAST_RIGHT_OF_ANSWERED
    assert found["out of stock found"] >= LEAST_OUT_OF_STOCK_FOUND
    assert found["false in stock"] <= MOST_FALSE_IN_STOCK
    assert found["negatives priced"] <= MOST_NEGATIVES_PRICED
    assert whole["price though none is to be had"] == 0
    assert whole["list with a price"] == 0
