"""Items of the receipts and shipping notes of 2012 to 2024: a title, and the amount beside or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.sources.amazon_jp.lines import amount_in, bare_count, is_rule, is_url, order_numbers, plain, without_urls

SHIPMENT = re.compile(r"発送の詳細")
_OPENS = re.compile(r"注文日 ?:.*|注文内容|発送の詳細 ?:?|(?P<seller>.+?)の商品 ?:|(?:領収書/)?購入明細書")
_CLOSES = re.compile(
    r"(?:商品の)?小計 ?:.*|注文合計 ?:.*|合計(?:金額)?(?:\([^)]*\))? ?(?::.*)?|注文番号 ?:?|お届け先 ?:.*|支払い方法.*"
)
_SKIPPED = re.compile(
    r"(?:コンディション|販売(?:元|者)?|出品者|発送元|出荷元|配送(?:オプション)?|お届け予定(?:日)?|注文(?:番号|日)|色|サイズ|カラー) ?:.*"
    r"|(?:新品|中古品?(?: ?- ?.{2,6})?)"
)
_UNREADABLE = re.compile(r"[￥¥\\]")  # an amount that is none: its title must not be joined to the next one
_BESIDE = re.compile(r"(?P<title>\S.*?)(?:[ \u3000]{2,}|[ \u3000]+(?=[￥¥\\]))(?P<amount>[￥¥\\] ?[\d,]+)")
_COUNTED = re.compile(
    r"(?P<title>\S.*?)(?:[ \u3000]+[-－][ \u3000]*|[ \u3000]{2,}|\u3000)(?P<count>[0-9０-９]{1,3})[ ]?点"
)
_INDENT = 3
_TAX = Decimal("0.11")  # shipping notes give the subtotal without tax


@dataclass(frozen=True, slots=True)
class _Row:
    title: str
    count: int
    amount: Money
    marked: str


def items(lines: Sequence[str], sums: Sequence[Money]) -> tuple[Item, ...]:
    """Return the items in the lines of one order; `sums` are the sums that the mail gives for the goods.

    Whether the amount of a line with several pieces is that of one piece or of all is told by the sums; where there are
    none, receipts give the former and shipping notes the latter.
    """
    rows = tuple(_rows(lines))
    by_line: bool | None = any(SHIPMENT.search(line) for line in lines)
    if sums and any(row.count > 1 for row in rows):
        by_line = _amounts_are_of_lines(rows, sums)
    if by_line is None:
        return tuple(Item(title=row.marked) for row in rows)
    return tuple(_item(row, by_line=by_line) for row in rows)


def _item(row: _Row, *, by_line: bool) -> Item:
    if not by_line:
        return Item(title=row.title, quantity=row.count, price=row.amount, line_total=row.amount.times(row.count))
    if row.amount.amount % row.count:
        return Item(title=row.marked, quantity=1, price=row.amount, line_total=row.amount)
    unit = Money(row.amount.amount // row.count, row.amount.currency)
    return Item(title=row.title, quantity=row.count, price=unit, line_total=row.amount)


def _amounts_are_of_lines(rows: Sequence[_Row], sums: Sequence[Money]) -> bool | None:
    """Return whether the amounts are those of whole lines, None where they add up to the sums in neither or either way."""
    by_line = sum(row.amount.amount for row in rows)
    by_piece = sum(row.amount.amount * row.count for row in rows)
    for allowed in (Decimal(0), _TAX):
        fits_line, fits_piece = (
            any(abs(mine - said.amount) <= allowed * said.amount for said in sums) for mine in (by_line, by_piece)
        )
        if fits_line != fits_piece:
            return fits_line
    return None


def _rows(lines: Sequence[str]) -> Iterator[_Row]:
    title: list[str] = []
    count: int | None = None
    for line in _goods(lines):
        beside = _BESIDE.fullmatch(line.strip())
        amount = amount_in(beside["amount"] if beside else line)
        if amount is not None:
            if beside:
                title.append(beside["title"])
            if title:
                yield _row(title, count, amount)
            title, count = [], None
        elif _UNREADABLE.match(line.strip()):
            title, count = [], None
        elif title and (said := bare_count(line)) is not None:
            count = said
        elif _indent(line) >= _INDENT:
            title.append(without_urls(line.strip()))


def _goods(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines between a heading and the sums that can be titles, counts or amounts."""
    reading = False
    for line in lines:
        text = plain(line)
        if _OPENS.fullmatch(text):
            reading = True
        elif reading and (is_rule(line) or _CLOSES.fullmatch(text)):
            reading = False
        elif reading and text and not (is_url(line) or order_numbers(text) or _SKIPPED.fullmatch(text)):
            yield line


def _row(parts: Sequence[str], count: int | None, amount: Money) -> _Row:
    title = parts[0]
    for part in parts[1:]:
        title += (" " if title[-1:].isascii() and part[:1].isascii() else "") + part
    counted = _COUNTED.fullmatch(title) if count is None else None
    if counted is None:
        return _Row(title, count or 1, amount, title)
    return _Row(counted["title"], int(plain(counted["count"])), amount, title)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \u3000"))
