"""What one has at hand before one asks for help, as the page of a case shows it."""

from __future__ import annotations

from dataclasses import dataclass

from okawari.domain.plan import Plan
from okawari.i18n import LOCALES, say, shown
from okawari.services.support import support_for
from okawari.web.views.grounds import GroundsView, grounds_of_rule
from okawari.web.words import Words


@dataclass(frozen=True, slots=True)
class SupportView:
    """The words to say by their language, the reader's own first, the numbers with their labels, what is wrong with the order's number (""), the way to the desk."""

    drafts: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, str], ...]
    problem: str
    way: tuple[str, ...]
    grounds: GroundsView | None


def _own_first(locale: str) -> tuple[str, ...]:
    return (locale, *(other for other in LOCALES if other != locale))


def support_view(plan: Plan, words: Words) -> SupportView | None:
    """Return it in the reader's words; None for a forged mail."""
    pack = support_for(plan)
    if pack is None:
        return None
    return SupportView(
        drafts=tuple((locale, say(pack.draft.body, locale)) for locale in _own_first(words.locale)),
        numbers=tuple((words.say(label), shown(value, words.locale)) for label, value in pack.numbers),
        problem=words.say(pack.number_problem) if pack.number_problem else "",
        way=tuple(words.say(step) for step in pack.way),
        grounds=grounds_of_rule(pack.rule, words),
    )
