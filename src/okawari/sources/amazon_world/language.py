"""The languages of the Amazons outside Japan: their labels and wordings, from the tables in `languages/`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from okawari.domain.message import CauseCode, MessageKind
from okawari.reading.causes import ENGLISH, CauseWords, cause_words

OWN_LANGUAGE = {
    "amazon_de": "de",
    "amazon_it": "it",
    "amazon_fr": "fr",
    "amazon_es": "es",
}
"""The language that a shop writes in where a mail's words do not tell; English for the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One language: patterns by label, by kind (in order of precedence), by what a sentence says, and by METHOD."""

    name: str
    months: tuple[str, ...]
    labels: Mapping[str, str]
    subject: tuple[tuple[MessageKind, re.Pattern[str]], ...]
    body: tuple[tuple[MessageKind, re.Pattern[str]], ...]
    wordings: Mapping[str, re.Pattern[str]]
    payments: tuple[tuple[str, re.Pattern[str]], ...]
    causes: CauseWords


@cache
def languages() -> Mapping[str, Language]:
    """Return every language by its code."""
    tables = resources.files("okawari.sources.amazon_world.languages")
    found = (file for file in tables.iterdir() if file.name.endswith(".toml"))
    return {
        name: _language(name, tomllib.loads(file.read_text(encoding="utf-8")))
        for name, file in sorted((file.name.removesuffix(".toml"), file) for file in found)
    }


def language_of(said: str, merchant_id: str) -> Language:
    """Return the language whose labels and wordings the text has most of; the shop's own where none or several lead."""
    known = languages()
    own = known[OWN_LANGUAGE.get(merchant_id, "en")]
    return max((own, *known.values()), key=lambda language: _signs(language, said))


def _signs(language: Language, said: str) -> int:
    labels = sum(bool(re.search(label, said, re.IGNORECASE)) for label in language.labels.values())
    return labels + sum(bool(wording.search(said)) for _, wording in (*language.subject, *language.body))


def _language(name: str, table: dict[str, dict[str, str]]) -> Language:
    wordings = {key: _compiled(pattern) for key, pattern in table["wordings"].items()}
    return Language(
        name=name,
        months=tuple(table["months"]),
        labels=table["labels"],
        subject=_kinds(table["subject"]),
        body=_kinds(table["body"]),
        wordings=wordings,
        payments=tuple((method, _compiled(pattern)) for method, pattern in table["payments"].items()),
        causes=_causes(table),
    )


def _kinds(patterns: Mapping[str, str]) -> tuple[tuple[MessageKind, re.Pattern[str]], ...]:
    return tuple((MessageKind(kind), _compiled(pattern)) for kind, pattern in patterns.items())


def _causes(table: dict[str, dict[str, str]]) -> CauseWords:
    if "causes" not in table:
        return ENGLISH
    wordings = {CauseCode(code): patterns for code, patterns in table["causes"].items()}
    return cause_words(wordings, table["wordings"]["supposed"])


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
