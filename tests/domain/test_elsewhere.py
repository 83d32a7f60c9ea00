from urllib.parse import unquote, unquote_plus, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.elsewhere import MALLS, search_links, search_title
from okawari.domain.identifiers import identifiers, isbn13, model_numbers, valid_isbn10, valid_jan
from okawari.domain.message import Item

HOSTS = {
    "rakuten": "search.rakuten.co.jp",
    "yahoo_shopping": "shopping.yahoo.co.jp",
    "amazon_jp": "www.amazon.co.jp",
    "yodobashi": "www.yodobashi.com",
    "biccamera": "www.biccamera.com",
    "kakaku": "kakaku.com",
    "mercari": "jp.mercari.com",
    "yahoo_auctions": "auctions.yahoo.co.jp",
    "amazon_com": "www.amazon.com",
    "amazon_de": "www.amazon.de",
    "amazon_uk": "www.amazon.co.uk",
}


def links(title, *known):
    return {link.mall: link for link in search_links([Item(title=title, identifiers=known)])}


@pytest.mark.parametrize(
    ("title", "models"),
    [
        ("ソニー ワイヤレスノイズキャンセリングヘッドホン WH-1000XM5 ブラック Bluetooth5.2対応", ("WH-1000XM5",)),
        ("SDHCメモリーカード 16GB Class10 UHS-I U1 最大読込40MB/s RSDC-016GU1S", ("RSDC-016GU1S",)),
        ("データ用CD-R 700MB ひろびろワイドレーベル 10枚 CDR700S.SWPS.10E", ("CDR700S.SWPS.10E",)),
        ("解熱鎮痛薬 24錠", ()),
        ("ペペ オーガニック 360ml", ()),
        ("Anker USB-C ケーブル 1.8m 100W 240Hz 1080p", ()),
        ("任天堂 Switch 2 本体 PS5 4K120Hz", ()),
        ("ＷＨ－１０００ＸＭ５ 黒", ("WH-1000XM5",)),
    ],
)
def test_a_model_number_is_told_from_sizes_and_standards(title, models):
    assert model_numbers(title) == models


@pytest.mark.parametrize(
    ("title", "cleaned"),
    [
        ("【送料無料】【ポイント10倍】はじめての編みもの 増補版", "はじめての編みもの 増補版"),
        ("【初回限定版】星を見る人 Blu-ray BOX", "初回限定版 星を見る人 Blu-ray BOX"),
        ("「木製ドールハウス 家具付き セットで遊べ…", "木製ドールハウス 家具付き"),
        ("【Amazon.co.jp限定】夜の図書館 特典付き", "夜の図書館 特典付き"),
        ("長い" * 60, "長い" * 22),
    ],
)
def test_a_title_is_cleaned_for_a_search_but_keeps_its_edition(title, cleaned):
    assert search_title(title) == cleaned


def test_a_known_jan_is_searched_by_before_the_title():
    found = links("炊飯器 5.5合 NW-QB10-BZ", ("jan", "4901234567894"))
    assert (found["rakuten"].by, found["rakuten"].query) == ("jan", "4901234567894")
    assert (found["mercari"].by, found["mercari"].query) == ("model", "NW-QB10-BZ")


def test_a_jan_with_a_wrong_check_digit_is_no_identifier():
    assert not valid_jan("4901234567890")
    assert identifiers("商品", (("jan", "4901234567890"),)) == ()


def test_a_book_is_searched_by_isbn13_everywhere():
    assert valid_isbn10("4873117380")
    assert isbn13("4873117380") == "9784873117386"
    found = links("入門 Python 3", ("asin", "4873117380"))
    assert {link.by for mall, link in found.items() if mall != "kakaku"} == {"isbn"}
    assert found["amazon_com"].query == "9784873117386"


def test_an_asin_is_only_of_use_at_amazon():
    found = links("マグカップ 350ml 白", ("asin", "B0CXYZ1234"))
    assert found["amazon_de"].query == "B0CXYZ1234"
    assert found["rakuten"].by == "title"


def test_malls_abroad_are_left_out_for_a_japanese_title_without_a_number():
    assert set(links("木製ドールハウス 家具付き")) == set(MALLS) - {"amazon_com", "amazon_de", "amazon_uk"}


def test_each_mall_gets_the_encoding_it_expects():
    found = links("掃除機 コードレス")
    assert unquote_plus(urlsplit(found["biccamera"].url).query, "cp932") == "q=掃除機 コードレス"
    assert unquote(urlsplit(found["kakaku"].url).path, "cp932") == "/search_results/掃除機 コードレス/"
    assert unquote(urlsplit(found["rakuten"].url).path) == "/search/mall/掃除機 コードレス/"


@given(st.text(max_size=200))
def test_whatever_the_title_a_link_never_leaves_its_mall(title):
    for link in search_links([Item(title=title)]):
        parts = urlsplit(link.url)
        assert (parts.scheme, parts.hostname) == ("https", HOSTS[link.mall])
        assert link.url.isascii()
        assert len(link.url) < 1500
