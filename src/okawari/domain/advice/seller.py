"""A seller wants something of the buyer: cancel it yourself, choose, or take another item."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from okawari.domain.advice.drafts import (
    accept_substitute,
    answer_cancel_by_shop,
    answer_cannot_supply,
    answer_wait,
    decline_cancel,
    decline_substitute,
)
from okawari.domain.advice.parcels import follow_parcels
from okawari.domain.advice.scene import Scene
from okawari.domain.contact import Party, first_with
from okawari.domain.japan_time import japan_day
from okawari.domain.money import Money
from okawari.domain.phrase import Phrase, PhraseValue, phrase
from okawari.domain.plan import Step
from okawari.domain.same_thing import Sameness
from okawari.domain.shop_code import without_shop_code
from okawari.domain.substitute import Substitute

_TWO_DAYS = timedelta(days=2)
"""The 48 hours of MKT-ATOZ-02; at other malls our own choice."""


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
        named = case.substitute
        text = phrase("steps.judge_substitute")
        if named:
            text = _judged(named, "steps.judge_named_substitute", ask=_of_the_difference(named))
        yield Step(code="judge_substitute", text=text, draft=decline_substitute(scene))
        yield Step(code="accept_substitute", text=phrase("steps.accept_substitute"), draft=accept_substitute(scene))
    else:
        yield Step(code="answer_wait", text=phrase("steps.answer_wait"), draft=answer_wait(scene))
        yield Step(
            code="answer_cancel_by_shop", text=phrase("steps.answer_cancel_by_shop"), draft=answer_cancel_by_shop(scene)
        )
    if case.shipped_at:
        yield from follow_parcels(scene)
    elsewhere = "look_elsewhere" if case.cannot_supply else "look_elsewhere_before_cancel"
    yield Step(code="look_elsewhere", text=phrase(f"steps.{elsewhere}"))
    yield Step(code="keep_evidence", text=scene.by_own_way("keep_evidence"))
    if scene.has_third_party_seller:
        tell = phrase("steps.tell_platform", shop=scene.shop)
        rule = "MKT-ATOZ-02" if case.merchant == "amazon_jp" else None
        yield Step(code="tell_platform", text=tell, on=_answered_by(scene), rule=rule)


def _answered_by(scene: Scene) -> date:
    """Return the day on which a seller has had two days to answer: from when one wrote, else from the day of asking."""
    wrote = first_with(scene.case.contacts, Party.SELLER) or first_with(scene.case.contacts, Party.SHOP)
    return japan_day(wrote + _TWO_DAYS) if wrote else scene.after(_TWO_DAYS.days)


def judge_after_cancel(scene: Scene) -> Iterator[Step]:
    """Yield what is to be thought of a named substitute once the order itself has ended: nobody need decline it any more."""
    if scene.case.substitute:
        yield Step(
            code="judge_substitute", text=_judged(scene.case.substitute, "steps.judge_named_substitute_after_cancel")
        )


def _judged(found: Substitute, entry: str, **more: Phrase) -> Phrase:
    """Return what is offered instead against what was ordered and what was seen elsewhere."""
    return phrase(
        entry,
        item=without_shop_code(found.item.title),
        what=_what(found),
        price=_price(found),
        same=_market(found),
        original=_original(found),
        **more,
    )


def _of_the_difference(found: Substitute) -> Phrase:
    """Return what to ask about the difference in price, nothing where there is none to come back."""
    if found.item.price is None:
        return phrase("steps.substitute_ask_difference")
    cheaper = found.dearer_by is not None and found.dearer_by.amount < 0
    return phrase("steps.substitute_ask_back" if cheaper else "drafts.no_line")


def _what(found: Substitute) -> Phrase:
    likeness = found.likeness
    if likeness is None or likeness.sameness is Sameness.UNSURE:
        return phrase("steps.substitute_unsure")
    if likeness.sameness is Sameness.SAME:
        return phrase("steps.substitute_same")
    return phrase("steps.substitute_differs", how=phrase(f"ranking.differs_{likeness.reasons[0]}"))


def _price(found: Substitute) -> Phrase:
    asked, dearer = found.item.price, found.dearer_by
    if asked is None:
        return phrase("steps.substitute_price_unknown")
    if dearer is None:
        return phrase("steps.substitute_price", price=asked)
    return _against("steps.substitute_price", dearer, price=asked)


def _market(found: Substitute) -> Phrase:
    seen, dearer = found.same, found.dearer_than_seen
    if seen is None:
        return phrase("steps.substitute_market_unknown")
    if dearer is None:
        return phrase("steps.substitute_market", day=seen.on, host=seen.host, price=seen.price)
    return _against("steps.substitute_market", dearer, day=seen.on, host=seen.host, price=seen.price)


def _against(key: str, dearer: Money, **values: PhraseValue) -> Phrase:
    """Return the entry for a price that is dearer, cheaper or the same, with the difference as a positive amount."""
    if not dearer.amount:
        return phrase(f"{key}_same", **values)
    way = "dearer" if dearer.amount > 0 else "cheaper"
    return phrase(f"{key}_{way}", by=Money(abs(dearer.amount), dearer.currency), **values)


def _original(found: Substitute) -> Phrase:
    seen = found.original
    if seen is None:
        return phrase("steps.substitute_original_unknown")
    return phrase("steps.substitute_original", day=seen.on, host=seen.host, price=seen.price)
