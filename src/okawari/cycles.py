"""How often Python looks for objects that only hold each other: what is read and kept in bulk holds hardly any."""

from __future__ import annotations

import gc

BEFORE_COLLECTING = 200_000
"""Thousands of offers or rows hold no cycles: looking for them after every 700 objects took a seventh of a long ranking, after 50,000 up to a tenth."""


def look_seldom() -> None:
    """Look for them after so many new objects."""
    gc.set_threshold(BEFORE_COLLECTING)
