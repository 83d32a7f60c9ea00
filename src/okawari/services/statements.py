"""Read statement files: what was charged and what came back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from okawari.domain.problem import Problem
from okawari.domain.statement import StatementLine
from okawari.reading.mail.archive import MEMBER_ERRORS, problem_code
from okawari.reading.mail.intake import Unreadable
from okawari.reading.statement import LOOK_WITHIN, Layout, is_statement, read_statement
from okawari.reading.statement_columns import Mapping, Preview, UnusableMappingError, layout_of, preview
from okawari.reading.streams import Readable, Replayed
from okawari.reading.table import UnreadableTableError, rows_in, text_of_start
from okawari.reading.table_files import TableFile, table_files
from okawari.sources.amazon_jp.gift_balance import read_gift_balance
from okawari.sources.statements import layouts

UNKNOWN_LAYOUT = frozenset({"unknown_layout", "statement_column_missing"})
"""Problems that telling the layout mends."""
_MOST_TEXT = 256 * 1024
"""Bytes; pages copied by hand are shorter, and the headings of tables stand within."""


def read_statements(paths: Sequence[str], own: Sequence[Layout] = ()) -> Iterator[StatementLine | Problem]:
    """Yield the lines of each file in input order, and what could not be read in its place.

    A path is a CSV, the copied text of a gift balance's history, a folder or a zip of these, or `-` for standard input.
    `own` are layouts that the person told.
    """
    yield from _read_by(paths, (*layouts(), *own))


def read_told(
    paths: Sequence[str], mapping: Callable[[Preview], Mapping], name: str
) -> tuple[Layout, Iterator[StatementLine | Problem]]:
    """Return the layout that a mapping makes of the first file, and the lines of all files by it.

    UnusableMappingError where the mapping does not fit; its field is "" where the file holds no table at all.
    """
    shown = preview_of(_start_of_first(paths))
    if shown is None:
        raise UnusableMappingError("", "no_table")
    layout = layout_of(shown, mapping(shown), name)
    return layout, _read_by(paths, (layout,))


def read_stream(stream: Readable, name: str, known: Sequence[Layout]) -> Iterator[StatementLine | Problem]:
    """Yield the lines of one file by the first of the known layouts that fits it, as `read_statements` does."""
    try:
        start = start_of(stream)
        history = _history(start, name)
        if history is not None:
            yield from history
        else:
            yield from read_statement(rows_in(Replayed(start, stream)), name, known)
    except UnreadableTableError as error:
        yield Problem(f"statement_{error.code}", f"{name}:{error.row}" if error.row else name)
    except MEMBER_ERRORS as error:
        yield Problem(problem_code(error), name, str(error))


def is_known_statement(start: bytes, name: str, known: Sequence[Layout]) -> bool:
    """Return whether a file is a statement of one of the known layouts, by its start (see `start_of`)."""
    try:
        if _history(start, name) is not None:
            return True
        return is_statement(list(islice(_first_rows(start), LOOK_WITHIN)), known)
    except UnreadableTableError:
        return False


def _first_rows(start: bytes) -> Iterator[list[str]]:
    """Yield the rows of a table's start up to the first that cannot be read, which is told when the whole is read.

    UnreadableTableError where that is the very first.
    """
    any_came = False
    try:
        for _, cells in rows_in(io.BytesIO(start)):
            yield cells
            any_came = True
    except UnreadableTableError:
        if not any_came:
            raise


def preview_of(start: bytes) -> Preview | None:
    """Return the first rows of a table by its start, None where the bytes are none."""
    try:
        return preview(_first_rows(start))
    except UnreadableTableError:
        return None


def start_of(stream: Readable) -> bytes:
    """Return the first bytes of a file, enough to know what it is."""
    blocks: list[bytes] = []
    while (left := _MOST_TEXT - sum(map(len, blocks))) > 0 and (block := stream.read(left)):
        blocks.append(block)
    return b"".join(blocks)


def _read_by(paths: Sequence[str], known: Sequence[Layout]) -> Iterator[StatementLine | Problem]:
    for found in table_files(paths):
        if isinstance(found, Unreadable):
            yield found.problem
        else:
            yield from read_stream(found.stream, found.file, known)


def _start_of_first(paths: Sequence[str]) -> bytes:
    try:
        return next((start_of(found.stream) for found in table_files(paths) if isinstance(found, TableFile)), b"")
    except MEMBER_ERRORS:
        return b""


def _history(start: bytes, name: str) -> tuple[StatementLine | Problem, ...] | None:
    """Return what the copied history of a gift balance says; None for anything else, and for what is too long to be copied."""
    return read_gift_balance(text_of_start(start), name) if 0 < len(start) < _MOST_TEXT else None
