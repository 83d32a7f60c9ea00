"""Browsers that subscribe to alerts, and the tests of channels on the page."""

import json

import pytest
from fastapi.testclient import TestClient

from okawari.domain.watch.watch import Alert, AlertKind
from okawari.fetching.api import ApiGate
from okawari.services import alerting
from okawari.services.offers import PriceAccess
from okawari.services.pushing import application_key
from okawari.store import outbox
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from okawari.web.app import create_app
from tests.push_service import Browser, octets, push_service
from tests.web.conftest import HOST, MANNERS, NOW
from tests.web.markup import Page


@pytest.fixture
def service(monkeypatch):
    with push_service(monkeypatch) as service:
        yield service


@pytest.fixture
def sealed(household, tmp_path):
    return Secrets(household.store, keys_at(tmp_path / "keys", "file"))


@pytest.fixture
def browser(household, sealed):
    """A client of a site that has secrets."""
    made = create_app(household, [HOST], now=lambda: NOW, prices=PriceAccess(ApiGate(), sealed, lambda: NOW))
    with TestClient(made, base_url=f"http://{HOST}", headers=MANNERS) as client:
        yield client


def test_a_browser_subscribes_is_tested_and_deleted(browser, household, service, sealed):
    page = browser.get("/watches").text
    assert f'data-push="{application_key(sealed)}"' in page
    assert len(octets(application_key(sealed))) == 65
    mine = Browser(service.server_port)
    page = browser.post("/channels/push", data={"name": "このブラウザ", **mine.told})
    assert page.url.path == "/watches"
    assert "このブラウザ  webpush  有効" in page.text
    assert mine.told["endpoint"] not in page.text
    page = browser.post("/channels", data={"channel": "このブラウザ", "what": "test"}).text
    assert "「このブラウザ」に届きました" in page
    assert mine.opened(service.got[0][2])["title"] == "おかわり：試しの知らせ"
    assert Page(page).faults == []
    browser.post("/channels", data={"channel": "このブラウザ", "what": "remove"})
    assert alerting.channels(household.store) == ()
    assert browser.post("/channels", data={"channel": "このブラウザ", "what": "remove"}).status_code == 404
    assert sealed.names() == ("web_push_key",)


def test_a_subscription_that_is_gone_switches_the_channel_off_and_says_so(browser, household, service):
    browser.post("/channels/push", data={"name": "b", **Browser(service.server_port).told})
    service.status, service.says = 403, b'{"reason":"BadJwtToken"}'
    assert (
        "403 {&#34;reason&#34;:&#34;BadJwtToken&#34;}"
        in browser.post("/channels", data={"channel": "b", "what": "test"}).text
    )
    service.status = 410
    page = browser.post("/channels", data={"channel": "b", "what": "test"}).text
    assert "このブラウザの登録はもうありません" in page
    (channel,) = alerting.channels(household.store)
    assert channel.trouble == "gone"
    service.status = 201
    browser.post("/channels", data={"channel": "b", "what": "test"})
    (channel,) = alerting.channels(household.store)
    assert channel.trouble == ""


def test_what_a_channel_refused_is_listed_and_leads_to_the_channels(browser, household, sealed, monkeypatch):
    def refused(*_):
        raise alerting.ChannelError("refused", "535 wrong password", permanent=True)

    monkeypatch.setattr(alerting, "send", refused)
    alerting.add_channel(household.store, sealed, "mail", "log:")
    alert = Alert(watch="w", number=1, kind=AlertKind.IN_STOCK, at=NOW, url="https://shop.example.jp/1")
    with household.store.writing() as transaction:
        outbox.add(transaction, [alert])
    alerting.deliver(household.store, sealed, lambda _: ("title", "body"), NOW)
    page = browser.get("/watches").text
    assert '<a href="/watches">送り先「mail」を止めました</a>' in page
    assert "mail：未送信（相手の返事：535 wrong password）" in page
    assert Page(page).faults == []


def test_what_is_no_subscription_is_told_at_the_form(browser):
    page = browser.post("/channels/push", data={"name": "b", "endpoint": "http://10.0.0.1/"})
    assert page.status_code == 422
    assert "送り先のアドレスとして読めません" in page.text
    assert Page(page.text).faults == []
    wrong = browser.post("/channels/push", data={"name": "a b", **Browser(443).told})
    assert "送り先の名前に使えません" in wrong.text


def test_a_channel_is_added_by_its_address_which_is_never_shown(browser, household):
    secret = "smtps://me%40example.jp:geheim@smtp.example.jp/?to=me@example.jp"
    page = browser.post("/channels/address", data={"channel_name": "mail", "address": secret})
    assert page.url.path == "/watches"
    assert "mail  smtps  有効" in page.text
    assert "geheim" not in page.text
    assert [channel.kind for channel in alerting.channels(household.store)] == ["smtps"]


@pytest.mark.parametrize(
    ("name", "address", "told"),
    [("mail", "geheim", "送り先のアドレスとして読めません"), ("a b", "log:geheim", "送り先の名前に使えません")],
)
def test_a_channel_that_cannot_be_is_told_at_its_field(browser, household, name, address, told):
    page = browser.post("/channels/address", data={"channel_name": name, "address": address})
    assert page.status_code == 422
    assert told in page.text
    assert "geheim" not in page.text
    assert Page(page.text).faults == []
    assert alerting.channels(household.store) == ()


def test_the_worker_and_the_manifest_come_from_the_root(browser):
    worker = browser.get("/service-worker.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")
    assert "showNotification" in worker.text
    manifest = json.loads(browser.get("/manifest.webmanifest").text)
    assert (manifest["start_url"], manifest["lang"], manifest["icons"][0]["src"]) == ("/", "ja", "/static/icon.svg")
    policy = worker.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_without_secrets_nobody_subscribes(household):
    with TestClient(
        create_app(household, [HOST], now=lambda: NOW), base_url=f"http://{HOST}", headers=MANNERS
    ) as client:
        assert "data-push" not in client.get("/watches").text
        assert client.post("/channels/push", data={"name": "b", **Browser(443).told}).status_code == 404
        assert client.post("/channels", data={"channel": "b", "what": "test"}).status_code == 404
        assert client.post("/channels/address", data={"channel_name": "b", "address": "log:"}).status_code == 404
