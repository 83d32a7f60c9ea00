"""What is to be said to a person, before it is put into a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from okawari.domain.money import Money


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name that data carries in both languages, such as a shop's."""

    ja: str
    en: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text by its key in the catalogues of `i18n`, and the values that go into it (a value can be a phrase)."""

    key: str
    values: Mapping[str, PhraseValue] = field(default_factory=lambda: MappingProxyType({}))


PhraseValue = str | int | Money | date | datetime | Bilingual | Phrase


def phrase(key: str, **values: PhraseValue) -> Phrase:
    """Return a phrase with its values."""
    return Phrase(key, MappingProxyType(values))
