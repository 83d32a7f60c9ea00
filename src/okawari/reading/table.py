"""Rows of a CSV file as Japanese banks and cards export them: encoding and delimiter are found, cells are bounded."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_SAMPLE = 256 * 1024
_CELL_LIMIT = 128 * 1024
_LINE_LIMIT = 1024 * 1024
_ENCODINGS = ("utf-8-sig", "cp932", "euc_jis_2004")


class UnreadableTableError(ValueError):
    """The bytes are no text table; `code` says why (`empty`, `binary`, `cell_too_large`), `row` where."""

    def __init__(self, code: str, row: int = 0) -> None:
        """Keep the code and the row."""
        super().__init__(code)
        self.code = code
        self.row = row


def read_rows(path: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of a CSV or TSV file, one by one; UnreadableTableError where it is none.

    OSError where the file cannot be opened. Every line is decoded by itself, so that files pasted together from two
    exports are read; bytes that fit no encoding become U+FFFD.
    """
    with Path(path).open("rb") as file:
        sample = file.read(_SAMPLE)
        file.seek(0)
        encoding = _encoding(sample)
        csv.field_size_limit(_CELL_LIMIT)
        rows = csv.reader(_lines(file, encoding), delimiter=_delimiter(sample.decode(encoding, "replace")))
        try:
            for cells in rows:
                yield rows.line_num, cells
        except csv.Error as error:
            raise UnreadableTableError("cell_too_large", rows.line_num + 1) from error


def _lines(file: BinaryIO, encoding: str) -> Iterator[str]:
    others = [other for other in _ENCODINGS if other != encoding]
    number = 0
    while raw := file.readline(_LINE_LIMIT):
        number += 1
        if len(raw) == _LINE_LIMIT and not raw.endswith(b"\n"):
            raise UnreadableTableError("cell_too_large", number)
        try:
            yield raw.decode(encoding)
        except UnicodeDecodeError:
            yield _decode(raw, others)


def _decode(raw: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp932", "replace")


def _encoding(sample: bytes) -> str:
    if not sample.strip():
        raise UnreadableTableError("empty")
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
