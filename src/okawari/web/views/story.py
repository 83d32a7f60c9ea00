"""The picture of a case: what happened on which day, today, and when the money is to be back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from okawari.domain.case import Case
from okawari.domain.japan_time import japan_day
from okawari.domain.plan import RefundLeg
from okawari.domain.returns import comes_back
from okawari.web.views.date_bar import Scale
from okawari.web.words import Words


@dataclass(frozen=True, slots=True)
class StoryMark:
    """A day on the picture: `kind` is event, returned, overdue or today; `x` in per cent of its width; `name` in words."""

    kind: str
    x: str
    name: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """Days from left to right; the money is expected between `start` and `start + width` (per cent, "" where nothing is).

    `said` tells all of it in words.
    """

    marks: tuple[StoryMark, ...]
    start: str
    width: str
    said: str


def story_view(case: Case, legs: Sequence[RefundLeg], words: Words) -> StoryView | None:
    """Return the picture of a case with these shares of its money, None where nothing of it has a day."""
    waiting = [leg for leg in legs if not leg.seen and comes_back(leg)]
    starts = [leg.earliest for leg in waiting if leg.earliest]
    ends = [leg.latest for leg in waiting if leg.latest]
    window = (min(starts), max(ends)) if starts and ends else None
    days = [*_happened(case), *_returned(legs)]
    if not days:
        return None
    late = min((leg.overdue_on for leg in waiting if leg.overdue_on), default=None)
    days += [("overdue", "late_from", late)] if late else []
    days = sorted([*days, ("today", "today", words.today)], key=lambda one: one[2])
    ends_of = [on for _, _, on in days] + list(window or ())
    scale = Scale(min(ends_of), max(ends_of))
    marks = tuple(
        StoryMark(kind, scale.place(on), words(f"story_{name}", day=words.day(on))) for kind, name, on in days
    )
    names = [mark.name for mark in marks]
    if window is None:
        return StoryView(marks, "", "", words("comma").join(names))
    expected = words("story_window", first=words.day(window[0]), last=words.day(window[1]))
    return StoryView(marks, scale.place(window[0]), scale.width(*window), words("comma").join([*names, expected]))


def _happened(case: Case) -> Iterator[tuple[str, str, date]]:
    days = {
        "ordered": case.placed_on or case.ordered_on,
        "shipped": case.shipped_at,
        "delivered": case.delivered_at,
        "cancelled": case.cancelled_at,
        "refund": case.refund_issued_on,
    }
    for name, at in days.items():
        if at is not None:
            yield "event", name, japan_day(at) if isinstance(at, datetime) else at


def _returned(legs: Sequence[RefundLeg]) -> Iterator[tuple[str, str, date]]:
    days = [row.on for leg in legs if leg.seen for row in leg.seen.rows]
    if days:
        yield "returned", "returned", max(days)
