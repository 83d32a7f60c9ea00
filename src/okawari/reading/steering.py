"""Signs that steer a terminal or turn the order of letters: no text from outside keeps them."""

from __future__ import annotations

import re
from typing import Final

_STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def steers(text: str) -> bool:
    """Tell whether any of them stands in a text."""
    return _STEERING.search(text) is not None


def unsteered(text: str) -> str:
    """Return the text with a space for each of them; breaks and tabs stay."""
    return _STEERING.sub(" ", text)
