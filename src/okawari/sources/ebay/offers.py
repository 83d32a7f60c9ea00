"""eBay Browse, item summaries of ebay.com that can be sent to Japan; the token is got by OAuth client credentials."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from typing import Any

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.identifiers import identifiers
from okawari.domain.offer_source import OfferQuery
from okawari.fetching.api import ApiRequest
from okawari.reading.answers import UnreadableAnswerError, inner, link, money_in, rows, table, token, whole, words

URL = "https://api.ebay.com/buy/browse/v1/item_summary/search"
TOKEN_URL = "https://api.ebay.com/identity/v1/oauth2/token"  # noqa: S105 - an address
_SCOPE = "https://api.ebay.com/oauth/api_scope"
_CONDITIONS = {
    "1000": Condition.NEW,
    "1500": Condition.LIKE_NEW,
    "2000": Condition.LIKE_NEW,
    "2010": Condition.LIKE_NEW,
    "2020": Condition.VERY_GOOD,
    "2030": Condition.GOOD,
    "2500": Condition.VERY_GOOD,
    "2750": Condition.LIKE_NEW,
    "3000": Condition.USED,
    "4000": Condition.VERY_GOOD,
    "5000": Condition.GOOD,
    "6000": Condition.ACCEPTABLE,
    "7000": Condition.ACCEPTABLE,
}


def ask_token(keys: Mapping[str, str]) -> ApiRequest:
    """Return what to ask for a token."""
    pair = b64encode(f"{keys['ebay.client_id']}:{keys['ebay.client_secret']}".encode()).decode()
    return ApiRequest(
        url=TOKEN_URL,
        headers=(("Authorization", f"Basic {pair}"),),
        form=(("grant_type", "client_credentials"), ("scope", _SCOPE)),
    )


read_token = token


def request(query: OfferQuery, keys: Mapping[str, str]) -> ApiRequest | None:
    """Return what to ask, by JAN or ISBN where one is known; None where nothing is there to search by."""
    number = query.number("jan", "isbn")
    what = ("gtin", number) if number else ("q", query.number("model") or query.words)
    if not what[1]:
        return None
    return ApiRequest(
        url=URL,
        query=(what, ("filter", "deliveryCountry:JP,buyingOptions:{FIXED_PRICE}"), ("limit", "50")),
        headers=(
            ("Authorization", f"Bearer {keys['token']}"),
            ("X-EBAY-C-MARKETPLACE-ID", "EBAY_US"),
            ("X-EBAY-C-ENDUSERCTX", "contextualLocation=country%3DJP"),
        ),
    )


def read(body: bytes) -> tuple[Candidate, ...]:
    """Return the offers of an answer; UnreadableAnswerError for anything else. Stock is not told by summaries."""
    answer = table(body)
    if "itemSummaries" not in answer and whole(answer, "total") == 0:
        return ()
    if answer.get("errors"):
        raise UnreadableAnswerError
    return tuple(map(_offer, rows(answer, "itemSummaries")))


def _offer(item: Mapping[str, Any]) -> Candidate:
    title, seller = words(item, "title"), inner(item, "seller")
    options = item.get("shippingOptions")
    first = options[0] if isinstance(options, list) and options and isinstance(options[0], dict) else {}
    # CALCULATED costs depend on the address.
    fixed = words(first, "shippingCostType") == "FIXED"
    percent = words(seller, "feedbackPercentage").partition(".")[0]
    return Candidate(
        title=title,
        mall="ebay",
        seller=words(seller, "username"),
        url=link(item, "itemWebUrl"),
        price=money_in(inner(item, "price"), "value"),
        shipping=money_in(inner(first, "shippingCost"), "value", free=True) if fixed else None,
        condition=_CONDITIONS.get(words(item, "conditionId"), Condition.UNKNOWN),
        identifiers=identifiers(title),
        country=words(inner(item, "itemLocation"), "country").upper()[:2],
        rating=int(percent) if percent.isascii() and percent.isdigit() and int(percent[:4]) <= 100 else None,
        ratings=whole(seller, "feedbackScore"),
    )
