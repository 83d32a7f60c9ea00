"""Rakuten Product Search, version 2025-08-01: what the shops of the mall ask for one product at the least, found by JAN."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import identifiers
from okawari.domain.offer import Availability
from okawari.domain.offer_source import OfferQuery
from okawari.fetching.api import ApiRequest
from okawari.reading.answers import inner, jan_pair, link, rows, table, whole, words, yen_in
from okawari.sources.rakuten.access import asked

URL = "https://openapi.rakuten.co.jp/ichibaproduct/api/Product/Search/20250801"


def request(query: OfferQuery, keys: Mapping[str, str]) -> ApiRequest | None:
    """Return what to ask, by JAN; None without one: words find what is only like it."""
    jan = query.number("jan", "isbn")
    return asked(URL, keys, ("productCode", jan)) if jan else None


def read(body: bytes) -> tuple[Candidate, ...]:
    """Return one candidate a product: the least price of a new piece; UnreadableAnswerError for anything else."""
    return tuple(_offer(inner(row, "Product") or row) for row in rows(table(body), "Products", "products", "items"))


def _offer(product: Mapping[str, Any]) -> Candidate:
    title, selling = words(product, "productName"), whole(product, "usedExcludeSalesItemCount")
    # Which shop asks the least stands on the product's page only, so neither seller nor postage is told.
    return Candidate(
        title=title,
        mall="rakuten",
        url=link(product, "productUrlPC"),
        price=yen_in(product, "usedExcludeSalesMinPrice") if selling else None,
        tax_included=True,
        availability=Availability.OUT_OF_STOCK if selling == 0 else Availability.UNKNOWN,
        condition=Condition.NEW,
        identifiers=identifiers(title, jan_pair(words(product, "productCode"))),
    )
