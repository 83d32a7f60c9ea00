"""What else had hung on the worth of a dead order, as the person tells it: a coupon's minimum, free shipping, points from a sum on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from okawari.domain.money import Money
from okawari.domain.phrase import Phrase, phrase


class Benefit(StrEnum):
    """What one gets from a minimum on: a coupon's discount, free shipping, points or a present."""

    COUPON = "coupon"
    SHIPPING = "shipping"
    POINTS = "points"


class Outcome(StrEnum):
    """Whether a condition still holds without the dead order. `NEVER`: it did not hold with it either."""

    KEPT = "kept"
    BROKEN = "broken"
    NEVER = "never"
    OPEN = "open"


LONGEST_NAME = 100
"""Our own choice: letters of a name that a person types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """From `minimum` on there was a benefit; `left` counts towards it without what was cancelled. All in yen.

    `worth` is the discount, the fee that was spared, or what the points are worth. None is what the person does not know;
    `name` tells benefits of one kind apart.
    """

    benefit: Benefit
    minimum: Money
    name: str = ""
    left: Money | None = None
    worth: Money | None = None

    def outcome(self, gone: Money | None) -> Outcome:
        """Return whether the condition holds without the dead order, which cost `gone`."""
        if self.left is None:
            return Outcome.OPEN
        if self.left.amount >= self.minimum.amount:
            return Outcome.KEPT
        if gone is not None and self.left.amount + gone.amount < self.minimum.amount:
            return Outcome.NEVER
        return Outcome.BROKEN

    @property
    def short(self) -> Money | None:
        """What is missing to the minimum, None where that is not known."""
        return self.minimum - self.left if self.left else None

    def filled(self, left: Money | None, worth: Money | None) -> Condition:
        """Return the condition with what is known elsewhere where the person left it open."""
        return replace(self, left=self.left or left, worth=self.worth or worth)


def kept_as(conditions: Iterable[Condition], benefit: str, name: str) -> Condition | None:
    """Return the condition that goes by a benefit and a name, None where none does."""
    return next((one for one in conditions if (one.benefit, one.name) == (benefit, name)), None)


def benefit_named(condition: Condition) -> Phrase:
    """Return what a condition is about, with the person's own name for it."""
    benefit = phrase(f"refunds.benefit_{condition.benefit}")
    return phrase("refunds.benefit_named", benefit=benefit, name=condition.name) if condition.name else benefit


def benefit_lost(condition: Condition) -> Phrase:
    """Return what a broken condition takes away, to the yen where the worth is known."""
    if condition.worth is None:
        return phrase(f"refunds.benefit_gone_{condition.benefit}")
    return phrase(f"refunds.benefit_gone_{condition.benefit}_worth", worth=condition.worth)
