"""The settings of this run, read once."""

from __future__ import annotations

from functools import cache

from okawari.settings import Settings


@cache
def settings() -> Settings:
    """Return the settings of the environment."""
    return Settings()
