"""Rakuten Books, version 2017-04-04: books by their ISBN, with six words for stock and none for anything else sold there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import Identifier, valid_jan
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.offer_source import OfferQuery
from okawari.fetching.api import ApiRequest
from okawari.reading.answers import inner, link, rows, table, whole, words, yen_in
from okawari.sources.rakuten.access import asked

URL = "https://openapi.rakuten.co.jp/services/api/BooksBook/Search/20170404"
_STOCK = {
    1: (Availability.IN_STOCK, None),
    2: (Availability.BACKORDER, (3, 7)),
    3: (Availability.BACKORDER, (3, 9)),
    4: (Availability.BACKORDER, None),
    5: (Availability.PREORDER, None),
}
"""6, “ask the maker”, tells nothing."""
_FREE_POSTAGE = frozenset({1, 2})
"""Not as in the Ichiba interface: 0 stands for postage that comes on top."""


def request(query: OfferQuery, keys: Mapping[str, str]) -> ApiRequest | None:
    """Return what to ask, by ISBN; None without one. Books that are sold out are asked for too."""
    isbn = query.number("isbn")
    return asked(URL, keys, ("isbn", isbn), ("outOfStockFlag", "1")) if isbn else None


def read(body: bytes) -> tuple[Candidate, ...]:
    """Return the offers of an answer, of either format version; UnreadableAnswerError for anything else."""
    return tuple(_offer(inner(row, "Item") or row) for row in rows(table(body), "Items", "items"))


def _offer(item: Mapping[str, Any]) -> Candidate:
    isbn = words(item, "isbn")
    stock, days = _STOCK.get(whole(item, "availability") or 0, (Availability.UNKNOWN, None))
    return Candidate(
        title=words(item, "title"),
        mall="rakuten",
        seller="楽天ブックス",
        url=link(item, "itemUrl"),
        price=yen_in(item, "itemPrice"),
        tax_included=True,
        shipping=yen(0) if whole(item, "postageFlag") in _FREE_POSTAGE else None,
        availability=stock,
        ship_days=days,
        condition=Condition.NEW,
        identifiers=(Identifier("isbn", isbn),) if valid_jan(isbn) and isbn.startswith(("978", "979")) else (),
        category="books",
        list_price=yen_in(item, "listPrice"),
    )
