"""Every word that a person sees, in Japanese (the source) and English.

A catalogue is one TOML file for each area and language, `ja/steps.toml` beside `en/steps.toml`; the key
`steps.check_history` is the entry `check_history` in it. Values stand in braces: `{place}`.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from functools import cache
from importlib import resources

from okawari.domain.money import Money
from okawari.domain.phrase import Bilingual, Phrase, PhraseValue
from okawari.i18n import formats

LOCALES = ("ja", "en")


def say(phrase: Phrase, locale: str = "ja") -> str:
    """Return the phrase in the language; KeyError for a key that no catalogue has."""
    return text(phrase.key, locale).format(**{name: shown(value, locale) for name, value in phrase.values.items()})


@cache
def text(key: str, locale: str = "ja") -> str:
    """Return the catalogue's text of a key, placeholders and all; KeyError where there is none."""
    area, _, entry = key.partition(".")
    return _area(area, locale)[entry]


@cache
def has(key: str) -> bool:
    """Return whether the catalogues hold the key."""
    area, _, entry = key.partition(".")
    return (resources.files("okawari.i18n") / "ja" / f"{area}.toml").is_file() and entry in _area(area, "ja")


def shown(value: PhraseValue, locale: str) -> str:
    """Return one value as the language writes it: 1,010円, 11月23日(月)."""
    match value:
        case Phrase():
            return say(value, locale)
        case Bilingual():
            return value.ja if locale == "ja" else value.en
        case Money():
            return formats.money(value, locale)
        case datetime():
            return formats.moment(value, locale)
        case date():
            return formats.day(value, locale)
        case int():
            return f"{value:,}"
        case str():
            return value


@cache
def _area(area: str, locale: str) -> dict[str, str]:
    source = resources.files("okawari.i18n") / locale / f"{area}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
