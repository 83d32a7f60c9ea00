"""HTML of a mail as the lines a person sees, and its links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from okawari.reading.hidden import remove_hidden

_LINE: Final = "\x1e"
_PARAGRAPH: Final = "\x1d"
_CELL: Final = "\x1f"
_MARKS: Final = str.maketrans(dict.fromkeys((_LINE, _PARAGRAPH, _CELL), " "))
_UNSEEN: Final = ["script", "style", "title", "template", "object", "iframe", "svg", "math", "datalist"]
_PARAGRAPHS: Final = "p,h1,h2,h3,h4,h5,h6,table,ul,ol,dl,hr,blockquote,pre"
_LINES: Final = "div,tr,li,dt,dd,center,section,article,header,footer,address,form,fieldset,caption,figure,option,main"
_PREFORMATTED: Final = 'pre,textarea,[style*="pre-wrap"],[style*="pre-line"]'
_SPACES: Final = re.compile(r"[ \t\r\n\f\v\xa0]+")
_BREAK: Final = re.compile(f" ?[{_LINE}{_PARAGRAPH}{_CELL}][ {_LINE}{_PARAGRAPH}{_CELL}]*")
_TAGS: Final = re.compile(r"<(?:!doctype html|html|body|div|table|p|br|span|font|a|img)\b[^<>]{0,4000}>", re.IGNORECASE)
_ALT_LENGTH: Final = 300

# Nested blocks and attributes cost a browser's parser the square of their number, and fonts that nobody closes are
# opened anew in every block after them. So much is harmless (0.5 s).
_WORK: Final = 200_000_000
_NODES: Final = 1_000_000
_MAYBE_FONT: Final = re.compile("<(?:[^/!tsibcdhlmop TSIBCDHLMOP]|[tT][tT]|[sS][^pP]|[iI][^mM]|[bB][^rRoO]|[cC][^eE])")
_FONT_TAG: Final = re.compile(r"<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link as HTML writes it: its target and the text or the picture's text that a person clicks."""

    href: str
    text: str


class HtmlText:
    """What a person sees of HTML: its lines without markup, and its links.

    `words` is all text in the order of the source, hidden or not, its lines run together. `cut` tells that the rest was too much to read. Lines and links are worked out when first asked for, as most mails
    say the same in plain text.
    """

    def __init__(self, html: str, most_anchors: int) -> None:
        """Parse the HTML."""
        whole = html.translate(_MARKS) if any(mark in html for mark in (_LINE, _PARAGRAPH, _CELL)) else html
        part = _bounded(whole)
        self._tree = LexborHTMLParser(part)
        self.cut = part is not whole
        self.words = self._tree.body.text() if self._tree.body else ""
        self._most_anchors = most_anchors

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """The links in their order, wherever they stand: what is hidden on one screen shows on another."""
        return _anchors(self._tree, self._most_anchors) if self._tree.body else ()

    @cached_property
    def text(self) -> str:
        """The visible lines.

        Paragraphs are set apart by an empty line; cells of one table row stand on one line with a tab between; a
        picture with a text stands as that text. Scripts, styles and what is hidden from the eye are left out.
        """
        body = self._tree.body
        if body is None:
            return ""
        _ = self.anchors  # taken before the tree is changed
        styles = "\n".join(node.text() for node in self._tree.css("style"))
        self._tree.strip_tags(_UNSEEN)
        remove_hidden(body, styles)
        _mark(body)
        return _lines(body.text())


def read_html(html: str, most_anchors: int = 2000) -> HtmlText:
    """Return the visible lines of HTML and its links.

    Links are kept wherever they stand, as what is hidden on one screen shows on another.
    """
    return HtmlText(html, most_anchors)


def looks_like_html(text: str) -> bool:
    """Tell whether a text that was declared plain is HTML."""
    return len(_TAGS.findall(text[:5000])) >= 3


def _bounded(html: str) -> str:
    """Return the start of `html` that is parsed in bounded time, mostly all of it."""
    part = html
    while len(part) > 20_000 and not _is_harmless(part):
        part = part[: len(part) // 2]
    return part


def _is_harmless(html: str) -> bool:
    tags = html.count("<")
    # Most mails need no more: a word and what parts it from the next are two letters; most tags begin as no font does.
    if tags * tags > _NODES and tags * len(_MAYBE_FONT.findall(html)) > _NODES and tags * _open_fonts(html) > _NODES:
        return False
    words = len(html) // 2
    if 3 * tags * tags + words * words > _WORK:
        words = len(html.split()) + sum(map(html.count, "/\"'"))  # no more than so many, if each is another
    if 3 * tags * tags + words * words > _WORK:
        words = len(set(html.replace("/", " ").replace('"', " ").replace("'", " ").split()))
    return 3 * tags * tags + words * words <= _WORK


def _open_fonts(html: str) -> int:
    """Return how many fonts, links and the like are opened but not closed."""
    marks = _FONT_TAG.findall(html)
    return max(0, len(marks) - 2 * marks.count("/"))


def _anchors(tree: LexborHTMLParser, most: int) -> tuple[Anchor, ...]:
    base = tree.css_first("base[href]")
    start = (base.attributes.get("href") or "") if base else ""
    found = []
    for node in tree.css("a[href],area[href],form[action]"):
        attributes = node.attributes
        href = (attributes.get("href") or attributes.get("action") or "").strip()
        if not href or href.startswith("#"):
            continue
        if start and ":" not in href and not href.startswith(("//", "\\\\")):
            href = start.rstrip("/") + "/" + href.lstrip("/")
        found.append(Anchor(href, _anchor_text(node)))
        if len(found) == most:
            break
    return tuple(found)


def _anchor_text(node: LexborNode) -> str:
    if node.tag == "form":
        return ""
    text = _SPACES.sub(" ", node.text()).strip()
    if text:
        return text[:_ALT_LENGTH]
    picture = node.css_first("img[alt]")
    return ((picture.attributes.get("alt") or "") if picture else "").strip()[:_ALT_LENGTH]


def _mark(body: LexborNode) -> None:
    """Put marks into the text where a reader sees a new line, a paragraph or the next cell."""
    for node in body.css(_PREFORMATTED):
        for piece in list(node.traverse(include_text=True)):
            written = piece.text_content if piece.is_text_node else None
            if written and "\n" in written:
                piece.replace_with(written.replace("\r\n", "\n").replace("\n", _LINE))
    for node in body.css("img[alt]"):
        alt = (node.attributes.get("alt") or "").strip()[:_ALT_LENGTH]
        if alt:
            node.insert_after(alt if len(alt) <= 2 else f"{_LINE}{alt}{_LINE}")
    for node in body.css("br"):
        node.insert_before(_LINE)
    for node in body.css("td,th"):
        node.insert_before(_CELL)
    for selector, mark in ((_PARAGRAPHS, _PARAGRAPH), (_LINES, _LINE)):
        for node in body.css(selector):
            node.insert_before(mark)
            node.insert_after(mark)


def _lines(marked: str) -> str:
    return _BREAK.sub(_break, _SPACES.sub(" ", marked)).strip(" \n\t")


def _break(run: re.Match[str]) -> str:
    """Return what stands between two pieces of text for the marks between them, the widest of them."""
    marks = run[0]
    return "\n\n" if _PARAGRAPH in marks else "\n" if _LINE in marks else "\t"
