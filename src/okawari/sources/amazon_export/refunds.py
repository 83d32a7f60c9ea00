"""What was paid back: rows that name the order only, never the item."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from okawari.domain.export import ExportedRefund
from okawari.sources.amazon_export.marketplaces import merchant_of
from okawari.sources.amazon_export.rows import Row, one_version

_REFUND = "refund"
_DONE = "completed"


def refunds_of(number: str, told: Sequence[Row]) -> Iterator[ExportedRefund]:
    """Yield the refunds of one order; rows that several exports repeat count once."""
    for row in one_version(told, _same_refund, _is_completed):
        if (row["type"] or _REFUND).casefold() != _REFUND:
            continue
        yield ExportedRefund(
            file=row.file,
            order=number,
            merchant=merchant_of(row["website"], row["currency"]),
            amount=row.money("amount"),
            at=row.moment("at"),
            created_at=row.moment("created"),
            reason=row["reason"] or "",
            completed=_completed(row),
        )


def digital_refunds_of(number: str, told: Sequence[Row]) -> Iterator[ExportedRefund]:
    """Yield what was paid back for digital goods."""
    for row in one_version(told, _same_refund, _is_processed):
        processed = row["processed"]
        yield ExportedRefund(
            file=row.file,
            order=number,
            merchant=merchant_of(row["website"], row["currency"]),
            amount=row.money("amount"),
            at=row.moment("at"),
            completed=None if processed is None else _is_processed(row),
        )


def _completed(row: Row) -> bool | None:
    said = [status.casefold() for status in (row["status"], row["reversal_status"]) if status is not None]
    return all(status == _DONE for status in said) if said else None


def _is_completed(row: Row) -> bool:
    return _completed(row) is True


def _is_processed(row: Row) -> bool:
    return (row["processed"] or "").casefold() in {"yes", "true", "1"}


def _same_refund(row: Row) -> Hashable:
    amount = (row["amount"] or "").replace(",", "").strip("'")
    return row["created"] or row["at"], amount, row["reversal"], row["title"]
