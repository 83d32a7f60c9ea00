"""What happened to an order, in one sentence."""

from __future__ import annotations

from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.message import Item
from okawari.domain.phrase import Phrase, PhraseValue, phrase
from okawari.domain.plan import Plan
from okawari.domain.shop_code import without_shop_code

_TITLE_LENGTH = 44


_BEFORE_GOODS = frozenset({CaseState.ORDERED, CaseState.PREPARING})


def happened(plan: Plan, shop: PhraseValue) -> Phrase:
    """Return the sentence; it names a cause only where the shop, or the person, named one."""
    case = plan.case
    if case.authenticity.verdict is Verdict.PHISHING:
        return phrase("happened.phishing", shop=shop)
    if case.partial and case.state is not CaseState.CONTRADICTORY:
        return phrase(f"happened.partly_{plan.cause.told}", what=things(case.cancelled_items))
    if case.state is CaseState.CANCELLED:
        return phrase(f"happened.cancelled_{plan.cause.told}", what=things(case.cancelled_items or case.items))
    return phrase(f"happened.{_open_question(case) or case.state.value}", what=things(case.items))


def things(items: tuple[Item, ...]) -> Phrase:
    """Return the first item and how many others there are, or "this order" where none is known."""
    if not items:
        return phrase("happened.this_order")
    title = shortened(without_shop_code(items[0].title))
    if len(items) == 1:
        return phrase("happened.item", title=title)
    return phrase("happened.items", title=title, others=len(items) - 1)


def shortened(title: str) -> str:
    """Return a title that fits into a sentence."""
    return title if len(title) <= _TITLE_LENGTH else f"{title[: _TITLE_LENGTH - 1].rstrip()}…"


def _open_question(case: Case) -> str:
    holding = (
        (case.seller_asks_cancel, "seller_asks_cancel"),
        (case.seller_asks_choice, "seller_asks_choice"),
        (case.cannot_supply, "cannot_supply"),
        (case.substitute_offered, "substitute_offered"),
        (case.payment_failed, "payment_failed"),
        (case.not_arrived, "not_arrived"),
        (case.message_open and case.state in _BEFORE_GOODS, "message"),
    )
    return next((entry for holds, entry in holding if holds), "")
