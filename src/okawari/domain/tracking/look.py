"""One look at a parcel's number: what the carrier's record showed, or why it could not be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from okawari.domain.message import Parcel, ParcelEvent

PAUSE = timedelta(hours=3)
"""The shortest time between two looks at one parcel; after failures it doubles, to a day at most."""
_LONGEST_PAUSE = timedelta(days=1)
FOLLOWED_FOR = timedelta(days=30)
"""So long after the shop's notice a parcel is looked up by itself."""


class Outcome(StrEnum):
    """What a look came to. The first four are the carrier's word; by the others nothing is known of the parcel."""

    SCANNED = "scanned"
    ANNOUNCED = "announced"
    NOT_REGISTERED = "not_registered"
    BAD_NUMBER = "bad_number"

    BLOCKED = "blocked"
    THROTTLED = "throttled"
    CAPTCHA = "captcha"
    MAINTENANCE = "maintenance"
    SUSPENDED = "suspended"
    PAGE_CHANGED = "page_changed"
    TIMEOUT = "timeout"
    NO_ANSWER = "no_answer"
    ROBOTS = "robots"
    NO_KEY = "no_key"
    KEY_REFUSED = "key_refused"
    QUOTA = "quota"
    NO_DATA_YET = "no_data_yet"
    CARRIER_UNKNOWN = "carrier_unknown"
    NOBODY_ASKED = "nobody_asked"

    @property
    def is_told(self) -> bool:
        """Whether the carrier's record was seen: only that may be held against a seller."""
        return self in _TOLD


_TOLD = frozenset({Outcome.SCANNED, Outcome.ANNOUNCED, Outcome.NOT_REGISTERED, Outcome.BAD_NUMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One line of a carrier's record: its own words, when (Japan's clock; `timed` False: the day alone) and where.

    `at` is None where the line names no day that exists. `event` is `unclear` for words that nobody explained to us.
    """

    event: ParcelEvent
    wording: str
    at: datetime | None = None
    timed: bool = True
    place: str = ""
    prefecture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a tracker read: an outcome that is told, and the record's lines in the order of time."""

    outcome: Outcome
    scans: tuple[Scan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A look at a parcel by a tracker; `detail` is what a person may want to know of a failure: a status, a host."""

    at: datetime
    tracker: str
    outcome: Outcome
    scans: tuple[Scan, ...] = ()
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """A parcel as the looks at it left it: the `last` one, the last that was `told`, and when the next may be.

    `next_at` is None where nobody looks any more by itself; `closed` says why (`delivered`, `old`), else "".
    """

    parcel: Parcel
    last: Look | None = None
    told: Look | None = None
    next_at: datetime | None = None
    failures: int = 0
    closed: str = ""

    def after(self, look: Look) -> Tracked:
        """Return the parcel after another look."""
        failures = 0 if look.outcome.is_told else self.failures + 1
        delivered = any(scan.event is ParcelEvent.DELIVERED for scan in look.scans)
        return Tracked(
            parcel=self.parcel,
            last=look,
            told=look if look.outcome.is_told else self.told,
            next_at=look.at + pause_after(failures),
            failures=failures,
            closed="delivered" if delivered else self.closed,
        )


def pause_after(failures: int) -> timedelta:
    """Return how long a parcel is left alone after so many looks in a row that saw nothing."""
    return min(PAUSE * (1 << min(failures, 5)), _LONGEST_PAUSE) if failures else PAUSE


def outcome_of(scans: tuple[Scan, ...]) -> Outcome:
    """Return what lines of a record come to: a parcel that is only announced was not handed over yet."""
    moved = any(scan.event is not ParcelEvent.ANNOUNCED for scan in scans)
    return Outcome.SCANNED if moved else Outcome.ANNOUNCED
