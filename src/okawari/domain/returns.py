"""All the money on its way back: what is coming, overdue, there; by way of paying and by month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from okawari.domain.authenticity import Verdict
from okawari.domain.money import Money
from okawari.domain.plan import Plan, RefundLeg

NO_RETURN = frozenset({"none", "lost", "withdrawn"})
"""Destinations of what does not come back."""


def comes_back(leg: RefundLeg) -> bool:
    """Return whether a share is one that comes back at all."""
    return leg.destination not in NO_RETURN


class Standing(StrEnum):
    """Where a share of money stands."""

    RETURNED = "returned"
    COMING = "coming"
    DUE = "due"
    OVERDUE = "overdue"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """One share of one order's money; `on` is the day on which it came or is expected, None where nobody knows."""

    plan: Plan
    leg: RefundLeg
    standing: Standing
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What several shares come to, by currency; `open` is how many have no known amount."""

    name: str
    amounts: tuple[Money, ...]
    count: int
    open: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Returns:
    """Every share with its standing, the most urgent first, and their sums; `owed` is all that has not been seen yet."""

    all: tuple[Return, ...]
    owed: Sum
    by_standing: tuple[Sum, ...]
    by_method: tuple[Sum, ...]
    by_month: tuple[Sum, ...]


def standing_of(leg: RefundLeg, on: date) -> Standing:
    """Return where a share stands: due from the day to look for it, overdue from the day that its rule gives.

    Of what the shop says it gave back there is only to look.
    """
    if not comes_back(leg):
        return Standing.NOTHING
    if leg.seen:
        return Standing.RETURNED
    if leg.said_back:
        return Standing.DUE
    if leg.latest is None:
        return Standing.UNKNOWN
    if leg.overdue_on and on >= leg.overdue_on:
        return Standing.OVERDUE
    return Standing.DUE if leg.remind_on and on >= leg.remind_on else Standing.COMING


def returns_of(plans: Iterable[Plan], on: date) -> Returns:
    """Return the money of all orders; shares of forged mails and of what was never paid are none.

    `by_method` and `by_month` sum up what is still to come; a month is named as `2026-12`, "" where no day is known.
    """
    found = [
        Return(plan=plan, leg=leg, standing=standing, on=_day(leg, on))
        for plan in plans
        if plan.case.authenticity.verdict is not Verdict.PHISHING
        for leg in plan.refunds
        if (standing := standing_of(leg, on)) is not Standing.NOTHING
    ]
    found.sort(key=lambda one: (_URGENCY.index(one.standing), one.on or date.max, one.plan.case.order))
    waited_for = [one for one in found if one.standing is not Standing.RETURNED]
    return Returns(
        all=tuple(found),
        owed=_sum("owed", [one.leg.amount for one in waited_for]),
        by_standing=_sums(found, lambda one: one.standing.value),
        by_method=_sums(waited_for, lambda one: one.leg.method),
        by_month=tuple(sorted(_sums(waited_for, _month), key=lambda one: (not one.name, one.name))),
    )


_URGENCY = (Standing.OVERDUE, Standing.DUE, Standing.UNKNOWN, Standing.COMING, Standing.RETURNED)


def _day(leg: RefundLeg, on: date) -> date | None:
    """Return when the money came, else the usual day, or the last one once the usual day has passed."""
    if leg.seen:
        return max((row.on for row in leg.seen.rows), default=None)
    if leg.said_back:
        return leg.said_back
    return leg.typical if leg.typical and leg.typical >= on else leg.latest


def _month(one: Return) -> str:
    return one.on.strftime("%Y-%m") if one.on else ""


def _sums(found: Iterable[Return], name: Callable[[Return], str]) -> tuple[Sum, ...]:
    grouped: dict[str, list[Return]] = {}
    for one in found:
        grouped.setdefault(name(one), []).append(one)
    return tuple(_sum(key, [one.leg.amount for one in group]) for key, group in grouped.items())


def _sum(name: str, amounts: list[Money | None]) -> Sum:
    known = [amount for amount in amounts if amount is not None]
    by_currency: dict[str, Money] = {}
    for amount in known:
        so_far = by_currency.get(amount.currency)
        by_currency[amount.currency] = so_far + amount if so_far else amount
    return Sum(name=name, amounts=tuple(by_currency.values()), count=len(amounts), open=len(amounts) - len(known))
