"""The days that matter as a calendar file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from okawari.domain.alarms import Alarm
from okawari.notify.calendar import Entry, calendar_of
from okawari.services.following import scheduled
from okawari.store.engine import Store


def calendar_file(store: Store, on: date, name: str, words: Callable[[Alarm], tuple[str, str]], now: datetime) -> bytes:
    """Return the calendar of every alarm of the plans of the day, past ones too; `words` are its line and details."""
    return calendar_of((Entry(alarm.key, alarm.on, *words(alarm)) for alarm in scheduled(store, on)), name, now)
