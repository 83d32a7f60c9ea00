"""Who sells and who ships: the first thing that tells how likely a stockout after the order is. Source: MKT-RISK-01."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from okawari.domain.candidate import Candidate, Condition

ABROAD: Final = frozenset(
    {"amazon_com", "amazon_de", "amazon_uk", "amazon_fr", "amazon_it", "amazon_es", "amazon_ca", "ebay"}
)
"""Malls in other countries."""
_AMAZON: Final = ("amazon", "アマゾン")


class Tier(StrEnum):
    """From the least to the greatest risk."""

    AMAZON = "amazon"
    OWN_SHOP = "own_shop"
    FBA = "fba"
    SELLER = "seller"
    FLEA = "flea"
    UNKNOWN = "unknown"
    OVERSEAS = "overseas"

    __hash__ = str.__hash__


_OWN_SHOPS: Final = """yodobashi biccamera joshin seven_net apple kojima sofmap nojima edion ksdenki nitori uniqlo amiami animate
hobby_search good_smile kotobukiya premium_bandai"""
OWN_SHOPS: Final = frozenset(_OWN_SHOPS.split())
"""Shops in Japan that sell from their own stock."""
FLEA_MARKETS: Final = frozenset({"mercari", "rakuma", "paypay_flea", "yahoo_auctions"})
_OF_MALL: Final = {**dict.fromkeys(OWN_SHOPS, Tier.OWN_SHOP), **dict.fromkeys(FLEA_MARKETS, Tier.FLEA)}
AMAZON_SHIPS: Final = frozenset({Tier.AMAZON, Tier.FBA})


_SELLER, _NOBODY = Tier.SELLER, Tier.UNKNOWN
"""Looked up once, as they stand behind most of thousands of offers."""


def tier_of(offer: Candidate) -> Tier:
    """Return who stands behind an offer; `UNKNOWN` where a mall's seller is not named, `OVERSEAS` for one of a mall abroad who does not say to be in Japan."""
    mall, country = offer.mall, offer.country
    if country and country != "JP":
        return Tier.OVERSEAS
    if (tier := _OF_MALL.get(mall)) is not None:
        return tier
    if mall.startswith("amazon"):
        by_amazon = _is_amazon(offer.shipped_by)
        if _is_amazon(offer.seller):
            return Tier.AMAZON if by_amazon or not offer.shipped_by else _SELLER
        if by_amazon:
            return Tier.FBA
    if not offer.seller:
        return _NOBODY
    return Tier.OVERSEAS if mall in ABROAD and not offer.country else _SELLER


def is_used(offer: Candidate) -> bool:
    """Return whether a piece counts as used; in a flea market silence on its state does not make it new."""
    silent = offer.condition is Condition.UNKNOWN
    return offer.mall in FLEA_MARKETS if silent else offer.condition is not Condition.NEW


def _is_amazon(name: str) -> bool:
    return name.strip().lower().startswith(_AMAZON)
