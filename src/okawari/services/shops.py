"""The shops, carriers and cards that are known."""

from __future__ import annotations

from collections.abc import Mapping

from okawari.domain.merchant import Merchant
from okawari.sources import registry


def known_merchants() -> Mapping[str, Merchant]:
    """Return every known merchant by its id."""
    return registry.merchants()
