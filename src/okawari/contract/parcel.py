"""The document `okawari.parcel/1`."""

from __future__ import annotations

from okawari.contract.tracking import tracked
from okawari.contract.values import Document
from okawari.domain.parcel_number import ParcelFinding
from okawari.domain.tracking.look import Tracked
from okawari.i18n import say

SCHEMA = "okawari.parcel/1"


def parcel_document(finding: ParcelFinding, locale: str, looked: Tracked | None = None) -> Document:
    """Return what a parcel number proves, and what looks at it showed; texts in the language."""
    return {
        "schema": SCHEMA,
        "number": finding.number,
        "valid": finding.valid,
        "carriers": list(finding.carriers),
        "why": [say(one, locale) for one in finding.why],
        "tracked": tracked(looked, locale) if looked else None,
    }
