"""The page of the profile: one file with the commands, errors at their fields, and prices that follow."""

import html
import json
import re

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.web.app import create_app
from tests.web.conftest import HOST, MANNERS, NOW
from tests.web.markup import Page
from tests.web.test_compare import OFFERS, place


@pytest.fixture
def toml(tmp_path):
    return tmp_path / "own" / "profile.toml"


@pytest.fixture
def browser(household, toml):
    site = create_app(household, [HOST], now=lambda: NOW, profile=toml)
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        yield client


def save(browser, **given):
    return browser.post("/profile", data=given, follow_redirects=False)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_form_is_whole_and_shows_what_is_kept(browser, toml, language):
    browser.cookies.set("okawari_language", language)
    assert Page(browser.get("/profile").text).faults == []
    answer = save(browser, **{"rakuten.card": "premium", "rakuten.spu": ["mobile", "bank"], "amazon_jp.prime": "yes"})
    assert answer.status_code == 303
    assert 'spu = ["mobile", "bank"]' in toml.read_text(encoding="utf-8")
    assert toml.stat().st_mode & 0o77 == 0
    shown = browser.get("/profile?kept=1").text
    assert 'value="mobile" checked' in shown
    assert '<option value="premium" selected' in shown


def test_what_cannot_be_used_stands_at_its_field_and_changes_nothing(browser, toml):
    save(browser, **{"amazon_jp.prime": "yes"})
    before = toml.read_text(encoding="utf-8")
    answer = save(browser, **{"limited_points_percent": "<b>lots", "step.percent": "1"})
    assert answer.status_code == 422
    assert 'id="limited_points_percent-error"' in answer.text
    assert "<b>lots" not in answer.text
    assert "&lt;b&gt;lots" in answer.text
    assert toml.read_text(encoding="utf-8") == before
    toml.write_text("x =", encoding="utf-8")
    assert "TOML" in browser.get("/profile").text
    assert save(browser, **{"amazon_jp.prime": "yes"}).status_code == 422
    assert toml.read_text(encoding="utf-8") == "x ="


def test_the_list_asks_what_matters_and_its_prices_follow(browser, toml):
    where = place(browser, offers=json.dumps(OFFERS))
    before = browser.get(where).text
    assert f"/profile?back={where}#rakuten.card" in before
    answer = save(browser, back=where, **{"rakuten.card": "normal", "rakuten.spu": "card_normal"})
    assert answer.headers["location"] == where
    after = browser.get(where).text
    assert "SPU 楽天カード通常分" in after
    assert "SPU 楽天カード通常分" not in before
    assert "#rakuten.card" not in after
    listed = toml.parent / "offers.json"
    listed.write_text(json.dumps({"wanted": {"title": "ソニー WH-1000XM5 ブラック"}, **OFFERS}), encoding="utf-8")
    ranked = CliRunner().invoke(app, ["rank", str(listed), "--profile", str(toml), "--on", "2026-11-24", "--json"])
    document = json.loads(ranked.stdout)
    assert "spu_card_normal" in {line["code"] for one in document["offers"] for line in one["effective"]["lines"]}
    assert "rakuten.card" not in {one["field"] for one in document["questions"]}
    assert save(browser, back="https://evil.example/").headers["location"] == "/profile?kept=1"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_missing_exchange_rate_leads_to_its_field_and_back_to_the_price(browser, language):
    browser.cookies.set("okawari_language", language)
    price = {"amount": "9000", "currency": "TWD"}
    abroad = {"title": "SONY WH-1000XM5 ブラック", "mall": "amazon_com", "price": price}
    where = place(browser, offers=json.dumps({"offers": [abroad]}))
    text = browser.get(where).text
    assert "profile.toml" not in text
    (link,) = re.findall(r'href="(/profile[^"]*rate=TWD)#rates\.TWD\.yen"', text)
    form = browser.get(html.unescape(link)).text
    assert Page(form).faults == []
    assert 'id="rates.TWD.yen"' in form
    assert 'id="rates.TWD.yen"' not in browser.get("/profile").text
    wrong = save(browser, back=where, **{"rates.TWD.yen": "", "rates.TWD.on": "2026-11-20"})
    assert 'id="rates.TWD.yen-error"' in wrong.text
    answer = save(browser, back=where, **{"rates.TWD.yen": "4.75", "rates.TWD.on": "2026-11-20"})
    assert answer.headers["location"] == where
    assert "rate=TWD" not in browser.get(where).text
    assert 'id="rates.TWD.yen"' in browser.get("/profile").text


def test_without_a_place_there_is_no_page(household):
    site = create_app(household, [HOST], now=lambda: NOW)
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as client:
        assert client.get("/profile").status_code == 404
