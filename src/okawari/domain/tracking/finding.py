"""What is known of one parcel, and how it is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from okawari.domain.japan_time import japan_day
from okawari.domain.message import Parcel
from okawari.domain.phrase import Phrase, PhraseValue, phrase
from okawari.domain.tracking.look import Look, Scan, Tracked

_POST = frozenset({"japanpost_domestic", "japanpost_registered"})


class Finding(StrEnum):
    """What a look says of an order; those from `NOT_YET` on are of a number that is not registered, by how long."""

    MOVING = "moving"
    HELD_UP = "held_up"
    RETURNED = "returned"
    DELIVERED = "delivered"
    DELIVERED_ELSEWHERE = "delivered_elsewhere"
    OTHER_PARCEL = "other_parcel"
    ANNOUNCED = "announced"
    BAD_NUMBER = "bad_number"
    NOT_SEEN = "not_seen"
    NOT_YET = "not_yet"
    LOOK_AGAIN = "look_again"
    ASK_SENDER = "ask_sender"
    GATHER = "gather"
    TOO_OLD = "too_old"


NO_RECORD = frozenset(
    {
        Finding.BAD_NUMBER,
        Finding.OTHER_PARCEL,
        Finding.NOT_YET,
        Finding.LOOK_AGAIN,
        Finding.ASK_SENDER,
        Finding.GATHER,
        Finding.TOO_OLD,
    }
)
"""What says that the carrier has no record of this order's parcel."""

TELLING = frozenset({Finding.OTHER_PARCEL, Finding.BAD_NUMBER, Finding.ASK_SENDER, Finding.GATHER})
"""What a person should hold against the number that the seller gave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What is known of one parcel of an order: the looks at it, what they say, and by which rule.

    `scan` is the last line of its record. `hours` is for how long after the shop's notice the number was not registered.
    """

    tracked: Tracked
    finding: Finding
    rule: str | None = None
    scan: Scan | None = None
    hours: int = 0

    @property
    def parcel(self) -> Parcel:
        """The parcel."""
        return self.tracked.parcel


def record(trace: Trace) -> Phrase:
    """Return what the carrier's record shows of the parcel, in a sentence of facts."""
    look, scan = trace.tracked.told, trace.scan
    values: dict[str, PhraseValue] = {
        "carrier": phrase(f"carriers.{trace.parcel.carrier}"),
        "number": trace.parcel.number,
        "hours": trace.hours,
        "wording": scan.wording if scan else "",
        "when": (scan.at if scan.timed else japan_day(scan.at)) if scan and scan.at else phrase("parcels.when_unknown"),
        "looked": look.at if look else phrase("parcels.when_unknown"),
        "begun": begun_at(look) or phrase("parcels.when_unknown"),
        "place": place_of(scan) or phrase("parcels.place_unknown"),
    }
    return phrase(f"parcels.record_{trace.finding}", **values)


def begun_at(look: Look | None) -> datetime | None:
    """Return when the first line of a record was written."""
    return min((scan.at for scan in look.scans if scan.at), default=None) if look else None


def place_of(scan: Scan | None) -> str:
    """Return where a line of a record was written, "" where it does not say."""
    return " ".join(dict.fromkeys(part for part in (scan.place, scan.prefecture) if part)) if scan else ""


def asks_post_office(trace: Trace) -> bool:
    """Return whether the post office that took the parcel can be asked by now. TRK-UNREG-07."""
    late = trace.finding in {Finding.LOOK_AGAIN, Finding.ASK_SENDER, Finding.GATHER}
    return late and trace.parcel.carrier in _POST
