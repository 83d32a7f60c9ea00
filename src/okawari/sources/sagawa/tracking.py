"""Sagawa's tracking page as it was before the service was shut down: two tables, the second with the record."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from okawari.domain.tracking.look import Found, Outcome, Scan, outcome_of
from okawari.domain.tracking.tracker import Ask, Asking, LookedFor, event_in
from okawari.reading.parcel_page import instead_of_record, opened, words_in, written_at

URL = "https://k2k.sagawa-exp.co.jp/p/web/okurijosearch.do"
_UNREGISTERED = "お荷物データが登録されておりません"
_WRONG = "お問い合せ送り状NOをお確かめください"
_MARKS = "↓⇒ "
_CELLS = 3


def look(wanted: LookedFor, ask: Ask) -> Found:
    """Return the record of a number."""
    tree = opened(ask(Asking(url=URL, query=(("okurijoNo", wanted.parcel.number),))))
    if words_in(tree.css_first("span.state")) == "該当なし":
        said = words_in(tree.css_first("#list1 tr:nth-child(2)"))
        if _UNREGISTERED in said:
            return Found(outcome=Outcome.NOT_REGISTERED)
        if _WRONG in said:
            return Found(outcome=Outcome.BAD_NUMBER)
    scans = tuple(_scans(tree, wanted))
    if not scans or any(scan.at is None for scan in scans):
        raise instead_of_record(tree)
    return Found(outcome=outcome_of(scans), scans=scans)


def _scans(tree: LexborHTMLParser, wanted: LookedFor) -> Iterator[Scan]:
    tables = tree.css("dd#detail1 table")
    for row in tables[1].css("tr") if len(tables) > 1 else ():
        cells = [words_in(cell) for cell in row.css("td")]
        if len(cells) == _CELLS:
            wording = cells[0].strip(_MARKS)
            at, timed = written_at(cells[1], wanted.now)
            yield Scan(event=event_in(wanted.words, wording), wording=wording, at=at, timed=timed, place=cells[2])
