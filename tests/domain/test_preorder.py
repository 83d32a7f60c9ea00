"""Preorders and backorders: second reservations, the price guarantee, and until when one waits."""

from dataclasses import replace
from datetime import date, timedelta

import jpholiday
import pytest

from okawari.domain.alarms import alarms_of, due
from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.fold import fold
from okawari.domain.message import MessageKind
from okawari.domain.money import yen
from okawari.domain.preorder import Reservation, SeenPrice, Standing
from okawari.domain.price_guarantee import Kept, price_guarantees
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about, order_told, price_seen, reserved
from okawari.i18n import say as spoken
from okawari.i18n.preorders import guarantee_lines
from okawari.services.rescue import plan_case

from . import say

TODAY = date(2026, 11, 23)
RELEASE = date(2026, 12, 10)
GAME = say.item("謎解きゲーム 限定版", 6980)


def placed(*items, release=RELEASE, **more):
    fact = say.placed(*(items or (GAME,)), **more)
    part = say.part(*(items or (GAME,)), release_on=release, ordered_on=TODAY)
    return type(fact)(merchant=fact.merchant, order=fact.order, at=fact.at, provenance=fact.provenance, part=part)


def a_case(*facts):
    (case,) = fold(facts)
    return case


def told(first, *more):
    """The case of facts and of what the person tells of it, each a step later."""
    facts = [*first]
    for hours, make in enumerate(more, 6):
        facts.append(make(a_case(*facts), say.at(hours)))
    return a_case(*facts)


def seen(amount, on, **more):
    return lambda case, at: price_seen(case, SeenPrice(price=yen(amount), on=on, **more), at)


def spare(shop="ヨドバシ", standing=Standing.HELD, **more):
    return lambda case, at: reserved(case, Reservation(shop=shop, standing=standing, **more), at)


def planned(case, on=TODAY):
    return plan_case(case, Asked(on=on))


def codes(plan):
    return [step.code for step in plan.steps]


@pytest.mark.parametrize(
    ("first", "more", "kept"),
    [
        ([placed()], [], Kept.UNKNOWN),
        ([placed()], [seen(6480, date(2026, 11, 30))], Kept.TO_COME),
        ([placed()], [seen(6980, date(2026, 11, 30)), seen(7200, date(2026, 12, 1))], Kept.KEPT),
        ([placed()], [seen(6480, date(2026, 11, 22))], Kept.UNKNOWN),
        ([placed()], [seen(6480, date(2026, 12, 11))], Kept.UNKNOWN),
        ([placed(), say.shipped(hours=24 * 10)], [seen(6480, date(2026, 11, 30))], Kept.LOWER),
        ([placed(), say.shipped(hours=24 * 10)], [seen(6480, date(2026, 12, 4))], Kept.UNKNOWN),
        ([placed(), say.cancelled()], [seen(6480, date(2026, 11, 30))], Kept.ENDED),
        ([placed(say.item("甲"))], [seen(6480, date(2026, 11, 30))], Kept.UNKNOWN),
    ],
)
def test_the_lowest_price_of_the_window_is_held_against_what_was_charged(first, more, kept):
    case = told(first, *more)
    assert [one.kept for one in price_guarantees(case)] == [kept]
    assert ("claim_price_guarantee" in codes(planned(case))) == (kept is Kept.LOWER)


def charged(amount, hours=24 * 11):
    return lambda case, _at: answer_about(case, say.at(hours), total=yen(amount))


LOWER = seen(6480, date(2026, 11, 30))


@pytest.mark.parametrize(
    ("first", "more", "kept", "known"),
    [
        ([placed(), say.shipped(hours=24 * 10)], [LOWER], Kept.LOWER, False),
        ([placed(), say.shipped(hours=24 * 10)], [LOWER, charged(6980)], Kept.LOWER, True),
        ([placed(), say.shipped(hours=24 * 10)], [LOWER, charged(6480)], Kept.KEPT, True),
        ([placed(), say.shipped(say.item("謎解きゲーム 限定版", 6480), hours=24 * 10)], [LOWER], Kept.KEPT, True),
        ([placed(), say.shipped(GAME, hours=24 * 10)], [LOWER], Kept.LOWER, True),
        # what was told before anything was shipped is no charge
        ([placed(), say.shipped(hours=24 * 10)], [LOWER, charged(6980, hours=24)], Kept.LOWER, False),
    ],
)
def test_what_was_charged_is_never_guessed(first, more, kept, known):
    case = told(first, *more)
    (one,) = price_guarantees(case)
    assert (one.kept, one.charge_known) == (kept, known)
    steps = {step.code: step for step in planned(case).steps}
    if kept is Kept.LOWER:
        body = spoken(steps["claim_price_guarantee"].draft.body, "ja")
        assert ("で請求されていますが" in body) == known
    else:
        assert "claim_price_guarantee" not in steps


def test_a_price_of_another_day_is_said_not_to_count():
    (one,) = price_guarantees(told([placed()], seen(6000, date(2026, 11, 22)), LOWER))
    assert (one.outside, one.lowest.price) == (1, yen(6480))
    assert any("期間の外" in line for line in guarantee_lines(one, "ja"))


def test_the_claim_names_both_prices_and_the_difference_in_both_languages():
    case = told([placed(), say.shipped(hours=24 * 10)], seen(6480, date(2026, 11, 30)), seen(6780, date(2026, 11, 25)))
    step = next(step for step in planned(case).steps if step.code == "claim_price_guarantee")
    assert step.rule == "MKT-PRE-01"
    for locale, amounts in (("ja", ("6,980円", "6,480円", "500円")), ("en", ("¥6,980", "¥6,480", "¥500"))):
        words = spoken(step.draft.body, locale)
        assert all(amount in words for amount in amounts)


def test_in_an_order_of_several_a_price_belongs_to_the_thing_that_it_names():
    items = (GAME, say.item("本", 1500))
    first = [placed(*items), say.shipped(*items, hours=24 * 10)]
    unnamed = told(first, seen(1000, date(2026, 11, 30)))
    assert [one.kept for one in price_guarantees(unnamed)] == [Kept.UNKNOWN, Kept.UNKNOWN]
    named = told(first, seen(1000, date(2026, 11, 30), item="本"))
    assert [one.kept for one in price_guarantees(named)] == [Kept.UNKNOWN, Kept.LOWER]


def test_what_is_no_preorder_of_amazons_own_has_no_guarantee():
    assert price_guarantees(a_case(placed(release=None))) == ()
    assert price_guarantees(a_case(placed(release=TODAY))) == ()
    other = say.shipped(hours=24 * 10)
    sold = type(other)(
        merchant="amazon_jp",
        order=other.order,
        at=other.at,
        provenance=other.provenance,
        kind=other.kind,
        part=say.part(seller="星空商店"),
    )
    assert [one.kept for one in price_guarantees(a_case(placed(), sold))] == [Kept.NOT_COVERED]


def test_a_spare_is_to_be_cancelled_when_the_order_ships_and_each_alarm_comes_once():
    by = date(2026, 12, 1)
    waiting = told([placed()], spare(cancel_by=by), spare("セブンネット"))
    assert codes(planned(waiting)).count("decide_spare") == 1
    alarms = alarms_of(planned(waiting), jpholiday.is_holiday)
    before = next(one for one in alarms if one.what == "decide_spare")
    assert before.on == date(2026, 11, 27)  # two days before is a Sunday
    shipped = told([placed(), say.shipped(hours=24)], spare(cancel_by=by), spare("セブンネット"))
    steps = [step for step in planned(shipped).steps if step.code == "cancel_spare"]
    assert ["12月1日" in spoken(step.text, "ja") for step in steps] == [True, False]
    assert "分かりません" in spoken(steps[1].text, "ja")
    later = alarms_of(planned(shipped), jpholiday.is_holiday)
    raised = due(later, date(2026, 11, 25), {before.key})
    assert [one.what for one in raised] == ["cancel_spare", "cancel_spare"]
    assert due(later, date(2026, 11, 26), {one.key for one in raised}) == ()
    passed = planned(shipped, date(2026, 12, 2))
    assert "過ぎています" in spoken(next(step.text for step in passed.steps if step.code == "cancel_spare"), "ja")


@pytest.mark.parametrize(("standing", "said"), [(Standing.HELD, True), (Standing.CANCELLED, False)])
def test_the_second_reservation_is_what_is_left_of_an_order_that_died(standing, said):
    dead = planned(told([placed(), say.cancelled(hours=24)], spare(standing=standing)))
    assert ("keep_spare" in codes(dead)) is said


def test_the_latest_word_on_a_reservation_counts():
    gone = told([placed(), say.shipped(hours=2)], spare(), spare(standing=Standing.CANCELLED))
    assert [one.standing for one in gone.reservations] == [Standing.CANCELLED]
    assert "cancel_spare" not in codes(planned(gone))
    again = told([placed()], spare(), spare(standing=Standing.CANCELLED), spare())
    assert [one.standing for one in again.reservations] == [Standing.HELD]
    comes = told([placed()], spare(standing=Standing.SECURED))
    assert "cancel_main" in codes(planned(comes))


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(2026, 12, 6), None),
        (date(2026, 12, 7), "release_near"),
        (date(2026, 12, 10), "release_near"),
        (date(2026, 12, 11), "release_passed"),
    ],
)
def test_a_release_that_comes_near_while_nothing_moves_is_a_step(on, code):
    found = [one for one in codes(planned(a_case(placed()), on)) if one.startswith("release_")]
    assert found == ([code] if code else [])


def test_the_person_can_tell_the_day_of_release():
    case = told([placed(release=None)], lambda case, at: order_told(case, at, release_on=RELEASE))
    assert case.release_on == RELEASE
    assert "release" in [one.what for one in planned(case).deadlines]
    whats = [one.what for one in alarms_of(planned(case), jpholiday.is_holiday)]
    assert whats == ["release_near", "release_day", "release_passed"]


def backordered(hours, by, mail):
    fact = say.delayed(hours=hours, mail=mail, kind=MessageKind.BACKORDERED)
    part = say.part(delivery_latest=by)
    return type(fact)(
        merchant=fact.merchant,
        order=fact.order,
        at=fact.at,
        provenance=fact.provenance,
        kind=fact.kind,
        part=part,
    )


def test_a_backorder_says_since_when_what_was_promised_and_how_often_it_moved():
    first, second = backordered(24, date(2026, 12, 5), "one"), backordered(72, date(2026, 12, 20), "two")
    wait = planned(a_case(placed(release=None), first, second)).wait
    assert (wait.since, wait.promised, wait.moved) == (date(2026, 11, 24), date(2026, 12, 20), 1)
    assert (wait.decide_by, wait.rule) == (None, None)
    step = next(step for step in planned(a_case(placed(), first, second)).steps if step.code == "wait_or_cancel")
    for words in ("11月24日", "12月20日", "1回", "確認できていません"):
        assert words in spoken(step.text, "ja")


@pytest.mark.parametrize(
    ("by", "on", "words"),
    [
        (date(2026, 12, 5), TODAY, "お店が示した日は12月5日(土)です"),
        (date(2026, 12, 5), date(2026, 12, 6), "お店が示した日（12月5日(土)）は過ぎています"),
        (None, TODAY, "お店が前に示した日は12月1日(火)で、入荷待ちの知らせに新しい日はありません"),
    ],
)
def test_a_day_that_has_passed_or_was_not_named_again_is_no_promise(by, on, words):
    part = say.part(GAME, delivery_latest=date(2026, 12, 1))
    order = replace(say.placed(GAME), part=part)
    plan = planned(a_case(order, backordered(24, by, "one")), on)
    (step,) = [step for step in plan.steps if step.code == "wait_or_cancel"]
    assert words in spoken(step.text, "ja")


def test_where_the_malls_guarantee_ends_the_decision_comes_before_it():
    facts = [
        type(one)(
            **{name: getattr(one, name) for name in one.__slots__ + type(one).__mro__[1].__slots__}
            | {"merchant": "rakuten"}
        )
        for one in (placed(release=None), backordered(24, None, "one"))
    ]
    plan = planned(a_case(*facts))
    assert (plan.wait.decide_by, plan.wait.rule) == (TODAY + timedelta(days=81), "MKT-RAK-ANSHIN-01")
    assert plan.wait.promised is None
    assert "decide_wait" in [one.what for one in alarms_of(plan, jpholiday.is_holiday)]


def test_nothing_of_it_is_said_of_a_forged_mail():
    case = a_case(say.phishing()) if hasattr(say, "phishing") else a_case(say.placed(verdict=Verdict.PHISHING))
    plan = planned(case)
    assert plan.case.state is CaseState.UNKNOWN
    assert (plan.guarantees, plan.wait) == ((), None)
