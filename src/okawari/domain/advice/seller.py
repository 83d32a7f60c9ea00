"""A seller wants something of the buyer: cancel it yourself, choose, or take another item."""

from __future__ import annotations

from collections.abc import Iterator

from okawari.domain.advice.drafts import (
    answer_cancel_by_shop,
    answer_cannot_supply,
    answer_wait,
    decline_cancel,
    decline_substitute,
)
from okawari.domain.advice.scene import Scene
from okawari.domain.phrase import phrase
from okawari.domain.plan import Step


def answer_seller(scene: Scene) -> Iterator[Step]:
    """Yield the steps after a seller's message that waits for the buyer; the order itself still stands."""
    case = scene.case
    if case.seller_asks_cancel:
        yield Step(code="do_not_cancel_yourself", text=phrase("steps.do_not_cancel_yourself"), rule="MKT-ASK-01")
    yield Step(code="check_history", text=scene.by_own_way("check_history"))
    if case.seller_asks_cancel:
        text = phrase("steps.decline_cancel", shop=scene.shop)
        yield Step(code="decline_cancel", text=text, rule="MKT-MET-02", draft=decline_cancel(scene))
    elif case.cannot_supply:
        text = phrase("steps.answer_cannot_supply")
        yield Step(code="answer_cannot_supply", text=text, draft=answer_cannot_supply(scene))
    elif case.substitute_offered:
        yield Step(code="judge_substitute", text=phrase("steps.judge_substitute"), draft=decline_substitute(scene))
    else:
        yield Step(code="answer_wait", text=phrase("steps.answer_wait"), draft=answer_wait(scene))
        yield Step(
            code="answer_cancel_by_shop", text=phrase("steps.answer_cancel_by_shop"), draft=answer_cancel_by_shop(scene)
        )
    elsewhere = "look_elsewhere" if case.cannot_supply else "look_elsewhere_before_cancel"
    yield Step(code="look_elsewhere", text=phrase(f"steps.{elsewhere}"))
    yield Step(code="keep_evidence", text=scene.by_own_way("keep_evidence"))
    if scene.has_third_party_seller:
        tell = phrase("steps.tell_platform", shop=scene.shop)
        yield Step(code="tell_platform", text=tell, on=scene.after(2), rule="MKT-ATOZ-02")
