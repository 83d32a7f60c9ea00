"""Flea-market mails among files and among what is kept: as offers, as observations, and never from a forger."""

from datetime import timedelta

import pytest

from okawari.domain.candidate import Wanted
from okawari.domain.identifiers import identifiers
from okawari.domain.judge import Trust
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile
from okawari.services import past
from okawari.services.comparing import Given, compared, gather
from okawari.services.household import Household
from okawari.services.importing import import_bytes
from okawari.services.listings import kept_listings
from okawari.services.offer_files import offers_in
from tests.mails import START

NOW = START + timedelta(days=3)
RAKUMA = "https://item.fril.jp/0123456789abcdef0123456789abcdef"
MERCARI = "https://jp.mercari.com/item/m81198341639"
TITLE = "ソニー WH-1000XM5 ブラック"


def alert(link=RAKUMA, sender="info@fril.jp", title=TITLE, price="24,800円", day="02"):
    return f"""From: <{sender}>\nTo: hanako@example.jp\nDate: Mon, {day} Nov 2026 09:00:00 +0900
Subject: =?utf-8?b?5paw552A?=\nMessage-ID: <{day}-{price}@fril.jp>\nMIME-Version: 1.0
Content-Type: text/plain; charset=utf-8\n\n新着があります\n\n商品名：{title}\n価格：{price}\n{link}\n""".encode()


@pytest.fixture
def household(store):
    return Household(store, Trust())


def wanted(title=TITLE):
    return Wanted(title=title, identifiers=identifiers(title, ()))


def test_a_mail_a_page_and_a_document_are_told_apart():
    trust = Trust()
    assert [one.mall for one in offers_in(alert(), "a.eml", trust).candidates] == ["rakuma"]
    assert offers_in(b'{"offers": []}', "a", trust).candidates == ()
    page = "<html><head><title>水筒</title></head><body><h1>水筒</h1><p>2,980円</p><button>カートに入れる</button></body></html>"
    assert offers_in(page.encode(), "a", trust).candidates[0].title == "水筒"
    box = (
        b"From a Sat Nov 01 09:00:00 2026\n"
        + alert()
        + b"\nFrom a Mon Nov 02 09:00:00 2026\n"
        + alert(price="20,000円", day="03")
    )
    (one,) = offers_in(box, "b.mbox", trust).candidates
    assert int(one.price.amount) == 20_000
    for nothing in (b"", b"hello", alert(link="https://evil.example/x")):
        assert isinstance(offers_in(nothing, "c.eml", trust), Problem)


@pytest.mark.parametrize(
    ("shown", "held"),
    [
        ("1,000円（税抜）", False),
        ("1,000円+税", False),
        ("1,000円（税込1,100円）", True),
        ("1,100円（税込）", True),
        ("1,100円", None),
    ],
)
def test_a_page_s_own_words_tell_whether_its_price_holds_the_tax(shown, held):
    page = f"<title>水筒</title><h1>水筒 AB-100</h1><p class=price>{shown}</p><p>在庫あり</p><button>カートに入れる</button>"
    (found,) = offers_in(f"<html><meta charset=utf-8>{page}</html>".encode(), "a", Trust()).candidates
    assert found.tax_included is held


@pytest.mark.parametrize("sender", ["info@fril.jp.evil.example", '"=?utf-8?b?44Op44Kv44Oe?=" <x@evil.example>'])
def test_a_forged_mail_tells_no_offer(household, sender):
    forged = alert(link=f"{RAKUMA}\nhttps://rakuma-login.evil.example/x").replace(b"<info@fril.jp>", sender.encode())
    assert offers_in(forged, "a.eml", Trust()).code == "listing_mail_forged"
    import_bytes([("a.eml", forged)], household.store, household.trust)
    assert kept_listings(household, wanted(), NOW) == ()


def test_kept_mails_of_the_last_days_that_speak_of_the_thing_count(household):
    other = alert(link=RAKUMA.replace("0123", "ffff"), title="青い皿 20cm", price="500円", day="02")
    import_bytes([("a.eml", alert()), ("b.eml", other)], household.store, household.trust)
    (one,) = kept_listings(household, wanted(), NOW)
    assert (one.url, int(one.price.amount)) == (RAKUMA, 24_800)
    assert kept_listings(household, wanted(), NOW + timedelta(days=30)) == ()


@pytest.mark.parametrize(
    "link",
    ["https://auctions.yahoo.co.jp/jp/auction/x1234567890", "https://paypayfleamarket.yahoo.co.jp/item/z123456789"],
)
def test_a_mail_from_a_domain_that_several_of_its_shops_send_from_counts(household, link):
    import_bytes([("a.eml", alert(link=link, sender="info@mail.yahoo.co.jp"))], household.store, household.trust)
    assert [one.url for one in kept_listings(household, wanted(), NOW)] == [link]


def test_what_a_mail_told_is_kept_from_its_own_time_where_terms_allow(household):
    files = (("a.eml", alert()), ("b.eml", alert(link=MERCARI, sender="no-reply@mercari.jp")))
    made, wrong = gather(household, None, wanted(), Given(pages=files), NOW)
    assert wrong == ()
    past.remember_compared(household.store, made)
    (kept,) = past.every(household.store)
    assert kept.url == RAKUMA
    (point,) = past.of_url(household.store, RAKUMA).points
    assert point.at == START + timedelta(days=1)
    assert int(point.state.price.amount) == 24_800


def test_the_text_of_a_mail_can_be_pasted(household):
    made, wrong = gather(household, None, wanted(), Given(offers=f"商品名：{TITLE}\n価格：¥24,800\n{MERCARI}"), NOW)
    assert wrong == ()
    assert [(one.mall, one.url) for one in made.candidates] == [("mercari", MERCARI)]


STORES = """<h1>ソニー WH-1000XM5 ブラック</h1><div class="entryBlock"><a class="storeNameText">新宿西口本店</a>
<div class="stockArea">在庫あり</div></div>"""
PRODUCT = """<h1 id="products_maintitle">ソニー WH-1000XM5 ブラック</h1><span id="js_scl_unitPrice">￥45,000</span>
<div class="salesInfo"><p>予定数の販売を終了しました</p></div>"""


def test_a_store_stands_in_the_list_at_the_price_of_its_chain_s_page(household):
    saved_from = "<!-- saved from url=(0056)https://www.yodobashi.com/product/100000001005798744/ -->"
    pages = (("stores.html", STORES.encode()), ("product.html", (saved_from + PRODUCT).encode()))
    made, wrong = gather(household, None, wanted(), Given(pages=pages), NOW)
    assert wrong == ()
    (best, *_) = compared(made, Profile(), NOW).ranking.offers
    assert (best.offer.mall, best.offer.seller, best.group.value) == ("yodobashi", "新宿西口本店", "ranked")
    assert best.price.paid == 45_000
    assert "price_of_online" in {one.code for one in best.problems}
    past.remember_compared(household.store, made)
    assert past.every(household.store) == ()
    given = Given(url="https://www.yodobashi.com/ec/product/stock/100000001005798744/")
    assert [one.code for _, one in gather(household, None, wanted(), given, NOW)[1]] == ["store_page_by_hand"]
