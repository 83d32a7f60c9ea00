"""What a shop offers instead, held against what was ordered and against the offers that were seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from urllib.parse import urlsplit

from okawari.domain.candidate import AS_NEW
from okawari.domain.history import History, moment_of
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.same_thing import Likeness, Sameness, compare
from okawari.domain.same_thing.order_line import thing_of

_FRESH: Final = timedelta(days=14)
"""Our own choice: an offer that nobody looked at for longer tells nothing of today's market."""
_LIKE = (Sameness.SAME, Sameness.VARIANT, Sameness.UNSURE, Sameness.ACCESSORY)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenOffer:
    """An offer that was at hand, new, for this price when it was last looked at."""

    url: str
    price: Money
    on: date

    @property
    def host(self) -> str:
        """Where the offer stands."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitute:
    """What is offered instead of `ordered`, and what is known of both; None and () stand for what is not known.

    `likeness` is what the two are to each other, `same` the cheapest offer of the substitute that was seen, `original` that
    of the thing that was ordered.
    """

    item: Item
    ordered: Item | None = None
    likeness: Likeness | None = None
    same: SeenOffer | None = None
    original: SeenOffer | None = None

    @property
    def dearer_by(self) -> Money | None:
        """What it costs more than what was ordered, less than zero where it is cheaper; None where that is not known."""
        return _difference(self.item.price, self.ordered.price if self.ordered else None)

    @property
    def dearer_than_seen(self) -> Money | None:
        """What it costs more than the cheapest offer of the same thing that was seen; None where that is not known."""
        return _difference(self.item.price, self.same.price if self.same else None)


def substitute_for(items: Sequence[Item], item: Item) -> Substitute:
    """Return what is offered instead with the one thing of the order that it can stand for."""
    offered = thing_of(item)
    likely = [(one, compare(thing_of(one), offered)) for one in items]
    if not likely:
        return Substitute(item=item)
    ranked = sorted(likely, key=lambda pair: _LIKE.index(pair[1].sameness))
    alone = len(likely) == 1 or ranked[0][1].sameness is not ranked[1][1].sameness
    ordered, likeness = ranked[0]
    return Substitute(item=item, ordered=ordered, likeness=likeness) if alone else Substitute(item=item)


def cheapest(offers: Iterable[tuple[str, History]], on: date) -> SeenOffer | None:
    """Return the cheapest of offers in yen that the last look, not long before the day, found at hand and new."""
    found = [seen for url, past in offers if (seen := _last(url, past, on))]
    return min(found, key=lambda one: one.price.amount, default=None)


def _last(url: str, past: History, on: date) -> SeenOffer | None:
    state = past.points[-1].state if past.points else None
    if state is None or state.price is None or state.price.currency != "JPY":
        return None
    day = japan_day(moment_of(past.last_seen))
    new = state.condition in AS_NEW
    return (
        SeenOffer(url=url, price=state.price, on=day)
        if state.availability.is_at_hand and new and on - day <= _FRESH
        else None
    )


def _difference(one: Money | None, other: Money | None) -> Money | None:
    if one is None or other is None or one.currency != other.currency:
        return None
    return Money(one.amount - other.amount, one.currency)
