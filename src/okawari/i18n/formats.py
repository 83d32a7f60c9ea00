"""Money, days and times as people in Japan, or readers of English, write them.

A day bears its year where that is not the year in which the words are read: `read_on` says when that is.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar, copy_context
from datetime import date, datetime
from typing import TypeVar

from okawari.domain.japan_time import JAPAN, day_alone
from okawari.domain.money import Money

SaidT = TypeVar("SaidT")
_WEEKDAYS = {"ja": "月火水木金土日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_read_on: ContextVar[date | None] = ContextVar("read_on", default=None)


def read_on(today: date | None) -> None:
    """Take `today` for the day on which all words of this context are read; None for the day of the clock, in Japan."""
    _read_on.set(today)


def words_read_on(today: date, words: Callable[[], SaidT]) -> SaidT:
    """Return what `words` says to somebody who reads it on a day of its own, whatever day the context is read on."""
    context = copy_context()
    context.run(read_on, today)
    return context.run(words)


def money(amount: Money, locale: str) -> str:
    """Return 1,010円 (ja) or ¥1,010 (en); other currencies with their code: 6.13 USD."""
    if amount.currency != "JPY":
        return f"{amount.amount:,f} {amount.currency}"
    return f"{amount.amount:,f}円" if locale == "ja" else f"¥{amount.amount:,f}"


def day(on: date, locale: str, *, year: bool = False) -> str:
    """Return 11月23日(月) or Mon 23 Nov, with the year where `year` wants it or where it is another than the reader's."""
    year = year or on.year != (_read_on.get() or datetime.now(JAPAN).date()).year
    weekday = _WEEKDAYS[locale][on.weekday()]
    if locale == "ja":
        return f"{f'{on.year}年' if year else ''}{on.month}月{on.day}日({weekday})"
    return f"{weekday} {on.day} {_MONTHS[on.month - 1]}{f' {on.year}' if year else ''}"


def moment(at: datetime, locale: str, *, year: bool = False) -> str:
    """Return the day and time in Japan: 11月23日(月) 9:05 or Mon 23 Nov 09:05; a time without zone stands as it is."""
    there = at.astimezone(JAPAN) if at.tzinfo else at
    return f"{day(there.date(), locale, year=year)} {clock(there, locale)}"


def clock(at: datetime, locale: str) -> str:
    """Return the time of day in Japan: 9:05 (ja) or 09:05 (en); a time without zone stands as it is."""
    there = at.astimezone(JAPAN) if at.tzinfo else at
    return f"{there.hour}:{there.minute:02}" if locale == "ja" else f"{there.hour:02}:{there.minute:02}"


def told(at: datetime, locale: str, *, year: bool = False) -> str:
    """Return the day and time in Japan, or the day alone where nobody told the time."""
    alone = day_alone(at)
    return day(alone, locale, year=year) if alone else moment(at, locale, year=year)


def days_left(on: date, today: date, locale: str) -> str:
    """Return あと3日, 今日 or 3日過ぎ (in 3 days, today, 3 days ago)."""
    left = (on - today).days
    if left == 0:
        return "今日" if locale == "ja" else "today"
    if locale == "ja":
        return f"あと{left}日" if left > 0 else f"{-left}日過ぎ"
    days = "day" if abs(left) == 1 else "days"
    return f"in {left} {days}" if left > 0 else f"{-left} {days} ago"
