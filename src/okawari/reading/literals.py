"""Whether one of many literal texts stands in another text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


class Literals:
    """Literal texts, looked for as one pattern that parts letter by letter; a list of alternatives is tried word by word."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Compile them, those in ASCII also by themselves: most lines are in it, and begin few of the others."""
        known = tuple(texts)
        self._any = _compiled(known)
        self._ascii = _compiled(text for text in known if text.isascii())

    def stand_in(self, text: str) -> bool:
        """Tell whether any of them stands in a text."""
        return (self._ascii if text.isascii() else self._any).search(text) is not None


def _compiled(texts: Iterable[str]) -> re.Pattern[str]:
    tree: dict[str, Any] = {}
    for text in texts:
        below = tree
        for letter in text:
            below = below.setdefault(letter, {})
        below[""] = None
    return re.compile(_pattern(tree) if tree else r"(?!)")


def _pattern(tree: dict[str, Any]) -> str:
    """Return a pattern of what a tree of letters holds; where a text ends, nothing longer is needed."""
    ways = [""] if "" in tree else [re.escape(letter) + _pattern(below) for letter, below in tree.items()]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
