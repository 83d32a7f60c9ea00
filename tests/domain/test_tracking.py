"""What looks at a parcel say of its order, by the rules on numbers that are not registered and on contradictions."""

from dataclasses import replace
from datetime import timedelta

import jpholiday
import pytest

from okawari.domain.alarms import alarms_of
from okawari.domain.case import CaseState
from okawari.domain.fold import fold
from okawari.domain.japan_time import japan_day
from okawari.domain.message import Parcel, ParcelEvent
from okawari.domain.refund import Asked
from okawari.domain.tracking.look import PAUSE, Look, Outcome, Scan, Tracked
from okawari.domain.tracking.trace import record_facts, traces
from okawari.i18n import say as spoken
from okawari.rules.loader import rules
from okawari.services.rescue import plan_case

from . import say

NUMBER = "444413758703"
SHIPPED = say.at(5)


def parcel(carrier="yamato"):
    return Parcel(carrier=carrier, number=NUMBER)


def looked(outcome, hours, *scans, carrier="yamato"):
    look = Look(at=SHIPPED + timedelta(hours=hours), tracker="yamato", outcome=Outcome(outcome), scans=scans)
    return Tracked(parcel=parcel(carrier)).after(look)


def scan(event, hours, **more):
    return Scan(event=ParcelEvent(event), wording=event, at=say.at(hours), **more)


def a_case(*more, carrier="yamato", tracked=()):
    facts = (say.placed(), say.shipped(parcels=(parcel(carrier),)), *more)
    (case,) = fold((*facts, *record_facts(tracked)))
    return case


def a_plan(tracked, *more, day=2, carrier="yamato"):
    case = a_case(*more, carrier=carrier, tracked=[tracked])
    return plan_case(case, Asked(on=japan_day(say.at(24 * day))), {}, [tracked])


@pytest.mark.parametrize(
    ("carrier", "hours", "finding", "rule"),
    [
        ("yamato", 0, "not_yet", "TRK-UNREG-01"),
        ("yamato", 23, "not_yet", "TRK-UNREG-01"),
        ("yamato", 24, "look_again", "TRK-UNREG-02"),
        ("sagawa", 35, "look_again", "TRK-UNREG-02"),
        ("yamato", 36, "ask_sender", "TRK-UNREG-03"),
        ("japanpost_domestic", 71, "ask_sender", "TRK-UNREG-03"),
        ("yamato", 72, "gather", "TRK-UNREG-04"),
        ("yamato", 90 * 24, "gather", "TRK-UNREG-04"),
        ("yamato", 90 * 24 + 1, "too_old", "TRK-UNREG-06"),
        ("sagawa", 60 * 24 + 1, "too_old", "TRK-UNREG-06"),
        ("dhl_express", 100, "look_again", "TRK-UNREG-05"),
        ("dhl_express", 200, "gather", "TRK-UNREG-04"),
    ],
)
def test_a_number_that_is_not_registered_means_more_the_longer_ago_the_notice_was(carrier, hours, finding, rule):
    case = a_case(carrier=carrier)
    (trace,) = traces(case, [looked("not_registered", hours, carrier=carrier)], rules("parcels"))
    assert (trace.finding, trace.rule, trace.hours) == (finding, rule, hours)


@pytest.mark.parametrize("outcome", [one for one in Outcome if not one.is_told])
def test_what_could_not_be_seen_is_held_against_nobody(outcome):
    blind = Tracked(parcel=parcel()).after(Look(at=say.at(300), tracker="yamato", outcome=outcome))
    plan = a_plan(blind, day=13)
    assert plan.traces[0].finding == "not_seen"
    assert "check_tracking" in [step.code for step in plan.steps]
    assert alarms_of(plan, jpholiday.is_holiday) == ()
    still = looked("not_registered", 10).after(Look(at=say.at(300), tracker="yamato", outcome=outcome))
    assert traces(plan.case, [still], rules("parcels"))[0].finding == "not_yet"


@pytest.mark.parametrize(("hours", "alarm"), [(30, None), (40, "parcel_unregistered"), (80, "parcel_gather")])
def test_the_person_is_told_in_time(hours, alarm):
    plan = a_plan(looked("not_registered", hours), day=3)
    assert [one.what for one in alarms_of(plan, jpholiday.is_holiday)] == ([alarm] if alarm else [])
    step = next(step for step in plan.steps if step.code.startswith("parcel_"))
    assert (step.draft is not None) == bool(alarm)
    for locale in ("ja", "en"):
        assert NUMBER in spoken(step.text, locale)
        assert not step.draft or NUMBER in spoken(step.draft.body, locale)


def test_japan_posts_office_can_be_asked_from_the_next_day_on():
    codes = [
        [
            step.code
            for step in a_plan(
                looked("not_registered", hours, carrier="japanpost_domestic"), carrier="japanpost_domestic"
            ).steps
        ]
        for hours in (20, 40)
    ]
    assert [("ask_post_office" in listed) for listed in codes] == [False, True]


@pytest.mark.parametrize(
    ("scans", "finding"),
    [
        ((scan("announced", 4),), "announced"),
        ((scan("accepted", 8), scan("in_transit", 20)), "moving"),
        ((scan("accepted", 8), scan("failed_attempt", 20)), "held_up"),
        ((scan("accepted", 8), scan("returned", 20)), "returned"),
        ((scan("accepted", 8), scan("delivered", 20)), "delivered"),
        ((scan("accepted", -40), scan("delivered", 20)), "other_parcel"),
    ],
)
def test_a_record_says_how_far_the_parcel_is(scans, finding):
    outcome = "announced" if finding == "announced" else "scanned"
    plan = a_plan(looked(outcome, 30, *scans))
    assert plan.traces[0].finding == finding
    assert plan.case.state is (CaseState.DELIVERED if finding == "delivered" else CaseState.SHIPPED)
    told = [spoken(entry.what, "ja") for entry in plan.case.timeline]
    assert any("の記録：" in line for line in told) == (finding != "other_parcel")
    assert any(f"番号 {NUMBER} を調べました" in line for line in told)


def test_shipped_and_cancelled_is_settled_by_the_parcel_after_a_day():
    silent, moving = looked("not_registered", 40), looked("scanned", 40, scan("accepted", 8), scan("in_transit", 30))
    early = {step.code for step in a_plan(silent, say.cancelled(), day=0).steps}
    late = {step.code for step in a_plan(silent, say.cancelled(), day=3).steps}
    moved = {step.code for step in a_plan(moving, say.cancelled(), day=3).steps}
    assert ("take_as_cancelled" in early, "take_as_cancelled" in late) == (False, True)
    stopped = looked("scanned", 40, scan("accepted", 8))
    halted = {step.code for step in a_plan(stopped, say.cancelled(), day=3).steps}
    assert ("ask_carrier" in halted, "take_as_cancelled" in halted) == (True, False)
    assert "parcel_on_its_way" in moved
    assert "take_as_cancelled" not in moved


def test_a_parcel_that_moves_past_the_promised_day_is_asked_about_at_the_carrier():
    moving = looked("scanned", 30, scan("accepted", 8), scan("in_transit", 20))
    promised = say.shipped(parcels=(parcel(),))
    part = say.part(delivery_latest=japan_day(say.at(48)))
    facts = (say.placed(), replace(promised, part=part), *record_facts([moving]))
    (case,) = fold(facts)
    codes = [
        {step.code for step in plan_case(case, Asked(on=japan_day(say.at(24 * day))), {}, [moving]).steps}
        for day in (2, 3)
    ]
    assert [("ask_carrier" in one) for one in codes] == [False, True]


def test_a_look_never_makes_a_case_more_genuine():
    sent = say.shipped(parcels=(parcel(),))
    unproven = replace(sent, provenance=say.provenance("sent", say.Verdict.UNPROVEN))
    (case,) = fold((unproven, *record_facts([looked("scanned", 30, scan("delivered", 20))])))
    assert (case.state, case.authenticity.verdict) == (CaseState.DELIVERED, say.Verdict.UNPROVEN)


def test_looks_that_see_nothing_come_ever_less_often():
    one, pauses = Tracked(parcel=parcel()), []
    for _ in range(6):
        one = one.after(Look(at=SHIPPED, tracker="yamato", outcome=Outcome.BLOCKED))
        pauses.append((one.next_at - SHIPPED) / PAUSE)
    assert pauses == [2, 4, 8, 8, 8, 8]


def unlooked(carrier, number):
    (case,) = fold((say.placed(), say.shipped(parcels=(Parcel(carrier=carrier, number=number),))))
    return {step.code: step for step in plan_case(case, Asked(on=japan_day(say.at(48)))).steps}


@pytest.mark.parametrize(("carrier", "number"), [("yamato", "123456789012"), ("unknown", "444413758704")])
def test_a_number_with_a_wrong_check_digit_is_told_before_anybody_looks(carrier, number):
    steps = unlooked(carrier, number)
    assert not steps.keys() & {"check_tracking", "ask_delivery"}
    step = steps["parcel_check_failed"]
    assert "検査数字が合いません" in spoken(step.text, "ja")
    assert number in spoken(step.draft.body, "ja")


@pytest.mark.parametrize(
    ("carrier", "number"), [("yamato", "123456789013"), ("seino", "1234567890"), ("amazon", "TBA000000000000")]
)
def test_a_number_that_nothing_speaks_against_is_looked_up(carrier, number):
    assert {"check_tracking", "ask_delivery"} <= unlooked(carrier, number).keys()


def test_nobody_is_sent_to_a_record_that_is_shut():
    text = spoken(unlooked("sagawa", "512547514334")["check_tracking"].text, "ja")
    assert "営業所" in text
    assert "出品者の落ち度ではありません" in text
    assert "営業所" not in spoken(unlooked("yamato", "123456789013")["check_tracking"].text, "ja")
