"""Preorders: what to do as the release comes near, about second reservations, and about the price guarantee."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from okawari.domain.advice.drafts import ask_delivery, ask_price_guarantee
from okawari.domain.advice.scene import Scene
from okawari.domain.case import CaseState
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import Step
from okawari.domain.preorder import Reservation, Standing
from okawari.domain.price_guarantee import RULE, price_guarantees

NOTHING_MOVES = frozenset({CaseState.ORDERED, CaseState.PREPARING, CaseState.BACKORDERED, CaseState.UNKNOWN})
DAYS_AHEAD = frozenset({"release", "spare_cancel_by", "decide_wait"})
"""The days of a plan that are about a preorder, a backorder or a second reservation."""
WARNINGS = frozenset(
    {
        "release_near",
        "release_passed",
        "decide_spare",
        "cancel_spare",
        "cancel_main",
        "keep_spare",
        "wait_or_cancel",
        "claim_price_guarantee",
    }
)
"""The steps of a plan that are about one."""
ON_ITS_WAY = frozenset({CaseState.SHIPPED, CaseState.DELIVERED})
BEFORE_RELEASE = timedelta(days=3)
"""Our own choice: time enough to find the thing elsewhere before it comes out."""
BEFORE_FEE = timedelta(days=2)
"""Our own choice: time enough to decide before a second reservation can no longer be cancelled for nothing."""


def about_preorder(scene: Scene) -> Iterator[Step]:
    """Yield the steps of a preorder, beside those of the order."""
    yield from _release(scene)
    for reservation in scene.case.reservations:
        yield from _spare(scene, reservation)
    for one in price_guarantees(scene.case):
        if one.charged and one.lowest and one.difference:
            text = phrase(
                "preorders.claim_price" if one.charge_known else "preorders.check_price",
                item=one.item,
                charged=one.charged,
                difference=one.difference,
                price=one.lowest.price,
                day=one.lowest.on,
            )
            draft = ask_price_guarantee(scene, one)
            yield Step(code="claim_price_guarantee", text=text, rule=RULE, draft=draft)


def spares_left(scene: Scene) -> Iterator[Step]:
    """Yield the second reservations that come in the place of an order that died."""
    if scene.case.partial:
        return
    for one in scene.case.reservations:
        if one.standing is Standing.HELD:
            yield Step(code="keep_spare", text=phrase("preorders.keep_spare", spare=spare_name(one)))


def is_release_near(scene: Scene) -> bool:
    """Return whether the release has come near, or passed, and nothing moves."""
    release = scene.case.release_on
    return release is not None and scene.case.state in NOTHING_MOVES and scene.asked.on >= release - BEFORE_RELEASE


def _release(scene: Scene) -> Iterator[Step]:
    release = scene.case.release_on
    if release is None or not is_release_near(scene):
        return
    if release < scene.asked.on:
        text = phrase("preorders.release_passed", day=release, place=scene.place)
        yield Step(code="release_passed", text=text, draft=ask_delivery(scene))
    else:
        yield Step(code="release_near", text=phrase("preorders.release_near", day=release, place=scene.place))


def _spare(scene: Scene, reservation: Reservation) -> Iterator[Step]:
    state, till = scene.case.state, reservation.cancel_by
    name = spare_name(reservation)
    if reservation.standing is Standing.SECURED and state in NOTHING_MOVES:
        yield Step(code="cancel_main", text=phrase("preorders.cancel_main", spare=name, place=scene.place))
    if reservation.standing is not Standing.HELD:
        return
    if state in ON_ITS_WAY:
        text = phrase("preorders.cancel_spare", spare=name, until=_until(scene, reservation))
        yield Step(code="cancel_spare", text=text)
    elif state in NOTHING_MOVES and till and till >= scene.asked.on:
        text = phrase("preorders.decide_spare", spare=name, day=till)
        yield Step(code="decide_spare", text=text, on=till - BEFORE_FEE)


def spare_name(reservation: Reservation) -> Phrase:
    """Return a second reservation as one says it: its shop, and its number where that is known."""
    if not reservation.number:
        return phrase("preorders.spare", shop=reservation.shop)
    return phrase("preorders.spare_number", shop=reservation.shop, number=reservation.number)


def _until(scene: Scene, reservation: Reservation) -> Phrase:
    if reservation.cancel_by is None:
        return phrase("preorders.until_unknown")
    passed = reservation.cancel_by < scene.asked.on
    return phrase("preorders.until_passed" if passed else "preorders.until", day=reservation.cancel_by)
