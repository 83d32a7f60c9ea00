"""The part of a page that is about its product: the head's own words, and the markup around the product's title."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from okawari.reading.bytes_in import count_of, in_small, last_place, place
from okawari.reading.page.elements import NO_END, short_selector
from okawari.reading.page.identity import Identity, likeness, words_of
from okawari.reading.page.others import hide_others
from okawari.reading.page.selectors import Selector
from okawari.reading.page.source import TAG, PageSource

MARK: Final = "\ue000"
"""Stands in the text right before the product's title."""

_META: Final = re.compile(rb"<(?:meta|link)\b[^>]{1,4000}>")
_TELLING: Final = re.compile(
    rb"""=\s*["']?\s*(?:og:(?:title|url|price|availability)|product:|twitter:data1|price|availability|canonical)"""
)
"""What names that tell of a product begin with; hardly any other tag holds it."""
_LONGEST_META: Final = 4_010
"""What `_META` takes at the most, its name and brackets included."""
_ATTRIBUTE: Final = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE: Final = re.compile(rb"<title\b[^>]*>([^<]{0,2000})", re.IGNORECASE)
_LANG: Final = re.compile(rb"""<html\b[^>]{0,2000}?\blang\s*=\s*["']?([a-zA-Z-]+)""", re.IGNORECASE)
_MARKED: Final = f'<i id="okawari-title">{MARK}</i>'.encode()
# How many bytes around the title are looked at is our own choice.
_HEADING_LENGTH: Final = 4_000
_BEFORE: Final = 8_000
_BEHIND: Final = 25_000
_WIDE: Final = 80_000
_WITHOUT_TITLE: Final = 400_000
_NAME: Final = re.compile(rb"<[a-zA-Z][\w-]{0,30}+")
_OPTION: Final = re.compile(rb"<option\b[^>]{0,500}>[^<]{0,500}(?:</option>)?")
_LONGEST_OPTION: Final = 1_017
"""What `_OPTION` takes at the most."""
# Bounds on what a hostile page costs.
_STEP: Final = 10_000
_DEEPEST: Final = 5_000
_OPENING: Final = ord("<")
_SIGNS: Final = (b"<", b">")
_WITHOUT_END: Final = (b"<!", *(b"<" + name for name in sorted(NO_END)))
_HEADINGS: Final = 40
_ALIKE: Final = 0.6
"""Our own choice: likeness to the page's title from which on a heading of the second order is taken for the product's."""
_SAME: Final = 0.7
"""Our own choice: likeness from which on no other heading is looked at."""


class Document:
    """A page opened where its product stands.

    `meta` are the named contents of the head that tell of a product, the first of each name.
    `identity` is what the page says that it is about.
    `anchor` is where its title stands in the bytes, None where no title was found.
    """

    def __init__(self, source: PageSource, url: str | None) -> None:
        """Read the head and find the title."""
        self._source = source
        head = source.head
        language = _LANG.search(head, 0, 20_000)
        self.language = language[1].decode().lower() if language else ""
        self.meta, canonical = _meta(head)
        found = _TITLE.search(head)
        self.head_title = _plain(found[1]) if found else ""
        own = [one for one in (url, canonical, self.meta.get("og:url")) if one]
        named = [one for one in (self.meta.get("og:title", ""), self.head_title) if one]
        self.anchor, self.heading = self._anchor(named)
        self.identity = Identity(tuple(own), tuple(one for one in (self.heading, *named) if one))

    @cached_property
    def window(self) -> bytes:
        """The markup around the title, the title marked by an element `#okawari-title` that holds `MARK`.

        What its markup says is of other things or not shown has the attribute `hidden`.
        """
        source, anchor = self._source, self.anchor
        if anchor is None:
            return hide_others(_harmless(source.behind(source.body_at, _WITHOUT_TITLE)))
        return b"".join((source.before(anchor, _BEFORE), _MARKED, hide_others(source.behind(anchor, _BEHIND))))

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The parsed window."""
        return LexborHTMLParser(self.window)

    def nodes(self, wanted: Selector, mark: str = "") -> list[LexborNode]:
        """Return the nodes of the parsed window that a selector leads to, in their order, with one that was marked since by an id."""
        css = ",".join(filter(None, (wanted.within(self._lower), mark)))
        return self.tree.css(css) if css else []

    @cached_property
    def _lower(self) -> bytes:
        return in_small(self.window)

    @cached_property
    def wide_tree(self) -> LexborHTMLParser:
        """The head and the markup far around the title, parsed; dear, and only for shops whose layout is known."""
        source, at = self._source, self.anchor
        around = (
            source.behind(source.body_at, 4 * _WIDE)
            if at is None
            else source.before(at, _WIDE) + source.behind(at, _WIDE)
        )
        return LexborHTMLParser(source.head + _harmless(around))

    def _anchor(self, named: list[str]) -> tuple[int | None, str]:
        """Return where the product's title stands and what it is: the heading that is most like the page's title."""
        titles = [words for one in named if (words := words_of(one))]
        best: tuple[float, int | None, str] = (-1.0, None, "")
        for tag in (b"h1", b"h2"):
            if best[0] >= _ALIKE or (best[0] >= 0 and not titles):
                break
            for start, text in self._headings(tag):
                words = words_of(text)
                alike = max((likeness(words, title) for title in titles), default=0.0) if len(words) > 1 else 0.0
                if alike > best[0] and (alike >= _ALIKE or tag == b"h1") and self._source.is_shown(start):
                    best = (alike, start, text)
                    if alike >= _SAME:
                        return start, text
        return best[1], best[2]

    def _headings(self, tag: bytes) -> Iterator[tuple[int, str]]:
        source = self._source
        for at in islice(source.tags(tag, source.body_at), _HEADINGS):
            text = _plain(TAG.sub(b" ", source.element(at, _HEADING_LENGTH)))
            if text:
                yield at, text


def describe(node: LexborNode) -> str:
    """Return a node as a short selector: `span#price`, `div.product-price`."""
    return short_selector(node.tag or "", node.id or "", node.attrs.sget("class"))


def _harmless(markup: bytes) -> bytes:
    """Return markup that is parsed in bounded time.

    Endless attributes are dropped, options too, each of which costs as much as there are before it in its list, and all
    from where elements are nested too deeply.
    """
    markup = _without_options(_without_endless(markup))
    # Few pages have so many tags, and one byte is counted soonest.
    return markup if count_of(markup, _OPENING) <= _DEEPEST else markup[: _until_too_deep(markup)]


def _without_options(markup: bytes) -> bytes:
    first, last = (find(markup, b"<option", 0, len(markup)) for find in (place, last_place))
    if first < 0:
        return markup
    end = last + _LONGEST_OPTION
    return b"".join((markup[:first], _OPTION.sub(b"", markup[first:end]), markup[end:]))


def _without_endless(markup: bytes) -> bytes:
    """Return markup without the attributes of tags of 20,000 bytes and more, which miss `<` and `>` for a whole step."""
    kept: list[bytes] = []
    done = 0
    for at in range(0, len(markup) - _STEP, _STEP):
        if at >= done and all(place(markup, sign, at, at + _STEP) < 0 for sign in _SIGNS):
            start = markup.rfind(b"<", done, at)
            name = _NAME.match(markup, start) if start >= 0 else None
            begun = name.end() if name else at
            end = min((found for sign in _SIGNS if (found := markup.find(sign, begun)) >= 0), default=len(markup))
            if name and end - begun >= 2 * _STEP:
                kept.append(markup[done:begun])
                done = end
    return b"".join((*kept, markup[done:])) if kept else markup


def _until_too_deep(markup: bytes) -> int:
    """Return where elements are nested too deeply, the length of the markup where they never are."""
    depth = 0
    for at in range(0, len(markup), _STEP):
        piece = markup[at : at + _STEP]
        depth += piece.count(b"<") - 2 * piece.count(b"</") - sum(map(piece.count, _WITHOUT_END))
        if depth > _DEEPEST:
            return at
    return len(markup)


def _meta(head: bytes) -> tuple[dict[str, str], str]:
    named: dict[str, str] = {}
    canonical = ""
    lower = in_small(head)
    end = 0
    for telling in _TELLING.finditer(lower):
        since = max(end, telling.start() - _LONGEST_META)
        start = max(lower.rfind(opening, since, telling.start()) for opening in (b"<meta", b"<link"))
        found = _META.match(lower, start) if start >= 0 else None
        if found is None or found.end() < telling.end():
            continue
        end = found.end()
        tag = head[start:end].decode("utf-8", "replace")
        attributes = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(tag)}
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if name and "content" in attributes:
            named.setdefault(_plain(name).lower(), _plain(attributes["content"]))
        elif attributes.get("rel", "").lower() == "canonical":
            canonical = _plain(attributes.get("href", ""))
    return named, canonical


def _plain(text: str | bytes) -> str:
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(html.unescape(text).split())
