"""Days that matter as a calendar that other programs subscribe to (RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm as Reminder
from icalendar import Calendar, Event

_DAY = timedelta(days=1)
_IN_THE_MORNING = timedelta(hours=9)
_MOMENT = timedelta(minutes=30)
_BEFORE_MOMENT = timedelta(minutes=-15)
"""Our own choice: a day's reminder comes at nine, a moment takes half an hour and is told a quarter of an hour before."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One day, or a moment `at` that day.

    `key` stays the same when the entry is made anew. `summary` is its line, `details` the rest.
    """

    key: str
    on: date
    summary: str
    details: str = ""
    at: datetime | None = None


def calendar_of(entries: Iterable[Entry], name: str, made_at: datetime) -> bytes:
    """Return the calendar file of the entries, whole days and moments, each with a reminder."""
    calendar = Calendar()
    calendar.add("prodid", "-//Okawari//okawari//JA")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Asia/Tokyo")
    for entry in entries:
        event = Event()
        event.add("uid", f"{hashlib.sha256(entry.key.encode()).hexdigest()[:32]}@okawari")
        event.add("dtstamp", made_at.astimezone(UTC))
        begins, lasts, reminded = (
            (entry.at.astimezone(UTC), _MOMENT, _BEFORE_MOMENT) if entry.at else (entry.on, _DAY, _IN_THE_MORNING)
        )
        event.add("dtstart", begins)
        event.add("dtend", begins + lasts)
        event.add("summary", entry.summary)
        event.add("transp", "TRANSPARENT")
        if entry.details:
            event.add("description", entry.details)
        reminder = Reminder()
        reminder.add("action", "DISPLAY")
        reminder.add("description", entry.summary)
        reminder.add("trigger", reminded)
        event.add_component(reminder)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
