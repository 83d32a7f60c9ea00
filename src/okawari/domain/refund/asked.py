"""What the person tells us for the plan, beside the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.money import Money
from okawari.domain.payment import PaidBy
from okawari.domain.profile import Marathon

MONTH_END = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCycle:
    """A card's closing day and payment day (99: the month's last day), as the person gave them.

    ValueError for a day that no month has.
    """

    closing_day: int
    payment_day: int
    payment_month_offset: int = 1

    def __post_init__(self) -> None:
        for day in (self.closing_day, self.payment_day):
            if not (1 <= day <= 31 or day == MONTH_END):
                message = f"no month has a day {day}; write 1 to 31, or {MONTH_END} for the last"
                raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the person told us: `on` is the day of the plan, `bills` the next Paidy bills as MyPaidy shows them.

    `race` is the round of the Rakuten marathon that their profile tells of.
    """

    on: date
    paid_by: tuple[PaidBy, ...] = ()
    captured: bool | None = None
    card: CardCycle | None = None
    issuer: str | None = None
    bills: tuple[Money, ...] = ()
    race: Marathon | None = None
