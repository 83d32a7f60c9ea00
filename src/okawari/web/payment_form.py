"""The question "how did you pay?": up to three ways with their shares, and what a card's bill depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okawari.domain.payment import PaidBy
from okawari.domain.plan import Plan
from okawari.domain.refund import CardCycle
from okawari.web.forms import Fields
from okawari.web.words import Words

ROWS = ("1", "2", "3")
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "card": ("credit_card", "debit_card", "prepaid_card", "paypay_card", "paypay_credit"),
    "balance": (
        "amazon_gift_balance",
        "amazon_points",
        "amazon_points:limited",
        "rakuten_points",
        "rakuten_points:limited",
        "paypay_balance",
        "paypay_points",
        "paypay_points:limited",
        "paypay_voucher",
        "merpay_balance",
        "mercari_points",
        "d_points",
        "yodobashi_points",
        "famipay",
        "paypay_bank_balance",
        "bitcoin",
        "coupon",
    ),
    "before": (
        "convenience_store:paid",
        "convenience_store:unpaid",
        "atm_payeasy:paid",
        "atm_payeasy:unpaid",
        "net_banking:paid",
        "net_banking:unpaid",
        "e_money_prepaid:paid",
        "e_money_prepaid:unpaid",
        "bank_transfer_prepaid:paid",
        "bank_transfer_prepaid:unpaid",
        "seven_eleven_prepaid:paid",
        "seven_eleven_prepaid:unpaid",
    ),
    "after": (
        "cash_on_delivery",
        "paidy",
        "convenience_pay_later",
        "merpay_later",
        "carrier_docomo",
        "carrier_au",
        "carrier_softbank",
    ),
}
_OPTIONS = frozenset(option for group in _GROUPS.values() for option in group)
_LIMITED = ":limited"


@dataclass(frozen=True, slots=True)
class Paid:
    """The answer: ways of paying, whether the card was charged (None: not known), and when the card closes and draws."""

    paid_by: tuple[PaidBy, ...]
    captured: bool | None
    card: CardCycle | None


def choices(words: Words) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the ways of paying as (group, ((value, name), …))."""
    return tuple(
        (words(f"paid_group_{group}"), tuple((option, _name(option, words)) for option in options))
        for group, options in _GROUPS.items()
    )


def read_paid(fields: Fields) -> Paid:
    """Return the answer; errors stand at their fields."""
    paid_by = tuple(paid for row in ROWS if (paid := _row(fields, row)) is not None)
    captured = {"yes": True, "no": False}.get(fields.values.get("captured", ""))
    closing, drawn = fields.day_of_month("closing_day"), fields.day_of_month("payment_day")
    if (closing is None) != (drawn is None):
        fields.errors.setdefault("payment_day", fields.words("error_both_days"))
    card = CardCycle(closing_day=closing, payment_day=drawn) if closing and drawn else None
    return Paid(paid_by, captured, card)


def filled_from(plan: Plan) -> dict[str, str]:
    """Return the form's values as the plan knows them."""
    known = [leg for leg in plan.refunds if _option(leg.method, leg.kind) in _OPTIONS]
    values = {}
    for row, leg in zip(ROWS, known, strict=False):
        values[f"method{row}"] = _option(leg.method, leg.kind)
        if leg.amount and len(known) > 1:
            values[f"amount{row}"] = f"{leg.amount.amount:f}"
    if plan.case.captured is not None:
        values["captured"] = "yes" if plan.case.captured else "no"
    return values


def _row(fields: Fields, row: str) -> PaidBy | None:
    option = fields.values.get(f"method{row}", "")
    amount = fields.yen(f"amount{row}")
    expiry = fields.day(f"expiry{row}")
    if not option:
        if amount or expiry:
            fields.errors[f"method{row}"] = fields.words("error_choose")
        return None
    if option not in _OPTIONS:
        fields.errors[f"method{row}"] = fields.words("error_choose")
        return None
    method, _, kind = option.partition(":")
    return PaidBy(method=method, kind=kind or None, expiry=expiry if option.endswith(_LIMITED) else None, amount=amount)


def _option(method: str, kind: str | None) -> str:
    option = f"{method}:{kind}" if kind else method
    return option if option in _OPTIONS else method


def _name(option: str, words: Words) -> str:
    method, _, kind = option.partition(":")
    name = words.method(method)
    return words("method_of_kind", method=name, kind=words(f"kind_{kind}")) if kind else name
