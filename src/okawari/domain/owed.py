"""What was cancelled and what should come back for it: never more than was paid, nothing where it cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from okawari.domain.bought import Bought
from okawari.domain.case import Case
from okawari.domain.facts import CancelNotified, RefundIssued
from okawari.domain.message import Item, PaymentPart
from okawari.domain.money import Money, total
from okawari.domain.paid import adds_up, line_price, stored_value, sum_of, whole_price
from okawari.domain.payment import PaidBy
from okawari.domain.problem import Problem
from okawari.domain.same_thing.order_line import find_item


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """The cancelled items, whether others remain, and the money that should come back."""

    items: tuple[Item, ...] = ()
    partial: bool = False
    amount: Money | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """The cancelled items. `strange` are named but not in the order.

    `again`: two mails name the same item; `unclear`: and it is not clear whether they mean the same piece.
    """

    items: tuple[Item, ...]
    partial: bool
    strange: tuple[Item, ...] = ()
    again: bool = False
    unclear: bool = False


def owed(bought: Bought, cancels: Sequence[CancelNotified], refunds: Sequence[RefundIssued]) -> Owed:
    """Return what the cancels, or refunds alone, make due.

    A cancel that names only some of the items of a confirmed order counts for those, whatever it calls itself. The shop's
    own figure for the refund goes before our sum.
    """
    whole = None if bought.disputed else whole_price(bought.total, bought.items, bought.payments)
    issued = _sum(fact.refund.amount for fact in refunds)
    if not cancels:
        named = tuple(item for fact in refunds for item in fact.part.items)
        return _capped(Owed(items=named, amount=issued), whole)
    cut = _cut(bought, cancels)
    if cut.partial:
        due = Owed(amount=_share(bought, cut, cancels))
    else:
        due = _everything(whole, bought.payments, _agreed(_announced(cancels)))
    strange = [Problem("cancelled_item_not_in_order", detail=item.title) for item in cut.strange]
    strange += _too_much(refunds, whole)
    amount = due.amount if due.amount is not None or due.problems else issued
    return _capped(
        Owed(items=cut.items, partial=cut.partial, amount=amount, problems=(*strange, *due.problems)),
        whole,
    )


_CONTESTED = frozenset({"refund_above_price", "totals_differ"})


def settle(case: Case, paid_by: Sequence[PaidBy]) -> Case:
    """Return the case with what a whole cancel makes due, where only the ways of paying were wanting to tell it."""
    contested = any(problem.code in _CONTESTED for problem in case.problems)
    if case.cancelled_at is None or case.partial or case.amount_due is not None or contested or not paid_by:
        return case
    told = [PaymentPart(method=paid.method, amount=paid.amount) for paid in paid_by]
    return replace(case, amount_due=whole_price(case.total, case.items, told))


def _cut(bought: Bought, cancels: Sequence[CancelNotified]) -> _Cut:
    whole_claimed = any(not fact.partial for fact in cancels)
    if any(not fact.partial and (not fact.items or not bought.confirmed) for fact in cancels):
        return _Cut(items=bought.items, partial=False)
    taken: dict[int, int | None] = {}
    strange: list[Item] = []
    again: set[int] = set()
    for fact in cancels:
        here: set[int] = set()
        for named in fact.items:
            index = find_item(named, bought.items, here)
            if index is None:
                strange.append(named)
                continue
            again |= {index} & taken.keys()
            here.add(index)
            taken[index] = _more(bought.items[index], taken.get(index, 0), named.quantity)
    if whole_claimed and len(taken) + len(strange) >= len(bought.items) and not _cut_lines(bought.items, taken):
        return _Cut(items=bought.items, partial=False, strange=tuple(strange) if bought.items else ())
    items = tuple(_piece(bought.items[index], quantity) for index, quantity in sorted(taken.items()))
    everything = bought.confirmed and items == bought.items and not strange
    return _Cut(
        items=(*items, *strange),
        partial=not everything,
        strange=tuple(strange),
        again=bool(again),
        unclear=any(not _whole_line(bought.items[index], taken[index]) for index in again),
    )


def _everything(whole: Money | None, payments: Sequence[PaymentPart], said: Money | None) -> Owed:
    """Return what a whole cancel makes due: all that was paid, unless the shop names a smaller sum."""
    if said is None or whole is None or _above(said, whole):
        return Owed(amount=said or whole)
    stored = stored_value(payments)
    if said == whole or (stored is not None and total([said, stored]) == whole):
        return Owed(amount=whole)
    return Owed(amount=said, problems=(Problem("refund_below_price", detail=f"{said.plain()} < {whole.plain()}"),))


def _share(bought: Bought, cut: _Cut, cancels: Sequence[CancelNotified]) -> Money | None:
    """Return the share of the cancelled items: the shop's own figure, else their price where nothing else was in it."""
    said = _announced(cancels)
    if said and len(said) == len(cancels):
        if not cut.again:
            return total(said)
        return _agreed(said) if len({fact.items for fact in cancels}) == 1 else None
    if cut.unclear or (cut.strange and bought.items):
        return None
    if bought.disputed:
        return None
    if bought.confirmed and not adds_up(bought.total, bought.items, bought.payments):
        return None
    return sum_of(cut.items)


def _too_much(refunds: Sequence[RefundIssued], whole: Money | None) -> list[Problem]:
    """Return that a refund mail names more than the order cost, which its cancel makes due all the same."""
    amounts = dict.fromkeys(fact.refund.amount for fact in refunds)
    above = [one for one in amounts if one is not None and whole is not None and _above(one, whole)]
    return [Problem("refund_above_price", detail=f"{one.plain()} > {whole.plain()}") for one in above if whole]


def _capped(due: Owed, whole: Money | None) -> Owed:
    if due.amount is None or whole is None or not _above(due.amount, whole):
        return due
    problem = Problem("refund_above_price", detail=f"{due.amount.plain()} > {whole.plain()}")
    return replace(due, amount=None, problems=(*due.problems, problem))


def _announced(cancels: Sequence[CancelNotified]) -> list[Money]:
    """Return the sums that the cancel mails announce; none at all where nothing was charged."""
    refunds = [fact.refund for fact in cancels if fact.refund is not None and fact.refund.charged is not False]
    return [refund.amount for refund in refunds if refund.amount is not None and refund.amount.amount > 0]


def _agreed(amounts: Sequence[Money]) -> Money | None:
    return amounts[0] if len(set(amounts)) == 1 else None


def _sum(amounts: Iterable[Money | None]) -> Money | None:
    listed = list(amounts)
    return None if None in listed else total([amount for amount in listed if amount is not None])


def _piece(item: Item, quantity: int | None) -> Item:
    if _whole_line(item, quantity):
        return item
    return replace(item, quantity=quantity, line_total=line_price(item, quantity))


def _cut_lines(items: Sequence[Item], taken: dict[int, int | None]) -> bool:
    return any(not _whole_line(items[index], quantity) for index, quantity in taken.items())


def _whole_line(item: Item, quantity: int | None) -> bool:
    return quantity is None or item.quantity is None or quantity >= item.quantity


def _more(item: Item, before: int | None, named: int | None) -> int | None:
    """Return how many pieces are cancelled by now: the larger number, as two mails may speak of the same piece."""
    if before is None or named is None or item.quantity is None:
        return None
    return min(item.quantity, max(before, named))


def _above(amount: Money, whole: Money) -> bool:
    return amount.currency != whole.currency or amount.amount > whole.amount
