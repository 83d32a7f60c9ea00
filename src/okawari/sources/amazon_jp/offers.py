"""Amazon Creators API (catalog/v1) for Amazon.co.jp: what one ASIN costs there, for approved associates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import Identifier
from okawari.domain.offer import Availability
from okawari.domain.offer_source import OfferQuery
from okawari.fetching.api import ApiRequest
from okawari.reading.answers import UnreadableAnswerError, inner, link, money_in, rows, table, token, whole, words

URL = "https://creatorsapi.amazon/catalog/v1/getItems"
TOKEN_URL = "https://api.amazon.co.jp/auth/o2/token"  # noqa: S105 - an address
_SCOPE = "creatorsapi::default"
_MARKETPLACE = "www.amazon.co.jp"
_RESOURCES = (
    "itemInfo.title",
    "itemInfo.externalIds",
    "offersV2.listings.availability",
    "offersV2.listings.condition",
    "offersV2.listings.isBuyBoxWinner",
    "offersV2.listings.loyaltyPoints",
    "offersV2.listings.merchantInfo",
    "offersV2.listings.price",
    "offersV2.listings.type",
)
_STOCK = {
    "IN_STOCK": Availability.IN_STOCK,
    "IN_STOCK_SCARCE": Availability.LOW_STOCK,
    "LEADTIME": Availability.BACKORDER,
    "AVAILABLE_DATE": Availability.BACKORDER,
    "PREORDER": Availability.PREORDER,
    "OUT_OF_STOCK": Availability.OUT_OF_STOCK,
    "UNAVAILABLE": Availability.OUT_OF_STOCK,
}
_CONDITIONS = {"New": Condition.NEW, "Used": Condition.USED}
_SUBSCRIPTION = "SUBSCRIBE_AND_SAVE"


def ask_token(keys: Mapping[str, str]) -> ApiRequest:
    """Return what to ask for a token, as credentials of version 3.3 take it."""
    body = {
        "grant_type": "client_credentials",
        "client_id": keys["amazon_creators.client_id"],
        "client_secret": keys["amazon_creators.client_secret"],
        "scope": _SCOPE,
    }
    return ApiRequest(url=TOKEN_URL, json=json.dumps(body).encode())


read_token = token


def request(query: OfferQuery, keys: Mapping[str, str]) -> ApiRequest | None:
    """Return what to ask, by ASIN; None without one."""
    asin = query.number("asin")
    if not asin:
        return None
    body = {"partnerTag": keys["amazon_creators.partner_tag"], "itemIds": [asin], "resources": _RESOURCES}
    return ApiRequest(
        url=URL,
        headers=(("Authorization", f"Bearer {keys['token']}"), ("x-marketplace", _MARKETPLACE)),
        json=json.dumps(body).encode(),
    )


def read(body: bytes) -> tuple[Candidate, ...]:
    """Return the listings of an answer; items that cannot be told are left out, UnreadableAnswerError for another shape."""
    answer = table(body)
    results = inner(answer, "itemsResult") or inner(answer, "itemResults")
    if not results:
        if isinstance(answer.get("errors"), list) and answer["errors"]:
            return ()
        raise UnreadableAnswerError
    return tuple(offer for item in rows(results, "items") for offer in _offers(item))


def _offers(item: Mapping[str, Any]) -> Iterator[Candidate]:
    offers = inner(item, "offersV2")
    asin = words(item, "asin")
    title = words(inner(inner(item, "itemInfo"), "title"), "displayValue")
    for listing in rows(offers, "listings") if "listings" in offers else ():
        if words(listing, "type") == _SUBSCRIPTION:
            continue
        price = money_in(inner(inner(listing, "price"), "money"), "amount")
        stock = words(inner(listing, "availability"), "type")
        yield Candidate(
            title=title,
            mall="amazon_jp",
            seller=words(inner(listing, "merchantInfo"), "name"),
            url=link(item, "detailPageURL"),
            price=price if price is not None and price.currency == "JPY" else None,
            tax_included=True,
            points=whole(inner(listing, "loyaltyPoints"), "points"),
            availability=_STOCK.get(stock, Availability.UNKNOWN),
            condition=_CONDITIONS.get(words(inner(listing, "condition"), "value"), Condition.UNKNOWN),
            identifiers=(Identifier("asin", asin),) if asin.isalnum() else (),
        )
