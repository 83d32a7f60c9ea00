"""AfterShip's tracking API of 2026-07: a number that is not there yet is handed in, and seen with the next look."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from okawari.domain.tracking.look import Found, Outcome, Scan
from okawari.domain.tracking.tracker import Ask, Asking, LookedFor, NotSeenError, event_in
from okawari.reading.answers import UnreadableAnswerError, inner, rows, words
from okawari.reading.parcel_answers import answer_table, found_with, in_time_order, moment

URL = "https://api.aftership.com/tracking/2026-07/trackings"
_SLUGS = {
    "yamato": "taqbin-jp",
    "sagawa": "sagawa",
    "japanpost_domestic": "japan-post",
    "japanpost_registered": "japan-post",
    "upu_s10": "japan-post",
}
_NOTHING_YET = frozenset({"Pending", "Expired"})


def look(wanted: LookedFor, ask: Ask) -> Found:
    """Return the record of a number as AfterShip has it."""
    headers = (("as-api-key", wanted.keys["aftership.key"]),)
    number, slug = wanted.parcel.number, _SLUGS.get(wanted.parcel.carrier, "")
    asked = Asking(url=URL, is_page=False, query=(("tracking_numbers", number),), headers=headers)
    data = inner(answer_table(ask(asked)), "data")
    try:
        known = [one for one in rows(data, "trackings") if _is(one, number, slug)]
    except UnreadableAnswerError:
        raise NotSeenError(Outcome.PAGE_CHANGED) from None
    if known:
        return _found(known[0], wanted)
    handed_in = {"tracking_number": number} | ({"slug": slug} if slug else {})
    answer_table(ask(Asking(url=URL, is_page=False, headers=headers, json=json.dumps(handed_in).encode())))
    raise NotSeenError(Outcome.NO_DATA_YET)


def _is(row: Mapping[str, Any], number: str, slug: str) -> bool:
    return words(row, "tracking_number") == number and slug in {"", words(row, "slug")}


def _found(row: Mapping[str, Any], wanted: LookedFor) -> Found:
    tag = words(row, "tag")
    if tag not in wanted.words and tag not in _NOTHING_YET:
        raise NotSeenError(Outcome.PAGE_CHANGED, tag)
    if tag in _NOTHING_YET:
        raise NotSeenError(Outcome.NO_DATA_YET, tag)
    return found_with(in_time_order(_scans(row, wanted)), wanted.words[tag])


def _scans(row: Mapping[str, Any], wanted: LookedFor) -> Iterator[Scan]:
    try:
        for event in rows(row, "checkpoints"):
            at, timed = moment(words(event, "checkpoint_time"))
            yield Scan(
                event=event_in(wanted.words, words(event, "tag")),
                wording=(words(event, "message") or words(event, "raw_tag"))[:200],
                at=at,
                timed=timed,
                place=words(event, "location")[:100],
            )
    except UnreadableAnswerError:
        raise NotSeenError(Outcome.PAGE_CHANGED) from None
