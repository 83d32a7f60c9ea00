"""In what state an offer says that a thing is: used, imported, an imitation."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from okawari.domain.same_thing.goods import GOODS
from okawari.domain.same_thing.parts import PARTS
from okawari.domain.same_thing.pieces import meaning
from okawari.domain.same_thing.states import FOREIGN
from okawari.domain.same_thing.title import Title
from okawari.domain.same_thing.tokens import squashed

_BODY, _ALONE = "本体", "本体のみ"
_BOXLESS: Final = frozenset({"箱なし", "箱無し", "箱無", "化粧箱なし", "化粧箱無し"})
_NEW, _FOR_ALL = "新品", "汎用"
_UNOPENED: Final = "新品未"
_STANDING_IN: Final = frozenset({"互換", _FOR_ALL})
_FOREIGN: Final = re.compile(FOREIGN)
_LEAST_BOTTLE: Final = 500
"""Our own choice: millilitres of a bottle of drink, which is no used one without its box."""


def marks_told(first: Title, second: Title) -> list[str]:
    """Return what the offer says of its state, but for what goes without saying: a body alone where a body is wanted, a drink or a new article without its box."""
    told = second.marks - first.marks
    void = {_ALONE} if _BODY in first.listed else set()
    if _is_bottle(second) or any(token.endswith(_NEW) or token.startswith(_UNOPENED) for token in second.listed):
        void |= _BOXLESS
    left = {
        value
        for index, token in enumerate(second.listed)
        if token.removesuffix(_NEW) not in void and not _is_of_others(first, second, index)
        for kind, value in meaning(token)
        if kind == "mark"
    }
    return sorted(left & told)


def _is_bottle(title: Title) -> bool:
    """Return whether a title tells so much of a drink that it comes in a bottle."""
    return any(name == "volume" and Fraction(size) >= _LEAST_BOTTLE for name, size in title.measures)


def _is_of_others(first: Title, second: Title, index: int) -> bool:
    """Return whether the wanted maker's own article, by its code, is told to stand in for others, or to be for all uses (55B24R互換, 汎用 ペンチ)."""
    token = second.listed[index]
    if token not in _STANDING_IN or first.brands.isdisjoint(second.brands) or first.codes.isdisjoint(second.codes):
        return False
    if token == _FOR_ALL:
        return not any(one in GOODS or one.endswith(PARTS) for one in second.listed[index + 1 : index + 2])
    before = squashed(second.listed[index - 1]) if index else ""
    return before in second.codes - first.codes and not any(before in code for code in first.codes)


def marks_unmet(first: Title, second: Title) -> tuple[str, ...]:
    """Return what is wanted of the thing's state and left out by the offer; an article that is not told to be imported is as good as one, but for one made for another country."""
    unmet = first.marks - second.marks
    if not any(map(_FOREIGN.search, first.listed)):
        unmet -= {"imported"}
    return () if _ALONE in first.listed and _BODY in second.listed else tuple(sorted(unmet))
