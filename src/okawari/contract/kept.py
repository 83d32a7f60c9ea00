"""The documents of the commands that keep things: `okawari.import/1`, `okawari.read-again/1`."""

from __future__ import annotations

from typing import Any

from okawari.services.importing import ImportReport

Document = dict[str, Any]


def import_document(report: ImportReport) -> Document:
    """Return the document of `okawari import`."""
    return {
        "schema": "okawari.import/1",
        "mails": report.mails,
        "added": report.added,
        "known": report.known,
        "facts": report.facts,
        "orders": list(report.orders),
        "unreadable": [
            {"file": item.file, "code": item.problem.code, "detail": item.problem.detail} for item in report.unreadable
        ],
    }


def read_again_document(mails: int) -> Document:
    """Return the document of `okawari read-again`."""
    return {"schema": "okawari.read-again/1", "mails": mails}
