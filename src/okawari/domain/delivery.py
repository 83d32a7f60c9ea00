"""When a thing would come: what a page promises, and whether that is earlier than before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """The first and the last day that a page promises, None for what it leaves open; `wording` as it is written.

    `ships` tells that these are days of shipping, not of arrival.
    """

    first: date | None = None
    last: date | None = None
    ships: bool = False
    wording: str = ""


def days_earlier(before: Promise, now: Promise) -> int | None:
    """Return by how many days a promise is earlier than another, negative where it is later, None where nobody can say.

    Last days are compared, and first days where neither promise has a last one. Nothing arrives before it is shipped: an
    arrival in place of a shipping is earlier by at least what lies between it and the first day of that shipping.
    """
    if before.ships == now.ships:
        if before.last and now.last:
            return (before.last - now.last).days
        first_alone = before.first and now.first and not (before.last or now.last)
        return (before.first - now.first).days if first_alone and before.first and now.first else None
    surely = before.ships and before.first and now.last and now.last <= before.first
    return (before.first - now.last).days if surely and before.first and now.last else None
