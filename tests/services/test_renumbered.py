"""Orders whose numbers were split, merged or changed, as they are kept and listed."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event, text

from okawari.domain.authenticity import Verdict
from okawari.domain.case import CaseState
from okawari.domain.judge import Trust
from okawari.domain.payment import PaidBy
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about
from okawari.services.cases import answers_about, get_case, list_cases, plans_of, remember_answers
from okawari.services.importing import import_bytes
from okawari.services.reading_again import read_again
from okawari.store.orders import Subject
from tests.databases import store_at
from tests.mails import shop_mail

ASKED = Asked(on=date(2026, 11, 23))
OLD, NEW, OTHER = "KC-20000001", "BS-20000002", "KC-20000003"

PLACED = "ご注文番号:{}\nご注文日：2026/11/1\n\n商品A 1個 1,500円\n\n送料:0円\nお支払い金額:1,500円(税込)\n"
CHANGED = f"配送センター変更に伴い、下記の注文番号が変更となりました。\n\nご注文番号：{OLD}　→　{NEW}\n"
MERGED = f"まとめる前のご注文番号\n1: {OLD}\n2: {OTHER}\n\nまとめた後のご注文番号: {NEW}\n"


def placed(number, hours):
    return shop_mail("info@mail.dmm.com", "DMM通販：ご注文手続き完了のお知らせ", PLACED.format(number), hours)


def changed(hours=5, *, proven=True):
    subject = "DMM通販：配送センター変更に伴うご注文番号変更のお知らせ"
    return shop_mail("info@mail.dmm.com", subject, CHANGED, hours, proven=proven)


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


def test_the_story_ends_under_the_new_number(store):
    ended = f"下記の注文商品のキャンセルが完了いたしました。\n\nご注文番号：{NEW}\n"
    keep(
        store,
        placed(OLD, 1),
        changed(),
        shop_mail("info@mail.dmm.com", "DMM通販：ご注文キャンセルのお知らせ", ended, 9),
    )
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
