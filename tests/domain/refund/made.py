"""Cases and plans for the refund tests."""

from datetime import date, datetime

import jpholiday

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.japan_time import JAPAN
from okawari.domain.message import Cancel, CancelBy, CauseCode
from okawari.domain.money import yen
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked, plan_refunds
from okawari.rules.loader import rules

STOCKOUT = Cancel(by=CancelBy.SHOP, cause=CauseCode.STOCKOUT)
CANCELLED_AT = datetime(2026, 11, 18, 10, 0, tzinfo=JAPAN)
ON = date(2026, 11, 18)


def cancelled(merchant="amazon_jp", **changes):
    """A wholly cancelled order of 1,010 yen, ordered three days before."""
    fields = {
        "merchant": merchant,
        "order": "250-1234567-1234567",
        "state": CaseState.CANCELLED,
        "authenticity": Authenticity(Verdict.UNPROVEN),
        "amount_due": yen(1010),
        "ordered_on": date(2026, 11, 15),
        "cancelled_at": CANCELLED_AT,
        "cancel": STOCKOUT,
    }
    return Case(**(fields | changes))


def planned(case, *paid_by, **asked):
    """The legs for a case paid as the texts say."""
    ways = tuple(parse_paid_by(text) for text in paid_by)
    return plan_refunds(
        case,
        Asked(**({"on": ON} | asked), paid_by=ways),
        rules("refund") + rules("payment-network"),
        jpholiday.is_holiday,
    )
