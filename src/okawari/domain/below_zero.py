"""Amounts below zero in what is told of an order: no order costs less than nothing, so such an amount counts as unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from okawari.domain.facts import OrderPlaced, RefundIssued
from okawari.domain.message import Item, OrderPart, Refund
from okawari.domain.money import Money
from okawari.domain.problem import Problem


def order_below_zero(number: str, total: Money | None, items: Iterable[Item], where: str = "") -> tuple[Problem, ...]:
    """Return the problem that an order's total is below zero, or that all its prices are: among others one is a discount."""
    prices = [amount for item in items if (amount := item.line_total or item.price) is not None]
    shown = total if total is not None else max(prices, key=lambda price: price.amount, default=None)
    return _problem("amount_below_zero", shown, where or number)


def refund_below_zero(refund: Refund, where: str) -> tuple[Problem, ...]:
    """Return the problem that a refund is below zero."""
    return _problem("refund_below_zero", refund.amount, where)


def without_order_below_zero(fact: OrderPlaced) -> tuple[OrderPlaced, tuple[Problem, ...]]:
    """Return a placed order without the amounts of an order that is below zero, and that problem."""
    part = fact.part
    problems = order_below_zero(part.number, part.total, part.items, fact.provenance.file)
    return (replace(fact, part=_unpriced(part)), problems) if problems else (fact, ())


def without_refund_below_zero(fact: RefundIssued) -> tuple[RefundIssued, tuple[Problem, ...]]:
    """Return a refund without an amount that is below zero, and that problem."""
    problems = refund_below_zero(fact.refund, fact.provenance.file)
    return (replace(fact, refund=replace(fact.refund, amount=None)), problems) if problems else (fact, ())


def _unpriced(part: OrderPart) -> OrderPart:
    return replace(part, total=None, items=tuple(replace(item, price=None, line_total=None) for item in part.items))


def _problem(code: str, amount: Money | None, where: str) -> tuple[Problem, ...]:
    if amount is None or amount.amount >= 0:
        return ()
    return (Problem(code, where, f"{amount.plain()} {amount.currency}"),)
