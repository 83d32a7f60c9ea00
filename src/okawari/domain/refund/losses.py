"""What a cancel takes away beside the money: points that had expired, points still to be earned, coupons."""

from __future__ import annotations

from collections.abc import Sequence

from okawari.domain.case import Case
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.rule import Rule, best_match


def losses_of(case: Case, legs: Sequence[RefundLeg], rules: Sequence[Rule]) -> tuple[Phrase, ...]:
    """Return what is or may be lost, the certain losses first; nothing where no money is on its way back.

    Source: the rules of the legs, MKT-MET-02 (a cancel at a seller's request), REF-AMZ-POINTS-03 (points to be earned), MKT-PRE-04 (a preorder's price guarantee).
    """
    if not legs:
        return ()
    asked = _as_asked(case, legs) if case.asked_to_cancel else []
    lost = asked + [_gone(leg) for leg in legs if leg.destination == "lost"]
    lost += [phrase(f"rules.{leg.rule}_title") for leg in legs if leg.destination.endswith("_or_lost")]
    of_benefits = [rule for rule in rules if "benefit" in rule.when]
    earned = best_match(of_benefits, {"platform": case.merchant, "benefit": "amazon_points_earned"})
    if earned:
        lost.append(phrase(f"rules.{earned.id}_title"))
    if case.merchant == "amazon_jp" and case.release_on:
        lost.append(phrase("rules.MKT-PRE-04_title"))
    return tuple(lost)


def _as_asked(case: Case, legs: Sequence[RefundLeg]) -> list[Phrase]:
    """Return what it costs to have cancelled at a seller's request. Source: MKT-MET-02, REF-RAK-POINT-03 and -04."""
    costs = [phrase("refunds.asked_to_cancel_rate")] if case.merchant == "amazon_jp" else []
    if any(leg.rule == "REF-RAK-POINT-04" for leg in legs):
        costs.append(phrase("refunds.asked_to_cancel_points"))
    return costs or [phrase("refunds.asked_to_cancel")]


def _gone(leg: RefundLeg) -> Phrase:
    paid_with = phrase(f"payments.{leg.method}")
    if leg.amount is None:
        return phrase("refunds.lost", paid_with=paid_with)
    return phrase("refunds.lost_amount", paid_with=paid_with, amount=leg.amount)
