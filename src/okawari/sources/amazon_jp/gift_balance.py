"""The history of the gift card balance, as text copied from its page: tabs or line breaks between its cells.

Known of that page are its columns and some words, not its markup; so a line is a day with what follows it, and one whose
amount or direction is not clear is a problem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from okawari.domain.money import Money
from okawari.domain.problem import Problem
from okawari.domain.statement import LineKind, StatementLine
from okawari.reading.statement_cells import signed_yen, statement_date
from okawari.sources.amazon_jp.lines import order_numbers

SOURCE: Final = "amazon_gift_balance"
MERCHANT: Final = "amazon_jp"
_MOST_CELLS: Final = 8
_ABOUT: Final = re.compile(r"ギフト(?:券|カード)?|gift card", re.IGNORECASE)
_HEADING: Final = re.compile(
    r"(?:利用|残高)履歴|日付\s+(?:説明|内容|詳細|取引)|gift card activity|date\s+description", re.IGNORECASE
)
_CELLS: Final = re.compile(r"\t|\n| {2,}")
_DAY: Final = re.compile(
    r"(?P<numbers>\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?(?:\([月火水木金土日]\))?)(?P<rest>(?: .*)?)"
    r"|(?P<words>(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2}), (?P<year>\d{4}))(?P<behind>(?: .*)?)",
    re.ASCII,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LAST_AMOUNT: Final = re.compile(
    r"(?:^|(?<= ))(?P<amount>[-−+]? ?[¥\\] ?[-−]?[\d,]{1,15}|[-−+] ?[\d,]{1,15}円?|[\d,]{1,15}円)$"
)
_SIGNED: Final = re.compile(r"[-−+]")
_BACK: Final = re.compile(r"返金|払い?戻|返品|キャンセル|refund|return|cancel", re.IGNORECASE)
_SPENT: Final = re.compile(r"利用|使用|適用|支払|購入|applied|payment|purchase|redeemed toward", re.IGNORECASE)
_OTHER: Final = re.compile(
    r"登録|チャージ|追加|受け取|有効期限|期限切れ|失効|譲渡|added|reload|claim|expire|promotion", re.IGNORECASE
)
_TAKEN_BACK: Final = re.compile(r"(?:返金|払い?戻し?)の?(?:取り?消|訂正)|refund revers", re.IGNORECASE)


@dataclass(slots=True)
class _Entry:
    """A day (None for one that no calendar has) and the cells behind it."""

    line: int
    on: date | None
    words: list[str] = field(default_factory=list)
    amounts: list[str] = field(default_factory=list)
    cells: int = 0

    def text(self) -> str:
        return " ".join(self.words)


def read_gift_balance(text: str, file: str) -> tuple[StatementLine | Problem, ...] | None:
    """Return the lines of the history in their order, with what is not clear in its place; None for any other text."""
    folded = unicodedata.normalize("NFKC", text).replace("\r\n", "\n").replace("\r", "\n")
    if not _ABOUT.search(folded):
        return None
    entries = list(_entries(folded))
    signed = sum(bool(_SIGNED.search("".join(entry.amounts))) for entry in entries)
    if not _HEADING.search(folded) and signed * 2 < len(entries):
        return None
    found = tuple(_read(entry, file) for entry in entries)
    return found if any(isinstance(one, StatementLine) for one in found) else None


def _entries(text: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for number, row in enumerate(text.split("\n"), 1):
        for cell in (part.strip() for part in _CELLS.split(row)):
            begun = _begin(cell, number)
            if begun is not None:
                if entry is not None:
                    yield entry
                entry = begun
            elif entry is not None and cell and entry.cells < _MOST_CELLS:
                _take(entry, cell)
    if entry is not None:
        yield entry


def _begin(cell: str, line: int) -> _Entry | None:
    found = _DAY.fullmatch(cell)
    if found is None:
        return None
    entry = _Entry(line, _day(found))
    rest = (found["rest"] or found["behind"] or "").strip()
    if rest:
        _take(entry, rest)
    return entry


def _day(found: re.Match[str]) -> date | None:
    if found["numbers"]:
        return statement_date(found["numbers"])
    month = found["month"][:3].lower()
    try:
        return date(int(found["year"]), _MONTHS.index(month) + 1, int(found["day"]))
    except ValueError:
        return None


def _take(entry: _Entry, cell: str) -> None:
    entry.cells += 1
    if signed_yen(cell) is not None:
        entry.amounts += [cell] if len(entry.amounts) < 2 else []
        return
    closed = bool(entry.amounts) and not order_numbers(cell)
    behind: list[str] = []
    while not closed and (found := _LAST_AMOUNT.search(cell)):
        behind.insert(0, found["amount"])
        cell = cell[: found.start()].strip()
    entry.amounts += behind
    if cell and not closed:
        entry.words.append(cell)


def _read(entry: _Entry, file: str) -> StatementLine | Problem:
    amount = _amount(entry.amounts)
    kind = _kind(amount, entry.text()) if amount else None
    orders = tuple(dict.fromkeys(order_numbers(entry.text())))
    if entry.on is None or amount is None or kind is None or len(orders) > 1:
        said = " ".join((str(entry.on or ""), *entry.words, *entry.amounts))
        return Problem("gift_line_unclear", f"{file}:{entry.line}", said[:120])
    return StatementLine(
        on=entry.on,
        merchant=entry.text()[:200],
        amount=Money(abs(amount[1])),
        kind=kind,
        source=SOURCE,
        file=file,
        row=entry.line,
        order=orders[0] if orders else "",
    )


def _amount(cells: list[str]) -> tuple[str, Decimal] | None:
    """Return the amount that moved, with its sign ("" where none is written): the signed one, else the first; the other is the balance."""
    signed = [cell for cell in cells if _SIGNED.search(cell)]
    if len(cells) > 2 or len(signed) > 1 or not cells:
        return None
    moved = signed[0] if signed else cells[0]
    value = signed_yen(moved.replace(" ", ""))
    if not value:
        return None
    sign = "" if not signed else "-" if value < 0 else "+"
    return sign, value


def _kind(amount: tuple[str, Decimal], words: str) -> LineKind | None:
    """Return the direction where sign and words agree, None where they do not or say nothing."""
    sign, _ = amount
    back, spent, other = (bool(pattern.search(words)) for pattern in (_BACK, _SPENT, _OTHER))
    if _TAKEN_BACK.search(words):
        return LineKind.OTHER if sign == "-" else None
    if sign == "-":
        return LineKind.OTHER if other and not spent else LineKind.CHARGE if not back else None
    if back:
        return LineKind.REFUND if sign == "+" or not (spent or other) else None
    if sign == "+":
        return LineKind.OTHER if not spent or other else None
    return LineKind.CHARGE if spent and not other else LineKind.OTHER if other and not spent else None
