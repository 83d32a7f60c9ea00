"""Money that has come back: which shares of a case are settled, and whether the case is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from okawari.domain.case import Case, CaseState
from okawari.domain.plan import RefundLeg, Seen
from okawari.domain.returns import NO_RETURN

_BY_PERSON = Seen(ground="person")


def acknowledge(case: Case, legs: Sequence[RefundLeg], seen: Mapping[str, Seen]) -> tuple[Case, tuple[RefundLeg, ...]]:
    """Return the case and its legs with what was seen: `refunded` once every share that comes back is there.

    A case that somebody has called refunded is so with all of its shares.
    """
    if case.state is CaseState.REFUNDED:
        return case, tuple(replace(leg, seen=seen.get(leg.name, _BY_PERSON)) for leg in legs)
    legs = tuple(replace(leg, seen=seen.get(leg.name)) for leg in legs)
    coming = [leg for leg in legs if leg.destination not in NO_RETURN]
    settled = bool(coming) and all(leg.seen for leg in coming)
    waits = case.state in {CaseState.CANCELLED, CaseState.REFUND_PENDING}
    return (replace(case, state=CaseState.REFUNDED) if settled and waits else case), legs
