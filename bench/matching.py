"""Matching 10,000 expected refunds with 50,000 account rows, against the usual rule “same amount, first row within the time”.

python -m bench.matching --orders 10000 --charges 40000
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from random import Random

from okawari.domain.matching import match_ledger
from tests.ledgers import Ledger, ledger


def main(orders: int, charges: int) -> None:
    made = ledger(Random(2026), orders, charges)
    ours = _run("match_ledger", made, _matched)
    theirs = _run("same amount, first row", made, _greedy)
    print(f"{len(made.expected):,} refunds, {len(made.rows) + len(made.bills):,} rows: {ours / theirs:.1f} × its time")


def _run(name: str, made: Ledger, match: Callable[[Ledger], list[tuple[tuple[str, ...], tuple[str, ...]]]]) -> float:
    begun = time.process_time()
    found = match(made)
    spent = time.process_time() - begun
    wrong = sum(set(rows) != set().union(*(made.truth.get(key, set()) for key in keys)) for keys, rows in found)
    seen = {key for keys, _ in found for key in keys} & made.findable
    print(f"{name}: {spent:.2f} s, {len(seen) / len(made.findable):.2%} of what can be found, {wrong} wrong")
    return spent


def _matched(made: Ledger) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    matched = match_ledger(made.expected, made.rows, made.bills, made.prices)
    return [(match.expected, match.rows) for match in matched.matches]


def _greedy(made: Ledger) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    waiting: dict[tuple[str, int], list] = {}
    for row in sorted(made.rows, key=lambda one: one.on):
        waiting.setdefault((row.payee, row.amount), []).append(row)
    found = []
    for one in sorted(made.expected, key=lambda other: other.earliest):
        rows = waiting.get((one.payee, one.amount), [])
        row = next((row for row in rows if one.earliest <= row.on <= one.latest), None)
        if row is not None:
            rows.remove(row)
            found.append(((one.key,), (row.key,)))
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=10_000)
    parser.add_argument("--charges", type=int, default=40_000)
    given = parser.parse_args()
    main(given.orders, given.charges)
