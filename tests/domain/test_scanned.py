"""What carriers say of parcels joins the order whose shop named them; uses of cards make no case."""

from dataclasses import replace

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.fold import fold
from okawari.domain.message import CancelBy, CauseCode, Parcel
from okawari.i18n import say as spoken

from . import say

ONE, TWO = "444413758703", "200961185434"
A, B = say.item("解熱鎮痛薬 24錠", 1010), say.item("電池", 500)


def sent(*numbers, carrier="yamato", **more):
    return say.shipped(parcels=tuple(Parcel(carrier=carrier, number=number) for number in numbers), **more)


def folded(*facts):
    (case,) = fold(facts)
    return case


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ([sent(ONE), say.scanned("out_for_delivery", ONE)], "shipped"),
        ([sent(ONE), say.scanned("failed_attempt", ONE)], "shipped"),
        ([sent(ONE), say.scanned("delivered", ONE)], "delivered"),
        ([sent(ONE, TWO), say.scanned("delivered", ONE)], "shipped"),
        ([sent(ONE, TWO), say.scanned("delivered", ONE), say.scanned("delivered", TWO, mail="two")], "delivered"),
        ([sent(ONE), say.cancelled(), say.scanned("delivered", ONE)], "contradictory"),
        ([sent(ONE), say.cancelled(), say.scanned("delivered", ONE), say.refunded(hours=30)], "refund_pending"),
        ([sent(ONE), say.cancelled(cause=CauseCode.LOST)], "cancelled"),
        ([sent(ONE), say.cancelled(cause=CauseCode.LOST), say.scanned("delivered", ONE)], "contradictory"),
        ([sent(ONE), say.requested(by=CancelBy.SHOP)], "contradictory"),
        ([sent(ONE), say.requested(by=CancelBy.SHOP), say.scanned("delivered", ONE)], "delivered"),
        ([sent(ONE), say.requested(), say.scanned("failed_attempt", ONE)], "cancelling"),
    ],
)
def test_where_the_order_stands(facts, state):
    assert folded(*facts).state == CaseState(state)
    assert folded(*reversed(facts)).state == CaseState(state)


def test_a_partly_cancelled_order_is_contradicted_only_by_the_parcel_that_held_the_thing():
    gone = say.cancelled(A, partial=True)
    kept = replace(sent(ONE), part=say.part(B))
    held = replace(sent(TWO, mail="second"), part=say.part(A), at=say.at(6))
    placed = say.placed(A, B)
    assert folded(placed, kept, gone, say.scanned("delivered", ONE)).state is CaseState.CANCELLED
    assert folded(placed, held, gone, say.scanned("delivered", TWO)).state is CaseState.CONTRADICTORY


@pytest.mark.parametrize(
    "facts",
    [
        [sent(TWO), say.scanned("delivered", ONE)],
        [sent(ONE, carrier="sagawa"), say.scanned("delivered", ONE)],
        [sent(ONE), say.scanned("delivered", ONE, hours=24 * 120)],
        [replace(sent(ONE), provenance=say.provenance("sent", Verdict.PHISHING)), say.placed(A), say.scanned("delivered", ONE)],
    ],
    ids=["another number", "another carrier", "the number of long ago", "named in a forged mail"],
)  # fmt: skip
def test_what_is_not_surely_the_same_parcel_stays_apart(facts):
    assert folded(*facts).state is not CaseState.DELIVERED


def test_a_carrier_that_the_shop_did_not_name_may_be_any():
    assert folded(sent(ONE, carrier="unknown"), say.scanned("delivered", ONE)).state is CaseState.DELIVERED


def test_a_parcel_of_two_orders_belongs_to_both():
    other = replace(sent(ONE, mail="other"), order="250-7654321-7654321", part=say.part(order="250-7654321-7654321"))
    cases = fold([sent(ONE), other, say.scanned("delivered", ONE)])
    assert [case.state for case in cases] == [CaseState.DELIVERED] * 2


def test_the_case_rests_on_the_carriers_mail_too():
    unproven = say.scanned("delivered", ONE, verdict=Verdict.UNPROVEN)
    assert folded(sent(ONE), unproven).authenticity.verdict is Verdict.UNPROVEN


def test_a_genuine_mail_sets_aside_an_unproven_one_about_the_same_parcel_only():
    genuine = say.scanned("delivered", ONE)
    doubted = say.scanned("delivered", TWO, mail="two", verdict=Verdict.UNPROVEN)
    copied = say.scanned("delivered", ONE, hours=26, mail="copy", verdict=Verdict.UNPROVEN)
    case = folded(sent(ONE, TWO), genuine, doubted, copied)
    assert case.state is CaseState.DELIVERED
    assert case.delivered_at == say.at(24)


def test_the_timeline_names_the_carrier_and_the_number():
    case = folded(sent(ONE), say.scanned("failed_attempt", ONE))
    lines = [spoken(entry.what, "ja") for entry in case.timeline]
    assert any("ヤマト運輸" in line and ONE in line and "不在" in line for line in lines)


def test_scans_and_uses_alone_make_no_case():
    assert fold([say.scanned("delivered", ONE), say.card_used(1010), say.card_used(-5)]) == ()
