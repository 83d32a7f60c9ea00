"""A cancelled card purchase seen from the bill: gone before the statement closes, or billed and returned later."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from okawari.domain.business_day import IsHoliday, is_business_day
from okawari.domain.payment import MONTH_END, CardCycle
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.refund.windows import add_months


def closing_after(day: date, cycle: CardCycle) -> date:
    """Return the closing day of the statement into which a row of `day` falls; the closing day itself still counts."""
    closing = _in_month(day, cycle.closing_day)
    return closing if day <= closing else _in_month(add_months(day.replace(day=1), 1), cycle.closing_day)


def payment_of(closing: date, cycle: CardCycle, is_holiday: IsHoliday) -> date:
    """Return the day on which the statement closed on `closing` is drawn: a bank day, the next one after a holiday."""
    due = _in_month(add_months(closing.replace(day=1), cycle.payment_month_offset), cycle.payment_day)
    while not is_business_day(due, is_holiday):
        due += timedelta(days=1)
    return due


def cycle_note(charged: date, earliest: date, latest: date, cycle: CardCycle, is_holiday: IsHoliday) -> Phrase:
    """Return what the bill will show for a charge of `charged` whose cancel arrives between `earliest` and `latest`.

    Cancelled inside one statement, the charge is never drawn; past its closing day it is drawn once and returned with
    the statement into which the cancel falls, at the latest that of `latest`; in between it can be either.
    """
    closing = closing_after(charged, cycle)
    drawn = payment_of(closing, cycle, is_holiday)
    returned = payment_of(closing_after(latest, cycle), cycle, is_holiday)
    if latest <= closing:
        return phrase("refunds.cycle_same_statement", closing=closing, drawn=drawn)
    if earliest > closing:
        return phrase("refunds.cycle_drawn_then_returned", drawn=drawn, returned=returned)
    return phrase("refunds.cycle_either", closing=closing, drawn=drawn, returned=returned)


def _in_month(day: date, wanted: int) -> date:
    last = monthrange(day.year, day.month)[1]
    return day.replace(day=last if wanted == MONTH_END else min(wanted, last))
