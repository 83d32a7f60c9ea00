"""Texts written anew by many patterns of which few fit: each is tried only where a text has the sign that it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

Writer = Callable[[re.Match[str]], str]
Habit = tuple[str, re.Pattern[str], str | Writer]
"""A sign without which a pattern need not be looked for, the pattern, and what is written for it."""
_COMMON: Final = " ーン0ッa12lスmseiクトocルイrラ-nt5bgdリp3h4レkアドフブ6uシタ8fカwxプ7コムニロマグバジパィ品y.ワズテキvデャチオ】【用ミ()サ本メダ9エュナのケjセホ/ウzモボ新ノヤェ"
"""The letters that most titles have, the most common first, as counted in the labelled ones; any other stands in fewer."""


class Rewriting:
    """Habits of writing in the order in which they are told, each found by the seldomest letter of its sign."""

    def __init__(self, habits: Iterable[Habit]) -> None:
        """Take the habits."""
        self._habits = tuple((sign, pattern, _ready(written)) for sign, pattern, written in habits)
        self._by_letter: dict[str, list[int]] = {}
        for at, (sign, _, _) in enumerate(self._habits):
            self._by_letter.setdefault(max(sign, key=_seldomness), []).append(at)
        self._letters = frozenset(self._by_letter)

    def __call__(self, text: str) -> str:
        """Return the text as all habits leave it, one after the other."""
        waiting = self._waiting(text, 0)
        while waiting:
            at = waiting.pop()
            sign, pattern, written = self._habits[at]
            if sign in text and (anew := pattern.sub(written, text)) is not text:
                text = anew
                waiting = self._waiting(text, at + 1)
        return text

    def _waiting(self, text: str, start: int) -> list[int]:
        """Return the habits from one on that may fit a text, the last first."""
        found = [at for letter in self._letters.intersection(text) for at in self._by_letter[letter]]
        found.sort(reverse=True)
        return [at for at in found if at >= start] if start else found


def _ready(written: str | Writer) -> str | Writer:
    """Return what is written, a template as what fills it: a pattern looks a template up anew for each text, also where it does not fit."""
    return partial(re.Match.expand, template=written) if isinstance(written, str) and "\\" in written else written


def _seldomness(letter: str) -> int:
    at = _COMMON.find(letter)
    return len(_COMMON) if at < 0 else at
