"""Problems in words."""

from __future__ import annotations

from okawari.domain.problem import Problem
from okawari.i18n import has, text
from okawari.i18n.ranking import mall_name


def problem_text(problem: Problem, locale: str) -> str | None:
    """Return what is wrong, where, and how to mend it; None for a code without words."""
    key = f"problems.{problem.code}"
    detail = problem.detail
    if problem.code == "shop_in_several_malls":
        detail = text("ranking.comma", locale).join(mall_name(mall, locale) for mall in detail.split(", "))
    return text(key, locale).format(where=problem.where, detail=detail) if has(key) else None
