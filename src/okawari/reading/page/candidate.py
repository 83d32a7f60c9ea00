"""What one piece of a page's markup says of an offer, before it is weighed against the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from okawari.domain.offer import Availability
from okawari.reading.currencies import code_in
from okawari.reading.page.price_labels import is_placeholder
from okawari.reading.price import Price, read_price

_PLAIN: Final = re.compile(r"\d{1,10}(?:\.\d{1,4})?")
_NO_LETTERS: Final = re.compile(r"[^a-z]")

# The members of schema.org's ItemAvailability and the words of OpenGraph, without case and marks.
_AVAILABILITY: Final = {
    "instock": Availability.IN_STOCK,
    "available": Availability.IN_STOCK,
    "onlineonly": Availability.IN_STOCK,
    "limitedavailability": Availability.LOW_STOCK,
    "instoreonly": Availability.STORE_ONLY,
    "preorder": Availability.PREORDER,
    "presale": Availability.PREORDER,
    "pending": Availability.PREORDER,
    "backorder": Availability.BACKORDER,
    "availablefororder": Availability.BACKORDER,
    "madetoorder": Availability.MADE_TO_ORDER,
    "outofstock": Availability.OUT_OF_STOCK,
    "oos": Availability.OUT_OF_STOCK,
    "soldout": Availability.OUT_OF_STOCK,
    "notinstock": Availability.OUT_OF_STOCK,
    "unavailable": Availability.OUT_OF_STOCK,
    "discontinued": Availability.DISCONTINUED,
}
_CONDITIONS: Final = {
    "newcondition": "new",
    "new": "new",
    "usedcondition": "used",
    "used": "used",
    "refurbishedcondition": "refurbished",
    "refurbished": "refurbished",
    "damagedcondition": "damaged",
}


SURE: Final = 3
"""What the layout of a known shop is matched with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One offer as markup tells it. `prices` are those of its variants, in their order; `rule` and `node` are its ground.

    With `is_range` only its lowest and highest price are told.
    `availabilities` are the states of its variants, `words` those that told them.
    `sellers` are those whose offers can be had.
    `matched` tells how surely it is the page's own: 3 by the shop's layout, 2 by its address, 1 by its name, 0 as nothing speaks against it.
    """

    rule: str
    node: str
    prices: tuple[Price, ...] = ()
    availabilities: tuple[Availability, ...] = ()
    words: str = ""
    title: str = ""
    seller: str = ""
    sellers: tuple[str, ...] = ()
    condition: str | None = None
    shipping: Price | None = None
    codes: tuple[tuple[str, str], ...] = ()
    matched: int = 0
    is_range: bool = False


def availability_of(word: str) -> Availability | None:
    """Return the state that a word of schema.org or OpenGraph stands for, None for any other word."""
    return _AVAILABILITY.get(_bare(word))


def condition_of(word: str) -> str | None:
    """Return `new`, `used`, `refurbished` or `damaged` for a word of schema.org or OpenGraph."""
    return _CONDITIONS.get(_bare(word))


def price_of(written: str, currency: str = "") -> Price | None:
    """Return a price as markup writes it: a plain number, or in the way of a shop; never 0 and never a placeholder."""
    text = written.strip()
    if not text or text.startswith(("-", "\u2212")):
        return None
    code = code_in(currency) if currency else ""
    price = Price(Decimal(text), code) if _PLAIN.fullmatch(text) else read_price(text, code or None)
    if price is None or not price.amount or is_placeholder(price.amount):
        return None
    return Price(price.amount, code or price.currency)


def _bare(word: str) -> str:
    tail = word.strip().rstrip("/").rpartition("/")[2].lower()
    return tail if tail.isascii() and tail.isalpha() else _NO_LETTERS.sub("", tail)
