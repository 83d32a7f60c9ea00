"""Lines of statements that name an order themselves, as facts about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from okawari.domain.facts import Fact
from okawari.domain.money import Money, total
from okawari.domain.statement import LineKind, Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLineSeen(Fact):
    """A statement has a line that names the order."""

    witness: Witness


def all_returned(witnesses: Sequence[Witness], since: date | None, amount: Money | None) -> bool:
    """Return whether the lines make it certain that exactly `amount` came back, none of it before the day `since`.

    A line that neither charges nor refunds may take a refund back: then nothing is certain.
    """
    lines = [witness.line for witness in witnesses]
    if amount is None or any(line.kind is LineKind.OTHER for line in lines):
        return False
    back = [line for line in lines if line.kind is LineKind.REFUND]
    return all(since is None or line.on >= since for line in back) and total([line.amount for line in back]) == amount
