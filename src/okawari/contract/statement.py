"""The document `okawari.statement/1`, row by row, so that a statement of any length needs the same memory."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from okawari.contract.values import Document, day, money
from okawari.domain.statement import StatementLine

SCHEMA = "okawari.statement/1"


def statement_document_text(lines: Iterable[StatementLine]) -> Iterator[str]:
    """Yield the document as JSON text, one piece a row."""
    yield f'{{"schema": "{SCHEMA}", "rows": ['
    for count, line in enumerate(lines):
        yield ("," if count else "") + json.dumps(row(line), ensure_ascii=False)
    yield "]}\n"


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
