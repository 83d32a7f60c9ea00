"""A page's bytes, of which a reader parts only what it needs: markup without scripts, styles, SVG and comments; decoded."""

from __future__ import annotations

import re
from codecs import utf_8_decode
from collections.abc import Iterator
from itertools import islice
from typing import Final

from okawari.reading.bytes_in import last_place, place, places
from okawari.reading.mail.charset import codec_of, decode_text

TAG: Final = re.compile(rb"<[^>]{0,2000}>")
# Bounds on what a hostile page costs are our own choice, here and in the other files of this room.
_LONGEST: Final = 8_000_000
# The first two letters tell most other tags apart.
_ASIDE: Final = re.compile(
    rb"<(?=[!sSnNtTiI][-cCtTvVoOeEfF])(?:!--|([sS](?:[cC][rR][iI][pP][tT]|[tT][yY][lL][eE]|[vV][gG])|(?i:noscript|template|iframe|textarea))\b)"
)
_LONGEST_ASIDE: Final = len(b"<noscript ")
"""How far behind what is wanted a tag is looked for that begins within it."""
_NAMES: Final = (b"script", b"style", b"svg", b"noscript", b"template", b"iframe", b"textarea")
_CLOSE_IN_ANY_CASE: Final = {name: re.compile(rb"</" + name + rb"\s*>", re.IGNORECASE) for name in _NAMES}
_ENDS: Final = {None: b"-->"} | {name: b"</" + name for name in _NAMES}
"""With what the end of what is laid aside begins, by what opened it, as nearly every page writes it; None is a comment."""
_TO_THE_END: Final = frozenset((b"script", b"style", b"iframe"))
"""What reaches to the end of the page where it is never closed."""
_META_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_CHARSET_WITHIN: Final = 100_000
_WITHOUT_BODY: Final = 20_000
"""Bytes that are taken for the head of a page without a body."""
_LONGEST_TAG: Final = 2_000
_MOST_OPENINGS: Final = 20_000
_MOST_BODIES: Final = 200
_MOST_BLOCKS: Final = 60
_GUESSED_FROM: Final = 20_000
"""Bytes by which the character set is told."""
_COMMENT: Final = 8_000
"""How far before a position a comment may open in which it is."""
_REACH: Final = 20_000
"""From how far before a position markup is parted first; what a script takes of it is fetched from further."""


class PageSource:
    """The first 8 MB of a page. Positions are those of its bytes in its own character set; what is returned is UTF-8.

    `body_at` is where the body begins, `head` the markup before it.
    """

    def __init__(self, page: bytes, charset: str = "") -> None:
        """Find the body and the character set; `charset` is what the server declared."""
        raw = page[:_LONGEST]
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or place(raw, b"\x1b", 0, _CHARSET_WITHIN) >= 0:
            raw, charset = decode_text(raw, charset).text.encode("utf-8", "replace"), "utf-8"
        self._raw = raw
        self._parted: dict[tuple[int, int], tuple[int, bytes, int]] = {}
        self.body_at, head = self._parted_head()
        self._codec = self._codec_by(charset, head)
        self.head = self._in_utf8(head)

    def text(self) -> str:
        """Return the whole page by its own character set, with marks for what is no character."""
        return self._decoded(self._raw)

    def tags(self, name: bytes, at: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield where the tags `script`, `h1`, `h2` or `body` open between two positions, also those in scripts and comments."""
        raw, small, capital = self._raw, b"<" + name, b"<" + name.upper()
        end = len(raw) if end is None else end
        while at < end:
            found = place(raw, small, at, end)
            yield from places(raw, capital, at, found if found >= 0 else end)
            if found >= 0:
                yield found
            at = found + len(small) if found >= 0 else end

    def element(self, at: int, length: int) -> bytes:
        """Return the markup from the opening tag of a heading at a position to its end, b"" where that is not within a length."""
        end = self._raw.find(b"</" + self._raw[at + 1 : at + 3], at, at + length)
        return self._in_utf8(self._raw[at:end]) if end >= 0 else b""

    def is_shown(self, at: int) -> bool:
        """Tell whether a position is outside what is laid aside."""
        return self._until(at, _REACH)[2] <= at

    def before(self, at: int, length: int) -> bytes:
        """Return up to `length` bytes of the body's markup before a position, from the beginning of a tag on."""
        for reach in (_REACH, 4 * length, 20 * length):
            start, parted, _ = self._until(at, reach)
            if len(parted) >= length or start <= self.body_at:
                break
        cut = len(parted) - length
        return self._in_utf8(parted[parted.find(b"<", cut) :] if cut > 0 else parted)

    def behind(self, at: int, length: int) -> bytes:
        """Return up to `length` bytes of the markup from a position on."""
        return self._in_utf8(_part(self._raw, at, len(self._raw), length)[0])

    def json_ld(self) -> list[str]:
        """Return the contents of the scripts of type `application/ld+json`."""
        found = (script for script in self._scripts(b"application/ld+json") if self._comment(script[0]) < 0)
        return [self._decoded(self._raw[start:end]) for _, start, end in islice(found, _MOST_BLOCKS)]

    def script(self, opening: str) -> str:
        """Return the content of the script in whose opening tag a text stands, "" where there is none."""
        return next((self._decoded(self._raw[start:end]) for _, start, end in self._scripts(opening.encode())), "")

    def _scripts(self, words: bytes) -> Iterator[tuple[int, int, int]]:
        """Yield where the scripts begin in whose opening tag words stand, and from where to where their contents go."""
        raw, behind = self._raw, 0
        for at in islice(places(raw, words, 0, len(raw)), _MOST_OPENINGS):
            since = max(behind, raw.rfind(b">", max(0, at - _LONGEST_TAG), at) + 1, at + len(words) - _LONGEST_TAG)
            opened = next(self.tags(b"script", since, at), -1)
            if opened >= 0 and (start := raw.find(b">", at) + 1):
                close = _close(raw, b"script", start)
                behind = close if close >= 0 else len(raw)
                yield opened, start, behind

    def _parted_head(self) -> tuple[int, bytes]:
        at, head = 0, b""
        for body in islice(self.tags(b"body"), _MOST_BODIES):
            if body >= at:
                parted, at = _part(self._raw, at, body)
                head += parted
                if at <= body:
                    return body, head
        return 0, _part(self._raw, 0, len(self._raw), _WITHOUT_BODY)[0]

    def _until(self, at: int, reach: int) -> tuple[int, bytes, int]:
        """Return where the markup before a position is begun to be parted, that markup, and where the last thing aside ends."""
        if (at, reach) not in self._parted:
            start = self._outside(max(self.body_at, at - reach))
            self._parted[at, reach] = (start, *_part(self._raw, start, at))
        return self._parted[at, reach]

    def _outside(self, at: int) -> int:
        """Return the beginning of the script or comment in which a position is, else the position."""
        script = self._script(at)
        if script >= self.body_at:
            return script
        comment = self._comment(at)
        return comment if comment >= 0 else at

    def _script(self, at: int) -> int:
        """Return where the script in which a position is begins, -1 outside scripts."""
        raw, end = self._raw, at + len(b"cript")
        begun = last_place(raw, b"<script", 0, end)
        begun = max(begun, last_place(raw, b"<SCRIPT", max(begun, 0), end))
        name = raw[begun + 1 : begun + len(b"<script")]
        return begun if begun < 0 or place(raw, b"</" + name, begun, at) < 0 else -1

    def _comment(self, at: int) -> int:
        """Return where the comment in which a position is begins, -1 outside comments; scripts may hold such marks too."""
        since = max(0, at - _COMMENT)
        opened = last_place(self._raw, b"<!--", since, at)
        return opened if opened > last_place(self._raw, b"-->", since, at) and self._script(opened) < 0 else -1

    def _decoded(self, piece: bytes) -> str:
        if self._codec == "utf-8":
            return piece.decode("utf-8", "replace").replace("\0", "\ufffd")
        return decode_text(piece, self._codec).text

    def _in_utf8(self, piece: bytes) -> bytes:
        return piece if self._codec == "utf-8" else self._decoded(piece).encode("utf-8", "replace")

    def _codec_by(self, charset: str, head: bytes) -> str:
        """Return the character set that the page is in: as declared, where that fits."""
        declared = charset if codec_of(charset) else ""
        if not declared:
            meta = _META_CHARSET.search(head, 0, _CHARSET_WITHIN)
            declared = meta[1].decode("ascii", "replace") if meta else ""
        begin = head + self._raw[self.body_at : self.body_at + _GUESSED_FROM]
        if codec_of(declared) in {"", "utf-8"} and _is_utf8(begin) and (declared or not begin.isascii()):
            return "utf-8"
        sample = head[-_GUESSED_FROM:] + _part(self._raw, self.body_at, len(self._raw), _GUESSED_FROM)[0]
        found = decode_text(sample, declared).charset
        return found if found != "us-ascii" else "utf-8"


def _part(page: bytes, at: int, end: int, length: int = _LONGEST) -> tuple[bytes, int]:
    """Return the markup from a position to `end`, at most `length` bytes of it, and where what was laid aside last ends."""
    kept: list[bytes] = []
    unclosed: set[bytes] = set()
    left, size, aside, mark_of = length, len(page), _ASIDE.search, _ENDS.get
    while left > 0:
        found = aside(page, at, min(end, at + left + _LONGEST_ASIDE))
        if found is None:
            break
        start, behind = found.span()
        if start > at:
            kept.append(page[at:start])
            left -= start - at
        name = found[1]
        mark = mark_of(name)
        if mark and name not in unclosed:
            closed = place(page, mark, behind, size)
            if closed >= 0 and (closed := page.find(b">", closed)) >= 0:
                at = closed + 1
                continue
        if not name:
            at = len(page)
            continue
        name = name.lower()
        close = -1 if name in unclosed else _close(page, name, found.end())
        if close < 0 and name not in _TO_THE_END:
            unclosed.add(name)
            kept.append(b"<")
            at = start + 1
            continue
        at = page.find(b">", close) + 1 or len(page) if close >= 0 else len(page)
    if left > 0 and at < end:
        kept.append(page[at : min(end, at + left)])
    return b"".join(kept)[:length], at


def _is_utf8(begin: bytes) -> bool:
    """Tell whether bytes that may end amid a character are UTF-8."""
    try:
        utf_8_decode(begin, "strict", False)
    except UnicodeDecodeError:
        return False
    return True


def _close(page: bytes, name: bytes, start: int) -> int:
    """Return where the end tag of an element begins, -1 where there is none."""
    # Hardly any page writes its end tags in capitals, and a search that heeds case is quicker.
    at = place(page, b"</" + name, start, len(page))
    found = _CLOSE_IN_ANY_CASE[name].search(page, start) if at < 0 else None
    return found.start() if found else at
