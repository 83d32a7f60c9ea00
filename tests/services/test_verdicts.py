"""Why a watched page is said to stand as it does: what is kept of the last looks, and for how long."""

import hashlib
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from okawari.domain.offer import Availability
from okawari.services import checking, past, verdicts, watching
from okawari.sources.terms import Terms
from okawari.store import verdicts as kept_verdicts
from okawari.store import watched_pages
from okawari.store.watching_schema import page_verdicts
from tests.services.test_checking import Lookout
from tests.shop_server import IN_STOCK, SOLD_OUT, product, running_shop

CAPTCHA = (
    "<title>ロボットではないことを確認してください</title><p>画像に表示されている文字を入力してください</p>".encode()
)
LOGIN = "<title>ログイン</title><form><input type=password></form>".encode()


@pytest.fixture
def shop():
    """A shop without pages."""
    with running_shop() as shop:
        yield shop


@pytest.fixture
def lookout(store, shop):
    """A household without watches, on each database."""
    return Lookout(store, shop)


def listed(lookout, watch):
    return verdicts.of_watch(lookout.store, watching.get(lookout.store, watch.id))


def said(lookout, watch):
    return [one.verdict.seen.trouble or one.verdict.seen.availability.value for one in listed(lookout, watch)]


def looked(lookout, shop, *pages):
    for page in pages:
        shop.pages["/a"] = page
        lookout.later()


def test_a_verdict_keeps_its_words_and_the_bytes_that_were_read(lookout, shop):
    watch = lookout.watch(shop.put("/a", IN_STOCK, 2980))
    lookout.later()
    (one,) = listed(lookout, watch)
    assert (one.verdict.seen.at, one.verdict.seen.availability) == (lookout.now, Availability.IN_STOCK)
    assert {ground.fact for ground in one.verdict.why} == {"price", "availability"}
    assert all(ground.rule and ground.node for ground in one.verdict.why)
    raw = shop.pages["/a"]
    assert (one.kept, one.size, one.body) == (len(raw), len(raw), hashlib.sha256(raw).hexdigest())
    assert verdicts.text_of(lookout.store, watch.id).text == raw.decode()
    assert verdicts.text_of(lookout.store, watch.id, "none") is None


def test_what_says_nothing_new_leaves_none(lookout, shop):
    watch = lookout.watch(shop.put("/a", SOLD_OUT))
    looked(lookout, shop, product(SOLD_OUT), product(SOLD_OUT), product(SOLD_OUT) + b"<!-- another -->")
    (one,) = listed(lookout, watch)
    assert one.verdict.seen.at == lookout.now - timedelta(hours=4)


def test_the_last_three_stay_each_with_its_own_page(lookout, shop):
    watch = lookout.watch(shop.put("/a", SOLD_OUT))
    pages = [product(IN_STOCK, price) for price in (1000, 2000, 3000, 4000, 5000)]
    looked(lookout, shop, *pages)
    found = listed(lookout, watch)
    texts = [verdicts.text_of(lookout.store, watch.id, verdicts.key_of(one)).text for one in found]
    assert texts == [page.decode() for page in reversed(pages[2:])]


def test_where_terms_let_no_past_be_kept_only_what_is_shown_stays(lookout, shop, monkeypatch):
    monkeypatch.setattr(checking, "terms_at", lambda _: Terms(may_store_history=False))
    watch = lookout.watch(shop.put("/a", SOLD_OUT))
    looked(lookout, shop, product(SOLD_OUT), product(IN_STOCK))
    assert said(lookout, watch) == ["in_stock"]
    looked(lookout, shop, CAPTCHA, product(IN_STOCK), LOGIN)
    assert said(lookout, watch) == ["kind_login", "in_stock"]
    looked(lookout, shop, product(SOLD_OUT))
    assert said(lookout, watch) == ["out_of_stock"]


def test_a_captcha_has_its_grounds_once_and_never_drives_out_those_of_what_was_seen(lookout, shop):
    watch = lookout.watch(shop.put("/a", IN_STOCK))
    looked(lookout, shop, product(IN_STOCK), CAPTCHA, CAPTCHA + b" ", CAPTCHA + b"  ")
    unseen, _ = listed(lookout, watch)
    assert unseen.verdict.seen.trouble == "kind_captcha"
    assert unseen.verdict.seen.at == lookout.now - timedelta(hours=4)
    assert [ground.fact for ground in unseen.verdict.why] == ["page_kind"]
    assert verdicts.text_of(lookout.store, watch.id).text == CAPTCHA.decode()
    for _ in range(4):
        looked(lookout, shop, product(IN_STOCK), CAPTCHA)
    assert said(lookout, watch) == ["kind_captcha", "in_stock"]
    looked(lookout, shop, product(SOLD_OUT), product(IN_STOCK), LOGIN)
    assert said(lookout, watch) == ["kind_login", "in_stock", "out_of_stock"]


def test_a_first_look_that_shows_nothing_has_its_grounds(lookout, shop):
    shop.pages["/a"] = LOGIN
    watch = lookout.watch(shop.url("/a"))
    lookout.later()
    assert said(lookout, watch) == ["kind_login"]


def test_a_page_that_does_not_come_leaves_none(lookout, shop):
    watch = lookout.watch(shop.url("/none"))
    assert lookout.later().failed == 1
    assert listed(lookout, watch) == ()


def test_of_a_feed_none_is_kept(lookout, shop, store):
    entry = "<item><guid>1</guid><title>水筒</title></item>"
    shop.pages["/feed"] = f"<rss version='2.0'><channel><title>入荷速報</title>{entry}</channel></rss>".encode()
    lookout.watch("feed:" + shop.url("/feed"))
    assert lookout.later().changed == 1
    assert count(store) == 0


def count(store):
    with store.reading() as transaction:
        return transaction.connection.execute(select(func.count()).select_from(page_verdicts)).scalar()


def test_they_go_with_the_last_watch_of_the_page(lookout, shop, store):
    url = shop.put("/a", IN_STOCK)
    first, second = lookout.watch(url), lookout.watch(url, seller="森の文具")
    lookout.later()
    watching.remove(store, first.id, lookout.now)
    assert count(store) == 1
    watching.remove(store, second.id, lookout.now)
    assert count(store) == 0


def test_it_is_kept_with_the_look_or_not_at_all(lookout, shop, store, monkeypatch):
    watch = lookout.watch(shop.put("/a", IN_STOCK))
    with monkeypatch.context() as broken:
        broken.setattr(checking, "_remember", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            lookout.later()
    assert count(store) == 0
    lookout.later()
    assert said(lookout, watch) == ["in_stock"]


def test_a_look_whose_lease_another_took_leaves_none(lookout, shop, store, monkeypatch):
    lookout.watch(shop.put("/a", IN_STOCK))
    monkeypatch.setattr(watched_pages, "keep_looks", lambda *_: ())
    lookout.later()
    assert count(store) == 0


def test_a_second_verdict_of_the_same_moment_takes_the_place_of_the_first(lookout, shop, store):
    watch = lookout.watch(shop.put("/a", SOLD_OUT))
    lookout.later()
    shop.put("/a", IN_STOCK)
    with store.writing() as transaction:
        watched_pages.look_by(transaction, watched_pages.page_key(watch.url), lookout.now)
    lookout.later(minutes=0)
    assert said(lookout, watch) == ["in_stock"]


def test_of_a_huge_page_the_beginning_is_kept_and_it_says_so(lookout, shop):
    raw = product(IN_STOCK) + b" " * kept_verdicts.MOST_BYTES
    shop.pages["/a"] = raw
    watch = lookout.watch(shop.url("/a"))
    lookout.later()
    (one,) = listed(lookout, watch)
    assert (one.kept, one.size) == (kept_verdicts.MOST_BYTES, len(raw))
    assert one.body == hashlib.sha256(raw).hexdigest()
    assert len(verdicts.text_of(lookout.store, watch.id).text.encode()) == kept_verdicts.MOST_BYTES


def test_the_text_is_by_the_character_set_of_the_page_and_lost_bytes_are_marked(lookout, shop):
    watch = lookout.watch(shop.url("/a"))
    looked(lookout, shop, product(SOLD_OUT).decode().replace("utf-8", "shift_jis").encode("shift_jis"))
    assert "<h1>水筒 K-500W</h1>" in verdicts.text_of(lookout.store, watch.id).text
    looked(lookout, shop, product(IN_STOCK) + b"\0\xff")
    assert verdicts.text_of(lookout.store, watch.id).text == product(IN_STOCK).decode() + "\ufffd" * 2


def test_forgetting_the_past_of_a_page_takes_its_verdicts_along_and_leaves_the_watch(lookout, shop):
    url = shop.put("/a", IN_STOCK)
    watch, other = lookout.watch(url), lookout.watch(shop.put("/b", SOLD_OUT))
    lookout.later()
    assert past.of_url(lookout.store, url).points
    assert past.forget(lookout.store, url)
    assert (listed(lookout, watch), past.of_url(lookout.store, url).points) == ((), ())
    assert verdicts.text_of(lookout.store, watch.id) is None
    assert said(lookout, other) == ["out_of_stock"]
    assert not past.forget(lookout.store, url)
    assert watching.get(lookout.store, watch.id).last_seen.availability is Availability.IN_STOCK
    looked(lookout, shop, product(SOLD_OUT))
    assert said(lookout, watch) == ["out_of_stock"]


def test_verdicts_without_a_history_are_forgotten_too(lookout, shop):
    url = shop.put("/a", "")
    watch = lookout.watch(url)
    looked(lookout, shop, CAPTCHA)
    assert (said(lookout, watch), past.of_url(lookout.store, url).points) == (["kind_captcha"], ())
    assert past.forget(lookout.store, url)
    assert listed(lookout, watch) == ()
