"""What a cancel changes besides its own money: for the rest of the order, and for other orders of a round of the marathon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from okawari.domain.case import Case
from okawari.domain.condition import Benefit, Condition, Outcome, benefit_lost, benefit_named
from okawari.domain.guarantee import is_mall
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.money import total as sum_of
from okawari.domain.phrase import Phrase, PhraseValue, phrase
from okawari.domain.round_loss import RoundLoss
from okawari.domain.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Collateral:
    """What a cancel takes (`lost`: it does or may), what it leaves as it was (`unaffected`), and of what nobody can tell."""

    lost: tuple[Phrase, ...] = ()
    unaffected: tuple[Phrase, ...] = ()
    unknown: tuple[Phrase, ...] = ()


def collateral_of(case: Case, shipping: Sequence[Rule]) -> Collateral:
    """Return what else a cancel changes or not, as far as it is known: of the rest of the order only after a partial one.

    `shipping` are the rules of that domain. Source: MKT-COLLATERAL-01, SHP-AMZ-01, SHP-RAK-01.
    """
    rest = tuple(_found(case, shipping)) if case.partial and case.cancelled_items else ()
    told = tuple(_of_conditions(case))
    lost = tuple(text for outcome, text in (*rest, *told) if outcome is Outcome.BROKEN)
    return Collateral(
        lost=(*lost, *_of_round(case.round_loss)),
        unaffected=tuple(text for outcome, text in told if outcome in {Outcome.KEPT, Outcome.NEVER}),
        unknown=tuple(text for outcome, text in (*rest, *told) if outcome is Outcome.OPEN),
    )


def broken_conditions(case: Case) -> tuple[Condition, ...]:
    """Return the conditions that do not hold any more without what was cancelled."""
    return tuple(one for one, outcome in _judged(case) if outcome is Outcome.BROKEN)


def points_lost(loss: RoundLoss) -> Phrase:
    """Return the points that other orders lose, as one figure or from least to most."""
    if loss.least == loss.most:
        return phrase("refunds.points", points=loss.most)
    return phrase("refunds.points_between", least=loss.least, most=loss.most)


def _judged(case: Case) -> Iterator[tuple[Condition, Outcome]]:
    """Yield each condition that the person told, filled with what mails tell, and whether it holds."""
    if case.cancelled_at is None:
        return
    gone, whole = _worth(case.cancelled_items or case.items) or case.amount_due, _worth(case.items)
    left = whole - gone if case.partial and whole and gone else None
    coupons = [part.amount for part in case.payments if part.method == "coupon"]
    for told in case.conditions:
        discount = coupons[0] if told.benefit is Benefit.COUPON and len(coupons) == 1 else None
        one = told.filled(left, discount)
        yield one, one.outcome(gone)


def _of_conditions(case: Case) -> Iterator[tuple[Outcome, Phrase]]:
    for one, outcome in _judged(case):
        values: dict[str, PhraseValue] = {"benefit": benefit_named(one), "minimum": one.minimum}
        if one.left is not None and one.short is not None:
            values |= {"left": one.left, "short": one.short, "loss": benefit_lost(one)}
        yield outcome, phrase(f"refunds.condition_{outcome}", **values)


def _of_round(loss: RoundLoss | None) -> Iterator[Phrase]:
    if loss is None or loss.open is not None or not loss.most:
        return
    entered = "" if loss.entered else "_if_entered"
    yield phrase(
        f"refunds.round_loss{entered}",
        before=loss.before,
        after=loss.after,
        orders=loss.orders,
        points=points_lost(loss),
        rule=loss.rule,
    )


def _found(case: Case, shipping: Sequence[Rule]) -> Iterator[tuple[Outcome, Phrase]]:
    rule = next((one for one in shipping if one.when.get("platform") == case.merchant), None)
    line = rule.then.get("free_from") if rule else None
    told = {one.benefit for one in case.conditions}
    asked = Benefit.SHIPPING not in told
    if rule and isinstance(line, int) and line and asked and not _sent_by_a_seller(case, rule):
        yield from _of_the_line(case, rule, Money(Decimal(line)))
    if Benefit.COUPON not in told and any(part.method == "coupon" for part in case.payments):
        yield Outcome.OPEN, phrase("refunds.coupon_minimum_unknown")


def _of_the_line(case: Case, rule: Rule, line: Money) -> Iterator[tuple[Outcome, Phrase]]:
    whole, gone = _worth(case.items), _worth(case.cancelled_items)
    if whole is None or gone is None:
        yield Outcome.OPEN, phrase("refunds.free_shipping_unknown", line=line, rule=rule.id)
        return
    left = whole - gone
    if Decimal(0) < left.amount < line.amount <= whole.amount:
        joined = "_if_joined" if rule.then.get("needs_mark") else ""
        yield Outcome.BROKEN, phrase(f"refunds.free_shipping_lost{joined}", left=left, line=line, rule=rule.id)


def _sent_by_a_seller(case: Case, rule: Rule) -> bool:
    """Return whether the line is not the order's, since a seller ships it."""
    by_amazon = rule.then.get("shipped_by") == "amazon"
    return by_amazon and bool(case.seller) and not is_mall(case.seller) and not is_mall(case.shipped_by)


def _worth(items: Sequence[Item]) -> Money | None:
    """Return what items cost in yen, None where it is not known of each."""
    costs = [item.line_total or (item.price if item.quantity == 1 else None) for item in items]
    known = [cost for cost in costs if cost is not None and cost.currency == "JPY"]
    return sum_of(known) if known and len(known) == len(costs) else None
