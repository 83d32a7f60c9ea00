"""What the mails and the person's own file from the shop say of one order, put together.

What both tell counts once. What they tell differently is a problem that names both; nothing is averaged, and no amount is
told that rests on it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from okawari.domain.belief import instant, is_own
from okawari.domain.below_zero import without_order_below_zero, without_refund_below_zero
from okawari.domain.facts import CancelNotified, OrderPlaced, RefundIssued
from okawari.domain.message import PaymentPart
from okawari.domain.money import Money, total
from okawari.domain.paid import STORED_VALUE, stored_value
from okawari.domain.problem import Problem
from okawari.domain.record import Record
from okawari.domain.same_thing.order_line import find_item


def reconcile(record: Record) -> tuple[Record, tuple[Problem, ...]]:
    """Return the record with each thing once, and where the witnesses differ."""
    record, below_zero = _above_zero(record)
    dispute = _price_dispute(record.placed)
    refunds, differences = _refunds_once(record.refunds)
    differences += _beside_cancels(record.cancels, record.refunds)
    merged = replace(
        record,
        placed=tuple(
            sorted(record.placed, key=lambda fact: not is_own(fact))
        ),  # a mail's own words come last and count
        cancels=_cancels_once(record.cancels),
        refunds=refunds,
        price_disputed=bool(dispute),
    )
    return merged, below_zero + dispute + differences


def _above_zero(record: Record) -> tuple[Record, tuple[Problem, ...]]:
    placed = [without_order_below_zero(fact) for fact in record.placed]
    refunds = [without_refund_below_zero(fact) for fact in record.refunds]
    problems = tuple(dict.fromkeys(problem for _, found in (*placed, *refunds) for problem in found))
    clean = replace(record, placed=tuple(fact for fact, _ in placed), refunds=tuple(fact for fact, _ in refunds))
    return (clean, problems) if problems else (record, ())


def _price_dispute(placed: Sequence[OrderPlaced]) -> tuple[Problem, ...]:
    listed = [fact for fact in placed if is_own(fact)]
    mailed = [fact for fact in placed if not is_own(fact)][-1:]
    for fact in listed:
        others = [one for one in (*listed, *mailed) if one.part.total is not None and one is not fact]
        for other in others:
            mine, theirs = fact.part.total, other.part.total
            if mine is not None and theirs is not None and not _same_price(fact, other, mine, theirs):
                return (Problem("totals_differ", detail=_versus((theirs, mine))),)
    return ()


def _same_price(one: OrderPlaced, other: OrderPlaced, first: Money, second: Money) -> bool:
    """Return whether two totals mean one price: some are written before and some after gift cards and points."""
    if first == second:
        return True
    payments = [*one.part.payments, *other.part.payments]
    stored = [part for part in payments if part.method in STORED_VALUE]
    if not stored or first.currency != second.currency:
        return False
    known = stored_value(_largest(stored))
    unknown = any(part.amount is None for part in stored)
    return unknown or (known is not None and abs(first.amount - second.amount) == known.amount)


def _largest(parts: Sequence[PaymentPart]) -> list[PaymentPart]:
    """Return each way of paying once: two witnesses tell of the same points."""
    return list({part.method: part for part in parts}.values())


def _cancels_once(cancels: Sequence[CancelNotified]) -> tuple[CancelNotified, ...]:
    """Return the cancels without those of the own file that a mail tells too, and better."""
    mailed = [fact for fact in cancels if not is_own(fact)]
    named = [item for fact in mailed for item in fact.items]
    whole = any(not fact.partial for fact in mailed)

    def is_told(fact: CancelNotified) -> bool:
        if not fact.partial:
            return whole
        return bool(fact.items) and all(find_item(item, named) is not None for item in fact.items)

    return tuple(fact for fact in cancels if not (is_own(fact) and is_told(fact)))


def _refunds_once(refunds: Sequence[RefundIssued]) -> tuple[tuple[RefundIssued, ...], tuple[Problem, ...]]:
    """Return the refunds without those that a mail and the own file both tell.

    They are the same where all of them sum up alike, or where one mail and one row name the same amount. A mail that
    names none gets the amount of the row that is left.
    """
    mailed, listed = _parted(refunds)
    if not mailed or not listed:
        return (*mailed, *listed), ()
    if _sum(mailed) == _sum(listed):
        dated = listed[0].refund.date
        return tuple(replace(fact, refund=replace(fact.refund, date=fact.refund.date or dated)) for fact in mailed), ()
    kept: list[RefundIssued] = []
    alone: list[RefundIssued] = []
    for fact in sorted(mailed, key=lambda one: one.refund.amount is None):
        row = next((one for one in listed if fact.refund.amount in (None, one.refund.amount)), None)
        if row is None:
            alone.append(fact)
            continue
        listed.remove(row)
        refund = replace(fact.refund, amount=row.refund.amount, date=fact.refund.date or row.refund.date)
        kept.append(replace(fact, refund=refund))
    problems: tuple[Problem, ...] = ()
    if alone and listed:
        problems = (Problem("refunds_differ", detail=_versus((_sum(alone), _sum(listed)))),)
        alone, listed = (
            [replace(fact, refund=replace(fact.refund, amount=None)) for fact in one] for one in (alone, listed)
        )
    return tuple(sorted((*kept, *alone, *listed), key=lambda fact: instant(fact.at))), problems


def _beside_cancels(cancels: Sequence[CancelNotified], refunds: Sequence[RefundIssued]) -> tuple[Problem, ...]:
    """Return the problem that a cancel announced another amount than the own file lists, where no mail tells of a refund."""
    mailed, listed = _parted(refunds)
    said = {fact.refund.amount for fact in cancels if fact.refund and fact.refund.amount and fact.refund.amount.amount}
    paid = _sum(listed)
    if mailed or paid is None or len(said) != 1 or paid in said:
        return ()
    return (Problem("refunds_differ", detail=_versus((*said, paid))),)


def _parted(refunds: Sequence[RefundIssued]) -> tuple[list[RefundIssued], list[RefundIssued]]:
    """Return what mails tell, and what own files list: a payout that several of these repeat counts once."""
    listed: list[RefundIssued] = []
    of_file: defaultdict[str, Counter[Hashable]] = defaultdict(Counter)
    told: Counter[Hashable] = Counter()
    for one in (payout for fact in refunds if is_own(fact) for payout in _payouts(fact)):
        same, mine = (one.refund.date, one.refund.amount), of_file[one.provenance.evidence]
        mine[same] += 1
        if mine[same] > told[same]:
            told[same] += 1
            listed.append(one)
    return [fact for fact in refunds if not is_own(fact)], listed


def _payouts(fact: RefundIssued) -> list[RefundIssued]:
    amounts = fact.payouts or (fact.refund.amount,)
    return [replace(fact, refund=replace(fact.refund, amount=amount), payouts=()) for amount in amounts]


def _sum(refunds: Sequence[RefundIssued]) -> Money | None:
    amounts = [fact.refund.amount for fact in refunds]
    known = [amount for amount in amounts if amount is not None]
    return total(known) if len(known) == len(amounts) else None


def _versus(amounts: Iterable[Money | None]) -> str:
    return " / ".join(f"{amount.plain()} {amount.currency}" for amount in amounts if amount is not None)
