"""The document `okawari.parcel/1`."""

from __future__ import annotations

from okawari.contract.values import Document
from okawari.domain.parcel_number import ParcelFinding
from okawari.i18n import say

SCHEMA = "okawari.parcel/1"


def parcel_document(finding: ParcelFinding, locale: str) -> Document:
    """Return what a parcel number proves; `why` in the language."""
    return {
        "schema": SCHEMA,
        "number": finding.number,
        "valid": finding.valid,
        "carriers": list(finding.carriers),
        "why": [say(one, locale) for one in finding.why],
    }
