"""The mall's own guarantee among the steps: each mall by its own rule, and nothing of another's."""

from dataclasses import replace
from datetime import date

import pytest

from okawari.domain.contact import Contact, Party
from okawari.domain.refund import Asked
from okawari.domain.told import contacted, order_told
from okawari.i18n import say as said
from okawari.services.rescue import plan_facts
from tests.domain import say

LATEST, CLOSES = date(2026, 11, 25), date(2027, 2, 23)
SOLD = {"seller": "みどり模型店", "shipped_by": "みどり模型店", "delivery_latest": LATEST}


def steps(on, *facts, **part):
    """The steps of one order that a seller shipped."""
    part = SOLD | part
    order, merchant = part.pop("order", say.ORDER), part.pop("merchant", "amazon_jp")
    of_order = say.part(say.item("木製レール", 5400), order=order, **part)
    placed = replace(say.placed(order=order, hours=0), part=of_order, merchant=merchant)
    shipped = replace(say.shipped(order=order, hours=24), part=of_order, merchant=merchant)
    (plan,) = plan_facts([placed, shipped, *facts], Asked(on=on))
    return {step.code: step for step in plan.steps}


def test_a_to_z_names_its_last_day_and_asks_to_write_first():
    step = steps(date(2026, 12, 1))["claim_guarantee"]
    assert (step.rule, step.on) == ("MKT-ATOZ-03", date(2026, 11, 28))
    assert "2月23日(火)まで" in said(step.text, "ja")
    assert "48時間" in said(step.text, "ja")


def test_after_one_wrote_it_is_dated_by_the_48_hours():
    (plan,) = plan_facts([replace(say.placed(), part=say.part(**SOLD))], Asked(on=date(2026, 12, 1)))
    wrote = contacted(plan.case, Contact(party=Party.SELLER, at=say.at(9 * 24), said="x"))
    step = steps(date(2026, 12, 3), wrote)["claim_guarantee"]
    assert step.on == date(2026, 12, 4)
    assert "48時間" not in said(step.text, "ja")


@pytest.mark.parametrize(
    ("change", "code", "rule"),
    [
        ({"shipped_by": "Amazon"}, "claim_mall", "MKT-ATOZ-01"),
        ({"order": "D01-1234567-7654321"}, "claim_mall", "MKT-ATOZ-06"),
        ({"delivery_latest": None}, "claim_guarantee", "MKT-ATOZ-03"),
        ({"merchant": "rakuten"}, "claim_mall", "MKT-RAK-ANSHIN-01"),
        ({"merchant": "yahoo_shopping"}, "claim_mall", None),
    ],
)
def test_each_mall_has_its_own_way(change, code, rule):
    found = steps(date(2026, 12, 1), **change)
    assert found[code].rule == rule
    assert len([one for one in found if one.startswith("claim_")]) == 1


def test_rakutens_day_is_counted_from_the_order_and_amazons_clock_is_not_named():
    text = said(steps(date(2026, 12, 1), merchant="rakuten")["claim_mall"].text, "ja")
    assert "2月22日(月)まで" in text
    assert "48時間" not in text


@pytest.mark.parametrize(("merchant", "on"), [("amazon_jp", "2027-02-24"), ("rakuten", "2027-02-23")])
def test_a_door_that_has_closed_is_not_offered(merchant, on):
    found = steps(date.fromisoformat(on), merchant=merchant)
    assert "claim_closed" in found
    assert not found.keys() & {"claim_guarantee", "claim_mall"}


def test_a_chargeback_leaves_the_issuer_to_ask():
    (plan,) = plan_facts([replace(say.placed(), part=say.part(**SOLD))], Asked(on=date(2026, 12, 1)))
    disputed = contacted(plan.case, Contact(party=Party.CHARGEBACK, at=say.at(9 * 24), said="x"))
    found = steps(date(2026, 12, 3), disputed)
    assert found["await_chargeback"].rule == "MKT-ATOZ-05"
    assert "claim_guarantee" not in found


def test_an_order_of_which_nothing_came_by_its_last_day_is_no_order_without_problems():
    part = say.part(say.item("木製レール", 5400), **SOLD)
    facts = [replace(say.placed(), part=part)]
    (before,) = plan_facts(facts, Asked(on=LATEST))
    assert "nothing_to_do" in {step.code for step in before.steps}
    assert before.elsewhere == ()
    (after,) = plan_facts(facts, Asked(on=date(2026, 11, 26)))
    codes = {step.code: step for step in after.steps}
    assert "nothing_to_do" not in codes
    assert codes["ask_delivery"].draft.to == "seller"
    assert "claim_guarantee" in codes
    assert after.elsewhere


def test_a_delay_past_the_last_day_leaves_the_guarantee_open():
    facts = [replace(say.placed(), part=say.part(**SOLD)), say.delayed(hours=48)]
    (plan,) = plan_facts(facts, Asked(on=date(2026, 12, 1)))
    found = {step.code: step for step in plan.steps}
    assert "wait_or_cancel" in found
    assert (found["claim_guarantee"].rule, found["claim_guarantee"].on) == ("MKT-ATOZ-03", date(2026, 11, 28))


@pytest.mark.parametrize(("shipper", "to"), [("Amazon", "support"), ("みどり模型店", "seller")])
def test_who_ships_is_asked_where_the_goods_are(shipper, to):
    assert steps(date(2026, 12, 1), shipped_by=shipper)["ask_delivery"].draft.to == to


def test_what_the_person_tells_of_seller_shipper_and_day_starts_the_clock():
    part = say.part(say.item("木製レール", 5400))
    facts = [replace(say.placed(), part=part)]
    (plan,) = plan_facts(facts, Asked(on=LATEST))
    assert [one.what for one in plan.deadlines] == []
    told = order_told(plan.case, say.at(48), seller="みどり模型店", shipped_by="みどり模型店", delivery_latest=LATEST)
    (plan,) = plan_facts([*facts, told], Asked(on=LATEST))
    assert {one.what: one.on for one in plan.deadlines}["atoz_closes"] == CLOSES


def test_a_chargeback_closes_no_guarantee_that_never_covered_the_order():
    (plan,) = plan_facts(
        [
            replace(
                say.placed(), part=replace(say.part(**SOLD), number="D01-1234567-7654321"), order="D01-1234567-7654321"
            )
        ],
        Asked(on=date(2026, 12, 1)),
    )
    disputed = contacted(plan.case, Contact(party=Party.CHARGEBACK, at=say.at(9 * 24), said="x"))
    found = steps(date(2026, 12, 3), disputed, order="D01-1234567-7654321")
    assert "await_chargeback" not in found
    assert found["claim_mall"].rule == "MKT-ATOZ-06"
