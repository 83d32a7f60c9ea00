"""The sales ahead: days that rules fix, rounds that a mall announced or the person wrote down, and events whose dates are not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from okawari.domain.japan_time import JAPAN
from okawari.domain.price.sale_days import RESERVES_NOTHING, sale_days
from okawari.domain.profile import Profile
from okawari.domain.rule import Rule

MALLS: Final = ("amazon_jp", "rakuten", "yahoo_shopping")
"""A sale in one is answered by sales in the others, so all three are looked at."""
MOVES: Final = "SAL-MOVES-01"
_AHEAD: Final = timedelta(days=14)
_ROUND_AHEAD: Final = timedelta(days=45)
_SHIFT: Final = timedelta(days=7)
"""How far a round may move against the last one: our own choice."""


class SaleState(StrEnum):
    """How surely a sale comes, the surest first."""

    RUNNING = "running"
    COMING = "coming"
    MAYBE_NOW = "maybe_now"
    UNKNOWN = "unknown"


class Sale(NamedTuple):
    """One sale. `on` and `until` are days in Japan, None where nobody told them; `last` are the days of the last round that is known.

    `opens` is the moment (aware) at which a day or round begins, None where it has begun or is not known. `own` tells that
    the days come from the person's profile, `doubted` that it is not sure to go on.
    """

    mall: str
    event: str
    state: SaleState
    rule: str = ""
    on: date | None = None
    until: date | None = None
    opens: datetime | None = None
    entry: bool = False
    early: date | None = None
    last: tuple[date | None, date | None] = (None, None)
    own: bool = False
    doubted: bool = False


def sales_ahead(points: Sequence[Rule], sales: Sequence[Rule], profile: Profile, now: datetime) -> tuple[Sale, ...]:
    """Return the sales of the malls from now on, what runs and what is sure first, then by day.

    `points` and `sales` are the rules of these domains. A date that no source tells is never worked out: such an event is
    `UNKNOWN`, or `MAYBE_NOW` about the time of year at which the last round was.
    """
    on = now.astimezone(JAPAN).date()
    clock = _Clock(now, on)
    found = [
        clock.day(one.mall, one.benefit, one.on)._replace(rule=one.rule, entry=one.entry)
        for one in sale_days(points, MALLS, on)
    ]
    for rule in sales:
        entry, doubted = bool(rule.then.get("entry")), rule.confidence == "low"
        found.extend(one._replace(rule=rule.id, entry=entry, doubted=doubted) for one in _of_rule(rule, clock))
    race = profile.marathon
    if race is not None and on <= race.last_day <= on + _ROUND_AHEAD:
        starts = next((str(one.then["starts"]) for one in sales if one.when["event"] == "marathon"), "00:00")
        own = clock.round("rakuten", "marathon", (race.first_day, race.last_day), starts)
        found = [one for one in found if (one.mall, one.event) != ("rakuten", "marathon")]
        found.append(own._replace(own=True, entry=race.entered is None))
    order = {state: place for place, state in enumerate(SaleState)}
    return tuple(sorted(found, key=lambda one: (order[one.state], one.on or date.max, MALLS.index(one.mall))))


def grounds_of(sales: Sequence[Sale]) -> tuple[str, ...]:
    """Return the ids of the rules behind the sales and behind what to do on their days."""
    return tuple(sorted({one.rule for one in sales if one.rule} | {MOVES, RESERVES_NOTHING}))


class _Clock(NamedTuple):
    """The moment from which is looked ahead, and its day in Japan."""

    now: datetime
    on: date

    def day(self, mall: str, event: str, day: date) -> Sale:
        """Return a sale of one day."""
        return self.round(mall, event, (day, day), "00:00")

    def round(self, mall: str, event: str, days: tuple[date, date], starts: str) -> Sale:
        """Return a sale of several days that begins at a time of the first."""
        opens = datetime.combine(days[0], time.fromisoformat(starts), JAPAN)
        if opens <= self.now:
            return Sale(mall, event, SaleState.RUNNING, on=days[0], until=days[1])
        return Sale(mall, event, SaleState.COMING, on=days[0], until=days[1], opens=opens)


def _of_rule(rule: Rule, clock: _Clock) -> Iterator[Sale]:
    then: Mapping[str, Any] = rule.then
    mall, event, on = str(rule.when.get("platform", "")), str(rule.when["event"]), clock.on
    if "days" in then:
        ahead = (on + timedelta(days=days) for days in range(_AHEAD.days))
        day = next((one for one in ahead if one.day in then["days"]), None)
        if day is not None:
            yield clock.day(mall, event, day)
    elif "months" in then:
        first, last = then.get("from"), then.get("until")
        if first and last and on <= last and first <= on + _ROUND_AHEAD:
            yield clock.round(mall, event, (first, last), then["starts"])
        elif {on.month, (on + _AHEAD).month} & set(then["months"]):
            early, before = then.get("early_from"), (then.get("last_from"), then.get("last_until"))
            state = SaleState.MAYBE_NOW if _about_now(early, before, on) else SaleState.UNKNOWN
            yield Sale(mall, event, state, early=early, last=before)


def _about_now(early: date | None, last: tuple[date | None, date | None], on: date) -> bool:
    """Tell whether the last round, moved by whole years, lies about a day; one of which only the end is known does not."""
    first, end = early or last[0], last[1]
    if first is None or end is None or not 1 <= on.year - first.year <= 1:
        return False
    year = timedelta(days=364)
    return first + year - _SHIFT <= on <= end + year + _SHIFT
