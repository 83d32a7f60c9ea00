"""Yahoo! Shopping Item Search v3: found by JAN, about thirty requests a minute."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import identifiers
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.offer_source import OfferQuery
from okawari.fetching.api import ApiRequest
from okawari.reading.answers import inner, jan_pair, link, rows, table, whole, words, yen_in

URL = "https://shopping.yahooapis.jp/ShoppingWebService/V3/itemSearch"
_CONDITIONS = {"new": Condition.NEW, "used": Condition.USED}


def request(query: OfferQuery, keys: Mapping[str, str]) -> ApiRequest | None:
    """Return what to ask, by JAN or ISBN where one is known; None where nothing is there to search by."""
    number = query.number("jan", "isbn")
    what = ("jan_code", number) if number else ("query", query.number("model") or query.words)
    if not what[1]:
        return None
    return ApiRequest(url=URL, query=(("appid", keys["yahoo_shopping.client_id"]), what, ("results", "50")))


def read(body: bytes) -> tuple[Candidate, ...]:
    """Return the offers of an answer; UnreadableAnswerError for anything else."""
    return tuple(map(_offer, rows(table(body), "hits")))


def _offer(hit: Mapping[str, Any]) -> Candidate:
    title, seller = words(hit, "name"), inner(hit, "seller")
    review, points = inner(seller, "review"), inner(hit, "point")
    included = inner(hit, "priceLabel").get("taxable")
    stock = {True: Availability.IN_STOCK, False: Availability.OUT_OF_STOCK}
    in_stock = hit.get("inStock")
    return Candidate(
        title=title,
        mall="yahoo_shopping",
        seller=words(seller, "name"),
        url=link(hit, "url"),
        price=yen_in(hit, "price"),
        tax_included=included if isinstance(included, bool) else None,
        # 1: not told, 3: free above an amount that is not told.
        shipping=yen(0) if whole(inner(hit, "shipping"), "code") == 2 else None,
        points=whole(points, "lyLimitedBonusAmount"),
        availability=stock[in_stock] if isinstance(in_stock, bool) else Availability.UNKNOWN,
        condition=_CONDITIONS.get(words(hit, "condition"), Condition.UNKNOWN),
        identifiers=identifiers(title, jan_pair(words(hit, "janCode"))),
        rating=_per_cent(review.get("rate")),
        ratings=whole(review, "count"),
    )


def _per_cent(stars: object) -> int | None:
    """Return stars of five in per cent; 0 stands for no ratings."""
    return (
        int(stars * 20) if isinstance(stars, int | Decimal) and not isinstance(stars, bool) and 0 < stars <= 5 else None
    )
