"""The fields of the profile as a form shows them, by what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from okawari.domain.price.questions import Question
from okawari.i18n import has
from okawari.i18n import profile as say
from okawari.services.profiles import FIELDS, Field
from okawari.web.words import Words

_PARTS = ("rakuten", "yahoo_shopping", "amazon_jp", "yodobashi", "self", "rates")
_USUAL_RATES = frozenset({"USD"})
_OF_PART = {"step": "yahoo_shopping"}
_OURS = frozenset({"self", "rates"})
_POINTS = ("caps", "used")


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: how it is asked, its label and hint, and the words to choose from."""

    name: str
    kind: str
    label: str
    hint: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """The fields of one mall, and those on caps and used points, which few need."""

    heading: str
    fields: tuple[FieldView, ...]
    points: tuple[FieldView, ...]


def parts(values: Mapping[str, str], asked_rate: str, words: Words) -> tuple[PartView, ...]:
    """Return the fields in the reader's language; of the currencies those that `values` have, and the one asked for."""
    rates = _USUAL_RATES | {name.split(".")[1] for name in values if name.startswith("rates.")} | {asked_rate}
    shown = []
    for part in _PARTS:
        mine = [field for field in FIELDS.values() if _part_of(field) == part]
        if part == "rates":
            mine = [field for field in mine if field.path[1] in rates]
        plain = tuple(_view(one, words) for one in mine if not set(_POINTS) & set(one.path))
        points = tuple(_view(one, words) for one in mine if set(_POINTS) & set(one.path))
        heading = words.words(f"profile.part_{part}" if part in _OURS else f"ranking.mall_{part}")
        shown.append(PartView(heading, plain, points))
    return tuple(shown)


def question_views(questions: Iterable[Question], words: Words) -> tuple[tuple[str, str, str], ...]:
    """Return each question as its field, what is asked, and what the answer can change."""
    return tuple((one.field, say.asked(one, words.locale), say.saves(one, words.locale)) for one in questions)


def _part_of(field: Field) -> str:
    first = field.path[0]
    return _OF_PART.get(first, first) if _OF_PART.get(first, first) in _PARTS else "self"


def _view(field: Field, words: Words) -> FieldView:
    hint = f"profile.hint_{field.name.replace('.', '_') if field.path[0] != 'rates' else f'rate_{field.path[-1]}'}"
    return FieldView(
        field.name,
        field.kind.name.lower(),
        say.label(field.name, words.locale),
        words.words(hint) if has(hint) else "",
        tuple((option, _option(field, option, words)) for option in field.options),
    )


def _option(field: Field, option: str, words: Words) -> str:
    if field.name == "prefecture":
        return option
    keys = (
        f"profile.option_{option}",
        f"ranking.line_spu_{option}",
        f"ranking.condition_{option}",
        f"payments.{option}",
    )
    return next((words.words(key) for key in keys if has(key)), option)
