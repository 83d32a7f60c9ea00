"""Shops as people name them."""

import pytest

from okawari.services.shops import merchant_called


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
        ("まちの電器店", None),
        ("", None),
    ],
)
def test_a_shop_is_found_by_what_people_call_it(named, meant):
    found = merchant_called(named)
    assert (found.id if found else None) == meant
