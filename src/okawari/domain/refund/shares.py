"""Which share of the money was paid in which way, as far as it can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from okawari.domain.case import Case
from okawari.domain.money import Money, total
from okawari.domain.paid import STORED_VALUE
from okawari.domain.payment import POINTS, PaidBy
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.refund.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One way of paying and what of the amount due returns by it; `amount` is None where that cannot be told.

    `told` is True where the person named the way of paying, False where a mail did. `method` "unknown" stands for
    money of which nobody said how it was paid.
    """

    method: str
    kind: str | None = None
    expiry: date | None = None
    amount: Money | None = None
    told: bool = True
    notes: tuple[Phrase, ...] = ()


def shares_of(case: Case, asked: Asked) -> tuple[Share, ...]:
    """Return the shares of what is due; amounts never sum up to more than that.

    Source: REF-AMZ-SPLIT-01 (each share returns its own way), REF-RAK-POINT-05 (Rakuten, reduced order: the chosen
    payment first, then the points).
    """
    due = case.amount_due
    listed = [_in_currency(share, due) for share in _named(case, asked)]
    listed += _said_of_the_rest(case, listed, due)
    coupons = tuple(replace(share, amount=None) for share in listed if share.method == "coupon")
    paid = [share for share in listed if share.method != "coupon"] or [Share(method="unknown")]
    return (*(_as_refunded(case, paid, due) or _divided(case, paid, due)), *coupons)


def _named(case: Case, asked: Asked) -> list[Share]:
    """The mail's ways of paying, with what the person adds; the person alone where the two do not fit together."""
    mailed = [Share(method=part.method, kind=part.kind, amount=part.amount, told=False) for part in case.payments]
    if not asked.paid_by:
        return mailed
    answers = {paid.method: paid for paid in asked.paid_by}
    known = [share for share in mailed if share.method != "unknown"]
    unread = [share for share in mailed if share.method == "unknown"]
    added = [_told(paid) for paid in asked.paid_by if paid.method not in {share.method for share in known}]
    if len(answers) < len(asked.paid_by) or (added and not unread):
        return [_told(paid) for paid in asked.paid_by]
    if len(added) == len(unread) == 1:
        added = [replace(added[0], amount=added[0].amount or unread[0].amount)]
    return [_merged(share, answers.get(share.method)) for share in known] + (added or unread)


def _said_of_the_rest(case: Case, listed: Sequence[Share], due: Money | None) -> list[Share]:
    """Return the ways of paying that only the shop's refund mails name, where nobody says how the rest was paid."""
    known = [share.amount for share in listed if share.method != "coupon"]
    if due is None or None in known or (known and (total([one for one in known if one]) or due) >= due):
        return []
    methods = {share.method for share in listed}
    parts = {one.part.method: one.part for one in case.said_back if one.part.method not in methods}
    return [Share(method=part.method, kind=part.kind, amount=part.amount, told=False) for part in parts.values()]


def _merged(share: Share, answer: PaidBy | None) -> Share:
    if answer is None:
        return share
    told = _told(answer)
    return replace(told, kind=told.kind or share.kind, amount=told.amount or share.amount)


def _told(paid: PaidBy) -> Share:
    return Share(method=paid.method, kind=paid.kind, expiry=paid.expiry, amount=paid.amount)


def _as_refunded(case: Case, paid: Sequence[Share], due: Money | None) -> list[Share]:
    """Return the shares by the breakdown of the shop's refund mails, [] where it does not fit what is due and was paid."""
    parts: dict[str, Money] = {}
    for one in case.said_back:
        method, amount = one.part.method, one.part.amount
        if amount is None:
            return []
        parts[method] = parts[method] + amount if method in parts else amount
    fits = len(paid) == len(parts) and parts.keys() == {share.method for share in paid}
    if due is None or total(parts.values()) != due or not fits:
        return []
    return [replace(share, amount=parts[share.method]) for share in paid]


def _divided(case: Case, paid: list[Share], due: Money | None) -> Sequence[Share]:
    if due is None:
        return paid
    if due.amount == 0:
        return [_of_nothing_due(share, due) for share in paid]
    stated = total([share.amount for share in paid if share.amount]) or _zero(due)
    open_shares = [share for share in paid if share.amount is None]
    if not open_shares and stated < due:
        rest = Share(method="unknown", amount=due - stated, told=False)
        return _divided(case, [*paid, rest], due)
    if len(paid) == 1:
        return [replace(paid[0], amount=due)]
    if case.partial:
        return _of_a_partial_cancel(case, paid, due)
    if stated > due:
        return [_amount_unknown(share, "refunds.note_amounts_do_not_fit", due) for share in paid]
    if len(open_shares) == 1:
        return [share if share.amount else replace(share, amount=due - stated) for share in paid]
    return [
        share if share.amount else _amount_unknown(share, "refunds.note_rest_together", due - stated) for share in paid
    ]


def _of_nothing_due(share: Share, due: Money) -> Share:
    """A total of nothing is what is left after points and balances were taken off; they return all the same."""
    if share.method in STORED_VALUE:
        return share
    return replace(share, amount=due)


def _of_a_partial_cancel(case: Case, paid: list[Share], due: Money) -> Sequence[Share]:
    money = [share for share in paid if share.method not in POINTS]
    points = [share for share in paid if share.method in POINTS]
    if case.merchant == "rakuten" and len(money) == 1 and len(points) == 1:
        paid_in_money = money[0].amount or _remainder(case.total, points[0].amount)
        if paid_in_money:
            first = min(due, paid_in_money)
            note = phrase("refunds.note_payment_first_then_points")
            return [
                replace(money[0], amount=first, notes=(note,)),
                replace(points[0], amount=due - first, notes=(note,)),
            ]
    return [_amount_unknown(share, "refunds.note_partial_unknown", due) for share in paid]


def _remainder(whole: Money | None, part: Money | None) -> Money | None:
    return whole - part if whole and part and part < whole else None


def _amount_unknown(share: Share, why: str, money: Money) -> Share:
    notes = [phrase(why, amount=money)]
    if share.amount:
        notes.append(phrase("refunds.note_at_most", amount=share.amount))
    return replace(share, amount=None, notes=tuple(notes))


def _in_currency(share: Share, due: Money | None) -> Share:
    """An amount typed beside a way of paying is in the currency of its order."""
    if share.amount is None or due is None:
        return share
    return replace(share, amount=Money(share.amount.amount, due.currency))


def _zero(due: Money | None) -> Money:
    return Money(Decimal(0), due.currency if due else "JPY")
