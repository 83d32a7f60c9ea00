"""The shops, carriers and cards that are known."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from okawari.domain.merchant import Merchant
from okawari.sources import registry


def known_merchants() -> Mapping[str, Merchant]:
    """Return every known merchant by its id."""
    return registry.merchants()


def merchant_called(name: str) -> Merchant | None:
    """Return the shop that a person means: by its id, its name or one of its brand words; None where several or none fit.

    Of a brand's shops in several countries the Japanese one is meant.
    """
    wanted = _plain(name)
    merchants = registry.merchants()
    if name in merchants:
        return merchants[name]
    shops = [merchant for merchant in merchants.values() if merchant.kind == "shop"]
    called = [shop for shop in shops if wanted in {_plain(shop.name_ja), _plain(shop.name_en)}]
    called = called or [shop for shop in shops if wanted in {_plain(word) for word in shop.brand_words}]
    at_home = [shop for shop in called if shop.currency == "JPY"] or called
    return at_home[0] if len(at_home) == 1 else None


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace(" ", "")
