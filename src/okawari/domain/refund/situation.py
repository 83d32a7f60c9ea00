"""What is known of a share, in the words by which rules are matched, and what else may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from okawari.domain.case import Case
from okawari.domain.japan_time import japan_day
from okawari.domain.message import SHOP_CAUSES, CancelBy, CauseCode
from okawari.domain.payment import CASH_IN_ADVANCE, DEBITED_AT_ONCE, POINTS
from okawari.domain.phrase import Phrase, phrase
from okawari.domain.refund.asked import Asked
from okawari.domain.refund.carrier_month import carrier_billing
from okawari.domain.refund.shares import Share
from okawari.domain.rule import RuleValue

Situation = Mapping[str, RuleValue]


@dataclass(frozen=True, slots=True)
class World:
    """A situation that may hold for a share; `condition` says under what, where others may hold instead."""

    situation: Situation
    condition: Phrase | None = None


def worlds_of(share: Share, case: Case, asked: Asked) -> tuple[World, ...]:
    """Return the situations that may hold for the share: first the one to go by, then what else is possible."""
    base = _base(share, case, asked)
    options = _options(share, case, asked)
    return tuple(
        World(base | dict(changes), phrase(f"refunds.{condition}") if condition else None)
        for changes, condition in options
    )


_Options = list[tuple[Situation, str]]


def _base(share: Share, case: Case, asked: Asked) -> dict[str, RuleValue]:
    if share.method == "coupon":
        return {"platform": case.merchant, "benefit": "coupon"}
    by, cause = _cancelled_by(case)
    return {
        "platform": case.merchant,
        "payment": share.method,
        "issuer": asked.issuer if share.method == "credit_card" else None,
        "cancel_by": by,
        "cause": cause,
    }


def _options(share: Share, case: Case, asked: Asked) -> _Options:
    method = share.method
    if method == "credit_card":
        return _card(share, case, asked)
    if method in DEBITED_AT_ONCE:
        return _debit(case)
    if method in CASH_IN_ADVANCE:
        return _cash_in_advance(share, case)
    if method in POINTS or method == "paypay_voucher":
        return _points(share, case)
    match method:
        case "cash_on_delivery":
            return [({"paid": _collected_at_the_door(share, case)}, "")]
        case "paidy":
            return _known_or_both(
                "bill_paid", ("if_bill_unpaid", "if_bill_paid"), known=_PAIDY_KINDS.get(share.kind or "")
            )
        case "carrier_docomo":
            return _known_or_both("same_calendar_month", ("if_later_month", "if_same_month"), known=_same_month(case))
        case _:
            return [({}, "")]


_PAIDY_KINDS = {"bill_paid": True, "bill_unpaid": False}


def _known_or_both(key: str, conditions: tuple[str, str], *, known: bool | None) -> _Options:
    """Where it is not known, go by `False`: of both, it is the one that promises less."""
    if known is not None:
        return [({key: known}, "")]
    return [({key: False}, conditions[0]), ({key: True}, conditions[1])]


def _card(share: Share, case: Case, asked: Asked) -> _Options:
    captured = captured_of(case, asked)
    charged = {"plan": share.kind} if share.kind in {"instalment", "revolving"} else {"captured": True}
    if captured is not None:
        return [(charged if captured else {"captured": False}, "")]
    options: _Options = [({"captured": False}, "if_not_captured"), (charged, "if_captured")]
    return options[::-1] if "plan" in charged or _likely_charged(case) else options


def captured_of(case: Case, asked: Asked) -> bool | None:
    """Return whether the card was charged: by the person, else by the case; None if not known."""
    return case.captured if asked.captured is None else asked.captured


def _likely_charged(case: Case) -> bool:
    """A shop charges when it ships, and there is nothing to refund before. Source: MKT-MET-06."""
    return case.shipped_at is not None or case.refund_issued_on is not None


def _debit(case: Case) -> _Options:
    options: _Options = [({}, ""), ({"reversal_sent": False}, "if_no_cancel_data")]
    if case.release_on:
        options.append(({"event": "preorder"}, "if_debited_twice"))
    elif case.partial:
        options.append(({"event": "amount_change"}, "if_debited_twice"))
    return options


def _cash_in_advance(share: Share, case: Case) -> _Options:
    if share.kind == "unpaid" or (case.cancel and case.cancel.cause is CauseCode.PAYMENT):
        return [({"paid": False}, "")]
    if share.kind == "paid" or share.told or case.refunds or case.shipped_at:
        return [({"paid": True}, "")]
    return [({"paid": True}, "if_paid"), ({"paid": False}, "if_unpaid")]


def _collected_at_the_door(share: Share, case: Case) -> bool:
    """Nothing is collected before the door, so without a delivery nothing was paid. Source: REF-AMZ-COD-01."""
    return share.kind == "paid" or (share.kind is None and case.delivered_at is not None)


def _points(share: Share, case: Case) -> _Options:
    kind = share.kind or ("limited" if share.expiry else "regular")
    expired = _expired(share, case)
    if expired is not None:
        return [({"kind": kind, **_expiry(expired=expired)}, ""), *(_who_cancelled(case, kind) if expired else [])]
    valid, gone = {"kind": kind, **_expiry(expired=False)}, {"kind": "limited", **_expiry(expired=True)}
    if kind == "limited":
        both: _Options = [(valid, "if_not_expired"), (gone, "if_expired")]
        return [({"kind": kind}, ""), *both, *_who_cancelled(case, kind)]
    return [(valid, "")] if share.kind == "regular" else [(valid, ""), (gone, "if_expired")]


def _expiry(*, expired: bool) -> dict[str, RuleValue]:
    return {"expired_at_cancel": expired, "expired": expired}


def _who_cancelled(case: Case, kind: str) -> _Options:
    by, cause = _cancelled_by(case)
    gone: dict[str, RuleValue] = {"kind": kind, **_expiry(expired=True)}
    options: _Options = []
    if by in {None, "shop"} and cause is None:
        options.append(({**gone, "cancel_by": "shop", "cause": "stockout"}, "if_shop_cancelled_for_stockout"))
    if by is None:
        options.append(({**gone, "cancel_by": "buyer"}, "if_buyer_cancelled"))
    return options


def _expired(share: Share, case: Case) -> bool | None:
    if share.expiry is None or case.cancelled_at is None:
        return None
    return share.expiry < japan_day(case.cancelled_at)


def _same_month(case: Case) -> bool | None:
    if case.ordered_on is None or case.cancelled_at is None:
        return None
    return carrier_billing(case.ordered_on, japan_day(case.cancelled_at)).removed


def _cancelled_by(case: Case) -> tuple[str | None, str | None]:
    """Who cancelled and why, None where not known; what only a shop can be short of was cancelled by the shop."""
    if case.cancel is None:
        return None, None
    by = None if case.cancel.by is CancelBy.UNKNOWN else case.cancel.by.value
    cause = None if case.cancel.cause is CauseCode.UNKNOWN else case.cancel.cause.value
    if by is None and case.cancel.cause in SHOP_CAUSES:
        by = CancelBy.SHOP.value
    if by is None and case.cancel.cause is CauseCode.BUYER_REQUEST:
        by = CancelBy.BUYER.value
    return by, cause
