"""What a partial cancel changes for what is left of the order."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from okawari.domain.condition import Benefit, Condition
from okawari.domain.message import Cancel, CancelBy
from okawari.domain.money import Money
from okawari.domain.refund import Asked
from okawari.domain.told import condition_told
from okawari.i18n import say as say_text
from okawari.services.rescue import plan_facts
from tests.domain import say

A, B = say.item("A", 2000), say.item("B", 2500)
LINE = ("free_shipping_lost", "free_shipping_lost_if_joined", "free_shipping_unknown", "coupon_minimum_unknown")


def changed(*items, gone=(A,), merchant="amazon_jp", partial=True, payments=(), **more):
    facts = (
        say.placed(*items, total=4500, payments=payments, merchant=merchant, **more),
        say.cancelled(*gone, partial=partial, merchant=merchant),
    )
    (plan,) = plan_facts(facts, Asked(on=date(2026, 11, 25)))
    listed = (("lost", plan.lost), ("unknowns", plan.unknowns))
    return {
        (part, one.key.removeprefix("refunds.")): dict(one.values)
        for part, phrases in listed
        for one in phrases
        if one.key.endswith(LINE)
    }


def test_what_is_left_below_the_line_is_told_with_the_rule():
    (found,) = changed(A, B).values()
    assert (found["left"].plain(), found["line"].plain(), found["rule"]) == ("2500", "3500", "SHP-AMZ-01")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"items": (A, say.item("C", 1000)), "gone": (A,)}, []),
        ({"items": (A, say.item("C", 9000)), "gone": (A,)}, []),
        ({"items": (A, B), "gone": (), "partial": False}, []),
        ({"items": (A, say.item("C")), "gone": (A,)}, [("unknowns", "free_shipping_unknown")]),
        ({"items": (A, B), "gone": (A,)}, [("lost", "free_shipping_lost")]),
        (
            {"items": (A, B, B), "gone": (A, B), "merchant": "rakuten"},
            [("lost", "free_shipping_lost_if_joined")],
        ),
        ({"items": (A, B), "merchant": "yodobashi"}, []),
        (
            {"items": (A, B), "merchant": "mercari", "payments": (say.paid("coupon", 500),)},
            [("unknowns", "coupon_minimum_unknown")],
        ),
    ],
)
def test_only_what_is_known(given, told):
    items = given.pop("items")
    assert list(changed(*items, **given)) == told


def yen(amount):
    return None if amount is None else Money(Decimal(amount))


def told(*conditions, gone=(), partial=False, payments=(), by=CancelBy.SHOP):
    """Return what is said to be lost and the drafts that ask for it, of an order of 4,500 yen with told conditions."""
    facts = (
        say.placed(A, B, total=4500, payments=payments, merchant="mercari"),
        replace(say.cancelled(*gone, partial=partial, merchant="mercari"), cancel=Cancel(by=by)),
    )
    (plan,) = plan_facts(facts, Asked(on=date(2026, 11, 25)))
    said = [
        condition_told(plan.case, one, datetime(2026, 11, 25, hour, tzinfo=UTC), withdrawn=withdrawn)
        for hour, (one, withdrawn) in enumerate(conditions)
    ]
    (plan,) = plan_facts((*facts, *said), Asked(on=date(2026, 11, 25)))
    listed = {"broken": plan.lost, "kept": plan.unaffected, "never": plan.unaffected, "open": plan.unknowns}
    found = {
        outcome: one
        for outcome, phrases in listed.items()
        for one in phrases
        if one.key == f"refunds.condition_{outcome}"
    }
    every = [one for phrases in (plan.lost, plan.unaffected, plan.unknowns) for one in phrases]
    assert len(found) == sum(".condition_" in one.key for one in every)
    return found, [step.draft for step in plan.steps if step.code == "ask_condition"]


def condition(minimum, left=None, worth=None, benefit=Benefit.COUPON, name=""):
    return Condition(benefit=benefit, minimum=yen(minimum), left=yen(left), worth=yen(worth), name=name)


@pytest.mark.parametrize(
    ("minimum", "left", "outcome", "asks"),
    [
        (5000, 4999, "broken", 1),
        (5000, 5000, "kept", 0),
        (5000, 0, "never", 0),
        (4500, 0, "broken", 1),
        (5000, 500, "broken", 1),
        (5000, 499, "never", 0),
        (5000, None, "open", 0),
    ],
)
@pytest.mark.parametrize("benefit", list(Benefit))
def test_a_condition_is_reckoned_to_the_yen(minimum, left, outcome, asks, benefit):
    found, drafts = told((condition(minimum, left, 700, benefit), False))
    assert (list(found), len(drafts)) == ([outcome], asks)
    if outcome == "broken":
        assert found[outcome].values["short"] == yen(minimum - left)
        assert found[outcome].values["loss"].values["worth"] == yen(700)
        assert "700円" in say_text(drafts[0].body, "ja")


def test_what_mails_tell_fills_what_the_person_leaves_open():
    coupon = (say.paid("coupon", 300),)
    found, _ = told((condition(3000), False), gone=(A,), partial=True, payments=coupon)
    broken = found["broken"].values
    assert (broken["left"], broken["short"], broken["loss"].values["worth"]) == (yen(2500), yen(500), yen(300))


def test_the_latest_word_counts_and_names_tell_coupons_apart():
    found, _ = told((condition(9000, 0), False), (condition(4500, 4500), False))
    assert list(found) == ["kept"]
    found, _ = told((condition(4500, 4500), False), (condition(4500, 4500), True))
    assert found == {}
    found, _ = told((condition(4500, 4500, name="a"), False), (condition(4500, name="b"), False))
    assert list(found) == ["kept", "open"]


def test_a_buyer_who_cancelled_asks_for_nothing():
    found, drafts = told((condition(4500, 0), False), by=CancelBy.BUYER)
    assert (list(found), drafts) == (["broken"], [])


def test_a_told_coupon_is_not_called_unknown_any_more():
    facts = (
        say.placed(A, B, total=4500, payments=(say.paid("coupon", 500),), merchant="mercari"),
        say.cancelled(A, partial=True, merchant="mercari"),
    )
    (plan,) = plan_facts(facts, Asked(on=date(2026, 11, 25)))
    assert "refunds.coupon_minimum_unknown" in [one.key for one in plan.unknowns]
    said = condition_told(plan.case, condition(2000), datetime(2026, 11, 25, tzinfo=UTC))
    (plan,) = plan_facts((*facts, said), Asked(on=date(2026, 11, 25)))
    assert [one.key for one in plan.unaffected] == ["refunds.condition_kept"]
    assert "refunds.coupon_minimum_unknown" not in [one.key for one in plan.unknowns]
    assert plan.lost == ()
