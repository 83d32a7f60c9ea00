"""What to do about each parcel: by what its carrier's record shows, else by hand."""

from __future__ import annotations

from collections.abc import Iterator

from okawari.domain.advice.drafts import ask_parcel
from okawari.domain.advice.scene import Scene
from okawari.domain.case import CaseState
from okawari.domain.message import Parcel
from okawari.domain.phrase import phrase
from okawari.domain.plan import Step
from okawari.domain.tracking.finding import TELLING, Finding, Trace, asks_post_office, record

_NEEDS_SENDER = TELLING | {Finding.RETURNED, Finding.DELIVERED_ELSEWHERE}
_NEEDS_CARRIER = frozenset({Finding.DELIVERED_ELSEWHERE, Finding.HELD_UP})
_UNDER_WAY = frozenset({Finding.MOVING, Finding.ANNOUNCED})
_CLAIMED = frozenset({Finding.OTHER_PARCEL, Finding.BAD_NUMBER, Finding.GATHER})


def follow_parcels(scene: Scene) -> Iterator[Step]:
    """Yield what to do about each parcel; a record that could not be seen is looked up by the person."""
    for parcel in scene.case.parcels:
        trace = next((one for one in scene.traces if one.parcel.number == parcel.number), None)
        if trace is None or trace.finding is Finding.NOT_SEEN:
            yield _by_hand(scene, parcel)
        else:
            yield from _by_record(scene, trace)
    if not scene.case.parcels:
        yield Step(code="check_tracking", text=phrase("steps.find_tracking", place=scene.place))


def is_settled(scene: Scene) -> bool:
    """Return whether every parcel's record was seen, so that nobody need look for a number that is not registered."""
    seen = {one.parcel.number for one in scene.traces if one.finding is not Finding.NOT_SEEN}
    return bool(scene.case.parcels) and all(parcel.number in seen for parcel in scene.case.parcels)


def ask_carrier(trace: Trace) -> Step:
    """Return the question to the carrier where a parcel is, or where it went."""
    carrier = phrase(f"carriers.{trace.parcel.carrier}")
    return Step(code="ask_carrier", text=phrase("parcels.ask_carrier", carrier=carrier, number=trace.parcel.number))


def _is_late(scene: Scene) -> bool:
    """Return whether the last day that the shop named for the delivery has passed."""
    latest = scene.case.delivery_latest
    return scene.case.state is CaseState.SHIPPED and latest is not None and latest < scene.asked.on


def _by_hand(scene: Scene, parcel: Parcel) -> Step:
    carrier = phrase(f"carriers.{parcel.carrier}")
    if parcel.number in scene.false_numbers:
        shows = phrase("parcels.record_check_failed", carrier=carrier, number=parcel.number)
        text = phrase("parcels.record_and_advice", record=shows, advice=phrase("parcels.advice_bad_number"))
        return Step(code="parcel_check_failed", text=text, draft=ask_parcel(scene, shows))
    entry = "check_tracking_shut" if parcel.carrier in scene.shut else "check_tracking"
    return Step(code="check_tracking", text=phrase(f"steps.{entry}", carrier=carrier, number=parcel.number))


def _by_record(scene: Scene, trace: Trace) -> Iterator[Step]:
    carrier = phrase(f"carriers.{trace.parcel.carrier}")
    advice = phrase(f"parcels.advice_{trace.finding}", carrier=carrier)
    yield Step(
        code=f"parcel_{trace.finding}",
        text=phrase("parcels.record_and_advice", record=record(trace), advice=advice),
        rule=trace.rule,
        on=scene.asked.on if trace.finding in _NEEDS_SENDER else None,
        draft=ask_parcel(scene, record(trace)) if trace.finding in _NEEDS_SENDER else None,
    )
    if trace.finding in _NEEDS_CARRIER or (trace.finding in _UNDER_WAY and _is_late(scene)):
        yield ask_carrier(trace)
    if asks_post_office(trace):
        yield Step(code="ask_post_office", text=phrase("parcels.ask_post_office"), rule="TRK-UNREG-07")
    if trace.finding in _CLAIMED:
        yield Step(code="keep_evidence", text=scene.by_own_way("keep_evidence"))
