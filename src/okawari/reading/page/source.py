"""A page's bytes, parted in one pass: the markup that a reader needs, and its scripts aside; decoded where it is asked for."""

from __future__ import annotations

import re
from typing import Final

from okawari.reading.mail.charset import codec_of, decode_text

_LONGEST: Final = 8_000_000
_ASIDE: Final = re.compile(
    rb"<(?=[!sSnNtTiI])(?:!--|([sS](?:[cC][rR][iI][pP][tT]|[tT][yY][lL][eE]|[vV][gG])|(?i:noscript|template|iframe|textarea))\b)"
)
_END: Final = {
    name: re.compile(rb"</" + name + rb"\s*>", re.IGNORECASE)
    for name in (b"script", b"style", b"svg", b"noscript", b"template", b"iframe", b"textarea")
}
_TO_THE_END: Final = frozenset((b"script", b"style", b"iframe"))
_BODY: Final = re.compile(rb"<body\b", re.IGNORECASE)
_META_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_JSON_LD: Final = re.compile(rb"application/ld\+json", re.IGNORECASE)
_CHARSET_WITHIN: Final = 100_000
_HEAD_LENGTH: Final = 300_000
_MOST_BLOCKS: Final = 60
_GUESSED_FROM: Final = 60_000


class PageSource:
    """The first 8 MB of a page, parted once: its markup without scripts, styles, SVG and comments, and its scripts.

    `markup` is in the page's own character set; positions in it serve `part`, which returns UTF-8. `body_at` is where the
    body begins.
    """

    def __init__(self, page: bytes, charset: str = "") -> None:
        """Part the page; `charset` is what the server declared."""
        raw = page[:_LONGEST]
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x1b$" in raw[:_CHARSET_WITHIN]:
            raw, charset = decode_text(raw, charset).text.encode("utf-8", "replace"), "utf-8"
        kept: list[bytes] = []
        self._scripts = _pieces(raw, kept)
        self._openings = b"\n".join(script[:300] for script in self._scripts)
        self.markup = b"".join(kept)
        found = _BODY.search(self.markup, 0, _HEAD_LENGTH)
        self.body_at = found.start() if found else 0
        self._codec = self._codec_by(charset)
        self.head = self.part(0, self.body_at or 20_000)

    def part(self, start: int, end: int) -> bytes:
        """Return the markup from `start` to `end` in UTF-8."""
        piece = self.markup[max(0, start) : end]
        return piece if self._codec == "utf-8" else self.decoded(piece).encode("utf-8", "replace")

    def json_ld(self) -> list[str]:
        """Return the contents of the scripts of type `application/ld+json`."""
        blocks = []
        for script in self._scripts:
            end = script.find(b">", 0, 2_000) + 1
            if _JSON_LD.search(script, 0, end):
                blocks.append(self.decoded(script[end:]))
        return blocks[:_MOST_BLOCKS]

    def has_script(self, opening: str) -> bool:
        """Tell whether a script's opening tag holds a text."""
        return opening.encode() in self._openings

    def script(self, opening: str) -> str:
        """Return the content of the script in whose opening tag a text stands, "" where there is none."""
        found = next((script for script in self._scripts if opening.encode() in script[:300]), b"")
        return self.decoded(found[found.find(b">") + 1 :])

    def decoded(self, piece: bytes) -> str:
        """Return a piece of the page as text."""
        if self._codec == "utf-8":
            return piece.decode("utf-8", "replace").replace("\0", "\ufffd")
        return decode_text(piece, self._codec).text

    def _codec_by(self, charset: str) -> str:
        """Return the character set that the page is in: as declared, where that fits."""
        declared = charset if codec_of(charset) else ""
        if not declared:
            meta = _META_CHARSET.search(self.markup, 0, _CHARSET_WITHIN)
            declared = meta[1].decode("ascii", "replace") if meta else ""
        around = max(0, self.body_at - _GUESSED_FROM // 2)
        found = decode_text(self.markup[around : around + _GUESSED_FROM], declared).charset
        return found if found != "us-ascii" else "utf-8"


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
        close = -1 if name in unclosed else _close(page, name, found.end())
        if close < 0 and name not in _TO_THE_END:
            unclosed.add(name)
            kept.append(b"<")
            at = start + 1
            continue
        if name == b"script":
            scripts.append(page[start : close if close >= 0 else len(page)])
        at = page.find(b">", close) + 1 or len(page) if close >= 0 else len(page)
    kept.append(page[at:])
    return scripts


def _close(page: bytes, name: bytes, start: int) -> int:
    """Return where the end tag of an element begins, -1 where there is none."""
    at = page.find(b"</" + name, start)
    if at >= 0:
        return at
    found = _END[name].search(page, start)
    return found.start() if found else -1
