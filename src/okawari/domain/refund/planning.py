"""The legs of a refund: one for each share of the money on its way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from okawari.domain.authenticity import Verdict
from okawari.domain.business_day import IsHoliday
from okawari.domain.case import Case, CaseState
from okawari.domain.phrase import phrase
from okawari.domain.plan import RefundLeg
from okawari.domain.refund.asked import Asked
from okawari.domain.refund.legs import UNKNOWN, Setting, leg_of, rule_for
from okawari.domain.refund.notes import notes_of
from okawari.domain.refund.said_back import as_the_shop_says
from okawari.domain.refund.shares import Share, shares_of
from okawari.domain.refund.situation import World, captured_of, worlds_of
from okawari.domain.rule import Rule, best_match

_USUAL = {
    "amazon_jp": ("credit_card", "debit_card", "amazon_gift_balance", "convenience_store"),
    "rakuten": ("credit_card", "debit_card", "rakuten_points", "convenience_store"),
    "yahoo_shopping": ("credit_card", "debit_card", "paypay_balance"),
    "mercari": ("merpay_balance", "credit_card", "convenience_store"),
}
_USUAL_ANYWHERE = ("credit_card", "debit_card")


def plan_refunds(case: Case, asked: Asked, rules: Sequence[Rule], is_holiday: IsHoliday) -> tuple[RefundLeg, ...]:
    """Return one leg for each share of the money on its way back; empty where nothing is owed.

    `rules` are those of the domains `refund` and `payment-network`. What may hold instead for a share stands in its
    `or_else`, never as a second leg. Where the way of paying is not known, one leg of method "unknown" holds the usual
    ones of this shop. A case that rests on a forged mail owes nothing.
    """
    if not _owed(case):
        return ()
    setting = Setting(case=case, asked=asked, rules=rules, is_holiday=is_holiday)
    return tuple(_leg(share, setting) for share in shares_of(case, asked))


def _owed(case: Case) -> bool:
    if case.authenticity.verdict is Verdict.PHISHING:
        return False
    cancelled = case.cancelled_at is not None or case.state is CaseState.CANCELLED
    return cancelled or bool(case.refunds) or case.refund_issued_on is not None


def _leg(share: Share, setting: Setting) -> RefundLeg:
    if share.method == UNKNOWN:
        return _way_unknown(share, setting)
    main, *others = _possible(share, setting)
    others = [_noted(leg, setting) for leg in others]
    leg = replace(_noted(replace(main, condition=None), setting), or_else=tuple(others))
    return as_the_shop_says(leg, setting.case.said_back, setting.case.claimed_back)


def _possible(share: Share, setting: Setting) -> list[RefundLeg]:
    """The leg to go by, then what else may hold; each with the condition under which it does."""
    worlds = worlds_of(share, setting.case, setting.asked)
    main = leg_of(share, worlds[0], setting)
    others = [_at_home(leg_of(share, world, setting), main) for world in worlds[1:]]
    others += _alternatives(share, worlds[0], main, setting)
    others += _lapsing_hold(share, main, setting)
    return [main, *_distinct(main, others)]


def _noted(leg: RefundLeg, setting: Setting) -> RefundLeg:
    return replace(leg, notes=(*leg.notes, *notes_of(leg, setting)))


def _at_home(leg: RefundLeg, main: RefundLeg) -> RefundLeg:
    """A rule that only says when, not where, leads to where the main leg leads."""
    return replace(leg, destination=main.destination) if leg.rule and leg.destination == UNKNOWN else leg


def _alternatives(share: Share, world: World, main: RefundLeg, setting: Setting) -> list[RefundLeg]:
    """The other destinations that the main rule itself names, by their own rule where there is one."""
    rule = rule_for(world, setting.rules)
    legs = []
    for key in ("alternative", "fallback"):
        destination = rule.then.get(key) if rule else None
        if destination is None:
            continue
        condition = phrase(f"refunds.if_{key}_{destination}")
        own = best_match((r for r in setting.rules if r.then.get("destination") == destination), world.situation)
        if own:
            legs.append(leg_of(share, World(world.situation, condition), replace(setting, rules=(own,))))
        else:
            legs.append(_undated(replace(main, destination=str(destination), condition=condition)))
    return legs


def _lapsing_hold(share: Share, main: RefundLeg, setting: Setting) -> list[RefundLeg]:
    """What holds for a card at any shop, where none of the shop's own rules is known: a hold lapses. NET-AUTH-03."""
    if share.method != "credit_card" or main.evidence != "none" or captured_of(setting.case, setting.asked):
        return []
    leg = leg_of(share, World({"extended": True}, phrase("refunds.if_not_captured")), setting)
    return [replace(leg, destination="authorisation_release")] if leg.rule else []


def _undated(leg: RefundLeg) -> RefundLeg:
    return replace(
        leg,
        earliest=None,
        typical=None,
        latest=None,
        remind_on=None,
        overdue_on=None,
        counted_from=None,
        ask=None,
        notes=(),
    )


def _distinct(main: RefundLeg, others: Iterable[RefundLeg]) -> list[RefundLeg]:
    """The legs that say something else than the main one and than each other."""
    seen = {_outcome(main)}
    kept = []
    for leg in others:
        said_something = leg.rule is not None or leg.destination != UNKNOWN
        if said_something and _outcome(leg) not in seen:
            seen.add(_outcome(leg))
            kept.append(leg)
    return kept


def _outcome(leg: RefundLeg) -> tuple[object, ...]:
    return (leg.destination, leg.earliest, leg.typical, leg.latest, leg.overdue_on)


def _way_unknown(share: Share, setting: Setting) -> RefundLeg:
    usual: list[RefundLeg] = []
    for method in _USUAL.get(setting.case.merchant or "", _USUAL_ANYWHERE):
        main, *others = _possible(Share(method=method, amount=share.amount), setting)
        both = method == "credit_card" and others
        usual += [main, *others] if both else [replace(main, condition=None)]
    return RefundLeg(
        method=UNKNOWN,
        amount=share.amount,
        rule=None,
        destination=UNKNOWN,
        action=phrase("refunds.ask_how_paid"),
        notes=share.notes,
        or_else=tuple(usual),
    )
