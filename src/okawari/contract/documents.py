"""The documents `okawari.read/1` and `okawari.rescue/1`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from okawari.domain.authenticity import Authenticity
from okawari.domain.message import Cancel, MessageReading, OrderPart, Refund
from okawari.domain.money import Money, total
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
        "order_numbers": [part.number for part in said.orders if part.number],
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
        "total": _money(total([part.total for part in said.orders if part.total]) if _all_total(said.orders) else None),
        "payment_methods": [
            {"method": payment.method, "amount": _money(payment.amount)}
            for part in said.orders
            for payment in part.payments
        ],
        "seller": _only_seller(said.orders),
        "parcels": [{"carrier": parcel.carrier, "number": parcel.number} for parcel in said.parcels],
        "cancel": _cancel(said.cancel) if said.cancel else None,
        "refund": _refund(said.refund) if said.refund else None,
        "problems": [
            {"code": problem.code, "where": problem.where, "detail": problem.detail}
            for problem in (*reading.problems, *said.problems)
        ],
    }


def _all_total(orders: Sequence[OrderPart]) -> bool:
    return all(part.total is not None for part in orders)


def _only_seller(orders: Sequence[OrderPart]) -> str | None:
    sellers = {part.seller for part in orders}
    return sellers.pop() if len(sellers) == 1 else None


def _cancel(cancel: Cancel) -> Document:
    return {"by": cancel.by.value, "cause": cancel.cause.value, "wording": cancel.wording}


def _refund(refund: Refund) -> Document | None:
    if refund.amount is None and refund.date is None and not refund.destination_wording:
        return None
    return {
        "amount": _money(refund.amount),
        "destination_wording": refund.destination_wording,
        "date": refund.date.isoformat() if refund.date else None,
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
