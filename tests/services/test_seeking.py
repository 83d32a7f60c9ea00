"""Searches and feeds that are watched, against services and feeds on this machine."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from okawari.domain.candidate import Condition
from okawari.domain.judge import Trust
from okawari.domain.money import yen
from okawari.domain.watch.seek import FEED, Search
from okawari.domain.watch.watch import AlertKind, QuietHours, Standing, Watch
from okawari.fetching.api import ApiGate
from okawari.fetching.pages import PageGate
from okawari.i18n.watching import alert_text, seen_text
from okawari.services import alerting, seeking, watching
from okawari.services.checking import check_due
from okawari.services.importing import import_bytes
from okawari.services.offers import PriceAccess, put_key
from okawari.sources.terms import may_read
from okawari.store import watched_pages
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from tests.mails import START
from tests.price_services import JAN, KEYS, YAHOO_HIT, serving
from tests.services.test_listings import MERCARI, RAKUMA, TITLE, alert
from tests.shop_server import running_shop

NOON = datetime(2026, 11, 29, 3, tzinfo=UTC)


class Lookout:
    """A household that watches searches and feeds; its clock moves by hand."""

    def __init__(self, store, shop, services, folder):
        self.store, self.shop, self.services = store, shop, services
        self.gate = PageGate(may_read=may_read, trusted=shop.trusted)
        self.now = NOON
        self.secrets = Secrets(store, keys_at(folder, "file"))
        trusted = [("127.0.0.1", services.server_port)]
        gate = ApiGate(seconds=2, trusted=trusted, clock=self.seconds, sleep=lambda _: None)
        self.prices = PriceAccess(gate, self.secrets, lambda: self.now)

    def seconds(self):
        return (self.now - NOON).total_seconds()

    def watch(self, url, **wishes):
        wished = Watch(id="", url=url, added_at=self.now, every=1, **wishes)
        ((added, _),) = watching.add(self.store, self.gate, wished)
        with self.store.writing() as transaction:
            watched_pages.pace(transaction, f"127.0.0.1:{self.shop.port}", 0, self.now)
        return added

    def later(self, minutes=120):
        self.now += timedelta(minutes=minutes)
        return check_due(self.store, self.gate, self.now, 1000, prices=self.prices)

    def told(self):
        return [told.alert for told in reversed(alerting.alerts(self.store))]

    def last(self, watch):
        return watching.get(self.store, watch.id).last


@pytest.fixture
def lookout(store, monkeypatch, tmp_path):
    """A household with the key of Yahoo! Shopping alone, on each database."""
    with running_shop() as shop, serving(monkeypatch) as services:
        made = Lookout(store, shop, services, tmp_path)
        put_key(made.secrets, "yahoo_shopping.client_id", KEYS["yahoo_shopping.client_id"])
        yield made


YAHOO = Search(words="ソニー WH-1000XM5 ブラック", kind="jan", number=JAN, services=("yahoo_shopping",))


def hits(lookout, *hits):
    lookout.services.answers["yahoo_shopping"] = {"totalResultsAvailable": len(hits), "hits": list(hits)}


def hit(number, **changed):
    return YAHOO_HIT | {"url": f"https://store.shopping.yahoo.co.jp/mihon/{number}.html"} | changed


def test_each_new_offer_is_told_once(lookout):
    watch = lookout.watch(YAHOO.address)
    lookout.later()
    lookout.later()
    (first,) = lookout.told()
    assert (first.kind, first.url) == (AlertKind.OFFERS_FOUND, "https://store.shopping.yahoo.co.jp/mihon/wh1000.html")
    title, body = alert_text(first, "ja")
    assert title == "新しい出品：ソニー ワイヤレスヘッドホン WH-1000XM5 ブラック"
    assert "45,800円\n見本ストア（Yahoo!ショッピング）" in body
    assert "Web Services by Yahoo! JAPAN" in body
    hits(lookout, YAHOO_HIT, hit(2, price=40000), hit(3, inStock=False))
    lookout.later()
    hits(lookout)
    lookout.later()
    hits(lookout, YAHOO_HIT, hit(2, price=39000))
    lookout.later()
    _, second = lookout.told()
    assert [find.price for find in second.finds] == [yen(40000)]
    assert "2件を確認" in seen_text(lookout.last(watch), None, "ja")


def test_an_offer_must_suit(lookout):
    cheap = lookout.watch(YAHOO.address, price=yen(40000))
    used = lookout.watch(YAHOO.address, condition=Condition.NEW)
    hits(
        lookout,
        hit(1, price=40001),
        hit(2, price=40000, condition="used"),
        hit(3, name="WH-1000XM5用 ケース", janCode=""),
    )
    lookout.later()
    assert {alert.watch: [find.price for find in alert.finds] for alert in lookout.told()} == {
        cheap.id: [yen(40000)],
        used.id: [yen(40001)],
    }


def test_what_may_be_another_thing_is_told_only_where_asked_and_marked(lookout):
    hits(lookout, hit(1, name="ソニー ワイヤレスヘッドホン ブラック", janCode=""))
    surely = lookout.watch(YAHOO.address)
    unsure = lookout.watch(YAHOO.address, unsure=True)
    lookout.later()
    (alert,) = lookout.told()
    assert (alert.watch, surely.id != unsure.id) == (unsure.id, True)
    assert "同じ商品かは不明" in alert_text(alert, "ja")[1]


def test_a_link_that_is_not_the_services_own_is_left_out(lookout):
    hits(lookout, hit(1, url="https://nise.example.com/1.html"))
    lookout.watch(YAHOO.address)
    lookout.later()
    (alert,) = lookout.told()
    assert (alert.url, alert.finds[0].url) == ("", "")


def test_many_offers_are_told_in_one_alert(lookout):
    hits(lookout, *(hit(number, price=50000 - number) for number in range(8)))
    lookout.watch(YAHOO.address)
    lookout.later()
    (alert,) = lookout.told()
    assert (len(alert.finds), alert.more, alert.finds[0].price) == (5, 3, yen(49993))
    assert "ほか7件" in alert_text(alert, "ja")[0]
    assert "ほかに3件あります" in alert_text(alert, "ja")[1]


def test_prices_are_kept_no_longer_than_the_terms_let(lookout):
    lookout.watch(YAHOO.address)
    lookout.later()
    assert lookout.told()[0].finds[0].price == yen(45800)
    lookout.later(25 * 60)
    (alert,) = lookout.told()
    assert alert.finds[0].price is None
    assert "値段は不明" in alert_text(alert, "ja")[1]


@pytest.mark.parametrize("ending", [Standing.PAUSED, Standing.FULFILLED, None])
def test_a_search_that_ends_leaves_no_price(lookout, ending):
    watch = lookout.watch(YAHOO.address)
    lookout.later()
    if ending:
        assert watching.stand(lookout.store, watch.id, ending, lookout.now)
    else:
        assert watching.remove(lookout.store, watch.id, lookout.now)
    (alert,) = lookout.told()
    assert (alert.finds[0].price, bool(alert.finds[0].title)) == (None, True)


def test_a_search_whose_last_day_is_over_leaves_no_price(lookout):
    lookout.watch(YAHOO.address, until=NOON.date())
    lookout.later()
    lookout.later(24 * 60)
    assert [alert.kind for alert in lookout.told()] == [AlertKind.OFFERS_FOUND, AlertKind.EXPIRED]
    assert lookout.told()[0].finds[0].price is None


@pytest.mark.parametrize("mood", [429, 500, "maintenance", b"<html>", b"{}"])
def test_services_that_do_not_answer_are_told_once_and_nothing_is_lost(lookout, mood):
    lookout.services.mood = mood
    watch = lookout.watch(YAHOO.address)
    for _ in range(6):
        lookout.later(60 * 24)
    assert [alert.kind for alert in lookout.told()] == [AlertKind.CANNOT_SEE]
    assert "yahoo_shopping" in lookout.last(watch).detail
    lookout.services.mood = "well"
    lookout.later(60 * 24)
    assert [alert.kind for alert in lookout.told()][1:] == [AlertKind.OFFERS_FOUND]


def test_services_beside_one_that_fails_are_heard(lookout):
    two = Search(words=YAHOO.words, kind="jan", number=JAN, services=("yahoo_shopping", "ebay"))
    watch = lookout.watch(two.address)
    lookout.later()
    assert [alert.kind for alert in lookout.told()] == [AlertKind.OFFERS_FOUND]
    assert "ebay" in seen_text(lookout.last(watch), None, "ja")


@pytest.mark.parametrize(
    ("search", "code", "detail"),
    [
        (Search(services=("yahoo_shopping",)), "no_words", ""),
        (Search(words="水筒"), "no_service", "yahoo_shopping"),
        (Search(words="水筒", services=("amazon_creators",)), "may_not_watch", "amazon_creators"),
        (Search(words="水筒", services=("x",)), "unknown_service", "x"),
        (Search(words="水筒", services=("keepa",)), "no_key", "keepa.key"),
        (Search(words="水", services=("rakuten_books",)), "needs_number", "rakuten_books"),
    ],
)
def test_a_search_that_cannot_be_made_is_refused_with_its_reason(lookout, search, code, detail):
    for name in ("rakuten.application_id", "rakuten.access_key"):
        put_key(lookout.secrets, name, KEYS[name])
    with pytest.raises(seeking.CannotSearchError) as refused:
        seeking.check(lookout.prices, search)
    assert refused.value.code == code
    assert detail in refused.value.detail


def test_terms_that_forbid_alerts_leave_a_service_out():
    assert {one.id for one in seeking.watchable()} == {
        "ebay",
        "keepa",
        "rakuten",
        "rakuten_books",
        "rakuten_products",
        "yahoo_shopping",
    }


def rss(*entries):
    listed = "".join(
        f"<item><guid>{key}</guid><title>{title}</title>{f'<pubDate>{at:%a, %d %b %Y %H:%M:%S} +0000</pubDate>' if at else ''}</item>"
        for key, title, at in entries
    )
    return f"<rss version='2.0'><channel><title>入荷速報</title>{listed}</channel></rss>".encode()


HOUR = timedelta(hours=1)


def test_each_entry_that_holds_the_words_is_told_once(lookout):
    shop = lookout.shop
    shop.pages["/feed"] = rss(("1", "水筒 再入荷", NOON - HOUR))
    watch = lookout.watch(FEED + shop.url("/feed"), all_of=("水筒",), none_of=("中古",))
    lookout.later()
    assert lookout.told() == []
    entries = [
        ("1", "水筒 再入荷", NOON - HOUR),
        ("2", "水筒 再入荷 2回目", NOON + HOUR),
        ("3", "水筒 中古", NOON + HOUR),
    ]
    shop.pages["/feed"] = rss(*entries, ("4", "弁当箱", NOON + HOUR))
    lookout.later()
    lookout.later()
    shop.pages["/feed"] = rss(*reversed(entries))
    lookout.later()
    (alert,) = lookout.told()
    assert (alert.kind, [find.title for find in alert.finds]) == (AlertKind.ENTRIES_FOUND, ["水筒 再入荷 2回目"])
    title, body = alert_text(alert, "ja")
    assert title == "入荷速報：水筒 再入荷 2回目"
    assert "投稿の中のリンクは開かず" in body
    assert alert.url == shop.url("/feed")
    assert [status for path, status in shop.asked if path == "/feed"] == [200, 200, 304, 200]
    assert lookout.last(watch).found == 3


def test_what_bears_no_date_is_news_only_after_the_first_look(lookout):
    lookout.shop.pages["/feed"] = rss(("1", "水筒", None))
    lookout.watch(FEED + lookout.shop.url("/feed"))
    lookout.later()
    lookout.shop.pages["/feed"] = rss(("1", "水筒", None), ("2", "急須", None))
    lookout.later()
    assert [[find.title for find in alert.finds] for alert in lookout.told()] == [["急須"]]


def test_a_feed_that_is_watched_twice_is_asked_once_and_tells_each(lookout):
    lookout.shop.pages["/feed"] = rss(("1", "水筒", NOON + HOUR))
    one = lookout.watch(FEED + lookout.shop.url("/feed"))
    lookout.later()
    other = lookout.watch(FEED + lookout.shop.url("/feed"), quiet=QuietHours(1, 2))
    lookout.shop.pages["/feed"] = rss(("1", "水筒", NOON + HOUR), ("2", "急須", NOON + 3 * HOUR))
    lookout.later()
    assert sorted((alert.watch, [find.title for find in alert.finds]) for alert in lookout.told()) == sorted(
        [(one.id, ["水筒"]), (one.id, ["急須"]), (other.id, ["急須"])]
    )
    assert lookout.shop.looks("/feed") == 2


def test_in_quiet_hours_entries_wait(lookout):
    lookout.shop.pages["/feed"] = rss(("1", "水筒", NOON + HOUR))
    lookout.watch(FEED + lookout.shop.url("/feed"), quiet=QuietHours(12, 16))
    lookout.later()
    assert lookout.told() == []
    lookout.later()
    lookout.later()
    assert [[find.title for find in alert.finds] for alert in lookout.told()] == [["水筒"]]


def test_json_feeds_are_watched_as_well(lookout):
    status = {"uri": "u1", "url": "", "created_at": (NOON + HOUR).isoformat(), "content": "<p>水筒 再入荷</p>"}
    lookout.shop.pages["/api"] = json.dumps([status]).encode()
    lookout.watch(FEED + lookout.shop.url("/api"))
    lookout.later()
    assert [alert.finds[0].title for alert in lookout.told()] == ["水筒 再入荷"]


@pytest.mark.parametrize("trouble", [429, 503, 404, b"<html></html>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><rss>&b;</rss>"])
def test_a_feed_that_fails_is_told_once_and_heard_again(lookout, trouble):
    shop = lookout.shop
    lookout.watch(FEED + shop.url("/feed"))
    if isinstance(trouble, int):
        shop.status["/feed"] = trouble
    shop.pages["/feed"] = trouble if isinstance(trouble, bytes) else b"x"
    for _ in range(6):
        lookout.later(60 * 24)
    assert [alert.kind for alert in lookout.told()] == [AlertKind.CANNOT_SEE]
    shop.status.clear()
    shop.pages["/feed"] = rss(("1", "水筒", NOON + HOUR))
    lookout.later(60 * 24)
    assert [alert.kind for alert in lookout.told()][1:] == [AlertKind.ENTRIES_FOUND]


def test_a_watch_that_is_deleted_takes_what_it_found_along(lookout):
    watch = lookout.watch(YAHOO.address)
    lookout.later()
    assert watching.remove(lookout.store, watch.id, lookout.now)
    again = lookout.watch(YAHOO.address)
    lookout.later()
    assert [alert.watch for alert in lookout.told()] == [watch.id, again.id]


def test_private_addresses_are_no_feeds(lookout):
    with pytest.raises(watching.PageUnavailableError):
        lookout.watch(f"{FEED}http://10.0.0.1/feed")


def mailed(lookout, *mails):
    import_bytes([(f"{number}.eml", mail) for number, mail in enumerate(mails)], lookout.store, Trust())


FLEA = Search(words=TITLE, services=("mercari", "rakuma"))


def test_a_listing_that_a_mail_of_a_saved_search_tells_is_told_once_without_asking_anybody(lookout):
    lookout.now = START
    mailed(lookout, alert(price="19,800円", link=RAKUMA.replace("0123", "eeee"), day="01"))
    lookout.now = START + timedelta(hours=12)
    watch = lookout.watch(FLEA.address)
    lookout.later()
    assert lookout.told() == []  # that mail is older than the watch
    other = alert(link=RAKUMA.replace("0123", "ffff"), title="青い皿 20cm", price="500円")
    mailed(lookout, alert(), other, alert(link=MERCARI, sender="no-reply@mercari.jp", price="25,000円"))
    lookout.later(60 * 24)
    mailed(lookout, alert(day="03"))
    lookout.later()
    (one,) = lookout.told()
    assert [(find.source, find.url, find.price) for find in one.finds] == [
        ("rakuma", RAKUMA, yen(24_800)),
        ("mercari", MERCARI, yen(25_000)),
    ]
    title, body = alert_text(one, "ja")
    assert title == f"新しい出品：{TITLE}、ほか1件"
    assert "ラクマ（お知らせメール）\nお知らせメール：11月2日(月) 9:00。もう売れていることがあります。" in body
    assert lookout.last(watch).trouble == ""
    assert lookout.services.asked == []


def test_a_mail_that_comes_in_is_looked_at_at_once(lookout):
    def is_due():
        with lookout.store.reading() as transaction:
            return watched_pages.is_due(transaction, datetime.now(UTC))

    lookout.now = datetime.now(UTC) + timedelta(days=1)  # what comes in is looked at by the clock
    lookout.watch(FLEA.address)
    asked = lookout.watch(YAHOO.address)
    lookout.later(1)
    before = watching.get(lookout.store, asked.id).next_look_at
    assert not is_due()
    mailed(lookout, alert())
    assert is_due()
    assert watching.get(lookout.store, asked.id).next_look_at == before


def test_a_forged_mail_and_what_is_sold_tell_nothing(lookout):
    lookout.now = START
    lookout.watch(FLEA.address)
    forged = alert(link=f"{RAKUMA}\nhttps://rakuma-login.evil.example/x").replace(
        b"<info@fril.jp>", b"<info@fril.jp.evil.example>"
    )
    sold = alert(link=f"{MERCARI}\nSOLD", sender="no-reply@mercari.jp", day="03")
    mailed(lookout, forged, sold)
    lookout.later(60 * 24 * 3)
    assert lookout.told() == []


def test_an_offer_must_be_by_the_seller_that_is_named(lookout):
    lookout.watch(YAHOO.address, seller="見本")
    lookout.watch(YAHOO.address, seller="Amazon")
    lookout.later()
    assert [find.seller for alert in lookout.told() for find in alert.finds] == ["見本ストア"]


def test_a_market_needs_no_key():
    seeking.check(None, FLEA)
    with pytest.raises(seeking.CannotSearchError, match="no_key"):
        seeking.check(None, Search(words="水筒", services=("mercari", "yahoo_shopping")))


def test_every_entry_of_an_alert_names_itself_and_its_page(lookout):
    def item(number, title, text):
        return f"<item><guid>{number}</guid><title>{title}</title><link>{lookout.shop.url(f'/{number}')}</link><description>{text}</description><pubDate>Thu, 01 Jan 2099 00:00:00 +0000</pubDate></item>"

    entries = item(1, "水筒 再入荷", "本日10時から") + item(2, "鍋 再入荷", "鍋 再入荷しました") + item(3, "皿", "")
    lookout.shop.pages["/feed"] = f"<rss version='2.0'><channel><title>速報</title>{entries}</channel></rss>".encode()
    lookout.watch(FEED + lookout.shop.url("/feed"))
    lookout.later()
    (one,) = lookout.told()
    body = alert_text(one, "ja")[1].splitlines()
    assert [line for line in body if not line.startswith("投稿")] == [
        "水筒 再入荷",
        "本日10時から",
        "鍋 再入荷しました",
        lookout.shop.url("/2"),
        "皿",
        lookout.shop.url("/3"),
    ]
    lookout.shop.pages["/feed"] = b"<html>"
    for _ in range(3):
        lookout.later(60 * 24 * 2)
    assert alert_text(lookout.told()[-1], "ja")[0] == "見えなくなりました：速報"
