"""Every word that a person sees, in Japanese (the source) and English.

A catalogue is one TOML file for each area and language, `ja/steps.toml` beside `en/steps.toml`; the key
`steps.check_history` is the entry `check_history` in it. Values stand in braces: `{place}`.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from okawari.domain.phrase import Phrase

LOCALES = ("ja", "en")


def say(phrase: Phrase, locale: str = "ja") -> str:
    """Return the phrase in the language; KeyError for a key that no catalogue has."""
    return text(phrase.key, locale).format(**phrase.values)


def text(key: str, locale: str = "ja") -> str:
    """Return the catalogue's text of a key, placeholders and all."""
    area, _, entry = key.partition(".")
    return _area(area, locale)[entry]


@cache
def _area(area: str, locale: str) -> dict[str, str]:
    source = resources.files("okawari.i18n") / locale / f"{area}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
