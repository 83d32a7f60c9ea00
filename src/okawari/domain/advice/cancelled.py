"""After a cancel: check it, follow the money, get the thing elsewhere, and whom to ask when the money stays away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from okawari.domain.advice.drafts import (
    ask_about_again,
    ask_cash,
    ask_condition,
    ask_coupon,
    ask_hold_release,
    ask_issuer,
    ask_issuer_hold,
    ask_points,
    ask_refund_date,
    ask_round,
    ask_support,
    tell_asked_to_cancel,
)
from okawari.domain.advice.preorders import spares_left
from okawari.domain.advice.scene import Scene
from okawari.domain.advice.seller import judge_after_cancel
from okawari.domain.collateral import broken_conditions
from okawari.domain.condition import benefit_lost, benefit_named
from okawari.domain.guarantee import chargeback_at
from okawari.domain.japan_time import japan_day
from okawari.domain.message import CauseCode
from okawari.domain.phrase import phrase
from okawari.domain.plan import RefundLeg, Step

_CHECKS = {
    "authorisation_release": "check_hold_released",
    "original_card": "check_card_credit",
    "original_source": "check_card_credit",
    "original_bank_account_or_card_balance": "check_debit_return",
    "original_bank_account": "check_bank_account",
    "amazon_gift_balance": "check_gift_balance",
    "amazon_points": "check_points",
    "amazon_points_or_lost": "check_points",
    "rakuten_points": "check_points",
    "mercari_points": "check_points",
    "carrier_bill_removed": "check_carrier_bill",
    "carrier_bill_deduction": "check_carrier_bill",
    "carrier_bill_removed_or_deduction": "check_carrier_bill",
    "paypay_balance": "check_paypay",
    "paypay_same_kind": "check_paypay",
    "paidy_bill_reduction": "check_paidy",
    "paidy_bill_offset": "check_paidy",
    "merpay_balance": "check_merpay",
    "bill_reduction_or_merpay_balance": "check_merpay",
    "bank_transfer": "check_bank_account",
}
_ISSUER_METHODS = ("credit_card", "debit_card", "prepaid_card", "paypay_credit", "paypay_card")
_ISSUER_AFTER = timedelta(days=15)  # NET-ESC-01: the shop first, the issuer with its answer, then the hotline
_HOTLINE_AFTER = timedelta(days=15)
_CAUSE_STEPS = {
    CauseCode.ADDRESS: "fix_address",
    CauseCode.PAYMENT: "fix_payment",
    CauseCode.PRICE_ERROR: "price_error",
}


def after_cancel(scene: Scene) -> Iterator[Step]:
    """Yield the steps after a cancel, wholly or in part: questions that are due first, then what is to be done, by date."""
    case, later = scene.case, _money_later(scene)
    due = [step for step in later if step.draft and step.on and step.on <= scene.asked.on]
    yield from due
    code = "check_partly_cancelled" if case.partial else "check_cancelled"
    yield Step(code="check_history", text=scene.by_own_way(code), rule="PHI-AMZ-03")
    if case.asked_to_cancel:
        told = phrase("steps.tell_asked_to_cancel", shop=scene.shop)
        yield Step(code="tell_asked_to_cancel", text=told, rule="MKT-ASK-01", draft=tell_asked_to_cancel(scene))
    elif scene.by_buyer:
        yield Step(code="confirm_own_request", text=phrase("steps.confirm_own_request", place=scene.place))
    yield from _offered_again(scene)
    if scene.cause.code in _CAUSE_STEPS:
        fix = _CAUSE_STEPS[scene.cause.code]
        yield Step(code=fix, text=phrase(f"steps.{fix}", place=scene.place))
    yield from _money_now(scene)
    yield from judge_after_cancel(scene)
    yield from spares_left(scene)
    if case.cancelled_items or not case.items:
        yield Step(code="look_elsewhere", text=phrase("steps.look_elsewhere"))
    yield Step(code="keep_evidence", text=scene.by_own_way("keep_evidence"))
    if not scene.by_buyer:
        yield from _questions(scene)
    yield from (step for step in later if step not in due)


def after_refund(scene: Scene) -> Iterator[Step]:
    """Yield what is left once all the money is back: the thing itself, and what a cancel may have cost besides."""
    yield from _offered_again(scene)
    yield from spares_left(scene)
    if scene.case.cancelled_items or not scene.case.items:
        yield Step(code="look_elsewhere", text=phrase("steps.look_elsewhere"))
    if not scene.by_buyer:
        yield _ask_coupon(scene)
        yield from _ask_of_others(scene)


def _offered_again(scene: Scene) -> Iterator[Step]:
    """Yield what to do with goods of a cancelled order that are on sale again: no proof of anything (MKT-RELIST-01)."""
    again = scene.case.offered_again
    if again is None or scene.by_buyer:
        return
    prices = phrase("drafts.no_line")
    if again.then and again.now and again.then.currency == again.now.currency:
        prices = phrase("steps.offered_again_prices", then=again.then, now=again.now)
    day = japan_day(again.at)
    told = phrase("steps.offered_again", day=day, prices=prices)
    text = phrase("steps.seen_again", day=day, prices=prices, host=again.host) if again.url else told
    yield Step(code="offered_again", text=text, rule="MKT-RELIST-01", draft=ask_about_again(scene, again))


def _questions(scene: Scene) -> Iterator[Step]:
    contact = phrase("steps.contact_support" if scene.at_amazon else "steps.contact_shop", shop=scene.shop)
    rule = "MKT-CONTACT-01" if scene.at_amazon else None
    yield Step(code="contact_support", text=contact, rule=rule, draft=ask_support(scene))
    yield _ask_coupon(scene)
    yield from _ask_of_others(scene)


def _ask_of_others(scene: Scene) -> Iterator[Step]:
    """Yield the questions about what else the cancel takes: nobody promises that it is made good (MKT-COLLATERAL-01)."""
    loss = scene.case.round_loss
    if loss and loss.open is None and loss.most:
        text = phrase("steps.ask_round", shop=scene.shop)
        yield Step(code="ask_round", text=text, rule="MKT-COLLATERAL-01", draft=ask_round(scene, loss))
    for one in () if scene.by_buyer else broken_conditions(scene.case):
        text = phrase("steps.ask_condition", shop=scene.shop, benefit=benefit_named(one), loss=benefit_lost(one))
        yield Step(code="ask_condition", text=text, rule="MKT-COLLATERAL-01", draft=ask_condition(scene, one))


def _ask_coupon(scene: Scene) -> Step:
    coupon = phrase("steps.ask_coupon", shop=scene.shop)
    rule = "REF-AMZ-COUPON-01" if scene.at_amazon else None
    return Step(code="ask_coupon", text=coupon, rule=rule, draft=ask_coupon(scene))


def _money_now(scene: Scene) -> Iterator[Step]:
    if any(leg.method == "unknown" for leg in scene.refunds):
        yield Step(code="tell_payment", text=phrase("steps.tell_payment"))
    for leg in scene.refunds:
        if leg.destination == "none":
            yield Step(code="do_not_pay", text=phrase("steps.do_not_pay"), rule=leg.rule)
        if any(other.destination == "bank_transfer" for other in leg.or_else):
            cash = phrase("steps.ask_cash", shop=scene.shop)
            yield Step(code="ask_cash", text=cash, rule=leg.rule, draft=ask_cash(scene, leg))
        if leg.destination in {"lost", "amazon_points_or_lost"}:
            points = phrase("steps.ask_points", shop=scene.shop)
            yield Step(code="ask_points", text=points, rule=leg.rule, draft=ask_points(scene, leg))
        if leg.destination == "bank_transfer":
            yield Step(code="register_account", text=phrase("steps.register_account", place=scene.place), rule=leg.rule)


def _money_later(scene: Scene) -> list[Step]:
    later = [step for leg in scene.refunds for step in _follow(scene, leg)]
    return sorted(later, key=lambda step: step.on or scene.asked.on)


def _follow(scene: Scene, leg: RefundLeg) -> Iterator[Step]:
    if leg.seen:
        return
    check = _CHECKS.get(leg.destination)
    if check and leg.remind_on:
        text = phrase(f"steps.{check}", order=scene.order, shop=scene.shop)
        yield Step(code=check, text=text, on=leg.remind_on, rule=leg.rule, leg=leg.name)
    if leg.overdue_on is None or leg.destination in {"none", "lost"}:
        return
    held = leg.destination == "authorisation_release"
    ask = phrase("steps.ask_hold_release" if held else "steps.ask_refund_date", shop=scene.shop)
    draft = ask_hold_release(scene, leg) if held else ask_refund_date(scene, leg)
    yield Step(code="ask_refund_date", text=ask, on=leg.overdue_on, rule="NET-ESC-01", draft=draft, leg=leg.name)
    if leg.method in _ISSUER_METHODS:
        yield from _escalate(scene, leg, leg.overdue_on + _ISSUER_AFTER, held=held)


def _escalate(scene: Scene, leg: RefundLeg, issuer_day: date, *, held: bool) -> Iterator[Step]:
    disputed = chargeback_at(scene.case)
    if disputed:
        text = phrase("steps.await_chargeback", day=japan_day(disputed))
        yield Step(code="await_chargeback", text=text, rule="NET-CB-01", leg=leg.name)
    else:
        issuer = phrase("steps.ask_issuer_hold" if held else "steps.ask_issuer", shop=scene.shop)
        draft = ask_issuer_hold(scene, leg) if held else ask_issuer(scene, leg)
        yield Step(code="ask_issuer", text=issuer, on=issuer_day, rule="NET-ESC-01", draft=draft, leg=leg.name)
    hotline_day = issuer_day + _HOTLINE_AFTER
    hotline = phrase("steps.consumer_hotline")
    yield Step(code="consumer_hotline", text=hotline, on=hotline_day, rule="LAW-HOT-01", leg=leg.name)
