"""Facts into cases: where each order stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.facts import CancelNotified, Fact, OrderPlaced
from okawari.domain.money import total


def fold(facts: Iterable[Fact]) -> tuple[Case, ...]:
    """Return one case for each order, in the order in which the orders first appear."""
    by_order: dict[tuple[str | None, str], list[Fact]] = {}
    for fact in facts:
        by_order.setdefault((fact.merchant, fact.order), []).append(fact)
    return tuple(_case(merchant, order, listed) for (merchant, order), listed in by_order.items())


def _case(merchant: str | None, order: str, facts: Sequence[Fact]) -> Case:
    authenticity = facts[0].provenance.authenticity
    placed = next((fact for fact in facts if isinstance(fact, OrderPlaced)), None)
    cancelled = next((fact for fact in facts if isinstance(fact, CancelNotified)), None)
    if any(fact.provenance.authenticity.verdict is Verdict.PHISHING for fact in facts):
        return Case(merchant=merchant, order=order, state=CaseState.UNKNOWN, authenticity=authenticity)
    items = (placed or cancelled).part.items if (placed or cancelled) else ()  # type: ignore[union-attr]
    due = total([item.line_total for item in items if item.line_total])
    return Case(
        merchant=merchant,
        order=order,
        state=CaseState.CANCELLED if cancelled else CaseState.ORDERED,
        authenticity=Authenticity(authenticity.verdict, authenticity.reasons),
        items=items,
        cancelled_items=items if cancelled else (),
        amount_due=due,
        cancel=cancelled.cancel if cancelled else None,
        cancelled_at=cancelled.at if cancelled else None,
    )
