"""A page's bytes, parted: its scripts aside, and the markup that a reader needs, in one bounded pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from okawari.reading.mail.charset import codec_of, decode_text

_LONGEST: Final = 8_000_000
_ASIDE: Final = re.compile(rb"<(?:(script|style|svg|noscript|template|iframe|textarea)\b|!--)", re.IGNORECASE)
_END: Final = {
    name: re.compile(rb"</" + name + rb"\s*>", re.IGNORECASE)
    for name in (b"script", b"style", b"svg", b"noscript", b"template", b"iframe", b"textarea")
}
_TO_THE_END: Final = frozenset((b"script", b"style", b"iframe"))
_TYPE: Final = re.compile(rb"""\btype\s*=\s*["']?\s*([^"'>\s;]+)""", re.IGNORECASE)
_META_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CHARSET_WITHIN: Final = 20_000
_MOST_BLOCKS: Final = 60


@dataclass(frozen=True, slots=True)
class PageSource:
    """The markup without scripts, styles and comments (`html`), and the scripts by what they are.

    `json_ld` are the blocks of type `application/ld+json`, `states` other scripts with their opening tag, undecoded.
    `problem` is that of the character set.
    """

    html: str
    json_ld: tuple[str, ...]
    states: tuple[bytes, ...]
    charset: str
    problem: str = ""


def part(raw: bytes, charset: str = "") -> PageSource:
    """Return the parts of a page's first 8 MB; `charset` is what the server declared."""
    page = raw[:_LONGEST]
    if page.startswith((b"\xff\xfe", b"\xfe\xff")):
        page = decode_text(page).text.encode("utf-8", "replace")
        charset = "utf-8"
    kept: list[bytes] = []
    blocks: list[bytes] = []
    states: list[bytes] = []
    for piece in _pieces(page, kept):
        opening = piece[: piece.find(b">") + 1]
        kind = _TYPE.search(opening)
        if kind and kind[1].lower() == b"application/ld+json":
            blocks.append(piece[len(opening) :])
        else:
            states.append(piece)
    markup = b"".join(kept)
    declared = codec_of(charset) and charset
    if not declared:
        found = _META_CHARSET.search(markup, 0, _CHARSET_WITHIN)
        declared = found[1].decode("ascii", "replace") if found else ""
    decoded = decode_text(markup, declared)
    # What the markup proved to be holds for its scripts; pure ASCII proves nothing.
    proven = declared if decoded.charset == "us-ascii" else decoded.charset
    texts = tuple(decode_text(block, proven).text for block in blocks[:_MOST_BLOCKS])
    return PageSource(decoded.text, texts, tuple(states), decoded.charset, decoded.problem)


def _pieces(page: bytes, kept: list[bytes]) -> list[bytes]:
    """Return the scripts, opening tags included, and put the markup between what is laid aside into `kept`."""
    scripts: list[bytes] = []
    unclosed: set[bytes] = set()
    at = 0
    while (found := _ASIDE.search(page, at)) is not None:
        start = found.start()
        kept.append(page[at:start])
        name = found[1].lower() if found[1] else b""
        if not name:
            end = page.find(b"-->", found.end())
            at = end + 3 if end >= 0 else len(page)
            continue
        close = None if name in unclosed else _END[name].search(page, found.end())
        if close is None and name not in _TO_THE_END:
            unclosed.add(name)
            kept.append(b"<")
            at = start + 1
            continue
        at = close.end() if close else len(page)
        if name == b"script":
            scripts.append(page[start : close.start() if close else len(page)])
    kept.append(page[at:])
    return scripts
