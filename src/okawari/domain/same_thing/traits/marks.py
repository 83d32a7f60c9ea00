"""In what state an offer says that a thing is: used, imported, an imitation."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from okawari.domain.same_thing.taken_apart.pieces import meaning
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.vocabulary.states import FOREIGN

_BODY, _ALONE = "本体", "本体のみ"
_BOXLESS: Final = frozenset({"箱なし", "箱無し", "箱無", "化粧箱なし", "化粧箱無し"})
_NEW, _UNOPENED = "新品", "新品未"
_HEDGED: Final = _BOXLESS | {_ALONE, *(f"{boxless}{_NEW}" for boxless in _BOXLESS)}
"""What tells a state of the thing, or none of it."""
_FOREIGN: Final = re.compile(FOREIGN)
_BOXED: Final = re.compile("箱|カートン|ボックス|box|carton")
_LEAST_BOTTLE: Final = 500
"""Our own choice: millilitres of a bottle of drink, which is no used one without its box."""


def marks_told(first: Title, second: Title) -> list[str]:
    """Return what the offer says of its state, but for what goes without saying: a body alone where a body is wanted, a drink or a new article without its box."""
    told = second.marks - first.marks
    if _HEDGED.isdisjoint(second.listed):
        return sorted(told)
    void = frozenset({_ALONE}) if _BODY in first.listed else frozenset()
    if _is_bottle(second) or any(token.endswith(_NEW) or token.startswith(_UNOPENED) for token in second.listed):
        void |= _BOXLESS
    return sorted(_marks_but(second, void) & told)


def _is_bottle(title: Title) -> bool:
    """Return whether a title tells so much of a drink that it comes in a bottle."""
    return any(name == "volume" and Fraction(size) >= _LEAST_BOTTLE for name, size in title.measures)


def marks_unmet(first: Title, second: Title) -> tuple[str, ...]:
    """Return what is wanted of the thing's state and left out by the offer, but for a drink without its box; an article that is not told to be imported is as good as one, but for one made for another country."""
    unmet = first.marks - second.marks
    if _is_bottle(first) and not any(map(_BOXED.search, second.listed)):
        unmet &= _marks_but(first, _BOXLESS)
    if not any(map(_FOREIGN.search, first.listed)):
        unmet -= {"imported"}
    return () if _ALONE in first.listed and _BODY in second.listed else tuple(sorted(unmet))


def _marks_but(title: Title, void: frozenset[str]) -> set[str]:
    """Return what a title tells of its state, but for what is said in these words."""
    told = (piece for token in title.listed if token.removesuffix(_NEW) not in void for piece in meaning(token))
    return {value for kind, value in told if kind == "mark"}
