"""Several rows for one refund, several refunds in one row, and refunds set off against a purchase.

What has a row of its own amount is settled before. Of the rest a sum counts only where it is the only one; and where a
sum explains more than such a settled match, that match is open again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol, TypeVar

from okawari.domain.matching.exact import fits
from okawari.domain.matching.ledger import Charge, Ground, Match, Open

PARTS = 6
"""How many parts a sum may have: shipments of one order, orders of one row."""
TOGETHER = timedelta(days=3)
"""Parts of one sum are sent within so many days of each other. An assumption of ours: no source tells."""
CANDIDATES = 24
"""Among how many parts a sum is looked for; where there are more, chance sums are too many to believe one."""
NETTED_WITHIN = timedelta(days=15)
"""How far an order and the bill that a refund was taken off may lie apart. An assumption of ours."""


def match_sums(open_: Open, bills: Sequence[Charge] = (), prices: Sequence[Charge] = ()) -> None:
    """Take sums that can only be so.

    `bills` are rows of money going out that no order explains by itself, `prices` the orders whose own row was not found.
    """
    found = [*_rows_for_one(open_), *_one_for_several(open_), *_netted(open_, bills, prices)]
    claims = Counter(key for match in found for key in _keys(match))
    settled = {key: match for match in open_.matches for key in match.rows}
    doubted = {one.key for one in open_.all_rows.values() if one.doubted} | {one.key for one in bills if one.doubted}
    for match in found:
        rivals = {settled[key] for key in match.rows if key in settled}
        for rival in rivals:
            open_.undo(rival)
        if rivals or not doubted.isdisjoint(match.rows) or any(claims[key] > 1 for key in _keys(match)):
            for key in match.expected:
                open_.ask(key, match.rows)
        else:
            open_.take(match)


def _keys(match: Match) -> tuple[str, ...]:
    return (*match.expected, *match.rows, *match.orders_charged)


def _rows_for_one(open_: Open) -> Iterator[Match]:
    """Yield rows that sum up to one expectation; one of them may be settled already, by its amount alone."""
    may_be = (row for row in open_.all_rows.values() if row.key in open_.rows or open_.by_amount_alone(row.key))
    rows = _by_payee(may_be, lambda row: row.on)
    for one in open_.expected.values():
        listed = rows[one.payee, one.currency]
        first = bisect_left(listed, one.earliest, key=lambda row: row.on)
        last = bisect_right(listed, one.latest, key=lambda row: row.on)
        near = [row for row in listed[first:last] if row.amount < one.amount and fits(one, row)]
        sums = [
            parts
            for parts in _sums(near, one.amount, [row.on for row in near], TOGETHER + one.spread)
            if len({row.account for row in parts}) == 1 and sum(row.key not in open_.rows for row in parts) <= 1
        ]
        clean = [parts for parts in sums if all(row.key in open_.rows for row in parts)]
        for parts in clean or sums:
            yield Match(expected=(one.key,), rows=tuple(row.key for row in parts), ground=Ground.SUM_OF_ROWS)


def _one_for_several(open_: Open) -> Iterator[Match]:
    """Yield expectations that sum up to one row, be it settled already by its amount alone."""
    expected = _by_payee(open_.expected.values(), lambda one: one.earliest)
    longest = max((one.latest - one.earliest for one in open_.expected.values()), default=timedelta())
    for row in open_.all_rows.values():
        if row.key not in open_.rows and not open_.by_amount_alone(row.key):
            continue
        listed = expected[row.payee, row.currency]
        first = bisect_left(listed, row.on - longest, key=lambda one: one.earliest)
        last = bisect_right(listed, row.on, key=lambda one: one.earliest)
        near = [one for one in listed[first:last] if one.amount < row.amount and fits(one, row)]
        for parts in _sums(near, row.amount, [one.issued_on or one.earliest for one in near]):
            keys = tuple(sorted(one.key for one in parts))
            yield Match(expected=keys, rows=(row.key,), ground=Ground.SUM_OF_ORDERS)


def _netted(open_: Open, bills: Sequence[Charge], prices: Sequence[Charge]) -> Iterator[Match]:
    """Yield what was set off: a bill that is an order's price less a refund that was expected on that day."""
    expected = _by_payee(open_.expected.values(), lambda one: one.earliest)
    billed = _by_payee(prices, lambda price: price.on)
    for bill in bills:
        for one in expected[bill.payee, bill.currency]:
            one_account = not one.account or not bill.account or one.account == bill.account
            if not one_account or bill.key in one.refused or not one.earliest <= bill.on <= one.latest:
                continue
            for price in billed[bill.payee, bill.currency]:
                if price.amount - bill.amount == one.amount and abs(price.on - bill.on) <= NETTED_WITHIN:
                    yield Match(
                        expected=(one.key,), rows=(bill.key,), ground=Ground.NETTED, orders_charged=(price.key,)
                    )


class _Sum(Protocol):
    """What can be a part of a sum."""

    @property
    def key(self) -> str: ...
    @property
    def payee(self) -> str: ...
    @property
    def currency(self) -> str: ...
    @property
    def amount(self) -> int: ...


_PartT = TypeVar("_PartT", bound=_Sum)


def _by_payee(parts: Iterable[_PartT], day: Callable[[_PartT], date]) -> defaultdict[tuple[str, str], list[_PartT]]:
    """Return the parts of each payee and currency, the earliest first."""
    grouped: defaultdict[tuple[str, str], list[_PartT]] = defaultdict(list)
    for part in sorted(parts, key=lambda one: (day(one), one.key)):
        grouped[part.payee, part.currency].append(part)
    return grouped


def _sums(
    near: Sequence[_PartT], amount: int, days: Sequence[date], within: timedelta = TOGETHER
) -> Iterator[tuple[_PartT, ...]]:
    """Yield at most two sets of two to `PARTS` things, close in time, that sum up to the amount: two are already too many."""
    dated = sorted(zip(days, near, strict=True), key=lambda entry: (entry[0], entry[1].key))
    found = 0
    for start, (day, first) in enumerate(dated):
        rest = []
        for later, one in dated[start + 1 :]:
            if later - day > within:
                break
            rest.append(one)
        if len(rest) > CANDIDATES:
            return
        for others in _summing(rest, amount - first.amount, PARTS - 1):
            together: tuple[_PartT, ...] = (first, *others)
            yield together
            found += 1
            if found > 1:
                return


def _summing(things: Sequence[_PartT], amount: int, parts: int) -> Iterator[tuple[_PartT, ...]]:
    """Yield the sets of one to `parts` things that sum up to the amount."""
    ordered = sorted(things, key=lambda one: -one.amount)
    waiting: list[tuple[int, int, tuple[_PartT, ...]]] = [(0, amount, ())]
    while waiting:
        start, left, chosen = waiting.pop()
        room = parts - len(chosen)
        for index in range(start, len(ordered)):
            one = ordered[index]
            if one.amount * room < left:
                break  # the largest that are left are too small together
            if one.amount == left:
                yield (*chosen, one)
            elif one.amount < left and room > 1:
                waiting.append((index + 1, left - one.amount, (*chosen, one)))
