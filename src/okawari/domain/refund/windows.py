"""From a rule's timing and the day it counts from to days in the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from okawari.domain.business_day import IsHoliday, add_business_days
from okawari.domain.refund.events import Event
from okawari.domain.rule import Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days in Japan: earliest ≤ typical ≤ latest ≤ overdue_on. The last two are our own choice, None where not set."""

    earliest: date
    typical: date
    latest: date
    remind_on: date | None
    overdue_on: date | None


def window_of(timing: Timing, event: Event, is_holiday: IsHoliday) -> Window:
    """Return the window of a rule, counted from the event.

    Hours run from the moment where it is known; where only the day is, the window is stretched over the whole of it.
    Months are calendar months; what comes with a bill typically comes at a month's end. Reminders are calendar days
    and stay where they fall, on holidays too (looking at a statement needs no counter), except that holidays in the
    middle of a window of business days push the reminder to the window's end. Nothing is overdue inside its window.
    """
    earliest, typical, latest = _span(timing, event, is_holiday)
    remind_on = _after(event.day, timing.remind_after_days)
    overdue_on = _after(event.day, timing.overdue_after_days)
    if remind_on and timing.unit == "business_day":
        remind_on = max(remind_on, latest)
    return Window(
        earliest=earliest,
        typical=typical,
        latest=latest,
        remind_on=remind_on,
        overdue_on=max(overdue_on, latest) if overdue_on else None,
    )


def add_months(day: date, count: int) -> date:
    """Return the same day `count` months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _span(timing: Timing, event: Event, is_holiday: IsHoliday) -> tuple[date, date, date]:
    day = event.day
    match timing.unit:
        case "day":
            first, middle, last = (day + timedelta(days=n) for n in (timing.min, timing.typical, timing.max))
        case "business_day":
            first, middle, last = (
                add_business_days(day, n, is_holiday) for n in (timing.min, timing.typical, timing.max)
            )
        case "month":
            first, last = add_months(day, timing.min), add_months(day, timing.max)
            middle = min(month_end(add_months(day, timing.typical)), last)
        case "hour" | "minute":
            step = timedelta(hours=1) if timing.unit == "hour" else timedelta(minutes=1)
            start, end = _bounds(event)
            first, middle, last = (
                (start + step * timing.min).date(),
                (end + step * timing.typical).date(),
                (end + step * timing.max).date(),
            )
        case _:
            message = f"no such unit of time: {timing.unit}"
            raise ValueError(message)
    return first, middle, last


def _bounds(event: Event) -> tuple[datetime, datetime]:
    if isinstance(event.at, datetime):
        return event.at, event.at
    return datetime.combine(event.at, time.min), datetime.combine(event.at, time(23, 59, 59))


def _after(day: date, count: int | None) -> date | None:
    return None if count is None else day + timedelta(days=count)
