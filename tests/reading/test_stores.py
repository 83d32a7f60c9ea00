"""Pages of stores' stock as a browser saved them. Written by ourselves to the places that public programs name."""

import pytest

from okawari.domain.judge import Trust
from okawari.domain.offer import Availability
from okawari.reading.saved_page import SavedPage, is_archive, saved_page
from okawari.reading.stores import stores_in
from okawari.services.offer_files import offers_in
from okawari.services.stores import is_stock_page, stock_page_of
from okawari.sources.store_stock import store_stocks

YODOBASHI = "https://www.yodobashi.com/ec/product/stock/100000001005798744/"
BIC = "https://www.biccamera.com/bc/tenpo/CSfBcToriokiList.jsp?GOODS_NO=4567890"
STORE = '<div class="entryBlock"><a class="storeNameText">{}</a><div class="stockArea"><span class="green">{}</span></div></div>'
BIC_STORE = '<li id="shopList_jp_{}"><span class="bcs_KST_Area">{}</span><span class="bcs_KST_Store"><a>{}</a></span><span class="bcs_KST_Stock">{}</span></li>'
YODOBASHI_PAGE = "<h1>ソニー WH-1000XM5 ブラック</h1>" + "".join(
    STORE.format(*one)
    for one in [
        ("マルチメディアAkiba", "在庫あり"),
        ("新宿西口本店", "在庫残少"),
        ("マルチメディア梅田", "在庫なし"),
        ("マルチメディア博多", "お取り寄せ"),
        ("札幌", "お問い合わせください"),
        ("広島", "在庫ありません"),
    ]
)
BIC_PAGE = '<a class="goodsLink">ソニー WH-1000XM5</a><ul id="jpShopList">' + "".join(
    BIC_STORE.format(number, *one)
    for number, one in enumerate(
        [
            ("東京都", "有楽町店", "◎&nbsp;在庫あり"),
            ("東京都", "AKIBA", "○&nbsp;在庫残少"),
            ("大阪府", "なんば店", "在庫無し"),
        ]
    )
)


def read(html, url=""):
    return stores_in(SavedPage(html.encode(), url, "utf-8"), store_stocks())


def test_each_store_that_has_the_thing_is_an_offer_to_fetch():
    found = read(YODOBASHI_PAGE, YODOBASHI)
    assert [(one.seller, one.availability) for one in found] == [
        ("マルチメディアAkiba", Availability.IN_STOCK),
        ("新宿西口本店", Availability.LOW_STOCK),
        ("マルチメディア博多", Availability.BACKORDER),
        ("札幌", Availability.UNKNOWN),
    ]
    one = found[0]
    assert (one.mall, one.title, one.price, one.pickup) == ("yodobashi", "ソニー WH-1000XM5 ブラック", None, True)


def test_the_other_chain_names_areas_and_is_known_without_an_address():
    found = read(BIC_PAGE)
    assert [(one.mall, one.seller, one.availability) for one in found] == [
        ("biccamera", "有楽町店 (東京都)", Availability.IN_STOCK),
        ("biccamera", "AKIBA (東京都)", Availability.LOW_STOCK),
    ]


@pytest.mark.parametrize(
    "page",
    [
        BIC_PAGE.replace("◎&nbsp;在庫あり", "在庫無し").replace("○&nbsp;在庫残少", "在庫無し"),
        '<a class="goodsLink">ソニー WH-1000XM5</a><p>全てのお店で在庫がございません</p>',
    ],
)
def test_where_no_store_has_it_one_offer_says_so(page):
    (one,) = read(page, BIC)
    assert (one.seller, one.availability) == ("", Availability.OUT_OF_STOCK)


@pytest.mark.parametrize("page", ["", "<h1>水筒</h1><p>店舗在庫あり 2,980円</p>", "<p class='stockArea'>在庫あり</p>"])
def test_any_other_page_is_none_of_stores(page):
    assert read(page) == ()
    assert read(page, YODOBASHI) == ()
    assert read(YODOBASHI_PAGE, "https://shop.example.jp/1") == ()


def test_addresses_lead_from_a_product_to_its_stores():
    assert stock_page_of("https://www.yodobashi.com/product/100000001005798744/") == YODOBASHI
    assert stock_page_of("https://www.yodobashi.com/%E3%82%BD/pd/100000001005798744/") == YODOBASHI
    assert stock_page_of("https://www.biccamera.com/bc/item/4567890/") == BIC
    assert is_stock_page(YODOBASHI)
    assert is_stock_page(BIC)
    for other in ("https://yodobashi.com.evil.example/product/100000001005798744/", "https://www.yodobashi.com/", "x"):
        assert stock_page_of(other) == ""
        assert not is_stock_page(other)


def test_a_page_is_taken_out_of_a_phone_s_archive_with_its_address():
    archive = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {BIC}\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n'
        "Content-Transfer-Encoding: base64\n\nPGgxPuawtOetkjwvaDE+\n--b--\n"
    ).encode()
    assert is_archive(archive)
    assert saved_page(archive) == SavedPage("<h1>水筒</h1>".encode(), BIC, "utf-8")
    saved = saved_page(f"<!DOCTYPE html>\n<!-- saved from url=(0064){BIC} -->\n<html></html>".encode())
    assert saved.url == BIC
    assert saved_page(b"<html></html>").url == ""


def test_an_archive_that_is_broken_or_nested_without_end_is_no_page():
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n" for depth in range(3000))
    head = "Snapshot-Content-Location: https://shop.example.jp/\nMIME-Version: 1.0\n"
    assert saved_page(f"{head}{nested}Content-Type: text/html\n\n<h1>a</h1>".encode()).html == b""
    assert saved_page(f"{head}\n".encode()).html == b""
    for raw in (f"{head}{nested}", head):
        assert offers_in(raw.encode(), "page.mhtml", Trust()).code == "page_without_offer"
