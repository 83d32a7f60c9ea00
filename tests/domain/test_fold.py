"""Where an order stands, whatever came in, in whatever order."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.fold import fold
from okawari.domain.message import Cancel, CancelBy, CauseCode, MessageKind
from okawari.domain.money import yen

from . import say

A, B = say.item("解熱鎮痛薬 24錠", 1010), say.item("電池 単3形 8本", 500, 2)

TRANSITIONS = [
    ("only the person spoke", [say.told()], "unknown"),
    ("only a forged mail", [say.forged()], "unknown"),
    ("confirmed", [say.placed(A)], "ordered"),
    ("payment not confirmed", [say.placed(A), say.payment_failed()], "ordered"),
    ("another item is offered", [say.substitute()], "ordered"),
    ("a seller writes", [say.wrote()], "ordered"),
    ("late", [say.placed(A), say.delayed()], "preparing"),
    ("waits for goods", [say.placed(A), say.delayed(kind=MessageKind.BACKORDERED)], "backordered"),
    ("late, then shipped", [say.delayed(), say.shipped()], "shipped"),
    ("out for delivery", [say.shipped(kind=MessageKind.OUT_FOR_DELIVERY)], "shipped"),
    ("delivered", [say.shipped(), say.delivered()], "delivered"),
    ("the buyer asks for a cancel", [say.placed(A), say.requested()], "cancelling"),
    ("the seller asks the buyer to cancel", [say.requested(by=CancelBy.SHOP)], "cancelling"),
    ("asked for, but shipped", [say.requested(hours=3), say.shipped()], "shipped"),
    ("shipped, yet the seller asks to cancel", [say.shipped(), say.requested(by=CancelBy.SHOP)], "contradictory"),
    ("asked for and done", [say.requested(), say.cancelled()], "cancelled"),
    ("cancelled", [say.placed(A), say.cancelled()], "cancelled"),
    ("cancelled, nothing was charged", [say.cancelled(refund=say.announced(1010, charged=False))], "cancelled"),
    ("cancelled, a refund announced", [say.cancelled(refund=say.announced(1010))], "refund_pending"),
    ("cancelled, then a refund mail", [say.cancelled(), say.refunded(1010)], "refund_pending"),
    ("only a refund mail", [say.refunded(1010)], "refund_pending"),
    ("the money was seen", [say.cancelled(), say.refunded(1010), say.seen()], "refunded"),
    (
        "all was seen, then more was cancelled",
        [
            say.placed(A, B),
            say.cancelled(A, partial=True),
            say.seen(),
            say.cancelled(B, partial=True, hours=60, mail="c2"),
        ],
        "cancelled",
    ),
    (
        "all was seen, then its cancel was told again",
        [say.placed(A, B), say.cancelled(A, partial=True), say.seen(), say.cancelled(A, hours=60, mail="c2")],
        "refunded",
    ),
    ("a part of the money was seen", [say.placed(A), say.cancelled(), say.seen(500)], "cancelled"),
    ("all of the money was seen", [say.placed(A), say.cancelled(), say.seen(1010)], "refunded"),
    ("shipped, then cancelled for stockout", [say.shipped(), say.cancelled()], "contradictory"),
    ("cancelled, then shipped", [say.cancelled(hours=2), say.shipped()], "contradictory"),
    ("cancelled, then delivered", [say.cancelled(hours=2), say.delivered()], "contradictory"),
    (
        "shipped, cancelled, then sent back the money",
        [say.shipped(), say.cancelled(), say.refunded()],
        "refund_pending",
    ),
    ("shipped, then a refund instead of a cancel", [say.shipped(), say.refunded(1010)], "refund_pending"),
    ("lost after shipping", [say.shipped(), say.cancelled(cause=CauseCode.LOST)], "cancelled"),
    ("refunded, then delivered", [say.cancelled(hours=2), say.refunded(hours=3), say.delivered()], "contradictory"),
    (
        "a part cancelled, the rest shipped",
        [say.placed(A, B), say.cancelled(A, partial=True), say.shipped(B)],
        "cancelled",
    ),
    ("a part cancelled, and just that shipped", [say.placed(A, B), say.cancelled(A), say.shipped(A)], "contradictory"),
]


@pytest.mark.parametrize(("facts", "state"), [row[1:] for row in TRANSITIONS], ids=[row[0] for row in TRANSITIONS])
def test_every_way_leads_to_its_state(facts, state):
    assert [case.state for case in fold(facts)] == [CaseState(state)]


EVERYTHING = [fact for row in TRANSITIONS for fact in row[1]] + [
    say.placed(B, mail="other", order="250-7654321-7654321", total=1000),
    say.cancelled(B, mail="unproven", verdict=Verdict.UNPROVEN, partial=True),
    say.cancelled(mail="nameless", order="", merchant="yodobashi", hours=2),
    say.cancelled(mail="shopless", merchant=None, order="250-7654321-7654321"),
    say.placed(A, hours=None, mail="undated"),
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(EVERYTHING), max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_arrival_and_copies_change_nothing(facts, chance):
    again = [*facts, *chance.choices(facts, k=min(3, len(facts)))] if facts else []
    chance.shuffle(again)
    assert fold(again) == fold(facts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(EVERYTHING), max_size=9))
def test_forged_mails_change_no_case(facts):
    honest = [fact for fact in facts if fact.provenance.authenticity.verdict is not Verdict.PHISHING]
    with_forged = {(case.merchant, case.order): case for case in fold([*honest, say.forged(), say.forged(order="")])}
    for case in fold(honest):
        other = with_forged[case.merchant, case.order]
        assert (other.state, other.amount_due, other.authenticity) == (case.state, case.amount_due, case.authenticity)
        assert (other.items, other.cancel, other.refunds) == (case.items, case.cancel, case.refunds)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(EVERYTHING), max_size=9))
def test_what_is_due_never_exceeds_the_price(facts):
    for case in fold(facts):
        if case.amount_due is not None and case.total is not None:
            assert case.amount_due.amount <= case.total.amount


def test_an_order_known_only_from_a_forged_mail_says_so_and_promises_nothing():
    (case,) = fold([say.forged()])
    assert case.authenticity.verdict is Verdict.PHISHING
    assert (case.items, case.cancel, case.cancelled_at, case.refunds, case.amount_due) == ((), None, None, (), None)


def test_a_forged_mail_about_a_known_order_is_warned_of():
    (case,) = fold([say.placed(A), say.forged()])
    assert case.state is CaseState.ORDERED
    assert [(problem.code, problem.where) for problem in case.problems] == [("phishing_about_order", "forged.eml")]
    assert [line.believed for line in case.timeline] == [True, False]


def test_a_case_is_as_proven_as_the_weakest_mail_it_rests_on():
    (case,) = fold([say.placed(A), say.cancelled(mail="odd", verdict=Verdict.UNPROVEN)])
    assert case.authenticity.verdict is Verdict.UNPROVEN
    assert case.authenticity.reasons[0].code == "reason_odd"


def test_an_unproven_mail_cannot_bend_what_a_genuine_one_says():
    bent = say.cancelled(mail="odd", verdict=Verdict.UNPROVEN, refund=say.announced(99999), hours=11)
    (case,) = fold([say.placed(A, total=1010), say.cancelled(), bent])
    assert case.authenticity.verdict is Verdict.GENUINE
    assert case.amount_due == yen(1010)
    assert [problem.code for problem in case.problems] == ["unproven_set_aside"]


@pytest.mark.parametrize(("verdict", "back"), [(Verdict.GENUINE, (1, 0)), (Verdict.UNPROVEN, (0, 1))])
def test_what_a_mail_says_went_back_stands_by_its_proof(verdict, back):
    mail = say.refunded(1010, mail="odd", verdict=verdict)
    mail = replace(mail, refund=replace(mail.refund, parts=(say.paid("rakuten_points", 1010),)))
    (case,) = fold([say.placed(A, total=1010), say.cancelled(), mail])
    assert (len(case.said_back), len(case.claimed_back)) == back


def test_an_unproven_copy_of_a_genuine_mail_adds_nothing():
    facts = [say.placed(A), say.cancelled()]
    forward = say.cancelled(mail="forward", verdict=Verdict.UNPROVEN, hours=13)
    assert fold([*facts, forward]) == fold(facts)


def test_a_mail_without_order_number_stays_a_case_of_its_own():
    cases = fold(
        [say.placed(A), say.cancelled(A, order="", mail="one"), say.cancelled(A, order="", mail="two", hours=9)]
    )
    assert sorted((case.order, case.state.value) for case in cases) == [
        ("", "cancelled"),
        ("", "cancelled"),
        (say.ORDER, "ordered"),
    ]


def test_a_mail_whose_shop_is_not_known_joins_the_order_of_that_number():
    (case,) = fold([say.placed(A), say.cancelled(merchant=None)])
    assert (case.merchant, case.state) == ("amazon_jp", CaseState.CANCELLED)


def test_a_number_that_two_shops_use_is_not_guessed_at():
    cases = fold([say.placed(A), say.placed(A, merchant="yodobashi"), say.cancelled(merchant=None)])
    assert sorted(str(case.merchant) for case in cases) == ["None", "amazon_jp", "yodobashi"]


def test_what_a_seller_asks_holds_until_it_is_settled():
    (asked,) = fold([say.wrote(asks_choice=True), say.requested(by=CancelBy.SHOP)])
    assert (asked.seller_asks_choice, asked.seller_asks_cancel) == (True, True)
    (settled,) = fold([say.wrote(asks_choice=True), say.requested(by=CancelBy.SHOP), say.cancelled()])
    assert (settled.seller_asks_choice, settled.seller_asks_cancel) == (False, False)


def test_goods_that_the_shop_cannot_send_are_no_cancel_yet_but_have_its_cause():
    cannot = Cancel(by=CancelBy.SHOP, cause=CauseCode.STOCKOUT, wording="欠品です。")
    (told,) = fold([say.placed(A), say.wrote(cannot_supply=cannot)])
    assert (told.cannot_supply, told.shop_waits, told.cancelled_at, told.cancel) == (True, True, None, cannot)
    (done,) = fold([say.placed(A), say.wrote(cannot_supply=cannot), say.cancelled()])
    assert (done.cannot_supply, done.state) == (False, CaseState.CANCELLED)


def test_a_message_that_is_not_understood_is_open_until_something_settles_it():
    (told,) = fold([say.placed(A), say.wrote()])
    assert (told.message_open, told.shop_waits) == (True, False)
    (sent,) = fold([say.placed(A), say.wrote(), say.shipped()])
    assert not sent.message_open


@pytest.mark.parametrize(
    ("facts", "captured"),
    [
        ([say.cancelled()], None),
        ([say.shipped()], True),
        ([say.cancelled(refund=say.announced(charged=False))], False),
        ([say.shipped(), say.cancelled(refund=say.announced(charged=False))], None),
        ([say.shipped(), say.told(captured=False)], False),
        ([say.refunded(1010)], True),
    ],
)
def test_whether_the_card_was_charged(facts, captured):
    assert fold(facts)[0].captured is captured


def test_an_order_that_is_spoken_of_after_its_cancel_is_pointed_out():
    (case,) = fold([say.cancelled(hours=1), say.delayed(hours=2)])
    assert (case.state, [problem.code for problem in case.problems]) == (CaseState.CANCELLED, ["alive_after_cancel"])


def test_cases_come_in_the_order_of_time():
    facts = [say.placed(A, order=f"250-1234567-000000{n}", hours=n, mail=str(n)) for n in range(6)]
    random.Random(4).shuffle(facts)
    assert [case.order[-1] for case in fold(facts)] == list("012345")
