"""What one product page offers: price, stock and by whom, with the grounds of each word."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from okawari.domain.identifiers import Identifier
from okawari.domain.money import Money


class Availability(StrEnum):
    """Whether the thing can be had; the closed vocabulary of the contract."""

    IN_STOCK = "in_stock"
    LOW_STOCK = "low_stock"
    PREORDER = "preorder"
    BACKORDER = "backorder"
    MADE_TO_ORDER = "made_to_order"
    STORE_ONLY = "store_only"
    OUT_OF_STOCK = "out_of_stock"
    DISCONTINUED = "discontinued"
    UNKNOWN = "unknown"

    @property
    def is_at_hand(self) -> bool:
        """Whether an order placed now would be sent from stock."""
        return self in {Availability.IN_STOCK, Availability.LOW_STOCK}

    @property
    def is_gone(self) -> bool:
        """Whether nothing can be ordered."""
        return self in GONE


GONE: Final = frozenset({Availability.OUT_OF_STOCK, Availability.DISCONTINUED})
"""When nothing can be ordered."""


class PageKind(StrEnum):
    """What a page is. Only a product page says anything of stock and price."""

    PRODUCT = "product"
    LISTING = "listing"
    CAPTCHA = "captcha"
    QUEUE = "queue"
    LOGIN = "login"
    CONSENT = "consent"
    NOT_FOUND = "not_found"
    MAINTENANCE = "maintenance"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why one thing is said of an offer.

    `fact` is the key that it supports, `rule` the way it was read, `node` where it stands in the page, `text` the words.
    """

    fact: str
    rule: str
    node: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The page's own offer; None and "unknown" where the page does not tell, or contradicts itself.

    `tax_included` is whether the price holds the tax, as far as the page says it. `shipping` is the postage beside the price, 0 where it is free. `points` are what the shop grants for one piece.
    `condition` is `new`, `used` and the like, `grade` how the page grades a used thing beside its title (see `Condition`).
    `sellers` are all who are shown to offer the thing, `delivery` is the promise of when it comes, as it is written.
    """

    page_kind: PageKind = PageKind.UNKNOWN
    title: str | None = None
    price: Money | None = None
    tax_included: bool | None = None
    currency: str | None = None
    availability: Availability = Availability.UNKNOWN
    seller: str | None = None
    condition: str | None = None
    grade: str | None = None
    shipping: Money | None = None
    points: int | None = None
    sellers: tuple[str, ...] = ()
    delivery: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    why: tuple[Ground, ...] = ()
