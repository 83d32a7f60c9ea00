"""Amounts, times and verdicts as every document writes them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from okawari.domain.authenticity import Authenticity
from okawari.domain.japan_time import JAPAN
from okawari.domain.message import Item, Parcel, PaymentPart
from okawari.domain.money import Money
from okawari.domain.phrase import Phrase
from okawari.domain.problem import Problem
from okawari.i18n import say
from okawari.i18n.problems import problem_text

Document = dict[str, Any]


def money(amount: Money | None) -> Document | None:
    """Return {"amount": "1010", "currency": "JPY"}."""
    return {"amount": amount.plain(), "currency": amount.currency} if amount else None


def day(on: date | None) -> str | None:
    """Return an ISO 8601 date."""
    return on.isoformat() if on else None


def moment(at: datetime | None) -> str | None:
    """Return an ISO 8601 time with its zone; a time that came without one is Japan's."""
    if at is None:
        return None
    return (at if at.tzinfo else at.replace(tzinfo=JAPAN)).isoformat()


def words(phrase: Phrase | None, locale: str) -> str | None:
    """Return the phrase in the reader's language."""
    return say(phrase, locale) if phrase else None


def authenticity(judged: Authenticity) -> Document:
    """Return the verdict with its reasons."""
    return {
        "verdict": judged.verdict.value,
        "reasons": [{"code": reason.code, "detail": reason.detail} for reason in judged.reasons],
    }


def items(listed: Iterable[Item]) -> list[Document]:
    """Return the lines of an order."""
    return [item(one) for one in listed]


def item(line: Item) -> Document:
    """Return one line of an order."""
    return {
        "title": line.title,
        "quantity": line.quantity,
        "price": money(line.price),
        "line_total": money(line.line_total),
    }


def payments(parts: Iterable[PaymentPart]) -> list[Document]:
    """Return the ways of paying; a method that is named twice without an amount stands once."""
    listed = [{"method": part.method, "amount": money(part.amount)} for part in parts]
    return [part for index, part in enumerate(listed) if part["amount"] or part not in listed[:index]]


def parcels(listed: Iterable[Parcel]) -> list[Document]:
    """Return the parcels with their carrier's id."""
    return [{"carrier": parcel.carrier, "number": parcel.number} for parcel in listed]


def problems(found: Iterable[Problem], locale: str) -> list[Document]:
    """Return what is wrong in the data, with words where there are any."""
    return [
        {
            "code": problem.code,
            "where": problem.where,
            "detail": problem.detail,
            "text": problem_text(problem, locale),
        }
        for problem in found
    ]
