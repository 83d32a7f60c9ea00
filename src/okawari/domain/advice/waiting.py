"""While an order still lives: late, shipped but not there, in contradiction, or simply on its way."""

from __future__ import annotations

from collections.abc import Iterator

from okawari.domain.advice.drafts import ask_delivery
from okawari.domain.advice.scene import Scene
from okawari.domain.case import CaseState
from okawari.domain.phrase import phrase
from okawari.domain.plan import Step


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
        case CaseState.SHIPPED:
            yield from _shipped(scene)
        case CaseState.CANCELLING:
            yield Step(
                code="wait_for_cancel", text=phrase("steps.wait_for_cancel", place=scene.place), on=scene.after(1)
            )
        case CaseState.DELIVERED:
            yield Step(code="nothing_to_do", text=phrase("steps.delivered"))
        case CaseState.UNKNOWN:
            yield Step(code="tell_more", text=phrase("steps.tell_more", place=scene.place))
        case _ if not case.payment_failed:
            yield Step(code="nothing_to_do", text=phrase("steps.still_ordered"))


def _contradiction(scene: Scene) -> Iterator[Step]:
    yield Step(code="wait_one_day", text=phrase("steps.wait_one_day", place=scene.place), on=scene.after(1))
    yield from _tracking(scene)
    yield Step(code="look_elsewhere", text=phrase("steps.look_elsewhere_before_cancel"))
    text = phrase("steps.ask_after_contradiction", shop=scene.shop)
    yield Step(code="contact_support", text=text, on=scene.after(2), rule="MKT-CONTACT-01", draft=ask_delivery(scene))


def _backorder(scene: Scene) -> Iterator[Step]:
    yield Step(code="wait_or_cancel", text=phrase("steps.wait_or_cancel"))
    yield Step(code="look_elsewhere", text=phrase("steps.look_elsewhere_before_cancel"))
    yield Step(code="cancel_after_found", text=phrase("steps.cancel_after_found", place=scene.place))
    yield Step(code="ask_delivery", text=phrase("steps.ask_delivery", shop=scene.shop), draft=ask_delivery(scene))


def _shipped(scene: Scene) -> Iterator[Step]:
    yield from _tracking(scene)
    ask = phrase("steps.ask_when_unregistered", shop=scene.shop)
    yield Step(code="ask_delivery", text=ask, on=scene.after(2), draft=ask_delivery(scene))
    if scene.has_third_party_seller:
        yield Step(code="claim_guarantee", text=phrase("steps.claim_guarantee", shop=scene.shop), rule="MKT-ATOZ-03")


def _tracking(scene: Scene) -> Iterator[Step]:
    for parcel in scene.case.parcels:
        carrier = phrase(f"carriers.{parcel.carrier}")
        text = phrase("steps.check_tracking", carrier=carrier, number=parcel.number)
        yield Step(code="check_tracking", text=text)
    if not scene.case.parcels:
        yield Step(code="check_tracking", text=phrase("steps.find_tracking", place=scene.place))
