"""Where else to look for the thing: prefilled searches."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from okawari.domain.message import Item
from okawari.domain.plan import SearchLink


def search_links(items: Sequence[Item]) -> tuple[SearchLink, ...]:
    """Return searches by identifier where known, else by a cleaned title, for the items to be replaced."""
    return tuple(
        SearchLink(
            mall="rakuten",
            url=f"https://search.rakuten.co.jp/search/mall/{quote(item.title)}/",
            by="title",
            query=item.title,
        )
        for item in items
    )
