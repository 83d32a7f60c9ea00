"""A shop, carrier, card or service as its source's manifest describes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Merchant:
    """Who may write in a merchant's name and where a person checks it.

    `mail_domains` are registrable or full domains whose aligned mail is the merchant's; a sub-domain counts.
    `link_domains` are the domains that genuine links lead to. `brand_words` are names people and forgers write,
    lower-case; `brand_words_exact` only count as whole words (short ones such as "jcb", "au").
    `order_patterns` are regular expressions of a well-formed order number. `signs_dkim` is False where genuine mail is
    known to carry none. `senders` pairs a known address with what it is used for (a message kind).
    `statement_names` are how cards, banks and wallets write the merchant on a statement.
    `called` are further names by which people call the shop and no mail is judged; `countries` are words for its country,
    which tell it from its sisters of one name. `trade` is how it sells, "" where that is not known.
    Mail from `relay_domains` is handed on by the merchant in others' words; on `shared_domains` its customers have
    addresses too, so that mail from there proves nothing and accuses nobody.
    """

    id: str
    kind: str  # "shop" | "carrier" | "card" | "bank" | "service" | "public"
    name_ja: str
    name_en: str
    mail_domains: tuple[str, ...] = ()
    link_domains: tuple[str, ...] = ()
    relay_domains: tuple[str, ...] = ()
    shared_domains: tuple[str, ...] = ()
    brand_words: tuple[str, ...] = ()
    brand_words_exact: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    statement_names: tuple[str, ...] = ()
    order_patterns: tuple[str, ...] = ()
    order_like_patterns: tuple[str, ...] = ()
    senders: tuple[tuple[str, str], ...] = ()
    signs_dkim: bool = True
    check_url: str = ""
    check_place_ja: str = ""
    check_place_en: str = ""
    report_to: str = ""
    currency: str = "JPY"
    marketplace: bool = False
    trade: str = ""  # "mall" | "own_stock" | "flea_market" | "abroad"
    source: str = ""
