"""A cancelled thing that looks saw on sale again at the one who cancelled it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from okawari.contract.rescue import rescue_document
from okawari.domain.again import may_be_offered_again
from okawari.domain.candidate import Candidate, Condition, Wanted
from okawari.domain.history import state_of
from okawari.domain.judge import Trust
from okawari.domain.message import Cancel, CancelBy, CauseCode
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.profile import Profile
from okawari.domain.refund import Asked
from okawari.domain.told import Happened, Told, facts_told
from okawari.i18n import say
from okawari.reading.offers import Offers
from okawari.services.cases import get_case, list_cases, remember_answers
from okawari.services.importing import import_bytes
from okawari.services.own_record import cancelling_sellers, own_record
from okawari.services.ranking import rank_offers
from okawari.store import history
from okawari.store.history import Offered, Seen
from okawari.store.watched_pages import page_key
from tests.contract.shape import check
from tests.mails import shop_mail

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
CANCELLED = date(2026, 11, 20)
ORDER = "250-1234567-7654321"
TITLE = "サーモス 水筒 JNL-506 ブルー"
PAGE = "https://www.amazon.co.jp/dp/B0ABCDEFGH"
IN, OUT = Availability.IN_STOCK, Availability.OUT_OF_STOCK


@pytest.fixture
def cancelled(store):
    def make(merchant="amazon_jp", seller="某商店", order=ORDER):
        told = Told(
            merchant=merchant,
            happened=Happened.CANCELLED_STOCKOUT,
            on=CANCELLED,
            seller=seller,
            total=yen(2980),
            order=order,
            item=TITLE,
        )
        remember_answers(store, facts_told(told), NOW)
        return store

    return make


def look(store, day, availability=IN, *, price=3480, seller="某商店", url=PAGE, title=TITLE, condition=Condition.NEW):
    at = datetime(2026, 11, day, 3, tzinfo=UTC)
    state = state_of(availability, yen(price), seller, condition)
    with store.writing() as transaction:
        history.keep(transaction, [Seen(Offered(page=page_key(url), url=url, title=title), at, state)])


def plan_of(store, order=ORDER):
    (plan,) = get_case(store, order, Asked(on=date(2026, 11, 24)))
    return plan


def test_it_is_told_with_both_prices_the_place_and_a_calm_question(cancelled):
    store = cancelled()
    look(store, 19, OUT)
    look(store, 22)
    plan = plan_of(store)
    again = plan.case.offered_again
    assert (again.at, again.then, again.now, again.url) == (
        datetime(2026, 11, 22, 3, tzinfo=UTC),
        yen(2980),
        yen(3480),
        PAGE,
    )
    (step,) = [one for one in plan.steps if one.code == "offered_again"]
    assert "www.amazon.co.jp" in say(step.text)
    assert "前は2,980円、今回は3,480円です。" in say(step.text)
    assert "seen on sale again at www.amazon.co.jp" in say(step.text, "en")
    assert "拝見しました" in say(step.draft.body)
    assert "知らせ" not in say(step.draft.body)
    assert any("3,480円で買える" in say(entry.what) for entry in plan.case.timeline)


def test_what_was_at_hand_all_the_time_counts_by_the_last_look(cancelled):
    store = cancelled()
    look(store, 19)
    look(store, 20)
    assert plan_of(store).case.offered_again is None
    look(store, 22)
    assert plan_of(store).case.offered_again.at == datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "other",
    [
        {"seller": "別の店"},
        {"seller": ""},
        {"availability": OUT},
        {"availability": Availability.UNKNOWN},
        {"condition": Condition.USED},
        {"url": "https://item.rakuten.co.jp/shop/x/"},
        {"url": "https://www.amazon.co.jp.example.cn/dp/B0ABCDEFGH"},
        {"title": "サーモス 水筒 JNL-506 レッド"},
        {"title": "サーモス JNL-506 ふた パッキン"},
    ],
)
def test_another_thing_seller_shop_or_state_is_no_offer_again(cancelled, other):
    store = cancelled()
    look(store, 22, **other)
    assert plan_of(store).case.offered_again is None


def test_of_an_unknown_seller_nobody_can_say(cancelled):
    store = cancelled(seller="")
    look(store, 22)
    assert plan_of(store).case.offered_again is None


def test_a_shop_that_is_no_mall_is_known_by_its_address(cancelled):
    store = cancelled(merchant="yodobashi", seller="", order="1234567890")
    look(store, 22, seller="", url="https://www.yodobashi.com/product/1/")
    assert plan_of(store, "1234567890").case.offered_again.host == "www.yodobashi.com"


def test_a_look_changes_nothing_else_of_the_case(cancelled):
    store = cancelled()
    before = plan_of(store)
    look(store, 22)
    after = plan_of(store)
    assert (after.case.state, after.refunds, after.deadlines, after.case.authenticity) == (
        before.case.state,
        before.refunds,
        before.deadlines,
        before.case.authenticity,
    )
    assert len(after.case.timeline) == len(before.case.timeline) + 1
    assert [one.case.order for one in list_cases(store, Asked(on=date(2026, 11, 24)))] == [ORDER]


def test_the_latest_of_several_looks_is_the_word(cancelled):
    store = cancelled()
    look(store, 21, price=5000)
    look(store, 22, OUT)
    look(store, 23, price=3000)
    again = plan_of(store).case.offered_again
    assert (again.at.day, again.now) == (23, yen(3000))
    assert NOW - again.at < timedelta(days=2)


RAKUTEN_ORDER = "318204-20261111-0123450678"


def restock(store, body, *, display="森の文具", hours=24 * 22, sender="abc@shop.rakuten.co.jp", proven=True):
    raw = shop_mail(f"{display} <{sender}>", "再入荷のお知らせ", body, hours, proven=proven)
    import_bytes([("again.eml", raw)], store, Trust())


def test_a_restock_mail_without_an_order_number_is_told_by_the_thing_and_the_seller(cancelled):
    store = cancelled(merchant="rakuten", seller="森の文具", order=RAKUTEN_ORDER)
    restock(store, f"お待たせしました。\n\n■ {TITLE}\n\n再入荷いたしました。\n")
    plan = plan_of(store, RAKUTEN_ORDER)
    assert (plan.case.offered_again.at.day, plan.case.offered_again.url) == (23, "")
    (step,) = [one for one in plan.steps if one.code == "offered_again"]
    assert "知らせがありました" in say(step.text)
    (entry,) = [one for one in plan.case.timeline if one.evidence]
    assert entry.evidence == plan.case.offered_again.evidence


@pytest.mark.parametrize(
    ("body", "how"),
    [
        (f"■ {TITLE}", {"display": "別の店"}),
        (f"■ {TITLE} レッド", {}),
        ("■ 別の品 K-500", {}),
        (f"■ {TITLE}", {"proven": False}),
        (f"■ {TITLE}", {"sender": "abc@shop-rakuten.example"}),
        (f"■ {TITLE}", {"hours": 24}),
    ],
)
def test_a_restock_mail_of_another_thing_seller_time_or_without_proof_is_none(cancelled, body, how):
    store = cancelled(merchant="rakuten", seller="森の文具", order=RAKUTEN_ORDER)
    restock(store, f"{body}\n\n再入荷いたしました。\n", **how)
    assert plan_of(store, RAKUTEN_ORDER).case.offered_again is None


def test_it_is_remembered_in_the_record_and_beside_the_sellers_offers_without_weight(cancelled):
    store = cancelled()
    look(store, 22)
    on = date(2026, 11, 24)
    (seller,) = own_record(store, on).sellers
    assert (seller.seller, seller.stockouts, seller.again) == ("某商店", 1, 1)
    offer = Candidate(title=TITLE, mall="amazon_jp", price=yen(3000), seller="某商店")
    wanted = Wanted(title=TITLE)
    offers = Offers(wanted=wanted, candidates=(offer,), rates={})
    ((one,), (without,)) = (
        rank_offers(offers, Profile(), on, NOW, record).ranking.offers
        for record in (cancelling_sellers(store, on), [replace(seller, again=0)])
    )
    assert [ground.weight for ground in one.risk.grounds if ground.code == "own_again"] == [0]
    assert one.risk.number == without.risk.number


@pytest.mark.parametrize(
    ("by", "why", "asked", "matters"),
    [
        (CancelBy.SHOP, CauseCode.STOCKOUT, False, True),
        (CancelBy.UNKNOWN, CauseCode.UNKNOWN, False, True),
        (CancelBy.SHOP, CauseCode.PAYMENT, False, False),
        (CancelBy.BUYER, CauseCode.UNKNOWN, False, False),
        (CancelBy.BUYER, CauseCode.UNKNOWN, True, True),
    ],
)
def test_what_was_cancelled_by_the_buyer_or_for_another_cause_is_not_asked_about(cancelled, by, why, asked, matters):
    case = plan_of(cancelled()).case
    assert may_be_offered_again(replace(case, cancel=Cancel(by=by, cause=why), asked_to_cancel=asked)) is matters


def test_the_document_of_the_case_names_the_look(cancelled):
    store = cancelled()
    look(store, 22)
    document = rescue_document([plan_of(store)], "ja")
    check("rescue", document)
    assert document["cases"][0]["offered_again"] == {
        "at": "2026-11-22T03:00:00+00:00",
        "then": {"amount": "2980", "currency": "JPY"},
        "now": {"amount": "3480", "currency": "JPY"},
        "url": PAGE,
    }
