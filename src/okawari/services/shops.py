"""The shops, carriers and cards that are known."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from urllib.parse import urlsplit

from okawari.domain.account import AccountKind
from okawari.domain.hosts import belongs, parents
from okawari.domain.merchant import Merchant
from okawari.domain.phrase import Bilingual, Phrase, phrase
from okawari.domain.seller_tier import Trade, Trades
from okawari.sources import registry
from okawari.sources.saved_searches import listing_sites
from okawari.sources.statements import layouts


def known_merchants() -> Mapping[str, Merchant]:
    """Return every known merchant by its id."""
    return registry.merchants()


@cache
def card_families() -> Mapping[str, frozenset[str]]:
    """Return every card whose statements are read, by its id, with the cards that the same statements may be of."""
    families: dict[str, frozenset[str]] = {}
    for layout in layouts():
        if layout.account is AccountKind.CARD:
            names = frozenset({layout.source, *dict(layout.by_card).values()})
            families |= {name: families.get(name, frozenset()) | names for name in names}
    return families


@cache
def trades() -> Trades:
    """Return how shops and malls sell, by their ids, as far as that is known."""
    return {merchant.id: Trade(merchant.trade) for merchant in registry.merchants().values() if merchant.trade}


def shop_named(merchant: str | None) -> Bilingual | Phrase:
    """Return the name of a shop for a sentence, by its id."""
    shop = registry.merchants().get(merchant or "")
    return Bilingual(shop.name_ja, shop.name_en) if shop else phrase("steps.shop_unknown")


def merchant_called(name: str) -> Merchant | None:
    """Return the shop that a person means; None where several or none fit.

    A shop is meant by its id, its name or a word of its brand; else by the word of a brand inside what was typed
    ("Amazon Marketplace"), the longest first; else by the beginning of one ("Yahoo"). Of a brand's shops in several
    countries the Japanese one is meant.
    """
    if name in registry.merchants():
        return registry.merchants()[name]
    wanted = _plain(name)
    names = [(_plain(word), shop) for shop in _shops() for word in _names(shop)]
    inside = max((word for word, _ in names if word and word in wanted), key=len, default="")
    words = {word for word, _ in names}
    brands = {_plain(word) for shop in _shops() for word in _brand_words(shop)} if len(wanted) > 2 else set()
    meant = {wanted} & words or {inside} - {""} or {word for word in brands if word.startswith(wanted)}
    return _at_home([shop for word, shop in names if word in meant])


@lru_cache(maxsize=1024)
def shop_at(host: str) -> str:
    """Return the id of the shop or market whose pages a host has, "" where it cannot be told.

    The most specific domain that is a shop's own decides. Where shops of one company share it, the one whose orders are
    looked up below it is meant; a domain to which only links of one shop lead counts for that shop.
    """
    known = _shops_by_domain()
    return next((known[domain] for domain in parents(host) if domain in known), "")


@cache
def _shops_by_domain() -> Mapping[str, str]:
    shops = _shops()
    own = {
        domain: [one for one in shops if domain in one.mail_domains] for shop in shops for domain in shop.mail_domains
    }
    linked = {
        domain: [one for one in shops if domain in one.link_domains] for shop in shops for domain in shop.link_domains
    }
    found = {domain: listed[0].id for domain, listed in linked.items() if len(listed) == 1}
    for domain, listed in own.items():
        at_home = [one for one in listed if belongs(urlsplit(one.check_url).hostname or "", domain)]
        if at_home or len(listed) == 1:
            found[domain] = (at_home or listed)[0].id
    return found | {host: site.mall for site in listing_sites() for host in site.hosts}


def _shops() -> list[Merchant]:
    return [merchant for merchant in registry.merchants().values() if merchant.kind == "shop"]


def _names(shop: Merchant) -> tuple[str, ...]:
    return (shop.name_ja, shop.name_en, *_brand_words(shop))


def _brand_words(shop: Merchant) -> tuple[str, ...]:
    return (*shop.brand_words, *shop.brand_words_exact)


def _at_home(shops: list[Merchant]) -> Merchant | None:
    by_id = {shop.id: shop for shop in shops}
    japanese = [shop for shop in by_id.values() if shop.currency == "JPY"] or list(by_id.values())
    return japanese[0] if len(japanese) == 1 else None


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().replace(" ", "")
