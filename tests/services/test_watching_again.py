"""The watch of a dead order: made at once from its case, and ended when the thing is had again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from okawari.domain.candidate import Condition
from okawari.domain.facts import GotAgain, GotBy
from okawari.domain.history import state_of
from okawari.domain.judge import Trust
from okawari.domain.message import Item
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.preorder import Reservation
from okawari.domain.preorder import Standing as Held
from okawari.domain.refund import Asked
from okawari.domain.watch.watch import Standing, Watch
from okawari.fetching.pages import PageGate
from okawari.services import alerting, watching
from okawari.services.cases import get_case, remember_answers
from okawari.services.checking import check_due
from okawari.services.fulfilling import answer, settle
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.preorders import reserve
from okawari.services.watching_again import for_order, instead, is_dead, watch_again
from okawari.sources.terms import may_read
from okawari.store import answers, evidence, history, watched_pages
from okawari.store.found import found_file
from okawari.store.history import Offered
from okawari.store.orders import Subject
from tests.domain import say
from tests.mails import START, order_mail, order_number, shop_mail
from tests.shop_server import IN_STOCK, running_shop

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
ORDER = "318204-20261111-0123450678"
BOTTLE = "真空断熱 水筒 500ml ブルー"
PAGE = "https://item.rakuten.co.jp/mori-bungu/bottle-500/"
GATE = PageGate(may_read=may_read)


def placed(order=ORDER, title=BOTTLE, hours=1, link=PAGE, *, proven=True):
    text = (
        f"[受注番号] {order}\n[日時]     2026-11-11 09:58:12\n[ショップ名] 森の文具 (https://www.rakuten.co.jp/mori-bungu/)\n\n"
        f"[商品]\n{title}(mb-{len(title)}-x)\n価格  1,980(円) x 1(個) = 1,980(円) ※10%税込\n{link}?mid=hanako\n---------------------------------\n"
        "支払い金額  1,980(円)\n"
    )
    subject = "【楽天市場】注文内容ご確認（自動配信メール）"
    return shop_mail("order@rakuten.co.jp", subject, text, hours, proven=proven)


def cancelled(order=ORDER, hours=30):
    text = f"[受注番号] {order}\n\nご注文いただきました「{BOTTLE}」は、完売しておりました。\nご注文をキャンセルさせていただきました。\n"
    return shop_mail("order@rakuten.co.jp", "【楽天市場】ご注文キャンセルのお知らせ", text, hours)


def later(days=0):
    """Hours from the start of the test's mails to after the watches were made."""
    return (NOW - START) // timedelta(hours=1) + 1 + 24 * days


def keep(store, *mails):
    import_bytes([(f"{number}.eml", mail) for number, mail in enumerate(mails)], store, Trust())


def case_of(store, order=ORDER):
    (plan,) = get_case(store, order, Asked(on=NOW.date()))
    return plan.case


def tap(store, order=ORDER):
    return watch_again(Household(store, Trust()), GATE, case_of(store, order), NOW)


def told(store, order=ORDER):
    with store.reading() as transaction:
        return [fact for fact in answers.about(transaction, [Subject(order)]) if isinstance(fact, GotAgain)]


def standings(store):
    return [kept.standing for kept in watching.every(store)]


def remember(store, url, title, product=""):
    state = state_of(Availability.OUT_OF_STOCK, yen(2000), "", Condition.NEW)
    offer = Offered(page=watched_pages.page_key(url), url=url, title=title, product=product)
    with store.writing() as transaction:
        history.keep(transaction, [history.Seen(offer, NOW, state)])


def dead(store, *items, order=ORDER, merchant="rakuten"):
    """An order of some things that were cancelled, without any mail's bytes."""
    about = {"order": order, "merchant": merchant}
    remember_answers(store, [say.placed(*items, **about), say.cancelled(*items, **about)], NOW - timedelta(days=1))
    return case_of(store, order)


def test_the_sellers_own_listing_is_watched_at_once_with_what_it_cost(store):
    keep(store, placed(), cancelled())
    assert is_dead(case_of(store))
    (made,) = tap(store).made
    assert (made.url, made.paid, made.order, made.merchant) == (PAGE, yen(1980), ORDER, "rakuten")
    again = tap(store)
    assert (again.made, again.watched) == ((), 1)


def test_a_link_of_an_unproven_mail_is_never_watched(store):
    keep(store, placed(proven=False), cancelled())
    assert tap(store).made == ()


def test_kept_offers_of_the_same_number_or_title_are_watched_and_no_variant(store):
    item = Item(title=BOTTLE, price=yen(1980), identifiers=(("jan", "4901234567894"),))
    case = dead(store, item)
    remember(store, "https://a.example.jp/1", "水筒", "jan:4901234567894")
    remember(store, "https://b.example.jp/1", "水筒", "jan:4549980000007")
    remember(store, "https://c.example.jp/1", BOTTLE)
    remember(store, "https://d.example.jp/1", BOTTLE.replace("ブルー", "レッド"))
    remember(store, "https://www.amazon.co.jp/dp/B0CKXNTB8F", BOTTLE)
    made = watch_again(Household(store, Trust()), GATE, case, NOW).made
    assert sorted(one.url for one in made) == ["https://a.example.jp/1", "https://c.example.jp/1"]


def test_where_terms_forbid_looks_the_other_way_is_named(store):
    assert instead(dead(store, say.item("水筒"), order="250-1", merchant="amazon_jp")) == "amazon"
    assert instead(dead(store, say.item("水筒"), order="m1", merchant="mercari")) == "mercari"
    assert instead(dead(store, say.item("水筒"))) == ""


def test_a_preorder_that_is_to_come_is_watched_for_preorders_too(store):
    game = say.item("謎解きゲーム 限定版", 6980)
    part = say.part(game, order=ORDER, release_on=date(2026, 12, 10))
    remember_answers(
        store,
        [
            replace(say.placed(game, order=ORDER, merchant="rakuten"), part=part),
            say.cancelled(game, order=ORDER, merchant="rakuten"),
        ],
        NOW,
    )
    remember(store, "https://a.example.jp/1", "謎解きゲーム 限定版")
    (made,) = tap(store).made
    assert made.preorder


def test_a_new_order_of_the_same_thing_ends_the_watches_and_says_why(store):
    keep(store, placed(), cancelled())
    remember(store, "https://a.example.jp/1", BOTTLE)
    assert len(tap(store).made) == 2
    before = case_of(store).authenticity
    keep(store, placed(order="402853-20261124-0220534167", hours=later()))
    assert standings(store) == [Standing.FULFILLED] * 2
    (fact,) = told(store)
    assert (fact.by, fact.number, fact.item) == (GotBy.ORDER, "402853-20261124-0220534167", BOTTLE)
    assert case_of(store).timeline[-1].what.key == "timeline.got_by_order"
    assert case_of(store).authenticity == before


@pytest.mark.parametrize(
    "mails",
    [
        [{"order": "402853-20261124-0220534167", "proven": False}],
        [{"order": "402853-20261124-0220534167", "title": "電気毛布"}],
        [{"order": "402853-20261124-0220534167", "title": BOTTLE.replace("ブルー", "レッド")}],
        [{"order": "402853-20261101-0220534167", "hours": 40}],
        [{}],
    ],
    ids=["unproven", "another thing", "a variant", "before the watch", "the dead order itself"],
)
def test_no_other_order_does(store, mails):
    keep(store, placed(), cancelled())
    tap(store)
    keep(store, *(placed(**{"hours": later()} | one) for one in mails))
    assert standings(store) == [Standing.ACTIVE]
    assert watching.every(store)[0].watch.leads == ()
    assert told(store) == []


def test_an_order_that_was_cancelled_too_does_not(store):
    keep(store, placed(), cancelled())
    tap(store)
    new = "402853-20261124-0220534167"
    keep(store, placed(order=new, hours=later()), cancelled(order=new, hours=later() + 2))
    assert standings(store) == [Standing.ACTIVE]


@pytest.mark.parametrize(("is_it", "standing"), [(True, Standing.FULFILLED), (False, Standing.ACTIVE)])
def test_an_order_that_may_be_it_is_asked_about_once(store, is_it, standing):
    keep(store, placed(), cancelled())
    tap(store)
    new = "402853-20261124-0220534167"
    keep(store, placed(order=new, title=BOTTLE.replace(" ブルー", ""), hours=later()))
    (kept,) = watching.every(store)
    (lead,) = kept.watch.open_leads
    assert (kept.standing, lead.number) == (Standing.ACTIVE, new)
    assert not answer(store, kept.watch.id, "another", NOW, is_it=is_it)
    assert answer(store, kept.watch.id, lead.key, NOW, is_it=is_it)
    settle(store, NOW)
    (kept,) = watching.every(store)
    assert (kept.standing, kept.watch.open_leads) == (standing, ())
    assert [fact.number for fact in told(store)] == ([new] if is_it else [])


def test_a_reservation_that_comes_ends_the_watches_of_the_one_thing(store):
    case = dead(store, say.item(BOTTLE, 1980))
    remember(store, "https://a.example.jp/1", BOTTLE)
    watch_again(Household(store, Trust()), GATE, case, NOW)
    reserve(store, case, Reservation(shop="森の文具"), NOW)
    assert standings(store) == [Standing.ACTIVE]
    reserve(store, case, Reservation(shop="森の文具", standing=Held.SECURED), NOW)
    assert standings(store) == [Standing.FULFILLED]
    assert [(fact.by, fact.shop) for fact in told(store)] == [(GotBy.RESERVATION, "森の文具")]


def test_of_several_things_a_reservation_is_asked_about(store):
    case = dead(store, say.item(BOTTLE, 1980), say.item("電気毛布 KDK-7582", 4000))
    remember(store, "https://a.example.jp/1", BOTTLE)
    remember(store, "https://a.example.jp/2", "電気毛布 KDK-7582")
    watch_again(Household(store, Trust()), GATE, case, NOW)
    reserve(store, case, Reservation(shop="森の文具", standing=Held.SECURED), NOW)
    assert standings(store) == [Standing.ACTIVE] * 2
    bottle = next(kept for kept in watching.every(store) if kept.watch.item == BOTTLE)
    assert answer(store, bottle.watch.id, bottle.watch.open_leads[0].key, NOW, is_it=True)
    assert {kept.watch.item: kept.standing for kept in watching.every(store)} == {
        BOTTLE: Standing.FULFILLED,
        "電気毛布 KDK-7582": Standing.ACTIVE,
    }


def test_what_the_person_bought_ends_the_watches_of_the_thing_until_they_resume_one(store):
    keep(store, placed(), cancelled())
    remember(store, "https://a.example.jp/1", BOTTLE)
    first, _ = tap(store).made
    keep(store, placed(order="402853-20261124-0220534167", title="電気毛布", hours=later()))
    watching.stand(store, first.id, Standing.FULFILLED, NOW)
    assert standings(store) == [Standing.FULFILLED] * 2
    assert [fact.by for fact in told(store)] == [GotBy.PERSON]
    keep(store, placed(order="402853-20261124-0220534168", hours=later(1)))
    watching.stand(store, first.id, Standing.ACTIVE, NOW + timedelta(days=3))
    settle(store, NOW + timedelta(days=3))
    assert sorted(standings(store)) == [Standing.ACTIVE, Standing.FULFILLED]


def test_no_alert_is_told_of_a_thing_that_was_ordered_again(store):
    """Also where its order came to light by another way than an import."""
    order = say.placed(say.item("品物1"), order="250-1", hours=1)
    with running_shop() as shop:
        gate = PageGate(may_read=may_read, trusted=shop.trusted)
        keep(store, order_mail(1), order_mail(1, cancelled=True))
        wished = Watch(id="", url=shop.put("/a", IN_STOCK), added_at=say.at(0))
        for path in ("/a", "/b"):
            one = replace(wished, url=shop.put(path, IN_STOCK))
            watching.add(store, gate, for_order(store, one, "amazon_jp", order_number(1)))
        with store.writing() as transaction:
            watched_pages.pace(transaction, f"127.0.0.1:{shop.port}", 0, NOW)
            new = found_file(
                b"",
                "a" * 64,
                source="a",
                kind="order_placed",
                merchant="amazon_jp",
                verdict="genuine",
                reader=("test", 1),
                facts=[order],
            )
            evidence.add(transaction, [new], NOW)
        check_due(store, gate, NOW)
        assert alerting.alerts(store) == ()
        assert standings(store) == [Standing.FULFILLED] * 2
        assert len(told(store, order_number(1))) == 1
