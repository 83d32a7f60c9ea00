"""What the commands themselves say, in the language of the settings."""

from __future__ import annotations

from functools import cache

from okawari.errors import UnusableInputError
from okawari.i18n import text


@cache
def language() -> str:
    """Return the language of the settings, Japanese where they cannot be read (the command will say so)."""
    from okawari.settings import read_settings

    try:
        return read_settings().language
    except UnusableInputError:
        return "ja"


def words(entry: str, locale: str = "", **values: object) -> str:
    """Return a text of the area `cli`, in `locale` or the language of the settings."""
    return text(f"cli.{entry}", locale or language()).format(**values)


def unusable(entry: str, where: str, locale: str = "", **values: object) -> UnusableInputError:
    """Return the error whose words stand under `cli.<entry>` (what is wrong) and `cli.<entry>_mend` (how to mend it)."""
    return UnusableInputError(words(entry, locale, **values), where, words(f"{entry}_mend", locale, **values))
