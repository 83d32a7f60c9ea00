"""Rows of accounts against what was expected back: what is taken, what is asked, what is left."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.matching import Charge, Expected, Ground, Row, match_ledger
from tests.ledgers import ledger

DAY = date(2026, 11, 1)


def expected(key="e", amount=1010, *, after=0, for_days=60, **more):
    earliest = DAY + timedelta(days=after)
    return Expected(
        key=key, payee="amazon_jp", amount=amount, earliest=earliest, latest=earliest + timedelta(days=for_days), **more
    )


def row(key="r", amount=1010, day=5, **more):
    return Row(key=key, payee="amazon_jp", amount=amount, on=DAY + timedelta(days=day), **more)


def taken(matched):
    return {(match.expected, match.rows): match.ground for match in matched.matches}


def asked(matched):
    return {question.expected: set(question.choices) for question in matched.questions}


def test_a_row_of_the_same_amount_payee_and_time_is_the_money():
    assert taken(match_ledger([expected()], [row()])) == {(("e",), ("r",)): Ground.SAME_AMOUNT}


@pytest.mark.parametrize(
    "other",
    [
        row(amount=1011),
        row(day=-1),
        row(day=61),
        replace(row(), payee="rakuten"),
        replace(row(), currency="USD"),
        row(account="jcb"),
        row(order="250-1234567-7654321"),
    ],
    ids=["amount", "before", "after", "payee", "currency", "account", "order"],
)
def test_any_other_row_is_not(other):
    one = expected(account="visa", order="250-0000000-0000000")
    matched = match_ledger([one], [other])
    assert (matched.matches, matched.questions) == ((), ())


def test_a_row_that_names_the_order_goes_before_one_of_the_same_amount():
    one = expected(order="250-0000000-0000000")
    matched = match_ledger([one], [row("other"), row("named", order=one.order)])
    assert taken(matched) == {(("e",), ("named",)): Ground.NAMED}


def test_rows_that_name_the_order_count_only_when_they_come_to_the_amount():
    one = expected(amount=3000, order="250-0000000-0000000")
    part = row("a", 1000, order=one.order)
    assert not match_ledger([one], [part]).matches
    both = match_ledger([one], [part, row("b", 2000, order=one.order)])
    assert taken(both) == {(("e",), ("a", "b")): Ground.NAMED}


def test_two_alike_with_two_rows_are_seen_without_saying_which_is_whose():
    matched = match_ledger([expected("a"), expected("b")], [row("x"), row("y", day=6)])
    assert taken(matched) == {(("a", "b"), ("x", "y")): Ground.SAME_AMOUNT}


def test_two_alike_with_one_row_are_asked():
    matched = match_ledger([expected("a"), expected("b")], [row("x")])
    assert matched.matches == ()
    assert asked(matched) == {"a": {("x",)}, "b": {("x",)}}


def test_of_two_alike_the_one_whose_time_fits_is_seen():
    matched = match_ledger([expected("old", for_days=10), expected("new", after=20)], [row("x", day=3)])
    assert matched.seen() == {"old"}
    assert matched.questions == ()


def test_one_with_two_rows_of_its_amount_is_asked():
    assert asked(match_ledger([expected()], [row("x"), row("y", day=9)])) == {"e": {("x",), ("y",)}}


def test_a_chain_of_alike_orders_leaves_nobody_out_by_greed():
    matched = match_ledger(
        [expected("a", for_days=10), expected("b", for_days=20), expected("c", after=15)],
        [row("x", day=5), row("y", day=16), row("z", day=30)],
    )
    assert matched.seen() == {"a", "b", "c"}


def test_a_refund_in_several_rows():
    matched = match_ledger([expected(amount=3000)], [row("a", 1000), row("b", 2000, day=6), row("far", 2000, day=40)])
    assert taken(matched) == {(("e",), ("a", "b")): Ground.SUM_OF_ROWS}


def test_a_refund_in_rows_as_far_apart_as_the_cancels():
    rows = [row("a", 400, day=2), row("b", 610, day=18)]
    assert match_ledger([expected()], rows).matches == ()
    one = expected(spread=timedelta(days=14))
    assert taken(match_ledger([one], rows)) == {(("e",), ("a", "b")): Ground.SUM_OF_ROWS}


def test_two_ways_to_sum_up_are_asked():
    matched = match_ledger([expected(amount=3000)], [row("a", 1000), row("b", 2000), row("c", 2000, day=6)])
    assert asked(matched) == {"e": {("a", "b"), ("a", "c")}}


def test_rows_of_two_accounts_are_no_refund_in_parts():
    matched = match_ledger([expected(amount=3000)], [row("a", 1000, account="visa"), row("b", 2000, account="jcb")])
    assert matched.matches == ()


def test_several_refunds_in_one_row():
    matched = match_ledger([expected("a", 1000), expected("b", 2000, after=1)], [row("x", 3000)])
    assert taken(matched) == {(("a", "b"), ("x",)): Ground.SUM_OF_ORDERS}


def test_a_sum_that_explains_more_opens_a_match_that_was_one_of_the_amount_alone():
    matched = match_ledger([expected("a", 1000), expected("b", 2000), expected("c", 3000)], [row("x", 3000)])
    assert matched.matches == ()
    assert asked(matched) == {"a": {("x",)}, "b": {("x",)}, "c": {("x",)}}


def test_a_refund_taken_off_the_next_bill():
    bill = Charge(key="bill", payee="amazon_jp", amount=4000, on=DAY + timedelta(days=5))
    price = Charge(key="next", payee="amazon_jp", amount=5010, on=DAY + timedelta(days=4))
    matched = match_ledger([expected()], [], [bill], [price])
    assert taken(matched) == {(("e",), ("bill",)): Ground.NETTED}
    assert matched.matches[0].orders_charged == ("next",)
    explained = Charge(key="own", payee="amazon_jp", amount=5010, on=DAY + timedelta(days=6))
    assert match_ledger([expected()], [], [bill, explained], [price]).matches == ()


@pytest.mark.parametrize(
    ("rows", "bills"),
    [
        ([row()], ()),
        ([row(order="250-1234567-1234567")], ()),
        ([row("r1", 500), row("r2", 510)], ()),
        ([row(amount=3010)], ()),
        ([], [Charge(key="bill", payee="amazon_jp", amount=3990, on=DAY + timedelta(days=6))]),
    ],
    ids=["same amount", "named", "sum of rows", "sum of orders", "netted"],
)
def test_rows_that_the_person_refused_are_neither_taken_nor_asked_again(rows, bills):
    price = Charge(key="next", payee="amazon_jp", amount=5000, on=DAY + timedelta(days=5))
    named = expected(order="250-1234567-1234567")
    other = [expected("other", 2000)] if any(one.amount == 3010 for one in rows) else []
    found = match_ledger([named, *other], rows, bills, [price] if bills else [])
    assert any("e" in match.expected for match in found.matches)
    refused = frozenset(one.key for one in (*rows, *bills))
    found = match_ledger([replace(named, refused=refused), *other], rows, bills, [price] if bills else [])
    assert found.matches == found.questions == ()


@pytest.mark.parametrize(
    ("stranger", "one", "questions"),
    [
        (row(), expected(unnamed=True), {"e": {("r",)}}),
        (row(), expected(), {}),
        (row(amount=1011), expected(unnamed=True), {}),
        (row(day=-1), expected(unnamed=True), {}),
        (row(), expected(unnamed=True, refused=frozenset("r")), {}),
        (row(order="250-0000000-0000000"), expected(unnamed=True, order="250-1111111-1111111"), {}),
    ],
    ids=["asked", "name is known", "amount", "before", "refused", "order"],
)
def test_a_row_of_an_unknown_name_is_asked_about_where_nobody_knows_how_the_shop_is_written(stranger, one, questions):
    one = replace(one, payee="rakuten/card")
    found = match_ledger([one], [replace(stranger, payee="/card")])
    assert (found.matches, asked(found)) == ((), questions)
    own = replace(stranger, key="own", payee="rakuten/card")
    found = match_ledger([one], [replace(stranger, payee="/card"), own])
    assert asked(found) == {}


DOUBTED = row("d", doubted=True)


@pytest.mark.parametrize(
    ("ones", "rows", "bills", "questions"),
    [
        ([expected()], [DOUBTED], (), {"e": {("d",)}}),
        ([expected()], [DOUBTED, row()], (), {"e": {("d",), ("r",)}}),
        (
            [expected(), expected("f", refused=frozenset("d"))],
            [DOUBTED, row()],
            (),
            {"e": {("d",), ("r",)}, "f": {("r",)}},
        ),
        ([expected()], [row("d", 500, doubted=True), row("r", 510)], (), {"e": {("d", "r")}}),
        ([expected(), expected("f", 2000)], [row("d", 3010, doubted=True)], (), {"e": {("d",)}, "f": {("d",)}}),
        (
            [expected()],
            [],
            [Charge(key="d", payee="amazon_jp", amount=3990, on=DAY + timedelta(days=6), doubted=True)],
            {"e": {("d",)}},
        ),
    ],
    ids=["alone", "beside another", "two alike", "sum of rows", "sum of orders", "netted"],
)
def test_a_row_that_was_refused_elsewhere_is_asked_about_and_never_taken(ones, rows, bills, questions):
    price = Charge(key="next", payee="amazon_jp", amount=5000, on=DAY + timedelta(days=5))
    found = match_ledger(ones, rows, bills, [price] if bills else [])
    assert (found.matches, asked(found)) == ((), questions)


def test_a_row_that_was_refused_elsewhere_is_taken_where_it_names_its_order():
    one = expected(order="250-1234567-1234567")
    matched = match_ledger([one], [row(order="250-1234567-1234567", doubted=True)])
    assert taken(matched) == {(("e",), ("r",)): Ground.NAMED}


def test_a_foreign_refund_by_the_amount_in_the_shops_own_currency():
    one = replace(expected(amount=1999), currency="USD")
    matched = match_ledger([one], [row(amount=3012, foreign=(1999, "USD"))])
    assert taken(matched) == {(("e",), ("r",)): Ground.FOREIGN_AMOUNT}


def wrong_matches(made, matched):
    return [
        match
        for match in matched.matches
        if set(match.rows) != set().union(*(made.truth.get(key, set()) for key in match.expected))
    ]


@settings(max_examples=150)
@given(st.integers(0, 10**9), st.integers(5, 120), st.integers(60, 2_000))
def test_no_wrong_match_and_almost_all_that_can_be_found(seed, orders, days):
    made = ledger(Random(seed), orders, charges=3 * orders, strangers=0, days=days)
    matched = match_ledger(made.expected, made.rows, made.bills, made.prices)
    assert wrong_matches(made, matched) == []
    used = [key for match in matched.matches for key in (*match.rows, *match.expected)]
    assert len(used) == len(set(used))


@settings(max_examples=50)
@given(st.integers(0, 10**9), st.integers(5, 120), st.sampled_from([0.05, 0.5]))
def test_what_is_refused_somewhere_is_never_taken_for_an_amount(seed, orders, share):
    random = Random(seed)
    made = ledger(random, orders, charges=3 * orders, strangers=0, days=400)
    rows = [replace(one, doubted=random.random() < share) for one in made.rows]
    doubted = {one.key for one in rows if one.doubted}
    matched = match_ledger(made.expected, rows, made.bills, made.prices)
    assert wrong_matches(made, matched) == []
    assert {match.ground for match in matched.matches if not doubted.isdisjoint(match.rows)} <= {Ground.NAMED}


def test_ten_years_of_orders():
    made = ledger(Random(2026), 4_000, charges=16_000, days=1_460)
    matched = match_ledger(made.expected, made.rows, made.bills, made.prices)
    assert wrong_matches(made, matched) == []
    assert len(matched.seen() & made.findable) >= 0.99 * len(made.findable)


def test_the_order_in_which_things_come_changes_nothing():
    made = ledger(Random(7), 300, charges=300)
    one = match_ledger(made.expected, made.rows, made.bills, made.prices)
    other = match_ledger(made.expected[::-1], made.rows[::-1], made.bills[::-1], made.prices[::-1])
    assert set(one.matches) == set(other.matches)
