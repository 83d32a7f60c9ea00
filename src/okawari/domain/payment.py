"""Ways of paying, as the shopper names them: `METHOD[:KIND][@EXPIRY][=AMOUNT]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from okawari.domain.money import Money

METHODS: tuple[str, ...] = (
    "credit_card",
    "debit_card",
    "prepaid_card",
    "amazon_gift_balance",
    "amazon_points",
    "convenience_store",
    "atm_payeasy",
    "net_banking",
    "e_money_prepaid",
    "bank_transfer_prepaid",
    "seven_eleven_prepaid",
    "convenience_pay_later",
    "cash_on_delivery",
    "carrier_docomo",
    "carrier_au",
    "carrier_softbank",
    "paypay_balance",
    "paypay_points",
    "paypay_credit",
    "paypay_card",
    "paypay_bank_balance",
    "paypay_voucher",
    "paidy",
    "rakuten_points",
    "merpay_balance",
    "merpay_later",
    "mercari_points",
    "d_points",
    "famipay",
    "bitcoin",
    "yodobashi_points",
    "coupon",
)
"""The words of the refund rules; `unknown` is what a reader says of a wording it does not know."""

KINDS: dict[str, tuple[str, ...]] = {
    "amazon_points": ("regular", "limited"),
    "rakuten_points": ("regular", "limited"),
    "paypay_points": ("regular", "limited"),
    "credit_card": ("instalment", "revolving"),
    "convenience_store": ("unpaid", "paid"),
    "atm_payeasy": ("unpaid", "paid"),
    "net_banking": ("unpaid", "paid"),
    "e_money_prepaid": ("unpaid", "paid"),
    "bank_transfer_prepaid": ("unpaid", "paid"),
    "seven_eleven_prepaid": ("unpaid", "paid"),
    "cash_on_delivery": ("unpaid", "paid"),
    "paidy": ("bill_paid", "bill_unpaid"),
}

POINTS = frozenset(
    {"amazon_points", "rakuten_points", "paypay_points", "mercari_points", "d_points", "yodobashi_points"}
)
"""Points: part of an order's price, but never more of them return than were used."""

CASH_IN_ADVANCE = frozenset(
    {
        "convenience_store",
        "atm_payeasy",
        "net_banking",
        "e_money_prepaid",
        "bank_transfer_prepaid",
        "seven_eleven_prepaid",
    }
)
DEBITED_AT_ONCE = frozenset({"debit_card", "prepaid_card"})
CARRIERS = frozenset({"carrier_docomo", "carrier_au", "carrier_softbank"})

_ALSO = {("paidy", "unpaid"): "bill_unpaid", ("paidy", "paid"): "bill_paid"}
"""What people write for a kind: with Paidy, too, it is the bill that is paid or not."""

_PAYMENT = re.compile(
    r"(?P<method>[a-z_]+)(?::(?P<kind>[a-z_]+))?(?:@(?P<expiry>\d{4}-\d{2}-\d{2}))?(?:=(?P<amount>\d+(?:\.\d+)?))?"
)


MONTH_END = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCycle:
    """A card's closing day and payment day (99: the month's last day), as the person gave them.

    ValueError for a day that no month has.
    """

    closing_day: int
    payment_day: int
    payment_month_offset: int = 1

    def __post_init__(self) -> None:
        for day in (self.closing_day, self.payment_day):
            if not (1 <= day <= 31 or day == MONTH_END):
                message = f"no month has a day {day}; write 1 to 31, or {MONTH_END} for the last"
                raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBy:
    """One way of paying with what is known of it: its kind, when limited points expire, and its share."""

    method: str
    kind: str | None = None
    expiry: date | None = None
    amount: Money | None = None


class UnknownPaymentError(ValueError):
    """The text is no `METHOD[:KIND][@EXPIRY][=AMOUNT]` of a known method; the message says what is wrong."""


def parse_paid_by(text: str) -> PaidBy:
    """Return the way of paying that `text` names; UnknownPaymentError where it names none."""
    match = _PAYMENT.fullmatch(text.strip())
    if match is None or match["method"] not in METHODS:
        message = f"unknown payment {text!r}; known: {', '.join(METHODS)}"
        raise UnknownPaymentError(message)
    method, kind = match["method"], match["kind"]
    kind = _ALSO.get((method, kind or ""), kind)
    if kind is not None and kind not in KINDS.get(method, ()):
        known = ", ".join(KINDS.get(method, ())) or "none"
        message = f"unknown kind {kind!r} of {method}; known: {known}"
        raise UnknownPaymentError(message)
    try:
        expiry = date.fromisoformat(match["expiry"]) if match["expiry"] else None
    except ValueError:
        message = f"{match['expiry']} is no date; write it as 2026-07-31"
        raise UnknownPaymentError(message) from None
    amount = Money(Decimal(match["amount"])) if match["amount"] else None
    return PaidBy(method=method, kind=kind, expiry=expiry, amount=amount)
