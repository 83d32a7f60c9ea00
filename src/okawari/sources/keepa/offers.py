"""Keepa's product request with live offers of Amazon.co.jp: whole yen, paid for in tokens that fill up again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import Identifier, identifiers
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.domain.offer_source import OfferQuery
from okawari.fetching.api import ApiRequest
from okawari.reading.answers import UnreadableAnswerError, jan_pair, rows, table, whole, words, yen_in

URL = "https://api.keepa.com/product"
_JAPAN = 5
_SOLD = frozenset({0, 1, 2})
"""Product types with offers: goods, digital, e-book; not the parent of variants, nor what Amazon took off."""

_CONDITIONS = {
    1: Condition.NEW,
    2: Condition.LIKE_NEW,
    3: Condition.VERY_GOOD,
    4: Condition.GOOD,
    5: Condition.ACCEPTABLE,
    6: Condition.VERY_GOOD,
}
_AMAZON = "Amazon.co.jp"


def request(query: OfferQuery, keys: Mapping[str, str]) -> ApiRequest | None:
    """Return what to ask, by ASIN, JAN or ISBN; None without one: a search by words costs ten times as much."""
    asin, code = query.number("asin"), query.number("jan", "isbn")
    if not asin and not code:
        return None
    return ApiRequest(
        url=URL,
        query=(
            ("key", keys["keepa.key"]),
            ("domain", str(_JAPAN)),
            ("asin", asin) if asin else ("code", code),
            ("offers", "20"),
            ("only-live-offers", "1"),
            ("history", "0"),
            ("update", "1"),
        ),
        wait_key="refillIn",
    )


def read(body: bytes) -> tuple[Candidate, ...]:
    """Return the live offers of an answer; UnreadableAnswerError for anything else."""
    answer = table(body)
    if answer.get("error"):
        raise UnreadableAnswerError
    return tuple(offer for product in rows(answer, "products") for offer in _offers(product))


def pause(body: bytes) -> float:
    """Return for how many seconds to ask nothing more: until tokens are left again."""
    answer = table(body)
    left, refill_ms = whole(answer, "tokensLeft"), whole(answer, "refillIn")
    return refill_ms / 1000 if left is not None and left <= 0 and refill_ms is not None and refill_ms > 0 else 0.0


def _offers(product: Mapping[str, Any]) -> Iterator[Candidate]:
    """Yield the live offers: the list holds old ones too, only `liveOffersOrder` tells them apart."""
    listed, order = product.get("offers"), product.get("liveOffersOrder")
    sold = product.get("domainId") == _JAPAN and product.get("productType") in _SOLD
    if not sold or product.get("offersSuccessful") is not True or not isinstance(listed, list):
        return
    title, asin = words(product, "title"), words(product, "asin")
    codes = product.get("eanList")
    jans = [code for code in codes if isinstance(code, str)] if isinstance(codes, list) else []
    known = tuple(pair for jan in jans for pair in jan_pair(jan))
    numbers = identifiers(title, (*known, ("asin", asin)))
    for index in order if isinstance(order, list) else ():
        if isinstance(index, int) and 0 <= index < len(listed) and isinstance(listed[index], dict):
            offer = _offer(listed[index], title, asin, numbers)
            if offer is not None:
                yield offer


def _offer(offer: Mapping[str, Any], title: str, asin: str, numbers: tuple[Identifier, ...]) -> Candidate | None:
    """Return one offer; None for what is not sent to everybody: to members of Prime only, or nowhere."""
    if offer.get("isShippable") is False or offer.get("isPrimeExcl") is True:
        return None
    by_amazon = offer.get("isAmazon") is True or offer.get("isWarehouseDeal") is True
    price, shipping = _now(offer.get("offerCSV"))
    return Candidate(
        title=title,
        mall="amazon_jp",
        seller=_AMAZON if by_amazon else words(offer, "sellerId"),
        shipped_by=_AMAZON if by_amazon or offer.get("isFBA") is True else "",
        url=f"https://www.amazon.co.jp/dp/{asin}" if asin.isalnum() else "",
        price=price,
        tax_included=True,
        quantity=max(1, min(whole(offer, "minOrderQty") or 1, 1000)),
        shipping=shipping,
        availability=Availability.PREORDER if offer.get("isPreorder") is True else Availability.IN_STOCK,
        condition=_CONDITIONS.get(whole(offer, "condition") or 0, Condition.UNKNOWN),
        identifiers=numbers,
        country="CN" if offer.get("shipsFromChina") is True else "",
    )


def _now(history: object) -> tuple[Money | None, Money | None]:
    """Return price and shipping of now, the last two of [minute, price, shipping, …]; less than 0 is not known."""
    if not isinstance(history, list) or len(history) < 3 or len(history) % 3:
        return None, None
    price, shipping = history[-2:]
    now = {"price": price, "shipping": shipping}
    return yen_in(now, "price"), yen(0) if whole(now, "shipping") == 0 else yen_in(now, "shipping")
