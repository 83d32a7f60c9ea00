"""What the plans let us expect on accounts: refunds, held payments, and the prices of orders that live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from okawari.domain.account import WITHOUT_LAYOUT, AccountKind
from okawari.domain.case import Case, CaseState
from okawari.domain.japan_time import japan_day
from okawari.domain.matching.ledger import Charge, Expected
from okawari.domain.matching.voids import Held
from okawari.domain.money import Money
from okawari.domain.payment import CARRIERS, POINTS
from okawari.domain.plan import Plan, RefundLeg

SLACK = timedelta(days=30)
"""How long after it is overdue a refund may still come. An assumption of ours."""
AT_LEAST = timedelta(days=75)
"""Rows of card refunds were seen up to this long after the day of the refund."""
HELD_FOR = timedelta(days=30)  # NET-AUTH-03

_CARD_METHODS = frozenset({"credit_card", "paypay_card", "paypay_credit"})
_ARRIVES_ON: dict[str, tuple[AccountKind, ...]] = {
    "original_card": (AccountKind.CARD,),
    "authorisation_release": (AccountKind.CARD,),
    "original_bank_account_or_card_balance": (AccountKind.BANK, AccountKind.CARD),
    "original_bank_account": (AccountKind.BANK,),
    "bank_transfer": (AccountKind.BANK,),
    "amazon_gift_balance": (AccountKind.BALANCE,),
    "paypay_balance": (AccountKind.WALLET,),
    "paypay_same_kind": (AccountKind.WALLET,),
    "merpay_balance": (AccountKind.WALLET,),
    "same_balance": (AccountKind.WALLET, AccountKind.POINTS),
    "amazon_points": (AccountKind.POINTS,),
    "amazon_points_or_lost": (AccountKind.POINTS,),
    "rakuten_points": (AccountKind.POINTS,),
    "mercari_points": (AccountKind.POINTS,),
    "carrier_bill_removed": (AccountKind.CARRIER,),
    "carrier_bill_deduction": (AccountKind.CARRIER,),
    "carrier_bill_removed_or_deduction": (AccountKind.CARRIER,),
    "paidy_bill_reduction": (AccountKind.PAY_LATER,),
    "paidy_bill_offset": (AccountKind.PAY_LATER,),
}
"""The kinds of account on which money of a destination can be seen."""
_PAID_FROM: dict[str, tuple[AccountKind, ...]] = {
    "credit_card": (AccountKind.CARD,),
    "paypay_card": (AccountKind.CARD,),
    "paypay_credit": (AccountKind.CARD,),
    "paypay_balance": (AccountKind.WALLET,),
    "paypay_points": (AccountKind.WALLET,),
    "debit_card": (AccountKind.BANK, AccountKind.CARD),
    "paidy": (AccountKind.PAY_LATER,),
    **dict.fromkeys(POINTS - {"paypay_points"}, (AccountKind.POINTS,)),
    **dict.fromkeys(CARRIERS, (AccountKind.CARRIER,)),
}
"""Where to look where no rule says where a shop's money returns: where it was paid from. It promises nothing; a row tells."""


@dataclass(frozen=True, slots=True)
class Share:
    """One share of one order's refund: its merchant, order number and the leg's name."""

    merchant: str
    order: str
    leg: str


NOTHING_REFUSED: Mapping[Share, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Outlook:
    """All that may show on accounts; `shares` says by key whose money an expectation or a hold is."""

    expected: tuple[Expected, ...]
    held: tuple[Held, ...]
    prices: tuple[Charge, ...]
    shares: dict[str, Share]


def outlook_of(
    plans: Iterable[Plan], alive: Iterable[Case] = (), refused: Mapping[Share, frozenset[str]] = NOTHING_REFUSED
) -> Outlook:
    """Return what to look for on accounts; shares whose amount is not known, or that were seen, are left out.

    `alive` are orders that should be billed, `refused` rows of which the person said that they are not a share's.
    """
    expected: list[Expected] = []
    held: list[Held] = []
    shares: dict[str, Share] = {}
    for plan in plans:
        case = plan.case
        if case.merchant is None or not case.order:
            continue
        for leg in plan.refunds:
            if leg.amount is None or leg.amount.amount <= 0 or leg.seen:
                continue
            share = Share(case.merchant, case.order, leg.name)
            for one in _expected(case, leg, share):
                shares[one.key] = share
                expected.append(replace(one, refused=refused.get(share, frozenset())))
            for hold in _held(case, leg, share):
                shares[hold.key] = share
                held.append(hold)
    prices = tuple(price for case in alive if case.merchant and case.order for price in _price(case))
    return Outlook(tuple(expected), tuple(held), prices, shares)


def payee(merchant: str, kind: AccountKind) -> str:
    """Return the name by which rows and expectations of one merchant on one kind of account go."""
    return f"{merchant}/{kind.value}"


def smallest_unit(money: Money) -> int:
    """Return the amount in yen, or in hundredths of the other currencies."""
    return int(money.amount if money.currency == "JPY" else money.amount * 100)


def _expected(case: Case, leg: RefundLeg, share: Share) -> Iterator[Expected]:
    worlds = [leg, *leg.or_else]
    began = _began(case, worlds)
    if began is None or leg.amount is None:
        return
    last = max((day for world in worlds for day in (world.latest, world.overdue_on) if day), default=began)
    kinds = dict.fromkeys(kind for world in worlds for kind in _looked_at(world))
    for kind in kinds:
        yield Expected(
            key=f"{share.merchant}|{share.order}|{share.leg}|{kind.value}",
            payee=payee(share.merchant, kind),
            amount=smallest_unit(leg.amount),
            currency=leg.amount.currency,
            earliest=began,
            latest=max(last + SLACK, began + AT_LEAST),
            order=case.order,
            issued_on=case.refund_issued_on or began,
            unnamed=kind in WITHOUT_LAYOUT,
            spread=japan_day(case.cancelled_last) - japan_day(case.cancelled_at)
            if case.cancelled_at and case.cancelled_last
            else timedelta(),
        )


def _looked_at(leg: RefundLeg) -> tuple[AccountKind, ...]:
    nobody_says = leg.destination == "original_source" or leg.destination.startswith("unknown")
    return _PAID_FROM.get(leg.method, ()) if nobody_says else _ARRIVES_ON.get(leg.destination, ())


def _began(case: Case, worlds: Iterable[RefundLeg]) -> date | None:
    """Return the first day on which money can have come back: that of the cancel, or of the refund."""
    days = [world.counted_from for world in worlds if world.counted_from]
    if case.cancelled_at:
        days.append(japan_day(case.cancelled_at))
    if case.refund_issued_on:
        days.append(case.refund_issued_on)
    return min(days, default=None)


def _held(case: Case, leg: RefundLeg, share: Share) -> Iterator[Held]:
    """Yield the hold of a card for an order that died whole: of a part, the shop charges the rest alone."""
    worlds = (leg, *leg.or_else)
    never_charged = case.captured is False and leg.method in _CARD_METHODS
    releases = [world for world in worlds if never_charged or world.destination == "authorisation_release"]
    if not releases or case.partial or case.ordered_on is None or leg.amount is None:
        return
    yield Held(
        key=f"{share.merchant}|{share.order}|{share.leg}|held",
        payee=payee(share.merchant, AccountKind.CARD),
        amount=smallest_unit(leg.amount),
        currency=leg.amount.currency,
        ordered_on=case.ordered_on,
        gone_by=max([case.ordered_on + HELD_FOR, *(world.latest for world in releases if world.latest)]),
    )


def price_of(case: Case, on: date | None) -> Charge | None:
    """Return what an order should cost its card from a day on, None where that is not known."""
    amount = _on_the_card(case)
    if on is None or amount is None:
        return None
    return Charge(
        key=f"{case.merchant}|{case.order}",
        payee=payee(case.merchant or "", AccountKind.CARD),
        amount=smallest_unit(amount),
        currency=amount.currency,
        on=on,
    )


def _price(case: Case) -> list[Charge]:
    """Return what an order that lives should cost its card, as far as that is known."""
    dead = case.cancelled_at is not None or case.state in {CaseState.CANCELLED, CaseState.REFUNDED, CaseState.UNKNOWN}
    price = price_of(case, japan_day(case.shipped_at) if case.shipped_at else case.ordered_on)
    return [] if dead or price is None else [price]


def _on_the_card(case: Case) -> Money | None:
    by_card = [part.amount for part in case.payments if part.method in _CARD_METHODS]
    if len(by_card) == 1 and by_card[0] is not None:
        return by_card[0]
    others = [part for part in case.payments if part.method in POINTS or part.method == "amazon_gift_balance"]
    return case.total if not others else None
