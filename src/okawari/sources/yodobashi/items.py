"""The item lines of Yodobashi's mails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.reading.amounts import money_in

_BEGIN = re.compile(r"[ \u3000]*・[ \u3000]?「")
_QUANTITY = re.compile(
    r"[ \u3000]*(?:合計)?[ \u3000]*(?P<quantity>\d{1,4})[ \u3000]*点[ \u3000]+(?P<amount>[\d,]+[ \u3000]*円)[ \u3000]*$"
)
_INDENT = re.compile(r"^(?:\u3000\u3000| {2,4})")
_LONGEST_TITLE = 12  # lines; a real title of 300 characters takes six


def items_in(text: str) -> tuple[Item, ...]:
    """Return the items whose title stands in ・「」 and whose count and line total (N 点 M 円) stand below it.

    The amount behind 点 is what the line costs; a unit price is given only where it divides evenly. A title broken at
    the mail's width is joined without a space, because the break falls anywhere, even inside a model number.
    """
    lines = text.splitlines()
    return tuple(_items(lines))


def without_titles(text: str) -> str:
    """Return the text with the lines of titles left empty: what goods are called states nothing about the order."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if _BEGIN.match(line):
            _, end = _title(lines, number)
            lines[number:end] = [""] * (end - number)
    return "\n".join(lines)


def _items(lines: list[str]) -> Iterator[Item]:
    for number, line in enumerate(lines):
        if not _BEGIN.match(line):
            continue
        title, end = _title(lines, number)
        if title is None:
            continue
        quantity, line_total = _count(lines, end)
        yield Item(title=title, quantity=quantity, price=_unit_price(line_total, quantity), line_total=line_total)


def _title(lines: list[str], begin: int) -> tuple[str | None, int]:
    """Return the title that begins on a line, without its brackets, and the line after it."""
    joined = _BEGIN.sub("「", lines[begin], count=1)
    for number in range(begin + 1, min(begin + _LONGEST_TITLE, len(lines) + 1)):
        following = lines[number] if number < len(lines) else ""
        bare = joined.rstrip()
        balanced = bare.count("「") <= bare.count("」")
        if bare.endswith("」") and (balanced or not _INDENT.match(following)):
            return bare[1:-1].strip(), number
        if not following.strip() or _BEGIN.match(following) or _QUANTITY.match(following):
            break
        joined += _INDENT.sub("", following)
    return None, begin + 1


def _count(lines: list[str], start: int) -> tuple[int | None, Money | None]:
    for line in lines[start:]:
        if _BEGIN.match(line) or line.startswith(("【", "◎", "・配達料金")):
            break
        found = _QUANTITY.match(line)
        if found:
            return int(found["quantity"]), money_in(found["amount"])
    return None, None


def _unit_price(line_total: Money | None, quantity: int | None) -> Money | None:
    if line_total is None or not quantity or line_total.amount % quantity:
        return None
    return Money(line_total.amount / quantity, line_total.currency)
