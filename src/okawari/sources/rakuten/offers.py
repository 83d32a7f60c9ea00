"""Rakuten Ichiba Item Search, version 2026-07-01: one second apart, the access key in a header of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from okawari.domain.candidate import Candidate
from okawari.domain.identifiers import identifiers
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.offer_source import OfferQuery
from okawari.domain.problem import Problem
from okawari.fetching.api import ApiRequest
from okawari.reading.answers import inner, link, rows, table, whole, words, yen_in
from okawari.sources.rakuten.access import asked

URL = "https://openapi.rakuten.co.jp/ichibams/api/IchibaItem/Search/20260701"
_MOST_BYTES = 128


def request(query: OfferQuery, keys: Mapping[str, str]) -> ApiRequest | None:
    """Return what to ask; None where nothing is left to search by.

    There is no parameter for a JAN: shops write it in their texts. A word of one character is refused (400).
    """
    number = query.number("jan", "isbn", "model")
    keyword = number or " ".join(word for word in query.words.split() if len(word) > 1)
    keyword = keyword.encode()[:_MOST_BYTES].decode("utf-8", "ignore").strip()
    if not keyword:
        return None
    return asked(URL, keys, ("keyword", keyword), ("hits", "30"), ("availability", "0"))


def read(body: bytes) -> tuple[Candidate, ...]:
    """Return the offers of an answer, of either format version; UnreadableAnswerError for anything else."""
    return tuple(_offer(inner(row, "Item") or row) for row in rows(table(body), "Items", "items"))


def _offer(item: Mapping[str, Any]) -> Candidate:
    title = words(item, "itemName")
    lowest, highest = whole(item, "itemPriceMin3"), whole(item, "itemPriceMax3")
    # One price for several variants: which of them is wanted stands on the page only.
    ranged = lowest is not None and highest is not None and 0 < lowest < highest
    problems = (Problem("price_of_variants", "price", f"{lowest:,}〜{highest:,}"),) if ranged else ()
    tax, rate = whole(item, "taxFlag"), whole(item, "pointRate")
    can_be_bought = {0: Availability.OUT_OF_STOCK, 1: Availability.IN_STOCK}
    return Candidate(
        title=title,
        mall="rakuten",
        seller=words(item, "shopName"),
        url=link(item, "itemUrl"),
        price=None if ranged else yen_in(item, "itemPrice"),
        tax_included={0: True, 1: False}.get(-1 if tax is None else tax),
        shipping=yen(0) if whole(item, "postageFlag") == 0 else None,
        point_rate=rate if rate is not None and 1 <= rate <= 100 else 1,
        availability=can_be_bought.get(whole(item, "availability") or 0, Availability.UNKNOWN)
        if whole(item, "availability") is not None
        else Availability.UNKNOWN,
        identifiers=identifiers(title),
        problems=problems,
    )
