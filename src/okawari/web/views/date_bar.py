"""The bar of days under a share of money: when it can come, when to look, when it is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.plan import RefundLeg

_LEFT, _WIDTH = 2.0, 96.0  # per cent of the picture; marks at the ends stay whole


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


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from left to right: where each stands on a picture, in per cent of its width."""

    first: date
    last: date

    def place(self, on: date) -> str:
        """Return where a day stands."""
        return f"{self._at(on):.2f}%"

    def width(self, start: date, end: date) -> str:
        """Return how wide a span of days is; one of a single day is seen too."""
        return f"{max(self._at(end) - self._at(start), 0.5):.2f}%"

    def _at(self, on: date) -> float:
        return _LEFT + _WIDTH * (on - self.first).days / max((self.last - self.first).days, 1)


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
    scale = Scale(min(known.values()), max(known.values()))
    marks = (Mark(kind, on, scale.place(on)) for kind, on in known.items())
    start, end = known["earliest"], known["latest"]
    return DateBar(scale.place(start), scale.width(start, end), tuple(sorted(marks, key=lambda mark: mark.on)))
