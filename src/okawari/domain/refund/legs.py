"""One share's way back under one rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from okawari.domain.business_day import IsHoliday
from okawari.domain.case import Case
from okawari.domain.money import Money
from okawari.domain.phrase import phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.refund.asked import Asked
from okawari.domain.refund.events import event_of
from okawari.domain.refund.shares import Share
from okawari.domain.refund.situation import World
from okawari.domain.refund.windows import window_of
from okawari.domain.refund.wording import ask_phrase, stand_in_note
from okawari.domain.rule import Rule, best_match

UNKNOWN = "unknown"
NOTHING = "none"
_NO_DAYS = frozenset({"lost", "withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What every leg of one plan shares."""

    case: Case
    asked: Asked
    rules: Sequence[Rule]
    is_holiday: IsHoliday


def rule_for(world: World, rules: Sequence[Rule]) -> Rule | None:
    """Return the rule that says where money returns in this world, or when the card network sets it free.

    Of money that was never paid, only a rule about just that.
    """
    if _unpaid(world):
        return best_match((rule for rule in rules if rule.then.get("destination") == NOTHING), world.situation)
    return best_match(
        (rule for rule in rules if "destination" in rule.then or rule.domain == "payment-network"), world.situation
    )


def leg_of(share: Share, world: World, setting: Setting) -> RefundLeg:
    """Return the leg in this world: of destination "unknown" without dates where no rule or only an empty one fits."""
    rule = rule_for(world, setting.rules)
    leg = _worded(share, rule, world) if rule else _without_rule(share, world)
    if leg.destination == NOTHING:
        return replace(leg, amount=Money(Decimal(0), share.amount.currency if share.amount else "JPY"))
    if rule is None or rule.evidence == "none" or leg.destination in _NO_DAYS:
        return leg
    return _dated(leg, rule, setting)


def _unpaid(world: World) -> bool:
    return world.situation.get("paid") is False


def _without_rule(share: Share, world: World) -> RefundLeg:
    """What was never paid cannot return, whatever the shop; of anything else nothing is known."""
    unpaid = _unpaid(world)
    return RefundLeg(
        method=share.method,
        amount=share.amount,
        rule=None,
        destination=NOTHING if unpaid else UNKNOWN,
        action=phrase("refunds.unpaid_action" if unpaid else "refunds.unknown_action"),
        kind=share.kind,
        condition=world.condition,
        notes=share.notes,
    )


def _worded(share: Share, rule: Rule, world: World) -> RefundLeg:
    return RefundLeg(
        method=share.method,
        amount=share.amount,
        rule=rule.id,
        destination=str(rule.then.get("destination", UNKNOWN)),
        statement_hint=phrase(f"rules.{rule.id}_statement"),
        action=phrase(f"rules.{rule.id}_action"),
        evidence=rule.evidence,
        basis=rule.time.basis if rule.time else "",
        confidence=rule.confidence,
        sources=rule.sources,
        kind=share.kind,
        condition=world.condition,
        notes=share.notes,
    )


def _dated(leg: RefundLeg, rule: Rule, setting: Setting) -> RefundLeg:
    if rule.time is None:
        return leg
    event = event_of(rule.time.count_from, setting.case, setting.asked.on)
    if event is None:
        return replace(leg, counted_from_known=False, notes=(*leg.notes, phrase("refunds.note_no_day_to_count_from")))
    window = window_of(rule.time, event, setting.is_holiday)
    notes = leg.notes if event.known else (*leg.notes, stand_in_note(rule.time.count_from, event.day))
    return replace(
        leg,
        earliest=window.earliest,
        typical=window.typical,
        latest=window.latest,
        remind_on=window.remind_on,
        overdue_on=window.overdue_on,
        counted_from=event.day,
        counted_from_known=event.known,
        ask=ask_phrase(leg, window, event.day),
        notes=notes,
    )
