"""While an order still lives: late, shipped but not there, in contradiction, or simply on its way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from okawari.domain.advice.claims import claim_guarantee
from okawari.domain.advice.drafts import ask_delivery
from okawari.domain.advice.parcels import ask_carrier, follow_parcels, is_settled
from okawari.domain.advice.preorders import is_release_near
from okawari.domain.advice.scene import Scene
from okawari.domain.belief import instant
from okawari.domain.case import CaseState
from okawari.domain.japan_time import japan_day
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import Step
from okawari.domain.tracking.finding import NO_RECORD, Finding
from okawari.domain.wait import Wait

_DAY = timedelta(days=1)
_REGISTERED = timedelta(days=2)
"""A day and a half after it is sent, as the step says, a number should be known to the carrier."""
_ON_ITS_WAY = frozenset({Finding.MOVING, Finding.HELD_UP, Finding.DELIVERED})


def while_waiting(scene: Scene) -> Iterator[Step]:
    """Yield the steps for an order that is not cancelled for sure."""
    case = scene.case
    yield Step(code="check_history", text=scene.by_own_way("check_history"))
    if case.payment_failed:
        yield Step(code="fix_payment", text=phrase("steps.fix_payment", place=scene.place))
    match case.state:
        case CaseState.CONTRADICTORY:
            yield from _contradiction(scene)
        case CaseState.BACKORDERED:
            yield from _backorder(scene)
        case CaseState.PREPARING if not case.payment_failed and not case.message_open:
            yield from _late(scene)
        case CaseState.SHIPPED:
            yield from _shipped(scene)
        case CaseState.CANCELLING:
            yield Step(
                code="wait_for_cancel", text=phrase("steps.wait_for_cancel", place=scene.place), on=scene.after(1)
            )
        case CaseState.DELIVERED if any(one.finding is Finding.DELIVERED_ELSEWHERE for one in scene.traces):
            yield from follow_parcels(scene)
        case CaseState.DELIVERED:
            yield Step(code="nothing_to_do", text=phrase("steps.delivered"))
        case CaseState.UNKNOWN:
            yield Step(code="tell_more", text=phrase("steps.tell_more", place=scene.place))
        case _:
            yield from _unhurried(scene)


def _unhurried(scene: Scene) -> Iterator[Step]:
    latest = scene.case.delivery_latest
    if scene.case.message_open:
        yield Step(code="read_message", text=phrase("steps.read_message"))
    elif latest and latest < scene.asked.on:
        yield Step(code="ask_delivery", text=phrase("steps.past_delivery", day=latest), draft=ask_delivery(scene))
        yield from claim_guarantee(scene)
    elif not scene.case.payment_failed and not is_release_near(scene):
        yield Step(code="nothing_to_do", text=phrase("steps.still_ordered"))


def _contradiction(scene: Scene) -> Iterator[Step]:
    """Yield what the article's table asks: wait a day and look again, then ask the carrier, then claim. TRK-CONTRA-01."""
    waits_till = scene.settles_on or scene.after(1)
    text = phrase("steps.wait_one_day", place=scene.place)
    yield Step(code="wait_one_day", text=text, on=waits_till, rule="TRK-CONTRA-01")
    yield from follow_parcels(scene)
    moved = _moved_after_cancel(scene)
    if moved:
        yield Step(code="parcel_on_its_way", text=phrase("parcels.on_its_way"), rule="TRK-CONTRA-01")
    elif waits_till <= scene.asked.on and is_settled(scene):
        yield from _after_the_wait(scene)
    yield Step(code="look_elsewhere", text=phrase("steps.look_elsewhere_before_cancel"))
    text = phrase("steps.ask_after_contradiction", shop=scene.shop)
    on = max(waits_till + _DAY, scene.asked.on)
    yield Step(code="contact_support", text=text, on=on, rule="MKT-CONTACT-01", draft=ask_delivery(scene))
    yield from claim_guarantee(scene)


def _after_the_wait(scene: Scene) -> Iterator[Step]:
    """Yield what holds after a day in which nothing moved: without a record no parcel was sent, else the carrier knows."""
    recorded = [one for one in scene.traces if one.finding not in NO_RECORD]
    if not recorded:
        yield Step(code="take_as_cancelled", text=phrase("parcels.take_as_cancelled"), rule="TRK-CONTRA-01")
    for trace in recorded:
        yield ask_carrier(trace)


def _moved_after_cancel(scene: Scene) -> bool:
    cancelled = scene.case.cancelled_at
    scans = [one.scan.at for one in scene.traces if one.finding in _ON_ITS_WAY and one.scan and one.scan.at]
    return cancelled is not None and any(instant(at) > instant(cancelled) for at in scans)


def _backorder(scene: Scene) -> Iterator[Step]:
    rule = scene.wait.rule if scene.wait else None
    yield Step(code="wait_or_cancel", text=_how_long(scene.wait, scene.asked.on), rule=rule)
    yield Step(code="look_elsewhere", text=phrase("steps.look_elsewhere_before_cancel"))
    yield Step(code="cancel_after_found", text=phrase("steps.cancel_after_found", place=scene.place))
    yield Step(code="ask_delivery", text=phrase("steps.ask_delivery", shop=scene.shop), draft=ask_delivery(scene))


def _late(scene: Scene) -> Iterator[Step]:
    yield Step(code="wait_or_cancel", text=phrase("steps.delayed"))
    yield Step(code="look_elsewhere", text=phrase("steps.look_elsewhere_before_cancel"))
    yield Step(code="ask_delivery", text=phrase("steps.ask_delivery", shop=scene.shop), draft=ask_delivery(scene))
    yield from claim_guarantee(scene)


def _how_long(wait: Wait | None, on: date) -> Phrase:
    """Return the choice with its days; what nobody told is said to be unknown."""
    if wait is None:
        return phrase("steps.wait_or_cancel")
    since = phrase("preorders.since", day=wait.since) if wait.since else phrase("preorders.since_unknown")
    told = phrase("preorders.promised_unknown")
    if wait.promised:
        stands = "promised_before" if not wait.renewed else "promised_passed" if wait.promised < on else "promised"
        told = phrase(f"preorders.{stands}", day=wait.promised)
    moved = phrase("preorders.moved", count=wait.moved) if wait.moved else phrase("drafts.no_line")
    decide = phrase("preorders.decide", day=wait.decide_by) if wait.decide_by else phrase("preorders.decide_unknown")
    return phrase("preorders.wait", since=since, promised=told, moved=moved, decide=decide)


def _shipped(scene: Scene) -> Iterator[Step]:
    yield from follow_parcels(scene)
    numbers = {parcel.number for parcel in scene.case.parcels}
    if not is_settled(scene) and (numbers - scene.false_numbers or not numbers):
        seller = scene.case.seller if scene.shipped_by_seller else None
        whom = phrase("steps.this_seller", seller=seller) if seller else scene.shop
        ask = phrase("steps.ask_when_unregistered", whom=whom)
        sent = scene.case.shipped_at
        on = max(japan_day(sent) + _REGISTERED, scene.asked.on) if sent else scene.after(_REGISTERED.days)
        yield Step(code="ask_delivery", text=ask, on=on, draft=ask_delivery(scene))
    yield from claim_guarantee(scene)
