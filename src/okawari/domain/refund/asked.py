"""What the person tells us for the plan, beside the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.money import Money
from okawari.domain.payment import PaidBy


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCycle:
    """A card's closing day and payment day (99: the month's last day), as the person gave them."""

    closing_day: int
    payment_day: int
    payment_month_offset: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the person told us: `on` is the day of the plan, `bills` the next Paidy bills as MyPaidy shows them."""

    on: date
    paid_by: tuple[PaidBy, ...] = ()
    captured: bool | None = None
    card: CardCycle | None = None
    issuer: str | None = None
    bills: tuple[Money, ...] = ()
