"""The header block of a mail: its lines from bytes, and the text of one value (RFC 5322, RFC 2047), tolerantly."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from okawari.reading.bytes_in import place
from okawari.reading.mail import limits
from okawari.reading.mail.charset import JIS, codec_of, decode_text
from okawari.reading.mail.japanese import ends_inside_two_bytes

_LINE: Final = re.compile(rb"^([!-9;-~]{1,200})[ \t]*:((?:[^\n]*)(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_FOLD: Final = re.compile(r"\r\n(?=[ \t])|\n(?=[ \t])")  # found quicker than with an optional \r
_BREAKS: Final = re.compile(r"[\r\n]+")
_BEFORE_HEAD: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*(?:>?From [^\n]*\n)?")
_WORD: Final = re.compile(
    r"=\?([^?\s=]{1,80})\?(?:([bB])\?([A-Za-z0-9+/=_\- \t]*)|([qQ])\?((?:[^?=\r\n]|=(?!\?)|\?(?!=)){0,4000}))(?:\?=|$)"
)
_SHORT: Final = 400
"""Letters of values that are remembered with what they say."""


class Head(NamedTuple):  # made for every part of a mail, as `_Word` for every word
    """The header lines of an entity: (lower-case name, raw value), and the offset at which its body starts."""

    lines: tuple[tuple[str, bytes], ...]
    body: int
    problem: str = ""

    def first(self, name: str) -> bytes:
        """Return the first raw value of a header, b"" where it is missing."""
        for key, value in self.lines:
            if key == name:
                return value
        return b""


def mail_start(raw: bytes) -> int:
    """Return the offset of a mail's first header: behind a byte order mark, empty lines and an mbox From_ line."""
    before = _BEFORE_HEAD.match(raw, 0, 1000)
    return before.end() if before else 0


def split_head(raw: bytes, start: int = 0, end: int | None = None) -> Head:
    """Return the header lines of the entity (a mail or one of its parts) in `raw[start:end]`.

    A line that is no header is passed over when headers follow; where none follow it is the first line of the body.
    Problems: `head_missing`, `head_too_large`.
    """
    stop = len(raw) if end is None else end
    close, body = _head_end(raw, start, min(stop, start + limits.HEAD_BYTES))
    problem = ""
    if close < 0:
        close = body = min(stop, start + limits.HEAD_BYTES)
        problem = "head_too_large" if close < stop else ""
    delimiter = place(raw, b"\n--", start, close)
    if delimiter >= 0:  # the empty line before the first part is missing
        close = body = delimiter + 1
    block = raw[start:close]
    found = list(islice(_LINE.finditer(block), limits.HEADERS + 1))
    if not found or found[0].start() > 0:
        return Head((), body if close == start else start, "head_missing")
    if len(found) > limits.HEADERS:
        found.pop()
        problem = "head_too_large"
    last = found[-1].end()
    if last + 2 < len(block) and not problem:
        body = start + last + 1
    longest, blanks = limits.HEADER_BYTES, b" \t\r\n"
    return Head(tuple([(_name(line[1]), line[2][:longest].strip(blanks)) for line in found]), body, problem)


@lru_cache(512)  # mails have most of their headers' names in common
def _name(written: bytes) -> str:
    return written.decode("ascii").lower()


def _head_end(raw: bytes, start: int, stop: int) -> tuple[int, int]:
    """Return where the head ends, behind its last line, and where the body starts; -1 where no empty line is."""
    if raw.startswith((b"\n", b"\r\n"), start, stop):
        return start, start + (1 if raw.startswith(b"\n", start) else 2)
    before, behind = blank_line(raw, start, stop)
    return (before + 1, behind) if before >= 0 else (-1, -1)


def blank_line(raw: bytes, start: int, stop: int) -> tuple[int, int]:
    """Return where the line before the first empty one ends in `raw[start:stop]`, and what is behind that begins; else -1."""
    bare = place(raw, b"\n\n", start, stop)
    end = bare + 1 if bare >= 0 else stop
    crlf = place(raw, b"\n\r\n", start, end) if raw.find(b"\r", start, end) >= 0 else -1
    if crlf >= 0:
        return crlf, crlf + 3
    return (bare, bare + 2) if bare >= 0 else (-1, -1)


def decode_value(raw: bytes, hint: str = "") -> str:
    """Return a header's value as text: unfolded, encoded words decoded, raw 8-bit and ISO-2022-JP text as `hint` or by guess.

    It never holds a line break or a NUL; zero-width and direction characters stay, as they are evidence.
    """
    text = unfolded(raw, hint)
    return decode_words(text) if "=?" in text else text


def unfolded(raw: bytes, hint: str = "") -> str:
    """Return a header's value as text with its encoded words still encoded, for readers of its structure."""
    text = raw.decode("ascii") if raw.isascii() and b"\x1b" not in raw else decode_text(raw, hint).text
    if text.isprintable():  # as most are: no break, no NUL
        return text.strip()
    if "\r" in text:
        text = _FOLD.sub("", text)
    elif "\n" in text:
        text = text.replace("\n ", " ").replace("\n\t", "\t")
    if "\n" in text or "\r" in text:
        text = _BREAKS.sub(" ", text)
    return text.replace("\0", "\ufffd").strip()


def decode_words(text: str) -> str:
    """Return `text` with its encoded words decoded (RFC 2047); words of an unknown character set are read by guess.

    Adjacent words of one character set are joined before they are decoded, as many mailers cut inside a character.
    """
    return _remembered_words(text) if len(text) <= _SHORT else _decode_words(text)


def _decode_words(text: str) -> str:
    pieces: list[str] = []
    run: list[_Word] = []
    end = 0
    for found in _WORD.finditer(text):
        between = text[end : found.start()]
        if between.strip(" \t") or not run:
            if run:
                pieces.append(_decode_run(run))
            pieces.append(between)
            run = []
        run.append(_Word(found[1].partition("*")[0].lower(), found[3], found[5] or ""))
        end = found.end()
    if run:
        pieces.append(_decode_run(run))
    pieces.append(text[end:])
    return _BREAKS.sub(" ", "".join(pieces))


_remembered_words = lru_cache(1024)(_decode_words)  # shops write under few subjects and names


class _Word(NamedTuple):
    """One encoded word; `base64` is None where it is in the Q encoding."""

    charset: str
    base64: str | None
    quoted: str = ""

    def raw(self) -> bytes:
        if self.base64 is not None:
            return lenient_base64(self.base64.encode("ascii"))
        return binascii.a2b_qp(self.quoted.encode("utf-8", "replace").replace(b"_", b" "))


def lenient_base64(data: bytes) -> bytes:
    """Return what base64 `data` holds: bytes that are no base64 are left out, missing padding is made up."""
    letters = data.translate(None, _NOT_BASE64)
    cut = len(letters) - 1 if len(letters) % 4 == 1 else len(letters)
    return binascii.a2b_base64(letters[:cut] + b"=" * (-cut % 4))


_BASE64: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64: Final = bytes(set(range(256)) - set(_BASE64))


def _decode_run(run: Sequence[_Word]) -> str:
    if len(run) == 1:
        return decode_text(run[0].raw(), run[0].charset).text
    return "".join(decode_text(raw, charset).text for charset, raw in _joined(run))


def _joined(run: Sequence[_Word]) -> Iterator[tuple[str, bytes]]:
    """Yield the words with neighbours of one character set made one, where they are the pieces of one text."""
    charset, held = "", bytearray()
    for word in _with_whole_base64(run):
        raw = word.raw()
        if held and (word.charset != charset or not _goes_on(charset, bytes(held), raw)):
            yield charset, bytes(held)
            held.clear()
        charset = word.charset
        held += raw
    yield charset, bytes(held)


def _with_whole_base64(run: Sequence[_Word]) -> Iterator[_Word]:
    """Yield the words with base64 that was cut at any letter, not between groups of four, put together again."""
    held: _Word | None = None
    for word in run:
        cut = held is not None and held.base64 is not None and len(held.base64) % 4 and not held.base64.endswith("=")
        if held and cut and word.base64 is not None and word.charset == held.charset:
            held = _Word(held.charset, (held.base64 or "") + word.base64)
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _goes_on(charset: str, held: bytes, raw: bytes) -> bool:
    """Tell whether `raw` continues `held`. Each ISO-2022-JP word starts anew in ASCII, unless one is cut in a character."""
    if codec_of(charset) != JIS:
        return True
    return ends_inside_two_bytes(held) and not raw.startswith(b"\x1b")
