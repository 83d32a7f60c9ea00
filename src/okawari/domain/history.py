"""What an offer said over time: points where it began to say something else, and what can be told from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from okawari.domain.candidate import Condition
from okawari.domain.money import Money, of_units, smallest_units
from okawari.domain.offer import Availability

UNSEEN_AFTER = timedelta(days=3)
"""After so long without a look nobody can say what an offer said meanwhile: the longest pause of the watching is a day."""

_LONGEST_SELLER = 120
_FEW = 4
_MINUTE = timedelta(minutes=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class State(NamedTuple):
    """What an offer said; a stockout is a state like any other. `units` is the price in its currency's smallest unit.

    A tuple, as is `Point`: a chart goes through hundreds of them, and they are made three times as fast as data classes.
    """

    availability: Availability = Availability.UNKNOWN
    units: int | None = None
    currency: str = ""
    seller: str = ""
    condition: Condition = Condition.UNKNOWN

    @property
    def price(self) -> Money | None:
        """The price, None where none was told."""
        return None if self.units is None else of_units(self.units, self.currency)


class Point(NamedTuple):
    """From this minute on (counted from 1970 in UTC) the offer was in a state; None where nobody looked any more."""

    minute: int
    state: State | None

    @property
    def at(self) -> datetime:
        """The moment, in UTC."""
        return moment_of(self.minute)


@dataclass(frozen=True, slots=True)
class History:
    """The points of an offer, the earliest first, and the minute of the last look that bore out the last of them."""

    points: tuple[Point, ...] = ()
    last_seen: int = 0

    def spans(self) -> Iterable[tuple[Point, int]]:
        """Yield each point that was seen, with the minute until which it held."""
        for point, after in pairwise((*self.points, Point(self.last_seen, None))):
            if point.state is not None:
                yield point, max(after.minute, point.minute)

    def since(self, minute: int) -> History:
        """Return the history from a minute on; what held then begins it."""
        place = bisect_right(self.points, minute, key=lambda point: point.minute)
        if not place:
            return self
        head = Point(minute, self.points[place - 1].state)
        return History((head, *self.points[place:]), max(self.last_seen, minute))


def state_of(
    availability: Availability, price: Money | None, seller: str = "", condition: Condition = Condition.UNKNOWN
) -> State:
    """Return a state as it is kept: whole smallest units, a seller of at most 120 letters."""
    units, currency = (smallest_units(price), price.currency) if price else (None, "")
    named = seller.encode("utf-8", "replace").decode()[:_LONGEST_SELLER]
    return State(availability, units, currency, named, condition)


def minute_of(at: datetime) -> int:
    """Return the minute of a moment, counted from 1970 in UTC."""
    return (at - _EPOCH) // _MINUTE


@lru_cache(maxsize=4096)
def moment_of(minute: int) -> datetime:
    """Return the moment of a minute counted from 1970, in UTC."""
    return _EPOCH + timedelta(minutes=minute)


def looked(history: History, minute: int, state: State) -> tuple[Point, ...]:
    """Return the points that a look adds: none where it bears out the last, two where nobody had looked for long.

    A look from before the last one adds none.
    """
    if not history.points:
        return (Point(minute, state),)
    if minute < history.last_seen:
        return ()
    last = history.points[-1].state
    unseen = minute - history.last_seen > UNSEEN_AFTER // _MINUTE
    gap = (Point(history.last_seen, None),) if unseen and last is not None else ()
    return (*gap, Point(minute, state)) if gap or state != last else ()


def lowest_price(history: History) -> Money | None:
    """Return the lowest price at which the offer could be had, None where none is known."""
    listed = [point.state for point, _ in history.spans() if point.state and _had(point)]
    lowest = min(listed, key=lambda state: state.units or 0, default=None)
    return lowest.price if lowest else None


def median_price(history: History) -> Money | None:
    """Return the price below and above which the offer stood for the same time; times of stockout do not count."""
    listed = [(point.state, until - point.minute) for point, until in history.spans() if _had(point)]
    held = sorted(((state.units or 0, minutes, state) for state, minutes in listed if state), key=lambda one: one[0])
    half = sum(minutes for _, minutes, _ in held) / 2
    for _, minutes, state in held:
        half -= minutes
        if half <= 0:
            return state.price
    return None


def reaches_back(history: History, minute: int) -> bool:
    """Tell whether the offer was looked at since that minute, or a tenth of the time later."""
    if not history.points:
        return False
    return history.points[0].minute <= minute + (history.last_seen - minute) // 10


def _had(point: Point) -> bool:
    return point.state is not None and point.state.units is not None and not point.state.availability.is_gone


def thinned(points: Sequence[Point], most: int) -> tuple[Point, ...]:
    """Return at most about six points for each of `most` equal stretches of time, for a picture.

    Of each stretch the first and the last stay, the lowest and the highest price, a stockout, and a stretch that nobody saw.
    """
    if len(points) <= most:
        return tuple(points)
    begun = points[0].minute
    width = (points[-1].minute - begun) // most + 1
    kept: list[Point] = []
    stretch: list[Point] = []
    number = 0
    for point in points:
        at = (point.minute - begun) // width
        if at != number:
            kept += stretch if len(stretch) <= _FEW else _telling(stretch)
            stretch, number = [], at
        stretch.append(point)
    return (*kept, *(stretch if len(stretch) <= _FEW else _telling(stretch)))


def _telling(points: list[Point]) -> list[Point]:
    chosen = {0, len(points) - 1}
    priced = [
        (point.state.units, at) for at, point in enumerate(points) if point.state and point.state.units is not None
    ]
    if priced:
        chosen |= {min(priced)[1], max(priced)[1]}
    chosen |= {next((at for at, point in enumerate(points) if point.state and point.state.availability.is_gone), 0)}
    chosen |= {next((at for at, point in enumerate(points) if point.state is None), 0)}
    return [points[at] for at in sorted(chosen)]
