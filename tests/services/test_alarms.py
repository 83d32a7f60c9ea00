"""Three months of five orders, two of them cancelled, day by day: what is said on which day, and never twice."""

from dataclasses import replace
from datetime import date, timedelta

import jpholiday
import pytest

from okawari.domain.alarms import alarms_of, due
from okawari.domain.japan_time import japan_day
from okawari.domain.phrase import Bilingual
from okawari.domain.refund import Asked
from okawari.i18n.money import alarm_text
from okawari.services.rescue import plan_facts
from tests.domain import say

CARD, GIFT = "250-0000001-0000001", "250-0000002-0000002"
DAY = 24
STORY = (
    say.placed(say.item("A", 3000), order=CARD, total=3000, payments=(say.paid("credit_card", 3000),)),
    say.cancelled(order=CARD, hours=DAY, refund=say.announced(3000, charged=True)),
    say.placed(
        say.item("B", 5000), order=GIFT, hours=3 * DAY, total=5000, payments=(say.paid("amazon_gift_balance", 5000),)
    ),
    say.cancelled(order=GIFT, hours=5 * DAY),
)
# The card: REF-AMZ-CARD-02 from the cancel on 24 November (look on day 30, due on day 45, overdue on day 60), then NET-ESC-01.
# 23 January 2027 is a Saturday and 7 February a Sunday, so both wait for Monday.
CARD_SCRIPT = [
    (date(2026, 12, 24), CARD, "look_for_refund"),
    (date(2027, 1, 8), CARD, "refund_due"),
    (date(2027, 1, 25), CARD, "refund_overdue"),
    (date(2027, 2, 8), CARD, "ask_issuer"),
    (date(2027, 2, 22), CARD, "consumer_hotline"),
    (date(2027, 3, 4), CARD, "decide_chargeback"),
]


SOLD, AHEAD, RAKUTEN = "250-0000003-0000003", "250-0000004-0000004", "318204-20261123-0123450678"


def placed(hours, price, merchant="amazon_jp", **part):
    of_order = say.part(say.item("C", price), total=price, **part)
    return replace(say.placed(hours=hours, order=part["order"], merchant=merchant), part=of_order)


OTHERS = (
    # sold and shipped by a seller, by 5 December at the latest
    placed(1, 9000, order=SOLD, seller="お店", shipped_by="お店", delivery_latest=date(2026, 12, 5)),
    # comes out on the Saturday after New Year
    placed(2, 4000, order=AHEAD, release_on=date(2027, 1, 2)),
    # at Rakuten, where the days are counted from the day after the order
    placed(3, 2000, "rakuten", order=RAKUTEN, seller="某店"),
)
# The gift balance, asked for within days; NET-ESC-01 knows no issuer for it.
GIFT_SCRIPT = [
    (date(2026, 11, 30), GIFT, "look_for_refund"),
    (date(2026, 12, 1), GIFT, "refund_overdue"),
]
OTHERS_SCRIPT = [
    # 30 December is the third day before the release; banks and shops rest from the 29th on, so it is said on the 28th.
    (date(2026, 12, 28), AHEAD, "release_near"),
    (date(2027, 1, 2), AHEAD, "release_day"),
    (date(2027, 1, 4), AHEAD, "release_passed"),
    # Rakuten, from 24 November: day 60 is 23 January (a Saturday), day 80 is 12 February, day 90 is 22 February.
    (date(2027, 1, 22), RAKUTEN, "claim_closes_in_30"),
    (date(2027, 2, 12), RAKUTEN, "claim_closes_in_10"),
    (date(2027, 2, 22), RAKUTEN, "claim_closes"),
    # Amazon, from 5 December: day 60 is 3 February, day 80 is 23 February (a holiday), day 90 is 5 March.
    (date(2027, 2, 3), SOLD, "claim_closes_in_30"),
    (date(2027, 2, 22), SOLD, "claim_closes_in_10"),
    (date(2027, 3, 5), SOLD, "claim_closes"),
]
SCRIPT = sorted(CARD_SCRIPT + GIFT_SCRIPT + OTHERS_SCRIPT)


def told_by(on):
    return [fact for fact in STORY if japan_day(fact.at) <= on]


FIRST, DAYS = date(2026, 11, 23), 130


def replay(*, off=(), order=None, raised=None, facts=told_by):
    raised = set() if raised is None else raised
    said = []
    for day in (FIRST + timedelta(days=n) for n in range(DAYS)):
        if day in off:
            continue
        for plan in plan_facts(facts(day), Asked(on=day)):
            for alarm in due(alarms_of(plan, jpholiday.is_holiday), day, raised):
                raised.add(alarm.key)
                if order in (None, alarm.order):
                    said.append((day, alarm.order, alarm.what))
    return said


def test_each_stage_of_a_card_refund_is_said_once_on_its_day():
    assert replay(order=CARD) == CARD_SCRIPT


def test_a_gift_balance_is_asked_about_within_days():
    said = replay(order=GIFT)
    assert [what for _, _, what in said][:1] == ["look_for_refund"]
    assert said[0][0] <= date(2026, 12, 2)
    assert len({what for _, _, what in said}) == len(said)


def test_no_day_on_which_nobody_works_is_used():
    assert all(day.weekday() < 5 and not jpholiday.is_holiday(day) for day, _, _ in replay())


def test_after_ten_days_without_the_program_each_refund_is_spoken_of_once():
    off = {date(2027, 1, 5) + timedelta(days=n) for n in range(10)}
    expected = [(date(2027, 1, 15) if day in off else day, order, what) for day, order, what in CARD_SCRIPT]
    assert replay(order=CARD, off=off) == expected


def test_what_came_and_went_meanwhile_is_not_said_late():
    off = {date(2026, 12, 20) + timedelta(days=n) for n in range(40)}
    assert replay(order=CARD, off=off)[0] == (date(2027, 1, 29), CARD, "refund_overdue")


def test_a_clock_that_goes_back_says_nothing_again():
    raised = set()
    replay(order=CARD, raised=raised)
    assert replay(order=CARD, raised=raised) == []


def test_money_that_was_seen_needs_no_alarm():
    def facts(on):
        seen_on = date(2027, 1, 9)
        seen = say.seen(hours=47 * DAY) if on >= seen_on else None
        return [fact for fact in told_by(on) if fact.order == CARD] + ([replace(seen, order=CARD)] if seen else [])

    assert replay(order=CARD, facts=facts) == CARD_SCRIPT[:2]


def test_the_guarantee_warns_before_it_closes_and_on_the_day_itself():
    facts = [replace(say.shipped(hours=0, order=SOLD), part=OTHERS[0].part)]
    said = replay(facts=lambda _on: facts)
    assert [one for one in said if one[2].startswith("claim")] == [one for one in OTHERS_SCRIPT if one[1] == SOLD]
    (plan,) = plan_facts(facts, Asked(on=FIRST))
    warnings = [alarm for alarm in alarms_of(plan, jpholiday.is_holiday) if alarm.thread == "claim"]
    assert {alarm.about for alarm in warnings} == {date(2027, 3, 5)}
    assert "3月5日(金)まで" in alarm_text(warnings[1], Bilingual("Amazon", "Amazon"), "ja")


def whole_story(on):
    return [fact for fact in (*STORY, *OTHERS) if japan_day(fact.at) <= on]


def test_three_months_give_exactly_the_alarms_of_the_script():
    assert sorted(replay(facts=whole_story)) == SCRIPT


def ten_days_from(first):
    return {first + timedelta(days=n) for n in range(10)}


@pytest.mark.parametrize(
    ("first", "late", "never"),
    [
        # over New Year: of the release only that it has passed, said on the first day back
        (date(2026, 12, 26), {(AHEAD, "release_passed"): ""}, [(AHEAD, "release_near"), (AHEAD, "release_day")]),
        # over day 80 of both claims, the day on which Rakuten's closes, and the hotline's day
        (
            date(2027, 2, 15),
            {
                (RAKUTEN, "claim_closes"): "claim_closed",
                (SOLD, "claim_closes_in_10"): "",
                (CARD, "consumer_hotline"): "",
            },
            [],
        ),
        # over the day on which Amazon's closes
        (
            date(2027, 2, 27),
            {(SOLD, "claim_closes"): "claim_closed", (CARD, "decide_chargeback"): ""},
            [],
        ),
        # over day 60 of both: the warnings come late, and once
        (
            date(2027, 1, 21),
            {(RAKUTEN, "claim_closes_in_30"): "", (CARD, "refund_overdue"): ""},
            [],
        ),
    ],
    ids=["new_year", "day_80", "closing", "day_60"],
)
def test_after_ten_days_off_nothing_lacks_nothing_is_said_twice_and_nothing_untrue(first, late, never):
    off = ten_days_from(first)
    expected = []
    for day, order, what in SCRIPT:
        if (order, what) in never:
            continue
        missed = day in off
        assert missed == ((order, what) in late)
        expected.append(
            (max(off) + timedelta(days=1), order, late[order, what] or what) if missed else (day, order, what)
        )
    assert sorted(replay(facts=whole_story, off=off)) == sorted(expected)


def test_of_a_claim_that_closed_long_ago_nothing_is_said():
    (plan,) = plan_facts([OTHERS[0]], Asked(on=FIRST))
    alarms = alarms_of(plan, jpholiday.is_holiday)
    closed = date(2027, 3, 5)
    assert [alarm.what for alarm in due(alarms, closed, ())] == ["claim_closes"]
    assert [alarm.what for alarm in due(alarms, closed + timedelta(days=1), ())] == ["claim_closed"]
    assert due(alarms, closed + timedelta(days=31), ()) == ()
    told = {alarm.key for alarm in due(alarms, closed, ())}
    assert due(alarms, closed + timedelta(days=1), told) == ()
