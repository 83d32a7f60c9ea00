"""Prices and stock over time as lines to draw, and the same as a table."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from urllib.parse import urlsplit

from okawari.domain.history import History, Point, minute_of, moment_of, thinned
from okawari.domain.japan_time import japan_day
from okawari.domain.money import of_units
from okawari.i18n.history import state_text
from okawari.services.past import Past
from okawari.web.words import Words

WIDTH, HEIGHT, STRIP = 1000, 300, 14
MOST_LINES = 6
SPANS = {"30": 30, "90": 90, "365": 365, "1825": 1825}
_DRAWN = 300
_LISTED = 60
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class LineView:
    """One offer: its number in the picture, its price while it could be had, and the bars that show when that was."""

    number: int
    name: str
    title: str
    url: str
    price: str
    path: str
    bars: tuple[tuple[int, int, bool], ...]
    bars_top: int
    now: str


@dataclass(frozen=True, slots=True)
class ChartView:
    """A picture: `what` says it in a sentence; `rules` are the heights of the price labels, `points` what the script shows."""

    title: str
    what: str
    lines: tuple[LineView, ...]
    prices: tuple[str, ...]
    rules: tuple[int, ...]
    days: tuple[str, ...]
    height: int
    points: str
    rows: tuple[tuple[str, str, str], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class SparkView:
    """A small picture of a price: a line, and what it says."""

    path: str
    what: str


def chart_view(pasts: Sequence[Past], title: str, now: datetime, words: Words, days: int = 365) -> ChartView | None:
    """Return the picture of offers over the last days, None where nothing is kept of them."""
    begun, ended = minute_of(now - timedelta(days=days)), minute_of(now)
    cut = [Past(past.offer, past.history.since(begun)) for past in pasts if past.history.last_seen >= begun]
    shown = sorted(cut, key=lambda past: -past.history.last_seen)[:MOST_LINES]
    if not shown:
        return None
    begun = max(begun, min(past.history.points[0].minute for past in shown))
    span = max(ended - begun, 1)
    currency = _currency(shown)
    low, high, step = _bounds([past.history for past in shown], currency)
    scale = _Scale(begun, span, low, high, currency)
    lines = tuple(_line(number, past, scale, words) for number, past in enumerate(shown))
    ticks = tuple(range(high, low - 1, -step))
    return ChartView(
        title=title,
        what="".join(_said(past, words) for past in shown),
        lines=lines,
        prices=tuple(words.money(of_units(units, currency)) for units in ticks),
        rules=tuple(scale.y(units) for units in ticks),
        days=tuple(_labels([moment_of(begun + span * part // 2) for part in range(3)], words)),
        height=HEIGHT + STRIP * len(lines),
        points=json.dumps([_points(past, scale, words) for past in shown], ensure_ascii=False),
        rows=tuple(_rows(shown, words)),
        left_out=len(cut) - len(shown),
    )


def spark_view(history: History, now: datetime, words: Words, days: int = 90) -> SparkView | None:
    """Return the small picture of one offer, None where fewer than two prices are known."""
    cut = history.since(minute_of(now - timedelta(days=days)))
    prices = [point.state.units for point in cut.points if point.state and point.state.units is not None]
    if len(prices) < 2:
        return None
    currency = next(point.state.currency for point in cut.points if point.state and point.state.units is not None)
    begun, ended = cut.points[0].minute, minute_of(now)
    scale = _Scale(begun, max(ended - begun, 1), min(prices), max(*prices, min(prices) + 1), currency)
    lowest, highest = (words.money(of_units(bound(prices), currency)) for bound in (min, max))
    return SparkView(_path(cut, scale), words.words("history.spark", days=days, lowest=lowest, highest=highest))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Minutes and prices as places in the picture."""

    begun: int
    span: int
    low: int
    high: int
    currency: str

    def x(self, minute: int) -> int:
        return min(max(minute - self.begun, 0) * WIDTH // self.span, WIDTH)

    def y(self, units: int) -> int:
        return (self.high - units) * HEIGHT // (self.high - self.low)


def _bounds(histories: Iterable[History], currency: str) -> tuple[int, int, int]:
    """Return the lowest and highest label, and the step between labels: round numbers, at most five of them."""
    prices = [
        point.state.units
        for history in histories
        for point in history.points
        if point.state and point.state.units is not None and point.state.currency == currency
    ] or [0]
    low, high = min(prices), max(prices)
    step = next(
        size * 10**power
        for power in range(20)
        for size in _STEPS
        if (high // (size * 10**power) + 1) - low // (size * 10**power) <= 4
    )
    return low // step * step, (high // step + 1) * step, step


def _labels(moments: Sequence[datetime], words: Words) -> Iterator[str]:
    """Yield the days in Japan; the time too where they are not three days, and the time alone where its day stands before it."""
    days = list(map(japan_day, moments))
    if len(set(days)) == len(days):
        yield from map(words.day, days)
        return
    for at, day, before in zip(moments, days, (None, *days), strict=False):
        yield words.clock(at) if day == before else words.moment(at)


def _currency(pasts: Iterable[Past]) -> str:
    counted = Counter(
        point.state.currency for past in pasts for point in past.history.points if point.state and point.state.currency
    )
    return counted.most_common(1)[0][0] if counted else "JPY"


def _line(number: int, past: Past, scale: _Scale, words: Words) -> LineView:
    bars = []
    for at_hand, spans in groupby(past.history.spans(), key=lambda span: bool(span[0].state and _can_be_had(span[0]))):
        stretch = list(spans)
        for (first, _), (_, until) in _unbroken(stretch):
            bars.append((scale.x(first.minute), max(scale.x(until) - scale.x(first.minute), 2), at_hand))
    last = past.history.points[-1].state
    return LineView(
        number=number,
        name=_name(past),
        title=past.offer.title,
        url=past.offer.url,
        price=words.money(last.price) if last and last.price else words.words("watching.no_price"),
        path=_path(past.history, scale),
        bars=tuple(bars),
        bars_top=HEIGHT + STRIP * number + 4,
        now=state_text(last, words.locale),
    )


def _unbroken(spans: list[tuple[Point, int]]) -> Iterable[tuple[tuple[Point, int], tuple[Point, int]]]:
    """Yield the first and the last of spans that touch."""
    first = 0
    for place, (one, after) in enumerate(pairwise(spans), 1):
        if one[1] < after[0].minute:
            yield spans[first], spans[place - 1]
            first = place
    yield spans[first], spans[-1]


def _can_be_had(point: Point) -> bool:
    return point.state is not None and not point.state.availability.is_gone and point.state.units is not None


def _path(history: History, scale: _Scale) -> str:
    """Return the steps of the price while the thing could be had; a stockout and a time without looks break the line."""
    thin = History(thinned(history.points, _DRAWN), history.last_seen)
    drawn: list[str] = []
    ended = -1
    for point, until in thin.spans():
        state = point.state
        if not state or state.units is None or not _can_be_had(point) or state.currency != scale.currency:
            continue
        x, y = scale.x(point.minute), scale.y(state.units)
        drawn.append(f"V{y}" if ended == point.minute else f"M{x} {y}")
        drawn.append(f"H{max(scale.x(until), x + 1)}")
        ended = until
    return "".join(drawn)


def _points(past: Past, scale: _Scale, words: Words) -> list[tuple[int, str]]:
    return [
        (scale.x(point.minute), f"{words.moment(point.at)} {_name(past)} {state_text(point.state, words.locale)}")
        for point in thinned(past.history.points, _DRAWN)
    ]


def _rows(pasts: Iterable[Past], words: Words) -> Iterable[tuple[str, str, str]]:
    changes = ((point, past) for past in pasts for point in past.history.points)
    latest = sorted(changes, key=lambda change: -change[0].minute)[:_LISTED]
    return [(words.moment(point.at), _name(past), state_text(point.state, words.locale)) for point, past in latest]


def _said(past: Past, words: Words) -> str:
    prices = [point.state.price for point in past.history.points if point.state and point.state.price]
    state = state_text(past.history.points[-1].state, words.locale)
    if not prices:
        return words.words("history.said_no_price", name=_name(past), state=state)
    lowest, highest = (bound(prices, key=lambda price: price.amount) for bound in (min, max))
    return words.words("history.said", name=_name(past), state=state, lowest=lowest, highest=highest)


def _name(past: Past) -> str:
    parts = urlsplit(past.offer.url)
    return f"{parts.hostname or ''} {parts.fragment}".strip()
