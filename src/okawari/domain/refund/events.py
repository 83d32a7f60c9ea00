"""The events that rules count their days from, and when they happened in a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from okawari.domain.case import Case
from okawari.domain.japan_time import in_japan

Moment = datetime | date

_CANCEL = frozenset(
    {
        "cancel_confirmed",
        "cancel_date",
        "cancel_processed",
        "cancel_processed_by_amazon",
        "cancel_effective",
        "shop_cancel_processed",
        "shop_cancel_completed",
        "change_processed",
    }
)
_REFUND = frozenset({"refund_issued", "refund_completed", "merchant_cancel_sent"})
_AFTER_REFUND = frozenset({"merchant_cancel_received_by_issuer", "second_debit_seen"})
_ORDER = frozenset({"order", "debit", "authorisation"})


@dataclass(frozen=True, slots=True)
class Event:
    """When something happened: a moment on a Japanese clock, or a day where only that is known.

    `known` is False where the event itself is not known and `at` is the nearest known day before it: a window counted
    from there reminds too early rather than too late, and has to be counted again once the event is known.
    """

    at: Moment
    known: bool

    @property
    def day(self) -> date:
        """The day in Japan."""
        return self.at.date() if isinstance(self.at, datetime) else self.at


def event_of(name: str, case: Case, on: date) -> Event | None:
    """Return when the event that a rule names (`count_from`) happened; None where nothing near it is known.

    `on` is the day of the plan: bank details that are not registered yet can be registered on that day at the earliest.
    """
    cancelled = in_japan(case.cancelled_at) if case.cancelled_at else None
    issued = case.refund_issued_on
    if name in _CANCEL:
        return _first((cancelled, True), (issued, False))
    if name in _REFUND:
        return _first((issued, True), (cancelled, False))
    if name in _AFTER_REFUND:
        return _first((issued, False), (cancelled, False))
    if name in _ORDER:
        return _first((case.ordered_on, True))
    if name == "details_registered" and cancelled:
        return Event(max(cancelled.date(), on), known=False)
    return None


def _first(*candidates: tuple[Moment | None, bool]) -> Event | None:
    return next((Event(at, known) for at, known in candidates if at is not None), None)
