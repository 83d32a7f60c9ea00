"""The parts of a mail (RFC 2045, RFC 2046), found in its bytes without copying them, within limits of depth and number."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, NamedTuple

import pybase64

from okawari.reading.bytes_in import holds, place
from okawari.reading.mail import limits
from okawari.reading.mail.headers import Head, lenient_base64, split_head
from okawari.reading.mail.parameters import Parameterised, parse_parameters

_BOUNDARY_LINE: Final = re.compile(
    rb"^--([^\s][^\r\n]{4,200}?)[ \t]*\r?\n(?:[!-9;-~]{1,100}[ \t]*:|\r?\n)", re.MULTILINE
)
_BROKEN_QUOTED: Final = re.compile(rb"=(?![0-9A-Fa-f]{2}|[ \t]*\r?\n|[ \t]*\Z)")
_SOFT_BREAK_SPACES: Final = re.compile(rb"=[ \t]+(?=\r?\n)")
_SPACE_AT_END: Final = (b" \n", b"\t\n", b" \r\n", b"\t\r\n")
_QUOTED_LOOK: Final = re.compile(rb"(?:=[89A-F][0-9A-F]){3}")
_BASE64_LINE: Final = re.compile(rb"[A-Za-z0-9+/]+")
_BASE64_RUN: Final = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
_BEGINNING_BYTES: Final = 512


@dataclass(slots=True)
class Budget:
    """What may still be read of one mail and the mails inside it; `ample`: the texts fit, whichever is read first."""

    parts: int = limits.PARTS
    text_bytes: int = limits.TEXTS_BYTES
    ample: bool = False


class Part(NamedTuple):
    """One part that holds no further parts; its body is `raw[start:end]`, still transfer-encoded.

    `path` names it (`1.2`), `alternative` is the path of the multipart/alternative it is a choice of, "" for none.
    """

    raw: bytes
    head: Head
    start: int
    end: int
    path: str
    alternative: str
    content: Parameterised
    disposition: Parameterised

    @property
    def name(self) -> str:
        """The file name that the part carries, "" for none."""
        return self.disposition.get("filename") or self.content.get("name")

    @property
    def encoding(self) -> str:
        """The declared transfer encoding, lower-case."""
        return self.head.first("content-transfer-encoding").decode("ascii", "replace").strip("\"' ").lower()

    def size(self) -> int:
        """Return the size of the content in bytes, told without decoding it."""
        length = self.end - self.start
        if self.encoding != "base64":
            return length
        breaks = sum(self.raw.count(end, self.start, self.end) for end in (b"\n", b"\r"))
        padding = self.raw.count(b"=", max(self.start, self.end - 8), self.end)
        return max(0, (length - breaks) * 3 // 4 - padding)

    def beginning(self) -> bytes:
        """Return the first bytes of the content, fewer or none where only the whole would tell how it is encoded."""
        body = self.raw[self.start : min(self.end, self.start + _BEGINNING_BYTES)]
        if self.encoding == "quoted-printable":
            return _from_quoted(body)
        if self.encoding == "base64":
            lines = body.split(b"\n")[:-1]
            whole = takewhile(lambda line: len(line) % 4 == 0, (line.removesuffix(b"\r") for line in lines))
            clean = b"".join(takewhile(_BASE64_LINE.fullmatch, whole))
            return binascii.a2b_base64(clean)
        return body

    def is_badly_quoted(self) -> bool:
        """Tell whether declared quoted-printable holds equals signs that stand for nothing."""
        return self.encoding == "quoted-printable" and _BROKEN_QUOTED.search(self.raw, self.start, self.end) is not None

    def content_bytes(self, limit: int) -> tuple[bytes, str]:
        """Return up to `limit` bytes of the content without its transfer encoding, and the code of what was wrong."""
        encoding = self.encoding
        allowed = limit * 3 if encoding in {"base64", "quoted-printable"} else limit
        body = self.raw[self.start : min(self.end, self.start + allowed)]
        content, problem = _decoded(body, encoding)
        if encoding == "base64" and not problem and self.end == len(self.raw) and _stops_short(body):
            problem = "base64_broken"
        cut = self.end - self.start > allowed or len(content) > limit
        return content[:limit], "text_too_long" if cut else problem


class Parts(NamedTuple):
    """The leaves of a mail in reading order, and the codes of what was wrong with its structure, with the path."""

    leaves: tuple[Part, ...]
    problems: tuple[tuple[str, str], ...]


def parts_of(raw: bytes, head: Head, budget: Budget) -> Parts:
    """Return the leaves of the mail whose head was read.

    Problems: `boundary_wrong` (told by what looks like one), `boundary_missing` (read as one text), `too_many_parts` and `too_deep` (the rest was left out),
    `boundary_unclosed` (the mail was cut).
    """
    leaves: list[Part] = []
    problems: list[tuple[str, str]] = []
    waiting = [_Entity(head, head.body, len(raw), "1", "", 0)]
    while waiting:
        entity = waiting.pop()
        if budget.parts <= 0:
            problems.append(("too_many_parts", entity.path))
            break
        budget.parts -= 1
        content = parse_parameters(entity.head.first("content-type"))
        if content.value.startswith("multipart/") or (not content.value and _BOUNDARY_LINE.match(raw, entity.start)):
            inner, problem = _children(raw, entity, content)
            if problem:
                problems.append((problem, entity.path))
            if inner:
                waiting.extend(reversed(inner))
                continue
            content = Parameterised("text/plain", content.parameters) if problem == "boundary_missing" else content
        disposition = parse_parameters(entity.head.first("content-disposition"))
        leaves.append(
            Part(raw, entity.head, entity.start, entity.end, entity.path, entity.alternative, content, disposition)
        )
    return Parts(tuple(leaves), tuple(problems))


class _Entity(NamedTuple):
    head: Head
    start: int
    end: int
    path: str
    alternative: str
    depth: int


def _children(raw: bytes, entity: _Entity, content: Parameterised) -> tuple[list[_Entity], str]:
    """Return the entities inside a multipart, and the code of what is wrong with it."""
    if entity.depth >= limits.DEPTH:
        return [], "too_deep"
    boundary = content.get("boundary").encode("utf-8", "replace").rstrip()
    spans = list(_spans(raw, entity.start, entity.end, boundary)) if boundary else []
    problem = ""
    if not spans:
        guessed = _BOUNDARY_LINE.search(raw, entity.start, min(entity.end, entity.start + limits.HEAD_BYTES))
        spans = list(_spans(raw, entity.start, entity.end, guessed[1])) if guessed else []
        problem = "boundary_wrong" if spans else "boundary_missing"
    elif not spans[-1].closed:
        problem = "boundary_unclosed"
    choice = entity.path if content.value == "multipart/alternative" else entity.alternative
    inner = []
    for number, span in enumerate(spans, start=1):
        head = split_head(raw, span.start, span.end)
        inner.append(_Entity(head, head.body, span.end, f"{entity.path}.{number}", choice, entity.depth + 1))
    return inner, problem


class _Span(NamedTuple):
    start: int
    end: int
    closed: bool


def _spans(raw: bytes, start: int, end: int, boundary: bytes) -> Iterator[_Span]:
    """Yield the stretches between the delimiter lines of a boundary; the last may be open."""
    mark = b"--" + boundary
    opened: int | None = None
    at = place(raw, mark, start, end)
    count = 0
    while at >= 0 and count <= limits.PARTS:
        after = at + len(mark)
        closing = raw.startswith(b"--", after)
        line_end = raw.find(b"\n", after, min(end, after + 200))
        rest = raw[after : line_end if line_end >= 0 else min(end, after + 200)].strip(b" \t\r")
        starts_line = at == start or raw[at - 1 : at] == b"\n"
        if starts_line and (not rest or closing):
            if opened is not None:
                yield _Span(opened, max(opened, _before_break(raw, at)), closed=True)
                count += 1
            if closing:
                return
            opened = line_end + 1 if line_end >= 0 else end
        at = place(raw, mark, after, end)
    if opened is not None and opened < end:
        yield _Span(opened, end, closed=False)


def _before_break(raw: bytes, at: int) -> int:
    """Return where the content before a delimiter line ends: the line break belongs to the delimiter."""
    if raw[at - 2 : at] == b"\r\n":
        return at - 2
    return at - 1


def _decoded(body: bytes, encoding: str) -> tuple[bytes, str]:
    if encoding == "base64":
        return _from_base64(body)
    if encoding == "quoted-printable":
        return _from_quoted(body), ""
    if encoding in {"", "7bit"} and _looks_quoted(body):
        return _from_quoted(body), "encoding_undeclared"
    return body, ""


def _looks_quoted(body: bytes) -> bool:
    """Tell whether undeclared quoted-printable is at hand: soft line breaks and bytes above 127, written out."""
    if b"=\n" not in body and b"=\r\n" not in body:
        return False
    return body.isascii() and _QUOTED_LOOK.search(body) is not None


def _from_quoted(body: bytes) -> bytes:
    content = binascii.a2b_qp(body)
    # A soft break behind which spaces stand stays as it is; what was decoded is shorter to search than what was sent.
    if holds(content, *_SPACE_AT_END) and _SOFT_BREAK_SPACES.search(
        content
    ):  # a page has fewer lines than equals signs
        return binascii.a2b_qp(_SOFT_BREAK_SPACES.sub(b"=", body))
    return content


def _from_base64(body: bytes) -> tuple[bytes, str]:
    """Return the bytes of base64 text; where it is dirty or cut, of its clean lines, and `base64_broken`."""
    packed = body.replace(b"\n", b"").replace(b"\r", b"")  # a quarter of what `translate` takes
    if b" " in packed or b"\t" in packed:
        packed = packed.translate(None, b" \t")
    try:
        if packed:
            return pybase64.b64decode(packed, validate=True), ""
    except binascii.Error:
        pass
    content = bytearray()
    chunk = bytearray()
    for line in body.split(b"\n"):
        letters = line.strip()
        kept = letters.translate(None, _NOISE)
        if b" " in letters or b"-" in letters or len(kept) < 0.9 * len(letters):
            break  # a text that was put behind the base64, such as a mailing list's footer
        for piece in _BASE64_RUN.findall(kept):
            chunk += piece
            if piece.endswith(b"="):
                content += lenient_base64(bytes(chunk))
                chunk.clear()
    content += lenient_base64(bytes(chunk))
    if not content and body.strip():
        return body, "base64_broken"
    return bytes(content), "base64_broken"


def _stops_short(body: bytes) -> bool:
    """Tell whether base64 at the end of a file was cut: its last line is short, and neither padded nor ended."""
    lines = body[-400:].splitlines()
    return len(lines) > 1 and not body.endswith((b"\n", b"=")) and len(lines[-1]) < len(lines[-2])


_NOISE: Final = bytes(set(range(256)) - set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="))
