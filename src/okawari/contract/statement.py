"""The document `okawari.statement/1`, row by row, so that a statement of any length needs the same memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from okawari.contract.json_text import json_text
from okawari.contract.values import Document, day, money
from okawari.domain.statement import StatementLine

if TYPE_CHECKING:  # plans are printed without the database's libraries
    from okawari.services.statement_layouts import Layout

SCHEMA = "okawari.statement/1"


def statement_document_text(lines: Iterable[StatementLine]) -> Iterator[str]:
    """Yield the document as JSON text, one piece a row."""
    yield f'{{"schema": "{SCHEMA}", "rows": ['
    for count, line in enumerate(lines):
        yield ("," if count else "") + json_text(row(line))
    yield "]}\n"


def layouts_document(layouts: Iterable[Layout]) -> Document:
    """Return the document `okawari.statement-layouts/1`: the layouts that the person told, with the headings they go by."""
    listed = [{"name": layout.source, "header": list(layout.header)} for layout in layouts]
    return {"schema": "okawari.statement-layouts/1", "layouts": listed}


def row(line: StatementLine) -> Document:
    """Return one row; `amount` is always positive, `kind` gives the direction."""
    return {
        "date": day(line.on),
        "merchant": line.merchant,
        "amount": money(line.amount),
        "kind": line.kind.value,
        "source": line.source,
        "file": line.file,
        "row": line.row,
        "note": line.note,
        "card": line.card,
        "order": line.order or None,
    }
