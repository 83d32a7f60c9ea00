"""Read statement files: what was charged and what came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okawari.domain.problem import Problem
from okawari.domain.statement import StatementLine
from okawari.reading.statement import read_statement
from okawari.reading.table import UnreadableTableError, read_rows
from okawari.sources.statements import layouts


def read_statements(paths: Sequence[str]) -> Iterator[StatementLine | Problem]:
    """Yield the lines of each file in input order, and what could not be read in its place."""
    for path in paths:
        try:
            yield from read_statement(read_rows(path), path, layouts())
        except UnreadableTableError as error:
            yield Problem(f"statement_{error.code}", f"{path}:{error.row}" if error.row else path)
        except OSError as error:
            yield Problem("file_unreadable", path, error.strerror or "")
