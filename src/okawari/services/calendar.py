"""The days that matter as a calendar file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

from okawari.domain.alarms import Alarm
from okawari.domain.japan_time import japan_day
from okawari.domain.watch.watch import Standing, Watch
from okawari.notify.calendar import Entry, calendar_of
from okawari.services import watching
from okawari.services.following import scheduled
from okawari.store.engine import Store

WatchWords = Callable[[Watch, str, str], tuple[str, str]]
"""The line and the details of a day of a watch: the watch, the title of its page, and `burst` or `until`."""


def calendar_file(
    store: Store,
    on: date,
    name: str,
    words: Callable[[Alarm], tuple[str, str]],
    watch_words: WatchWords,
    *,
    now: datetime,
) -> bytes:
    """Return the calendar of every alarm of the plans of the day, past ones too, and of what watches wait for; `words` are the line and details."""
    entries = [Entry(alarm.key, alarm.on, *words(alarm)) for alarm in scheduled(store, on)]
    return calendar_of((*entries, *_of_watches(store, watch_words)), name, now)


def _of_watches(store: Store, words: WatchWords) -> Iterator[Entry]:
    """Yield when sales and invitations begin that a watch waits for, and the last days of watches."""
    for kept in watching.every(store):
        watch, title = kept.watch, kept.title
        if kept.standing is not Standing.ACTIVE:
            continue
        if watch.burst_at:
            said = words(watch, title, "burst")
            yield Entry(f"burst|{watch.id}", japan_day(watch.burst_at), *said, at=watch.burst_at)
        if watch.until:
            yield Entry(f"until|{watch.id}", watch.until, *words(watch, title, "until"))
