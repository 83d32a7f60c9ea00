"""Whether a later order is for the thing that a watch of a dead order waits for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from okawari.domain.authenticity import Verdict
from okawari.domain.belief import instant, is_own, verdict
from okawari.domain.facts import CancelNotified, Fact, OrderPlaced
from okawari.domain.message import Item
from okawari.domain.same_thing import Sameness, compare
from okawari.domain.same_thing.order_line import same_title, thing_of
from okawari.domain.same_thing.taken_apart.tokens import plain

_ALIKE: Final = 0.5
"""The share of a title's letters that another must have, in their order, before a person is asked whether it is the same."""


class Fulfils(StrEnum):
    """What an order is to a watch: it ends it, or nobody but the person can say."""

    SURELY = "surely"
    PERHAPS = "perhaps"


def later_orders(said: Iterable[Fact], since: datetime, without: Iterable[str]) -> Iterator[OrderPlaced]:
    """Yield the orders that were placed after `since`, told by a genuine mail or an own file, and not cancelled again."""
    facts = tuple(said)
    left_out = {*without, *(fact.order for fact in facts if isinstance(fact, CancelNotified))}
    for fact in facts:
        proven = verdict(fact) is Verdict.GENUINE or is_own(fact)
        later = fact.at is not None and instant(fact.at) > instant(since)
        if isinstance(fact, OrderPlaced) and later and proven and fact.order not in left_out:
            yield fact


def fulfils(wanted: Item, placed: OrderPlaced) -> tuple[Fulfils, Item] | None:
    """Return what an order is to the watch of a thing, and by which of its lines; None where it is for other things."""
    perhaps = None
    for item in placed.part.items:
        found = _likeness(wanted, item)
        if found is Fulfils.SURELY:
            return found, item
        if found and perhaps is None:
            perhaps = found, item
    return perhaps


def _likeness(wanted: Item, item: Item) -> Fulfils | None:
    first, second = thing_of(wanted), thing_of(item)
    found = compare(first, second)
    alike = same_title(first.title, second.title) or _alike(first.title, second.title)
    if found.sameness is Sameness.SAME and (alike or found.reasons != ("model",)):
        return Fulfils.SURELY
    return Fulfils.PERHAPS if alike and found.sameness in {Sameness.SAME, Sameness.UNSURE} else None


def _alike(one: str, other: str) -> bool:
    first, second = plain(one), plain(other)
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return bool(first) and sum(block.size for block in blocks if block.size > 1) >= _ALIKE * len(first)
