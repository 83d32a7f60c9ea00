"""A charge that never comes: whether a closed statement shows that a held payment was let go."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from okawari.domain.matching.ledger import BILLED_WITHIN, Charge


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A payment that was only held when its order died: `amount` in the smallest unit, from `ordered_on` on.

    `gone_by` is the last day on which a hold may still stand; a statement must reach past it.
    """

    key: str
    payee: str
    amount: int
    ordered_on: date
    gone_by: date
    currency: str = "JPY"
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """The days of which an account's statement is closed and known whole, both included."""

    account: str
    since: date
    until: date


class Hold(StrEnum):
    """What the statements say of a hold."""

    GONE = "gone"
    CHARGED = "charged"
    UNKNOWN = "unknown"


def look_for_charges(
    held: Iterable[Held], bills: Iterable[Charge], prices: Iterable[Charge], covered: Sequence[Covered]
) -> dict[str, tuple[Hold, tuple[str, ...]]]:
    """Return for each hold what closed statements say, and the bills that are or may be its charge.

    `gone` needs the account's statements whole from the order to the last day of the hold, and no bill that is, or
    holds, this payee's amount; `prices` are the orders that were meant to be billed. Without a known account nothing is
    called gone.
    """
    billed, priced = _by_payee(bills), _by_payee(prices)
    return {one.key: _look(one, billed, priced, covered) for one in held}


_ByPayee = Mapping[tuple[str, str], list[Charge]]


def _look(one: Held, billed: _ByPayee, priced: _ByPayee, covered: Sequence[Covered]) -> tuple[Hold, tuple[str, ...]]:
    since, until = one.ordered_on, max(one.gone_by, one.ordered_on + BILLED_WITHIN)
    near = [bill for bill in _within(billed, one, since, until) if _may_be_of(one, bill)]
    others = [price.amount for price in _within(priced, one, since - BILLED_WITHIN, until)]
    exact = tuple(bill.key for bill in near if bill.amount == one.amount)
    if exact:
        # Orders of the same price explain as many bills; which of them is whose, nobody can tell.
        return (Hold.CHARGED if len(exact) > others.count(one.amount) else Hold.UNKNOWN), exact
    combined = tuple(bill.key for bill in near if bill.amount - one.amount in others)
    whole = bool(one.account) and _whole(one.account, since, one.gone_by, covered)
    return (Hold.GONE if whole and not combined else Hold.UNKNOWN), combined


def _by_payee(charges: Iterable[Charge]) -> defaultdict[tuple[str, str], list[Charge]]:
    grouped: defaultdict[tuple[str, str], list[Charge]] = defaultdict(list)
    for charge in sorted(charges, key=lambda one: (one.on, one.key)):
        grouped[charge.payee, charge.currency].append(charge)
    return grouped


def _within(charges: _ByPayee, one: Held, since: date, until: date) -> list[Charge]:
    listed = charges.get((one.payee, one.currency), [])
    first = bisect_left(listed, since, key=lambda charge: charge.on)
    return listed[first : bisect_right(listed, until, key=lambda charge: charge.on)]


def _may_be_of(one: Held, bill: Charge) -> bool:
    return not one.account or not bill.account or one.account == bill.account


def _whole(account: str, since: date, until: date, covered: Sequence[Covered]) -> bool:
    """Return whether statements of the account cover every day of the span."""
    day = since
    for part in sorted((part for part in covered if part.account == account), key=lambda part: part.since):
        if part.since <= day <= part.until:
            day = part.until + timedelta(days=1)
    return day > until
