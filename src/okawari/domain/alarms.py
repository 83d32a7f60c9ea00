"""When to speak up: the alarms of a plan, each on a day of its own, and which of them are due.

An alarm that names a day on which something ends stays on that day or comes before it. The others can wait for the next
day on which a bank or shop works, since till then nobody can be asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from okawari.domain.advice.preorders import BEFORE_FEE, BEFORE_RELEASE, NOTHING_MOVES, ON_ITS_WAY
from okawari.domain.business_day import IsHoliday, is_business_day
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.plan import Plan
from okawari.domain.preorder import Standing
from okawari.domain.refund.wording import place_of

_OF_STEPS = {"ask_refund_date": "refund_overdue", "ask_issuer": "ask_issuer", "consumer_hotline": "consumer_hotline"}
_OF_PARCELS = {
    "parcel_ask_sender": "parcel_unregistered",
    "parcel_gather": "parcel_gather",
    "parcel_bad_number": "parcel_doubtful",
    "parcel_other_parcel": "parcel_doubtful",
    "parcel_delivered_elsewhere": "parcel_elsewhere",
    "parcel_returned": "parcel_returned",
}
_OF_DEADLINES = {
    "look_for_refund": "look_for_refund",
    "decide_chargeback": "decide_chargeback",
    "atoz_warn": "claim_closes_in_30",
    "atoz_last_call": "claim_closes_in_10",
    "atoz_closes": "claim_closes",
    "anshin_warn": "claim_closes_in_30",
    "anshin_last_call": "claim_closes_in_10",
    "anshin_closes": "claim_closes",
    "decide_wait": "decide_wait",
}
_ON_THE_DAY = frozenset({"claim_closes", "release_day"})
_NOT_LATER = frozenset(
    {"decide_chargeback", "claim_closes_in_30", "claim_closes_in_10", "release_near", "decide_spare", "decide_wait"}
)
_CLAIM, _RELEASE = "claim", "release"
_STALE = timedelta(days=30)
"""Our own choice: what ended longer ago, as orders of a mailbox that is read for the first time, is no news."""
_AHEAD = {"release_near": BEFORE_RELEASE, "decide_spare": BEFORE_FEE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One thing to tell the person: `what` is a stable code, raised on the day `on`, about the day `about`.

    Of a claim `about` is the day on which it closes, also for the warnings before. `thread` are alarms of which a later one makes the earlier needless: the stages of one refund, of one claim.
    `amount` is the money that it is about, where it is known, `items` what was ordered. `formerly` are other numbers
    under which the order goes or went. `place` is where a refund shows, by the words under `alarms.place_<place>`.
    """

    merchant: str | None
    order: str
    what: str
    on: date
    about: date
    thread: str
    rule: str | None = None
    amount: Money | None = None
    items: tuple[Item, ...] = ()
    formerly: tuple[str, ...] = ()
    place: str = ""

    @property
    def key(self) -> str:
        """The same for the same alarm of the same order, whenever the plan is made."""
        return self.keys[0]

    @property
    def keys(self) -> tuple[str, ...]:
        """The key, and those that it had while the order went by another number."""
        numbers = (self.order, *self.formerly)
        return tuple(f"{self.merchant or ''}|{number}|{self.thread}|{self.what}" for number in numbers)

    def is_among(self, keys: Collection[str]) -> bool:
        """Return whether the alarm was raised, by the keys of those that were."""
        return any(key in keys for key in self.keys)


def alarms_of(plan: Plan, is_holiday: IsHoliday) -> tuple[Alarm, ...]:
    """Return the alarms of a plan, the earliest first; of money that was seen there are none.

    Days: a refund's reminder, its last due day and each stage of asking for it (NET-ESC-01), and the days of a claim.
    """
    return tuple(sorted(_alarms(plan, is_holiday), key=lambda alarm: (alarm.on, alarm.thread, alarm.about)))


def due(alarms: Iterable[Alarm], on: date, raised: Collection[str]) -> tuple[Alarm, ...]:
    """Return the alarms to raise on the day: of each thread the last that has come, unless it was raised (by `key`).

    What came and went while nobody looked is not raised late; nothing is raised again when the clock goes back. Of a
    claim that has closed meanwhile that is said, of one that closed or a release that passed long ago nothing.
    """
    last: dict[tuple[str | None, str, str], Alarm] = {}
    for alarm in sorted(alarms, key=lambda alarm: (alarm.on, alarm.about)):
        if alarm.on <= on:
            last[alarm.merchant, alarm.order, alarm.thread] = alarm
    spoken = (_in_time(alarm, on) for alarm in last.values() if not alarm.is_among(raised))
    return tuple(alarm for alarm in spoken if alarm and not alarm.is_among(raised))


def _in_time(alarm: Alarm, on: date) -> Alarm | None:
    """Return what is to be said of an alarm on a later day than its own: what only its own day makes true never is."""
    if alarm.thread in {_CLAIM, _RELEASE} and on - alarm.on > _STALE:
        return None
    if alarm.on == on or alarm.what not in _ON_THE_DAY:
        return alarm
    return replace(alarm, what="claim_closed") if alarm.what == "claim_closes" else None


def _alarms(plan: Plan, is_holiday: IsHoliday) -> Iterator[Alarm]:
    amounts = {leg.name: leg.amount for leg in plan.refunds}
    places = {leg.name: place_of(leg) for leg in plan.refunds}

    def of(what: str, day: date, thread: str, rule: str | None, about: date | None = None) -> Alarm:
        on = _spoken_on(what, day, is_holiday)
        case = plan.case
        return Alarm(
            merchant=case.merchant,
            order=case.order,
            what=what,
            on=on,
            about=about or day,
            thread=thread,
            rule=rule,
            amount=amounts.get(thread),
            items=case.cancelled_items or case.items,
            formerly=case.other_orders,
            place=places.get(thread, ""),
        )

    closes = next((one.on for one in plan.deadlines if one.what.endswith("_closes")), None)
    for deadline in plan.deadlines:
        what = _OF_DEADLINES.get(deadline.what)
        if what:
            ends = closes if what.startswith("claim_closes") else None
            yield of(what, deadline.on, deadline.leg or _CLAIM, deadline.rule, ends)
    for leg in plan.refunds:
        reminded = leg.remind_on and leg.latest and leg.latest <= leg.remind_on
        if leg.latest and not leg.seen and not reminded:
            yield of("refund_due", leg.latest, leg.name, leg.rule)
    for step in plan.steps:
        what = _OF_STEPS.get(step.code)
        if what and step.on:
            yield of(what, step.on, step.leg, step.rule)
        elif step.on and step.code in _OF_PARCELS:
            yield of(_OF_PARCELS[step.code], step.on, "parcel", step.rule)
    for about, what, thread in _of_preorder(plan):
        yield of(what, about, thread, None)


def _of_preorder(plan: Plan) -> Iterator[tuple[date, str, str]]:
    """Yield the day, the code and the thread of what is to be said of a release and of second reservations."""
    case = plan.case
    if case.release_on and not plan.refunds and case.state in NOTHING_MOVES:
        yield case.release_on, "release_near", _RELEASE
        yield case.release_on, "release_day", _RELEASE
        yield case.release_on + timedelta(days=1), "release_passed", _RELEASE
    moved = case.shipped_at or case.delivered_at
    for one in case.reservations:
        thread = f"spare {one.shop} {one.number}".strip()
        if one.standing is not Standing.HELD:
            continue
        if case.state in ON_ITS_WAY and moved:
            yield japan_day(moved), "cancel_spare", thread
        elif case.state in NOTHING_MOVES and one.cancel_by:
            yield one.cancel_by, "decide_spare", thread


def _spoken_on(what: str, about: date, is_holiday: IsHoliday) -> date:
    step = timedelta(days=-1 if what in _NOT_LATER else 1)
    day = about - _AHEAD.get(what, timedelta())
    while what not in _ON_THE_DAY and not is_business_day(day, is_holiday):
        day += step
    return day
