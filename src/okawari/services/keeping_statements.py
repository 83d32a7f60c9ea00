"""Keep statements: the bytes of each file once, and each of its lines once however many files hold it."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import IO

from okawari.domain.export_facts import BY_THE_PERSON
from okawari.domain.problem import Problem
from okawari.domain.statement import StatementLine
from okawari.reading.mail.archive import MEMBER_ERRORS, problem_code
from okawari.reading.mail.intake import Unreadable
from okawari.reading.ordinals import Ordinals
from okawari.reading.statement import Layout
from okawari.reading.table_files import TableFile, table_files
from okawari.services.statement_layouts import known_layouts
from okawari.services.statements import is_known_statement, preview_of, read_stream, start_of
from okawari.store import evidence, statement_lines
from okawari.store.engine import Store, Transaction
from okawari.store.found import STATEMENT, found_file

READER = ("statement", 1)
TABLES = (".csv", ".tsv", ".xlsx", ".xls")
"""How the files are called of which the person wants to know why they are no statement."""
_PIECE = 1024 * 1024
_IN_MEMORY = 8 * 1024 * 1024
_BATCH_LINES = 2_000
_LARGE = 1024 * 1024
"""Bytes of a statement from which on it pays to make indexes anew."""
_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStatement:
    """A statement that is kept now, by its digest: how many of its lines are new, and what could not be read in it.

    One that was kept before (`is_new` is False) is not read again.
    """

    sha256: str
    file: str
    is_new: bool
    lines_added: int = 0
    problems: tuple[Problem, ...] = ()


def keep_statements(
    path: str, store: Store, name: str | None = None, *, also_unknown: bool = False
) -> Iterator[KeptStatement | Unreadable]:
    """Keep the statements at or below `path`, shown as `name` in its place, each whole or not at all.

    Files of no known layout are passed over; `also_unknown` keeps tables all the same, to be read once a layout is told.
    """
    with store.reading() as transaction:
        known = known_layouts(transaction)
    for found in table_files([path]):
        if not isinstance(found, TableFile):
            continue
        file = found.file if name is None else found.file.replace(path, name, 1)
        try:
            start = start_of(found.stream)
            unknown = also_unknown and found.base_name.endswith((".csv", ".tsv")) and preview_of(start) is not None
            if is_known_statement(start, file, known) or unknown:
                yield _keep(_Copied(start, found), file, store, known)
        except MEMBER_ERRORS as error:
            yield Unreadable(file, Problem(problem_code(error), file, str(error)))


def why_no_statement(path: str, store: Store, name: str | None = None) -> tuple[Unreadable, ...]:
    """Return why a file that is called a table, and shown as `name` in its place, is no statement; nothing for others."""
    if not path.lower().endswith(TABLES):
        return ()
    with store.reading() as transaction:
        known = known_layouts(transaction)
    for found in table_files([path]):
        if isinstance(found, TableFile):
            file = found.file if name is None else name
            said = next((one for one in read_stream(found.stream, file, known) if isinstance(one, Problem)), None)
            return (Unreadable(file, said),) if said else ()
    return ()


def read_statements_again(store: Store) -> int:
    """Read the lines of every kept statement again, with the layouts of today; return how many files there are."""
    with store.writing() as transaction:
        statement_lines.forget_all(transaction)
        return _read_files(transaction, statement_lines.files(transaction))


def read_unread_statements(store: Store) -> int:
    """Read the kept statements that have told nothing yet, as after a layout was told; return how many there are."""
    with store.writing() as transaction:
        return _read_files(transaction, statement_lines.files(transaction, unread=True))


def forget_statement(store: Store, digest: str) -> bool:
    """Delete a statement and its lines, but for those that other kept statements hold too; return whether it was kept."""
    with store.writing() as transaction:
        if digest not in {file.sha256 for file in statement_lines.files(transaction)}:
            return False
        evidence.forget(transaction, digest)
        _read_files(transaction, statement_lines.files(transaction))
        return True


class _Copied:
    """A file put aside, to be read more than once: in memory where it is small, else on disk."""

    def __init__(self, start: bytes, found: TableFile) -> None:
        self.stream: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with the object
        digest = hashlib.sha256()
        block = start
        while block:
            digest.update(block)
            self.stream.write(block)
            block = found.stream.read(_PIECE)
        self.sha256 = digest.hexdigest()
        self.size = self.stream.tell()

    def again(self) -> IO[bytes]:
        self.stream.seek(0)
        return self.stream


def _keep(copied: _Copied, file: str, store: Store, known: Sequence[Layout]) -> KeptStatement:
    row = found_file(
        b"",
        copied.sha256,
        source=file,
        kind=STATEMENT,
        merchant=None,
        verdict=BY_THE_PERSON.verdict,
        reader=READER,
        facts=(),
    )
    with copied.stream, store.writing() as transaction:
        if not evidence.add(transaction, [row._replace(size=copied.size)], datetime.now(UTC)):
            return KeptStatement(sha256=copied.sha256, file=file, is_new=False)
        whole = copied.again()
        statement_lines.add_pieces(transaction, copied.sha256, iter(lambda: whole.read(_PIECE), b""))
        problems: list[Problem] = []
        with statement_lines.indexed_afterwards(transaction) if copied.size >= _LARGE else nullcontext():
            _add(transaction, copied.sha256, read_stream(copied.again(), file, known), problems)
        added = statement_lines.count(transaction, copied.sha256)
    return KeptStatement(
        sha256=copied.sha256, file=file, is_new=True, lines_added=added, problems=tuple(_bounded(problems, file))
    )


def _read_files(transaction: Transaction, files: Sequence[statement_lines.KeptFile]) -> int:
    known = known_layouts(transaction)
    for file in files:
        stream = _Pieces(statement_lines.pieces(transaction, file.sha256))
        _add(transaction, file.sha256, read_stream(stream, file.source, known), [])
    return len(files)


def _add(
    transaction: Transaction, digest: str, found: Iterable[StatementLine | Problem], problems: list[Problem]
) -> None:
    """Keep the lines among what was found, batch by batch, and collect the rest."""
    rows = _rows(transaction.household, digest, found, problems)
    while batch := list(islice(rows, _BATCH_LINES)):
        statement_lines.add(transaction, batch)


def _rows(
    household: str, digest: str, found: Iterable[StatementLine | Problem], problems: list[Problem]
) -> Iterator[statement_lines.KeptRow]:
    """Yield the lines as rows, each with how many equal ones stand before it: a download of the same days says the same.

    Rows are tuples of plain values, so the garbage collector has nothing to follow in a batch.
    """
    ordinals = Ordinals()
    for one in found:
        if isinstance(one, Problem):
            problems.append(one) if len(problems) <= _MOST_PROBLEMS else None
        else:
            said = statement_lines.said_by(one)
            yield statement_lines.row_of(household, digest, one, said, ordinals.next(said[2], said))


def _bounded(problems: Sequence[Problem], file: str) -> Iterator[Problem]:
    yield from problems[:_MOST_PROBLEMS]
    if len(problems) > _MOST_PROBLEMS:
        yield Problem("statement_more_problems", file)


class _Pieces:
    """The pieces of a kept file as one stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def read(self, size: int, /) -> bytes:
        """Return up to `size` next bytes, none at the end."""
        self._left = self._left or next(self._pieces, b"")
        given, self._left = self._left[:size], self._left[size:]
        return given
