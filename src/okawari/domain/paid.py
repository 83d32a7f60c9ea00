"""What an order cost in all, and what some of its items cost: an amount only where the evidence adds up."""

from __future__ import annotations

from collections.abc import Sequence

from okawari.domain.message import Item, PaymentPart
from okawari.domain.money import Money, total
from okawari.domain.payment import POINTS

STORED_VALUE = POINTS | {"amazon_gift_balance", "merpay_balance"}
"""Ways of paying that a shop may take off before it writes the total."""


def whole_price(total_said: Money | None, items: Sequence[Item], payments: Sequence[PaymentPart]) -> Money | None:
    """Return what was paid in all, or None where the evidence does not tell or contradicts itself.

    Shops write the total before or after gift cards and points; which one it is shows only in what adds up: payments
    that are all named with their amounts, or the sum of the items. A total below that sum is what was paid only where
    the ways of paying are known and hold nothing that could have been taken off.
    """
    lines = sum_of(items)
    money = [part for part in payments if part.method != "coupon"]
    stored = stored_value(money)
    paid = _sum([part.amount for part in money])
    if paid is not None and (total_said is None or paid in (total_said, _plus(total_said, stored))):
        return paid
    if total_said is None:
        return _without(lines, [part.amount for part in payments if part.method == "coupon"])
    if total_said == lines:
        return lines
    if any(part.method in STORED_VALUE for part in money):
        only_stored = all(part.method in STORED_VALUE for part in money) and not total_said.amount
        return lines if only_stored or lines == _plus(total_said, stored) else None
    taken_off = (lines is None and not total_said.amount) or (lines is not None and _below(total_said, lines))
    known = bool(money) and all(part.method != "unknown" for part in money)
    return None if taken_off and not known else total_said


def adds_up(total_said: Money | None, items: Sequence[Item], payments: Sequence[PaymentPart]) -> bool:
    """Return whether the items alone make the price: no shipping, no discount that a part would have to bear."""
    lines = sum_of(items)
    if lines is None:
        return False
    return total_said is None or lines in (total_said, _plus(total_said, stored_value(payments)))


def sum_of(items: Sequence[Item]) -> Money | None:
    """Return what the items cost together, None where one price is missing or there is none."""
    return _sum([line_price(item) for item in items])


def line_price(item: Item, quantity: int | None = None) -> Money | None:
    """Return what `quantity` pieces of the line cost (None: all of it), None where that cannot be told."""
    wanted = item.quantity if quantity is None else quantity
    if item.line_total is not None and wanted == item.quantity:
        return item.line_total
    if item.price is not None and wanted is not None:
        return item.price.times(wanted)
    return None


def stored_value(payments: Sequence[PaymentPart]) -> Money | None:
    """Return what gift cards, points and balances paid together, None where none of them names its amount."""
    return total([part.amount for part in payments if part.method in STORED_VALUE and part.amount is not None])


def _sum(amounts: Sequence[Money | None]) -> Money | None:
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None


def _without(lines: Money | None, coupons: Sequence[Money | None]) -> Money | None:
    """Return the price of the items after coupons, None where a coupon's worth is not known."""
    if lines is None or not coupons:
        return lines
    off = _sum(coupons)
    return lines - off if off is not None and off.currency == lines.currency and _below(off, lines) else None


def _below(one: Money, other: Money) -> bool:
    return one.currency != other.currency or one.amount < other.amount


def _plus(one: Money, other: Money | None) -> Money | None:
    if other is None or one.currency != other.currency:
        return None
    return one + other
