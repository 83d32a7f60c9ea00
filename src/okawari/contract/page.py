"""The document `okawari.page/1`."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.contract.values import Document, money
from okawari.domain.offer import Ground, Offer
from okawari.services.pages import SeenPage

SCHEMA = "okawari.page/1"


def page_document(seen: SeenPage) -> Document:
    """Return what one page offers."""
    return {"schema": SCHEMA, "file": seen.place, "url": seen.url, "offer": offer_document(seen.offer)}


def offer_document(offer: Offer) -> Document:
    """Return an offer with the grounds of each thing said."""
    return {
        "page_kind": offer.page_kind.value,
        "title": offer.title,
        "price": money(offer.price),
        "currency": offer.currency,
        "tax_included": offer.tax_included,
        "availability": offer.availability.value,
        "seller": offer.seller,
        "condition": offer.condition,
        "shipping": money(offer.shipping),
        "points": offer.points,
        "sellers": list(offer.sellers),
        "delivery": offer.delivery,
        "identifiers": [{"kind": one.kind, "value": one.value} for one in offer.identifiers],
        "why": grounds_document(offer.why),
    }


def grounds_document(why: Iterable[Ground]) -> list[Document]:
    """Return why each thing is said of a page."""
    return [{"fact": one.fact, "rule": one.rule, "node": one.node, "text": one.text} for one in why]
