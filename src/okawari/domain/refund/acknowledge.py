"""Money that has come back: which shares of a case are settled, and whether the case is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from okawari.domain.case import Case, CaseState
from okawari.domain.matching import Ground
from okawari.domain.money import total
from okawari.domain.plan import RefundLeg, Seen, SeenRow, Sighting
from okawari.domain.returns import comes_back
from okawari.domain.statement import LineKind

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
        known = _by_witnesses(case) or _KNOWN
        return case, tuple(_with(leg, replace(one, seen=one.seen or known)) for leg, one in found)
    legs = tuple(_with(leg, sightings.get(leg.name, _NONE)) for leg in legs)
    coming = [leg for leg in legs if comes_back(leg)]
    settled = bool(coming) and all(leg.seen for leg in coming)
    waits = case.state in {CaseState.CANCELLED, CaseState.REFUND_PENDING}
    return (replace(case, state=CaseState.REFUNDED) if settled and waits else case), legs


def _by_witnesses(case: Case) -> Seen | None:
    """Return on which lines that name the order all of its money came back, None where it is known otherwise."""
    back = [witness for witness in case.witnesses if witness.line.kind is LineKind.REFUND]
    if case.amount_due is None or total([witness.line.amount for witness in back]) != case.amount_due:
        return None
    rows = tuple(
        SeenRow(
            account=f"{one.line.source}|{one.line.card}",
            wording=one.line.merchant,
            on=one.line.on,
            amount=one.line.amount,
        )
        for one in back
    )
    return Seen(ground=Ground.NAMED.value, rows=rows, keys=tuple(one.key for one in back))


def _with(leg: RefundLeg, sighting: Sighting) -> RefundLeg:
    candidates = () if sighting.seen else sighting.candidates
    return replace(leg, seen=sighting.seen, candidates=candidates, refused=sighting.refused)
