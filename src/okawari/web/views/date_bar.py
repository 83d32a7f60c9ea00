"""The bar of days under a share of money: when it can come, when to look, when it is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.plan import RefundLeg

LEFT, WIDTH = 2.0, 96.0  # per cent of the picture; marks at the ends stay whole


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the bar: `kind` is earliest, typical, latest, remind, overdue or today; `x` in per cent of its width."""

    kind: str
    on: date
    x: str


@dataclass(frozen=True, slots=True)
class DateBar:
    """Days from left to right; the money is expected between `start` and `start + width` (per cent)."""

    start: str
    width: str
    marks: tuple[Mark, ...]


def date_bar(leg: RefundLeg, today: date) -> DateBar | None:
    """Return the bar of a share, None where its days are not known."""
    days = {
        "earliest": leg.earliest,
        "typical": leg.typical,
        "latest": leg.latest,
        "remind": leg.remind_on,
        "overdue": leg.overdue_on,
        "today": today,
    }
    known = {kind: on for kind, on in days.items() if on is not None}
    if not {"earliest", "latest"} <= known.keys():
        return None
    first, last = min(known.values()), max(known.values())
    span = max((last - first).days, 1)

    def place(on: date) -> float:
        return LEFT + WIDTH * (on - first).days / span

    marks = (Mark(kind, on, f"{place(on):.2f}%") for kind, on in known.items())
    start, end = place(known["earliest"]), place(known["latest"])
    return DateBar(f"{start:.2f}%", f"{max(end - start, 0.5):.2f}%", tuple(sorted(marks, key=lambda mark: mark.on)))
