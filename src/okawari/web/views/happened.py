"""What happened, in one sentence."""

from __future__ import annotations

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.plan import Plan
from okawari.web.words import Words


def happened(plan: Plan, words: Words) -> str:
    """Return the sentence: the cause only where the shop, or the person, named one."""
    case = plan.case
    shop = words.shop(case.merchant)
    if case.authenticity.verdict is Verdict.PHISHING:
        return words("happened_phishing", shop=shop)
    if case.partial or case.state is CaseState.CANCELLED:
        what = words.items(case.cancelled_items or case.items)
        entry = "happened_partly" if case.partial else "happened_cancelled"
        return words(f"{entry}_{plan.cause.code.value}", what=what, shop=shop)
    what = words.items(case.items)
    if case.seller_asks_cancel:
        return words("happened_seller_asks_cancel", what=what)
    if case.seller_asks_choice:
        return words("happened_seller_asks_choice", what=what)
    if case.substitute_offered:
        return words("happened_substitute_offered", what=what)
    if case.payment_failed:
        return words("happened_payment_failed", what=what)
    return words(f"happened_{case.state.value}", what=what, shop=shop)
