"""What the shopper of the demo has already told about some of the orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from okawari.domain.money import yen
from okawari.domain.payment import CardCycle, PaidBy


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAnswer:
    """How one order was paid, whether the card was charged, and when the card closes and draws."""

    order: str
    paid_by: tuple[PaidBy, ...]
    captured: bool | None = None
    card: CardCycle | None = None


FIRST_SHOWN = "250-4410937-2210843"
"""The order whose plan the demo prints."""


def demo_answers(today: date) -> tuple[DemoAnswer, ...]:
    """Return the answers as of the day of reading."""
    return (
        DemoAnswer(order=FIRST_SHOWN, paid_by=(PaidBy(method="credit_card"),), captured=False),
        DemoAnswer(order="249-1837465-9902817", paid_by=(PaidBy(method="convenience_store", kind="paid"),)),
        DemoAnswer(
            order="249-9028173-6645028",
            paid_by=(
                PaidBy(method="amazon_points", kind="limited", expiry=today - timedelta(days=1), amount=yen(600)),
                PaidBy(method="credit_card", amount=yen(4380)),
            ),
        ),
        DemoAnswer(
            order="250-2846610-7719934",
            paid_by=(PaidBy(method="credit_card"),),
            captured=True,
            card=CardCycle(closing_day=15, payment_day=10),
        ),
        DemoAnswer(order="250-7305518-4426091", paid_by=(PaidBy(method="credit_card"),), captured=True),
    )
