"""A preorder or a backorder as the page of its case shows it."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.advice.preorders import NOTHING_MOVES
from okawari.domain.authenticity import Verdict
from okawari.domain.plan import Plan
from okawari.domain.preorder import Reservation, Standing
from okawari.domain.price_guarantee import RULE, Kept, PriceGuarantee
from okawari.i18n.preorders import guarantee_lines, spare_line
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.views.state import State
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
