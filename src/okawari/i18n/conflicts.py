"""What people commonly say, and how the plan settles it."""

from __future__ import annotations

from okawari.domain.phrase import phrase
from okawari.i18n import say


def settled_conflict(article_id: str, locale: str) -> str:
    """Return what is said and how it was settled, in one line; `article_id` is a rule of the domain article-conflicts."""
    said = phrase(f"rules.{article_id}_article")
    return say(phrase("steps.conflict_settled", said=said, settled=phrase(f"rules.{article_id}_settled")), locale)
