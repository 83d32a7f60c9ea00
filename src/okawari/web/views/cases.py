"""The list of cases: what is late first, then the next day that matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.happened import happened
from okawari.domain.plan import Plan
from okawari.domain.told import is_stand_in
from okawari.web.paths import case_path, mail_path
from okawari.web.views.state import State, state_of_leg
from okawari.web.words import Words

CASES_A_PAGE = 200
"""How many cases are planned for one page: those last spoken of, in which whatever is urgent stands."""

_URGENCY = {State.LATE: 0, State.DUE: 1, State.UNKNOWN: 2, State.PLANNED: 3, State.DONE: 4}
_WITHOUT_MONEY = {
    CaseState.CANCELLING: State.DUE,
    CaseState.REFUNDED: State.DONE,
    CaseState.DELIVERED: State.DONE,
    CaseState.ORDERED: State.PLANNED,
    CaseState.PREPARING: State.PLANNED,
    CaseState.BACKORDERED: State.PLANNED,
    CaseState.SHIPPED: State.PLANNED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case in the list."""

    path: str
    title: str
    shop: str
    order: str
    happened: str
    phishing: bool
    amount: str
    next_what: str
    next_on: str
    next_left: str
    state: State


def case_rows(plans: Iterable[Plan], words: Words) -> tuple[CaseRow, ...]:
    """Return the rows in the order in which they need the person."""
    ranked = sorted(plans, key=lambda plan: _rank(plan, words.today))
    return tuple(_row(plan, words) for plan in ranked)


def state_of_case(plan: Plan, today: date) -> State:
    """Return the most urgent state among the shares of a case; without any, what its own state comes to."""
    case = plan.case
    if case.state in (CaseState.CONTRADICTORY, CaseState.REFUNDED):
        return _WITHOUT_MONEY.get(case.state, State.UNKNOWN)
    states = [state_of_leg(leg, today) for leg in plan.refunds]
    if states:
        return min(states, key=_URGENCY.__getitem__)
    if case.shop_waits or case.payment_failed:
        return State.DUE
    return _WITHOUT_MONEY.get(case.state, State.UNKNOWN)


def _rank(plan: Plan, today: date) -> tuple[bool, int, date]:
    forged = plan.case.authenticity.verdict is Verdict.PHISHING
    upcoming = [deadline.on for deadline in plan.deadlines if deadline.on >= today]
    return forged, _URGENCY[state_of_case(plan, today)], min(upcoming, default=date.max)


def _row(plan: Plan, words: Words) -> CaseRow:
    case = plan.case
    coming = min((d for d in plan.deadlines if d.on >= words.today), key=lambda d: d.on, default=None)
    evidence = next((entry.evidence for entry in case.timeline if entry.evidence), "")
    return CaseRow(
        path=case_path(case.merchant, case.order) if case.order else mail_path(evidence),
        title=words.things(case.cancelled_items or case.items),
        shop=words.shop(case.merchant),
        order="" if is_stand_in(case.order) else case.order,
        happened=words.say(happened(plan, words.shop_named(case.merchant))),
        phishing=case.authenticity.verdict is Verdict.PHISHING,
        amount=words.money(case.amount_due) if case.amount_due else "",
        next_what=words.known(f"deadlines.{coming.what}", "day_that_matters") if coming else "",
        next_on=words.day(coming.on) if coming else "",
        next_left=words.left(coming.on) if coming else "",
        state=state_of_case(plan, words.today),
    )
