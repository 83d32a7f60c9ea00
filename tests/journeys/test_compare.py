"""Buying it elsewhere on a phone: from files and a pasted list to what to buy, with and without script, in both languages."""

import json

import pytest
from playwright.sync_api import expect

from okawari.reading.page import read_page
from okawari.services import past
from tests.journeys.conftest import DESK, PHONE, served
from tests.services.test_listings import PRODUCT, STORES, alert
from tests.web.conftest import NOW, empty_household

pytestmark = pytest.mark.browser

TITLE = "ソニー WH-1000XM5 ブラック"
SHOP = "https://shop.example.org/xm5"


def offer(price, **given):
    told = {"mall": "rakuten", "tax_included": True, "shipping": 0, "availability": "in_stock", "condition": "new"}
    return {"title": "SONY WH-1000XM5 (B) ブラック", "price": price, **told, **given}


OFFERS = {
    "offers": [
        offer(46200, seller="見本電機", point_rate=5),
        *(offer(47000 + number, seller=f"でんき屋{number}") for number in range(5)),
        offer(45000, seller="森の家電", mall="", url=SHOP),
        offer(52000, seller="Amazon.co.jp", shipped_by="Amazon", mall="amazon_jp", points=520),
        offer(33000, seller="見本電機", title="ソニー WH-1000XM4 ブラック"),
        offer(1200, seller="部品屋", title="WH-1000XM5 用 イヤーパッド"),
        offer(30000, seller="古物屋", title="ソニー WH-1000XM5 ブラック 中古", condition="used"),
    ]
}


@pytest.fixture
def own(tmp_path):
    """A program whose household has a past of one shop's offer, and may keep a profile."""
    household = empty_household(tmp_path)
    for price, day in (("46000", 20), ("44000", 21), ("45500", 22)):
        page = f"<h1>{TITLE}</h1><p>在庫あり {price}円 税込</p><button>カートに入れる</button>"
        past.remember(household.store, SHOP, read_page(page.encode(), SHOP), NOW.replace(day=day))
    with served(household, demo=False, profile=tmp_path / "profile.toml") as url:
        yield url


def compare(page, url, files=()):
    page.goto(f"{url}/compare")
    page.fill("#title", TITLE)
    page.fill("#paid", "44,000円")
    page.locator("details:has(#offers) > summary").click()
    page.fill("#offers", json.dumps(OFFERS, ensure_ascii=False))
    page.set_input_files("#pages", list(files))
    page.locator("form button[type=submit]").click()
    page.wait_for_url("**/compare/*")


def fits(page, viewport):
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    return page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1440"])
def test_the_form_the_list_and_the_profile_fit_and_can_be_touched(own, new_page, tmp_path, viewport, language):
    page = new_page(viewport)
    page.goto(f"{own}/language/{language}?back=/compare")
    assert fits(page, viewport)
    compare(page, own)
    page.screenshot(path=tmp_path / "list.png", full_page=True)
    assert page.locator(".spark").bounding_box()["width"] > 40
    assert fits(page, viewport)
    page.goto(f"{own}/profile")
    page.screenshot(path=tmp_path / "profile.png", full_page=True)
    assert fits(page, viewport)
    small = page.eval_on_selector_all(
        "main button, main select, main input:not([type=hidden]):not([type=checkbox]), main .choice",
        "all => all.map(one => one.getBoundingClientRect().height).filter(height => height > 0 && height < 44)",
    )
    assert small == []


def test_without_script_a_phone_leads_from_saved_files_to_what_to_buy(own, new_page, mail_file):
    page = new_page(PHONE, java_script_enabled=False)
    saved_from = "<!-- saved from url=(0056)https://www.yodobashi.com/product/100000001005798744/ -->"
    files = [
        mail_file("new.eml", alert()),
        mail_file("stores.html", STORES.encode()),
        mail_file("product.html", (saved_from + PRODUCT).encode()),
    ]
    compare(page, own, files)
    expect(page.get_by_role("heading", name="これを買う")).to_be_visible()
    chosen = page.locator(".offer--buy")
    expect(chosen).to_have_count(1)
    expect(chosen).to_contain_text("これを買う")
    expect(page.locator(".offer", has_text="新宿西口本店")).to_contain_text("店舗: 在庫あり")
    expect(page.locator(".offer", has_text="ラクマ")).to_contain_text("24,800円")
    stores = page.get_by_role("link", name="店舗の在庫を見る").first
    assert stores.get_attribute("href") == "https://www.yodobashi.com/ec/product/stock/100000001005798744/"
    folded = page.locator("details", has_text="上のものより良くない")
    expect(folded.locator(".offer").first).to_be_hidden()
    folded.locator("summary").first.click()
    expect(folded.locator(".offer").first).to_be_visible()


def test_orders_and_filters_are_kept_together_in_the_address(own, new_page):
    page = new_page(PHONE)
    compare(page, own)
    expect(page.locator(".offer", has_text="古物屋")).to_be_visible()
    page.get_by_role("link", name="中古を除く").click()
    expect(page.locator(".offer", has_text="古物屋")).to_have_count(0)
    page.get_by_role("link", name="心配の少ない順").click()
    assert "no_used=1" in page.url
    assert "sort=risk" in page.url
    expect(page.locator(".offer").first).to_contain_text("Amazon.co.jp")
    page.get_by_role("link", name="中古を除く").click()
    expect(page.locator(".offer", has_text="古物屋")).to_be_visible()


def test_an_answer_changes_the_prices_and_a_sale_leads_to_a_watch(own, new_page):
    page = new_page(PHONE)
    compare(page, own)
    where = page.url
    page.locator("#questions summary").click()
    page.locator("#questions a[href*='rakuten.card']").click()
    page.get_by_label("楽天カード", exact=True).select_option("normal")
    page.get_by_label("SPU 楽天カード通常分", exact=True).check()
    page.get_by_role("button", name="保存する").click()
    assert page.url == where
    rakuten = page.locator(".offer", has_text="見本電機").first
    rakuten.locator("summary").first.click()
    expect(rakuten).to_contain_text("SPU 楽天カード通常分")
    page.locator("#sales").get_by_role("link", name="始まる時刻の前後を細かく見張る").first.click()
    expect(page.locator("#burst")).to_have_value("2026-11-25T00:00")
