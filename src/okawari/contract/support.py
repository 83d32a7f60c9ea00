"""The document `okawari.support/1`."""

from __future__ import annotations

from datetime import date

from okawari.contract.values import Document, words
from okawari.domain.advice.support import SupportPack
from okawari.domain.money import Money
from okawari.domain.plan import Plan
from okawari.i18n import LOCALES, say

SCHEMA = "okawari.support/1"


def support_document(plan: Plan, pack: SupportPack, locale: str) -> Document:
    """Return what to have at hand for one order."""
    return {
        "schema": SCHEMA,
        "merchant": plan.case.merchant,
        "order": plan.case.order,
        "number_problem": words(pack.number_problem, locale),
        "numbers": [{"label": say(label, locale), "value": _plain(value)} for label, value in pack.numbers],
        "way": [say(step, locale) for step in pack.way],
        "rule": pack.rule,
        "draft": {"to": pack.draft.to, **{tongue: say(pack.draft.body, tongue) for tongue in LOCALES}},
    }


def _plain(value: str | Money | date) -> str:
    return value.plain() if isinstance(value, Money) else str(value)
