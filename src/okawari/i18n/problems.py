"""Problems in words."""

from __future__ import annotations

from okawari.domain.problem import Problem
from okawari.i18n import has, text


def problem_text(problem: Problem, locale: str) -> str | None:
    """Return what is wrong, where, and how to mend it; None for a code without words."""
    key = f"problems.{problem.code}"
    return text(key, locale).format(where=problem.where, detail=problem.detail) if has(key) else None
