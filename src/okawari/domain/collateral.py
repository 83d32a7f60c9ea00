"""What a cancel changes besides its own money: for the rest of the order, and for other orders of a round of the marathon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from okawari.domain.case import Case
from okawari.domain.guarantee import is_mall
from okawari.domain.message import Item
from okawari.domain.money import Money
from okawari.domain.money import total as sum_of
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.round_loss import RoundLoss
from okawari.domain.rule import Rule


def collateral_of(case: Case, shipping: Sequence[Rule]) -> tuple[Phrase, ...]:
    """Return what else to look at after a cancel, as far as it is known: of the rest of the order only after a partial one.

    `shipping` are the rules of that domain. Source: MKT-COLLATERAL-01, SHP-AMZ-01, SHP-RAK-01.
    """
    rest = tuple(_found(case, shipping)) if case.partial and case.cancelled_items else ()
    return (*rest, *_of_round(case.round_loss))


def points_lost(loss: RoundLoss) -> Phrase:
    """Return the points that other orders lose, as one figure or from least to most."""
    if loss.least == loss.most:
        return phrase("refunds.points", points=loss.most)
    return phrase("refunds.points_between", least=loss.least, most=loss.most)


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


def _found(case: Case, shipping: Sequence[Rule]) -> Iterator[Phrase]:
    rule = next((one for one in shipping if one.when.get("platform") == case.merchant), None)
    line = rule.then.get("free_from") if rule else None
    if rule and isinstance(line, int) and line and not _sent_by_a_seller(case, rule):
        yield from _of_the_line(case, rule, Money(Decimal(line)))
    if any(part.method == "coupon" for part in case.payments):
        yield phrase("refunds.coupon_minimum_unknown")


def _of_the_line(case: Case, rule: Rule, line: Money) -> Iterator[Phrase]:
    whole, gone = _worth(case.items), _worth(case.cancelled_items)
    if whole is None or gone is None:
        yield phrase("refunds.free_shipping_unknown", line=line, rule=rule.id)
        return
    left = whole - gone
    if Decimal(0) < left.amount < line.amount <= whole.amount:
        joined = "_if_joined" if rule.then.get("needs_mark") else ""
        yield phrase(f"refunds.free_shipping_lost{joined}", left=left, line=line, rule=rule.id)


def _sent_by_a_seller(case: Case, rule: Rule) -> bool:
    """Return whether the line is not the order's, since a seller ships it."""
    by_amazon = rule.then.get("shipped_by") == "amazon"
    return by_amazon and bool(case.seller) and not is_mall(case.seller) and not is_mall(case.shipped_by)


def _worth(items: Sequence[Item]) -> Money | None:
    """Return what items cost in yen, None where it is not known of each."""
    costs = [item.line_total or (item.price if item.quantity == 1 else None) for item in items]
    known = [cost for cost in costs if cost is not None and cost.currency == "JPY"]
    return sum_of(known) if known and len(known) == len(costs) else None
