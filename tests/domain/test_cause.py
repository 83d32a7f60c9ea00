"""The shop's words first; guesses with their grounds, and never more certain than the evidence."""

from datetime import date

import pytest

from okawari.domain.cause import CANDIDATES, find_cause, in_black_friday_week
from okawari.domain.facts import OrderPlaced
from okawari.domain.fold import fold
from okawari.domain.merchant import Merchant
from okawari.domain.message import CauseCode

from . import say

MALL = Merchant(
    id="amazon_jp", kind="shop", name_ja="Amazon", name_en="Amazon", marketplace=True, brand_words=("amazon",)
)
SHOP = Merchant(id="yodobashi", kind="shop", name_ja="ヨドバシ", name_en="Yodobashi")


def finding(*facts, merchant=MALL):
    (case,) = fold(facts)
    return find_cause(case, merchant)


def codes(*facts, merchant=MALL):
    return [candidate.code for candidate in finding(*facts, merchant=merchant).candidates]


@pytest.mark.parametrize("cause", list(CauseCode))
def test_the_words_of_the_shop_go_first(cause):
    found = finding(say.cancelled(cause=cause))
    assert found.code is cause
    assert bool(found.candidates) is (cause in {CauseCode.STOCKOUT, CauseCode.UNKNOWN})


def test_a_stockout_leaves_open_why():
    assert codes(say.cancelled()) == ["time_lag", "shared_stock", "inspection", "lost"]


def test_a_shop_that_sells_itself_shares_no_stock_with_sellers():
    assert "shared_stock" not in codes(say.cancelled(), merchant=SHOP)
    assert "shared_stock" not in codes(_placed(seller="Amazon.co.jp"), say.cancelled())
    found = finding(_placed(seller="家電の山田"), say.cancelled())
    assert [c.why.key for c in found.candidates if c.code == "shared_stock"] == ["causes.shared_stock"]


def test_a_cancel_soon_after_the_order_speaks_for_a_time_lag():
    assert _lag(_placed(ordered_on=date(2026, 11, 23)), say.cancelled()) == "causes.time_lag_soon"
    assert _lag(_placed(ordered_on=date(2026, 11, 1)), say.cancelled()) == "causes.time_lag"
    assert _lag(_placed(ordered_on=date(2026, 11, 21)), say.cancelled(hours=90)) == "causes.time_lag_sale"


def test_a_preorder_cut_is_thought_of_around_the_release():
    assert codes(_placed(release_on=date(2026, 11, 25)), say.cancelled())[0] == "preorder_cut"
    assert codes(say.cancelled(say.item("【予約】限定フィギュア", 18700)))[0] == "preorder_cut"
    assert "preorder_cut" not in codes(say.cancelled(say.item("予約録画のできるテレビ", 18700)))
    assert "preorder_cut" not in codes(_placed(release_on=date(2027, 6, 1)), say.cancelled())


def test_a_payment_problem_before_counts_only_where_no_cause_is_given():
    assert "payment" in codes(say.payment_failed(), say.cancelled(cause=CauseCode.UNKNOWN))
    assert "payment" not in codes(say.payment_failed(), say.cancelled())


def test_a_contradiction_may_be_a_display_that_is_behind():
    assert codes(say.shipped(), say.cancelled())[0] == "status_lag"


def test_what_does_not_come_may_be_stuck_or_never_handed_over():
    assert codes(say.shipped(), say.told(not_arrived=True)) == ["delivery_trouble", "not_handed_over"]
    assert codes(say.shipped(), say.told(not_arrived=True), merchant=SHOP) == ["delivery_trouble"]


def test_a_forged_mail_gives_no_cause():
    assert finding(say.forged()) == find_cause(fold([say.forged()])[0], None)
    assert finding(say.forged()).candidates == ()


def test_an_order_that_lives_has_no_cause():
    assert codes(say.placed(), say.delayed()) == []


def test_every_candidate_has_a_listed_code():
    listed = [
        codes(say.cancelled()),
        codes(say.shipped(), say.cancelled()),
        codes(say.shipped(), say.told(not_arrived=True)),
    ]
    assert {code for one in listed for code in one} <= set(CANDIDATES)


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        ((2026, 11, 19), False),
        ((2026, 11, 20), True),
        ((2026, 11, 30), True),
        ((2026, 12, 1), False),
        ((2024, 11, 29), True),
    ],
)
def test_the_week_of_black_friday(day, inside):
    assert in_black_friday_week(date(*day)) is inside


def _placed(**more):
    placed = say.placed(say.item("電池", 500))
    return OrderPlaced(
        merchant=placed.merchant,
        order=placed.order,
        at=placed.at,
        provenance=placed.provenance,
        part=say.part(say.item("電池", 500), **more),
    )


def _lag(*facts):
    return next(c.why.key for c in finding(*facts).candidates if c.code == "time_lag")
