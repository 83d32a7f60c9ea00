"""Japan Post's tracking page: a table of the record, whose columns are known by their heads, two rows a line."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from okawari.domain.tracking.look import Found, Outcome, Scan, outcome_of
from okawari.domain.tracking.tracker import Ask, Asking, LookedFor, NotSeenError, event_in
from okawari.reading.parcel_page import instead_of_record, opened, words_in, written_at

URL = "https://trackings.post.japanpost.jp/services/srv/search/direct"
_UNREGISTERED = "お問い合わせ番号が見つかりません"
_WRONG = "お問い合わせ番号の入力桁数に誤りがあります"
_AT, _WORDING, _OFFICE, _PREFECTURE = "状態発生日", "配送履歴", "取扱局", "県名等"


def look(wanted: LookedFor, ask: Ask) -> Found:
    """Return the record of a number."""
    query = (("reqCodeNo1", wanted.parcel.number), ("searchKind", "S002"), ("locale", "ja"))
    tree = opened(ask(Asking(url=URL, query=query)))
    scans = tuple(_scans(tree, wanted))
    if scans:
        return Found(outcome=outcome_of(scans), scans=scans)
    text = words_of(tree)
    if _UNREGISTERED in text:
        return Found(outcome=Outcome.NOT_REGISTERED)
    if _WRONG in text:
        return Found(outcome=Outcome.BAD_NUMBER)
    raise instead_of_record(tree)


def words_of(tree: LexborHTMLParser) -> str:
    """Return all words of a page, run together."""
    return "".join(tree.body.text().split()) if tree.body else ""


def _scans(tree: LexborHTMLParser, wanted: LookedFor) -> Iterator[Scan]:
    for table in tree.css("table.tableType01"):
        rows = [row.css("th,td") for row in table.css("tr")]
        heads = next((found for row in rows if _AT in (found := [words_in(cell) for cell in row])), None)
        if heads is None:
            continue
        if not {_WORDING, _OFFICE, _PREFECTURE} <= set(heads):
            raise NotSeenError(Outcome.PAGE_CHANGED)
        for cells in rows:
            if len(cells) == len(heads) and [words_in(cell) for cell in cells] != heads:
                yield _scan(cells, heads, wanted)


def _scan(cells: list[LexborNode], heads: list[str], wanted: LookedFor) -> Scan:
    said = dict(zip(heads, (words_in(cell) for cell in cells), strict=True))
    at, timed = written_at(said[_AT], wanted.now)
    if at is None or not said[_WORDING]:
        raise NotSeenError(Outcome.PAGE_CHANGED)
    return Scan(
        event=event_in(wanted.words, said[_WORDING]),
        wording=said[_WORDING],
        at=at,
        timed=timed,
        place=said[_OFFICE],
        prefecture=said[_PREFECTURE],
    )
