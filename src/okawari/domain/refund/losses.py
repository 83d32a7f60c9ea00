"""What a cancel takes away beside the money: points that had expired, points still to be earned, coupons."""

from __future__ import annotations

from collections.abc import Sequence

from okawari.domain.case import Case
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.rule import Rule, best_match


def losses_of(case: Case, legs: Sequence[RefundLeg], rules: Sequence[Rule]) -> tuple[Phrase, ...]:
    """Return what is or may be lost, the certain losses first; nothing where no money is on its way back.

    Source: the rules of the legs, REF-AMZ-POINTS-03 (points to be earned), MKT-PRE-04 (a preorder's price guarantee).
    """
    if not legs:
        return ()
    lost = [_gone(leg) for leg in legs if leg.destination == "lost"]
    lost += [phrase(f"rules.{leg.rule}_title") for leg in legs if leg.destination.endswith("_or_lost")]
    earned = best_match(rules, {"platform": case.merchant, "benefit": "amazon_points_earned"})
    if earned:
        lost.append(phrase(f"rules.{earned.id}_title"))
    if case.merchant == "amazon_jp" and case.release_on:
        lost.append(phrase("rules.MKT-PRE-04_title"))
    return tuple(lost)


def _gone(leg: RefundLeg) -> Phrase:
    paid_with = phrase(f"payments.{leg.method}")
    if leg.amount is None:
        return phrase("refunds.lost", paid_with=paid_with)
    return phrase("refunds.lost_amount", paid_with=paid_with, amount=leg.amount)
