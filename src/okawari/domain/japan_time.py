"""The zone in which shops, banks and the shopper count their days."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

JAPAN = timezone(timedelta(hours=9), "JST")


def in_japan(at: datetime) -> datetime:
    """Return the moment on a Japanese clock; a moment without a zone is taken as one already."""
    return at.replace(tzinfo=JAPAN) if at.tzinfo is None else at.astimezone(JAPAN)


def japan_day(at: datetime) -> date:
    """Return the day in Japan on which `at` falls."""
    return in_japan(at).date()


def noon_of(day: date) -> datetime:
    """Return the moment by which a day is kept of which no hour was told."""
    return datetime.combine(day, time(12), JAPAN)


def day_alone(at: datetime) -> date | None:
    """Return the day where that is all that was told, by `noon_of`. None for a moment."""
    there = in_japan(at)
    return there.date() if there == noon_of(there.date()) else None


def japan_moment(given: str) -> datetime:
    """Return the moment of an ISO 8601 text, one without a zone as Japan's; ValueError where it is none."""
    return in_japan(datetime.fromisoformat(given.strip()))
