"""The case page shows what looks at its parcels showed; nobody is asked before the person says so."""

import pytest
from fastapi.testclient import TestClient

from okawari.web.app import create_app
from tests.services.test_tracking import DONE, NUMBER, ORDER, PICKED, shopped
from tests.tracking_services import NOW, serving, tracking_access, yamato_page
from tests.web.conftest import HOST, MANNERS
from tests.web.markup import Page

CASE = f"/cases/yodobashi/{ORDER}"


@pytest.fixture
def server(monkeypatch):
    with serving(monkeypatch) as server:
        yield server


@pytest.fixture
def browser(household, tmp_path, server):
    shopped(household.store)
    tracking = tracking_access(household.store, tmp_path, server)
    site = create_app(household, [HOST], now=lambda: NOW, tracking=tracking)
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        yield client


def look(browser):
    return browser.post(CASE, data={"answer": "look", "parcel": NUMBER})


def test_nothing_is_asked_before_the_person_chooses(browser, server):
    assert "荷物の照会は使っていません" in browser.get(CASE).text
    assert "まだ調べていません" in look(browser).text
    assert server.asked == []


def test_a_look_is_shown_with_carrier_last_scan_and_time(browser, server):
    saved = browser.post("/parcels", data={"on.yamato": "1", "home": "東京都"})
    assert "保存しました" in saved.text
    assert Page(saved.text).faults == []
    server.answers["/yamato"] = yamato_page(
        NUMBER, "作業店通過", PICKED, ("作業店通過", "11月19日 02:00", "羽田クロノゲートベース")
    )
    shown = look(browser).text
    for words in (
        "ヤマト運輸の荷物お問い合わせで確認",
        "羽田クロノゲートベース",
        "作業店通過",
        "11月20日(金) 12:00",
        "11月20日(金) 15:00",
    ):
        assert words in shown
    assert shown.count("作業店通過") > 1  # in the timeline too
    assert Page(shown).faults == []
    assert look(browser).status_code == 200
    assert len(server.asked) == 1


def test_what_could_not_be_seen_says_why_and_is_held_against_nobody(browser, server):
    browser.post("/parcels", data={"on.yamato": "1"})
    server.answers["/yamato"] = 403
    shown = look(browser).text
    assert "相手のサイトに断られました" in shown
    assert "出品者の落ち度とは扱いません" in shown
    assert f"番号 {NUMBER} を調べました：見られませんでした" in shown
    assert Page(shown).faults == []


def test_delivered_ends_the_looking(browser, server):
    browser.post("/parcels", data={"on.yamato": "1"})
    server.answers["/yamato"] = yamato_page(NUMBER, "配達完了", PICKED, DONE)
    assert "もう調べません" in look(browser).text


def test_a_prefecture_that_there_is_not_is_told_at_its_field(browser):
    answer = browser.post("/parcels", data={"on.yamato": "1", "home": "トーキョー"})
    assert answer.status_code == 422
    assert "都道府県の名前ではありません" in answer.text
    assert Page(answer.text).faults == []


def test_the_carriers_words_are_shown_as_text(browser, server):
    browser.post("/parcels", data={"on.yamato": "1"})
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;"
    server.answers["/yamato"] = yamato_page(NUMBER, "なぞ", (hostile, "11月19日 02:00", "店"))
    shown = look(browser).text
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown
