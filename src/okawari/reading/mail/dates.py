"""Points in time as mail headers and forwards write them, always with a zone."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_tz
from typing import Final, NamedTuple

from okawari.domain.japan_time import JAPAN

_ZONES: Final = {
    "JST": 9,
    "KST": 9,
    "HKT": 8,
    "SGT": 8,
    "CET": 1,
    "CEST": 2,
    "BST": 1,
    "EET": 2,
    "AEST": 10,
    "AEDT": 11,
}
_YEARS: Final = range(1980, 2101)
_OFFSET: Final = re.compile(r"[+-]\d{4}\b")
_NAMED: Final = re.compile(r"\b(JST|KST|HKT|SGT|CES?T|BST|EET|AE[SD]T|UTC?|GMT|Z|[AECMP][SD]T)\b")
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:[.,]\d{1,9})?\s*(Z|[+-]\d\d:?\d\d)?")
_JAPANESE: Final = re.compile(
    r"(\d{4})\s*[年/.-]\s*(\d{1,2})\s*[月/.-]\s*(\d{1,2})日?\s*(?:[(（]?[月火水木金土日](?:曜日?)?[)）]?)?,?\s*"
    r"(?P<noon>午前|午後|AM|PM)?\s*(\d{1,2})\s*[:時]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2}))?\s*(?P<late>AM|PM)?",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    r"([A-Z][a-z]{2})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4}),?(?: at)? (\d{1,2}:\d\d(?::\d\d)?)\s*([AP]M)?(.{0,12})"
)
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_USUAL: Final = re.compile(
    rf"(?:[A-Z][a-z]{{2}}, )?(\d{{1,2}}) ({'|'.join(_MONTHS)}) ([12]\d{{3}}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)",
    re.ASCII,
)
_LENGTH: Final = 120


class When(NamedTuple):
    """A point in time; `zoned` is false where the text named no zone and Japan's was taken."""

    at: datetime
    zoned: bool


def parse_date(text: str) -> When | None:
    """Return the time that a Date header or a forward's 日時 line names, None where it names none.

    RFC 5322 with its obsolete forms, ISO 8601, 2024年7月3日(水) 11:23, and Mon, Mar 24, 2025 at 6:54 AM. A year outside 1980–2100 is none.
    """
    plain = unicodedata.normalize("NFKC", text[:_LENGTH]).strip()
    try:
        when = _usual(plain) or _iso(plain) or _japanese(plain) or _month_first(plain) or _rfc(plain)
        if when is None or when.at.year not in _YEARS:
            return None
        when.at.astimezone(UTC)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return when


def _usual(text: str) -> When | None:
    """Return what `_rfc` would of a date written as most are; the others are tried one after the other."""
    found = _USUAL.fullmatch(text)
    if found is None:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = found.groups()
    naive = datetime(int(year), _MONTHS.index(month) + 1, int(day), int(hour), int(minute), min(int(second), 59))  # noqa: DTZ001 - the zone follows
    offset = int(hours) * 3600 + int(minutes) * 60
    return _at(naive, -offset if sign == "-" else offset)


def _rfc(text: str) -> When | None:
    parsed = parsedate_tz(text)
    if parsed is None:
        return None
    year, month, day, hour, minute, second = parsed[:6]
    naive = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 - the zone follows
    if _OFFSET.search(text):
        return _at(naive, parsed[9])
    named = _NAMED.search(text.upper())
    if named and named[1] in _ZONES:
        return _at(naive, _ZONES[named[1]] * 3600)
    return _at(naive, parsed[9] if named else None)


def _month_first(text: str) -> When | None:
    """Return the time of `Mon, Mar 24, 2025 at 6:54 AM`, as Gmail and Apple Mail put it into forwards."""
    found = _MONTH_FIRST.search(text)
    if found is None:
        return None
    when = _rfc(f"{found[2]} {found[1]} {found[3]} {found[4]}{found[6]}")
    if when is None or not found[5]:
        return when
    hour = when.at.hour % 12 + (12 if found[5] == "PM" else 0)
    return When(when.at.replace(hour=hour), when.zoned)


def _at(naive: datetime, offset: int | None) -> When:
    if offset is None:
        return When(naive.replace(tzinfo=JAPAN), zoned=False)
    zone = timezone(timedelta(seconds=offset))
    return When(naive.replace(tzinfo=UTC if offset == 0 else zone), zoned=True)


def _iso(text: str) -> When | None:
    found = _ISO.match(text)
    if found is None:
        return None
    naive = datetime(*(int(found[i] or 0) for i in range(1, 7)))  # type: ignore[arg-type] # noqa: DTZ001 - the zone follows
    zone = found[7]
    if not zone:
        return _at(naive, None)
    if zone == "Z":
        return _at(naive, 0)
    sign = -1 if zone[0] == "-" else 1
    return _at(naive, sign * (int(zone[1:3]) * 3600 + int(zone[-2:]) * 60))


def _japanese(text: str) -> When | None:
    found = _JAPANESE.search(text)
    if found is None:
        return None
    hour = int(found[5])
    noon = (found["noon"] or found["late"] or "").upper()
    if noon in {"午後", "PM"} and hour < 12:
        hour += 12
    if noon in {"午前", "AM"} and hour == 12:
        hour = 0
    naive = datetime(int(found[1]), int(found[2]), int(found[3]), hour, int(found[6]), int(found[7] or 0))  # noqa: DTZ001 - Japan's, below
    return _at(naive, None)
