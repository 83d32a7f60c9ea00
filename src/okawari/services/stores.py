"""Where a chain shows which of its stores has a thing. Such pages are opened and saved by the person, never fetched."""

from __future__ import annotations

from okawari.sources.store_stock import store_stocks


def stock_page_of(url: str) -> str:
    """Return the page of the stores' stock for a product's page, "" where the chain has none that is known."""
    return next((page for chain in store_stocks() if (page := chain.page(url))), "")


def is_stock_page(url: str) -> bool:
    """Return whether an address is that of a chain's stores' stock."""
    return any(chain.is_page(url) for chain in store_stocks())
