"""Statement files: which layout a file has, and its lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from okawari.domain.money import Money
from okawari.domain.problem import Problem
from okawari.domain.statement import LineKind, StatementLine

_LOOK_WITHIN = 12  # rows; preambles of cards are shorter
_SUMMARY = re.compile(r"合計|総額|小計|お支払日|残高|ご利用明細|\*{3,}|様$|変換レート|換算")
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{2})[年/.-](?P<month>\d{1,2})[月/.-](?P<day>\d{1,2})日?(?:[ T].*)?|(?P<plain>\d{8})"
)
_AMOUNT = re.compile(
    r"(?P<minus>[-−▲△(]?)\s*[¥\\]?\s*(?P<minus2>[-−▲△]?)(?P<digits>\d{1,3}(?:,\d{3})+|\d+)\s*円?\s*(?P<after>[-)]?)"
)
_REFUND_WORDS = re.compile(
    r"返金|払戻|取消|返品|ヘンキン|ヘンピン|トリケシ|キャンセル|キヤンセル|REFUND", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one export writes its lines; a layout stands as data in a source's folder.

    `header` are cells that its heading row must hold (normalised), or empty for a file without a heading, whose rows
    then have `width` cells and a first row matching `owner`. Columns are heading names, or numbers where there is no
    heading. `charge` and `refund` are amount columns; `negative` says what a negative charge is. `kinds` are
    (column, pattern, kind) tests that decide first; `by_card` renames the source by words in the owner row.
    """

    source: str
    header: tuple[str, ...] = ()
    owner: str = ""
    width: int = 0
    date: str
    merchant: tuple[str, ...]
    charge: str
    refund: str = ""
    refund_needs_words: bool = False
    negative: str = "refund"
    positive: str = "charge"
    note: str = ""
    kinds: tuple[tuple[str, str, str], ...] = ()
    by_card: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Found:
    layout: Layout
    columns: dict[str, int]
    source: str
    pending: list[tuple[int, list[str]]] = field(default_factory=list)


def read_statement(
    rows: Iterable[tuple[int, list[str]]], file: str, layouts: Sequence[Layout]
) -> Iterator[StatementLine | Problem]:
    """Yield the lines of a statement and what could not be read; one Problem `unknown_layout` where none fits."""
    found: _Found | None = None
    looked: list[tuple[int, list[str]]] = []
    for number, cells in rows:
        if found is None:
            looked.append((number, cells))
            found = _find(looked, layouts)
            if found is None:
                if len(looked) >= _LOOK_WITHIN:
                    break
                continue
            for pending_number, pending in found.pending:
                yield from _line(found, pending_number, pending, file)
            continue
        yield from _line(found, number, cells, file)
    if found is None:
        heading = max((cells for _, cells in looked), key=len, default=[])
        yield Problem("unknown_layout", file, ",".join(heading)[:120])


def plain(text: str) -> str:
    """Return a cell as headings and wordings are compared: NFKC, without spaces."""
    return text.strip() if text.isascii() else "".join(unicodedata.normalize("NFKC", text).split())


def signed_yen(text: str) -> Decimal | None:
    """Return the amount in a cell with its sign (▲ △ − - ( ) mean minus), None where it holds none."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    match = _AMOUNT.fullmatch(folded.strip())
    if match is None:
        return None
    digits = Decimal(match["digits"].replace(",", ""))
    return -digits if match["minus"] or match["minus2"] or match["after"] else digits


def statement_date(text: str) -> date | None:
    """Return the date in a cell (2026/7/4, 26/07/04, 2026-07-04, 2026年7月4日, 20260704), None where it holds none."""
    match = _DATE.fullmatch(text.strip() if text.isascii() else unicodedata.normalize("NFKC", text).strip())
    if match is None:
        return None
    if match["plain"]:
        year, month, day = int(text.strip()[:4]), int(text.strip()[4:6]), int(text.strip()[6:])
    else:
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _find(looked: list[tuple[int, list[str]]], layouts: Sequence[Layout]) -> _Found | None:
    names = [plain(cell) for cell in looked[-1][1]]
    for layout in layouts:
        if layout.header and all(_column(names, wanted) is not None for wanted in layout.header):
            columns = {name: at for name in _wanted(layout) if (at := _column(names, name)) is not None}
            return _Found(layout, columns, layout.source)
    for layout in layouts:
        if not layout.header and len(looked) == 1:
            found = _find_headless(layout, looked[0])
            if found:
                return found
    return None


def _find_headless(layout: Layout, first: tuple[int, list[str]]) -> _Found | None:
    columns = {name: int(name) for name in _wanted(layout)}
    text = plain(",".join(first[1]))
    if layout.owner:
        if re.search(layout.owner, text) is None:
            return None
        renamed = next((source for words, source in layout.by_card if plain(words) in text), layout.source)
        return _Found(layout, columns, renamed)
    if len(first[1]) == layout.width and statement_date(first[1][int(layout.date)]):
        return _Found(layout, columns, layout.source, [first])
    return None


def _wanted(layout: Layout) -> list[str]:
    named = [layout.date, *layout.merchant, layout.charge, layout.refund, layout.note]
    return [name for name in (*named, *(column for column, _, _ in layout.kinds)) if name]


def _column(names: Sequence[str], wanted: str) -> int | None:
    return next((at for at, name in enumerate(names) if name == wanted or name.startswith(f"{wanted}(")), None)


def _line(found: _Found, number: int, cells: list[str], file: str) -> Iterator[StatementLine | Problem]:
    layout, columns = found.layout, found.columns
    value = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
    on = statement_date(value[layout.date])
    if on is None:
        text = plain(",".join(cells))
        if re.search(r"\d", text) and not _SUMMARY.search(text) and cells[0].strip():
            yield Problem("row_without_date", f"{file}:{number}", text[:120])
        return
    merchant = next((value[name].strip() for name in layout.merchant if value.get(name, "").strip(" -")), "")
    amount, kind = _amount(layout, value, merchant)
    if amount is None:
        yield Problem("row_without_amount", f"{file}:{number}", plain(",".join(cells))[:120])
        return
    if amount == 0:
        return
    yield StatementLine(
        on=on,
        merchant=merchant,
        amount=Money(abs(amount)),
        kind=kind,
        source=found.source,
        file=file,
        row=number,
        note=value.get(layout.note, "").strip(),
    )


def _amount(layout: Layout, value: dict[str, str], merchant: str) -> tuple[Decimal | None, LineKind]:
    charge = signed_yen(value[layout.charge])
    refund = signed_yen(value[layout.refund]) if layout.refund else None
    if refund and not charge:
        worded = not layout.refund_needs_words or _REFUND_WORDS.search(plain(" ".join((merchant, *value.values()))))
        amount, kind = refund, LineKind.REFUND if worded else LineKind.OTHER
    elif charge is None:
        return None, LineKind.OTHER
    else:
        amount, kind = charge, LineKind(layout.negative if charge < 0 else layout.positive)
    for column, pattern, wanted in layout.kinds:
        if re.search(pattern, plain(value.get(column, ""))):
            return amount, LineKind(wanted)
    return amount, kind
