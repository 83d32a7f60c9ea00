"""Statement lines as the rows and charges that are matched."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from okawari.domain.account import AccountKind, kind_called
from okawari.domain.matching.expectations import payee, smallest_unit
from okawari.domain.matching.ledger import Charge, Row
from okawari.domain.matching.voids import Covered
from okawari.domain.statement import LineKind, StatementLine

GAP = timedelta(days=20)
"""Days without a line that do not break a statement: a bill that is missing leaves at least 28."""
COPIED_WITHIN = timedelta(days=3)
"""How far a household book's day may lie from that of the account it copies. An assumption of ours."""

_FOREIGN = re.compile(r"(?<![\d.,])(\d{1,7}(?:\.\d{1,2})?)\s+([A-Z]{3})(?![A-Z])")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with its key, the same whichever file tells it."""

    key: str
    line: StatementLine

    @property
    def account(self) -> str:
        """The account, as far as the statement names it."""
        return f"{self.line.source}|{self.line.card}"


def rows_and_charges(
    lines: Sequence[Numbered], merchant_of: Callable[[str], str | None], kinds: Mapping[str, AccountKind]
) -> tuple[list[Row], list[Charge]]:
    """Return what came back, and what was charged by merchants that are known; `kinds` are those of the sources.

    A household book's copy of a line that its own account tells too is left out.
    """
    rows: list[Row] = []
    charges: list[Charge] = []
    for one in _without_copies(lines, kinds):
        line = one.line
        merchant = merchant_of(line.merchant)
        if merchant is None and line.kind is not LineKind.REFUND:
            continue
        amount, currency = smallest_unit(line.amount), line.amount.currency
        kind = _kind(line, kinds)
        # Whose points they are, their own account says: its rows name a campaign as easily as a shop.
        at = payee("" if kind is AccountKind.POINTS else merchant or "", kind)
        if line.kind is LineKind.REFUND:
            rows.append(
                Row(
                    key=one.key,
                    payee=at,
                    amount=amount,
                    currency=currency,
                    on=line.on,
                    account=one.account,
                    order=line.order,
                    foreign=_foreign(line.note),
                    doubted=kind is AccountKind.POINTS,  # campaigns grant points of the same amounts
                )
            )
        elif line.kind is LineKind.CHARGE:
            charges.append(
                Charge(key=one.key, payee=at, amount=amount, currency=currency, on=line.on, account=one.account)
            )
    return rows, charges


def covered(lines: Iterable[Numbered], kinds: Mapping[str, AccountKind]) -> tuple[Covered, ...]:
    """Return the spans of days that card statements are known for: from line to line, without a gap that could be a bill."""
    days: dict[str, list[StatementLine]] = {}
    for one in lines:
        if kinds.get(one.line.source, AccountKind.CARD) is AccountKind.CARD:
            days.setdefault(one.account, []).append(one.line)
    return tuple(span for account, listed in days.items() for span in _spans(account, listed))


def _spans(account: str, lines: list[StatementLine]) -> Iterator[Covered]:
    days = sorted({line.on for line in lines})
    since = last = days[0]
    for day in days[1:]:
        if day - last > GAP:
            yield Covered(account=account, since=since, until=last)
            since = day
        last = day
    yield Covered(account=account, since=since, until=last)


def _kind(line: StatementLine, kinds: Mapping[str, AccountKind]) -> AccountKind:
    kind = kinds.get(line.source, AccountKind.CARD)
    return kind_called(line.card) if kind is AccountKind.LEDGER else kind


def _without_copies(lines: Sequence[Numbered], kinds: Mapping[str, AccountKind]) -> Iterator[Numbered]:
    told: dict[tuple[LineKind, int], list[StatementLine]] = {}
    for one in lines:
        if kinds.get(one.line.source) is not AccountKind.LEDGER:
            told.setdefault((one.line.kind, smallest_unit(one.line.amount)), []).append(one.line)
    for one in lines:
        alike = told.get((one.line.kind, smallest_unit(one.line.amount)), [])
        copied = any(abs(other.on - one.line.on) <= COPIED_WITHIN for other in alike)
        if kinds.get(one.line.source) is not AccountKind.LEDGER or not copied:
            yield one


def _foreign(note: str) -> tuple[int, str] | None:
    match = _FOREIGN.search(note)
    if match is None:
        return None
    whole, _, cents = match[1].partition(".")
    return int(whole) * 100 + int(f"{cents}00"[:2]), match[2]
