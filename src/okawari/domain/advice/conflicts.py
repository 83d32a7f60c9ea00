"""Where what people commonly say differs from official sources, and the plan follows the sources (rules ART-…)."""

from __future__ import annotations

from collections.abc import Sequence

from okawari.domain.advice.scene import Scene
from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.plan import RefundLeg, Step

_BY_METHOD = {
    "amazon_gift_balance": ("ART-01",),
    "credit_card": ("ART-02", "ART-04"),
    "debit_card": ("ART-02", "ART-03", "ART-04"),
    "prepaid_card": ("ART-02", "ART-04"),
    "convenience_store": ("ART-07",),
    "atm_payeasy": ("ART-07",),
    "net_banking": ("ART-07",),
}
_LIMITED_POINTS = ("amazon_points", "rakuten_points", "mercari_points")
_BY_STEP = {
    "ask_coupon": ("ART-05", "ART-16"),
    "contact_support": ("ART-18",),
    "decline_cancel": ("ART-08",),
    "claim_guarantee": ("ART-09", "ART-10"),
    "ask_delivery": ("ART-11",),
}


def settled_conflicts(scene: Scene, steps: Sequence[Step]) -> tuple[str, ...]:
    """Return the ids of the sayings that this plan touches and settles otherwise, in the order of their number."""
    if scene.case.authenticity.verdict is Verdict.PHISHING:
        return ("ART-19",)
    touched = {article for leg in scene.refunds for article in _of_leg(leg)}
    touched.update(article for step in steps for article in _BY_STEP.get(step.code, ()))
    if scene.case.release_on is not None and scene.case.state in {CaseState.CANCELLED, CaseState.REFUND_PENDING}:
        touched.add("ART-14")
    return tuple(sorted(touched))


def _of_leg(leg: RefundLeg) -> tuple[str, ...]:
    if leg.method in _LIMITED_POINTS and leg.kind == "limited":
        return ("ART-06",)
    return _BY_METHOD.get(leg.method, ())
