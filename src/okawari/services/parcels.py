"""Look at a parcel number: what its form and its check digit prove."""

from __future__ import annotations

from okawari.domain.parcel_number import ParcelFinding, examine
from okawari.rules.loader import rules


def carriers() -> tuple[str, ...]:
    """Return the ids of all carriers that the tracking rules know."""
    return tuple(rule.id for rule in rules("tracking"))


def examine_parcel(number: str, carrier: str | None = None) -> ParcelFinding:
    """Return what the number proves, for one carrier or for all that it fits."""
    return examine(number, rules("tracking"), carrier)
