"""The words of the profile's fields and of the questions that are open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from okawari.domain.money import yen
from okawari.domain.price.questions import Question
from okawari.i18n import formats, has, text

_POINTS = frozenset({"caps", "used"})


def label(name: str, locale: str) -> str:
    """Return what a field of the profile is called, by its dotted name."""
    *_, group, last = ("", *name.split("."))
    if name.startswith("rates."):
        return text(f"profile.rate_{last}", locale).format(currency=group)
    if group in _POINTS or group == "entries":
        known = next((key for key in (f"ranking.line_spu_{last}", f"ranking.line_{last}") if has(key)), "")
        what = text(known, locale) if known else last
        return text("profile.entry_of" if group == "entries" else f"profile.{group}_of", locale).format(what=what)
    return text(f"profile.{name.replace('.', '_')}", locale)


def asked(question: Question, locale: str) -> str:
    """Return what is asked, with its mall."""
    mall = text(f"ranking.mall_{question.mall}", locale) if question.mall else ""
    return " ".join(part for part in (mall, label(question.field, locale)) if part)


def saves(question: Question, locale: str) -> str:
    """Return what the answer can change."""
    key = "profile.saves_and_leads" if question.leads else "profile.saves"
    return text(key, locale).format(amount=formats.money(yen(question.most), locale))


def question_lines(questions: Sequence[Question], locale: str) -> Iterator[str]:
    """Yield the open questions for a terminal, with the key of the profile; nothing where none matters."""
    if questions:
        yield ""
        yield text("profile.questions", locale)
    for one in questions:
        yield f"  {asked(one, locale)}  {saves(one, locale)}  ({one.field})"
