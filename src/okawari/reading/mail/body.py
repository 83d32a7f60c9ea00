"""The text of a mail: the best of what its parts offer to read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from okawari.domain.mail import Link, WhenAsked
from okawari.domain.problem import Problem
from okawari.reading.html import HtmlText, looks_like_html, read_html
from okawari.reading.links import link_host, urls_in
from okawari.reading.mail import limits
from okawari.reading.mail.charset import decode_text
from okawari.reading.mail.forwards import may_hold_forward
from okawari.reading.mail.mime import Budget, Part

# Direction marks and embeddings go too; overrides (U+202D, U+202E) stay, as they change what a person reads.
_UNSEEN: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]"
)
_WIDE_SPACES: Final = "\xa0\u2007\u202f"
_LONE_JOINER: Final = re.compile("(?<![^\\s\u200d])\u200d+|\u200d+(?![^\\s\u200d])")
_LINE_END: Final = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_EMPTY_LINES: Final = re.compile(r"\n{4,}")
_STUFFING: Final = re.compile(r"^ ", re.MULTILINE)
_SOFT_BREAK: Final = re.compile(r"(?<!^--) \n(?!-- \n)(?=[^>\n])", re.MULTILINE)
_TO_THE_HTML: Final = re.compile(r"html|ブラウザ|browser", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[a-z!/][^<>]{0,2000}>", re.IGNORECASE)
_TEXTS: Final = frozenset({"text/plain", "text/html", "text/enriched", "text/watch-html", "application/xhtml+xml"})
_PLACEHOLDER_LENGTH: Final = 400


@dataclass(slots=True)
class Body:
    """What was gathered from the text parts: both readings, the links and what went wrong."""

    text: str = ""
    html: str | WhenAsked = ""
    html_may_forward: bool = False
    links: tuple[Link, ...] = ()
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Choice:
    """The readings of one passage: the plain and the HTML part of a multipart/alternative, or a part that stands alone."""

    plain: list[str] = field(default_factory=list)
    html: list[HtmlText] = field(default_factory=list)


def is_text(part: Part) -> bool:
    """Tell whether a part is text to read, not a file to keep."""
    if part.disposition.value == "attachment":
        return False
    kind = part.content.value
    if part.name and kind not in {"text/html", "text/plain"}:
        return False
    return kind in _TEXTS or "/" not in kind


def read_body(parts: list[Part], budget: Budget) -> Body:
    """Return the text of the parts that `is_text`: text/plain where it says something, else the HTML as lines."""
    body = Body()
    choices: dict[str, _Choice] = {}
    links: dict[Link, None] = {}
    for part in parts:
        text = _text_of(part, budget, body)
        choice = choices.setdefault(part.alternative or part.path, _Choice())
        if _is_html(part, text):
            seen = read_html(text, limits.LINKS)
            if seen.cut:
                body.problems.append(Problem("text_too_long", part.path))
            choice.html.append(seen)
            _add_links(links, ((anchor.href, anchor.text) for anchor in seen.anchors))
        else:
            text = normalised(_flowed(part, text))
            choice.plain.append(text)
            _add_links(links, ((url, "") for url in urls_in(text)))
    texts = (_best(choice) for choice in choices.values())
    text = "\n\n".join(text for text in texts if text)
    pages = [seen for choice in choices.values() for seen in choice.html]
    body.text = _start_of(text)
    body.html = WhenAsked(lambda: _start_of(_lines_of(pages))) if pages else ""
    body.html_may_forward = any(may_hold_forward(seen.words) for seen in pages)
    long_html = sum(len(seen.words) for seen in pages) > limits.TEXT_CHARS
    if len(body.text) < len(text) or (long_html and len(str(body.html)) < len(_lines_of(pages))):
        body.problems.append(Problem("text_too_long", "text"))
    body.links = tuple(links)[: limits.LINKS]
    return body


def _lines_of(pages: Iterable[HtmlText]) -> str:
    return "\n\n".join(lines for seen in pages if (lines := normalised(seen.text)))


def _start_of(text: str) -> str:
    return "\n".join(text[: limits.TEXT_CHARS].split("\n", limits.TEXT_LINES)[: limits.TEXT_LINES])


def normalised(text: str) -> str:
    """Return text with plain line ends and without the invisible characters that shops fill their previews with."""
    seen = _UNSEEN.sub("", text)
    for space in _WIDE_SPACES:
        seen = seen.replace(space, " ")
    seen = "\n".join(line.rstrip(" \t") for line in _LINE_END.sub("\n", seen).split("\n"))
    if "\u200d" in seen:
        seen = _LONE_JOINER.sub("", seen)
    return _EMPTY_LINES.sub("\n\n\n", seen).strip("\n")


def _text_of(part: Part, budget: Budget, body: Body) -> str:
    allowed = min(limits.TEXT_BYTES, budget.text_bytes)
    raw, problem = part.content_bytes(allowed)
    budget.text_bytes -= len(raw)
    declared = part.content.get("charset")
    decoded = decode_text(raw, declared)
    if problem:
        body.problems.append(Problem(problem, part.path))
    if decoded.problem and not (problem == "text_too_long" and decoded.problem == "characters_lost"):
        body.problems.append(Problem(decoded.problem, part.path, declared[:60] or decoded.charset))
    return decoded.text


def _is_html(part: Part, text: str) -> bool:
    if part.content.value in {"text/html", "application/xhtml+xml", "text/watch-html"}:
        return _MARKUP.search(text) is not None
    return looks_like_html(text)


def _flowed(part: Part, text: str) -> str:
    """Return format=flowed text (RFC 3676) with its soft line breaks undone."""
    if part.content.get("format").lower() != "flowed":
        return text
    plain = _STUFFING.sub("", text.replace("\r\n", "\n"))
    return _SOFT_BREAK.sub("" if part.content.get("delsp").lower() == "yes" else " ", plain)


def _best(choice: _Choice) -> str:
    plain = "\n\n".join(text for text in choice.plain if text)
    if plain.strip() and not (len(plain) <= _PLACEHOLDER_LENGTH and _TO_THE_HTML.search(plain)):
        return plain
    html = _lines_of(choice.html)
    says_nothing = not plain.strip() or len(html) > 2 * len(plain)
    return html if html and says_nothing else plain


def _add_links(links: dict[Link, None], found: Iterable[tuple[str, str]]) -> None:
    for href, text in found:
        host = link_host(href)
        if host and len(links) < limits.LINKS:
            links[Link(href, host, text)] = None
