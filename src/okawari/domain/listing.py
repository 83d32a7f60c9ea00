"""Where private people sell: how the address of one listing is written, as a source's `saved_search.toml` states it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingSite:
    """One market: `merchant` in whose name its mails come, `hosts` of its listings and `path`, whose first group is the listing's id; `address` takes it as `{id}`.

    `auction`: an amount that is not named as the price to buy at is a bid.
    """

    mall: str
    merchant: str
    hosts: frozenset[str]
    path: re.Pattern[str]
    address: str
    source: str
    auction: bool = False

    def listing(self, url: str) -> str:
        """Return the listing's own address, without what else a link carried; "" where it leads to none of this market."""
        try:
            parts = urlsplit(url.strip())
            plain = parts.scheme in {"https", "http"} and parts.port is None and "@" not in parts.netloc
        except ValueError:
            return ""
        found = self.path.fullmatch(parts.path) if plain and parts.hostname in self.hosts else None
        return self.address.format(id=found[1]) if found else ""
