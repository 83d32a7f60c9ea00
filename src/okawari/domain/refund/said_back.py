"""The shop's word that points or a balance went back: it ends the watch over a day, not the look into the balance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from okawari.domain.case import SaidBack
from okawari.domain.money import Money, total
from okawari.domain.paid import STORED_VALUE
from okawari.domain.phrase import phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.returns import comes_back

_BOOKED_AT_ONCE = STORED_VALUE | {"paypay_balance", "paypay_voucher"}
"""What whoever gives it back books itself, so that no bank or bill stands between the word and the balance."""


def as_the_shop_says(leg: RefundLeg, told: Sequence[SaidBack], claimed: Sequence[SaidBack]) -> RefundLeg:
    """Return the leg with the shop's word that it was given back; of a part of it, a note.

    Such a share is never overdue, since the shop says that it is there: the person looks, and says so or asks. What only
    mails claim that prove nothing is noted too, and quiets nothing.
    """
    if leg.method not in _BOOKED_AT_ONCE:
        return leg
    mine = _of_leg(leg, told)
    if not mine:
        days = [one.on for one in _of_leg(leg, claimed)]
        return replace(leg, notes=(*leg.notes, phrase("refunds.note_claimed_back", day=max(days)))) if days else leg
    day, amount = max(one.on for one in mine), _sum(mine)
    if amount and leg.amount and (amount.currency != leg.amount.currency or amount.amount < leg.amount.amount):
        return replace(leg, notes=(*leg.notes, phrase("refunds.note_said_back_part", amount=amount, day=day)))
    back = (
        leg
        if comes_back(leg)
        else RefundLeg(method=leg.method, amount=leg.amount, rule=None, destination="same_balance", kind=leg.kind)
    )
    return replace(
        back,
        amount=leg.amount or amount,
        said_back=day,
        remind_on=back.remind_on or day,
        overdue_on=None,
        or_else=(),
    )


def _of_leg(leg: RefundLeg, told: Sequence[SaidBack]) -> list[SaidBack]:
    return [one for one in told if one.part.method == leg.method and one.part.kind in {None, leg.kind}]


def _sum(told: Sequence[SaidBack]) -> Money | None:
    amounts = [one.part.amount for one in told if one.part.amount]
    return total(amounts) if len(amounts) == len(told) else None
