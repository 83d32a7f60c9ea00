"""Which account paid an order: where its price was charged, its money comes back, and nowhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from okawari.domain.matching.exact import fits
from okawari.domain.matching.ledger import BILLED_WITHIN, Charge, Expected, Matched, Question, Row

_BEFORE = timedelta(days=3)
"""Our own choice: a statement may date a charge by the shop's clock."""


def rows_of_others(
    expected: Iterable[Expected], prices: Mapping[str, Charge], rows: Iterable[Row], charges: Iterable[Charge]
) -> dict[str, tuple[str, ...]]:
    """Return the rows on accounts that paid none of the orders whose money they may be, with the keys of these expectations.

    They may be money of another person, or of an order that nobody told. `prices` are by an expectation's key what its
    order should have been charged, on the day of the order. A row stays where it is not known of one of these orders on
    which account it was charged.
    """
    charged: defaultdict[tuple[str, int, str], list[Charge]] = defaultdict(list)
    for charge in charges:
        charged[charge.payee, charge.amount, charge.currency].append(charge)
    wanted: defaultdict[tuple[str, int, str], list[Expected]] = defaultdict(list)
    for one in expected:
        wanted[one.payee, one.amount, one.currency].append(one)
    payers = {key: _payers(price, charged[price.payee, price.amount, price.currency]) for key, price in prices.items()}
    strange: dict[str, tuple[str, ...]] = {}
    for row in rows:
        keys = tuple(one.key for one in wanted.get((row.payee, row.amount, row.currency), ()) if fits(one, row))
        known = [payers.get(key, frozenset()) for key in keys]
        if row.account and keys and all(accounts and row.account not in accounts for accounts in known):
            strange[row.key] = keys
    return strange


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
