"""When a look at a page is worth an alert: at the edge from "no" to "yes", and never for what cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import IntEnum, auto
from typing import Any

from okawari.domain.candidate import Condition
from okawari.domain.delivery import Promise, days_earlier
from okawari.domain.japan_time import japan_day
from okawari.domain.money import Money
from okawari.domain.offer import Availability
from okawari.domain.shop_name import folded
from okawari.domain.watch.seek import FEED, Find, says
from okawari.domain.watch.watch import Alert, AlertKind, Observation, Watch, WatchState, Yardstick

MISSES_TO_REARM = 2
MOST_FINDS = 5
MISSED_LONG = timedelta(minutes=10)
OFTEN, OFTEN_WITHIN, MISSED_LONGER = 3, timedelta(days=1), timedelta(hours=1)
"""Our own choice: what was told three times within a day is told again only after it was gone for an hour."""
BLIND_LOOKS = 3
CLEARLY_ABOVE = Decimal("1.01")
_NONE = Yardstick()
_BEST_FIRST = (
    Condition.NEW,
    Condition.LIKE_NEW,
    Condition.VERY_GOOD,
    Condition.GOOD,
    Condition.ACCEPTABLE,
)


class _Answer(IntEnum):
    """Whether a wish holds; `NEARLY` is a no too slight to count as one, `UNKNOWN` what the page does not tell."""

    NO = auto()
    UNKNOWN = auto()
    NEARLY = auto()
    YES = auto()


def judge(
    watch: Watch, previous: WatchState, seen: Observation, yardstick: Yardstick = _NONE
) -> tuple[WatchState, tuple[Alert, ...]]:
    """Return the state after a look, and what to tell.

    A match alerts once. The next match alerts again only after clear misses: two looks in a row, or one whose miss had
    lasted ten minutes; after three alerts within a day only after misses of an hour. What is unknown is neither a match nor a miss. In quiet hours a match waits, and alerts at the
    first look after them that still finds it. Three looks in a row that do not tell what is wished for are told once, and
    again only after three that did. Before the day until which a watch rests nothing changes.
    """
    if watch.rests_until and japan_day(seen.at) < watch.rests_until:
        return previous, ()
    state, first_price, answer = previous, previous.first_price or seen.price, _Answer.UNKNOWN
    if not seen.trouble:
        state, arrival = _delivered(watch, state, yardstick.promise, seen.at)
        answer = min(_matches(watch, first_price, seen, yardstick), arrival)
    if answer is _Answer.UNKNOWN:
        return _blind(watch, replace(state, first_price=first_price), seen)
    seeing = min(state.seeing + 1, BLIND_LOOKS)
    missed = _missed(state, seen) if answer is _Answer.NO else {}
    if missed or state.blind or seeing != state.seeing or state.told_blind or state.first_price != first_price:
        told_blind = state.told_blind and seeing < BLIND_LOOKS
        state = replace(state, blind=0, seeing=seeing, told_blind=told_blind, first_price=first_price, **missed)
    return _matched(watch, state, seen, yardstick) if answer is _Answer.YES else (state, ())


def sought(
    watch: Watch, previous: WatchState, seen: Observation, finds: Sequence[Find]
) -> tuple[WatchState, tuple[Alert, ...]]:
    """Return the state of a search or a feed after a look, and what to tell of finds that nobody was told of."""
    if seen.trouble:
        return _blind(watch, previous, seen)
    seeing = min(previous.seeing + 1, BLIND_LOOKS)
    told_blind = previous.told_blind and seeing < BLIND_LOOKS
    state = replace(previous, begun=True, blind=0, seeing=seeing, told_blind=told_blind)
    if not finds:
        return state, ()
    kind = AlertKind.ENTRIES_FOUND if watch.url.startswith(FEED) else AlertKind.OFFERS_FOUND
    first = finds[0]
    alert = replace(
        _alert(watch, state, kind, seen),
        url=first.url or watch.link,
        price=None,
        limit=None,
        finds=tuple(finds[:MOST_FINDS]),
        more=max(0, len(finds) - MOST_FINDS),
    )
    return replace(state, alerts=state.alerts + 1), (alert,)


def may_tell(watch: Watch, at: datetime) -> bool:
    """Tell whether the moment is outside the quiet hours."""
    return not _quiet(watch, at)


def suits(watch: Watch, find: Find) -> bool:
    """Tell whether a find is what is sought: by its words, its sameness, its seller, its condition, and a price that is known."""
    if not says(find, watch.all_of, watch.none_of) or not (find.sure or watch.unsure):
        return False
    if watch.seller and _sold_by(find.seller, watch.seller) is not _Answer.YES:
        return False
    if watch.condition and _at_least(find.condition, watch.condition) is not _Answer.YES:
        return False
    return not watch.price or _at_most(find.yen, watch.price) is _Answer.YES


def expired(watch: Watch, today: date) -> bool:
    """Tell whether the last day of the watch has passed."""
    return watch.until is not None and today > watch.until


def expire(watch: Watch, state: WatchState, last: Observation) -> tuple[WatchState, Alert]:
    """Return the state and the alert of a watch whose last day has passed."""
    return replace(state, alerts=state.alerts + 1), _alert(watch, state, AlertKind.EXPIRED, last)


def _missed(state: WatchState, seen: Observation) -> dict[str, Any]:
    """Return what a clear miss changes."""
    if state.misses >= MISSES_TO_REARM:
        return {}
    return {"misses": state.misses + 1, "missed_since": state.missed_since or seen.at}


def _matched(
    watch: Watch, state: WatchState, seen: Observation, yardstick: Yardstick
) -> tuple[WatchState, tuple[Alert, ...]]:
    missed = seen.at - state.missed_since if state.missed_since else timedelta()
    clearly = state.misses >= MISSES_TO_REARM or missed >= MISSED_LONG
    armed = state.armed or (missed >= MISSED_LONGER if _often(state.told_at, seen.at) else clearly)
    if armed and _quiet(watch, seen.at):
        return replace(state, armed=True), ()
    if armed or state.misses or state.missed_since:
        state = replace(state, misses=0, missed_since=None, armed=False)
    if not armed:
        return state, ()
    alert = _measured(_alert(watch, state, _kind(watch, seen), seen), watch, state.first_price, yardstick)
    told_at = (*state.told_at, seen.at)[-OFTEN:]
    state = replace(state, alerts=state.alerts + 1, told_at=told_at)
    if watch.earlier_days:
        # What was told is what the next promise is measured by: that is the edge, and needs no other.
        return replace(state, promised=yardstick.promise, armed=True), (
            replace(alert, promise=yardstick.promise, promised_before=state.promised),
        )
    return state, (replace(alert, flickers=_often(told_at, seen.at)),)


def _often(told_at: tuple[datetime, ...], at: datetime) -> bool:
    return len(told_at) == OFTEN and at - told_at[0] < OFTEN_WITHIN


def _measured(alert: Alert, watch: Watch, first_price: Money | None, yardstick: Yardstick) -> Alert:
    if alert.kind is AlertKind.LOWEST_PRICE:
        return replace(alert, measure=yardstick.lowest)
    if not watch.drop_percent:
        return alert
    measure = yardstick.median if watch.drop_days else first_price
    return replace(alert, measure=measure, measure_days=watch.drop_days)


def _delivered(watch: Watch, state: WatchState, promise: Promise | None, at: datetime) -> tuple[WatchState, _Answer]:
    """Return whether the delivery is earlier, and the state: less promised clearly becomes what counts from then on."""
    if not watch.earlier_days:
        return state, _Answer.YES
    if promise is None:
        return state, _Answer.UNKNOWN
    if state.promised is None:
        return replace(state, promised=promise), _Answer.NEARLY
    days = days_earlier(state.promised, promise)
    if days is not None and days >= 0:
        return replace(state, later=0, later_since=None), (
            _Answer.YES if days >= watch.earlier_days else _Answer.NEARLY
        )
    since = state.later_since or at
    if state.later + 1 >= MISSES_TO_REARM or at - since >= MISSED_LONG:
        return replace(state, promised=promise, later=0, later_since=None), _Answer.NEARLY
    return replace(state, later=state.later + 1, later_since=since), _Answer.NEARLY


def _blind(watch: Watch, previous: WatchState, seen: Observation) -> tuple[WatchState, tuple[Alert, ...]]:
    state = replace(previous, blind=min(previous.blind + 1, BLIND_LOOKS), seeing=0)
    if state.blind < BLIND_LOOKS or state.told_blind or _quiet(watch, seen.at):
        return state, ()
    told = seen if seen.trouble else replace(seen, trouble="untold")
    return (
        replace(state, told_blind=True, alerts=state.alerts + 1),
        (_alert(watch, state, AlertKind.CANNOT_SEE, told),),
    )


def _quiet(watch: Watch, at: datetime) -> bool:
    return watch.quiet is not None and watch.quiet.holds(at)


def _kind(watch: Watch, seen: Observation) -> AlertKind:
    if watch.earlier_days:
        return AlertKind.DELIVERY_EARLIER
    if watch.appears:
        return AlertKind.SELLER_APPEARED
    if watch.lowest:
        return AlertKind.LOWEST_PRICE
    if watch.price or watch.effective:
        return AlertKind.PRICE_REACHED
    if watch.drop_percent:
        return AlertKind.PRICE_DROPPED
    return AlertKind.PREORDER_OPENED if seen.availability is Availability.PREORDER else AlertKind.IN_STOCK


def _alert(watch: Watch, state: WatchState, kind: AlertKind, seen: Observation) -> Alert:
    return Alert(
        watch=watch.id,
        number=state.alerts + 1,
        kind=kind,
        at=seen.at,
        url=watch.link,
        title=seen.title,
        availability=seen.availability,
        price=seen.price,
        seller=_offering(seen, watch.appears) if watch.appears else seen.seller,
        paid=watch.paid,
        limit=watch.price or watch.effective,
        condition=seen.condition,
        trouble=seen.trouble,
        detail=seen.detail,
        merchant=watch.merchant,
        order=watch.order,
    )


def _matches(watch: Watch, first_price: Money | None, seen: Observation, yardstick: Yardstick) -> _Answer:
    """Return the weakest of the answers: a no outweighs what is unknown."""
    answers = [_stock(watch, seen)]
    if watch.price:
        answers.append(_at_most(seen.price, watch.price))
    if watch.effective:
        answers.append(_at_most(yardstick.effective, watch.effective))
    if watch.asks_for_past and yardstick.short:
        answers.append(_Answer.NEARLY)
    elif watch.lowest:
        answers.append(_below(seen.price, yardstick.lowest))
    if watch.drop_percent and not (watch.drop_days and yardstick.short):
        first = yardstick.median if watch.drop_days else first_price
        limit = Money(first.amount * (100 - watch.drop_percent) / 100, first.currency) if first else None
        answers.append(_at_most(seen.price, limit))
    if watch.seller:
        answers.append(_sold_by(seen.seller, watch.seller))
    if watch.appears:
        offered = bool(_offering(seen, watch.appears))
        known = offered or seen.seller or seen.sellers or seen.availability.is_gone
        answers.append(_Answer.YES if offered else _Answer.NO if known else _Answer.UNKNOWN)
    if watch.condition:
        answers.append(_at_least(seen.condition, watch.condition))
    return min(answers)


def _stock(watch: Watch, seen: Observation) -> _Answer:
    if watch.earlier_days:
        # A promise of when it comes is given for what can be ordered, from stock or not.
        return _Answer.NO if seen.availability.is_gone else _Answer.YES
    if seen.availability is Availability.UNKNOWN:
        # A price or a seller can be told of a page that says nothing of stock; the alert then says that stock is unknown.
        return _Answer.YES if watch.asks_for_price or watch.appears else _Answer.UNKNOWN
    wanted = seen.availability.is_at_hand or (watch.preorder and seen.availability is Availability.PREORDER)
    return _Answer.YES if wanted else _Answer.NO


def _at_most(price: Money | None, limit: Money | None) -> _Answer:
    if price is None or limit is None or price.currency != limit.currency or price.amount <= 0:
        return _Answer.UNKNOWN
    if price.amount <= limit.amount:
        return _Answer.YES
    return _Answer.NO if price.amount > limit.amount * CLEARLY_ABOVE else _Answer.NEARLY


def _below(price: Money | None, lowest: Money | None) -> _Answer:
    if price is None or lowest is None or price.currency != lowest.currency or price.amount <= 0:
        return _Answer.UNKNOWN
    return _Answer.YES if price.amount < lowest.amount else _Answer.NO


def _sold_by(seller: str | None, wanted: str) -> _Answer:
    if not seller:
        return _Answer.UNKNOWN
    return _Answer.YES if folded(wanted) in folded(seller) else _Answer.NO


def _offering(seen: Observation, wanted: str) -> str | None:
    """Return the name of the one who is wanted among those that offer the thing."""
    named = (seen.seller or "", *seen.sellers)
    return next((name for name in named if name and folded(wanted) in folded(name)), None)


def _at_least(condition: Condition, worst: Condition) -> _Answer:
    """Compare conditions; a used thing whose grade is not told is worse than new, and else unknown."""
    if condition is Condition.USED and worst is Condition.NEW:
        return _Answer.NO
    if worst is Condition.USED:
        return _Answer.UNKNOWN if condition is Condition.UNKNOWN else _Answer.YES
    if condition not in _BEST_FIRST or worst not in _BEST_FIRST:
        return _Answer.UNKNOWN
    return _Answer.YES if _BEST_FIRST.index(condition) <= _BEST_FIRST.index(worst) else _Answer.NO
