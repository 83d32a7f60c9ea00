"""Orders whose numbers were split, merged or changed, as they are kept and listed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event, text

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.condition import Benefit, Condition
from okawari.domain.contact import Contact, Party
from okawari.domain.judge import Trust
from okawari.domain.matching.expectations import Share
from okawari.domain.money import Money
from okawari.domain.payment import PaidBy, parse_paid_by
from okawari.domain.preorder import Reservation
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about, money_seen, reserved
from okawari.domain.watch.watch import Watch
from okawari.i18n import say as say_text
from okawari.services import watching
from okawari.services.attachments import attach, attached
from okawari.services.cases import answers_about, get_case, list_cases, plans_of, remember_answers
from okawari.services.contacts import forget_contact, log_contact, tell_condition
from okawari.services.following import match_money, raise_due, recognise
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.reading_again import read_again
from okawari.services.taking_in import take_in_files
from okawari.services.telling import keep_answer
from okawari.store.orders import Subject
from tests.databases import store_at
from tests.mails import shop_mail

ASKED = Asked(on=date(2026, 11, 23))
SAID_AT = datetime(2026, 11, 20, tzinfo=UTC)
FIRST_DAY = datetime(2026, 11, 1, 4, tzinfo=UTC)
LATER = date(2027, 3, 1)
OLD, NEW, OTHER = "KC-20000001", "BS-20000002", "KC-20000003"

PLACED = "ご注文番号:{}\nご注文日：2026/11/1\n\n商品A 1個 1,500円\n\n送料:0円\nお支払い金額:1,500円(税込)\n"
WHOLE = f"ご注文番号:{OLD}\nご注文日：2026/11/1\n\n商品A 1個 1,500円\n商品B 1個 700円\n\n送料:0円\nお支払い金額:2,200円(税込)\n"
CHANGED = f"配送センター変更に伴い、下記の注文番号が変更となりました。\n\nご注文番号：{OLD}　→　{NEW}\n"
ENDS, OPENS = "!" * 44, "■■ 分割後のご注文内容 ■■"
SPLIT = f"""ご注文の分割手続きが完了いたしました。

{OPENS}

注文番号: {OLD}
{ENDS}
商品A 1個 1,500円
送料: 0円
{ENDS}

注文番号: {NEW}
{ENDS}
商品B 1個 700円
送料: 0円
{ENDS}
"""
MERGED = f"まとめる前のご注文番号\n1: {OLD}\n2: {OTHER}\n\nまとめた後のご注文番号: {NEW}\n"


def placed(number, hours):
    return shop_mail("info@mail.dmm.com", "DMM通販：ご注文手続き完了のお知らせ", PLACED.format(number), hours)


def changed(hours=5, *, proven=True):
    subject = "DMM通販：配送センター変更に伴うご注文番号変更のお知らせ"
    return shop_mail("info@mail.dmm.com", subject, CHANGED, hours, proven=proven)


def split():
    return shop_mail("info@mail.dmm.com", "DMM通販：ご注文分割完了のお知らせ", SPLIT, 3)


def ended(number, hours=9):
    words = f"下記の注文商品のキャンセルが完了いたしました。\n\nご注文番号：{number}\n"
    return shop_mail("info@mail.dmm.com", "DMM通販：ご注文キャンセルのお知らせ", words, hours)


def add_watch(store, case):
    page = Watch(id="", url="https://shop.example/a", merchant=case.merchant, order=case.order, added_at=SAID_AT)
    watching.add(store, watching.open_gate(), page)


def keep(store, *mails):
    import_bytes([(f"{n}.eml", mail) for n, mail in enumerate(mails)], store, Trust())


def listed(store, **page):
    return [(plan.case.order, plan.case.other_orders) for plan in list_cases(store, ASKED, **page)]


def test_a_changed_order_is_one_line_and_found_by_both_numbers(store):
    keep(store, placed(OLD, 1), placed(OTHER, 2), changed())
    assert listed(store) == [(NEW, (OLD,)), (OTHER, ())]
    for number in (OLD, NEW):
        (plan,) = get_case(store, number, ASKED)
        assert (plan.case.order, plan.case.other_orders) == (NEW, (OLD,))
        assert [item.title for item in plan.case.items] == ["商品A"]


def test_pages_hold_each_order_once(store):
    keep(store, placed(OLD, 1), placed(OTHER, 2), changed())
    assert [listed(store, limit=1, offset=page) for page in range(3)] == [[(NEW, (OLD,))], [(OTHER, ())], []]


def test_merged_orders_are_one(store):
    merged = shop_mail("info@mail.dmm.com", "DMM通販：ご注文まとめ完了のお知らせ", MERGED, 6)
    keep(store, placed(OLD, 1), placed(OTHER, 2), merged)
    assert listed(store) == [(NEW, (OLD, OTHER))]


@pytest.mark.parametrize("page", [{}, {"limit": 5}])
def test_an_unproven_mail_only_leaves_a_note(store, page):
    keep(store, placed(OLD, 1), placed(NEW, 2), changed(proven=False))
    assert [numbers for _, numbers in listed(store, **page)] == [(), ()]
    (plan,) = get_case(store, OLD, ASKED)
    assert [problem.code for problem in plan.case.problems] == ["renumbering_unproven"]


def test_answers_given_under_the_old_number_still_count(store):
    keep(store, placed(OLD, 1))
    (plan,) = get_case(store, OLD, ASKED)
    said = answer_about(plan.case, datetime(2026, 11, 2, tzinfo=UTC), paid_by=(PaidBy(method="paidy"),))
    remember_answers(store, [said], datetime(2026, 11, 2, tzinfo=UTC))
    keep(store, changed())
    assert [paid.method for paid in answers_about(store, "dmm", NEW, ASKED).paid_by] == ["paidy"]


def told_under_the_old_number(store):
    """Keep an order and everything that a person can say of it, then that its number changed and that it was cancelled."""
    house = Household(store, Trust())
    keep(store, placed(OLD, 1))
    (plan,) = get_case(store, OLD, ASKED)
    case = plan.case
    keep_answer(house, answer_about(case, SAID_AT, paid_by=(parse_paid_by("credit_card"),), captured=True), SAID_AT)
    log_contact(store, case, Contact(party=Party.SHOP, at=SAID_AT, said="在庫を尋ねた"), SAID_AT)
    tell_condition(store, case, Condition(benefit=Benefit.COUPON, minimum=Money(Decimal(1500))), SAID_AT)
    remember_answers(store, [reserved(case, Reservation(shop="ヨドバシ", number="9"), SAID_AT)], SAID_AT)
    attach(store, case, "chat.png", b"\x89PNG\r\n\x1a\n", SAID_AT)
    add_watch(store, case)
    keep(store, changed(), ended(NEW))
    return get_case(store, NEW, ASKED)[0]


def test_all_that_was_told_under_the_old_number_follows_the_case(store):
    plan = told_under_the_old_number(store)
    case = plan.case
    assert (case.order, case.state) == (NEW, CaseState.CANCELLED)
    assert [leg.method for leg in plan.refunds] == ["credit_card"]
    assert ([one.said for one in case.contacts], len(case.conditions), len(case.reservations)) == (
        ["在庫を尋ねた"],
        1,
        1,
    )
    assert [one.name for one in attached(store, case)] == ["chat.png"]
    assert [kept.watch.order for kept in watching.of_case(store, case)] == [OLD]
    assert "11月20日" in say_text(next(step.draft.body for step in plan.steps if step.draft), "ja")
    assert forget_contact(store, case, case.contacts[0].name)
    tell_condition(store, case, case.conditions[0], SAID_AT + timedelta(days=1), withdrawn=True)
    (plan,) = get_case(store, OLD, ASKED)
    assert (plan.case.contacts, plan.case.conditions) == ((), ())


@pytest.fixture
def house(store):
    """A household that knows one of two numbers: cancelled, paid by a card, with two rows of its amount on a statement."""
    house = Household(store, Trust())
    keep(store, ended(NEW))
    case = get_case(store, NEW, ASKED)[0].case
    paid = answer_about(case, SAID_AT, paid_by=(parse_paid_by("debit_card"),), captured=True, total=Money(Decimal(700)))
    keep_answer(house, paid, SAID_AT)
    rows = "\r\n".join(f"2026/11/{day},ＤＭＭ．ＣＯＭ,-700,1,1,-700," for day in (10, 12))
    statement = f"山田　花子　様,4980-****-****-1234,三井住友カード\r\n{rows}\r\n".encode("cp932")
    assert not take_in_files(house, [("vpass.csv", statement)]).unreadable
    match_money(store, ASKED.on)
    return house


def the_split_comes_to_light(store):
    """Take in the older mails; return the plan, which goes by the other number then, and its share."""
    keep(store, shop_mail("info@mail.dmm.com", "DMM通販：ご注文手続き完了のお知らせ", WHOLE, 1), split())
    match_money(store, ASKED.on)
    (plan,) = get_case(store, NEW, ASKED)
    assert (plan.case.order, plan.case.other_orders, plan.case.partial) == (OLD, (NEW,), True)
    (leg,) = plan.refunds
    return plan.case, leg


@pytest.mark.usefixtures("house")
def test_an_answer_about_a_row_follows_the_case(store):
    (leg,) = get_case(store, NEW, ASKED)[0].refunds
    wrong, right = leg.candidates
    recognise(store, Share("dmm", NEW, leg.name), right, is_it=True, now=SAID_AT)
    recognise(store, Share("dmm", NEW, leg.name), wrong, is_it=False, now=SAID_AT)
    _, leg = the_split_comes_to_light(store)
    assert (leg.seen.ground, leg.seen.rows, leg.refused) == ("person", right.rows, (wrong,))
    recognise(store, Share("dmm", OLD, leg.name), right, is_it=False, now=SAID_AT)
    (leg,) = get_case(store, OLD, ASKED)[0].refunds
    assert (leg.seen, leg.candidates, leg.refused) == (None, (), (wrong, right))


def test_that_the_money_was_seen_is_taken_back_under_the_other_number(store, house):
    keep_answer(house, money_seen(get_case(store, NEW, ASKED)[0].case, SAID_AT), SAID_AT)
    case, leg = the_split_comes_to_light(store)
    assert case.state is CaseState.REFUNDED
    recognise(store, Share("dmm", OLD, leg.name), leg.seen.candidate, is_it=False, now=SAID_AT)
    assert get_case(store, OLD, ASKED)[0].case.state is CaseState.CANCELLED


def test_what_was_recognised_is_not_the_whole_once_more_is_cancelled(store, house):
    (leg,) = get_case(store, NEW, ASKED)[0].refunds
    first = leg.candidates[1]
    recognise(store, Share("dmm", NEW, leg.name), first, is_it=True, now=SAID_AT)
    the_split_comes_to_light(store)
    keep(store, ended(OLD, 480))
    match_money(store, ASKED.on)
    (plan,) = get_case(store, OLD, ASKED)
    (leg,) = plan.refunds
    assert (plan.case.state, leg.amount, leg.seen) == (CaseState.CANCELLED, Money(Decimal(2200)), None)
    row = "2026/11/29,ＤＭＭ．ＣＯＭ,-1500,1,1,-1500,"
    later = f"山田　花子　様,4980-****-****-1234,三井住友カード\r\n{row}\r\n".encode("cp932")
    assert not take_in_files(house, [("later.csv", later)]).unreadable
    match_money(store, ASKED.on)
    (leg,) = get_case(store, OLD, ASKED)[0].refunds
    assert (leg.seen.ground, [row.amount for row in leg.seen.rows]) == (
        "sum_of_rows",
        [Money(Decimal(700)), Money(Decimal(1500))],
    )


@pytest.mark.usefixtures("house")
def test_an_alarm_is_not_raised_again_under_the_other_number(store):
    assert [one.order for one in raise_due(store, LATER)] == [NEW]
    the_split_comes_to_light(store)
    assert raise_due(store, LATER) == ()


def test_a_sum_that_was_told_of_one_of_merged_orders_is_not_that_of_all(store):
    house = Household(store, Trust())
    keep(store, placed(OLD, 1), placed(OTHER, 2))
    (plan,) = get_case(store, OLD, ASKED)
    paid = (parse_paid_by("rakuten_points=500"), parse_paid_by("credit_card=1000"))
    said = answer_about(plan.case, FIRST_DAY, paid_by=paid, total=Money(Decimal(1500)))
    keep_answer(house, said, FIRST_DAY)
    assert [one.amount for one in answers_about(store, "dmm", OLD, ASKED).paid_by] == [
        Money(Decimal(500)),
        Money(Decimal(1000)),
    ]
    keep(store, shop_mail("info@mail.dmm.com", "DMM通販：ご注文まとめ完了のお知らせ", MERGED, 6))
    asked = answers_about(store, "dmm", NEW, ASKED)
    assert [(one.method, one.amount) for one in asked.paid_by] == [("rakuten_points", None), ("credit_card", None)]
    (plan,) = get_case(store, NEW, ASKED)
    assert plan.case.total is None


def test_the_story_ends_under_the_new_number(store):
    keep(store, placed(OLD, 1), changed(), ended(NEW))
    (plan,) = get_case(store, OLD, ASKED)
    assert (plan.case.state, plan.case.partial) == (CaseState.CANCELLED, False)


def test_both_numbers_asked_for_are_one_plan(store):
    keep(store, placed(OLD, 1), changed(), placed(OTHER, 2))
    with store.reading() as transaction:
        plans = plans_of(transaction, [Subject(OLD), Subject(OTHER), Subject(NEW)], ASKED)
    assert [plan.case.order for plan in plans] == [NEW, OTHER]


def test_reading_again_changes_nothing(store):
    keep(store, placed(OLD, 1), changed())
    before = listed(store)
    read_again(store, Trust())
    assert listed(store) == before


def test_another_household_knows_nothing_of_it(store):
    keep(store, placed(OLD, 1), changed())
    assert get_case(replace(store, household="neighbour"), NEW, ASKED) == ()


def test_the_renumberings_are_found_by_their_own_index(tmp_path):
    with store_at(tmp_path / "okawari.db").snapshot() as connection:
        plan = connection.execute(
            text("EXPLAIN QUERY PLAN SELECT payload FROM facts WHERE household = 'x' AND kind = 'order_renumbered'")
        ).all()
    assert "facts_renumbered" in str(plan)


def test_renumbered_orders_cost_a_list_no_query_more(store):
    seen = []
    event.listen(store.engine, "before_cursor_execute", lambda *call: seen.append(call[2]))

    def queries():
        seen.clear()
        list_cases(store, ASKED)
        return len([said for said in seen if said.lstrip().startswith("SELECT")])

    keep(store, placed(OLD, 1), placed(OTHER, 2))
    without = queries()
    keep(store, changed(), shop_mail("info@mail.dmm.com", "DMM通販：ご注文まとめ完了のお知らせ", MERGED, 6))
    assert queries() == without


def test_authenticity_is_that_of_the_weakest_mail(store):
    keep(store, placed(OLD, 1), changed())
    (plan,) = get_case(store, NEW, ASKED)
    assert plan.case.authenticity.verdict is Verdict.GENUINE
