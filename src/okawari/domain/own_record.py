"""The shopper's own record: who cancelled, where and when, and what counts against a buyer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case
from okawari.domain.cause import sold_by_a_seller
from okawari.domain.japan_time import japan_day
from okawari.domain.merchant import Merchant
from okawari.domain.message import SHOP_CAUSES, Cancel, CancelBy, CauseCode
from okawari.domain.plan import Plan


class Who(StrEnum):
    """Who cancelled: `shop` also for a mall that sells itself, `shop_or_seller` where nobody said who sold, `unknown` who cancelled.

    `me_asked` is the shopper at the wish of a seller, whose own rate such a cancel does not touch. Source: MKT-MET-02.
    """

    SHOP = "shop"
    SELLER = "seller"
    SHOP_OR_SELLER = "shop_or_seller"
    ME = "me"
    ME_ASKED = "me_asked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancels:
    """How many orders were cancelled, wholly or in part, at one mall in one year (in Japan), and by whom."""

    merchant: str | None
    year: int
    by: Mapping[Who, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CancellingSeller:
    """A seller who cancelled on the shopper: how often, how often for stockout, last on which day, which orders.

    `again` counts the orders whose thing they had on sale again, as looks and mails tell: it says nothing of why.
    """

    merchant: str | None
    seller: str
    cancels: int
    stockouts: int
    last: date
    orders: tuple[str, ...]
    again: int = 0


@dataclass(frozen=True, slots=True)
class Saying:
    """What counts against a buyer, or does not: words under `record.says_<code>`, its rule (None: no rule) and grade."""

    code: str
    rule: str | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRecord:
    """The whole record; `undated` counts cancels of which nobody knows the day, in no year."""

    cancels: tuple[Cancels, ...]
    sellers: tuple[CancellingSeller, ...]
    undated: int
    sayings: tuple[Saying, ...]


SAYINGS = (
    Saying("stockout", None, "article"),
    Saying("own_many", None, "article"),
    Saying("own_rate", "MKT-MET-02", "official"),
    Saying("own_points", "REF-RAK-POINT-04", "official"),
    Saying("other_malls", None, "none"),
)
"""The article speaks of Amazon only; how other malls count is not known."""


def own_record(plans: Iterable[Plan], merchants: Mapping[str, Merchant], year: int | None = None) -> OwnRecord:
    """Return the record of all cancels, or of one year; forged mails are no cancels."""
    counted: dict[tuple[str | None, int], Counter[Who]] = {}
    by_seller: dict[tuple[str | None, str], list[Case]] = {}
    undated = 0
    for plan in plans:
        case = plan.case
        if case.authenticity.verdict is Verdict.PHISHING or case.cancel is None:
            continue
        if case.cancelled_at is None:
            undated += _is_done(case)
            continue
        day = japan_day(case.cancelled_at)
        if year is not None and day.year != year:
            continue
        who = _who(case, merchants.get(case.merchant or ""))
        counted.setdefault((case.merchant, day.year), Counter())[who] += 1
        if who is Who.SELLER and case.seller:
            by_seller.setdefault((case.merchant, case.seller), []).append(case)
    return OwnRecord(
        cancels=tuple(
            Cancels(merchant=merchant, year=when, by={who: by[who] for who in Who})
            for (merchant, when), by in sorted(counted.items(), key=lambda one: (-one[0][1], one[0][0] or "~"))
        ),
        sellers=tuple(sorted(map(_seller, by_seller.values()), key=lambda one: (-one.cancels, one.seller))),
        undated=undated,
        sayings=SAYINGS,
    )


def _is_done(case: Case) -> bool:
    return case.state.value in {"cancelled", "refund_pending", "refunded"}


def _who(case: Case, merchant: Merchant | None) -> Who:
    cancel = case.cancel or Cancel()
    by = CancelBy.SHOP if cancel.by is CancelBy.UNKNOWN and cancel.cause in SHOP_CAUSES else cancel.by
    if by is CancelBy.BUYER:
        return Who.ME_ASKED if case.asked_to_cancel else Who.ME
    if by is CancelBy.PLATFORM:
        return Who.SHOP
    if by is CancelBy.UNKNOWN:
        return Who.UNKNOWN
    sold = sold_by_a_seller(case, merchant)
    return Who.SHOP_OR_SELLER if sold is None else Who.SELLER if sold else Who.SHOP


def _seller(cases: list[Case]) -> CancellingSeller:
    days = [japan_day(case.cancelled_at) for case in cases if case.cancelled_at]
    return CancellingSeller(
        merchant=cases[0].merchant,
        seller=cases[0].seller or "",
        cancels=len(cases),
        stockouts=sum(case.cancel is not None and case.cancel.cause is CauseCode.STOCKOUT for case in cases),
        last=max(days),
        orders=tuple(case.order for case in cases),
        again=sum(case.offered_again is not None for case in cases),
    )
