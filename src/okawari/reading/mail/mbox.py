"""The mails of an mbox file, one by one in constant memory (RFC 4155, with the dialects that real files show)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from okawari.reading.bytes_in import places
from okawari.reading.mail.limits import MAIL_BYTES
from okawari.reading.streams import Readable

CHUNK_BYTES = 256 * 1024  # stays in a processor's own cache
LOOKAHEAD_BYTES = 2048

_POSTMARK = re.compile(rb"From [^\n]{0,900}\d:\d\d[^\n]{0,900}\n(?=>?From |[!-9;-~]{1,90}[ \t]*:|\r?\n|\Z)")
_POSTMARKS = re.compile(rb"(?:>?From [^\n]*(?:\n|\Z))*")
_WORD = b"From "
_NEWLINE, _QUOTE = b"\n>"


class MboxMail(
    NamedTuple
):  # made for every mail of a mailbox, most of which nobody reads: half the time of a dataclass
    """One mail of an mbox: its bytes without the `From ` line; `cut` where it was longer than the limit."""

    raw: bytes
    cut: bool = False


def starts_mbox(head: bytes) -> bool:
    """Return whether a file that begins so is an mbox."""
    return _POSTMARK.match(head.lstrip(b"\r\n")) is not None


def split_mbox(stream: Readable, limit: int = MAIL_BYTES) -> Iterator[MboxMail]:
    """Yield the mails of an mbox; of a mail longer than `limit` bytes only its beginning.

    A line that starts with `From ` parts two mails where it holds a time of day and a header field (or nothing) follows;
    a sentence at the start of a line of text does neither.
    """
    buffer, start, search, quoted = b"\n", 0, 1, False
    beginning: bytes | None = None
    while True:
        chunk = stream.read(CHUNK_BYTES)
        buffer, search, start = buffer[start:] + chunk, search - start, 0
        # What is close to the end is decided when the lines that follow are there.
        decided = max(search, len(buffer) - LOOKAHEAD_BYTES) if chunk else len(buffer)
        for at in _words(buffer, search, decided):
            if buffer[at - 1] == _QUOTE:
                quoted = True
            elif buffer[at - 1] == _NEWLINE and _POSTMARK.match(buffer, at):
                yield from _mail(buffer, start, at - 1, beginning, quoted=quoted)
                start, beginning, quoted = at - 1, None, False
        if not chunk:
            yield from _mail(buffer, start, len(buffer), beginning, quoted=quoted)
            return
        search = decided
        if search - start > limit:
            beginning = beginning or buffer[start : start + limit]
            start = search - 1


def unquoted(raw: bytes, *, wholly: bool = False) -> bytes:
    """Return a mail with one `>` taken away, or `wholly` each, where a mailbox file put it before a line's `From `."""
    pieces, kept = [], 0
    for at in _words(raw, 0, len(raw)):
        line = at
        while line and raw[line - 1] == _QUOTE:
            line -= 1
        if line < at and (line == 0 or raw[line - 1] == _NEWLINE):
            pieces.append(raw[kept : line if wholly else at - 1])
            kept = at
    return b"".join((*pieces, raw[kept:])) if pieces else raw


def _words(buffer: bytes, start: int, end: int) -> Iterator[int]:
    """Yield where `From ` begins in `buffer[start:end]`; its last letters may stand behind `end`."""
    yield from places(buffer, _WORD, start, min(end + len(_WORD) - 1, len(buffer)))


def _mail(buffer: bytes, start: int, end: int, beginning: bytes | None, *, quoted: bool) -> Iterator[MboxMail]:
    if beginning is not None:
        buffer, start, end = beginning, 0, len(beginning)
    marks = _POSTMARKS.match(buffer, start + 1, end)
    raw = buffer[marks.end() if marks else start + 1 : end]
    if quoted:
        raw = unquoted(raw)
    if raw.endswith(b"\n\r"):
        raw = raw[:-1]
    if raw and not raw.isspace():
        yield MboxMail(raw, cut=beginning is not None)
