"""The documents `okawari.money/1`, `okawari.due/1` and `okawari.calendar/1`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from okawari.contract import values
from okawari.contract.values import Document
from okawari.domain.alarms import Alarm
from okawari.domain.plan import Candidate, Seen, SeenRow
from okawari.domain.refund.wording import look_phrase
from okawari.domain.returns import Return, Returns, Sum
from okawari.i18n.money import candidate_text, refused_text, seen_text


def money_document(returns: Returns, locale: str) -> Document:
    """Return the document of `okawari money`."""
    return {
        "schema": "okawari.money/1",
        "shares": [_share(one, locale) for one in returns.all],
        "owed": _sum(returns.owed),
        "by_standing": [_sum(one) for one in returns.by_standing],
        "by_method": [_sum(one) for one in returns.by_method],
        "by_month": [_sum(one) for one in returns.by_month],
    }


def due_document(alarms: Iterable[Alarm], words: Callable[[Alarm], str]) -> Document:
    """Return the document of `okawari due`; `words` say an alarm in the reader's language."""
    return {"schema": "okawari.due/1", "alarms": [_alarm(alarm, words) for alarm in alarms]}


def calendar_document(alarms: Iterable[Alarm], words: Callable[[Alarm], str]) -> Document:
    """Return the document of `okawari calendar`: what `okawari due` will say, each with its day."""
    days = [{"on": values.day(alarm.on), **_alarm(alarm, words)} for alarm in alarms]
    return {"schema": "okawari.calendar/1", "days": days}


def _alarm(alarm: Alarm, words: Callable[[Alarm], str]) -> Document:
    return {
        "what": alarm.what,
        "merchant": alarm.merchant,
        "order": alarm.order,
        "leg": alarm.thread,
        "about": values.day(alarm.about),
        "amount": values.money(alarm.amount),
        "rule": alarm.rule,
        "text": words(alarm),
    }


def seen(found: Seen | None, locale: str) -> Document | None:
    """Return how it is known that a share of money is back, None where it is not."""
    if found is None:
        return None
    return {
        "id": found.candidate.name,
        "ground": found.ground,
        "text": seen_text(found, locale),
        "rows": _rows(found.rows),
        "together_with": list(found.together_with),
    }


def candidates(listed: Iterable[Candidate], locale: str) -> list[Document]:
    """Return the rows that may be a share's money, each with its question."""
    return [_candidate(one, candidate_text(one, locale)) for one in listed]


def refused(listed: Iterable[Candidate], locale: str) -> list[Document]:
    """Return the rows of which the person said that they are not a share's money."""
    return [_candidate(one, refused_text(one, locale)) for one in listed]


def _candidate(one: Candidate, words: str) -> Document:
    return {"id": one.name, "text": words, "rows": _rows(one.rows), "account": one.account or None}


def _rows(rows: Iterable[SeenRow]) -> list[Document]:
    return [
        {
            "account": row.account,
            "wording": row.wording,
            "on": values.day(row.on),
            "amount": values.money(row.amount),
        }
        for row in rows
    ]


def _share(one: Return, locale: str) -> Document:
    case = one.plan.case
    return {
        "merchant": case.merchant,
        "order": case.order,
        "method": one.leg.method,
        "kind": one.leg.kind,
        "amount": values.money(one.leg.amount),
        "standing": one.standing.value,
        "on": values.day(one.on),
        "rule": one.leg.rule,
        "look": values.words(None if one.leg.seen else look_phrase(one.leg), locale),
        "said_back": values.day(one.leg.said_back),
        "seen": seen(one.leg.seen, locale),
        "candidates": candidates(one.leg.candidates, locale),
        "refused": refused(one.leg.refused, locale),
    }


def _sum(one: Sum) -> Document:
    return {
        "name": one.name,
        "amounts": [values.money(amount) for amount in one.amounts],
        "count": one.count,
        "open": one.open,
    }
