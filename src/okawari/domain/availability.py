"""Whether a thing can be had, in the words of the contract."""

from __future__ import annotations

from enum import StrEnum


class Availability(StrEnum):
    """What a shop says about its stock; `UNKNOWN` where it does not say, or says two things."""

    IN_STOCK = "in_stock"
    LOW_STOCK = "low_stock"
    PREORDER = "preorder"
    BACKORDER = "backorder"
    MADE_TO_ORDER = "made_to_order"
    STORE_ONLY = "store_only"
    OUT_OF_STOCK = "out_of_stock"
    DISCONTINUED = "discontinued"
    UNKNOWN = "unknown"
