"""The text of a mail: the best of what its parts offer to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from okawari.domain.mail import Link, WhenAsked
from okawari.domain.problem import Problem
from okawari.reading.html import HtmlText, looks_like_html, read_html
from okawari.reading.links import link_host, urls_in
from okawari.reading.mail import limits
from okawari.reading.mail.charset import Decoded, decode_text, keeps_ascii
from okawari.reading.mail.forwards import may_hold_forward, page_may_hold_forward
from okawari.reading.mail.mime import Budget, Part
from okawari.reading.mail.unseen import without_unseen

_WIDE_SPACES: Final = "\xa0\u2007\u202f"
_LONE_JOINER: Final = re.compile("(?<![^\\s\u200d])\u200d+|\u200d+(?![^\\s\u200d])")
_EMPTY_LINES: Final = re.compile(r"\n{4,}")
_STUFFING: Final = re.compile(r"^ ", re.MULTILINE)
_SOFT_BREAK: Final = re.compile(r"(?<!^--) \n(?!-- \n)(?=[^>\n])", re.MULTILINE)
_TO_THE_HTML: Final = re.compile(r"html|ブラウザ|browser", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[a-z!/][^<>]{0,2000}>", re.IGNORECASE)
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml", "text/watch-html"})
_BEGINS_PAGE: Final = re.compile(
    rb"\s*<(?:!doctype|html|head|body|meta|div|table|center|p|br)\b[^<>=\x00-\x08\x0e-\x1f\x7f-\xff]{0,200}>",
    re.IGNORECASE,
)
_TEXTS: Final = frozenset({"text/plain", "text/html", "text/enriched", "text/watch-html", "application/xhtml+xml"})
_PLACEHOLDER_LENGTH: Final = 400


class Body(NamedTuple):
    """What was gathered from the text parts: both readings, the pages as written, the links and what went wrong."""

    text: str
    html: str | WhenAsked[str]
    pages: WhenAsked[bytes]
    links: WhenAsked[Link]
    problems: WhenAsked[Problem]
    texts: tuple[_Text, ...]

    def html_may_forward(self) -> bool:
        """Tell whether the HTML may hold a forwarded mail."""
        pages = (text for text in self.texts if text.is_html)
        return any(page_may_hold_forward(page.written) and may_hold_forward(page.page.words) for page in pages)


class _Text:
    """One text part. It is decoded, and as HTML parsed, when it is first asked for: most shops say all in plain text."""

    def __init__(self, part: Part, budget: Budget) -> None:
        self.part = part
        self._budget = budget

    @cached_property
    def _content(self) -> tuple[bytes, str]:
        allowed = min(limits.TEXT_BYTES, self._budget.text_bytes)
        raw, problem = self.part.content_bytes(allowed)
        self._budget.text_bytes -= len(raw)
        return raw, problem

    @cached_property
    def _decoded(self) -> Decoded:
        return decode_text(self._content[0], self._declared)

    @property
    def _declared(self) -> str:
        return self.part.content.get("charset")

    @property
    def written(self) -> str:
        """The text as it was sent."""
        return self._decoded.text

    @property
    def ascii_kept(self) -> bytes:
        """Bytes of the text in which every run of ASCII letters stands as such; not decoded where that is not needed."""
        raw = self._content[0]
        return raw if keeps_ascii(raw, self._declared) else self.written.encode("utf-8", "replace")

    @cached_property
    def is_html(self) -> bool:
        if self.part.content.value in _PAGES:
            # Markup at the very beginning stays markup in any set that keeps ASCII; then nothing needs to be decoded.
            start = self.part.beginning()
            sure = _BEGINS_PAGE.match(start) is not None and keeps_ascii(start, self._declared)
            return sure or _MARKUP.search(self.written) is not None
        return looks_like_html(self.written)

    @cached_property
    def page(self) -> HtmlText:
        return read_html(self.written, limits.LINKS)

    @cached_property
    def plain(self) -> str:
        return normalised(_flowed(self.part, self.written))

    def links(self) -> Iterator[tuple[str, str]]:
        """Yield the links as (address, text)."""
        if self.is_html:
            return ((anchor.href, anchor.text) for anchor in self.page.anchors)
        return ((url, "") for url in urls_in(self.plain))

    def problems(self) -> Iterator[Problem]:
        problem, decoded = self._content[1], self._decoded
        if not problem and self.part.is_badly_quoted():
            problem = "quoted_printable_broken"
        if problem:
            yield Problem(problem, self.part.path)
        if decoded.problem and not (problem == "text_too_long" and decoded.problem == "characters_lost"):
            yield Problem(decoded.problem, self.part.path, self._declared[:60] or decoded.charset)
        if self.is_html and self.page.cut:
            yield Problem("text_too_long", self.part.path)


def is_text(part: Part) -> bool:
    """Tell whether a part is text to read, not a file to keep."""
    if part.disposition.value == "attachment":
        return False
    kind = part.content.value
    if part.name and kind not in {"text/html", "text/plain"}:
        return False
    return kind in _TEXTS or "/" not in kind


def read_body(parts: Iterable[Part], budget: Budget) -> Body:
    """Return the text of the parts that `is_text`: text/plain where it says something, else the HTML as lines."""
    texts = tuple(_Text(part, budget) for part in parts)
    if not budget.ample:
        for text in texts:
            _ = text.written  # each takes its share in the order of the mail
    choices: dict[str, list[_Text]] = {}
    for text in texts:
        choices.setdefault(text.part.alternative or text.part.path, []).append(text)
    pages = [text for choice in choices.values() for text in choice if text.is_html]
    whole = "\n\n".join(best for choice in choices.values() if (best := _best(choice)))
    start = _start_of(whole)
    html = WhenAsked(lambda: _start_of(_lines_of(pages))) if pages else ""
    return Body(
        text=start,
        html=html,
        pages=WhenAsked(lambda: tuple(text.ascii_kept for text in pages)),
        links=WhenAsked(lambda: _links(texts)),
        problems=WhenAsked(lambda: tuple(_problems(texts, pages, html, cut=len(start) < len(whole)))),
        texts=texts,
    )


def _problems(texts: Sequence[_Text], pages: Sequence[_Text], html: object, *, cut: bool) -> Iterator[Problem]:
    for text in texts:
        yield from text.problems()
    long_html = sum(len(text.page.words) for text in pages) > limits.TEXT_CHARS
    if cut or (long_html and len(str(html)) < len(_lines_of(pages))):
        yield Problem("text_too_long", "text")


def _lines_of(pages: Iterable[_Text]) -> str:
    return "\n\n".join(lines for text in pages if (lines := normalised(text.page.text)))


def _start_of(text: str) -> str:
    return "\n".join(text[: limits.TEXT_CHARS].split("\n", limits.TEXT_LINES)[: limits.TEXT_LINES])


def normalised(text: str) -> str:
    """Return text with plain line ends and without the invisible characters that shops fill their previews with."""
    seen = without_unseen(text)
    for space in _WIDE_SPACES:
        seen = seen.replace(space, " ")
    seen = "\n".join([line.rstrip(" \t") for line in seen.splitlines()])
    if "\u200d" in seen:
        seen = _LONE_JOINER.sub("", seen)
    return _EMPTY_LINES.sub("\n\n\n", seen).strip("\n")


def _flowed(part: Part, text: str) -> str:
    """Return format=flowed text (RFC 3676) with its soft line breaks undone."""
    if part.content.get("format").lower() != "flowed":
        return text
    plain = _STUFFING.sub("", text.replace("\r\n", "\n"))
    return _SOFT_BREAK.sub("" if part.content.get("delsp").lower() == "yes" else " ", plain)


def _best(choice: Sequence[_Text]) -> str:
    """Return the best reading of one passage: the plain and the HTML part of an alternative, or a part that stands alone."""
    plain = "\n\n".join(text.plain for text in choice if not text.is_html and text.plain)
    if plain.strip() and not (len(plain) <= _PLACEHOLDER_LENGTH and _TO_THE_HTML.search(plain)):
        return plain
    html = _lines_of(text for text in choice if text.is_html)
    says_nothing = not plain.strip() or len(html) > 2 * len(plain)
    return html if html and says_nothing else plain


def _links(texts: Iterable[_Text]) -> tuple[Link, ...]:
    links: dict[Link, None] = {}
    for href, text in chain.from_iterable(text.links() for text in texts):
        host = link_host(href)
        if host and len(links) < limits.LINKS:
            links[Link(href, host, text)] = None
    return tuple(links)
