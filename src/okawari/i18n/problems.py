"""Problems in words."""

from __future__ import annotations

import re

from okawari.domain.problem import Problem
from okawari.i18n import has, text
from okawari.i18n.ranking import mall_name
from okawari.i18n.services import service_text

_OF_AMOUNTS = frozenset(
    {"amount_below_zero", "refund_below_zero", "refund_above_price", "refund_below_price", "totals_differ"}
)
_OF_SERVICES = frozenset({"api_malformed", "api_needs_number", "api_key_unreadable"})
_THOUSANDS = re.compile(r"(?<![\d.])\d{4,}")


def problem_text(problem: Problem, locale: str) -> str | None:
    """Return what is wrong, where, and how to mend it; None for a code without words."""
    key = f"problems.{problem.code}"
    detail = problem.detail
    if problem.code == "shop_in_several_malls":
        detail = text("ranking.comma", locale).join(mall_name(mall, locale) for mall in detail.split(", "))
    where = service_text(problem.where, locale) if problem.code in _OF_SERVICES else problem.where
    if problem.code in _OF_AMOUNTS:
        detail = _THOUSANDS.sub(lambda found: f"{int(found[0]):,}", detail)
    return text(key, locale).format(where=where, detail=detail) if has(key) else None
