"""Answers of look-up services about parcels: JSON with the events of several carriers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from okawari.domain.japan_time import in_japan
from okawari.domain.message import ParcelEvent
from okawari.domain.tracking.look import Found, Outcome, Scan
from okawari.domain.tracking.tracker import Answer, NotSeenError
from okawari.reading.answers import UnreadableAnswerError, table


def answer_table(answer: Answer) -> Mapping[str, Any]:
    """Return the outer table of an answer; NotSeenError where it is none."""
    try:
        return table(answer.body)
    except UnreadableAnswerError:
        raise NotSeenError(Outcome.PAGE_CHANGED) from None


def moment(text: str) -> tuple[datetime | None, bool]:
    """Return a moment as Japan's clock shows it, and whether a time of day was given; one without a zone is local."""
    try:
        at = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None, False
    return (in_japan(at), "T" in text or " " in text) if at else (None, False)


def found_with(scans: tuple[Scan, ...], stands: ParcelEvent) -> Found:
    """Return events as a record whose last line is where the service says that the parcel `stands`."""
    if not scans:
        raise NotSeenError(Outcome.NO_DATA_YET)
    outcome = Outcome.ANNOUNCED if stands is ParcelEvent.ANNOUNCED else Outcome.SCANNED
    return Found(outcome=outcome, scans=(*scans[:-1], replace(scans[-1], event=stands)))


def in_time_order(scans: Iterable[Scan]) -> tuple[Scan, ...]:
    """Return events in the order of time, those without a time first."""
    return tuple(sorted(scans, key=lambda scan: scan.at.timestamp() if scan.at else 0.0))
