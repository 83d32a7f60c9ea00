"""What the person tells us for the plan, beside the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from okawari.domain.money import Money
from okawari.domain.payment import CardCycle, PaidBy
from okawari.domain.profile import Marathon


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
