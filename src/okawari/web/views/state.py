"""The five states that anything on a page can be in: always an icon, a word and a colour."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from okawari.domain.plan import Deadline, RefundLeg

_SOON = timedelta(days=3)
_ABOUT_MONEY = frozenset({"look_for_refund", "refund_overdue"})


class State(StrEnum):
    """The words stand in the catalogue under `web.state_<value>`."""

    DONE = "done"
    PLANNED = "planned"
    DUE = "due"
    LATE = "late"
    UNKNOWN = "unknown"


def state_of_leg(leg: RefundLeg, today: date) -> State:
    """Return where a share of the money stands: due from the day to look for it, late from the day it is overdue."""
    if leg.latest is None:
        return State.UNKNOWN
    if leg.overdue_on and today >= leg.overdue_on:
        return State.LATE
    if leg.remind_on and today >= leg.remind_on:
        return State.DUE
    return State.PLANNED


def state_of_day(deadline: Deadline, today: date, *, waiting: bool) -> State:
    """Return where a day that matters stands; one about money that is still waited for is late when it has passed."""
    if deadline.on < today:
        return State.LATE if waiting and deadline.what in _ABOUT_MONEY else State.DONE
    return State.DUE if deadline.on - today <= _SOON else State.PLANNED
