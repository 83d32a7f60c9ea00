"""A preorder or a backorder as the page of its case shows it, and as one of all that are awaited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from okawari.domain.advice.preorders import DAYS_AHEAD, NOTHING_MOVES, WARNINGS
from okawari.domain.authenticity import Verdict
from okawari.domain.plan import Deadline, Plan
from okawari.domain.preorder import Reservation, Standing
from okawari.domain.price_guarantee import RULE, Kept, PriceGuarantee
from okawari.domain.told import is_stand_in
from okawari.i18n.preorders import guarantee_lines, spare_line
from okawari.web.paths import case_path
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.views.state import State, state_of_day
from okawari.web.words import Words

_OF_KEPT = {Kept.LOWER: State.LATE, Kept.TO_COME: State.PLANNED, Kept.KEPT: State.DONE}
_OF_STANDING = {Standing.HELD: State.PLANNED, Standing.SECURED: State.DONE, Standing.CANCELLED: State.DONE}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpareView:
    """A second reservation, and what can be said to have become of it; shop, number and day stand in its buttons."""

    line: str
    state: State
    shop: str
    number: str
    cancel_by: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreorderView:
    """Second reservations, the price guarantee of each thing, and the things by their titles where there are several; `asks_charge` where the charge is to be told."""

    spares: tuple[SpareView, ...]
    guarantees: tuple[tuple[State, tuple[str, ...]], ...]
    grounds: GroundsView | None
    items: tuple[tuple[str, str], ...]
    release: str
    asks_charge: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreorderRow:
    """One order that is awaited: `warnings` are what to do about it now, `later` its further days (state, what, day, days left).

    `action` is where the answers about its second reservations go.
    """

    path: str
    action: str
    what: str
    shop: str
    order: str
    state: State
    next_what: str
    next_on: str
    next_left: str
    warnings: tuple[str, ...]
    later: tuple[tuple[State, str, str, str], ...]
    spares: tuple[SpareView, ...]


def preorder_rows(plans: Iterable[Plan], words: Words) -> tuple[PreorderRow, ...]:
    """Return what the list of all preorders shows, in the order of the plans."""
    return tuple(_row(plan, words) for plan in plans)


def _row(plan: Plan, words: Words) -> PreorderRow:
    case = plan.case
    address = case_path(case.merchant, case.order)
    days = sorted((one for one in plan.deadlines if one.what in DAYS_AHEAD), key=lambda one: one.on)
    ahead = [one for one in days if one.on >= words.today]
    first = ahead[0] if ahead else None
    return PreorderRow(
        path=address + "#preorder",
        action=address,
        what=words.things(case.cancelled_items or case.items),
        shop=words.shop(case.merchant),
        order="" if is_stand_in(case.order) else case.order,
        state=_state(plan, first, words),
        next_what=_named(first, words) if first else "",
        next_on=words.day(first.on) if first else "",
        next_left=words.left(first.on) if first else "",
        warnings=tuple(words.say(step.text) for step in plan.steps if step.code in WARNINGS),
        later=tuple(
            (state_of_day(one, words.today, waiting=False), _named(one, words), words.day(one.on), words.left(one.on))
            for one in ahead[1:]
        ),
        spares=tuple(_spare(one, words) for one in case.reservations),
    )


def _state(plan: Plan, first: Deadline | None, words: Words) -> State:
    codes = {step.code for step in plan.steps if step.on is None or step.on <= words.today}
    if "release_passed" in codes:
        return State.LATE
    if codes & WARNINGS:
        return State.DUE
    return state_of_day(first, words.today, waiting=False) if first else State.UNKNOWN


def _named(day: Deadline, words: Words) -> str:
    return words.words(f"deadlines.{day.what}")


def preorder_view(plan: Plan, words: Words) -> PreorderView | None:
    """Return what a page shows of a preorder; None where nothing is awaited and nothing was noted."""
    case = plan.case
    awaited = case.state in NOTHING_MOVES and bool(case.items)
    noted = case.reservations or plan.guarantees
    if case.authenticity.verdict is Verdict.PHISHING or not (awaited or noted):
        return None
    several = len(case.items) > 1
    return PreorderView(
        spares=tuple(_spare(one, words) for one in case.reservations),
        guarantees=tuple(_guarantee(one, words) for one in plan.guarantees),
        grounds=grounds_of_rule(RULE, words) if plan.guarantees else None,
        items=tuple((item.title, item.title) for item in case.items) if several else (),
        release=case.release_on.isoformat() if case.release_on else "",
        asks_charge=not several and any(one.kept is Kept.LOWER and not one.charge_known for one in plan.guarantees),
    )


def _spare(one: Reservation, words: Words) -> SpareView:
    return SpareView(
        line=spare_line(one, words.locale),
        state=_OF_STANDING[one.standing],
        shop=one.shop,
        number=one.number,
        cancel_by=one.cancel_by.isoformat() if one.cancel_by else "",
        actions=tuple(standing.value for standing in Standing if standing is not one.standing),
    )


def _guarantee(one: PriceGuarantee, words: Words) -> tuple[State, tuple[str, ...]]:
    open_ = one.kept is Kept.LOWER and not one.charge_known
    return State.UNKNOWN if open_ else _OF_KEPT.get(one.kept, State.UNKNOWN), tuple(guarantee_lines(one, words.locale))
