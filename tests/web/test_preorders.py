"""A preorder on the page of its case: second reservations, the day of release, prices seen, and the claim."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from itertools import count

import pytest
from fastapi.testclient import TestClient

from okawari.domain.history import History, Point, State, minute_of
from okawari.domain.judge import Trust
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.refund import Asked
from okawari.services.cases import AMAZON_OFFER, list_cases, remember_answers
from okawari.services.importing import import_bytes
from okawari.store import history
from okawari.store.watched_pages import page_key
from okawari.web.app import create_app
from tests.domain import say
from tests.web.conftest import HOST, MANNERS, NOW
from tests.web.markup import Page

ORDER = "250-1234567-1234567"
CASE = f"/cases/amazon_jp/{ORDER}"
ASIN = "B0CKXNTB8F"


def receive(household, sender, subject, text, at):
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = sender, "hanako@mail.example.jp", subject, f"{at} +0900"
    made["Message-ID"] = f"<{at.replace(' ', '')}@mx.example.jp>"
    made.set_content(text)
    import_bytes([("mail.eml", made.as_bytes())], household.store, Trust())


@pytest.fixture
def browser(household):
    """A client of a site whose clock goes on: what is said later counts."""
    ticks = count()
    site = create_app(household, [HOST], now=lambda: NOW + timedelta(seconds=next(ticks)))
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        yield client


@pytest.fixture
def preordered(household):
    """An order at Amazon.co.jp, confirmed by a mail."""
    receive(
        household,
        '"Amazon.co.jp" <auto-confirm@amazon.co.jp>',
        "Amazon.co.jpでのご注文",
        f"注文番号: {ORDER}\n注文日: 2026/11/20\n\n謎解きゲーム 限定版\n￥ 6,980\n数量: 1\n販売元: Amazon.co.jp\n発売予定日: 2026年12月10日\n",
        "20 Nov 2026 10:00:00",
    )
    return household


def test_the_story_of_a_preorder(preordered, browser):
    (before,) = list_cases(preordered.store, Asked(on=date(2026, 11, 24)))
    assert before.case.items[0].price is not None
    shown = browser.post(CASE, data={"answer": "release", "release_on": "2026-12-10"})
    assert "予約の価格保証" in shown.text
    assert "期間中の値段を見た記録がない" in shown.text
    assert Page(shown.text).faults == []
    shown = browser.post(CASE, data={"answer": "price", "price": "6,480円", "seen_on": "2026-11-23"})
    assert "6,480円" in shown.text
    spare = {"answer": "spare", "standing": "held", "spare_shop": "ヨドバシ", "spare_by": "2026-12-01"}
    shown = browser.post(CASE, data=spare)
    assert "無料で取り消せるのは12月1日(火)まで" in shown.text
    assert Page(shown.text).faults == []
    shown = browser.post(CASE, data=spare | {"standing": "cancelled"})
    assert "取り消し済み" in shown.text


def test_what_was_charged_is_asked_for_once_it_is_shipped(preordered, browser):
    receive(
        preordered,
        '"Amazon.co.jp" <shipment-tracking@amazon.co.jp>',
        "発送済み: 「謎解きゲーム 限定版」",
        f"商品が発送されました\n\n注文番号\n{ORDER}\n\n* 謎解きゲーム 限定版\n  数量: 1\n",
        "24 Nov 2026 09:00:00",
    )
    shown = browser.post(CASE, data={"answer": "price", "price": "6,480円", "seen_on": "2026-11-23"})
    assert "請求が注文時のままなら、500円高く払っています" in shown.text
    assert "state--late" not in shown.text
    assert Page(shown.text).faults == []
    assert browser.post(CASE, data={"answer": "charged", "charged": ""}).status_code == 422
    assert "500円高く払っています" in browser.post(CASE, data={"answer": "charged", "charged": "6980"}).text
    assert "高く払っています" not in browser.post(CASE, data={"answer": "charged", "charged": "6,480円"}).text


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"answer": "spare", "standing": "held", "spare_shop": ""}, "お店の名前を書いてください"),
        ({"answer": "spare", "standing": "held", "spare_shop": "甲", "spare_by": "いつか"}, "2026-11-24"),
        ({"answer": "release", "release_on": ""}, "2026-11-24"),
        ({"answer": "price", "price": "", "seen_on": "2026-11-23"}, "値段を書いてください"),
        ({"answer": "price", "price": "6480", "seen_on": "2027-11-23"}, None),
    ],
)
@pytest.mark.usefixtures("preordered")
def test_what_cannot_be_used_is_told_at_its_field(browser, sent, words):
    browser.post(CASE, data={"answer": "release", "release_on": "2026-12-10"})
    answer = browser.post(CASE, data=sent)
    assert answer.status_code == 422
    assert not words or words in answer.text
    assert Page(answer.text).faults == []


def test_a_kept_past_of_amazons_own_price_is_held_against_the_preorder(household, browser):
    game = replace(say.item("謎解きゲーム 限定版", 6980), identifiers=(("asin", ASIN),))
    part = say.part(game, order=ORDER, release_on=date(2026, 12, 10), ordered_on=date(2026, 11, 20))
    remember_answers(household.store, [replace(say.placed(game), part=part)], NOW)
    url = AMAZON_OFFER.format(asin=ASIN)
    points = tuple(
        Point(minute_of(datetime.fromisoformat(at)), State(Availability.IN_STOCK, units, "JPY", "Amazon.co.jp"))
        for at, units in (
            ("2026-10-01T00:00+09:00", 5000),
            ("2026-11-01T00:00+09:00", 6980),
            ("2026-11-22T09:00+09:00", 6280),
        )
    )
    with household.store.writing() as transaction:
        history.put(transaction, history.Offered(page=page_key(url), url=url), History(points, minute_of(NOW)))
    (plan,) = list_cases(household.store, Asked(on=date(2026, 11, 24)))
    (found,) = plan.guarantees
    assert (found.kept, found.lowest.price, found.lowest.on) == ("to_come", yen(6280), date(2026, 11, 22))
    assert found.lowest.ground == "history"
    assert "6,280円" in browser.get(CASE).text


@pytest.mark.usefixtures("preordered")
def test_the_list_warns_early_and_puts_the_next_day_first(browser):
    browser.post(CASE, data={"answer": "spare", "standing": "held", "spare_shop": "ヨドバシ", "spare_by": "2026-11-25"})
    page = Page(shown := browser.get("/preorders").text)
    assert page.faults == []
    assert f'href="{CASE}#preorder"' in shown
    assert "「ヨドバシ」の予約を無料で取り消せるのは11月25日(水)まで" in shown
    assert shown.index("11月25日(水)") < shown.index("12月10日(木)")
    assert "期限" in shown
    assert 'href="/preorders"' in browser.get(CASE).text
    assert 'href="/preorders"' in browser.get("/cases").text


@pytest.mark.usefixtures("preordered")
def test_a_second_reservation_is_settled_on_the_list(browser):
    spare = {"answer": "spare", "standing": "held", "spare_shop": "ヨドバシ", "spare_by": "2026-11-25"}
    browser.post(CASE, data=spare)
    settled = spare | {"standing": "cancelled", "back": "preorders"}
    done = browser.post(CASE, data=settled, follow_redirects=False)
    assert done.headers["location"] == "/preorders"
    shown = browser.get("/preorders").text
    assert "取り消し済み" in shown
    assert "11月25日" not in shown.partition("取り消し済み")[0]


def test_an_empty_list_says_so(browser):
    shown = browser.get("/preorders").text
    assert "待っている予約も、予備の予約もありません" in shown
    assert Page(shown).faults == []


@pytest.mark.usefixtures("preordered")
def test_the_list_is_there_in_english(browser):
    browser.post(CASE, data={"answer": "release", "release_on": "2026-12-10"})
    browser.cookies.set("okawari_language", "en")
    shown = browser.get("/preorders").text
    assert "Preorders and backorders" in shown
    assert Page(shown).faults == []
