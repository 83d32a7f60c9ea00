"""A buyer who cancels at a seller's request did not wish it: it is marked, and what it costs is said."""

from dataclasses import replace
from datetime import date

import pytest

from okawari.domain.fold import fold
from okawari.domain.message import Cancel, CancelBy, CauseCode
from okawari.domain.payment import parse_paid_by
from okawari.domain.refund import Asked
from okawari.services.rescue import plan_facts
from tests.domain import say

RAKUTEN = "318204-20261111-0123450678"


def story(*, by=CancelBy.BUYER, asked=CancelBy.SHOP, cancelled=10, **place):
    cause = CauseCode.BUYER_REQUEST if by is CancelBy.BUYER else CauseCode.STOCKOUT
    return (
        say.placed(say.item("A", 3000), total=3000, **place),
        say.requested(hours=6, by=asked, **place),
        replace(say.cancelled(hours=cancelled, **place), cancel=Cancel(by=by, cause=cause)),
    )


@pytest.mark.parametrize(
    ("change", "marked"),
    [({}, True), ({"asked": CancelBy.BUYER}, False), ({"by": CancelBy.SHOP}, False), ({"cancelled": 5}, False)],
)
def test_a_cancel_after_a_sellers_request_is_marked(change, marked):
    (case,) = fold(story(**change))
    assert case.asked_to_cancel is marked


def test_at_amazon_the_sellers_rate_is_told_and_a_draft_says_who_asked():
    (plan,) = plan_facts(story(), Asked(on=date(2026, 11, 25), paid_by=(parse_paid_by("credit_card"),)))
    assert "refunds.asked_to_cancel_rate" in {one.key for one in plan.lost}
    (step,) = [step for step in plan.steps if step.code == "tell_asked_to_cancel"]
    assert step.draft
    assert step.draft.to == "support"
    assert "confirm_own_request" not in {one.code for one in plan.steps}


def test_at_rakuten_the_points_that_would_have_come_back_are_told():
    told = story(order=RAKUTEN, merchant="rakuten")
    (plan,) = plan_facts(
        told, Asked(on=date(2026, 11, 25), paid_by=(parse_paid_by("rakuten_points:limited@2026-11-01"),))
    )
    assert [leg.rule for leg in plan.refunds] == ["REF-RAK-POINT-04"]
    assert next(one.key for one in plan.lost) == "refunds.asked_to_cancel_points"
