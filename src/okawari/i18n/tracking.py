"""Looks at a parcel in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from okawari.domain.japan_time import japan_day
from okawari.domain.tracking.look import Look, Scan, Tracked
from okawari.i18n import formats, text


def tracked_lines(tracked: Tracked, locale: str, names: Mapping[str, str], *, fresh: bool = True) -> Iterator[str]:
    """Yield what looks at a parcel showed, line by line; without `fresh` the last look was too short a time ago.

    `names` are those of the trackers by their ids.
    """
    if not fresh and tracked.next_at:
        yield text("parcels.too_soon", locale).format(when=formats.moment(tracked.next_at, locale))
    if tracked.last is None:
        yield text("parcels.never_looked", locale)
        return
    yield look_line(tracked.last, locale, names)
    if not tracked.last.outcome.is_told:
        yield text("parcels.not_against", locale)
        if tracked.told:
            yield look_line(tracked.told, locale, names)
    for scan in tracked.told.scans if tracked.told else ():
        yield f"  {scan_line(scan, locale)}"
    if tracked.closed:
        yield text(f"parcels.closed_{tracked.closed}", locale)
    elif tracked.next_at:
        yield text("parcels.next_at", locale).format(when=formats.moment(tracked.next_at, locale))


def look_line(look: Look, locale: str, names: Mapping[str, str]) -> str:
    """Return what a look came to, when it was and who was asked."""
    when = formats.moment(look.at, locale)
    outcome = text(f"parcels.outcome_{look.outcome}", locale)
    detail = f" [{look.detail}]" if look.detail else ""
    name = names.get(look.tracker, look.tracker)
    asked = text("parcels.looked_at", locale).format(when=when, tracker=name) if name else when
    return f"{outcome}{detail} ({asked})"


def scan_line(scan: Scan, locale: str) -> str:
    """Return a line of a record: when, the carrier's words, and where."""
    when = _when(scan, locale)
    return "  ".join(part for part in (when, scan.wording, scan.place, scan.prefecture) if part)


def _when(scan: Scan, locale: str) -> str:
    if scan.at is None:
        return text("parcels.when_unknown", locale)
    return formats.moment(scan.at, locale) if scan.timed else formats.day(japan_day(scan.at), locale)
