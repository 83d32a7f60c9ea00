"""Who sells and who ships: the first thing that tells how likely a stockout after the order is. Source: MKT-RISK-01."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from okawari.domain.candidate import Candidate, Condition

_AMAZON: Final = ("amazon", "アマゾン")
_AT_HOME: Final = frozenset({"", "JP"})


class Trade(StrEnum):
    """How a shop or mall sells, as its manifest says: in Japan by shops under its roof, from its own stock, by private persons, or abroad."""

    MALL = "mall"
    OWN_STOCK = "own_stock"
    FLEA_MARKET = "flea_market"
    ABROAD = "abroad"


Trades = Mapping[str, Trade]
"""How malls sell, by their ids; a mall that is not known has none."""


class Tier(StrEnum):
    """From the least to the greatest risk."""

    AMAZON = "amazon"
    OWN_SHOP = "own_shop"
    FBA = "fba"
    SELLER = "seller"
    FLEA = "flea"
    UNKNOWN = "unknown"
    OVERSEAS = "overseas"


_OF_TRADE: Final = {Trade.OWN_STOCK: Tier.OWN_SHOP, Trade.FLEA_MARKET: Tier.FLEA}
AMAZON_SHIPS: Final = frozenset({Tier.AMAZON, Tier.FBA})


_SELLER, _NOBODY, _OVERSEAS, _ABROAD, _FLEA_MARKET = (
    Tier.SELLER,
    Tier.UNKNOWN,
    Tier.OVERSEAS,
    Trade.ABROAD,
    Trade.FLEA_MARKET,
)
_NEW, _UNTOLD = Condition.NEW, Condition.UNKNOWN
"""Looked up once, as they stand behind most of thousands of offers."""


def tier_of(offer: Candidate, trades: Trades) -> Tier:
    """Return who stands behind an offer; `UNKNOWN` where a mall's seller is not named, `OVERSEAS` for one of a mall abroad who does not say to be in Japan."""
    mall = offer.mall
    if offer.country not in _AT_HOME:
        return _OVERSEAS
    trade = trades.get(mall)
    if trade is not None and (tier := _OF_TRADE.get(trade)) is not None:
        return tier
    if mall.startswith("amazon") and ships_by_amazon(offer):
        return Tier.AMAZON if _is_amazon(offer.seller) else Tier.FBA
    if not offer.seller:
        return _NOBODY
    return _OVERSEAS if trade is _ABROAD and not offer.country else _SELLER


def is_used(offer: Candidate, trades: Trades) -> bool:
    """Return whether a piece counts as used; in a flea market silence on its state does not make it new."""
    if offer.condition is _UNTOLD:
        return trades.get(offer.mall) is _FLEA_MARKET
    return offer.condition is not _NEW


def ships_by_amazon(offer: Candidate) -> bool:
    """Return whether Amazon ships an offer of one of its own malls at home: it says so, or sells it and names nobody else."""
    return offer.country in _AT_HOME and _is_amazon(offer.shipped_by or offer.seller)


@lru_cache(maxsize=4096)
def _is_amazon(name: str) -> bool:
    return name.strip().lower().startswith(_AMAZON)
