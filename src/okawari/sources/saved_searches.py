"""The markets whose mails of saved searches are read: `saved_search.toml` in a source folder."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from okawari.domain.listing import ListingSite
from okawari.errors import UnusableInputError
from okawari.sources import registry

FILE = "saved_search.toml"


@cache
def listing_sites() -> tuple[ListingSite, ...]:
    """Return every market whose listings are told by mail."""
    return tuple(_site(text, where) for _, text, where in registry.texts(FILE))


def _site(text: str, where: str) -> ListingSite:
    try:
        table = tomllib.loads(text)
        hosts, path = frozenset(table.pop("hosts")), re.compile(table.pop("path"))
        return ListingSite(hosts=hosts, path=path, **table)
    except (tomllib.TOMLDecodeError, TypeError, KeyError, re.error) as error:
        raise UnusableInputError(str(error), where, "see docs/sources.md, “Saved searches”") from None
