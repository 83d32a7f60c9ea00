"""The mall's own guarantee for what a seller sold: which one, from and until when, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from okawari.domain.advice.scene import Scene
from okawari.domain.contact import Party, first_with
from okawari.domain.guarantee import chargeback_at, is_by_seller
from okawari.domain.japan_time import japan_day
from okawari.domain.order_history import is_digital
from okawari.domain.phrase import phrase
from okawari.domain.plan import Step


def claim_guarantee(scene: Scene) -> Iterator[Step]:
    """Yield what the mall's guarantee asks for, should the goods stay away; nothing for what no seller sold."""
    if not scene.has_third_party_seller:
        return
    days = {one.what: one.on for one in scene.window}
    match scene.case.merchant:
        case "amazon_jp":
            yield from _a_to_z(scene, days)
        case "rakuten":
            yield from _anshin(scene, days.get("anshin_closes"))
        case _:
            yield Step(code="claim_mall", text=phrase("steps.claim_unconfirmed", shop=scene.shop))


def _a_to_z(scene: Scene, days: dict[str, date]) -> Iterator[Step]:
    case, closes = scene.case, days.get("atoz_closes")
    disputed = chargeback_at(case)
    if not is_by_seller(case) or is_digital(case.order):
        text = phrase("steps.claim_customer_service", shop=scene.shop)
        yield Step(code="claim_mall", text=text, rule="MKT-ATOZ-06" if is_by_seller(case) else "MKT-ATOZ-01")
    elif disputed:
        text = phrase("steps.await_chargeback", day=japan_day(disputed))
        yield Step(code="await_chargeback", text=text, rule="MKT-ATOZ-05")
    elif closes is None:
        yield Step(code="claim_guarantee", text=phrase("steps.claim_guarantee", shop=scene.shop), rule="MKT-ATOZ-03")
    elif closes < scene.asked.on:
        yield _closed(scene, closes, "MKT-ATOZ-04")
    else:
        asked = "claim_after_contact" if first_with(case.contacts, Party.SELLER) else "claim_before_contact"
        opens = max(day for what, day in days.items() if what in {"atoz_opens", "atoz_claim_from"})
        text = phrase(f"steps.{asked}", shop=scene.shop, closes=closes)
        yield Step(code="claim_guarantee", text=text, on=opens, rule="MKT-ATOZ-03")


def _anshin(scene: Scene, closes: date | None) -> Iterator[Step]:
    rule = "MKT-RAK-ANSHIN-01"
    if closes is None:
        yield Step(code="claim_mall", text=phrase("steps.claim_unconfirmed", shop=scene.shop), rule=rule)
    elif closes < scene.asked.on:
        yield _closed(scene, closes, rule)
    else:
        yield Step(code="claim_mall", text=phrase("steps.claim_anshin", closes=closes), rule=rule)


def _closed(scene: Scene, closes: date, rule: str) -> Step:
    return Step(code="claim_closed", text=phrase("steps.claim_closed", shop=scene.shop, closes=closes), rule=rule)
