"""What is known of single shops and shop systems: where their pages keep price, stock and seller.

A shop's layout is data, `page.toml` in its source folder (docs/sources.md names the keys). It is opened as a file, so that
`read_page` knows every shop by itself while this room imports none.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from importlib.metadata import entry_points
from typing import Any, Final
from urllib.parse import urlsplit

from okawari.domain.hosts import parents
from okawari.reading.page.document import Document
from okawari.reading.page.selectors import Selector
from okawari.reading.page.source import PageSource

FILE: Final = "page.toml"
ENTRY_POINT: Final = "okawari.sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What one value of the embedded state means: where `key` equals a text, is a number less than `below`, or is there."""

    key: str
    says: str
    equals: str | None = None
    below: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One way to read a fact: by `css` from the page (`attribute` or text), or by `path` from the embedded state.

    `pattern` cuts the text. `says` is what the fact is where the node is there at all; `cases` tell what each value at
    the path means, the first that holds. "url" as `css` is the page's address.
    """

    css: str = ""
    attribute: str = ""
    path: str = ""
    pattern: str = ""
    says: str = ""
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the product pages of one shop or shop system are built.

    They are known by `hosts` (domains) and `product`, a regular expression for the path; else by `marks`, selectors of
    what stands in no other system's pages, or by `head`, texts in the head. With `alone` nothing but these facts counts on
    such a page. `state` is the opening of the script that holds the embedded state, `divide` what its amounts are
    divided by.
    """

    id: str
    hosts: tuple[str, ...] = ()
    product: str = ""
    marks: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    currency: str = ""
    alone: bool = False
    state: str = ""
    divide: int = 1
    title: tuple[Fact, ...] = ()
    price: tuple[Fact, ...] = ()
    stock: tuple[Fact, ...] = ()
    seller: tuple[Fact, ...] = ()
    condition: tuple[Fact, ...] = ()
    shipping: tuple[Fact, ...] = ()
    points: tuple[Fact, ...] = ()
    codes: tuple[tuple[str, tuple[Fact, ...]], ...] = ()
    source: str = ""


def layout_of(document: Document, source: PageSource) -> Layout | None:
    """Return the layout of the shop whose address the page has, else of the shop or system whose marks it bears."""
    for url in document.identity.urls:
        try:
            host, path = urlsplit(url).hostname or "", urlsplit(url).path
        except ValueError:
            continue
        layout = next((_by_host()[one] for one in parents(host) if one in _by_host()), None)
        if layout:
            return layout if re.search(layout.product, path) else None
    if document.nodes(_every_mark()):
        return next((one for one in layouts() if one.marks and document.tree.css_first(",".join(one.marks))), None)
    by_head = next((one for one in layouts() if any(text.encode() in source.head for text in one.head)), None)
    return by_head or next((one for one in layouts() if one.state and source.script(one.state)), None)


def is_product_page(url: str) -> bool:
    """Return whether an address is that of a product at a shop whose product pages are known by their path."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    layout = next((_by_host()[one] for one in parents(parts.hostname or "") if one in _by_host()), None)
    return bool(layout and layout.product and re.search(layout.product, parts.path))


@cache
def _by_host() -> dict[str, Layout]:
    return {host: layout for layout in layouts() for host in layout.hosts}


@cache
def _every_mark() -> Selector:
    return Selector(",".join(mark for layout in layouts() for mark in layout.marks))


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every layout, in the order of the folders' names."""
    roots = [*resources.files("okawari").joinpath("sources").iterdir()]
    roots += [resources.files(point.value) for point in entry_points(group=ENTRY_POINT)]
    found: list[Layout] = []
    for folder in sorted((root for root in roots if root.is_dir()), key=lambda root: root.name):
        file = folder / FILE
        if file.is_file():
            found += [_layout(entry) for entry in tomllib.loads(file.read_text(encoding="utf-8"))["page"]]
    return tuple(found)


def _layout(entry: dict[str, Any]) -> Layout:
    kinds = {field.name: str(field.type) for field in fields(Layout)}
    return Layout(**{key: _value(kinds[key], value) for key, value in entry.items()})


def _value(kind: str, value: Any) -> Any:
    if kind.startswith("tuple[Fact"):
        return tuple(_fact(one) for one in value)
    if kind.startswith("tuple[tuple"):
        return tuple((code, tuple(_fact(one) for one in facts)) for code, facts in value.items())
    return tuple(value) if isinstance(value, list) else value


def _fact(entry: str | dict[str, Any]) -> Fact:
    if isinstance(entry, str):
        return Fact(css=entry)
    return Fact(**entry | {"cases": tuple(Case(**case) for case in entry.get("cases", ()))})
