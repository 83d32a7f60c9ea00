"""Statement files: which layout a file has, and its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import chain, islice

from okawari.domain.account import AccountKind
from okawari.domain.money import Money
from okawari.domain.problem import Problem
from okawari.domain.statement import LineKind, StatementLine
from okawari.reading.statement_cells import (
    card_in,
    has_other_date_order,
    order_in,
    plain,
    says_refund,
    signed_yen,
    statement_date,
)

Rows = Iterable[tuple[int, list[str]]]
LOOK_WITHIN = 12
"""Rows; preambles of cards are shorter."""
MERCHANT_LENGTH = 200
"""Characters that are kept of a name or note; no statement prints more."""
_REMEMBERED = 32_768
_KINDS = {kind.value: kind for kind in LineKind}
_LIKELY = 0.6
"""The share of a layout's heading from which a file without the rest is one that lost a column."""
_SUMMARY = re.compile(r"合計|総額|小計|お支払日|残高|ご利用明細|\*{3,}|様$|変換レート|換算")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one export writes its lines; a layout stands as data in a source's folder, or was told by the person.

    `header` are cells that its heading row must hold (normalised), all of it where it is `exact`; or it is empty for a
    file without a heading, whose rows then have `width` cells and a first row matching `owner`. Columns are heading
    names, or places counted from 0 (`#3`). `charge` and `refund` are amount columns; `negative` says what a negative
    charge is. `adjustment` is a column that corrects an earlier line, where the charge is 0. `other` are columns of
    amounts that are neither a charge nor a refund. `card` is a column with the account. `kinds` are (column, pattern,
    kind) tests that decide first; a fourth value limits one to lines that were of that kind and do not say in words that
    money came back. `by_card` renames the source by words in the owner row. `account` is what kind of account the file is of.
    """

    source: str
    account: AccountKind = AccountKind.CARD
    header: tuple[str, ...] = ()
    exact: bool = False
    owner: str = ""
    width: int = 0
    date: str
    merchant: tuple[str, ...]
    charge: str
    refund: str = ""
    refund_needs_words: bool = False
    adjustment: str = ""
    other: tuple[str, ...] = ()
    negative: str = "refund"
    positive: str = "charge"
    note: str = ""
    card: str = ""
    kinds: tuple[tuple[str, ...], ...] = ()
    by_card: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Found:
    layout: Layout
    columns: dict[str, int]
    source: str
    card: str = ""
    pending: list[tuple[int, list[str]]] = field(default_factory=list)
    last: int = field(init=False)

    def __post_init__(self) -> None:
        """Find the place of the last column."""
        self.last = max(self.columns.values())


def read_statement(rows: Rows, file: str, layouts: Sequence[Layout]) -> Iterator[StatementLine | Problem]:
    """Yield the lines of a statement and what could not be read.

    One Problem `unknown_layout` or `statement_column_missing` where no layout fits, `statement_no_rows` where there is
    nothing below the heading.
    """
    left = iter(rows)
    looked: list[tuple[int, list[str]]] = []
    found: _Found | None = None
    for row in islice(left, LOOK_WITHIN):
        looked.append(row)
        found = _find(looked, layouts)
        if found is not None:
            break
    if found is None:
        yield _unknown([cells for _, cells in looked], file, layouts)
        return
    empty = True
    for number, cells in chain(found.pending, left):
        for one in _lines(found, number, cells, file):
            empty = False
            yield one
    if empty:
        yield Problem("statement_no_rows", file)


def is_statement(looked: Sequence[list[str]], layouts: Sequence[Layout]) -> bool:
    """Return whether a layout fits the first rows of a file."""
    numbered = list(enumerate(looked, 1))
    return any(_find(numbered[: count + 1], layouts) is not None for count in range(len(numbered)))


def _unknown(looked: Sequence[list[str]], file: str, layouts: Sequence[Layout]) -> Problem:
    """Return which column is missing where most of a layout's heading is there, else that the layout is not known."""
    for cells in looked:
        names = [plain(cell) for cell in cells]
        for layout in layouts:
            lacking = _lacking(layout, names)
            if layout.header and not layout.exact and len(lacking) <= len(layout.header) * (1 - _LIKELY):
                return Problem("statement_column_missing", file, ", ".join(lacking))
    heading = max(looked, key=len, default=[])
    return Problem("unknown_layout", file, ",".join(heading)[:120])


def _find(looked: list[tuple[int, list[str]]], layouts: Sequence[Layout]) -> _Found | None:
    names = [plain(cell) for cell in looked[-1][1]]
    for layout in layouts:
        if layout.header and _has_header(layout, names):
            columns = {name: at for name in _wanted(layout) if (at := _column(names, name)) is not None}
            preamble = ",".join(cell for _, cells in looked[:-1] for cell in cells)
            return _Found(layout, columns, layout.source, card_in(preamble))
    for layout in layouts:
        if not layout.header and len(looked) == 1:
            found = _find_headless(layout, looked[0])
            if found:
                return found
    return None


def _has_header(layout: Layout, names: Sequence[str]) -> bool:
    if layout.exact:
        return tuple(names) == layout.header
    return not _lacking(layout, names)


def _lacking(layout: Layout, names: Sequence[str]) -> list[str]:
    needed = dict.fromkeys((*layout.header, layout.date, layout.charge))
    return [wanted for wanted in needed if _column(names, wanted) is None]


def _find_headless(layout: Layout, first: tuple[int, list[str]]) -> _Found | None:
    columns = {name: int(name.removeprefix("#")) for name in _wanted(layout)}
    found = _Found(layout, columns, layout.source)
    if layout.owner:
        return found if _is_owner(found, first[1]) else None
    cells = first[1]
    if len(cells) != layout.width or statement_date(cells[columns[layout.date]]) is None:
        return None
    found.pending = [first]
    return found if signed_yen(cells[columns[layout.charge]]) is not None else None


def _is_owner(found: _Found, cells: list[str]) -> bool:
    """Return whether a row names the owner and the card of the rows that follow, and remember these."""
    text = plain(",".join(cells))
    if not found.layout.owner:
        filled = [cell for cell in cells if cell.strip()]
        card = card_in(filled[0]) if len(filled) == 1 else ""
        found.card = card or found.card
        return bool(card)
    if re.search(found.layout.owner, text) is None:
        return False
    found.source = next((source for words, source in found.layout.by_card if plain(words) in text), found.layout.source)
    found.card = card_in(text)
    return True


def _wanted(layout: Layout) -> list[str]:
    named = [layout.date, *layout.merchant, layout.charge, layout.refund, layout.adjustment, layout.note, layout.card]
    return [name for name in (*named, *layout.other, *(test[0] for test in layout.kinds)) if name]


def _column(names: Sequence[str], wanted: str) -> int | None:
    if wanted.startswith("#"):
        return int(wanted[1:])
    return next((at for at, name in enumerate(names) if name == wanted or name.startswith(f"{wanted}(")), None)


def _lines(found: _Found, number: int, cells: list[str], file: str) -> Sequence[StatementLine | Problem]:
    layout, columns = found.layout, found.columns
    full = cells if len(cells) > found.last else [*cells, *[""] * (found.last + 1 - len(cells))]
    on = statement_date(full[columns[layout.date]])
    if on is None:
        return _undated(found, number, cells, file)
    merchant = _named(found, full)
    moved = _moved(found, full, merchant)
    if not moved:
        return (Problem("row_without_amount", f"{file}:{number}", plain(",".join(cells))[:120]),)
    note = full[columns[layout.note]].strip()[:MERCHANT_LENGTH] if layout.note in columns else ""
    card = full[columns[layout.card]].strip(" -")[:MERCHANT_LENGTH] if layout.card in columns else ""
    card, order = card or found.card, order_in(merchant) or order_in(note)
    name = merchant[:MERCHANT_LENGTH]
    # By place: giving the fields by their names takes twice as long, which shows in a million lines.
    return [
        StatementLine(on, name, _unsigned(amount), kind, found.source, file, number, note, card, order)
        for amount, kind in moved
        if amount
    ]


@lru_cache(maxsize=_REMEMBERED)
def _unsigned(amount: Decimal) -> Money:
    return Money(abs(amount))


def _undated(found: _Found, number: int, cells: list[str], file: str) -> tuple[Problem, ...]:
    """Return what is wrong with a row without a date: nothing where it names a card or sums others up."""
    at, text = found.columns[found.layout.date], plain(",".join(cells))
    cell = cells[at] if at < len(cells) else ""
    if has_other_date_order(cell):
        return (Problem("statement_date_order", f"{file}:{number}", cell.strip()),)
    if _is_owner(found, cells) or not re.search(r"\d", text) or _SUMMARY.search(text) or not cells[0].strip():
        return ()
    return (Problem("row_without_date", f"{file}:{number}", text[:120]),)


def _named(found: _Found, cells: Sequence[str]) -> str:
    for name in found.layout.merchant:
        at = found.columns.get(name)
        if at is not None and (cell := cells[at]).strip(" -"):
            return cell.strip()
    return ""


def _moved(found: _Found, cells: Sequence[str], merchant: str) -> Sequence[tuple[Decimal, LineKind]]:
    """Return what moved by a row: its charge, its refund, or both where it holds both; nothing where it has no amount."""
    layout = found.layout
    charge = signed_yen(cells[found.columns[layout.charge]])
    if charge and not layout.refund and not layout.kinds:
        return ((charge, _KINDS[layout.negative if charge < 0 else layout.positive]),)
    value = {name: cells[at] for name, at in found.columns.items()}
    refund = signed_yen(value[layout.refund]) if layout.refund else None
    adjusted = signed_yen(value.get(layout.adjustment, "")) if layout.adjustment else None
    moved: list[tuple[Decimal, LineKind]] = []
    if charge or (charge is not None and not refund and not adjusted):
        moved.append((charge, _KINDS[layout.negative if charge < 0 else layout.positive]))
    if refund:
        worded = not layout.refund_needs_words or says_refund((merchant, *value.values()))
        moved.append((refund, LineKind.REFUND if worded else LineKind.OTHER))
    elif refund is not None and charge is None:
        moved.append((refund, LineKind.OTHER))
    if adjusted and not charge:
        moved.append((adjusted, LineKind.REFUND if adjusted < 0 else LineKind.OTHER))
    moved += [(amount, LineKind.OTHER) for name in layout.other if (amount := signed_yen(value.get(name, "")))]
    return [(amount, _tested(layout, value, kind)) for amount, kind in moved]


def _tested(layout: Layout, value: dict[str, str], kind: LineKind) -> LineKind:
    for column, pattern, wanted, *only in layout.kinds:
        if only and (kind.value not in only or says_refund(value.values())):
            continue
        if re.search(pattern, plain(value.get(column, ""))):
            return LineKind(wanted)
    return kind
