"""The page of watches, the form of a case, and the feed."""

import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from okawari.fetching.pages import PageGate
from okawari.services import alerting, watching
from okawari.services.checking import check_due
from okawari.store import watched_pages
from tests.mails import order_mail, order_number
from tests.services.test_watching_again import BOTTLE, ORDER, PAGE, cancelled, later, placed
from tests.shop_server import IN_STOCK, SOLD_OUT, running_shop
from tests.web.conftest import NOW
from tests.web.markup import Page

CASE = f"/cases/amazon_jp/{order_number(1)}"


@pytest.fixture
def shop(monkeypatch):
    """A shop that the site may look at."""
    with running_shop() as shop:
        gate = watching.open_gate
        monkeypatch.setattr(watching, "open_gate", lambda: PageGate(may_read=gate()._may_read, trusted=shop.trusted))
        yield shop


ALREADY = "同じ条件の見張りがもうあります"


def look(household, shop, hours=1):
    with household.store.writing() as transaction:
        watched_pages.pace(transaction, f"127.0.0.1:{shop.port}", 0, NOW)
    return check_due(household.store, watching.open_gate(), NOW + timedelta(hours=hours))


def faults(browser):
    found = []
    for language in ("ja", "en"):
        browser.cookies.set("okawari_language", language)
        found += Page(browser.get("/watches").text).faults
    browser.cookies.clear()
    return found


def test_an_empty_page_says_what_to_do(browser):
    assert "アドレスを入れてください" in browser.get("/watches").text
    assert faults(browser) == []


def test_a_page_is_watched_seen_and_told(browser, household, shop):
    url = shop.put("/a", SOLD_OUT)
    wish = {"url": url, "price": "4,000円", "every": "60", "condition": "", "until": ""}
    added = browser.post("/watches", data=wish)
    assert added.url.path == "/watches"
    assert "これから" in added.text
    again = browser.post("/watches", data=wish)
    assert (again.status_code, ALREADY in again.text) == (422, True)
    assert len(watching.every(household.store)) == 1
    look(household, shop)
    assert "在庫切れ" in browser.get("/watches").text
    shop.put("/a", IN_STOCK, 3500)
    look(household, shop, 4)
    page = browser.get("/watches").text
    assert "3,500円になりました：水筒 K-500W" in page
    assert f'href="{url}"' in page
    assert faults(browser) == []
    feed = ET.fromstring(browser.get("/alerts.xml").content)
    (entry,) = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert entry.find("{http://www.w3.org/2005/Atom}link").get("href") == url


def test_the_form_asks_for_a_seller_and_for_an_earlier_delivery(browser, household, shop):
    data = {"url": shop.put("/a", SOLD_OUT), "appears": "森の文具", "earlier": "7"}
    page = browser.post("/watches", data=data).text
    assert "「森の文具」が売り始める、お届けが7日以上早まる" in page
    (kept,) = watching.every(household.store)
    assert (kept.watch.appears, kept.watch.earlier_days) == ("森の文具", 7)
    assert faults(browser) == []


def test_a_feed_is_watched_by_the_form(browser, household, shop):
    entries = "<item><guid>1</guid><title>水筒 &lt;b&gt;再入荷</title><pubDate>Thu, 01 Jan 2099 00:00:00 +0000</pubDate></item>"
    shop.pages["/feed"] = f"<rss version='2.0'><channel><title>入荷速報</title>{entries}</channel></rss>".encode()
    wish = {"feed": shop.url("/feed"), "all_of": "水筒 再入荷", "none_of": "中古"}
    page = browser.post("/watches/feed", data=wish).text
    assert ALREADY not in page
    assert ALREADY in browser.post("/watches/feed", data=wish).text
    assert "新しい投稿、「水筒、再入荷」を含む、「中古」を含まない" in page
    look(household, shop)
    page = browser.get("/watches").text
    assert "入荷速報：水筒 再入荷" in page
    assert "1件を確認" in page
    assert faults(browser) == []
    (kept,) = watching.every(household.store)
    one = browser.get(f"/watches/{kept.watch.id}")
    assert one.status_code == 200
    assert Page(one.text).faults == []
    assert browser.post("/watches/feed", data={"feed": ""}).status_code == 422
    assert "家や会社の中" in browser.post("/watches/feed", data={"feed": "http://10.0.0.1/"}).text


def test_a_search_that_lacks_something_says_so_at_its_field(browser):
    page = browser.post("/watches/search", data={"words": "水筒"})
    assert page.status_code == 422
    assert 'id="services-error"' in page.text
    assert Page(page.text).faults == []
    wrong = browser.post("/watches/feed", data={"feed": "https://example.org/feed", "feed_quiet": "?"})
    assert 'id="feed_quiet-error"' in wrong.text
    assert '<details class="fold" open>' in wrong.text
    assert 'id="number-error"' in browser.post("/watches/search", data={"number": "12"}).text


def test_buttons_pause_resume_end_and_delete(browser, shop):
    page = browser.post("/watches", data={"url": shop.put("/a", IN_STOCK)}).text
    action = re.search(r'action="(/watches/\w+)"', page)[1]
    for what, word in (
        ("pause", "休み中"),
        ("resume", "これから"),
        ("done", "買えた"),
        ("remove", "見張っているページはありません"),
    ):
        page = browser.post(action, data={"what": what})
        assert word in page.text
    assert browser.post(action, data={"what": "remove"}).status_code == 404
    assert browser.post(action, data={"what": "nonsense"}).status_code == 404


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"url": ""}, "https:// で始まる"),
        ({"url": "https://www.amazon.co.jp/dp/B0"}, "Keepa"),
        ({"url": "http://10.0.0.1/"}, "家や会社の中"),
        ({"url": "javascript:alert(1)"}, "開きません"),
        ({"url": "https://example.jp/", "price": "安い"}, "金額"),
        ({"url": "https://example.jp/", "until": "2020-01-01"}, "今日か、その先"),
        ({"url": "https://example.jp/", "burst": "2020-01-01T10:00"}, "これからの日時にしてください"),
    ],
)
def test_what_cannot_be_watched_is_told_at_its_field(browser, household, form, said):
    answer = browser.post("/watches", data=form)
    assert answer.status_code == 422
    assert said in answer.text
    assert Page(answer.text).faults == []
    assert watching.every(household.store) == ()


def test_a_watch_from_a_case_compares_with_its_price(browser, household, shop):
    files = [("mails", (f"{cancelled}.eml", order_mail(1, cancelled=cancelled))) for cancelled in (False, True)]
    browser.post("/mails", files=files)
    page = browser.get(CASE).text
    assert Page(page).faults == []
    form = dict(re.findall(r'<input type="hidden" name="(merchant|order)" value="([^"]*)">', page))
    answer = browser.post("/watches", data=form | {"url": shop.put("/a", IN_STOCK, 2000)})
    assert f'href="{CASE}"' in answer.text
    look(household, shop)
    (told,) = alerting.alerts(household.store)
    assert (told.alert.order, told.alert.paid.plain()) == (order_number(1), "1001")
    assert "999円高い" in browser.get("/watches").text


def test_a_hostile_title_is_only_text(browser, household, shop):
    url = shop.put("/a", IN_STOCK)
    shop.pages["/a"] = shop.pages["/a"].replace("水筒".encode(), b"&lt;script&gt;alert(1)&lt;/script&gt;{0}")
    browser.post("/watches", data={"url": url})
    look(household, shop)
    assert "<script>alert" not in browser.get("/watches").text
    assert faults(browser) == []


def test_wishes_of_price_quiet_hours_and_a_rest_come_from_the_page(browser, shop):
    wishes = {
        "url": shop.put("/a", SOLD_OUT),
        "effective": "2,500",
        "drop": "90",
        "percent": "25",
        "lowest": "1",
        "quiet": "２２〜７時",
        "burst": "2026-12-01T10:00",
    }
    page = browser.post("/watches", data=wishes).text
    for said in (
        "実質2,500円以下",
        "90日間の中央値から25%以上",
        "これまでの最安値",
        "22時〜7時は知らせない",
        "12月1日(火) 10:00の前後",
    ):
        assert said in page
    action = re.search(r'action="(/watches/\w+)"', page)[1]
    page = browser.post(action, data={"what": "rest", "rests_until": "2026-12-24"}).text
    assert "12月24日(木)になるまで知らせない" in page
    assert "になるまで知らせない、" not in browser.post(action, data={"what": "rest", "rests_until": ""}).text
    assert "規約により" in browser.post("/watches", data=wishes | {"url": "https://item.rakuten.co.jp/a/b/"}).text
    assert "1から99" in browser.post("/watches", data=wishes | {"percent": "100"}).text
    assert (
        "20%以上の値下がり"
        in browser.post("/watches", data={"url": shop.url("/b"), "drop": "first", "percent": "20"}).text
    )
    assert 'id="quiet-error"' in browser.post("/watches", data=wishes | {"quiet": "25-7"}).text
    assert "のように、日付と時刻" in browser.post("/watches", data=wishes | {"burst": "soon"}).text


@pytest.mark.parametrize("given", ["いつか", "2026-02-30"])
def test_a_rest_until_no_day_is_told_at_its_field(browser, household, shop, given):
    page = browser.post("/watches", data={"url": shop.put("/a", SOLD_OUT)}).text
    action = re.search(r'action="(/watches/\w+)"', page)[1]
    answer = browser.post(action, data={"what": "rest", "rests_until": given})
    assert answer.status_code == 422
    assert "2026-11-24" in answer.text
    assert f'value="{given}"' in answer.text
    assert Page(answer.text).faults == []
    assert watching.every(household.store)[0].watch.rests_until is None
    assert browser.post("/watches/none", data={"what": "rest", "rests_until": given}).status_code == 404


def test_a_dead_order_is_watched_in_one_tap_and_says_when_it_ended(browser, household):
    case = f"/cases/rakuten/{ORDER}"
    browser.post("/mails", files=[("mails", (f"{n}.eml", mail)) for n, mail in enumerate((placed(), cancelled()))])
    before = browser.get(case).text
    assert 'value="watch_again"' in before
    shown = browser.post(case, data={"answer": "watch_again"})
    assert (shown.status_code, shown.url.path) == (200, case)
    (kept,) = watching.every(household.store)
    assert kept.watch.url == PAGE
    assert f'href="/watches/{kept.watch.id}"' in shown.text
    assert Page(shown.text).faults == []
    maybe = placed(order="402853-20261124-0220534167", title=BOTTLE.replace(" ブルー", ""), hours=later())
    browser.post("/mails", files=[("mails", ("new.eml", maybe))])
    for where in (case, "/watches", f"/watches/{kept.watch.id}"):
        page = browser.get(where).text
        assert "新しい注文（402853-20261124-0220534167）の「真空断熱 水筒 500ml」は、この商品ですか？" in page
        assert Page(page).faults == []
    key = kept_lead(household)
    answer = {"what": "same", "lead": key, "back": "case"}
    shown = browser.post(f"/watches/{kept.watch.id}", data=answer)
    assert shown.url.path == case
    assert "新しい注文（注文番号 402853-20261124-0220534167）を確かめたので、見張りを終えました。" in shown.text
    assert "この商品ですか" not in shown.text
    assert browser.post(f"/watches/{kept.watch.id}", data=answer).status_code == 404


def kept_lead(household):
    (kept,) = watching.every(household.store)
    return kept.watch.open_leads[0].key


def test_what_was_bought_is_told_on_the_case(browser, shop):
    files = [("mails", (f"{cancelled}.eml", order_mail(1, cancelled=cancelled))) for cancelled in (False, True)]
    browser.post("/mails", files=files)
    added = browser.post(
        "/watches", data={"merchant": "amazon_jp", "order": order_number(1), "url": shop.put("/a", SOLD_OUT)}
    )
    action = re.search(r'action="(/watches/\w+)"', added.text)[1]
    shown = browser.post(action, data={"what": "done", "back": "case"})
    assert shown.url.path == CASE
    assert "「品物1」を買えたと伝えたので、見張りを終えました。" in shown.text


def test_where_no_page_is_known_the_other_ways_are_told(browser, household):
    browser.post("/mails", files=[("mails", ("a.eml", order_mail(1)))])
    assert browser.post(CASE, data={"answer": "watch_again"}).status_code == 404
    assert 'value="watch_again"' not in browser.get(CASE).text
    browser.post("/mails", files=[("mails", ("b.eml", order_mail(1, cancelled=True)))])
    answer = browser.post(CASE, data={"answer": "watch_again"})
    assert answer.status_code == 422
    assert "見張れるページがまだ分かりません" in answer.text
    assert "Keepa" in answer.text
    assert Page(answer.text).faults == []
    assert watching.every(household.store) == ()


def test_a_watch_shows_what_its_verdict_rests_on_and_hands_out_the_page_as_text(browser, household, shop):
    browser.post("/watches", data={"url": shop.put("/a", SOLD_OUT)})
    (kept,) = watching.every(household.store)
    assert "この判定の根拠" not in browser.get(f"/watches/{kept.watch.id}").text
    evil = "在庫なし<script>alert(1)</script><b>&quot;"
    body = f"<html><head><meta charset=utf-8><title>水筒</title></head><body><h1>水筒 K-500W</h1><p>価格 3,980円（税込）</p><p>{evil}</p><p>在庫切れ &lt;script&gt;x</p><button>カートに入れる &lt;img src=x&gt;</button></body></html>"
    shop.pages["/a"] = body.encode()
    look(household, shop)
    shop.put("/a", IN_STOCK)
    look(household, shop, 4)
    answer = browser.get(f"/watches/{kept.watch.id}")
    page = Page(answer.text)
    assert page.faults == []
    grounds = answer.text.partition('<details class="grounds">')[2].partition("</details>")[0]
    assert "この判定の根拠" in grounds
    assert "在庫切れ &lt;script&gt;x" in grounds
    assert "<script" not in grounds
    assert "<img" not in grounds
    latest, before = re.findall(r'href="(/watches/[^"]+/read/[^"]+)"', grounds)
    assert shop.pages["/a"].decode() == browser.get(latest).text
    read = browser.get(before)
    assert read.text == body
    assert read.headers["content-type"] == "text/plain; charset=utf-8"
    assert re.fullmatch(r'attachment; filename="okawari-\w+-\d{8}-\d{6}\.txt"', read.headers["content-disposition"])
    assert read.headers["x-content-type-options"] == "nosniff"
    assert browser.get(f"/watches/{kept.watch.id}/read/none").status_code == 404
    assert browser.get(f"/watches/none/read/{latest.rpartition('/')[2]}").status_code == 404
    browser.cookies.set("okawari_language", "en")
    assert "Why it says so" in (english := browser.get(f"/watches/{kept.watch.id}").text)
    assert Page(english).faults == []
