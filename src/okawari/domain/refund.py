"""Where the money goes back, and by when, for each way of paying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from okawari.domain.business_day import IsHoliday
from okawari.domain.case import Case
from okawari.domain.payment import PaidBy
from okawari.domain.plan import RefundLeg
from okawari.domain.rule import Rule, best_match


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCycle:
    """A card's closing day and payment day (99: the month's last day), as the person gave them."""

    closing_day: int
    payment_day: int
    payment_month_offset: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the person told us for the plan, beside the evidence."""

    on: date
    paid_by: tuple[PaidBy, ...] = ()
    captured: bool | None = None
    card: CardCycle | None = None
    issuer: str | None = None


def plan_refunds(case: Case, asked: Asked, rules: Sequence[Rule], is_holiday: IsHoliday) -> tuple[RefundLeg, ...]:
    """Return one leg for each share of the money on its way back; empty where nothing is owed.

    Where the way of paying is unknown there is one leg of method "unknown" with the possibilities in `or_else`.
    """
    if case.cancel is None or case.cancelled_at is None:
        return ()
    start = case.cancelled_at.date()
    legs = []
    for paid in asked.paid_by:
        rule = best_match(
            rules,
            {"platform": case.merchant, "payment": paid.method, "captured": bool(asked.captured), "kind": paid.kind},
        )
        if rule is None or rule.time is None:
            legs.append(
                RefundLeg(method=paid.method, amount=paid.amount or case.amount_due, rule=None, destination="unknown")
            )
            continue
        legs.append(
            RefundLeg(
                method=paid.method,
                amount=paid.amount or case.amount_due,
                rule=rule.id,
                destination=str(rule.then.get("destination", "unknown")),
                earliest=start + timedelta(days=rule.time.min),
                typical=start + timedelta(days=rule.time.typical),
                latest=start + timedelta(days=rule.time.max),
                evidence=rule.evidence,
            )
        )
    return tuple(legs)
