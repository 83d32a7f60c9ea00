"""What to have at hand before one asks for help: the words, the numbers, and where the chat is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from okawari.domain.advice.drafts import chat
from okawari.domain.advice.scene import Scene
from okawari.domain.authenticity import Verdict
from okawari.domain.merchant import Merchant
from okawari.domain.money import Money
from okawari.domain.order_history import is_digital
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import Draft, Plan
from okawari.domain.refund import Asked
from okawari.domain.rule import Rule
from okawari.domain.told import is_stand_in

_DIGITS = 17
_CHAT_RULE = "MKT-CONTACT-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportPack:
    """What to say, the numbers to have (label, value), what is wrong with the order's number, and the way to the desk.

    `rule` is what the way rests on, None where nobody described it.
    """

    draft: Draft
    numbers: tuple[tuple[Phrase, str | Money | date], ...]
    number_problem: Phrase | None
    way: tuple[Phrase, ...]
    rule: str | None


def support_pack(plan: Plan, merchant: Merchant | None, rules: Sequence[Rule]) -> SupportPack | None:
    """Return what to have at hand for a case; None for a forged mail. `rules` are those of the domain `marketplace`."""
    if plan.case.authenticity.verdict is Verdict.PHISHING:
        return None
    scene = Scene(case=plan.case, cause=plan.cause, refunds=plan.refunds, asked=Asked(on=plan.on), merchant=merchant)
    at_amazon = plan.case.merchant == "amazon_jp"
    steps = ("amazon_1", "amazon_2", "amazon_3", "amazon_4") if at_amazon else ("elsewhere",)
    return SupportPack(
        draft=chat(scene),
        numbers=tuple(_numbers(plan)),
        number_problem=number_problem(plan.case.order, rules) if at_amazon else None,
        way=tuple(phrase(f"support.{step}", place=scene.place) for step in steps),
        rule=_CHAT_RULE if at_amazon else None,
    )


def number_problem(order: str, rules: Sequence[Rule]) -> Phrase | None:
    """Return what is wrong with an order number of Amazon.co.jp, None where it is well formed. MKT-ID-01."""
    if not order or is_stand_in(order):
        return phrase("support.number_missing")
    if is_digital(order):
        return None
    form = next(str(rule.then["regex"]) for rule in rules if rule.id == "MKT-ID-01")
    plain = unicodedata.normalize("NFKC", order).strip()
    if re.fullmatch(form, plain):
        return None
    digits = sum(char.isdigit() for char in plain)
    if any(char.isalpha() for char in plain):
        return phrase("support.number_letters")
    if digits != _DIGITS:
        return phrase("support.number_count", digits=digits)
    return phrase("support.number_form")


def _numbers(plan: Plan) -> Iterator[tuple[Phrase, str | Money | date]]:
    case = plan.case
    for number in case.numbers:
        if number and not is_stand_in(number):
            yield phrase("support.label_order"), number
    for parcel in case.parcels:
        yield phrase("support.label_parcel", carrier=phrase(f"carriers.{parcel.carrier}")), parcel.number
    for amount in (case.amount_due or case.total,):
        if amount:
            yield phrase("support.label_amount"), amount
    if case.ordered_on:
        yield phrase("support.label_ordered"), case.ordered_on
