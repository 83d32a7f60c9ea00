"""When to look again: soon where something moves, later where nothing does, and with patience where nobody answers."""

from __future__ import annotations

from datetime import datetime, timedelta

_CALM_AFTER = timedelta(days=1)
_STILL_AFTER = timedelta(days=7)
_LONGEST = timedelta(days=1)
_BURST_BEFORE = timedelta(minutes=2)
_BURST_AFTER = timedelta(minutes=30)
BREAKS_AT = 3
"""Failures of a host in a row after which none of its pages is asked for, for a while."""

_NOT_THE_HOSTS = frozenset(
    (
        "no_feed",
        "feed_entities",
        "keys_missing",
        "robots",
        "terms",
        "not_a_page",
        "too_large",
        "packed_oddly",
        "bad_url",
        "bad_port",
        "no_proxy",
        "no_browser",
    )
)
_OF_THE_PAGE = frozenset({"403", "404", "410"})


def next_look(every: int, now: datetime, changed_at: datetime | None, failures: int) -> datetime:
    """Return when a page is looked at again, not counting the jitter.

    `every` are the least minutes that its watches ask for, `changed_at` when it last said something new. A page that has
    been still for a day is looked at half as often, for a week a quarter; after failures the pause doubles, to a day at most.
    """
    pause = timedelta(minutes=every)
    if failures:
        return now + min(pause * (1 << min(failures, 10)), _LONGEST)
    still = now - changed_at if changed_at else timedelta()
    if still >= _STILL_AFTER:
        pause *= 4
    elif still >= _CALM_AFTER:
        pause *= 2
    return now + max(timedelta(minutes=every), min(pause, _LONGEST))


def burst_look(burst_at: datetime, now: datetime, failures: int) -> datetime | None:
    """Return when to look at the latest because something is said to happen at `burst_at`, None where that is over.

    From two minutes before till half an hour after a page is looked at every minute, after failures every two, four, eight; the
    pause between two requests to its host stays what it is.
    """
    begun = burst_at - _BURST_BEFORE
    if now < begun:
        return begun
    return None if burst_over(burst_at, now) else now + timedelta(minutes=min(1 << failures, 8))


def burst_over(burst_at: datetime, now: datetime) -> bool:
    """Tell whether the time around what begins at `burst_at` is over."""
    return now >= burst_at + _BURST_AFTER


def blames_host(trouble: str, detail: str) -> bool:
    """Tell whether a failure speaks of the whole host: it does not answer, is overloaded, or refuses us."""
    return bool(trouble) and trouble not in _NOT_THE_HOSTS and not (trouble == "status" and detail in _OF_THE_PAGE)


def host_rests(failures: int) -> timedelta:
    """Return for how long a host is left alone after so many failures in a row: from the third on, a minute doubled."""
    if failures < BREAKS_AT:
        return timedelta()
    return min(timedelta(minutes=1 << min(failures - BREAKS_AT, 12)), timedelta(hours=6))
