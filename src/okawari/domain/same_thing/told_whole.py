"""Whether an offer tells the whole thing, so that a part which it names is only said of it."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.known import AIMS
from okawari.domain.same_thing.models import compare_models
from okawari.domain.same_thing.parts import NEVER_SAID
from okawari.domain.same_thing.title import Title

MADE_FOR: Final = ("純正", "対応", "互換", "交換", "替", "部品", "パーツ", "単品", "スペア")
"""Words of titles that are about the part."""
_OF_WHOLE: Final = frozenset({"volume", "mass", "charge", "power", "voltage", "ports", "colours"})
"""What is measured of a thing and hardly ever of a part of it, whose length and inches are told as often as those of the thing."""


def is_told_whole(first: Title, second: Title) -> bool:
    """Return whether the offer tells all by which the wanted thing is measured, counted, coloured and numbered, and nothing of what it is made for.

    A part is sold under the number and the colour of what it fits, hardly ever under its litres, watts or ports; under
    the length of it, but not beside its whole number.
    """
    if not NEVER_SAID.isdisjoint(second.parts) or second.aimed or second.holds & AIMS:
        return False
    told = first.measures & second.measures
    if not (told or first.counts) or any(token.startswith(MADE_FOR) for token in second.listed):
        return False
    if not (set(first.counts) <= set(second.counts) and first.colours <= second.colours):
        return False
    if compare_models(first, second, first.models, second.models) == "same":
        return True
    return told == first.measures and any(name in _OF_WHOLE for name, _ in told)
