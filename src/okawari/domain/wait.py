"""A backorder in days: since when one waits, what the shop promised, how often that moved, and when to decide at the latest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from okawari.domain.case import Case, CaseState
from okawari.domain.japan_time import japan_day

if TYPE_CHECKING:  # a plan holds how a wait stands
    from okawari.domain.plan import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """How a wait stands. `since`, `promised` and `decide_by` are None where nobody told and no rule says.

    `renewed`: the shop's last word names the promised day; else that day stems from a word before. `moved` counts how often
    it was put off. `rule` is the one that `decide_by` rests on.
    """

    since: date | None
    promised: date | None
    renewed: bool
    moved: int
    decide_by: date | None
    rule: str | None


def wait_of(case: Case, window: Sequence[Deadline]) -> Wait | None:
    """Return how the wait for a backorder stands, None for any other order.

    One decides before the mall's guarantee ends, whose last call is among the deadlines of its `window`: after that nobody
    helps who never got the goods. Where no guarantee is known to cover the order, no rule names a day.
    """
    if case.state is not CaseState.BACKORDERED:
        return None
    days = [one.by for one in case.promises if one.by]
    late = [one.said_at for one in case.promises[case.placed_promises :] if one.said_at]
    last_call = next((one for one in window if one.what.endswith("_last_call")), None)
    return Wait(
        since=japan_day(late[0]) if late else None,
        promised=days[-1] if days else None,
        renewed=bool(case.promises) and case.promises[-1].by is not None,
        moved=sum(after > before for before, after in pairwise(days)),
        decide_by=last_call.on if last_call else None,
        rule=last_call.rule if last_call else None,
    )
