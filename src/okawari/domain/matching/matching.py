"""The whole assignment of account rows to the money that is expected back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from okawari.domain.matching.exact import fits, match_exactly
from okawari.domain.matching.ledger import BILLED_WITHIN, Charge, Expected, Ground, Match, Matched, Open, Question, Row
from okawari.domain.matching.sums import match_sums


def match_ledger(
    expected: Iterable[Expected], rows: Iterable[Row], bills: Iterable[Charge] = (), prices: Iterable[Charge] = ()
) -> Matched:
    """Return which rows are the money that was expected, and what only the person can tell.

    Rows that name their order come first, then those of the very amount, then sums of what is left. A match is taken
    only where no other explanation is as good. `bills` are rows of money going out, `prices` what orders should have
    been billed: of these, a refund may have been taken off. A doubted row is only taken where it names its order.
    """
    open_ = Open(expected, rows)
    _match_named(open_)
    match_exactly(open_)
    match_sums(open_, *_unexplained(list(bills), list(prices)))
    _ask_about_strangers(open_)
    return Matched(
        tuple(open_.matches),
        tuple(
            Question(expected=key, choices=tuple(open_.choices[key])) for key in open_.expected if key in open_.choices
        ),
    )


def _match_named(open_: Open) -> None:
    """Take rows that name the order of what is expected, where they come to the very amount."""
    named: defaultdict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in open_.rows.values():
        if row.order:
            named[row.payee, row.order, row.currency].append(row)
    wanted: defaultdict[tuple[str, str, str], list[Expected]] = defaultdict(list)
    for one in open_.expected.values():
        for key in ((one.payee, one.order, one.currency), (_nobodys(one.payee), one.order, one.currency)):
            if key in named:
                wanted[key].append(one)
    for key, ones in wanted.items():
        if len(ones) == 1 and ones[0].key in open_.expected:
            _take_named(open_, ones[0], [row for row in named[key] if fits(ones[0], row)])


def _ask_about_strangers(open_: Open) -> None:
    """Ask about rows of the very amount whose wording is of no known merchant, where nobody knows how the payee is written."""
    strange: defaultdict[tuple[str, int, str], list[Row]] = defaultdict(list)
    for row in open_.rows.values():
        if row.payee.startswith("/"):
            strange[row.payee, row.amount, row.currency].append(row)
    for one in open_.expected.values():
        if one.unnamed and one.key not in open_.choices:
            for row in strange.get((_nobodys(one.payee), one.amount, one.currency), ()):
                if fits(one, row):
                    open_.ask(one.key, (row.key,))


def _nobodys(payee: str) -> str:
    """Return the payee of a row on the same kind of account whose wording is of no known merchant."""
    return "".join(payee.partition("/")[1:])


def _take_named(open_: Open, one: Expected, rows: list[Row]) -> None:
    exact = [row for row in rows if row.amount == one.amount]
    if len(exact) == 1:
        rows = exact
    if rows and sum(row.amount for row in rows) == one.amount:
        open_.take(Match(expected=(one.key,), rows=tuple(row.key for row in rows), ground=Ground.NAMED))


def _unexplained(bills: list[Charge], prices: list[Charge]) -> tuple[list[Charge], list[Charge]]:
    """Return the bills and the prices that have no partner of the very amount."""
    waiting: defaultdict[tuple[str, int, str], list[Charge]] = defaultdict(list)
    for price in sorted(prices, key=lambda one: one.on, reverse=True):
        waiting[price.payee, price.amount, price.currency].append(price)
    alone = []
    for bill in sorted(bills, key=lambda one: one.on):
        mine = waiting.get((bill.payee, bill.amount, bill.currency), [])
        near = next((p for p in reversed(mine) if timedelta(days=-1) <= bill.on - p.on <= BILLED_WITHIN), None)
        if near is None:
            alone.append(bill)
        else:
            mine.remove(near)
    return alone, [price for left in waiting.values() for price in left]
