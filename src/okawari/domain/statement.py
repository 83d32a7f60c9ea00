"""Lines of card, bank and wallet statements, as witnesses of what was charged and what came back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from okawari.domain.money import Money
from okawari.domain.phrase import Phrase, PhraseValue, phrase


class LineKind(StrEnum):
    """Whether money went out, came back, or moved for another reason (transfers, income, top-ups)."""

    CHARGE = "charge"
    REFUND = "refund"
    OTHER = "other"


class StatementLine(NamedTuple):
    """One line. `amount` is always positive, `kind` gives its direction; `merchant` is as the statement writes it.

    `source` is the id of the layout it was read by, `card` the card's or account's number as far as the file shows it.
    `order` is an order's number where the line names one itself. `row` is the line in the file, counted from 1.
    """

    on: date
    merchant: str
    amount: Money
    kind: LineKind
    source: str
    file: str
    row: int
    note: str = ""
    card: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """A line as a witness of an order's money; `where` is the name of the card, account or balance, `key` the line's."""

    line: StatementLine
    where: PhraseValue = field(hash=False)
    key: str = ""

    def said(self) -> Phrase:
        """Return what the line says, without its day."""
        return phrase(f"statements.said_{self.line.kind.value}", where=self.where, amount=self.line.amount)
