"""Three months of two cancelled orders, day by day: what is said on which day, and never twice."""

from dataclasses import replace
from datetime import date, timedelta

import jpholiday

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
    part = say.part(
        say.item("C", 9000), total=9000, seller="お店", shipped_by="お店", delivery_latest=date(2026, 12, 5)
    )
    facts = [replace(say.shipped(hours=0), part=part)]
    said = replay(facts=lambda _on: facts)
    # day 60 is 3 February, day 80 is 23 February (a holiday: the day before), day 90 is 5 March
    assert [(day, what) for day, _, what in said if what.startswith("claim")] == [
        (date(2027, 2, 3), "claim_closes_in_30"),
        (date(2027, 2, 22), "claim_closes_in_10"),
        (date(2027, 3, 5), "claim_closes"),
    ]
    (plan,) = plan_facts(facts, Asked(on=FIRST))
    warnings = [alarm for alarm in alarms_of(plan, jpholiday.is_holiday) if alarm.thread == "claim"]
    assert {alarm.about for alarm in warnings} == {date(2027, 3, 5)}
    assert "3月5日(金)まで" in alarm_text(warnings[1], Bilingual("Amazon", "Amazon"), "ja")
