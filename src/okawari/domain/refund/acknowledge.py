"""Money that has come back: which shares of a case are settled, and whether the case is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from okawari.domain.case import Case, CaseState
from okawari.domain.plan import RefundLeg, Seen, Sighting
from okawari.domain.returns import NO_RETURN

_KNOWN = Seen(ground="known")
_NONE = Sighting()


def acknowledge(
    case: Case, legs: Sequence[RefundLeg], sightings: Mapping[str, Sighting]
) -> tuple[Case, tuple[RefundLeg, ...]]:
    """Return the case and its legs with what was seen, by the legs' names.

    The case is `refunded` once every share that comes back is there; one that is refunded is so with all its shares.
    """
    if case.state is CaseState.REFUNDED:
        found = ((leg, sightings.get(leg.name, _NONE)) for leg in legs)
        return case, tuple(_with(leg, replace(one, seen=one.seen or _KNOWN)) for leg, one in found)
    legs = tuple(_with(leg, sightings.get(leg.name, _NONE)) for leg in legs)
    coming = [leg for leg in legs if leg.destination not in NO_RETURN]
    settled = bool(coming) and all(leg.seen for leg in coming)
    waits = case.state in {CaseState.CANCELLED, CaseState.REFUND_PENDING}
    return (replace(case, state=CaseState.REFUNDED) if settled and waits else case), legs


def _with(leg: RefundLeg, sighting: Sighting) -> RefundLeg:
    candidates = () if sighting.seen else sighting.candidates
    return replace(leg, seen=sighting.seen, candidates=candidates, refused=sighting.refused)
