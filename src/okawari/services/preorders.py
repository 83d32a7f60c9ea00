"""What the person tells of preorders: second reservations, the day of release, prices seen."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from okawari.domain.advice.preorders import DAYS_AHEAD, NOTHING_MOVES
from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case
from okawari.domain.guarantee import is_mall
from okawari.domain.identifiers import identifiers
from okawari.domain.message import Item
from okawari.domain.offer import Offer
from okawari.domain.plan import Plan
from okawari.domain.preorder import Reservation, SeenPrice, Standing
from okawari.domain.refund import Asked
from okawari.domain.same_thing.order_line import same_title
from okawari.domain.told import order_told, price_seen, reserved
from okawari.services.cases import list_cases, remember_answers
from okawari.services.fulfilling import secured
from okawari.store.engine import Store

_LATELY = timedelta(days=60)


def reserve(store: Store, case: Case, reservation: Reservation, now: datetime) -> None:
    """Keep a second reservation, or what became of it; one that comes ends the watches of the thing."""
    remember_answers(store, [reserved(case, reservation, now)], now)
    secured(store, case, reservation, now)


def tell_release(store: Store, case: Case, release_on: date, now: datetime) -> None:
    """Keep the day on which the thing comes out."""
    remember_answers(store, [order_told(case, now, release_on=release_on)], now)


def see_price(store: Store, case: Case, seen: SeenPrice, now: datetime) -> None:
    """Keep a price that was seen."""
    remember_answers(store, [price_seen(case, seen, now)], now)


def awaited(store: Store, on: date) -> tuple[Plan, ...]:
    """Return the plans of preorders and backorders that are awaited, and of all with a second reservation.

    The one whose next day (release, decision to wait, or the last day to cancel a reservation for nothing) comes first stands first. A
    release that passed more than `_LATELY` ago is left out: such a thing came without a mail, or never.
    """
    plans = [plan for plan in list_cases(store, Asked(on=on)) if _is_awaited(plan, on)]
    return tuple(sorted(plans, key=lambda plan: _next_day(plan, on)))


def _is_awaited(plan: Plan, on: date) -> bool:
    case = plan.case
    if case.authenticity.verdict is Verdict.PHISHING:
        return False
    ahead = case.release_on is not None and case.state in NOTHING_MOVES and case.release_on >= on - _LATELY
    return ahead or plan.wait is not None or any(one.standing is not Standing.CANCELLED for one in case.reservations)


def _next_day(plan: Plan, on: date) -> date:
    days = (one.on for one in plan.deadlines if one.what in DAYS_AHEAD)
    return min((day for day in days if day >= on), default=date.max)


def sold_by_mall(offer: Offer) -> bool:
    """Return whether a page names Amazon as the seller: any other price says nothing of the guarantee."""
    return is_mall(offer.seller)


def item_on(offer: Offer, case: Case) -> Item | None:
    """Return the thing of an order that a page sells, by its ASIN, JAN or ISBN, else by its title; None for no other."""
    told = {(one.kind, one.value) for one in offer.identifiers if one.kind in {"asin", "jan", "isbn"}}
    for item in case.items:
        own = {(one.kind, one.value) for one in identifiers(item.title, item.identifiers)}
        if own & told or (offer.title and same_title(offer.title, item.title)):
            return item
    return None
