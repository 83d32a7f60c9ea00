"""The form for new offers, with a service that has its key."""

import pytest
from fastapi.testclient import TestClient

from okawari.domain.candidate import Condition
from okawari.domain.watch.seek import search_at
from okawari.domain.watch.watch import QuietHours
from okawari.fetching.api import ApiGate
from okawari.services import watching
from okawari.services.checking import check_due
from okawari.services.offers import PriceAccess, put_key
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from okawari.web.app import create_app
from tests.price_services import JAN, KEYS, serving
from tests.web.conftest import HOST, MANNERS, NOW
from tests.web.markup import Page


@pytest.fixture
def prices(household, tmp_path, monkeypatch):
    """Yahoo! Shopping on this machine."""
    with serving(monkeypatch) as services:
        secrets = Secrets(household.store, keys_at(tmp_path / "keys", "file"))
        put_key(secrets, "yahoo_shopping.client_id", KEYS["yahoo_shopping.client_id"])
        gate = ApiGate(trusted=[("127.0.0.1", services.server_port)], sleep=lambda _: None)
        yield PriceAccess(gate, secrets, lambda: NOW)


@pytest.fixture
def browser(household, prices):
    app = create_app(household, [HOST], now=lambda: NOW, prices=prices)
    with TestClient(app, base_url=f"http://{HOST}", headers=MANNERS) as client:
        yield client


def test_a_search_is_watched_from_the_form_to_the_alert(browser, household, prices):
    page = browser.get("/watches").text
    assert 'name="ask_yahoo_shopping"' in page
    assert 'name="ask_keepa"' not in page
    assert "keepa.key" in page
    assert all(f'name="ask_{market}"' in page for market in ("mercari", "rakuma"))
    wished = {
        "search_seller": "見本",
        "words": "ソニー WH-1000XM5 ブラック",
        "number": JAN,
        "most": "46,000円",
        "ask_yahoo_shopping": "1",
        "search_condition": "very_good",
        "search_none": "ケース 訳あり",
        "search_quiet": "22-7",
    }
    page = browser.post("/watches/search", data=wished).text
    assert "新しい出品（Yahoo!ショッピング）" in page
    assert "同じ条件の見張りがもうあります" in browser.post("/watches/search", data=wished).text
    (kept,) = watching.every(household.store)
    assert search_at(kept.watch.url).number == JAN
    assert (kept.watch.condition, kept.watch.none_of) == (Condition.VERY_GOOD, ("ケース", "訳あり"))
    assert (kept.watch.quiet, kept.watch.seller) == (QuietHours(22, 7), "見本")
    check_due(household.store, watching.open_gate(), NOW, prices=prices)
    page = browser.get("/watches").text
    assert "新しい出品：ソニー ワイヤレスヘッドホン" in page
    assert 'href="https://store.shopping.yahoo.co.jp/mihon/wh1000.html"' in page
    assert Page(page).faults == []
    one = browser.get(f"/watches/{kept.watch.id}").text
    assert "ソニー WH-1000XM5 ブラック" in one
    assert "まだありません" not in one
    assert Page(one).faults == []


def test_a_service_that_was_not_offered_is_refused(browser):
    page = browser.post("/watches/search", data={"words": "水筒", "ask_amazon_creators": "1"})
    assert page.status_code == 422
    assert "規約" in page.text
    assert "keepa.key" in browser.post("/watches/search", data={"words": "水筒", "ask_keepa": "1"}).text
