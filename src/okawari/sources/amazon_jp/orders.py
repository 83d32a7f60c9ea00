"""The orders of a mail: which lines belong to which, and what each one says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote

from okawari.domain.mail import Link
from okawari.domain.message import Item, OrderPart
from okawari.domain.money import Money
from okawari.domain.problem import Problem
from okawari.reading.amounts import money_in
from okawari.reading.dates import date_in
from okawari.reading.labels import labelled
from okawari.sources.amazon_jp import digital, layout_2025, layout_legacy, layout_oldest
from okawari.sources.amazon_jp.delivery import release_in, window_in
from okawari.sources.amazon_jp.letter import Letter
from okawari.sources.amazon_jp.lines import amount_in, is_starred, is_url, order_numbers, plain, without_urls
from okawari.sources.amazon_jp.payments import payments_in
from okawari.sources.amazon_jp.products import is_cut, with_numbers
from okawari.sources.amazon_jp.seller import only, sellers_in, shippers_in

_TOTALS = (
    r"(?:この)?(?:ご?注文の?)(?:合計|総額|金額)(?:金?額)?(?:[ \u3000]?[（(]税込み?[）)])?",
    r"(?:総)?合計(?:金?額)?(?:[ \u3000]?[（(]税込み?[）)])?(?=[ \u3000]*(?:[:：￥¥\\]|\*?$|[ \u3000]))",
    r"ご?請求(?:金?額|合計)|お支払い?(?:合計|総額|金額)(?:[ \u3000]?[（(]税込み?[）)])?",
)
_SUBTOTAL = r"(?:商品の)?小計"
_SHIPPING = r"配送料[・および及び]*手数料|配送料"
_ORDERED_ON = r"ご?注文日(?:時)?"
_IN_LINK = re.compile(r"order-?id=((?:\d{3}|[DPS]\d{2})-\d{7}-\d{7})", re.IGNORECASE)
MOST_ORDERS = 50  # a real mail names a handful of orders and a few dozen items
_MOST_ITEMS = 200
_LABEL_ONLY = re.compile(r"(?:ご?注文番号|[・■●]|\W)*:?")


class Section(NamedTuple):
    """The lines of one order."""

    number: str
    lines: tuple[str, ...]


class Shared(NamedTuple):
    """What a mail says of all its orders."""

    sellers: tuple[str, ...]
    shippers: tuple[str, ...]
    earliest: date | None
    latest: date | None


def sections(letter: Letter) -> tuple[tuple[Section, ...], tuple[str, ...]]:
    """Return the orders with their lines, in order, and the lines that belong to all.

    A mail about one order is that order's as a whole. In others the lines up to the next number belong to a number;
    numbers listed one below the other, as at the top of the mails until 2024, begin no part of their own.
    """
    marks = [(at, number) for at, line in enumerate(letter.lines) for number in _numbers_on(line)]
    numbers = dict.fromkeys([number for _, number in marks] + list(order_numbers(letter.subject)))
    if not numbers:
        numbers = dict.fromkeys(_numbers_in_links(letter.links))
    if len(numbers) == 1:
        return (Section(next(iter(numbers)), letter.lines),), ()
    lines: dict[str, list[str]] = {number: [] for number in islice(numbers, MOST_ORDERS)}
    common = list(letter.lines[: marks[0][0]]) if marks else list(letter.lines)
    for index, (at, number) in enumerate(marks):
        end = marks[index + 1][0] if index + 1 < len(marks) else len(letter.lines)
        listed = index > 0 and marks[index - 1][1] != number and _nothing_between(letter, marks[index - 1][0], at)
        (common if listed else lines.get(number, common)).extend(letter.lines[at:end])
    return tuple(Section(number, tuple(own)) for number, own in lines.items()), tuple(common)


@lru_cache(1024)  # a shop's mails have most lines in common
def _numbers_on(line: str) -> tuple[str, ...]:
    return order_numbers(without_urls(line))


def _nothing_between(letter: Letter, above: int, below: int) -> bool:
    between = letter.lines[above + 1 : below]
    return all(is_url(line) or _LABEL_ONLY.fullmatch(plain(line)) for line in between)


def _numbers_in_links(links: Sequence[Link]) -> list[str]:
    return [number for link in links for number in _IN_LINK.findall(unquote(link.href))]


def read_shared(common: Sequence[str], sent: date | None) -> Shared:
    """Return what the lines that belong to no single order say of all."""
    if not common:  # a mail about one order is that order's as a whole
        return Shared((), (), None, None)
    text = _labels(common)
    return Shared(sellers_in(text), shippers_in(text), *window_in(common, sent))


def read_order(section: Section, letter: Letter, shared: Shared) -> tuple[OrderPart, tuple[Problem, ...]]:
    """Return what the mail says of one order, and what was not clear."""
    text = _labels(section.lines)
    total, problems = _total(text, section.number)
    seller, several_sellers = only(sellers_in(text) or shared.sellers, "seller", section.number)
    shipped_by, several_shippers = only(shippers_in(text) or shared.shippers, "shipper", section.number)
    earliest, latest = window_in(section.lines, letter.sent)
    if latest is None:
        earliest, latest = shared.earliest, shared.latest
    items = items_in(section.lines)
    cut = tuple(Problem("title_cut", section.number, item.title) for item in items if is_cut(item.title))
    part = OrderPart(
        number=section.number,
        items=with_numbers(items, section.lines, letter),
        total=total,
        payments=payments_in(section.lines),
        seller=seller,
        shipped_by=shipped_by,
        ordered_on=next((day for one in labelled(text, _ORDERED_ON) if (day := date_in(one.value, letter.sent))), None),
        delivery_earliest=earliest,
        delivery_latest=latest,
        release_on=release_in(text, letter.sent),
    )
    return part, (*problems, *cut, *several_sellers, *several_shippers)


def _labels(lines: Sequence[str]) -> str:
    """Return the lines that can hold labels: a starred title such as `* 合計: 10桁の電卓` is none."""
    return "\n".join("" if is_starred(line) else line for line in lines)


def items_in(lines: Sequence[str]) -> tuple[Item, ...]:
    """Return the items in the lines of one order, by the first layout that has any."""
    items = (
        layout_2025.items(lines)
        or layout_oldest.items(lines)
        or layout_legacy.items(lines, _sums_of_goods("\n".join(lines)))
        or digital.items(lines)
    )
    return items[:_MOST_ITEMS]


def _total(text: str, where: str) -> tuple[Money | None, tuple[Problem, ...]]:
    """Return the sum to pay, None where there is none; a problem where the mail gives different ones."""
    for label in _TOTALS:
        values = [one.value for one in labelled(text, label)]
        amounts = {amount for value in values if (amount := amount_in(value.strip("* "))) is not None}
        if len(amounts) == 1:
            return amounts.pop(), ()
        if len(amounts) > 1:
            return None, (Problem("total_unclear", where, " / ".join(values)),)
    return None, ()


def _sums_of_goods(text: str) -> tuple[Money, ...]:
    """Return the sums that the goods can add up to: the subtotal, and the total with and without the shipping."""
    total, _ = _total(text, "")
    sums = [amount for one in labelled(text, _SUBTOTAL) if (amount := money_in(one.value)) is not None]
    shipping = next((amount for one in labelled(text, _SHIPPING) if (amount := money_in(one.value)) is not None), None)
    if total is not None and total.amount:
        sums.extend([total, total - shipping] if shipping else [total])
    return tuple(sums)
