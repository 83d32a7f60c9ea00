"""The daily digest: what it says on which day, and that it says nothing twice."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import jpholiday
import pytest

from okawari.domain.alarms import Alarm, alarms_of
from okawari.domain.digest import digest_of
from okawari.domain.message import CancelBy
from okawari.domain.money import Money
from okawari.domain.payment import parse_paid_by
from okawari.domain.phrase import Bilingual
from okawari.domain.plan import Candidate, Seen, SeenRow
from okawari.domain.refund import Asked
from okawari.i18n.money import alarm_text, digest_text
from okawari.services.rescue import plan_facts
from tests.domain import say
from tests.services.test_alarms import CARD, CARD_SCRIPT, DAYS, FIRST, STORY, told_by

SATURDAY, MONDAY = date(2026, 12, 26), date(2026, 12, 28)


def plans(on, facts=None):
    return plan_facts(told_by(on) if facts is None else facts, Asked(on=on))


def card_plan(on, **leg):
    (plan,) = [one for one in plans(on) if one.case.order == CARD]
    legs = tuple(replace(one, **leg) for one in plan.refunds)
    return replace(plan, refunds=legs, deadlines=() if leg else plan.deadlines, steps=() if leg else plan.steps)


def made(listed, on, raised=(), today=()):
    return digest_of(listed, on, raised, today, jpholiday.is_holiday)


def replay(*, off=()):
    raised, said = set(), []
    for day in (FIRST + timedelta(days=n) for n in range(DAYS)):
        if day in off:
            continue
        digest, news = made([plan for plan in plans(day) if plan.case.order == CARD], day, raised)
        raised.update(alarm.key for alarm in news)
        said += [(day, alarm.order, alarm.what) for alarm in digest.due]
    return said


def test_three_months_day_by_day_give_the_alarms_of_the_script():
    assert replay() == CARD_SCRIPT


def test_after_ten_days_off_each_refund_is_spoken_of_once():
    off = {date(2027, 1, 5) + timedelta(days=n) for n in range(10)}
    assert replay(off=off) == [
        (date(2027, 1, 15) if day in off else day, order, what) for day, order, what in CARD_SCRIPT
    ]


def test_what_is_late_alone_makes_no_digest_and_stands_in_the_next():
    on = date(2027, 1, 26)
    raised = {f"amazon_jp|{CARD}|{leg.name}|refund_overdue" for leg in card_plan(on).refunds}
    digest, news = made([card_plan(on)], on, raised)
    assert [alarm.what for alarm in digest.overdue] == ["money_overdue"]
    assert (digest.due, news) == ((), ())
    digest, _ = made([card_plan(date(2027, 1, 25))], date(2027, 1, 25))
    assert [alarm.what for alarm in digest.due] == ["refund_overdue"]
    assert digest.overdue == ()


@pytest.mark.parametrize(("ground", "age", "told"), [("same_amount", 1, 1), ("same_amount", 61, 0), ("person", 1, 0)])
def test_money_that_came_back_lately_is_told_once(ground, age, told):
    row = SeenRow(account="vpass|1234", wording="AMAZON", on=MONDAY - timedelta(days=age), amount=Money(Decimal(3000)))
    plan = card_plan(MONDAY, seen=Seen(ground=ground, rows=(row,)))
    digest, news = made([plan], MONDAY)
    assert ([alarm.what for alarm in digest.seen], len(news)) == (["money_seen"] * told, told)
    again, news = made([plan], MONDAY, {alarm.key for alarm in news})
    assert (again.seen, news) == ((), ())


def test_a_question_is_news_once_and_stays_while_it_is_open():
    plan = card_plan(MONDAY, candidates=(Candidate(account="vpass|1234"),))
    _, news = made([plan], MONDAY)
    assert "money_question" in [alarm.what for alarm in news]
    again, news = made([plan], MONDAY, {alarm.key for alarm in news})
    assert ([alarm.what for alarm in again.questions], news) == (["money_question"], ())


def test_a_seller_who_waits_for_an_answer_is_told_while_that_is_fresh():
    story = [STORY[0], say.requested(order=CARD, hours=24, by=CancelBy.SHOP)]
    assert [alarm.what for alarm in made(plans(date(2026, 11, 25), story), date(2026, 11, 25))[0].questions] == [
        "answer_seller"
    ]
    assert made(plans(date(2027, 2, 25), story), date(2027, 2, 25))[0].questions == ()


def test_on_a_day_off_only_what_the_day_asks_for_is_said():
    row = SeenRow(account="vpass|1234", wording="AMAZON", on=SATURDAY, amount=Money(Decimal(3000)))
    seen = card_plan(SATURDAY, seen=Seen(ground="same_amount", rows=(row,)))
    assert made([seen], SATURDAY) == (replace(made([seen], SATURDAY)[0], due=(), seen=()), ())
    assert len(made([card_plan(MONDAY, seen=seen.refunds[0].seen)], MONDAY)[1]) == 1
    closes = date(2027, 2, 20)  # a Saturday, day 90 after 22 November
    part = say.part(
        say.item("C", 9000), total=9000, seller="お店", shipped_by="お店", delivery_latest=date(2026, 11, 22)
    )
    story = [replace(say.shipped(hours=0), part=part)]
    digest, news = made(plans(closes, story), closes)
    assert [alarm.what for alarm in digest.due] == ["claim_closes"]
    assert len(news) == 1
    assert made(plans(closes + timedelta(days=1), story), closes + timedelta(days=1))[0].due == ()


@pytest.mark.parametrize(
    ("paid", "captured", "said"),
    [
        ("credit_card", True, "カードの明細を確かめてください"),
        ("credit_card", False, "押さえられた枠が空いたか、カードの利用可能枠を確かめてください"),
        ("debit_card", None, "口座やカードの入金を確かめてください"),
        ("convenience_store:paid", None, "Amazonギフトカードの残高の履歴を確かめてください"),
        ("carrier_docomo", None, "携帯電話の請求（ドコモの明細）を確かめてください"),
        ("paypay_balance", None, "PayPayの履歴を確かめてください"),
        ("paidy", None, "ペイディの利用履歴（アプリまたはMyPaidy）を確かめてください"),
    ],
)
def test_a_reminder_says_where_to_look(paid, captured, said):
    dead = (say.placed(say.item("A", 3000), total=3000), say.cancelled(hours=24))
    (plan,) = plan_facts(dead, Asked(on=MONDAY, paid_by=(parse_paid_by(paid),), captured=captured))
    first = alarms_of(plan, jpholiday.is_holiday)[0]
    text = alarm_text(first, Bilingual("Amazon.co.jp", "Amazon.co.jp"), "ja")
    assert said in text
    assert "3,000円" in text


def test_a_long_list_is_cut_and_says_how_much_is_left():
    alarm = Alarm(
        merchant="amazon_jp",
        order="1",
        what="refund_due",
        on=MONDAY,
        about=MONDAY,
        thread="a",
        amount=Money(Decimal(1001)),
    )
    digest = replace(
        made([], MONDAY)[0],
        due=tuple(replace(alarm, order=str(number)) for number in range(8)),
        shops=(("amazon_jp", Bilingual("Amazon.co.jp", "Amazon.co.jp")),),
    )
    title, body = digest_text(digest, "ja")
    assert title == "12月28日(月)のお知らせ"
    lines = body.splitlines()
    assert lines[0] == "■ 今日すること（8件）"
    assert (
        lines[1]
        == "・Amazon.co.jpの返金1,001円は、12月28日(月)までに戻る見込みでした。明細を確かめてください（この注文）。"
    )
    assert lines[6] == "・ほか3件"
    assert "¥1,001" in digest_text(digest, "en")[1]
