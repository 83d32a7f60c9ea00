"""Kept statements as their pages show them, and the layout that a person tells there."""

from __future__ import annotations

from collections.abc import Mapping as Values
from dataclasses import dataclass
from datetime import datetime

from okawari.domain.account import AccountKind
from okawari.domain.statement import LineKind, StatementLine
from okawari.services.keeping_statements import read_unread_statements
from okawari.services.statement_layouts import (
    Layout,
    Preview,
    known_layouts,
    layout_of,
    list_layouts,
    mapping_of,
    remember_layout,
)
from okawari.services.statements import is_known_statement, preview_of
from okawari.store import facts, statement_lines
from okawari.store.engine import Store
from okawari.store.orders import Subject
from okawari.store.statement_lines import KeptFile

LINES_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRead:
    """A kept statement: its file, how many lines it was the first to tell, and the first of these.

    `cases` are the orders that these name and that other evidence knows, with their merchants. `preview` shows its first rows where no layout fits it, and is None for every other.
    """

    file: KeptFile
    count: int
    lines: tuple[StatementLine, ...]
    cases: Values[str, str | None]
    preview: Preview | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsKept:
    """Every kept statement, and the layouts that the person told."""

    files: tuple[KeptFile, ...]
    layouts: tuple[Layout, ...]


def statements_kept(store: Store) -> StatementsKept:
    """Return the kept statements, the first kept first."""
    with store.reading() as transaction:
        files = statement_lines.files(transaction)
    return StatementsKept(files=files, layouts=list_layouts(store))


def statement_read(store: Store, digest: str) -> StatementRead | None:
    """Return one kept statement, None where it is not kept."""
    with store.reading() as transaction:
        file = next((one for one in statement_lines.files(transaction) if one.sha256 == digest), None)
        if file is None:
            return None
        start = next(statement_lines.pieces(transaction, digest), b"")
        known = is_known_statement(start, file.source, known_layouts(transaction))
        lines = tuple(kept.line for kept in statement_lines.first_told_by(transaction, digest, LINES_SHOWN))
        named = [Subject(line.order) for line in lines if line.order]
        return StatementRead(
            file=file,
            count=statement_lines.count(transaction, digest),
            lines=lines,
            cases={fact.order: fact.merchant for fact in facts.about(transaction, named)},
            preview=None if known else preview_of(start),
        )


def tell_layout(
    store: Store,
    shown: Preview,
    columns: Values[str, int],
    negative: LineKind,
    account: AccountKind,
    *,
    name: str,
    now: datetime,
) -> Layout:
    """Keep the layout that the person tells, and read by it what could not be read so far.

    UnusableMappingError where a column does not hold what it should.
    """
    layout = layout_of(shown, mapping_of(columns, shown, negative, account), name)
    remember_layout(store, layout, now)
    read_unread_statements(store)
    return layout
