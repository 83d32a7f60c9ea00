"""The document `okawari.preorder/1`."""

from __future__ import annotations

from collections.abc import Iterable

from okawari.contract import values
from okawari.contract.values import Document
from okawari.domain.plan import Plan
from okawari.domain.price_guarantee import RULE, PriceGuarantee
from okawari.domain.wait import Wait

SCHEMA = "okawari.preorder/1"


def preorder_document(plan: Plan) -> Document:
    """Return what is known of a preorder or a backorder beside its order."""
    case = plan.case
    return {
        "schema": SCHEMA,
        "merchant": case.merchant,
        "order": case.order,
        "release_on": values.day(case.release_on),
        "reservations": [
            {
                "shop": one.shop,
                "number": one.number or None,
                "cancel_by": values.day(one.cancel_by),
                "standing": one.standing.value,
            }
            for one in case.reservations
        ],
        "guarantees": [_guarantee(one) for one in plan.guarantees],
        "wait": _wait(plan.wait) if plan.wait else None,
    }


def preorders_document(plans: Iterable[Plan]) -> Document:
    """Return what is known of everything that is awaited."""
    return {"schema": "okawari.preorders/1", "preorders": [preorder_document(plan) for plan in plans]}


def _guarantee(one: PriceGuarantee) -> Document:
    lowest = one.lowest
    return {
        "item": one.item,
        "kept": one.kept.value,
        "rule": RULE,
        "since": values.day(one.since),
        "until": values.day(one.until),
        "charged": values.money(one.charged),
        "charge_known": one.charge_known,
        "lowest": values.money(lowest.price) if lowest else None,
        "seen_on": values.day(lowest.on) if lowest else None,
        "ground": lowest.ground if lowest else None,
        "difference": values.money(one.difference),
    }


def _wait(wait: Wait) -> Document:
    return {
        "since": values.day(wait.since),
        "promised": values.day(wait.promised),
        "moved": wait.moved,
        "decide_by": values.day(wait.decide_by),
        "rule": wait.rule,
    }
