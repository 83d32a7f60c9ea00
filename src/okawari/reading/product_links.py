"""The product pages that a shop's mail links at an item: the shop's own page, or that of the seller's listing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from okawari.domain.hosts import belongs
from okawari.domain.identifiers import identifiers
from okawari.domain.mail import Mail
from okawari.domain.message import Item
from okawari.domain.same_thing.order_line import same_title
from okawari.domain.shop_code import without_shop_code
from okawari.reading.links import link_host, urls_in
from okawari.reading.page.sites import is_product_page

_NEAR: Final = 6
"""Lines between an item's title and its address in plain text."""
_LABEL: Final = re.compile(r"[^\w「『【\[]*(?:[^：:]{1,12}[：:]\s*)?")
"""What stands before a title on its line: a bullet, or the name of the field."""
_QUOTED: Final = re.compile(r"[「『]([^「」『』\n]{1,200})[」』]")


def product_links(mail: Mail, item: Item, domains: Collection[str]) -> tuple[str, ...]:
    """Return the addresses of an item's pages on a shop's own domains, without their queries, which may name the person.

    Only the paths of product pages count, and only at the item: a link that bears its title, an address that holds its
    number, or one that stands below its title. Mails also link orders, cancels and what others bought.
    """
    found = [
        page
        for link in mail.links
        if (page := _page(link.href, domains)) and (_names(link.text, item) or _has_number(page, item))
    ]
    found += [
        page
        for page, above in _written(mail.text, domains)
        if any(_names(line, item) for line in above) or _has_number(page, item)
    ]
    return tuple(dict.fromkeys(found))


def names_item(mail: Mail, item: Item) -> bool:
    """Return whether a mail speaks of the item: by its title alone on a line, in quotes or as a link, or by a link with its number."""
    lines = (
        *mail.text.splitlines(),
        *_QUOTED.findall(f"{mail.subject}\n{mail.text}"),
        *(one.text for one in mail.links),
    )
    return any(_names(line, item) for line in lines) or any(_has_number(one.href, item) for one in mail.links)


def _written(text: str, domains: Collection[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each address with the lines above it, up to the address before."""
    above: list[str] = []
    for line in text.splitlines():
        pages = [page for url in urls_in(line) if (page := _page(url, domains))]
        for page in pages:
            yield page, above[-_NEAR:]
        above = [] if pages else [*above, line]


def _page(url: str, domains: Collection[str]) -> str:
    """Return the address of a product's page on one of the domains, "" for any other."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    plain = parts.scheme in {"https", "http"} and port is None and "@" not in parts.netloc and link_host(url) == host
    if not plain or not any(belongs(host, one) for one in domains) or not is_product_page(url):
        return ""
    return urlunsplit(("https", host, parts.path, "", ""))


def _has_number(page: str, item: Item) -> bool:
    """Return whether the path holds the item's JAN, ISBN or ASIN as it was written in the mail or as it is told."""
    told = {one.value for one in identifiers(item.title, item.identifiers) if one.kind != "model"}
    told |= {value for kind, value in item.identifiers if kind != "model"}
    return not told.isdisjoint(re.split(r"[^0-9A-Za-z]+", urlsplit(page).path))


def _names(line: str, item: Item) -> bool:
    """Return whether a line is the item's title, be it between a label, marks and the shop's code; a longer one is another's."""
    label = _LABEL.match(line)
    shown = (line, line[label.end() :] if label else line)
    told = {without_shop_code(one.strip().strip("「」『』")) for one in shown}
    return any(same_title(one, without_shop_code(item.title)) for one in told)
