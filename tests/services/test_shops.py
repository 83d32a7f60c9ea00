"""Shops as people name them."""

import pytest

from okawari.services.shops import merchant_called, shop_at


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("amazon_jp", "amazon_jp"),
        ("Amazon", "amazon_jp"),
        ("ＡＭＡＺＯＮ", "amazon_jp"),
        ("アマゾン", "amazon_jp"),
        ("Amazon.co.jp", "amazon_jp"),
        ("Amazonマーケットプレイス", "amazon_jp"),
        ("Amazon.com", "amazon_com"),
        ("amazon.de", "amazon_de"),
        ("楽天", "rakuten"),
        ("楽天市場", "rakuten"),
        ("ヨドバシ", "yodobashi"),
        ("ヨドバシカメラ", "yodobashi"),
        ("Yahoo", "yahoo_shopping"),
        ("Yahoo!ショッピング", "yahoo_shopping"),
        ("メルカリ", "mercari"),
        ("ビックカメラ.com", "biccamera"),
        ("Amazon UK", "amazon_uk"),
        ("AmazonUK", "amazon_uk"),
        ("amazon_co_uk", "amazon_uk"),
        ("アメリカのAmazon", "amazon_com"),
        ("アマゾン（ドイツ）", "amazon_de"),
        ("Amazon United Kingdom", "amazon_uk"),
        ("Amazon Mexico", "amazon_elsewhere"),
        ("amazon.in", "amazon_elsewhere"),
        ("海外Amazon", "amazon_elsewhere"),
        ("https://www.amazon.com.au/dp/1", "amazon_au"),
        ("Amazon Japan", "amazon_jp"),
        ("Amazonビジネス", "amazon_jp"),
        ("ヤフオク！", "yahoo_auctions"),
        ("Yahoo!オークション", "yahoo_auctions"),
        ("Yahooオークション", "yahoo_auctions"),
        ("Yahoo!フリマ", "paypay_flea"),
        ("PayPayフリマ", "paypay_flea"),
        ("ラクマ", "rakuma"),
        ("メルカリShops", "mercari"),
        ("ヤフショ", "yahoo_shopping"),
        ("Apple Store", "apple"),
        ("イーベイ", "ebay"),
        ("プレバン", "premium_bandai"),
        ("パイナップル商店", None),
        ("フリルの服屋", None),
        ("まちの電器店", None),
        ("", None),
    ],
)
def test_a_shop_is_found_by_what_people_call_it(named, meant):
    found = merchant_called(named)
    assert (found.id if found else None) == meant


@pytest.mark.parametrize(
    ("host", "meant"),
    [
        ("www.amazon.co.jp", "amazon_jp"),
        ("www.amazon.com", "amazon_com"),
        ("www.amazon.co.uk", "amazon_uk"),
        ("amzn.asia", "amazon_jp"),
        ("a.co", ""),
        ("item.rakuten.co.jp", "rakuten"),
        ("books.rakuten.co.jp", "rakuten"),
        ("rakuma.rakuten.co.jp", "rakuma"),
        ("item.fril.jp", "rakuma"),
        ("store.shopping.yahoo.co.jp", "yahoo_shopping"),
        ("paypayfleamarket.yahoo.co.jp", "paypay_flea"),
        ("page.auctions.yahoo.co.jp", "yahoo_auctions"),
        ("news.yahoo.co.jp", ""),
        ("jp.mercari.com", "mercari"),
        ("www.ebay.co.uk", "ebay"),
        ("www.biccamera.com", "biccamera"),
        ("www.yodobashi.com", "yodobashi"),
        ("item.rakuten.co.jp.example.org", ""),
        ("", ""),
    ],
)
def test_a_shop_is_known_by_where_its_pages_stand(host, meant):
    assert shop_at(host) == meant
