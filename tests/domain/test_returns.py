"""All the money on its way back, by where it stands, by way of paying and by month."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from okawari.domain.money import Money, yen
from okawari.domain.payment import parse_paid_by
from okawari.domain.plan import RefundLeg, Seen, SeenRow
from okawari.domain.refund import Asked
from okawari.domain.returns import Standing, returns_of, standing_of
from okawari.services.rescue import plan_facts
from tests.domain import say

TODAY = date(2026, 12, 24)


def leg(**more):
    known = {
        "amount": yen(1000),
        "rule": "R",
        "destination": "original_card",
        "latest": date(2027, 1, 8),
        "remind_on": date(2026, 12, 24),
        "overdue_on": date(2027, 1, 23),
    }
    return RefundLeg(method="credit_card", **(known | more))


ROW = SeenRow(account="visa", wording="AMAZON", on=date(2026, 12, 20), amount=yen(1000))


@pytest.mark.parametrize(
    ("share", "on", "standing"),
    [
        (leg(), date(2026, 12, 23), Standing.COMING),
        (leg(), date(2026, 12, 24), Standing.DUE),
        (leg(), date(2027, 1, 23), Standing.OVERDUE),
        (leg(seen=Seen(ground="same_amount", rows=(ROW,))), date(2027, 1, 23), Standing.RETURNED),
        (leg(latest=None), date(2027, 1, 23), Standing.UNKNOWN),
        (leg(destination="lost"), TODAY, Standing.NOTHING),
    ],
)
def test_a_share_stands_where_its_days_say(share, on, standing):
    assert standing_of(share, on) is standing


def plans(*facts, paid="credit_card", captured=True):
    return plan_facts(facts, Asked(on=TODAY, paid_by=(parse_paid_by(paid),), captured=captured))


def test_shares_are_summed_up_by_standing_method_and_month():
    found = returns_of(
        [
            *plans(say.placed(say.item("A", 3000), total=3000), say.cancelled(hours=24)),
            *plans(say.placed(say.item("B", 500), total=500), say.cancelled(hours=24), paid="amazon_gift_balance"),
        ],
        TODAY,
    )
    assert [(one.standing, one.leg.amount) for one in found.all] == [
        (Standing.OVERDUE, yen(500)),
        (Standing.DUE, yen(3000)),
    ]
    assert {one.name: one.amounts for one in found.by_standing} == {"overdue": (yen(500),), "due": (yen(3000),)}
    assert {one.name: one.amounts for one in found.by_method} == {
        "amazon_gift_balance": (yen(500),),
        "credit_card": (yen(3000),),
    }
    assert (found.owed.amounts, found.owed.count) == ((yen(3500),), 2)
    assert [one.name for one in found.by_month] == sorted(one.name for one in found.by_month)


@pytest.mark.parametrize(("on", "expected"), [(8, 12), (12, 12), (13, 26)])
def test_a_share_is_expected_on_its_usual_day_and_after_that_by_its_last(on, expected):
    (plan,) = plans(say.placed(say.item("A", 3000), total=3000), say.cancelled(hours=24))
    plan = replace(plan, refunds=(leg(typical=date(2027, 1, 12), latest=date(2027, 1, 26)),))
    found = returns_of([plan], date(2027, 1, on))
    assert [one.on for one in found.all] == [date(2027, 1, expected)]


def test_what_was_seen_is_returned_and_waited_for_no_more():
    seen = plans(say.placed(say.item("A", 3000), total=3000), say.cancelled(hours=24), say.seen())
    found = returns_of(seen, TODAY)
    assert [one.name for one in found.by_standing] == ["returned"]
    assert found.by_method == found.by_month == ()
    assert (found.owed.amounts, found.owed.count) == ((), 0)


def test_a_share_of_unknown_amount_is_counted_and_not_summed():
    (total,) = returns_of(plans(say.cancelled()), TODAY).by_standing
    assert (total.amounts, total.count, total.open) == ((), 1, 1)


def test_currencies_are_never_mixed():
    dollars = Money(Decimal("6.13"), "USD")
    one = plans(say.placed(say.item("A", 3000), total=3000), say.cancelled(hours=24))[0]
    other = replace(one, refunds=(replace(one.refunds[0], amount=dollars),))
    (total,) = returns_of([one, other], TODAY).by_method
    assert set(total.amounts) == {yen(3000), dollars}


def test_a_forged_mail_promises_nothing():
    assert returns_of(plans(say.forged()), TODAY).all == ()
