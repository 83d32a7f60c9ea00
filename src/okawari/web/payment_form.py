"""The question "how did you pay?": up to three ways with their shares, and what a card's bill depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okawari.domain.payment import CardCycle, PaidBy
from okawari.domain.plan import Plan
from okawari.domain.refund import Asked
from okawari.services.shops import card_families
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

_MONTHS = {"0": 0, "1": 1, "2": 2}
_NEXT_MONTH = "1"


@dataclass(frozen=True, slots=True)
class Paid:
    """The answer: ways of paying, whether the card was charged (None: not known), its bill's days and its issuer."""

    paid_by: tuple[PaidBy, ...]
    captured: bool | None
    card: CardCycle | None
    issuer: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form offers: the `methods` as (group, ((value, name), …)), and the `issuers` of cards as (value, name)."""

    methods: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    issuers: tuple[tuple[str, str], ...]


def choices(words: Words) -> Choices:
    """Return every way of paying, and every card of which a rule or a statement is known."""
    methods = tuple(
        (words(f"paid_group_{group}"), tuple((option, _name(option, words)) for option in options))
        for group, options in _GROUPS.items()
    )
    return Choices(methods, tuple((card, words(f"issuer_{card}")) for card in sorted(card_families())))


def read_paid(fields: Fields) -> Paid:
    """Return the answer; errors stand at their fields."""
    paid_by = tuple(paid for row in ROWS if (paid := _row(fields, row)) is not None)
    captured = {"yes": True, "no": False}.get(fields.values.get("captured", ""))
    issuer = fields.values.get("issuer", "")
    return Paid(paid_by, captured, _cycle(fields), issuer if issuer in card_families() else None)


def filled_from(said: Asked, plan: Plan) -> dict[str, str]:
    """Return the form's values: what the person said, else what the plan knows from mails."""
    legs = [leg for leg in plan.refunds if _option(leg.method, leg.kind) in _OPTIONS]
    known = said.paid_by or tuple(PaidBy(method=leg.method, kind=leg.kind, amount=leg.amount) for leg in legs)
    captured = plan.case.captured if said.captured is None else said.captured
    values = {} if captured is None else {"captured": "yes" if captured else "no"}
    for row, paid in zip(ROWS, known, strict=False):
        values[f"method{row}"] = _option(paid.method, paid.kind)
        if paid.amount and len(known) > 1:
            values[f"amount{row}"] = paid.amount.plain()
        if paid.expiry:
            values[f"expiry{row}"] = paid.expiry.isoformat()
    if said.card:
        values["closing_day"], values["payment_day"] = str(said.card.closing_day), str(said.card.payment_day)
        values["payment_month"] = str(said.card.payment_month_offset)
    if said.issuer:
        values["issuer"] = said.issuer
    return values


def _cycle(fields: Fields) -> CardCycle | None:
    closing, drawn = fields.day_of_month("closing_day"), fields.day_of_month("payment_day")
    if (closing is None) != (drawn is None):
        fields.errors.setdefault("payment_day", fields.words("error_both_days"))
    if not closing or not drawn:
        return None
    months = _MONTHS.get(fields.values.get("payment_month", _NEXT_MONTH), 1)
    return CardCycle(closing_day=closing, payment_day=drawn, payment_month_offset=months)


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
