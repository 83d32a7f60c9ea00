"""The part of a page that is about its product: the head's own words, and the markup around the product's title."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from okawari.reading.page.identity import Identity, likeness, words_of

MARK: Final = "\ue000"
"""Stands in the text right before the product's title."""

_BODY: Final = re.compile(r"<body\b", re.IGNORECASE)
_META: Final = re.compile(r"<(?:meta|link)\b[^>]{1,4000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE: Final = re.compile(r"<title\b[^>]*>([^<]{0,2000})", re.IGNORECASE)
_LANG: Final = re.compile(r"""<html\b[^>]{0,2000}?\blang\s*=\s*["']?([a-zA-Z-]+)""", re.IGNORECASE)
_HEADING: Final = re.compile(r"<h([12])\b[^>]{0,1000}>(.{0,3000}?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(r"<[^>]{0,2000}>")
_HEAD_LENGTH: Final = 200_000
_BEFORE: Final = 50_000
_BEHIND: Final = 130_000
_WITHOUT_TITLE: Final = 400_000
_HEADINGS: Final = 40
_ALIKE: Final = 0.6


class Document:
    """A page's markup without scripts, opened where its product stands.

    `meta` are the named contents of the head, the first of each name; `identity` is what the page says that it is about;
    `tree` holds the markup around the title (`anchor` is its place in the markup, None where no title was found).
    """

    def __init__(self, markup: str, url: str | None) -> None:
        """Read the head and find the title."""
        body = _BODY.search(markup)
        self._markup = markup
        self._body_at = body.start() if body else 0
        head = markup[: max(self._body_at, min(len(markup), 20_000))][:_HEAD_LENGTH]
        language = _LANG.search(markup, 0, 20_000)
        self.language = language[1].lower() if language else ""
        self.meta, canonical = _meta(head)
        found = _TITLE.search(markup, 0, _HEAD_LENGTH)
        self.head_title = _plain(found[1]) if found else ""
        own = [one for one in (url, canonical, self.meta.get("og:url")) if one]
        named = [one for one in (self.meta.get("og:title", ""), self.head_title) if one]
        self.anchor, self.heading = self._anchor(named)
        self.identity = Identity(tuple(own), tuple(one for one in (self.heading, *named) if one))

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed markup around the title, the title marked by an element `#okawari-title` that holds `MARK`."""
        if self.anchor is None:
            return LexborHTMLParser(self._markup[self._body_at : self._body_at + _WITHOUT_TITLE])
        start = max(self._body_at, self.anchor - _BEFORE)
        if start > self._body_at:
            start = self._markup.find("<", start)
        before = self._markup[start : self.anchor]
        behind = self._markup[self.anchor : self.anchor + _BEHIND]
        return LexborHTMLParser(f'{before}<i id="okawari-title">{MARK}</i>{behind}')

    def _anchor(self, named: list[str]) -> tuple[int | None, str]:
        """Return where the product's title stands and what it is: the heading that is most like the page's title."""
        titles = [words for one in named if (words := words_of(one))]
        best: tuple[float, int, str] | None = None
        for start, level, text in self._headings():
            words = words_of(text)
            alike = max((likeness(words, title) for title in titles), default=0.0) if len(words) > 1 else 0.0
            if level == "1" and best is None:
                best = (0.0, start, text)
            if alike >= _ALIKE and (best is None or alike > best[0] + (0.2 if level == "2" else 0.0)):
                best = (alike, start, text)
        return (best[1], best[2]) if best else (None, "")

    def _headings(self) -> Iterator[tuple[int, str, str]]:
        for count, found in enumerate(_HEADING.finditer(self._markup, self._body_at)):
            if count == _HEADINGS:
                return
            text = _plain(_TAG.sub(" ", found[2]))
            if text:
                yield found.start(), found[1], text


def describe(node: LexborNode) -> str:
    """Return a node as a short selector: `span#price`, `div.product-price`."""
    attributes = node.attributes
    if attributes.get("id"):
        return f"{node.tag}#{attributes['id']}"[:80]
    classes = (attributes.get("class") or "").split()
    return f"{node.tag}.{classes[0]}"[:80] if classes else str(node.tag)


def _meta(head: str) -> tuple[dict[str, str], str]:
    named: dict[str, str] = {}
    canonical = ""
    for tag in _META.findall(head):
        attributes = {key.lower(): _plain(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(tag)}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and "content" in attributes:
            named.setdefault(name.lower(), attributes["content"])
        elif attributes.get("rel", "").lower() == "canonical":
            canonical = attributes.get("href", "")
    return named, canonical


def _plain(text: str) -> str:
    return " ".join(html.unescape(text).split())
