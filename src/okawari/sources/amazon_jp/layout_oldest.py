"""Items of the mails of about 2011: `2 "title"`, and below it the maker, the kind and the price of one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.sources.amazon_jp.lines import amount_in

_OPENS = re.compile(r"[ \u3000]*(?P<count>\d{1,3}) [\"“](?P<rest>.+)")
_CLOSING = ('"', "”")
_PRICE = re.compile(r".*[;；][ \u3000]*(?P<amount>[￥¥\\][ \u3000]*[\d,]+)")
_TITLE_LINES = 4
_LOOK_AHEAD = 4


def items(lines: Sequence[str]) -> tuple[Item, ...]:
    """Return the items in the lines of one order, in order."""
    return tuple(_items(lines))


def _items(lines: Sequence[str]) -> Iterator[Item]:
    for at, line in enumerate(lines):
        opened = _OPENS.fullmatch(line)
        if opened is None:
            continue
        title, end = _title(opened["rest"], lines, at + 1)
        if title is None:
            continue
        count = int(opened["count"])
        price = _price(lines[end : end + _LOOK_AHEAD])
        yield Item(title=title, quantity=count, price=price, line_total=price.times(count) if price else None)


def _price(below: Sequence[str]) -> Money | None:
    for line in below:
        if found := _PRICE.fullmatch(line.rstrip()):
            return amount_in(found["amount"])
        if _OPENS.fullmatch(line):
            break
    return None


def _title(begun: str, lines: Sequence[str], start: int) -> tuple[str | None, int]:
    """Return the title up to its closing quote, which can be on a later line, and the number of the line behind it."""
    title = begun.rstrip()
    for end in range(start, start + _TITLE_LINES):
        if title.endswith(_CLOSING):
            return title[:-1].strip(), end
        if end >= len(lines) or not lines[end].strip():
            break
        part = lines[end].rstrip()
        title += (" " if title[-1].isascii() and part[0].isascii() else "") + part
    return None, start
