"""The documents of the commands over what is kept: `okawari.import/1`, `okawari.read-again/1`, `okawari.cases/1` and more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okawari.domain.plan import Plan
from okawari.services.backups import Backup
from okawari.services.importing import ImportReport

Document = dict[str, Any]


def import_document(report: ImportReport, orders: Iterable[str]) -> Document:
    """Return the document of `okawari import`; `orders` are those that it told of."""
    return {
        "schema": "okawari.import/1",
        "mails": report.mails,
        "added": report.added,
        "known": report.known,
        "passed_over": report.passed_over,
        "exports": report.exports,
        "exports_added": report.exports_added,
        "statements": report.statements,
        "statements_added": report.statements_added,
        "statement_lines_added": report.statement_lines_added,
        "facts": report.facts,
        "orders": list(orders),
        "unreadable": [
            {"file": item.file, "code": item.problem.code, "detail": item.problem.detail} for item in report.unreadable
        ],
    }


def read_again_document(mails: int) -> Document:
    """Return the document of `okawari read-again`."""
    return {"schema": "okawari.read-again/1", "mails": mails}


def backup_document(command: str, file: str, done: Backup) -> Document:
    """Return the document of `okawari backup` or `okawari restore`."""
    return {
        "schema": f"okawari.{command}/1",
        "file": file,
        "tables": [{"name": name, "rows": rows} for name, rows in done.tables],
        "left_out": list(done.left_out),
    }


def cases_document(plans: Iterable[Plan]) -> Document:
    """Return the document of `okawari cases`: a line for each order; `okawari case ORDER` tells the rest."""
    return {"schema": "okawari.cases/1", "cases": [_line(plan) for plan in plans]}


def _line(plan: Plan) -> Document:
    case = plan.case
    deadline = min(plan.deadlines, key=lambda deadline: deadline.on, default=None)
    return {
        "order": case.order,
        "other_orders": list(case.other_orders),
        "merchant": case.merchant,
        "state": case.state.value,
        "verdict": case.authenticity.verdict.value,
        "items": [item.title for item in case.items],
        "amount_due": {"amount": case.amount_due.plain(), "currency": case.amount_due.currency}
        if case.amount_due
        else None,
        "next_step": plan.steps[0].code if plan.steps else None,
        "next_deadline": {"what": deadline.what, "on": deadline.on.isoformat()} if deadline else None,
    }
