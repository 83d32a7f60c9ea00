"""Rows of a CSV file as Japanese banks, cards and shops export them: encoding and delimiter are found, cells are bounded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from okawari.reading.streams import Readable, Replayed

_SAMPLE = 256 * 1024
_LIMIT = 128 * 1024
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
"""How the files of Excel begin: of today (a zip), and of before 2007."""
_UTF_8 = "utf-8"
_ENCODINGS = (_UTF_8, "cp932", "euc_jis_2004")
_MARK = "\ufeff"
"""Some programs begin a file of UTF-8 with it. Taken off here, as the codec that does so takes ten times as long for a line."""
_NOT_BY_CHANCE = "\u07ff"
"""Two half-width kana of CP932 can be a character of UTF-8, three and more bytes hardly are."""


class UnreadableTableError(ValueError):
    """The bytes are no text table; `code` says why (`empty`, `spreadsheet`, `binary`, `cell_too_large`, `characters_lost`), `row` where."""

    def __init__(self, code: str, row: int = 0) -> None:
        """Keep the code and the row."""
        super().__init__(code)
        self.code = code
        self.row = row


def rows_in(stream: Readable) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of a CSV or TSV, one by one; UnreadableTableError where the bytes are none.

    Every line is decoded by itself, so that files pasted together from two exports are read; bytes that fit no encoding
    become U+FFFD. A line that is too long is passed over; UnreadableTableError names it, else the first with such bytes, after all
    other rows were given.
    """
    sample = _start(stream)
    encoding = _encoding(sample)
    csv.field_size_limit(_LIMIT)
    lines = _Lines(sample, stream, encoding)
    rows = csv.reader(lines, delimiter=_delimiter(sample.decode(encoding, "replace")))
    try:
        for cells in rows:
            lines.begins_row = True
            if not lines.cut:
                yield lines.number, cells
            lines.cut = False
    except csv.Error as error:
        raise UnreadableTableError("cell_too_large", lines.number) from error
    if lines.too_long:
        raise UnreadableTableError("cell_too_large", lines.too_long)
    if lines.broken:
        raise UnreadableTableError("characters_lost", lines.broken)


def text_of_start(raw: bytes) -> str:
    """Return the text that a file begins with, in the encoding that fits; "" where the bytes are none."""
    try:
        return raw.decode(_encoding(raw), "replace").removeprefix(_MARK)
    except UnreadableTableError:
        return ""


class _Lines:
    """The decoded lines of a table. `number` counts them; `too_long` is the first one passed over, `broken` the first with lost bytes.

    `cut` tells that the row at hand has lost its end to a line that was passed over.
    """

    def __init__(self, sample: bytes, rest: Readable, encoding: str) -> None:
        self._raw = io.BufferedReader(_RawStream(Replayed(sample, rest)), _SAMPLE)
        self._encoding = encoding
        self._tried = (encoding, *(other for other in _ENCODINGS if other != encoding))
        self.number = 0
        self.too_long = 0
        self.broken = 0
        self.cut = False
        self.begins_row = True

    def __iter__(self) -> Iterator[str]:
        while raw := self._raw.readline(_LIMIT):
            self.number += 1
            if len(raw) < _LIMIT or raw.endswith(b"\n"):
                self.begins_row = False
                yield self._decoded(raw).removeprefix(_MARK)
                continue
            self.too_long = self.too_long or self.number
            self._pass_over(raw)
            if not self.begins_row:
                self.cut = True
                yield '"\n'  # ends the cell that is open

    def _pass_over(self, begun: bytes) -> None:
        """Skip to the end of the row, which is where its last quoted cell has ended."""
        quotes = begun.count(b'"') + (not self.begins_row)
        ended = False
        while not (ended and quotes % 2 == 0) and (raw := self._raw.readline(_LIMIT)):
            quotes += raw.count(b'"')
            self.number += ended
            ended = raw.endswith(b"\n")

    def _decoded(self, raw: bytes) -> str:
        try:
            if self._encoding != _UTF_8 and not raw.isascii() and max(text := raw.decode(_UTF_8)) > _NOT_BY_CHANCE:
                return text
        except UnicodeDecodeError:
            pass
        for encoding in self._tried:
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                continue
        self.broken = self.broken or self.number
        return raw.decode("cp932", "replace")


class _RawStream(io.RawIOBase):
    """A stream that the standard library can put a buffer before."""

    def __init__(self, stream: Readable) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        block = self._stream.read(len(buffer))
        buffer[: len(block)] = block
        return len(block)


def _start(stream: Readable) -> bytes:
    blocks = []
    left = _SAMPLE
    while left > 0 and (block := stream.read(left)):
        blocks.append(block)
        left -= len(block)
    return b"".join(blocks)


def _encoding(sample: bytes) -> str:
    if not sample.strip():
        raise UnreadableTableError("empty")
    if sample.startswith(_SPREADSHEETS) and (b"[Content_Types].xml" in sample or not sample.startswith(b"PK")):
        raise UnreadableTableError("spreadsheet")
    if b"\x00" in sample:
        raise UnreadableTableError("binary")
    whole_lines = sample[: sample.rfind(b"\n") + 1] or sample
    for encoding in _ENCODINGS:
        try:
            whole_lines.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "cp932"


def _delimiter(text: str) -> str:
    lines = text.splitlines()[:12]
    tabs = sum(line.count("\t") for line in lines)
    return "\t" if tabs > sum(line.count(",") for line in lines) else ","
