"""The services that a search can be watched at, as a form shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okawari.i18n.services import service_text
from okawari.services.offers import PriceAccess, kept_keys
from okawari.services.seeking import markets, watchable
from okawari.web.words import Words


@dataclass(frozen=True, slots=True)
class WatchedService:
    """A service: whether it is chosen, the keys that it lacks, and what to know before."""

    id: str
    name: str
    on: bool
    missing: str
    notice: str


def services_view(access: PriceAccess, values: Mapping[str, str], words: Words) -> list[WatchedService]:
    """Return the markets whose mails tell new listings, and the services that new offers can be asked of."""
    kept = kept_keys(access.secrets)
    by_mail = [
        WatchedService(market, service_text(market, words.locale), f"ask_{market}" in values, "", "")
        for market in markets()
    ]
    return by_mail + [
        WatchedService(
            terms.id,
            service_text(terms.id, words.locale),
            f"ask_{terms.id}" in values,
            ", ".join(key for key in terms.keys if key not in kept),
            terms.notice_ja if words.locale == "ja" else terms.notice_en,
        )
        for terms in watchable()
    ]
