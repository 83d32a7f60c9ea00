"""What else to know about a leg: whether a card was charged, which bill shows it, until when points can be used."""

from __future__ import annotations

from datetime import date, timedelta

from okawari.domain.case import Case
from okawari.domain.japan_time import japan_day
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.refund.card_cycle import closing_after, cycle_note, payment_of
from okawari.domain.refund.carrier_month import carrier_billing
from okawari.domain.refund.legs import Setting
from okawari.domain.refund.paidy import set_off
from okawari.domain.refund.situation import captured_of
from okawari.domain.rule import Rule


def notes_of(leg: RefundLeg, setting: Setting) -> tuple[Phrase, ...]:
    """Return what the case and the person's own answers add to a leg."""
    notes = _announced(leg, setting.case) if leg.condition is None else []
    match leg.method:
        case "credit_card":
            notes += _card(leg, setting)
        case "carrier_docomo":
            notes += _carrier(leg, setting.case)
        case "paidy":
            notes += _paidy(leg, setting)
        case "mercari_points":
            notes += _new_expiry(leg, setting)
    return tuple(notes)


def _announced(leg: RefundLeg, case: Case) -> list[Phrase]:
    """The shop's own figure beside the whole that is due, where it names one and it is another."""
    figures = {refund.amount for refund in case.refunds if refund.amount}
    if len(figures) != 1 or leg.amount is None or leg.amount != case.amount_due or leg.amount in figures:
        return []
    return [phrase("refunds.note_announced", said=figures.pop(), due=leg.amount)]


def _card(leg: RefundLeg, setting: Setting) -> list[Phrase]:
    rule = _rule(leg, setting)
    hinges_on_capture = rule is not None and not {"captured", "plan"}.isdisjoint(rule.when)
    notes = []
    if hinges_on_capture and leg.condition is None and captured_of(setting.case, setting.asked) is None:
        notes.append(phrase("refunds.note_captured_unknown"))
    if leg.destination == "original_card" and setting.asked.issuer == "rakuten_card" and leg.rule != "REF-ANY-CARD-03":
        notes += [phrase("rules.REF-ANY-CARD-03_title"), phrase("rules.REF-ANY-CARD-03_statement")]
    return notes + _cycle(leg, setting)


def _cycle(leg: RefundLeg, setting: Setting) -> list[Phrase]:
    cycle, charged = setting.asked.card, _charged_on(setting.case)
    if cycle is None or charged is None or leg.earliest is None or leg.latest is None:
        return []
    if leg.destination == "authorisation_release":
        drawn = payment_of(closing_after(charged, cycle), cycle, setting.is_holiday)
        return [phrase("refunds.cycle_released", drawn=drawn)]
    return [cycle_note(charged, leg.earliest, leg.latest, cycle, setting.is_holiday)]


def _charged_on(case: Case) -> date | None:
    """The day on which the card row stands: the shipping, else the order."""
    return japan_day(case.shipped_at) if case.shipped_at else case.ordered_on


def _carrier(leg: RefundLeg, case: Case) -> list[Phrase]:
    if leg.rule != "REF-AMZ-DPAY-02" or case.ordered_on is None or case.cancelled_at is None:
        return []
    billing = carrier_billing(case.ordered_on, japan_day(case.cancelled_at))
    if billing.deducted_month is None:
        return []
    return [phrase("refunds.note_carrier_months", usage=billing.usage_month.month, bill=billing.deducted_month.month)]


def _paidy(leg: RefundLeg, setting: Setting) -> list[Phrase]:
    bills = setting.asked.bills
    if leg.amount is None or any(bill.currency != leg.amount.currency for bill in bills):
        return []
    after, carried = set_off(bills, leg.amount)
    notes = [
        phrase("refunds.note_paidy_bill", before=before, after=left) for before, left in zip(bills, after, strict=True)
    ]
    if bills and carried.amount:
        notes.append(phrase("refunds.note_paidy_carried", amount=carried))
    return notes


def _new_expiry(leg: RefundLeg, setting: Setting) -> list[Phrase]:
    """Nobody says whether the day of the return is the first of the days: the earlier end is named."""
    rule = _rule(leg, setting)
    days = rule.then.get("new_expiry_days") if rule else None
    if not isinstance(days, int) or leg.counted_from is None:
        return []
    return [phrase("refunds.note_new_expiry", days=days, until=leg.counted_from + timedelta(days=days - 1))]


def _rule(leg: RefundLeg, setting: Setting) -> Rule | None:
    return next((rule for rule in setting.rules if rule.id == leg.rule), None)
