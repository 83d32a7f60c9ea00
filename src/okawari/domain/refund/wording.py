"""What to say about a share on its way back: what the statement shows, what to do, whom to ask and when."""

from __future__ import annotations

from datetime import date, timedelta

from okawari.domain.payment import CARRIERS, CASH_IN_ADVANCE, DEBITED_AT_ONCE
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.refund.windows import Window
from okawari.domain.returns import comes_back

DECIDE_AFTER_DAYS = 100
"""Card networks give about 120 days for a chargeback; the decision should stand before. Source: NET-CB-01, NET-ESC-01."""

_MALLS_OWN = frozenset({"amazon_gift_balance", "amazon_points", "rakuten_points", "yodobashi_points", "coupon"})
_PAYPAY = frozenset(
    {"paypay_balance", "paypay_points", "paypay_bank_balance", "paypay_voucher", "paypay_credit", "paypay_card"}
)
_OWN_HISTORY = frozenset({"amazon_gift_balance", "amazon_points", "rakuten_points", "mercari_points", "merpay_balance"})
_MERCARI = frozenset({"merpay_balance", "merpay_later", "mercari_points", "d_points", "famipay", "bitcoin"})


def stand_in_note(event: str, day: date) -> Phrase:
    """Return why a leg counts from `day`, where the day of the event itself is not known."""
    return phrase(f"refunds.note_counted_from_{'today' if event == 'details_registered' else 'cancel'}", day=day)


def ask_phrase(leg: RefundLeg, window: Window, counted_from: date) -> Phrase | None:
    """Return whom to ask and when, should the money not show; None where the rule sets no reminder.

    The shop comes first, for the day and the reference of its refund; an issuer can act on nothing else. Source: NET-ESC-01.
    """
    if window.remind_on is None or window.overdue_on is None:
        return None
    days = {"first": window.remind_on, "then": window.overdue_on}
    if leg.destination in {"authorisation_release", "bank_transfer"}:
        return phrase(f"refunds.ask_{leg.destination}", **days)
    if leg.method == "credit_card":
        return phrase("refunds.ask_card", **days, decide=counted_from + timedelta(days=DECIDE_AFTER_DAYS))
    return phrase(f"refunds.ask_{_whom(leg.method)}", **days)


def look_phrase(leg: RefundLeg) -> Phrase | None:
    """Return where and from which day the person can see whether the share has come.

    None where nobody knows how it was paid, and where it never comes.
    """
    place = place_of(leg)
    if not place or not comes_back(leg):
        return None
    where = phrase(f"alarms.place_{place}")
    if leg.said_back:
        return phrase("refunds.look_said_back", where=where, day=leg.said_back)
    return (
        phrase("refunds.look_from", where=where, day=leg.remind_on)
        if leg.remind_on
        else phrase("refunds.look", where=where)
    )


def place_of(leg: RefundLeg) -> str:
    """Return the word for where a share of money shows (`alarms.place_<word>`), "" where nobody knows."""
    destination = leg.destination.removesuffix("_or_lost")
    if destination in {"authorisation_release", "bank_transfer"} | _OWN_HISTORY:
        return destination
    if leg.method == "credit_card":
        return "card"
    if leg.method in CARRIERS | {"yodobashi_points", "d_points", "coupon", "convenience_pay_later"}:
        return leg.method
    whom = _whom(leg.method)
    return "" if whom == "shop" else whom


def _whom(method: str) -> str:
    if method in DEBITED_AT_ONCE:
        return "bank"
    if method in CARRIERS:
        return "carrier"
    if method in _PAYPAY:
        return "paypay"
    if method in _MERCARI:
        return "mercari"
    if method == "paidy":
        return "paidy"
    if method in _MALLS_OWN or method in CASH_IN_ADVANCE:
        return "mall"
    return "shop"
