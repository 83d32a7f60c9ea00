"""What a partial cancel changes for what is left of the order."""

from datetime import date

import pytest

from okawari.domain.refund import Asked
from okawari.services.rescue import plan_facts
from tests.domain import say

A, B = say.item("A", 2000), say.item("B", 2500)
LINE = ("free_shipping_lost", "free_shipping_lost_if_joined", "free_shipping_unknown", "coupon_minimum_unknown")


def lost(*items, gone=(A,), merchant="amazon_jp", partial=True, payments=(), **more):
    facts = (
        say.placed(*items, total=4500, payments=payments, merchant=merchant, **more),
        say.cancelled(*gone, partial=partial, merchant=merchant),
    )
    (plan,) = plan_facts(facts, Asked(on=date(2026, 11, 25)))
    return {one.key.removeprefix("refunds."): dict(one.values) for one in plan.lost if one.key.endswith(LINE)}


def test_what_is_left_below_the_line_is_told_with_the_rule():
    (found,) = lost(A, B).values()
    assert (found["left"].plain(), found["line"].plain(), found["rule"]) == ("2500", "3500", "SHP-AMZ-01")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"items": (A, say.item("C", 1000)), "gone": (A,)}, []),
        ({"items": (A, say.item("C", 9000)), "gone": (A,)}, []),
        ({"items": (A, B), "gone": (), "partial": False}, []),
        ({"items": (A, say.item("C")), "gone": (A,)}, ["free_shipping_unknown"]),
        ({"items": (A, B, B), "gone": (A, B), "merchant": "rakuten"}, ["free_shipping_lost_if_joined"]),
        ({"items": (A, B), "merchant": "yodobashi"}, []),
        ({"items": (A, B), "merchant": "mercari", "payments": (say.paid("coupon", 500),)}, ["coupon_minimum_unknown"]),
    ],
)
def test_only_what_is_known(given, told):
    items = given.pop("items")
    assert list(lost(*items, **given)) == told
