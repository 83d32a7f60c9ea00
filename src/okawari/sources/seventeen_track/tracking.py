"""17TRACK's API v2.4: what is known is asked first, as that is free; a number that is not known there is registered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from okawari.domain.tracking.look import Found, Outcome, Scan
from okawari.domain.tracking.tracker import Ask, Asking, LookedFor, NotSeenError, event_in
from okawari.reading.answers import UnreadableAnswerError, inner, rows, whole, words
from okawari.reading.parcel_answers import answer_table, found_with, in_time_order, moment

URL = "https://api.17track.net/track/v2.4"
_NOT_KNOWN_THERE = -18019902
_OUTCOMES = {
    -18019903: Outcome.CARRIER_UNKNOWN,
    -18019907: Outcome.QUOTA,
    -18019908: Outcome.QUOTA,
    -18019909: Outcome.NO_DATA_YET,
}
_NOTHING = "NotFound"


def look(wanted: LookedFor, ask: Ask) -> Found:
    """Return the record of a number as 17TRACK has it."""
    accepted, code = _asked("gettrackinfo", wanted, ask)
    if accepted is not None:
        return _found(inner(accepted, "track_info"), wanted)
    if code == _NOT_KNOWN_THERE:
        registered, code = _asked("register", wanted, ask)
        if registered is not None:
            raise NotSeenError(Outcome.NO_DATA_YET)
    raise NotSeenError(_OUTCOMES.get(code or 0, Outcome.PAGE_CHANGED), str(code or ""))


def _asked(what: str, wanted: LookedFor, ask: Ask) -> tuple[Mapping[str, Any] | None, int | None]:
    """Return what was accepted of the one number, else the code by which it was rejected."""
    asking = Asking(
        url=f"{URL}/{what}",
        is_page=False,
        headers=(("17token", wanted.keys["17track.key"]),),
        json=json.dumps([{"number": wanted.parcel.number}]).encode(),
    )
    data = inner(answer_table(ask(asking)), "data")
    try:
        mine = [row for row in rows(data, "accepted") if words(row, "number") == wanted.parcel.number]
        refused = [whole(inner(row, "error"), "code") for row in rows(data, "rejected")]
    except UnreadableAnswerError:
        raise NotSeenError(Outcome.PAGE_CHANGED) from None
    return (mine[0], None) if mine else (None, refused[0] if refused else None)


def _found(info: Mapping[str, Any], wanted: LookedFor) -> Found:
    status = words(inner(info, "latest_status"), "status")
    if status == _NOTHING:
        return Found(outcome=Outcome.NOT_REGISTERED)
    if status not in wanted.words:
        raise NotSeenError(Outcome.PAGE_CHANGED, status)
    return found_with(in_time_order(_scans(info, wanted)), wanted.words[status])


def _scans(info: Mapping[str, Any], wanted: LookedFor) -> Iterator[Scan]:
    try:
        for provider in rows(inner(info, "tracking"), "providers"):
            for event in rows(provider, "events"):
                at, timed = moment(words(event, "time_iso"))
                yield Scan(
                    event=event_in(wanted.words, words(event, "stage")),
                    wording=words(event, "description")[:200],
                    at=at,
                    timed=timed,
                    place=words(event, "location")[:100],
                )
    except UnreadableAnswerError:
        raise NotSeenError(Outcome.PAGE_CHANGED) from None
