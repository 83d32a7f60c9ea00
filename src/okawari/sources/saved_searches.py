"""The markets whose mails of saved searches are read: `saved_search.toml` in a source folder."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from okawari.domain.listing import ListingSite
from okawari.errors import UnusableInputError
from okawari.sources import registry

FILE = "saved_search.toml"


@cache
def listing_sites() -> tuple[ListingSite, ...]:
    """Return every market whose listings are told by mail."""
    found = []
    for source in registry.sources():
        file = resources.files(source.package) / FILE
        if file.is_file():
            found.append(_site(file.read_text(encoding="utf-8"), f"{source.package}/{FILE}"))
    return tuple(found)


def _site(text: str, where: str) -> ListingSite:
    try:
        table = tomllib.loads(text)
        hosts, path = frozenset(table.pop("hosts")), re.compile(table.pop("path"))
        return ListingSite(hosts=hosts, path=path, **table)
    except (tomllib.TOMLDecodeError, TypeError, KeyError, re.error) as error:
        raise UnusableInputError(str(error), where, "see docs/sources.md, “Saved searches”") from None
