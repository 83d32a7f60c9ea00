"""Which account paid an order: where its price was charged, its money comes back, and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from okawari.domain.matching.exact import fits
from okawari.domain.matching.ledger import BILLED_WITHIN, Charge, Expected, Matched, Question, Row
from okawari.domain.matching.voids import Covered

_BEFORE = timedelta(days=3)
"""Our own choice: a statement may date a charge by the shop's clock."""


def rows_of_others(
    expected: Iterable[Expected],
    prices: Mapping[str, Charge],
    rows: Iterable[Row],
    charges: Iterable[Charge],
    spans: Iterable[Covered],
) -> dict[str, tuple[str, ...]]:
    """Return the rows on accounts that paid none of the orders whose money they may be, with the keys of these expectations.

    They may be money of another person, or of an order that nobody told. `prices` are by an expectation's key what its
    order should have been charged, on the day of the order, `spans` the days for which statements are known whole, without
    those of accounts that are the person's for certain. A row stays where one of these orders may have been charged on its
    account: nothing tells on which one it was, and the account's statement does not reach from the order to the row, or
    holds charges of the shop as large.
    """
    charged: defaultdict[tuple[str, int, str], list[Charge]] = defaultdict(list)
    for charge in charges:
        charged[charge.payee, charge.amount, charge.currency].append(charge)
    wanted: defaultdict[tuple[str, int, str], list[Expected]] = defaultdict(list)
    for one in expected:
        wanted[one.payee, one.amount, one.currency].append(one)
    whole: defaultdict[str, list[Covered]] = defaultdict(list)
    for span in spans:
        whole[span.account].append(span)
    paid: defaultdict[tuple[str, str, str], list[Charge]] = defaultdict(list)
    for listed in charged.values():
        for charge in listed:
            paid[charge.payee, charge.currency, charge.account].append(charge)
    payers = {key: _payers(price, charged[price.payee, price.amount, price.currency]) for key, price in prices.items()}
    strange: dict[str, tuple[str, ...]] = {}
    for row in rows:
        keys = tuple(one.key for one in wanted.get((row.payee, row.amount, row.currency), ()) if fits(one, row))
        if row.account and keys:
            mine = paid[row.payee, row.currency, row.account]
            if all(
                key in prices and _is_elsewhere(row, payers[key], prices[key], mine, whole[row.account]) for key in keys
            ):
                strange[row.key] = keys
    return strange


def _is_elsewhere(
    row: Row, payers: frozenset[str], price: Charge, paid: Iterable[Charge], spans: Iterable[Covered]
) -> bool:
    """Return whether an order was not charged on the account of a row, whose charges by the shop are `paid`."""
    if payers:
        return row.account not in payers
    first = price.on - _BEFORE
    return any(span.since <= price.on and row.on <= span.until for span in spans) and row.amount > sum(
        charge.amount for charge in paid if first <= charge.on <= row.on
    )


def ask_about_others(matched: Matched, strange: Mapping[str, Iterable[str]]) -> Matched:
    """Return what was matched without the `strange` rows, with a question about them where the money was not found."""
    seen = matched.seen()
    choices = {one.expected: one.choices for one in matched.questions}
    for row, keys in strange.items():
        for key in keys:
            if key not in seen:
                choices[key] = (*choices.get(key, ()), (row,))
    return replace(matched, questions=tuple(Question(expected=key, choices=rows) for key, rows in choices.items()))


def _payers(price: Charge, charges: Iterable[Charge]) -> frozenset[str]:
    first, last = price.on - _BEFORE, price.on + BILLED_WITHIN
    return frozenset(charge.account for charge in charges if charge.account and first <= charge.on <= last)
