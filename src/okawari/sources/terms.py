"""The terms of each site, as the file `terms.toml` of its source folder states them."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from urllib.parse import urlsplit

from okawari.domain.hosts import parents
from okawari.domain.terms import Terms
from okawari.sources import registry

FILE = "terms.toml"
UNKNOWN = Terms()


def terms_at(url: str) -> Terms:
    """Return the terms of the site that the address leads to."""
    return terms_of(urlsplit(url).hostname or "")


@lru_cache(maxsize=4096)
def terms_of(host: str) -> Terms:
    """Return the terms of the host, or of the nearest domain above it that has some."""
    return next((_by_host()[one] for one in parents(host.lower().rstrip(".")) if one in _by_host()), UNKNOWN)


def may_read(host: str) -> bool:
    """Tell whether a program may fetch the pages of the host."""
    return terms_of(host).may_read


@cache
def _by_host() -> dict[str, Terms]:
    found: dict[str, Terms] = {}
    for _, text, _ in registry.texts(FILE):
        for entry in tomllib.loads(text)["terms"]:
            terms = Terms(**entry | {"hosts": tuple(entry["hosts"])})
            found |= dict.fromkeys(terms.hosts, terms)
    return found
