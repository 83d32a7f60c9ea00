"""The document of `okawari rescue`."""

from datetime import date

import pytest

from okawari.contract.rescue import rescue_document
from okawari.domain.message import CancelBy, MessageKind
from okawari.domain.payment import METHODS, PaidBy
from okawari.domain.refund import Asked
from okawari.domain.told import Happened, Told, facts_told
from okawari.services.rescue import plan_facts
from tests.domain import say

from .shape import check

A, B = say.item("解熱鎮痛薬 24錠", 1010), say.item("電池 単3形 8本", 500, 2)
TODAY = date(2026, 11, 23)
SITUATIONS = {
    "ordered": [say.placed(A)],
    "late": [say.placed(A), say.delayed()],
    "waiting": [say.placed(A), say.delayed(kind=MessageKind.BACKORDERED)],
    "shipped": [say.placed(A), say.shipped(parcels=(say.parcel(),))],
    "delivered": [say.placed(A), say.delivered()],
    "cancelled": [say.placed(A, total=1010, payments=(say.paid("amazon_gift_balance", 1010),)), say.cancelled()],
    "partly": [say.placed(A, B, total=2010), say.cancelled(B, partial=True)],
    "refund": [say.placed(A), say.cancelled(), say.refunded(1010)],
    "refunded": [say.cancelled(), say.refunded(1010), say.seen()],
    "contradictory": [say.shipped(), say.cancelled()],
    "asked": [say.requested(by=CancelBy.SHOP), say.wrote(asks_choice=True), say.substitute()],
    "unpaid": [say.placed(A), say.payment_failed()],
    "forged": [say.forged()],
    "nameless": [say.cancelled(order="")],
    "told": [say.told()],
}


def document(facts, locale="ja", **asked):
    found = rescue_document(plan_facts(facts, Asked(on=TODAY, **asked)), locale)
    check("rescue", found)
    return found


@pytest.mark.parametrize("locale", ["ja", "en"])
@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_situation_has_the_shape_of_the_contract(situation, locale):
    document(SITUATIONS[situation], locale)


@pytest.mark.parametrize("method", METHODS)
def test_every_way_of_paying_has_the_shape_of_the_contract(method):
    (case,) = document(SITUATIONS["cancelled"], paid_by=(PaidBy(method=method),))["cases"]
    assert case["refunds"]


@pytest.mark.parametrize("happened", list(Happened))
def test_every_story_has_the_shape_of_the_contract(happened):
    told = Told(merchant="amazon_jp", happened=happened, on=TODAY, total=A.price, item="解熱鎮痛薬")
    (case,) = document(facts_told(told))["cases"]
    assert case["order"].startswith("told-")


def test_a_forged_mail_holds_no_refund():
    (case,) = document(SITUATIONS["forged"])["cases"]
    assert (case["refunds"], case["state"], case["authenticity"]["verdict"]) == ([], "unknown", "phishing")
    assert case["cause"] == {"code": "unknown", "wording": "", "candidates": []}


def test_a_case_without_order_number():
    (case,) = document(SITUATIONS["nameless"])["cases"]
    assert case["order"] is None


def test_a_draft_stands_in_both_languages():
    (case,) = document(SITUATIONS["cancelled"], "en")["cases"]
    drafts = [step["draft"] for step in case["next_steps"] if step["draft"]]
    assert drafts
    assert all(draft["body"] == draft["en"] != draft["ja"] and say.ORDER in draft["body"] for draft in drafts)
