"""The document `okawari.tracking/1`, and how a look at a parcel is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from okawari.contract import values
from okawari.contract.values import Document
from okawari.domain.tracking.finding import Trace
from okawari.domain.tracking.look import Look, Scan, Tracked
from okawari.i18n import text

if TYPE_CHECKING:  # a plan of one mail starts without the database's libraries
    from okawari.services.tracking import Choice

SCHEMA = "okawari.tracking/1"


def tracking_document(chosen: Iterable[Choice], home: str, locale: str) -> Document:
    """Return whom the person lets us ask about parcels, and where their goods go."""
    return {
        "schema": SCHEMA,
        "trackers": [
            {
                "id": one.terms.id,
                "name": one.terms.name_ja if locale == "ja" else one.terms.name_en,
                "on": one.on,
                "keys": list(one.terms.keys),
                "suspended_since": values.day(one.terms.suspended_since),
            }
            for one in chosen
        ],
        "prefecture": home or None,
    }


def tracked(one: Tracked, locale: str) -> Document:
    """Return a parcel as the looks at it left it."""
    return {
        "carrier": one.parcel.carrier,
        "number": one.parcel.number,
        "last": _look(one.last, locale) if one.last else None,
        "told": _look(one.told, locale) if one.told else None,
        "next_at": values.moment(one.next_at),
        "closed": one.closed or None,
    }


def trace(one: Trace, locale: str) -> Document:
    """Return what is known of a parcel of an order."""
    return {**tracked(one.tracked, locale), "finding": one.finding.value, "rule": one.rule}


def _look(look: Look, locale: str) -> Document:
    return {
        "at": values.moment(look.at),
        "tracker": look.tracker or None,
        "outcome": look.outcome.value,
        "text": text(f"parcels.outcome_{look.outcome}", locale),
        "detail": look.detail or None,
        "scans": [_scan(scan) for scan in look.scans],
    }


def _scan(scan: Scan) -> Document:
    return {
        "at": values.moment(scan.at),
        "timed": scan.timed,
        "event": scan.event.value,
        "wording": scan.wording,
        "place": scan.place or None,
        "prefecture": scan.prefecture or None,
    }
