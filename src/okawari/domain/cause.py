"""Why an order was cancelled: the shop's own words first, then what fits.

Candidates are guesses with their grounds, the likeliest first. They stand where the words give no cause, and where the
words are "out of stock" and leave open why. Codes:

| code | fits | how often (as the article on stockouts has it) |
|---|---|---|
| `preorder_cut` | a preorder, by its release or by its words | - |
| `time_lag` | the last pieces, sold twice before the stock was updated | more in sales |
| `shared_stock` | a seller who offers the same pieces in several malls | often |
| `inspection` | the piece failed the check before shipping, and there was no other | sometimes |
| `lost` | the piece was not found in the warehouse | seldom |
| `payment` | a payment problem was told before | - |
| `status_lag` | shipped and cancelled at once: one of the two displays is behind | - |
| `delivery_trouble` | shipped, nothing came: the parcel is stuck or went elsewhere | - |
| `not_handed_over` | shipped by a seller, nothing came: the carrier never got it | - |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from okawari.domain.authenticity import Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.japan_time import japan_day
from okawari.domain.merchant import Merchant
from okawari.domain.message import CancelBy, CauseCode
from okawari.domain.phrase import phrase
from okawari.domain.plan import CauseCandidate, CauseFinding

CANDIDATES = (
    "preorder_cut",
    "time_lag",
    "shared_stock",
    "inspection",
    "lost",
    "payment",
    "status_lag",
    "delivery_trouble",
    "not_handed_over",
)
"""Every code that a candidate can have."""

_PREORDER_WORDING = re.compile(r"予約|発売|pre-?order", re.IGNORECASE)
_PREORDER_TITLE = re.compile(r"[【《\[(（][^】》\])）]{0,10}予約|予約(?:商品|受付)|\bpre-?order\b", re.IGNORECASE)
_SOON = timedelta(days=1)
_AROUND_RELEASE = timedelta(days=14)


def find_cause(case: Case, merchant: Merchant | None = None) -> CauseFinding:
    """Return the cause, never more certain than the evidence; a forged mail gives none."""
    if case.authenticity.verdict is Verdict.PHISHING:
        return CauseFinding(code=CauseCode.UNKNOWN)
    code = case.cancel.cause if case.cancel else CauseCode.UNKNOWN
    wording = case.cancel.wording if case.cancel else ""
    return CauseFinding(code=code, wording=wording, candidates=tuple(_candidates(case, code, merchant)))


def sold_by_a_seller(case: Case, merchant: Merchant | None) -> bool | None:
    """Return whether a seller in a mall sold it (True), the mall itself (False), or nobody said (None)."""
    if merchant is None or not merchant.marketplace:
        return False if merchant else None
    if not case.seller:
        return None
    return not any(word in case.seller.lower() for word in merchant.brand_words)


def _candidates(case: Case, code: CauseCode, merchant: Merchant | None) -> Iterator[CauseCandidate]:
    by_seller = sold_by_a_seller(case, merchant)
    if case.not_arrived:
        yield _candidate("delivery_trouble")
        if by_seller is not False:
            yield _candidate("not_handed_over")
    if case.state is CaseState.CONTRADICTORY:
        yield _candidate("status_lag")
    ended = case.cancelled_at is not None or case.state in {CaseState.CANCELLED, CaseState.REFUND_PENDING}
    by_buyer = case.cancel is not None and case.cancel.by is CancelBy.BUYER
    if ended and case.cancel and not by_buyer and code in {CauseCode.STOCKOUT, CauseCode.UNKNOWN}:
        yield from _of_a_cancel(case, code, by_seller=by_seller)


def _of_a_cancel(case: Case, code: CauseCode, *, by_seller: bool | None) -> Iterator[CauseCandidate]:
    cancelled = japan_day(case.cancelled_at) if case.cancelled_at else None
    if case.release_on and cancelled and abs(cancelled - case.release_on) <= _AROUND_RELEASE:
        yield CauseCandidate(code="preorder_cut", why=phrase("causes.preorder_cut", release=case.release_on))
    elif _is_preorder(case):
        yield _candidate("preorder_cut", "preorder_cut_words")
    if code is CauseCode.UNKNOWN and case.payment_failed_before:
        yield _candidate("payment")
    if case.ordered_on and cancelled and case.ordered_on <= cancelled <= case.ordered_on + _SOON:
        yield _candidate("time_lag", "time_lag_soon")
    elif case.ordered_on and in_black_friday_week(case.ordered_on):
        yield _candidate("time_lag", "time_lag_sale")
    else:
        yield _candidate("time_lag")
    if by_seller is not False:
        yield _candidate("shared_stock", "shared_stock" if by_seller else "shared_stock_if_seller")
    yield _candidate("inspection")
    yield _candidate("lost")


def _is_preorder(case: Case) -> bool:
    if case.cancel is not None and _PREORDER_WORDING.search(case.cancel.wording):
        return True
    return any(_PREORDER_TITLE.search(item.title) for item in case.cancelled_items)


def in_black_friday_week(day: date) -> bool:
    """Return whether the day lies in the week of Black Friday, from the Friday before to the Monday after."""
    first = date(day.year, 11, 1)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    friday = thursday + timedelta(days=1)
    return friday - timedelta(days=7) <= day <= friday + timedelta(days=3)


def _candidate(code: str, key: str = "") -> CauseCandidate:
    return CauseCandidate(code=code, why=phrase(f"causes.{key or code}"))
