"""Whether an offer tells the whole thing, so that a part which it names is only said of it."""

from __future__ import annotations

from typing import Final

from okawari.domain.same_thing.taken_apart.known import AIMS
from okawari.domain.same_thing.taken_apart.title import Title
from okawari.domain.same_thing.verdicts.models import compare_models
from okawari.domain.same_thing.vocabulary.parts import NEVER_SAID

GENUINE: Final = "純正"
MADE_FOR: Final = (GENUINE, "対応", "互換", "交換", "替", "部品", "パーツ", "単品", "スペア", "保護")
"""Words of titles that are about the part."""


def is_told_whole(first: Title, second: Title) -> bool:
    """Return whether the offer tells the number, colour, counts and a measure of the wanted thing, and nothing of what it is made for.

    A part is sold under the number and the colour of what it fits, hardly ever under its litres, watts or ports too. What
    is sold stands at the beginning of a title or at its end, what is only said of it in between.
    """
    if not NEVER_SAID.isdisjoint(second.parts) or second.aimed or second.holds & AIMS:
        return False
    if first.measures.isdisjoint(second.measures) and not first.counts:
        return False
    if not (set(first.counts) <= set(second.counts) and first.colours <= second.colours):
        return False
    if any(token.startswith(MADE_FOR) for token in second.listed):
        return False
    kinds = [piece.kind for piece in second.pieces if piece.kind != "idle"]
    if "part" in (kinds[0], kinds[-1]):
        return False
    return compare_models(first, second, first.models, second.models) == "same"
