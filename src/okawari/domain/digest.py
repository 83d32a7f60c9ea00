"""One message a day: what is due, what is late, what has come back, and what waits for the person's answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from okawari.domain.alarms import Alarm, alarms_of, due
from okawari.domain.business_day import IsHoliday, is_business_day
from okawari.domain.japan_time import japan_day
from okawari.domain.phrase import Bilingual
from okawari.domain.plan import Plan
from okawari.domain.refund.wording import place_of
from okawari.domain.returns import Return, Standing, returns_of

_NEWS = timedelta(days=60)
"""Our own choice: money that came back before is history, and a seller's question so old was settled without us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What is said on a day, the latest first. `overdue` and `questions` are all that are open, said before or not.

    `shops` are the names of the merchants that are spoken of, by their ids.
    """

    on: date
    due: tuple[Alarm, ...] = ()
    overdue: tuple[Alarm, ...] = ()
    seen: tuple[Alarm, ...] = ()
    questions: tuple[Alarm, ...] = ()
    shops: tuple[tuple[str, Bilingual], ...] = ()

    @property
    def lines(self) -> tuple[Alarm, ...]:
        """All that is said, in its order."""
        return (*self.due, *self.overdue, *self.seen, *self.questions)


def digest_of(
    plans: Sequence[Plan], on: date, raised: Collection[str], raised_today: Iterable[Alarm], is_holiday: IsHoliday
) -> tuple[Digest, tuple[Alarm, ...]]:
    """Return the day's digest, and what it says for the first time: where that is nothing, nothing is to be sent.

    `raised` are the keys of what was said on any day before, `raised_today` what other ways have said on this one. On a
    day on which nobody works only what the day itself asks for is news; the rest waits for the next.
    """
    works = is_business_day(on, is_holiday)
    planned = [alarm for plan in plans for alarm in alarms_of(plan, is_holiday)]
    new = [alarm for alarm in due(planned, on, raised) if works or alarm.on == on]
    keys = {key for alarm in planned for key in alarm.keys}
    today = [alarm for alarm in raised_today if alarm.key in keys and (works or alarm.on == on)]
    shares = returns_of(plans, on).all
    said = {(alarm.merchant, alarm.order, alarm.thread) for alarm in (*new, *today)}
    overdue = [
        alarm
        for one in shares
        if one.standing is Standing.OVERDUE
        and ((alarm := _of(one, "money_overdue", on)).merchant, alarm.order, alarm.thread) not in said
    ]
    seen = [_of(one, "money_seen", on) for one in shares if _came(one, on)] if works else []
    asked = [_of(one, "money_question", on) for one in shares if one.leg.candidates and not one.leg.seen]
    asked += _waiting(plans, on)
    first = [alarm for alarm in (*seen, *(asked if works else ())) if not alarm.is_among(raised)]
    return (
        Digest(
            on=on,
            due=_latest_first((*new, *today)),
            overdue=_latest_first(overdue),
            seen=_latest_first(alarm for alarm in seen if not alarm.is_among(raised)),
            questions=_latest_first(asked),
        ),
        (*new, *first),
    )


def _of(one: Return, what: str, on: date) -> Alarm:
    case = one.plan.case
    return Alarm(
        merchant=case.merchant,
        order=case.order,
        what=what,
        on=on,
        about=one.on or on,
        thread=one.leg.name,
        rule=one.leg.rule,
        amount=one.leg.amount,
        items=case.cancelled_items or case.items,
        formerly=case.other_orders,
        place=place_of(one.leg),
    )


def _came(one: Return, on: date) -> bool:
    """Return whether rows of accounts show that the money came lately; what the person told us is no news to them."""
    seen = one.leg.seen
    if seen is None or seen.ground in {"person", "own_word"}:
        return False
    rows = [row.on for row in seen.rows] or [witness.line.on for witness in one.plan.case.witnesses]
    return bool(rows) and max(rows) >= on - _NEWS


def _waiting(plans: Sequence[Plan], on: date) -> Iterator[Alarm]:
    """Yield the orders of which a seller waits for an answer, or of which the payment has to be mended."""
    for plan in plans:
        case = plan.case
        what = "answer_seller" if case.shop_waits else "fix_payment" if case.payment_failed else ""
        days = [japan_day(entry.at) for entry in case.timeline if entry.at and entry.believed]
        if what and days and max(days) >= on - _NEWS:
            yield Alarm(
                merchant=case.merchant,
                order=case.order,
                what=what,
                on=on,
                about=max(days),
                thread="answer",
                items=case.items,
                formerly=case.other_orders,
            )


def _latest_first(alarms: Iterable[Alarm]) -> tuple[Alarm, ...]:
    return tuple(sorted(alarms, key=lambda alarm: (-alarm.about.toordinal(), alarm.order, alarm.thread)))
