"""Who cancelled, where and when."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from okawari.domain.authenticity import Authenticity, Verdict
from okawari.domain.case import Case, CaseState
from okawari.domain.message import Cancel, CancelBy, CauseCode
from okawari.domain.own_record import Who, own_record
from okawari.domain.plan import CauseFinding, Plan
from okawari.rules.loader import rule
from okawari.sources.registry import merchants

CASE = Case(
    merchant="amazon_jp",
    order="250-0000001-0000001",
    state=CaseState.CANCELLED,
    authenticity=Authenticity(Verdict.GENUINE),
    seller="某商店",
    cancelled_at=datetime(2026, 11, 20, tzinfo=UTC),
    cancel=Cancel(by=CancelBy.SHOP, cause=CauseCode.STOCKOUT),
)


def plan(**change):
    return Plan(case=replace(CASE, **change), on=date(2026, 11, 24), cause=CauseFinding(code=CauseCode.UNKNOWN))


def record(*plans, year=None):
    return own_record(plans, merchants(), year)


@pytest.mark.parametrize(
    ("change", "who"),
    [
        ({}, Who.SELLER),
        ({"seller": "Amazon.co.jp"}, Who.SHOP),
        ({"seller": None}, Who.SHOP_OR_SELLER),
        ({"seller": None, "cancel": Cancel(cause=CauseCode.STOCKOUT)}, Who.SHOP_OR_SELLER),
        ({"cancel": Cancel(cause=CauseCode.STOCKOUT)}, Who.SELLER),
        ({"cancel": Cancel(cause=CauseCode.PAYMENT)}, Who.UNKNOWN),
        ({"merchant": "yodobashi", "seller": None}, Who.SHOP),
        ({"cancel": Cancel(by=CancelBy.BUYER)}, Who.ME),
        ({"cancel": Cancel(by=CancelBy.BUYER), "asked_to_cancel": True}, Who.ME_ASKED),
        ({"cancel": Cancel(by=CancelBy.PLATFORM)}, Who.SHOP),
        ({"cancel": Cancel()}, Who.UNKNOWN),
    ],
)
def test_who_cancelled(change, who):
    (one,) = record(plan(**change)).cancels
    assert {party: count for party, count in one.by.items() if count} == {who: 1}


def test_a_year_is_one_in_japan():
    eve = datetime(2026, 12, 31, 16, tzinfo=UTC)
    assert [(one.year, sum(one.by.values())) for one in record(plan(), plan(cancelled_at=eve)).cancels] == [
        (2027, 1),
        (2026, 1),
    ]
    assert [one.year for one in record(plan(), plan(cancelled_at=eve), year=2027).cancels] == [2027]


def test_a_seller_who_cancelled_is_remembered_with_the_orders():
    later = datetime(2026, 11, 22, tzinfo=UTC)
    other = Cancel(by=CancelBy.SHOP, cause=CauseCode.ADDRESS)
    (seller,) = record(plan(), plan(order="2", cancelled_at=later, cancel=other), plan(order="3", seller=None)).sellers
    assert (seller.seller, seller.cancels, seller.stockouts, seller.last) == ("某商店", 2, 1, date(2026, 11, 22))
    assert seller.orders == (CASE.order, "2")


def test_a_forged_cancel_a_request_and_a_living_order_are_no_cancels():
    forged = Authenticity(Verdict.PHISHING)
    asked = plan(state=CaseState.CANCELLING, cancelled_at=None)
    found = record(plan(authenticity=forged), asked, plan(cancel=None, cancelled_at=None, state=CaseState.ORDERED))
    assert (found.cancels, found.sellers, found.undated) == ((), (), 0)


def test_a_cancel_without_a_day_is_counted_apart():
    assert (record(plan(cancelled_at=None)).undated, record(plan(cancelled_at=None)).cancels) == (1, ())


def test_what_counts_names_rules_that_there_are_with_their_grade():
    for saying in record().sayings:
        found = rule(saying.rule) if saying.rule else None
        assert (found.evidence if found else saying.evidence) == saying.evidence
        assert found is not None or saying.evidence in {"article", "none"}
