"""Whether anything is left of what can be chosen: a list of sizes, a table of sizes and colours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from okawari.reading.page.lexicon import told_by

CROSS: Final = "×✕✖"
"""Signs by which a table says that nothing is left."""
_CROSSED: Final = re.compile(rf"(?:.*[:：(（\[\s])?[{CROSS}][)）\]]?(?:\s*(?:在庫なし|品切れ?|売り?切れ))?", re.DOTALL)
_LEFT: Final = re.compile(r"[○◯〇◎△▲]|残り?\s?\d+|\d+\s?[点個]")
_PROMPT: Final = re.compile(
    r"[-–—=▼\s]*|.*(?:選択|選んで|お選び|ご指定|choose|select|please|bitte|choisi|scegli|elige).*", re.IGNORECASE
)
_MOST: Final = 200
_LETTERS: Final = 80
"""Bounds on what a hostile page costs."""


def is_gone_list(options: Sequence[str]) -> bool:
    """Tell whether each option of a list, apart from its prompt, says of itself that nothing is left."""
    gone = False
    for option in (one[:_LETTERS] for one in options[:_MOST]):
        if is_gone(option):
            gone = True
        elif not _PROMPT.fullmatch(option):
            return False
    return gone


def gone_table(tables: Sequence[Sequence[str]]) -> str:
    """Return the cells of a table that are all crossed, "" where there is none or a cell of any says that something is left."""
    listed = [[cell[:_LETTERS] for cell in cells[:_MOST]] for cells in tables[:_MOST]]
    if any(_LEFT.fullmatch(cell) for cells in listed for cell in cells):
        return ""
    return next((" ".join(cells) for cells in listed if cells and all(map(_CROSSED.fullmatch, cells))), "")


def is_gone(words: str) -> bool | None:
    """Return whether words that stand by themselves say that nothing is left, None where they tell no state."""
    if told := told_by(words):
        return told[0].state.is_gone
    if _CROSSED.fullmatch(words):
        return True
    return False if _LEFT.fullmatch(words) else None
