"""The shops, carriers and cards that are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final
from urllib.parse import urlsplit

from okawari.domain.account import AccountKind
from okawari.domain.hosts import belongs, parents
from okawari.domain.merchant import Merchant
from okawari.domain.phrase import Bilingual, Phrase, phrase
from okawari.domain.seller_tier import Trade, Trades
from okawari.sources import registry
from okawari.sources.saved_searches import listing_sites
from okawari.sources.statements import layouts

_ADDRESS: Final = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[/?#:].*)?")
_LATIN: Final = re.compile("[a-zà-ÿ]+")
_LEFT_OUT: Final = str.maketrans("", "", " !")


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

    A shop is meant by its id, its address, its name or a word of its brand; else by such a word inside what was typed
    ("Amazon Marketplace"), the longest first; else by the beginning of a brand's ("Yahoo"). Of a brand's shops in several
    countries the one whose country is named is meant ("Amazon UK"), else the Japanese one.
    """
    known = registry.merchants()
    shown = _shown(name)
    address = _ADDRESS.fullmatch(shown.replace("_", "."))
    if found := known.get(name) or known.get(shop_at(address[1]) if address else ""):
        return found
    wanted = _plain(name)
    if meant := _traders_by_name().get(wanted):
        return _of_country(meant, "")
    if inside := max((word for word in _own_words() if word in wanted), key=len, default=""):
        return _of_country(_traders_by_name()[inside], shown.replace(inside, " "))
    begun = [shop for word, shop in _brands() if word.startswith(wanted)] if len(wanted) > 2 else []
    return _of_country(begun, "")


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


@cache
def _traders_by_name() -> Mapping[str, list[Merchant]]:
    """Return who sells by each name: shops, and who sells beside being something else."""
    found: dict[str, list[Merchant]] = {}
    for trader in registry.merchants().values():
        words = (*_own_names(trader), *trader.called) if trader.kind == "shop" or trader.trade else ()
        for word in dict.fromkeys(map(_plain, words)):
            found.setdefault(word, []).append(trader)
    return found


@cache
def _own_words() -> frozenset[str]:
    """Return the names of shops that count inside what was typed, too."""
    return frozenset(_plain(word) for shop in _shops() for word in _own_names(shop))


def _own_names(merchant: Merchant) -> tuple[str, ...]:
    return (merchant.name_ja, merchant.name_en, *merchant.brand_words, *merchant.brand_words_exact)


@cache
def _brands() -> tuple[tuple[str, Merchant], ...]:
    return tuple((_plain(word), shop) for shop in _shops() for word in (*shop.brand_words, *shop.brand_words_exact))


def _of_country(shops: Iterable[Merchant], beside: str) -> Merchant | None:
    """Return the shop of the country that stands beside the name, else the one in Japan; None where that leaves several."""
    by_id = {shop.id: shop for shop in shops}
    latin = f" {' '.join(_LATIN.findall(beside))} "
    named = [
        shop
        for shop in by_id.values()
        if any(f" {word} " in latin if _LATIN.match(word) else word in beside for word in shop.countries)
    ]
    listed = named or list(by_id.values())
    japanese = [shop for shop in listed if shop.currency == "JPY"] or listed
    return japanese[0] if len(japanese) == 1 else None


def _shown(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _plain(name: str) -> str:
    """Return a name without what people write or leave out in it."""
    return _shown(name).translate(_LEFT_OUT)
