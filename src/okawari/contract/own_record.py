"""The document `okawari.record/1`."""

from __future__ import annotations

from okawari.contract.values import Document, day
from okawari.domain.own_record import OwnRecord
from okawari.i18n import text

SCHEMA = "okawari.record/1"


def record_document(record: OwnRecord, year: int | None, locale: str) -> Document:
    """Return the shopper's own record."""
    return {
        "schema": SCHEMA,
        "year": year,
        "cancels": [
            {"merchant": one.merchant, "year": one.year, "by": {who.value: count for who, count in one.by.items()}}
            for one in record.cancels
        ],
        "undated": record.undated,
        "sellers": [
            {
                "merchant": one.merchant,
                "seller": one.seller,
                "cancels": one.cancels,
                "stockouts": one.stockouts,
                "last": day(one.last),
                "orders": list(one.orders),
                "offered_again": one.again,
            }
            for one in record.sellers
        ],
        "counts": [
            {
                "code": one.code,
                "text": text(f"record.says_{one.code}", locale),
                "rule": one.rule,
                "evidence": one.evidence,
            }
            for one in record.sayings
        ],
    }
