"""What is expected back, what accounts show, and what was found of the one in the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

BILLED_WITHIN = timedelta(days=45)
"""How long after an order its own row may appear: a shop charges when it ships. An assumption of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Money that should come back: one leg of a refund.

    `amount` is in the smallest unit of `currency` (yen, cents). A row may witness it from `earliest` to `latest`, both
    included. `payee` is the merchant, `account` the account it returns to ("" where not known), `issued_on` the day on
    which the merchant sent it, where one is known: merchants put orders of one day into one row. `refused` are rows of
    which the person said that they are something else. `spread` is how long after the first of several cancels the last
    one came: parts of the money may lie so far apart. `unnamed`: nobody knows how accounts write this payee.
    """

    key: str
    payee: str
    amount: int
    earliest: date
    latest: date
    currency: str = "JPY"
    account: str = ""
    order: str = ""
    issued_on: date | None = None
    refused: frozenset[str] = frozenset()
    spread: timedelta = timedelta()
    unnamed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of an account that shows money coming back: amount above 0, in the smallest unit of `currency`.

    `payee` names no merchant where the row's wording is none that is known.
    `order` is the order number that the row itself names, "" where it names none. `foreign` is the amount in the
    merchant's own currency, where the account tells it. `doubted`: the person said of some other money that it is not
    this row, so it may be of an order nobody told us of; or the account shows much of the same amounts for other reasons.
    """

    key: str
    payee: str
    amount: int
    on: date
    currency: str = "JPY"
    account: str = ""
    order: str = ""
    foreign: tuple[int, str] | None = None
    doubted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A row that shows money going out, or (`expected`) an order that should show as one; `doubted` as of a row."""

    key: str
    payee: str
    amount: int
    on: date
    currency: str = "JPY"
    account: str = ""
    doubted: bool = False


class Ground(StrEnum):
    """Why rows are taken for the money of expectations."""

    NAMED = "named"
    SAME_AMOUNT = "same_amount"
    FOREIGN_AMOUNT = "foreign_amount"
    SUM_OF_ROWS = "sum_of_rows"
    SUM_OF_ORDERS = "sum_of_orders"
    SUM_OF_SHARES = "sum_of_shares"
    NETTED = "netted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """These rows are the money of these expectations. Within a match nobody claims which row is whose."""

    expected: tuple[str, ...]
    rows: tuple[str, ...]
    ground: Ground
    orders_charged: tuple[str, ...] = ()
    """Of a netted row: the orders whose price it holds, less what came back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An expectation that any of these sets of rows may be; only the person can tell which."""

    expected: str
    choices: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """What was found, and what must be asked. No row and no expectation stands in two matches."""

    matches: tuple[Match, ...] = ()
    questions: tuple[Question, ...] = ()

    def seen(self) -> frozenset[str]:
        """Return the keys of the expectations whose money is there."""
        return frozenset(key for match in self.matches for key in match.expected)


class Open:
    """What is still to be explained while a ledger is matched."""

    def __init__(self, expected: Iterable[Expected], rows: Iterable[Row]) -> None:
        self.expected = {one.key: one for one in expected}
        self.rows = {row.key: row for row in rows}
        self.all_expected = dict(self.expected)
        self.all_rows = dict(self.rows)
        self.matches: dict[Match, None] = {}
        self.choices: dict[str, list[tuple[str, ...]]] = {}
        self._by_amount: set[str] = set()

    def take(self, match: Match) -> None:
        """Keep a match; what stands in it is explained."""
        self.matches[match] = None
        for key in match.expected:
            del self.expected[key]
        for key in match.rows:
            self.rows.pop(key, None)  # a bill that a refund was taken off is none of the rows
        if match.ground is Ground.SAME_AMOUNT:
            self._by_amount.update(match.rows)

    def undo(self, match: Match) -> None:
        """Open a match again, as a question."""
        if match not in self.matches:
            return
        del self.matches[match]
        self.expected |= {key: self.all_expected[key] for key in match.expected}
        self.rows |= {key: self.all_rows[key] for key in match.rows}
        self._by_amount.difference_update(match.rows)
        for key in match.expected:
            for row in match.rows:
                self.ask(key, (row,))

    def by_amount_alone(self, row: str) -> bool:
        """Return whether a row was taken for nothing but its amount."""
        return row in self._by_amount

    def ask(self, expected: str, rows: tuple[str, ...]) -> None:
        """Note that the rows may be the money of the expectation, unless the person said that one of them is not."""
        if not self.all_expected[expected].refused.isdisjoint(rows):
            return
        choices = self.choices.setdefault(expected, [])
        if rows not in choices:
            choices.append(rows)
