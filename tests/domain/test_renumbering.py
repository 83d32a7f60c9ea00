"""Order numbers that are split, merged or changed are one story."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.authenticity import Authenticity, Reason, Verdict
from okawari.domain.case import CaseState
from okawari.domain.fold import fold
from okawari.domain.money import yen
from okawari.domain.renumbering import groups_of

from . import say

CAR, SHIP = say.item("組み立て模型 車", 1500), say.item("組み立て模型 船", 1800)


def one_case(*facts):
    (case,) = fold(_flat(facts))
    return case


def _flat(facts):
    return [one for fact in facts for one in (fact if isinstance(fact, list) else [fact])]


def titles(items):
    return [item.title for item in items]


def test_a_changed_number_goes_on_under_the_new_one():
    case = one_case(
        say.placed(CAR, order="A", total=1500),
        say.renumbered("changed", "A", "B"),
        say.cancelled(order="B", hours=9),
    )
    assert (case.order, case.other_orders) == ("B", ("A",))
    assert (case.state, case.partial, case.amount_due) == (CaseState.CANCELLED, False, yen(1500))
    assert titles(case.cancelled_items) == [CAR.title]
    assert [entry.what.key for entry in case.timeline] == [
        "timeline.order_placed",
        "timeline.changed",
        "timeline.cancelled",
    ]


def test_what_the_new_number_holds_counts_even_where_the_old_one_was_never_confirmed():
    case = one_case(
        say.renumbered("changed", "A", "B", say.part(CAR, order="B", total=1500)), say.cancelled(order="B", hours=9)
    )
    assert (titles(case.items), case.amount_due) == ([CAR.title], yen(1500))


def test_only_a_changed_number_is_an_order_that_lives():
    assert one_case(say.renumbered("changed", "A", "B")).state is CaseState.ORDERED


def test_merged_orders_are_one_with_the_goods_of_all():
    case = one_case(
        say.placed(CAR, order="A", total=1500),
        say.placed(SHIP, order="B", total=1800, mail="second"),
        say.renumbered("merged", "A B", "C"),
        say.cancelled(SHIP, order="C", hours=9, partial=True),
    )
    assert (case.order, case.other_orders) == ("C", ("A", "B"))
    assert titles(case.items) == [CAR.title, SHIP.title]
    assert (titles(case.cancelled_items), case.partial, case.amount_due) == ([SHIP.title], True, yen(1800))


def test_what_merged_orders_cost_is_not_told_where_shipping_was_in_them():
    case = one_case(
        say.placed(CAR, order="A", total=2000),
        say.placed(SHIP, order="B", total=2300, mail="second"),
        say.renumbered("merged", "A B", "C"),
        say.cancelled(order="C", hours=9),
    )
    assert (titles(case.cancelled_items), case.total, case.amount_due) == ([CAR.title, SHIP.title], None, None)


def test_the_confirmation_of_the_merged_order_tells_what_it_costs():
    case = one_case(
        say.placed(CAR, order="A", total=2000),
        say.placed(SHIP, order="B", total=2300, mail="second"),
        say.renumbered("merged", "A B", "C", say.part(CAR, SHIP, order="C", total=3800)),
        say.cancelled(order="C", hours=9),
    )
    assert (case.total, case.amount_due) == (yen(3800), yen(3800))


def test_a_whole_cancel_of_one_share_of_a_split_order_is_a_part():
    case = one_case(
        say.placed(CAR, SHIP, order="A", total=3300),
        say.renumbered("split", "A", "A B", say.part(CAR, order="A", total=1500), say.part(SHIP, order="B")),
        say.cancelled(order="B", hours=9),
    )
    assert (case.order, case.other_orders) == ("A", ("B",))
    assert (case.state, case.partial) == (CaseState.CANCELLED, True)
    assert (titles(case.cancelled_items), case.amount_due) == ([SHIP.title], yen(1800))


def test_a_share_whose_goods_nobody_told_promises_no_sum():
    case = one_case(
        say.placed(CAR, SHIP, order="A", total=3300),
        say.renumbered("split", "A", "A B"),
        say.cancelled(order="B", hours=9),
    )
    assert (case.partial, case.cancelled_items, case.amount_due) == (True, (), None)
    assert titles(case.items) == [CAR.title, SHIP.title]


def test_every_share_cancelled_is_the_whole_order_and_its_refunds_are_added():
    case = one_case(
        say.placed(CAR, SHIP, order="A", total=3300),
        say.renumbered("split", "A", "A B"),
        say.cancelled(order="A", hours=8, refund=say.announced(1500)),
        say.cancelled(order="B", hours=9, mail="second", refund=say.announced(1800)),
    )
    assert (case.partial, case.amount_due, case.state) == (False, yen(3300), CaseState.REFUND_PENDING)
    assert [refund.amount for refund in case.refunds] == [yen(3300)]


def test_one_share_shipped_and_the_other_cancelled_is_no_contradiction():
    case = one_case(
        say.placed(CAR, SHIP, order="A", total=3300),
        say.renumbered("split", "A", "A B", say.part(CAR, order="A"), say.part(SHIP, order="B")),
        say.shipped(order="A"),
        say.cancelled(order="B", hours=9),
    )
    assert (case.state, titles(case.cancelled_items)) == (CaseState.CANCELLED, [SHIP.title])


@pytest.mark.parametrize("hours", [1, 9])
def test_the_cancel_of_a_number_that_was_replaced_ends_nothing(hours):
    case = one_case(
        say.placed(CAR, order="A"), say.renumbered("changed", "A", "B"), say.cancelled(order="A", hours=hours)
    )
    assert (case.state, case.cancelled_at, case.amount_due) == (CaseState.ORDERED, None, None)
    assert [problem.code for problem in case.problems] == ["replaced_number_cancelled"]


def test_a_chain_is_followed_to_its_end():
    case = one_case(
        say.placed(CAR, order="A"),
        say.renumbered("changed", "A", "B"),
        say.renumbered("changed", "B", "C", hours=3, mail="again"),
        say.shipped(order="C"),
    )
    assert (case.order, case.other_orders, case.state) == ("C", ("A", "B"), CaseState.SHIPPED)


def test_a_circle_comes_to_an_end():
    case = one_case(
        say.placed(CAR, order="A"),
        say.renumbered("changed", "A", "B"),
        say.renumbered("changed", "B", "A", hours=3, mail="again"),
        say.cancelled(order="A", hours=9),
    )
    assert (case.order, case.other_orders, case.state) == ("A", ("B",), CaseState.CANCELLED)


@pytest.mark.parametrize("verdict", [Verdict.UNPROVEN, Verdict.PHISHING])
def test_a_mail_that_is_not_proven_joins_nothing(verdict):
    facts = _flat([say.placed(CAR, order="A"), say.placed(SHIP, order="B", mail="second")])
    alone = fold(facts)
    joined = fold([*facts, *say.renumbered("merged", "A B", "C", verdict=verdict)])
    assert [(case.order, case.items, case.state) for case in joined[:2]] == [
        (case.order, case.items, case.state) for case in alone
    ]
    assert all(not case.other_orders for case in joined)


def test_an_unproven_renumbering_is_a_note_that_names_the_other_numbers():
    case, *_ = fold([say.placed(CAR, order="A"), *say.renumbered("changed", "A", "B", verdict=Verdict.UNPROVEN)])
    (problem,) = case.problems
    assert (problem.code, problem.detail) == ("renumbering_unproven", "B")
    assert [entry.believed for entry in case.timeline] == [True, False]


def test_a_sellers_relayed_message_joins_nothing():
    relayed = Authenticity(Verdict.GENUINE, (Reason("dmarc_aligned"), Reason("relayed")))
    facts = _flat([say.placed(CAR, order="A"), say.renumbered("changed", "A", "B")])
    for fact in facts[1:]:
        object.__setattr__(fact.provenance, "authenticity", relayed)
    assert [case.order for case in fold(facts)] == ["A", "B"]


def test_another_merchants_order_of_the_same_number_is_left_alone():
    cases = fold(
        _flat(
            [
                say.placed(CAR, order="A"),
                say.placed(SHIP, order="B", merchant="dmm", mail="second"),
                say.renumbered("changed", "A", "B"),
            ]
        )
    )
    assert sorted((case.merchant, case.order, case.other_orders) for case in cases) == [
        ("amazon_jp", "B", ("A",)),
        ("dmm", "B", ()),
    ]


STORY = _flat(
    [
        say.placed(CAR, order="A", total=1500),
        say.placed(SHIP, order="B", total=1800, mail="second"),
        say.renumbered("merged", "A B", "C", hours=2),
        say.renumbered("split", "C", "C D", say.part(CAR, order="C"), say.part(SHIP, order="D"), hours=3, mail="apart"),
        say.renumbered("changed", "D", "A", hours=4, mail="round"),
        say.cancelled(order="D", hours=9, refund=say.announced(1800)),
        say.cancelled(order="C", hours=9, mail="end"),
        say.shipped(order="C"),
        say.renumbered("changed", "C", "E", hours=5, mail="bad", verdict=Verdict.UNPROVEN),
    ]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(STORY), max_size=12, unique_by=id), st.randoms(use_true_random=False))
def test_the_order_of_arrival_and_copies_change_nothing(facts, chance):
    again = [*facts, *chance.choices(facts, k=min(3, len(facts)))] if facts else []
    chance.shuffle(again)
    assert fold(again) == fold(facts)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(STORY), max_size=12, unique_by=id))
def test_no_number_is_in_two_cases_and_nothing_above_the_price_is_due(facts):
    cases = fold(facts)
    numbers = [number for case in cases for number in (case.order, *case.other_orders)]
    assert len(numbers) == len(set(numbers))
    for case in cases:
        if case.amount_due is not None and case.total is not None:
            assert case.amount_due.amount <= case.total.amount


def test_two_thousand_numbers_in_a_chain_are_one_group():
    links = [(str(n), str(n + 1)) for n in range(2_000)]
    random.Random(1).shuffle(links)
    assert {len(group) for group in groups_of(links).values()} == {2_001}
