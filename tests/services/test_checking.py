"""Watches against a shop on this machine: each flip is told once, whatever happens in between."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

from okawari.domain.candidate import Condition
from okawari.domain.history import History, Point, minute_of, moment_of, state_of
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.watch.watch import AlertKind, Standing, Watch
from okawari.fetching.pages import FetchedPage, PageGate
from okawari.i18n.watching import alert_text
from okawari.services import alerting, checking, rounds, watching
from okawari.services.checking import check_due
from okawari.services.leases import new_lease
from okawari.services.past import of_url
from okawari.sources.terms import may_read
from okawari.store import history, watched_pages
from okawari.store.history import Offered
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from tests.shop_server import IN_STOCK, SOLD_OUT, product, running_shop

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def shop():
    """A shop without pages."""
    with running_shop() as shop:
        yield shop


class Lookout:
    """A household that watches pages of the shop; its clock moves by hand."""

    def __init__(self, store, shop):
        self.store = store
        self.shop = shop
        self.gate = PageGate(may_read=may_read, trusted=shop.trusted)
        self.now = NOON

    def watch(self, url, **wishes):
        ((added, _),) = watching.add(self.store, self.gate, Watch(id="", url=url, added_at=self.now, every=1, **wishes))
        self.unpaced()
        return added

    def unpaced(self):
        with self.store.writing() as transaction:
            watched_pages.pace(transaction, f"127.0.0.1:{self.shop.port}", 0, self.now)

    def later(self, minutes=120, limit=1000):
        self.now += timedelta(minutes=minutes)
        return check_due(self.store, self.gate, self.now, limit)

    def told(self):
        return [told.alert for told in reversed(alerting.alerts(self.store))]

    def kinds(self):
        return [alert.kind for alert in self.told()]


@pytest.fixture
def lookout(store, shop):
    """A household without watches, on each database."""
    return Lookout(store, shop)


def test_a_flip_is_seen_told_and_delivered_once(lookout, shop, store, tmp_path, capsys):
    secrets = Secrets(store, keys_at(tmp_path, "file"))
    alerting.add_channel(store, secrets, "screen", "log:")
    url = shop.put("/a", SOLD_OUT)
    lookout.watch(url, paid=yen(3000))
    lookout.later()
    assert lookout.kinds() == []
    shop.put("/a", IN_STOCK)
    lookout.later()
    lookout.later()
    assert lookout.kinds() == [AlertKind.IN_STOCK]
    for _ in range(2):
        alerting.deliver(store, secrets, lambda alert: alert_text(alert, "ja"), lookout.now)
    said = capsys.readouterr().err
    assert said.count("在庫あり：水筒 K-500W") == 1
    assert "980円高い" in said
    assert "1点ずつ、今すぐ買う" in said
    assert url in said


def test_it_is_told_again_after_it_was_really_gone(lookout, shop):
    lookout.watch(shop.put("/a", IN_STOCK))
    lookout.later()
    shop.put("/a", SOLD_OUT)
    lookout.later()
    shop.put("/a", IN_STOCK)
    lookout.later()
    assert lookout.kinds() == [AlertKind.IN_STOCK] * 2


def test_one_fetch_serves_all_watches_of_a_page(lookout, shop):
    url = shop.put("/a", IN_STOCK, 3000)
    lookout.watch(url)
    lookout.watch(url, price=yen(3000))
    lookout.watch(url, price=yen(2000))
    lookout.later()
    assert shop.looks("/a") == 1
    assert sorted(lookout.kinds()) == [AlertKind.IN_STOCK, AlertKind.PRICE_REACHED]


def promising(*lines):
    return product(IN_STOCK).replace(b"</h1>", f"</h1>{''.join(f'<p>{line}</p>' for line in lines)}".encode())


def test_an_earlier_delivery_is_told_from_the_page_to_the_words(lookout, shop):
    shop.pages["/a"] = promising("1〜2か月以内に発送します")
    lookout.watch(shop.url("/a"), earlier_days=7)
    lookout.later()
    lookout.later()
    shop.pages["/a"] = promising("12月5日(土)にお届けします")
    lookout.later()
    lookout.later()
    assert lookout.kinds() == [AlertKind.DELIVERY_EARLIER]
    title, body = alert_text(lookout.told()[0], "ja")
    assert title == "お届けが早まりました：水筒 K-500W"
    assert "いまの約束：12月5日(土)にお届け\nこれまで：12月24日(木)〜2027年1月24日(日)に発送" in body


def test_a_seller_that_appears_on_a_list_of_offers_is_told(lookout, shop):
    shop.pages["/a"] = promising("販売元：甲商店", "販売元：乙商店")
    lookout.watch(shop.url("/a"), appears="森の文具")
    lookout.later()
    assert lookout.kinds() == []
    shop.pages["/a"] = promising("販売元：甲商店", "販売元：森の文具 本店")
    lookout.later()
    lookout.later()
    assert lookout.kinds() == [AlertKind.SELLER_APPEARED]
    assert "販売元：森の文具 本店" in alert_text(lookout.told()[0], "ja")[1]


@pytest.mark.parametrize(
    ("answered", "is_linked"),
    [
        ("https://item.rakuten.co.jp/mihon/suito/", True),
        ("https://item.rakuten.co.jp/login", False),
        ("https://nise.example.com/product/1", False),
        ("https://item.rakuten.co.jp.nise.example.com/mihon/suito/", False),
    ],
)
def test_an_alert_leads_past_a_redirect_to_a_known_shop_and_to_nobody_else(
    lookout, shop, monkeypatch, answered, is_linked
):
    asked = lookout.watch(shop.url("/a?aff=1")).url
    page = FetchedPage(answered, product(IN_STOCK), "utf-8")
    monkeypatch.setattr(lookout.gate, "fetch", lambda *_: page)
    lookout.later()
    assert [alert.url for alert in lookout.told()] == [answered if is_linked else asked]


@pytest.mark.parametrize("marked", [True, False])
def test_an_unchanged_page_is_not_read_again(lookout, shop, marked, monkeypatch):
    shop.marked = marked
    lookout.watch(shop.put("/a", SOLD_OUT))
    lookout.later()
    monkeypatch.setattr("okawari.services.checking.read_page", None)
    lookout.later()
    (kept,) = watching.every(lookout.store)
    assert kept.last.at == lookout.now
    assert kept.last_seen.availability is Availability.OUT_OF_STOCK
    assert [status for path, status in shop.asked if path == "/a"] == [200, 304 if marked else 200]


def test_history_holds_changes_only(lookout, shop):
    watch = lookout.watch(shop.put("/a", SOLD_OUT))
    for stock, price in ((SOLD_OUT, 3980), (SOLD_OUT, 3980), (IN_STOCK, 3980), (IN_STOCK, 3500), (SOLD_OUT, 3500)):
        shop.put("/a", stock, price)
        lookout.later()
    past = of_url(lookout.store, watch.url)
    assert [(point.state.availability.value, point.state.price) for point in past.points] == [
        ("out_of_stock", yen(3980)),
        ("in_stock", yen(3980)),
        ("in_stock", yen(3500)),
        ("out_of_stock", yen(3500)),
    ]
    assert past.points[1].at - past.points[0].at == timedelta(hours=4)
    assert moment_of(past.last_seen) == lookout.now


def test_a_site_whose_terms_forbid_history_has_none(lookout, shop, monkeypatch):
    from okawari.domain.terms import Terms

    monkeypatch.setattr("okawari.services.checking.terms_at", lambda _url: Terms(may_store_history=False))
    watch = lookout.watch(shop.put("/a", SOLD_OUT))
    for stock in (SOLD_OUT, IN_STOCK, SOLD_OUT):
        shop.put("/a", stock)
        lookout.later()
    points = of_url(lookout.store, watch.url).points
    assert [point.state.availability.value for point in points] == ["out_of_stock"]
    assert lookout.kinds() == [AlertKind.IN_STOCK]


def test_what_cannot_be_seen_is_told_once_and_never_taken_for_stock(lookout, shop):
    lookout.watch(shop.put("/a", IN_STOCK), price=yen(100))
    lookout.later()
    shop.status["/a"] = 403
    for _ in range(6):
        lookout.later(60 * 24 * 2)
    assert lookout.kinds() == [AlertKind.CANNOT_SEE]
    title, body = alert_text(lookout.told()[0], "ja")
    assert title == "見えなくなりました：水筒 K-500W"
    assert "お店のサイトに断られました（403）。ページを開いて" in body


def test_what_comes_in_the_place_of_the_page_does_not_name_the_thing(lookout, shop):
    shop.pages["/a"] = "<title>ログイン</title><h1>ログイン</h1><form><input type=password></form>".encode()
    lookout.watch(shop.url("/a"), item="水筒 K-500W")
    lookout.watch(shop.url("/a"))
    for _ in range(3):
        lookout.later(60 * 24 * 2)
    told = sorted(alert_text(alert, "ja") for alert in lookout.told())
    assert [title for title, _ in told] == ["見えなくなりました：127.0.0.1 のページ", "見えなくなりました：水筒 K-500W"]
    assert all("見えませんでした：ログインを求められています。ページを開いて" in body for _, body in told)


def test_a_drop_says_what_it_is_measured_by(lookout, shop):
    lookout.watch(shop.put("/a", IN_STOCK, 5000), drop_percent=20)
    lookout.later()
    shop.put("/a", IN_STOCK, 3900)
    lookout.later()
    body = alert_text(lookout.told()[0], "ja")[1]
    assert "最初に見た値段（5,000円）より22%安い値段です。" in body
    assert "実質：3,900円〜4,900円" in body  # shipping is not told


def used(*lines, title="水筒 K-500W", markup="Used"):
    told = product(IN_STOCK).decode().replace("水筒 K-500W", title)
    told = told.replace('"@type":"Offer",', f'"@type":"Offer","itemCondition":"https://schema.org/{markup}Condition",')
    return told.replace("</h1>", "</h1>" + "".join(f"<p>{line}</p>" for line in lines)).encode()


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (used("状態：中古 - 非常に良い"), True),
        (used("商品の状態", "ほぼ新品"), True),
        (used("コンディション：良い"), False),
        (used("状態：中古 - 可"), False),
        (used(), False),
        (used("状態：非常に良い", "状態：可"), False),
        (used("状態：非常に良い", title="【中古】水筒 K-500W", markup="?"), True),
        (used("状態：可", markup="New"), True),
    ],
)
def test_a_used_thing_is_told_by_the_grade_that_its_page_shows(lookout, shop, page, told):
    shop.pages["/a"] = page
    lookout.watch(shop.url("/a"), condition=Condition.VERY_GOOD)
    lookout.later()
    assert bool(lookout.kinds()) is told


def test_an_alert_says_that_the_thing_is_used(lookout, shop):
    shop.pages["/a"] = used("状態：中古 - 非常に良い")
    lookout.watch(shop.url("/a"))
    lookout.later()
    assert "新品ではありません（状態：中古・非常に良い）。" in alert_text(lookout.told()[0], "ja")[1]


def test_a_preorder_is_told_to_be_reserved(lookout, shop):
    lookout.watch(shop.put("/a", "予約受付中"), preorder=True)
    lookout.later()
    title, body = alert_text(lookout.told()[0], "ja")
    assert title == "予約受付中：水筒 K-500W"
    assert "今すぐ予約する" in body


def test_a_captcha_shows_nothing(lookout, shop):
    lookout.watch(shop.put("/a", SOLD_OUT))
    lookout.later()
    shop.pages["/a"] = (
        "<html><title>Robot Check</title><body><form action=/errors/validateCaptcha><p>画像に表示されている文字を入力してください 在庫あり カートに入れる</p></form></body></html>".encode()
    )
    for _ in range(2):  # the same bytes once more are still nothing that was seen
        lookout.later()
    assert lookout.kinds() == []
    (kept,) = watching.every(lookout.store)
    assert kept.last.trouble == "kind_captcha"
    assert kept.last_seen.availability is Availability.OUT_OF_STOCK


def test_two_hundred_flips_at_once_are_all_told(lookout, shop):
    for number in range(200):
        lookout.watch(shop.put(f"/{number}", SOLD_OUT))
    lookout.later()
    for number in range(200):
        shop.put(f"/{number}", IN_STOCK)
    lookout.later()
    assert len({alert.watch for alert in alerting_all(lookout)}) == 200
    assert len(alerting_all(lookout)) == 200


def alerting_all(lookout):
    return [told.alert for told in alerting.alerts(lookout.store, 1000)]


def test_two_workers_share_the_pages_and_tell_each_flip_once(lookout, shop):
    for number in range(60):
        lookout.watch(shop.put(f"/{number}", IN_STOCK))
    now = lookout.now + timedelta(minutes=1)

    def work(_):
        gate = PageGate(trusted=shop.trusted)
        return sum(check_due(lookout.store, gate, now, 10).pages for _ in range(12))

    with ThreadPoolExecutor(2) as pool:
        looked = list(pool.map(work, range(2)))
    assert sum(looked) == 60
    assert all(shop.looks(f"/{number}") == 1 for number in range(60))
    assert len(alerting_all(lookout)) == 60


def test_a_dead_workers_pages_are_taken_over(lookout, shop, store):
    lookout.watch(shop.put("/a", IN_STOCK))
    with store.writing() as transaction:
        held = watched_pages.claim(transaction, lookout.now, lookout.now + timedelta(minutes=5), "dead", 10)
    assert len(held) == 1
    assert lookout.later(4).pages == 0
    assert lookout.later(2).pages == 1
    with store.writing() as transaction:
        assert not watched_pages.keep_looks(transaction, held, "dead", lookout.now)


def test_pages_of_one_host_keep_their_distance_whoever_asks(lookout, shop, store):
    for number in range(3):
        lookout.watch(shop.put(f"/{number}", SOLD_OUT))
    with store.writing() as transaction:
        watched_pages.pace(transaction, f"127.0.0.1:{shop.port}", 60, lookout.now)
    other = PageGate(trusted=shop.trusted)
    assert [check_due(store, gate, lookout.now).pages for gate in (lookout.gate, other)] == [1, 0]
    assert lookout.later(1.3).pages == 1
    assert lookout.later(1.3).pages == 1


def test_a_host_that_fails_is_left_alone(lookout, shop):
    for number in range(8):
        lookout.watch(shop.put(f"/{number}", SOLD_OUT))
        shop.status[f"/{number}"] = 503
    while lookout.later(0, 1).pages:
        pass
    assert 3 <= sum(path != "/robots.txt" for path, _ in shop.asked) < 8


def test_a_watch_ends_with_its_last_day(lookout, shop):
    lookout.watch(shop.put("/a", IN_STOCK), until=NOON.date())
    lookout.later(60 * 24)
    lookout.later(60 * 24)
    assert lookout.kinds() == [AlertKind.EXPIRED]
    (kept,) = watching.every(lookout.store)
    assert kept.standing is Standing.EXPIRED
    assert shop.looks("/a") == 1


def test_a_paused_watch_looks_at_nothing_until_it_is_resumed(lookout, shop, store):
    watch = lookout.watch(shop.put("/a", IN_STOCK))
    assert watching.stand(store, watch.id, Standing.PAUSED, lookout.now)
    assert lookout.later().pages == 0
    watching.stand(store, watch.id, Standing.ACTIVE, lookout.now)
    assert lookout.later().alerts == 1


def test_what_is_new_is_told_also_by_a_clock_that_stands(store):
    wished = [Watch(id="", url=f"https://shop.example/{name}", added_at=NOON) for name in ("a", "b", "b")]
    ((first, is_new),) = watching.add(store, watching.open_gate(), wished[0])
    assert is_new
    again, other = watching.add(store, watching.open_gate(), *wished)
    assert again == (first, False)
    assert (other.watch.url, other.is_new) == (wished[1].url, True)


def test_the_same_watch_twice_is_one_and_tells_once(lookout, shop, store):
    url = shop.put("/a", SOLD_OUT)
    first = lookout.watch(url)
    lookout.now += timedelta(minutes=1)
    assert lookout.watch(url) == first
    dearer = lookout.watch(url, price=yen(100))
    lookout.later()
    shop.put("/a", IN_STOCK)
    lookout.later()
    assert lookout.kinds() == [AlertKind.IN_STOCK]
    watching.stand(store, first.id, Standing.FULFILLED, lookout.now)
    assert lookout.watch(url).id not in {first.id, dearer.id}


def test_a_removed_watch_takes_its_page_with_it(lookout, shop, store):
    url = shop.put("/a", IN_STOCK)
    first, second = lookout.watch(url), lookout.watch(url, preorder=True)
    lookout.later()
    assert watching.remove(store, first.id, lookout.now)
    assert lookout.later().pages == 1
    assert watching.remove(store, second.id, lookout.now)
    assert not watching.remove(store, second.id, lookout.now)
    assert lookout.later().pages == 0


def test_a_worse_condition_or_another_seller_is_no_match(lookout, shop):
    url = shop.put("/a", IN_STOCK, seller="転売堂")
    lookout.watch(url, seller="森の文具")
    lookout.watch(url, seller="転売")
    lookout.watch(url, condition=Condition.NEW)
    lookout.later()
    assert len(lookout.told()) == 1


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://www.amazon.co.jp/dp/B000000000", "terms"),
        ("https://amzn.asia/d/abc", "terms"),
        ("https://jp.mercari.com/item/m1", "terms"),
        ("http://127.0.0.1/a", "private_address"),
        ("http://[::ffff:10.0.0.1]/a", "private_address"),
        ("file:///etc/passwd", "bad_scheme"),
        ("https://user:secret@example.jp/", "bad_url"),
        ("rubbish", "bad_url"),
    ],
)
def test_addresses_that_are_not_watched(lookout, url, code):
    with pytest.raises(watching.PageUnavailableError) as refused:
        lookout.watch(url)
    assert refused.value.code == code
    assert watching.every(lookout.store) == ()


def test_a_host_that_asks_to_be_left_alone_is(lookout, shop):
    for path in ("/a", "/b"):
        lookout.watch(shop.put(path, IN_STOCK))
    shop.status["/a"], shop.later = 503, "7200"
    assert lookout.later(1).failed == 1
    asked = len(shop.asked)
    assert lookout.later(100).pages == 0
    assert len(shop.asked) == asked
    assert lookout.later(30).pages == 2


def test_a_page_that_is_empty_without_scripts_is_opened_in_the_browser_where_there_is_one(lookout, shop, monkeypatch):
    watch = lookout.watch(shop.url("/app"))
    shop.pages["/app"] = b"<html><body><script src=/app.js></script></body></html>"
    opened = []

    def render(_gate, page):
        opened.append(page.url)
        return FetchedPage(page.url, product(IN_STOCK), "utf-8")

    monkeypatch.setattr(checking, "render", render)
    lookout.later(1)
    assert opened == []
    lookout.gate = PageGate(trusted=shop.trusted, browser="/usr/bin/chromium")
    shop.pages["/app"] += b" "
    lookout.later(300)
    assert opened == [shop.url("/app")]
    assert watching.get(lookout.store, watch.id).last_seen.availability is Availability.IN_STOCK


def test_a_lowest_price_is_told_from_the_past_with_its_effective_price_and_risk(lookout, shop, store):
    url = shop.put("/a", IN_STOCK, 3000)
    watch = lookout.watch(url, lowest=True)
    lookout.later()
    shop.put("/a", IN_STOCK, 2900)
    lookout.later()
    assert lookout.kinds() == []
    begun = minute_of(NOON - timedelta(days=60))
    offer = Offered(page=watched_pages.page_key(url), url=url)
    with store.writing() as transaction:
        dear = state_of(Availability.IN_STOCK, yen(2950))
        history.put(transaction, offer, History((Point(begun, dear),), begun + 9000))
    shop.put("/a", IN_STOCK, 2800)
    lookout.later()
    (alert,) = lookout.told()
    assert (alert.kind, alert.price, alert.watch) == (AlertKind.LOWEST_PRICE, yen(2800), watch.id)
    assert alert.risk
    title, body = alert_text(alert, "ja")
    assert title.startswith("これまでで最安の2,800円")
    assert "これまでの最安値：2,900円" in body
    assert "リスク：" in body


@pytest.mark.parametrize(
    ("profile", "effective"),
    [
        ("[unknown_shipping]\njapan = 250\n", yen(3000 + 250)),
        ("[unknown_shipping]\njapan = ?", yen(3000 + 1000)),
        (None, yen(3000 + 1000)),
    ],
)
def test_the_effective_price_of_an_alert_is_that_of_the_own_profile(lookout, tmp_path, profile, effective):
    own = tmp_path / "profile.toml"
    if profile:
        own.write_text(profile, encoding="utf-8")
    lookout.watch(lookout.shop.put("/a", IN_STOCK, 3000))
    sealed = Secrets(lookout.store, keys_at(tmp_path, "file"))
    looking = rounds.Lookout(
        lookout.store, lookout.gate, sealed, lambda alert: (alert.key, "."), lambda: NOON, profile=own
    )
    rounds.look_round(looking)
    (alert,) = lookout.told()
    assert alert.effective == effective


@pytest.mark.parametrize(
    ("shown", "sure", "best"),
    [
        ("3,000円（税込）", 3000 + 1000, 3000),
        ("3,000円（税抜）", 3300 + 1000, 3300),
        ("3,000円", 3300 + 1000, 3000),
    ],
)
def test_the_effective_price_of_an_alert_heeds_what_the_page_says_of_tax(lookout, shop, shown, sure, best):
    shop.pages["/a"] = f"<h1>見本の炊飯器</h1><p class=price>{shown}</p><button>カートに入れる</button>".encode()
    lookout.watch(shop.url("/a"))
    lookout.later()
    (alert,) = lookout.told()
    assert (alert.effective, alert.effective_best) == (yen(sure), yen(best))


def test_the_past_is_no_wish_where_terms_let_none_be_kept(store):
    wished = Watch(id="", url="https://item.rakuten.co.jp/a/b/", added_at=NOON, lowest=True)
    with pytest.raises(watching.NoPastError):
        watching.add(store, watching.open_gate(), wished)
    assert watching.every(store) == ()


def test_around_a_sale_looks_come_each_minute_and_keep_the_hosts_pause(lookout, shop):
    ((watch, _),) = watching.add(
        lookout.store,
        lookout.gate,
        Watch(id="", url=shop.put("/a", SOLD_OUT), added_at=NOON, every=360, burst_at=NOON + timedelta(hours=1)),
    )
    lookout.later(1)
    assert watching.get(lookout.store, watch.id).next_look_at == NOON + timedelta(minutes=58)
    lookout.now = NOON
    looks = [lookout.later(1).pages for _ in range(100)]
    assert sum(looks[:57]) == 0
    assert 28 <= sum(looks[57:]) <= 33
    with lookout.store.writing() as transaction:
        watched_pages.pace(transaction, f"127.0.0.1:{shop.port}", 600, lookout.now)
    lookout.watch(shop.put("/b", SOLD_OUT), burst_at=lookout.now)
    with lookout.store.writing() as transaction:
        watched_pages.pace(transaction, f"127.0.0.1:{shop.port}", 600, lookout.now)
    assert sum(lookout.later(1).pages for _ in range(20)) <= 3


@pytest.mark.parametrize(("pause", "seen", "waits"), [(5, 3, 2), (600, 1, 0)])
def test_one_round_waits_for_a_hosts_pause_but_not_for_long(lookout, tmp_path, pause, seen, waits):
    for path in ("/a", "/b", "/c"):
        lookout.watch(lookout.shop.put(path, SOLD_OUT))
    with lookout.store.writing() as transaction:
        watched_pages.pace(transaction, f"127.0.0.1:{lookout.shop.port}", pause, lookout.now)
    waited = []

    def wait(seconds):
        waited.append(seconds)
        lookout.now += timedelta(seconds=seconds)

    sealed = Secrets(lookout.store, keys_at(tmp_path, "file"))
    looking = rounds.Lookout(lookout.store, lookout.gate, sealed, lambda alert: (alert.key, "."), lambda: lookout.now)
    checked, _ = rounds.look_once(looking, wait)
    assert (checked.pages, checked.changed, len(waited)) == (seen, seen, waits)
    assert all(pause <= seconds <= 1.3 * pause for seconds in waited)


def test_what_a_killed_process_of_this_machine_had_is_anybodys_at_once(lookout, shop, store):
    lookout.watch(shop.put("/a", IN_STOCK))
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    for lease, pages in ((new_lease(), 0), (new_lease(ended.pid), 1)):
        with store.writing() as transaction:
            assert watched_pages.claim(transaction, lookout.now, lookout.now + timedelta(minutes=5), lease, 10)
        assert lookout.later(0).pages == pages
        with store.writing() as transaction:
            watched_pages.give_back(transaction, [lease])


def test_a_watch_that_sleeps_through_looks_wakes_for_the_one_that_counts(lookout, shop, monkeypatch):
    url = shop.put("/a", SOLD_OUT)
    lookout.watch(url)
    for _ in range(4):
        lookout.later()
    asked = []
    with monkeypatch.context() as patched:
        patched.setattr(checking, "judge", lambda *look: asked.append(look))
        assert lookout.later().pages == 1
    assert asked == []
    shop.put("/a", IN_STOCK)
    lookout.later()
    assert lookout.kinds() == [AlertKind.IN_STOCK]


def test_a_sleeping_watch_ends_on_its_last_day(lookout, shop):
    lookout.watch(shop.put("/a", SOLD_OUT), until=date(2026, 11, 25))
    for _ in range(4):
        lookout.later()
    lookout.later(minutes=48 * 60)
    assert lookout.kinds() == [AlertKind.EXPIRED]
