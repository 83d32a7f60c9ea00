"""The page of what can be bought instead: from pages, from JSON and from price services, without script."""

import html
import json
import re
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.api import ApiGate
from okawari.services.comparing import MOST_KEPT, Comparison, Comparisons
from okawari.services.offers import PriceAccess, put_key
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from okawari.web.app import create_app
from tests.cli.test_seller import PASTED
from tests.price_services import JAN, KEYS, serving
from tests.web.conftest import HOST, MANNERS, NOW
from tests.web.markup import Page

OFFERS = {
    "offers": [
        {
            "title": "SONY WH-1000XM5 (B) ブラック",
            "mall": "rakuten",
            "seller": "見本電機",
            "price": 46200,
            "tax_included": True,
            "shipping": 0,
            "point_rate": 5,
            "availability": "in_stock",
            "condition": "new",
        },
        {
            "title": "ソニー WH-1000XM5 ブラック 中古",
            "mall": "rakuten",
            "seller": "古物屋",
            "price": 20000,
            "shipping": 0,
            "tax_included": True,
            "availability": "in_stock",
            "condition": "used",
        },
        {"title": "Sony WH-1000XM5 Black", "mall": "amazon_com", "seller": "Amazon.com", "price": "$278.00"},
        {"title": "<script>alert(1)</script> WH-1000XM5", "mall": "x", "price": 1000, "url": "javascript:alert(1)"},
    ]
}
PAGE = """<html><head><title>ソニー WH-1000XM5 ブラック</title><script type="application/ld+json">
{"@type": "Product", "name": "ソニー WH-1000XM5 ブラック", "gtin13": "4548736132610", "offers": {"@type": "Offer",
"price": "45000", "priceCurrency": "JPY", "availability": "https://schema.org/InStock"}}</script></head>
<body><h1>ソニー WH-1000XM5 ブラック</h1><p>45,000円 税込</p><button>カートに入れる</button></body></html>"""


def ask(browser, files=(), **given):
    data = {"title": "ソニー WH-1000XM5 ブラック", "number": JAN, "paid": "44,000円", **given}
    return browser.post(
        "/compare", data=data, files=[("pages", file) for file in files] or None, follow_redirects=False
    )


def place(browser, **given):
    answer = ask(browser, **given)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_list_is_whole_opens_its_figures_and_shows_text_only(browser, language):
    browser.cookies.set("okawari_language", language)
    where = place(browser, offers=json.dumps(OFFERS))
    text = browser.get(where).text
    assert Page(text).faults == []
    assert "<script>alert" not in text
    assert "javascript:" not in text
    assert text.index("offer--buy") < text.index("WH-1000XM5 Black")
    assert {"ja": "これを買う", "en": "Buy this one"}[language] in text
    assert "<code>" in text  # the rule behind a line of the price


def test_filters_and_orders_are_links(browser):
    where = place(browser, offers=json.dumps(OFFERS))
    assert "古物屋" in browser.get(where).text
    assert "古物屋" not in browser.get(f"{where}?no_used=1").text
    assert "Amazon.com" in browser.get(where).text.partition('id="sales"')[0]
    assert "Amazon.com" not in browser.get(f"{where}?at_home=1").text.partition('id="sales"')[0]
    assert browser.get(f"{where}?sort=risk&no_used=1").status_code == 200
    assert browser.get(f"{where}?sort=<b>&no_used=x").status_code == 200


def test_a_saved_page_is_compared(browser):
    answer = ask(browser, files=[("page.html", PAGE.encode(), "text/html")])
    text = browser.get(answer.headers["location"]).text
    assert "45,000円" in text


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"title": "", "number": ""}, "title"),
        ({"number": "4548736132611"}, "number"),
        ({"paid": "abc"}, "paid"),
        ({"url": "file:///etc/passwd"}, "url"),
        ({"url": "/etc/passwd"}, "url"),
        ({"url": "http://127.0.0.1/"}, "url"),
        ({"url": "https://www.amazon.co.jp/dp/B09Y2MYL5C"}, "url"),
        ({"offers": "{"}, "offers"),
        ({"offers": "3"}, "offers"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(browser, given, field):
    answer = ask(browser, **given)
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"offers": "{"}, "JSONとして読めません: 貼りつける文面"),
        ({"offers": '{"offers": 1}'}, "商品の一覧（offers）がありません: 貼りつける文面。"),
        ({"url": "ftp://shop.example/a"}, "「ftp://shop.example/a」のアドレスは開きません"),
    ],
)
def test_what_cannot_be_used_is_named(browser, given, said):
    assert said in ask(browser, **given).text


def test_an_address_is_looked_at_by_the_person_s_proxy(household, monkeypatch):
    asked = []

    def look_at(place, *, proxy):
        asked.append((place, proxy))
        raise PageUnavailableError("no_proxy", place, "407")

    monkeypatch.setattr("okawari.services.comparing.look_at", look_at)
    site = create_app(household, [HOST], now=lambda: NOW, proxy="http://proxy.example:3128")
    with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as browser:
        answer = ask(browser, url="https://shop.example/kettle")
    assert asked == [("https://shop.example/kettle", "http://proxy.example:3128")]
    assert 'id="url-error"' in answer.text


def test_a_page_that_offers_nothing_is_said_at_its_field(browser):
    answer = ask(browser, files=[("x.html", b"\x00\xff", "text/html")])
    assert answer.status_code == 422
    assert 'id="pages-error"' in answer.text


def test_without_anything_the_searches_are_there(browser):
    text = browser.get(place(browser)).text
    assert "https://www.yodobashi.com/?word=4548736132610" in text
    assert "<h2>まだ決められません</h2>" in text
    assert "並べ方" not in text


def test_odd_prices_stand_out_and_what_to_check_abroad_is_folded(browser):
    dear = {
        "title": "SONY WH-1000XM5 ブラック",
        "mall": "amazon_jp",
        "seller": "転売堂",
        "price": 69_800,
        "tax_included": True,
        "shipping": 0,
    }
    abroad = {"title": "SONY WH-1000XM5 ブラック", "mall": "amazon_com", "price": {"amount": "278", "currency": "USD"}}
    cheap = {**dear, "seller": "激安館", "price": 9_800}
    offers = {"offers": [dear, abroad, cheap], "rates": {"USD": {"yen": "150", "on": "2026-11-22"}}}
    text = browser.get(place(browser, offers=json.dumps(offers), list_price="49500")).text
    assert "<strong>定価より20,300円高い、プレミア価格です。</strong>" in text
    assert "%安い（偽の店かもしれません）</strong>" in text
    assert "<summary>海外から買う前に確かめること</summary>" in text


def test_a_cheaper_used_piece_is_passed_over_for_not_being_new(browser):
    new = {
        "title": "SONY WH-1000XM5 ブラック",
        "mall": "yodobashi",
        "price": 45_000,
        "tax_included": True,
        "shipping": 0,
        "condition": "new",
    }
    used = {**new, "mall": "mercari", "seller": "たろう", "price": 30_000, "condition": "very_good"}
    text = browser.get(place(browser, offers=json.dumps([new, used]))).text
    assert "選びませんでした。理由: 新品ではない（中古・非常に良い）。" in text
    assert "ほかにも" not in text


def test_the_filter_against_used_things_takes_what_a_flea_market_is_silent_about(browser):
    usual = {"title": "SONY WH-1000XM5 ブラック", "price": 30_000, "tax_included": True, "shipping": 0}
    listed = [{**usual, "mall": "mercari", "seller": "たろう"}, {**usual, "mall": "rakuten", "seller": "見本電機"}]
    where = place(browser, offers=json.dumps(listed))
    assert "たろう" in browser.get(where).text
    shown = browser.get(f"{where}?no_used=1").text
    assert "たろう" not in shown
    assert "見本電機" in shown


def test_a_list_of_sellers_can_be_pasted(browser):
    text = browser.get(place(browser, offers=PASTED)).text
    assert "Amazon.co.jp / 見本のお店" in text
    assert "最近30日の評価にキャンセルの声が2件" in text
    nothing = ask(browser, offers="こんにちは")
    assert nothing.status_code == 422
    assert 'id="offers-error"' in nothing.text


def test_a_case_leads_to_the_comparison(demo):
    paths = [link["href"] for link in Page(demo.get("/cases").text).links if link["href"].startswith("/cases/")]
    leading = [path for path in paths if 'href="/compare?title=' in demo.get(path).text]
    assert leading
    (address, *_) = re.findall(r'href="(/compare\?title=[^"]+)"', demo.get(leading[0]).text)
    form = demo.get(html.unescape(address)).text
    assert Page(form).faults == []
    assert 'id="title" name="title" value=""' not in form


def test_services_are_asked_their_credit_stands_and_no_key_shows(household, tmp_path, monkeypatch):
    with serving(monkeypatch) as server:
        secrets = Secrets(household.store, keys_at(tmp_path, "file"))
        for name, value in KEYS.items():
            put_key(secrets, name, value)
        gate = ApiGate(trusted=[("127.0.0.1", server.server_port)])
        site = create_app(household, [HOST], now=lambda: NOW, prices=PriceAccess(gate, secrets, lambda: NOW))
        with TestClient(site, base_url=f"http://{HOST}", headers=MANNERS) as browser:
            form = browser.get("/compare").text
            where = place(browser, ask_rakuten="1", ask_yahoo_shopping="1", ask_keepa="1")
            text = browser.get(where).text
    assert "見本電機" in text
    assert "Supported by Rakuten Developers" in text
    assert "Web Services by Yahoo! JAPAN" in text
    assert not [value for value in KEYS.values() if value in form + text]


def test_comparisons_are_few_and_end_after_a_day():
    kept = Comparisons()
    made = Comparison(wanted=None, made_at=NOW)
    names = [kept.keep(made) for _ in range(MOST_KEPT + 1)]
    assert kept.get(names[0], NOW) is None
    assert kept.get(names[-1], NOW) is made
    assert kept.get(names[-1], NOW.replace(day=NOW.day + 2)) is None
    assert kept.get(kept.keep(replace(made, made_at=NOW)), NOW)


def test_the_days_of_sales_lead_to_a_watch_that_looks_closely(browser):
    page = browser.get(place(browser, offers=json.dumps(OFFERS))).text
    link = html.unescape(re.search(r'href="(/watches\?burst=[^"#]+)', page)[1])
    form = browser.get(link).text
    assert 'value="2026-11-25T00:00"' in form
    assert Page(form).faults == []
    assert "1点ずつ" in page


@pytest.mark.parametrize(
    ("sort", "said"),
    [("sure", "確かな値段の安い順"), ("best", "条件がすべてそろったとき"), ("risk", "心配の少ない順")],
)
def test_the_heading_names_the_order_that_was_asked_for(browser, sort, said):
    text = browser.get(f"{place(browser, offers=json.dumps(OFFERS))}?sort={sort}").text
    (heading,) = re.findall(r"<h2>(同じ商品（[^<]*順）)</h2>", text)
    assert said in heading
    shown = text.partition(heading)[2].partition('id="sales"')[0]
    risks = re.findall(r"在庫切れの心配 ([小中大])（(\d+)/100）<", shown.partition("</section>")[0])
    levels = [int(number) for _, number in risks]
    assert len(levels) > 1
    assert all(
        word == ("小" if number < 25 else "中" if number < 50 else "大")
        for (word, _), number in zip(risks, levels, strict=True)
    )
    assert ("offer__place" in shown) == (sort == "sure")  # places are those of that order
    if sort == "risk":
        assert levels == sorted(levels)


def test_a_range_begins_with_its_smaller_end_and_a_shop_that_is_its_own_mall_stands_once(browser):
    offers = [
        {
            "title": "ソニー WH-1000XM5 ブラック",
            "mall": "yodobashi",
            "seller": "ヨドバシ.com",
            "price": 45000,
            "tax_included": True,
        },
        {
            "title": "ソニー WH-1000XM5 ブラック",
            "mall": "rakuten",
            "seller": "見本電機",
            "price": 44000,
            "tax_included": True,
        },
    ]
    text = browser.get(place(browser, offers=json.dumps({"offers": offers}))).text
    assert "0円 〜 1,000円" in text
    assert "−450円 〜 −4,500円" in text
    assert "ヨドバシ / ヨドバシ.com" not in text
    assert "ヨドバシ.com" in text
    assert "楽天市場 / 見本電機" in text


def test_a_pasted_document_names_what_is_wanted(browser):
    wanted = {"title": "ソニー WH-1000XM5 ブラック", "identifiers": {"jan": JAN}, "paid": 44000}
    told = json.dumps({**OFFERS, "wanted": wanted})
    shown = [
        re.sub(r"/compare/[\w-]+|%2Fcompare%2F[\w-]+", "", browser.get(place(browser, **given)).text)
        for given in (
            {"title": "", "number": "", "paid": "", "offers": told},
            {"paid": "", "offers": told},
            {"offers": json.dumps(OFFERS)},
            {"paid": "", "offers": json.dumps(OFFERS)},
        )
    ]
    assert shown[0] == shown[1] == shown[2] != shown[3]
    nothing = ask(browser, title="", number="", offers=json.dumps(OFFERS))
    assert (nothing.status_code, "商品名か番号を書いてください。" in nothing.text) == (422, True)
