"""Characters of a text that nobody sees, which shops fill their previews with and hide words behind."""

from __future__ import annotations

import re
from typing import Final

# Direction marks and embeddings go too; overrides (U+202D, U+202E) stay, as they change what a person reads.
UNSEEN: Final = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff"
"""As the inside of a set of a regular expression."""
_UNSEEN: Final = re.compile(f"[{UNSEEN}]")


def without_unseen(text: str) -> str:
    """Return the text without its invisible characters."""
    return text if text.isascii() else _UNSEEN.sub("", text)
