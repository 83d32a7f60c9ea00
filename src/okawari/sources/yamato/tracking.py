"""Yamato's tracking page: one block a number, its present state and the lines of its record, without years."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from okawari.domain.tracking.look import Found, Outcome, Scan, outcome_of
from okawari.domain.tracking.tracker import Ask, Asking, LookedFor, NotSeenError, event_in
from okawari.reading.parcel_page import instead_of_record, opened, words_in, written_at

URL = "https://toi.kuronekoyamato.co.jp/cgi-bin/tneko"
_UNREGISTERED, _WRONG = "伝票番号未登録", "伝票番号誤り"


def look(wanted: LookedFor, ask: Ask) -> Found:
    """Return the record of a number."""
    number = wanted.parcel.number
    tree = opened(ask(Asking(url=URL, form=(("number00", "1"), ("number01", number)))))
    block = _block(tree, number)
    if block is None:
        raise instead_of_record(tree)
    state = words_in(block.css_first(".tracking-invoice-block-state-title"))
    if state == _UNREGISTERED:
        return Found(outcome=Outcome.NOT_REGISTERED)
    if state == _WRONG:
        return Found(outcome=Outcome.BAD_NUMBER)
    scans = tuple(_scan(row, wanted) for row in block.css(".tracking-invoice-block-detail > ol > li"))
    if not state or not scans or not all(scan.wording for scan in scans):
        raise NotSeenError(Outcome.PAGE_CHANGED)
    return Found(outcome=outcome_of(scans), scans=scans)


def _block(tree: LexborHTMLParser, number: str) -> LexborNode | None:
    """Return the block whose title bears this very number."""
    for block in tree.css(".parts-tracking-invoice-block"):
        title = words_in(block.css_first(".tracking-invoice-block-title")).rpartition(":")[2]
        if re.sub(r"\D", "", title) == number:
            return block
    return None


def _scan(row: LexborNode, wanted: LookedFor) -> Scan:
    wording = words_in(row.css_first(".item"))
    at, timed = written_at(words_in(row.css_first(".date")), wanted.now)
    place = words_in(row.css_first(".name"))
    return Scan(event=event_in(wanted.words, wording), wording=wording, at=at, timed=timed, place=place)
