"""Mails whose item lines only this shop writes so: its own layout first, everything else by the careful reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from okawari.domain.mail import Mail
from okawari.domain.merchant import Merchant
from okawari.domain.message import Item, MessageKind, Understanding
from okawari.domain.money import Money
from okawari.reading.amounts import money_in
from okawari.reading.labels import labelled
from okawari.reading.shop_mail.careful import LONGEST_TEXT, read_carefully
from okawari.reading.shop_mail.items import read_items
from okawari.reading.shop_mail.numbers import ORDER_LABEL

_LONGEST_LINE = 600


@dataclass(frozen=True, slots=True)
class ItemLine:
    """How a shop writes an item: a whole line with the groups `title`, `quantity`, `price` and `line` as far as it has them.

    Without `title` it stands on the line above. A `line` without a `price` is only sure to be the line's amount where the
    quantity is one or not said. `within`: only between a line of the first pattern and the next of the second.
    """

    pattern: re.Pattern[str]
    within: tuple[re.Pattern[str], re.Pattern[str]] | None = None


@dataclass(frozen=True, slots=True)
class OwnLayout:
    """A shop's layout: its item lines, and the form of order number that nothing else has."""

    reader: str
    version: int
    items: tuple[ItemLine, ...] = ()
    number: re.Pattern[str] | None = None


def read_with_layout(mail: Mail, merchant: Merchant, layout: OwnLayout) -> Understanding:
    """Return what the careful reading makes of the mail, with the items of the shop's own layout where it has them.

    What goods are called is taken out of the text before anything else is read. Where several orders are named each with
    its goods below it, each gets its own.
    """
    text = mail.text[:LONGEST_TEXT]
    items, rest = _items(text, layout.items)
    said = read_carefully(
        replace(mail, text=rest), merchant, reader=layout.reader, version=layout.version, own_number=layout.number
    )
    if len(said.orders) > 1 and layout.number:
        held = dict(_sections(text, layout))
        return replace(said, orders=tuple(replace(one, items=held.get(one.number, one.items)) for one in said.orders))
    known = items if said.kind is not MessageKind.PARTIALLY_CANCELLED or len(items) == 1 else ()
    return replace(said, orders=tuple(replace(one, items=known) if known else one for one in said.orders))


def _sections(text: str, layout: OwnLayout) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Yield each order number that stands alone behind its label with the items up to the next one."""
    lines = text.splitlines()
    heads = [(said.line, said.value) for said in labelled(text, ORDER_LABEL)]
    ends = [line for line, _ in heads[1:]] + [len(lines)]
    for (start, number), end in zip(heads, ends, strict=False):
        if layout.number and layout.number.fullmatch(number):
            below = "\n".join(lines[start + 1 : end])
            items = _items(below, layout.items)[0] or read_items(below)[0]
            if items:
                yield number, items


def _items(text: str, layouts: Sequence[ItemLine]) -> tuple[tuple[Item, ...], str]:
    lines = text.splitlines()
    for layout in layouts:
        found = list(_found(lines, layout))
        if found:
            taken = {number for _, numbers in found for number in numbers}
            rest = "\n".join("" if number in taken else line for number, line in enumerate(lines))
            return tuple(item for item, _ in found), rest
    return (), text


def _found(lines: Sequence[str], layout: ItemLine) -> Iterator[tuple[Item, tuple[int, ...]]]:
    inside = layout.within is None
    for number, line in enumerate(lines):
        bare = line.strip(" \t\u3000")
        if layout.within and layout.within[inside].search(bare):
            inside = not inside
            continue
        match = layout.pattern.fullmatch(bare) if inside and len(bare) <= _LONGEST_LINE else None
        if match is None:
            continue
        named = match.groupdict()
        above = lines[number - 1].strip(" \t\u3000") if number else ""
        title = (named["title"] or "").strip() if "title" in named else above
        if title:
            quantity = int(named["quantity"]) if named.get("quantity") else None
            price, amount = (money_in(named[one]) if named.get(one) else None for one in ("price", "line"))
            yield _item(title, quantity, price, amount), (number,) if "title" in named else (number - 1, number)


def _item(title: str, quantity: int | None, price: Money | None, amount: Money | None) -> Item:
    if price and quantity:
        fits = price.times(quantity) == amount
        return Item(title=title, quantity=quantity, price=price if fits else None, line_total=amount if fits else None)
    line = amount if quantity in (None, 1) else None
    return Item(title=title, quantity=quantity, price=line if quantity == 1 else None, line_total=line)
