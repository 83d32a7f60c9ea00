"""The documents `okawari.read/1` and `okawari.rescue/1`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from okawari.domain.authenticity import Authenticity
from okawari.domain.message import MessageReading
from okawari.domain.money import Money
from okawari.domain.plan import Plan, RefundLeg
from okawari.i18n import say

Document = dict[str, Any]


def read_document(readings: Iterable[MessageReading]) -> Document:
    """Return the document of `okawari read`."""
    return {"schema": "okawari.read/1", "messages": [message(reading) for reading in readings]}


def rescue_document(plans: Iterable[Plan], locale: str) -> Document:
    """Return the document of `okawari rescue`."""
    return {"schema": "okawari.rescue/1", "cases": [_case(plan, locale) for plan in plans]}


def message(reading: MessageReading) -> Document:
    """Return one message of the read document."""
    said = reading.understood
    return {
        "file": reading.file,
        "message_id": reading.message_id,
        "date": reading.date.isoformat() if reading.date else None,
        "subject": reading.subject,
        "merchant": said.merchant,
        "kind": said.kind.value,
        "authenticity": _authenticity(reading.authenticity),
        "order_numbers": [part.number for part in said.orders],
        "items": [
            {
                "title": item.title,
                "quantity": item.quantity,
                "price": _money(item.price),
                "line_total": _money(item.line_total),
            }
            for part in said.orders
            for item in part.items
        ],
    }


def _case(plan: Plan, locale: str) -> Document:
    case = plan.case
    return {
        "order": case.order,
        "merchant": case.merchant,
        "state": case.state.value,
        "authenticity": _authenticity(case.authenticity),
        "cause": {"code": plan.cause.code.value, "candidates": []},
        "refunds": [_leg(leg) for leg in plan.refunds],
        "next_steps": [{"code": step.code, "text": say(step.text, locale), "draft": None} for step in plan.steps],
        "elsewhere": [{"mall": link.mall, "url": link.url} for link in plan.elsewhere],
    }


def _leg(leg: RefundLeg) -> Document:
    return {
        "method": leg.method,
        "amount": _money(leg.amount),
        "rule": leg.rule,
        "destination": leg.destination,
        "latest": leg.latest.isoformat() if leg.latest else None,
    }


def _authenticity(judged: Authenticity) -> Document:
    return {
        "verdict": judged.verdict.value,
        "reasons": [{"code": reason.code, "detail": reason.detail} for reason in judged.reasons],
    }


def _money(money: Money | None) -> Document | None:
    return {"amount": money.plain(), "currency": money.currency} if money else None
