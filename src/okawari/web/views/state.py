"""The five states that anything on a page can be in: always an icon, a word and a colour."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from okawari.domain.plan import Deadline, RefundLeg
from okawari.domain.returns import Standing, standing_of

_SOON = timedelta(days=3)
_ABOUT_MONEY = frozenset({"look_for_refund", "refund_overdue"})


class State(StrEnum):
    """The words stand in the catalogue under `web.state_<value>`."""

    DONE = "done"
    PLANNED = "planned"
    DUE = "due"
    LATE = "late"
    UNKNOWN = "unknown"


_OF_STANDING = {
    Standing.RETURNED: State.DONE,
    Standing.NOTHING: State.DONE,
    Standing.COMING: State.PLANNED,
    Standing.DUE: State.DUE,
    Standing.OVERDUE: State.LATE,
    Standing.UNKNOWN: State.UNKNOWN,
}


def state_of_leg(leg: RefundLeg, today: date) -> State:
    """Return where a share of the money stands: due from the day to look for it, late from the day it is overdue."""
    return _OF_STANDING[standing_of(leg, today)]


def state_of_day(deadline: Deadline, today: date, *, waiting: bool) -> State:
    """Return where a day that matters stands; one about money that is still waited for is late when it has passed."""
    if deadline.on < today:
        return State.LATE if waiting and deadline.what in _ABOUT_MONEY else State.DONE
    return State.DUE if deadline.on - today <= _SOON else State.PLANNED
