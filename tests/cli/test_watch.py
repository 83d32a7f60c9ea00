"""The commands of watching."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from okawari.cli import main, watch
from okawari.fetching.pages import PageGate
from okawari.services import alerting, watching
from okawari.services.alerting import ChannelError
from okawari.sources.terms import may_read
from tests.contract.shape import check
from tests.shop_server import IN_STOCK, running_shop


@pytest.fixture
def shop():
    """A shop without pages."""
    with running_shop() as shop:
        yield shop


@pytest.fixture
def okawari(tmp_path, monkeypatch, shop):
    monkeypatch.setenv("OKAWARI_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("OKAWARI_KEY_PLACE", "file")
    monkeypatch.setattr(watching, "open_gate", lambda *_: PageGate(may_read=may_read, trusted=shop.trusted))

    def run(*arguments, **more):
        return CliRunner().invoke(main.app, arguments, **more)

    return run


def document(result, name):
    found = json.loads(result.stdout)
    check(name, found)
    return found


def test_from_the_page_to_the_channel(okawari, shop):
    url = shop.put("/a", IN_STOCK, 2980)
    added = document(okawari("watch", "add", url, "--price", "3,000円", "--paid", "3500", "--json"), "watch")
    assert added["watches"][0]["wishes"]["price"] == {"amount": "3000", "currency": "JPY"}
    assert okawari("alerts", "channel", "add", "screen", "log:").exit_code == 0
    ran = okawari("watch", "run", "--once", "--json")
    assert document(ran, "watch")["round"] == {
        "pages": 1,
        "changed": 1,
        "failed": 0,
        "alerts": 1,
        "sent": 1,
        "put_off": 0,
        "switched_off": [],
    }
    assert "520円安い" in ran.stderr
    (listed,) = document(okawari("watch", "list", "--json"), "watch")["watches"]
    assert (listed["last_seen"]["availability"], listed["last_seen"]["title"]) == ("in_stock", "水筒 K-500W")
    (alert,) = document(okawari("alerts", "--json"), "alerts")["alerts"]
    assert (alert["kind"], alert["url"], alert["sent"][0]["channel"]) == ("price_reached", url, "screen")
    assert "2,980円になりました：水筒 K-500W" in okawari("alerts").stdout
    assert "Now ¥2,980" in okawari("alerts", "--lang", "en").stdout


def test_several_pages_are_watched_at_once_or_none(okawari, shop):
    urls = [shop.put(f"/{number}", IN_STOCK) for number in range(3)]
    assert len(document(okawari("watch", "add", *urls, "--json"), "watch")["watches"]) == 3
    first, second = okawari("watch", "add", urls[0], shop.put("/3", IN_STOCK)).stdout.splitlines()
    assert f"{urls[0]} には、同じ条件の見張りがもうあります" in first
    assert "同じ条件" not in second
    assert okawari("watch", "add", *urls, "http://10.0.0.1/").exit_code == 2
    assert len(document(okawari("watch", "list", "--json"), "watch")["watches"]) == 4


def test_a_seller_and_an_earlier_delivery_are_watched_for(okawari, shop):
    added = okawari("watch", "add", shop.put("/a", IN_STOCK), "--appears", " 森の文具 ", "--earlier", "3", "--json")
    wishes = document(added, "watch")["watches"][0]["wishes"]
    assert (wishes["appears"], wishes["earlier_days"], wishes["seller"]) == ("森の文具", 3, None)
    assert okawari("watch", "add", shop.url("/a"), "--earlier", "-1").exit_code == 2


def test_a_feed_is_watched_from_the_command_to_the_alert(okawari, shop):
    entries = "<item><guid>1</guid><title>水筒 再入荷</title><pubDate>Thu, 01 Jan 2099 00:00:00 +0000</pubDate></item>"
    shop.pages["/feed"] = f"<rss version='2.0'><channel><title>入荷速報</title>{entries}</channel></rss>".encode()
    added = document(okawari("watch", "feed", shop.url("/feed"), "--all", "水筒", "--none", "中古", "--json"), "watch")
    (watch,) = added["watches"]
    assert (watch["kind"], watch["url"], watch["words"]) == (
        "feed",
        shop.url("/feed"),
        {"all_of": ["水筒"], "none_of": ["中古"]},
    )
    okawari("watch", "run", "--once")
    (alert,) = document(okawari("alerts", "--json"), "alerts")["alerts"]
    assert (alert["kind"], alert["title"], alert["finds"][0]["title"]) == (
        "entries_found",
        "入荷速報：水筒 再入荷",
        "水筒 再入荷",
    )
    assert "1件を確認" in okawari("watch", "list").stdout


def test_a_search_says_which_key_it_needs(okawari):
    wanted = ("watch", "search", "水筒 K-500W")
    for arguments, said in (
        (wanted, "yahoo_shopping"),
        ((*wanted, "--mall", "yahoo_shopping"), "yahoo_shopping.client_id"),
        ((*wanted, "--mall", "amazon_creators"), "規約"),
        ((*wanted, "--mall", "yahoo_shopping", "--jan", "123"), "123"),
    ):
        result = okawari(*arguments)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
        assert said in result.stderr
    okawari("key", "set", "yahoo_shopping.client_id", input="dj00-mihon\n")
    added = okawari(*wanted, "--mall", "yahoo_shopping", "--jan", "4548736132610", "--price", "5000", "--json")
    (watch,) = document(added, "watch")["watches"]
    assert watch["search"] == {
        "words": "水筒 K-500W",
        "number": "4548736132610",
        "services": ["yahoo_shopping"],
        "unsure": False,
    }
    assert "水筒 K-500W" in okawari("watch", "list").stdout
    again = okawari(*wanted, "--mall", "yahoo_shopping", "--jan", "4548736132610", "--price", "5000").stdout
    assert "：水筒 K-500W には、同じ条件の見張りがもうあります" in again


def test_a_watch_is_paused_resumed_done_and_removed(okawari, shop):
    id_ = document(okawari("watch", "add", shop.put("/a", IN_STOCK), "--json"), "watch")["watches"][0]["id"]
    for command, standing in (("pause", "paused"), ("resume", "active"), ("done", "fulfilled")):
        assert document(okawari("watch", command, id_, "--json"), "watch")["watches"][0]["standing"] == standing
    assert document(okawari("watch", "remove", id_, "--json"), "watch")["watches"] == []
    assert okawari("watch", "pause", id_).exit_code == 2
    assert "okawari watch add" in okawari("watch", "list").stdout


def test_a_test_of_a_channel_gives_the_reason(okawari):
    okawari("alerts", "channel", "add", "mail", "-", input="smtp://me:secret@127.0.0.1:9/?to=me@example.jp\n")
    tested = okawari("alerts", "test", "mail", "--json")
    assert tested.exit_code == 1
    assert "127.0.0.1" in document(tested, "alerts")["tested"][0]["trouble"]["text"]
    assert "secret" not in okawari("alerts", "channel", "list", "--json").stdout + tested.stdout
    okawari("alerts", "channel", "add", "screen", "log:")
    assert okawari("alerts", "channel", "test", "screen").exit_code == 0
    assert okawari("alerts", "channel", "remove", "screen").exit_code == 0
    assert okawari("alerts", "channel", "remove", "screen").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("watch", "add", "https://www.amazon.co.jp/dp/B0"), "Keepa"),
        (("watch", "add", "https://jp.mercari.com/item/m1"), "--mall mercari"),
        (("watch", "add", "http://192.168.0.1/"), "家や会社の中"),
        (("watch", "add", "https://example.jp/", "--until", "2020-01-01"), "もう過ぎた日"),
        (("watch", "add", "https://example.jp/", "--quiet", "25-7"), "25-7"),
        (("watch", "add", "https://example.jp/", "--condition", "shiny"), "very_good"),
        (("watch", "add", "https://example.jp/", "--drop", "100"), "100"),
        (("watch", "add", "https://example.jp/", "--price", "安い"), "安い"),
        (("watch", "add", "https://example.jp/", "--price", "0"), "「0」"),
        (("watch", "add", "https://example.jp/", "--quiet", "7-7"), "違う時"),
        (("watch", "add", "https://example.jp/", "--burst", "2020-01-01T10:00"), "過ぎた日時"),
        (("watch", "add", "https://example.jp/", "--every", "0"), "1以上"),
        (("watch", "add", "https://example.jp/", "--every", "99999"), "10080以下"),
        (("watch", "add", "example.jp/item"), "https:// で始まる"),
        (("watch", "search", "水筒"), "--mall"),
        (("alerts", "channel", "add", "x", "nonsense"), "Apprise"),
        (("alerts", "channel", "add", "a b", "log:"), "名前"),
        (("alerts", "test", "x"), "x"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(okawari, arguments, said):
    result = okawari(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_channel_that_was_switched_off_needs_the_person(okawari, shop, monkeypatch):
    def refused(*_):
        raise ChannelError("refused", "535 wrong password", permanent=True)

    monkeypatch.setattr(alerting, "send", refused)
    okawari("watch", "add", shop.put("/a", IN_STOCK))
    okawari("alerts", "channel", "add", "screen", "log:")
    lists = (("alerts",), ("alerts", "channel", "list"))
    assert [okawari(*words).exit_code for words in lists] == [0, 0]
    okawari("watch", "run", "--once")
    for words in lists:
        told = okawari(*words)
        assert (told.exit_code, "535 wrong password" in told.stdout) == (1, True)


def test_the_loop_ends_with_ctrl_c(okawari, shop, monkeypatch):
    okawari("watch", "add", shop.put("/a", IN_STOCK))

    class Interrupted:
        def wait(self, pause):
            if pause:
                raise KeyboardInterrupt

    monkeypatch.setattr(watch, "threading", SimpleNamespace(Event=Interrupted))
    ran = okawari("watch", "run")
    assert ran.exit_code == 0
    assert "1ページを見ました" in ran.stderr


def test_wishes_of_price_and_a_rest_are_kept_and_shown(okawari, shop):
    url = shop.put("/a", IN_STOCK)
    wishes = ("--effective", "2500", "--drop", "20", "--median", "90", "--lowest", "--burst", "2099-01-01T10:00")
    (watch,) = document(okawari("watch", "add", url, *wishes, "--json"), "watch")["watches"]
    assert watch["wishes"]["effective"] == {"amount": "2500", "currency": "JPY"}
    assert (watch["wishes"]["drop_days"], watch["wishes"]["lowest"], watch["rests_until"]) == (90, True, None)
    (watch,) = document(okawari("watch", "pause", watch["id"], "--until", "2099-01-02", "--json"), "watch")["watches"]
    assert (watch["rests_until"], watch["standing"]) == ("2099-01-02", "active")
    assert watch["burst_at"] == "2099-01-01T10:00:00+09:00"
    for wrong in (("--burst", "soon"), ("--median", "30"), ("--median", "45", "--drop", "10")):
        assert okawari("watch", "add", url, *wrong).exit_code == 2
    assert okawari("watch", "pause", "none", "--until", "2099-01-02").exit_code == 2
    forbidden = okawari("watch", "add", "https://item.rakuten.co.jp/a/b/", "--lowest")
    assert forbidden.exit_code == 2
    assert "規約により" in forbidden.stderr


def test_why_tells_what_verdicts_rest_on_and_writes_the_page_once(okawari, shop, tmp_path):
    url = shop.put("/a", IN_STOCK, 2980)
    id_ = document(okawari("watch", "add", url, "--json"), "watch")["watches"][0]["id"]
    file = tmp_path / "read.txt"
    assert document(okawari("watch", "why", id_, "--json"), "verdicts")["verdicts"] == []
    assert "まだありません" in okawari("watch", "why", id_).stdout
    unread = okawari("watch", "why", id_, "--save", str(file))
    assert (unread.exit_code, file.exists()) == (2, False)
    okawari("watch", "run", "--once")
    (one,) = document(okawari("watch", "why", id_, "--json"), "verdicts")["verdicts"]
    assert one["look"]["availability"] == "in_stock"
    assert {ground["fact"] for ground in one["grounds"]} == {"price", "availability"}
    raw = shop.pages["/a"]
    assert one["snapshot"] == {"size": len(raw), "kept": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
    said = okawari("watch", "why", id_, "--save", str(file)).stdout
    assert "在庫あり、2,980円" in said
    assert "根拠: " in said
    assert file.read_bytes() == raw
    assert file.stat().st_mode & 0o777 == 0o600
    again = okawari("watch", "why", id_, "--save", str(file))
    assert again.exit_code == 2
    assert file.read_bytes() == raw
    assert okawari("watch", "why", "none").exit_code == 2


def test_that_looks_need_a_process_is_said_unless_some_seem_to_be_made(okawari, shop, monkeypatch):
    def told(path, *options):
        return "だけです" in okawari("watch", "add", shop.put(path, IN_STOCK), *options).stderr

    assert told("/a")
    assert told("/b")  # nobody looked at the first
    okawari("watch", "run", "--once")
    okawari("watch", "run", "--once")
    assert not told("/c")
    assert not told("/a")
    hour = timedelta(hours=1)
    real = watch.opened
    monkeypatch.setattr(watch, "opened", lambda locale: replace(real(locale), now=lambda: datetime.now(UTC) + hour))
    assert told("/d")
    assert "Looks are made only while" in okawari("watch", "add", shop.put("/e", IN_STOCK), "--lang", "en").stderr
