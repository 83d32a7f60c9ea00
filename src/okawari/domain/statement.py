"""Lines of card, bank and wallet statements, as witnesses of what was charged and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from okawari.domain.money import Money


class LineKind(StrEnum):
    """Whether money went out, came back, or moved for another reason (transfers, income, top-ups)."""

    CHARGE = "charge"
    REFUND = "refund"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One line. `amount` is always positive, `kind` gives its direction; `merchant` is as the statement writes it.

    `source` is the id of the layout it was read by, `row` its line in the file, counted from 1.
    """

    on: date
    merchant: str
    amount: Money
    kind: LineKind
    source: str
    file: str
    row: int
    note: str = ""
