"""Merchants as statements write them."""

import pytest

from okawari.domain.matching.payee import Payees
from okawari.domain.merchant import Merchant

PAYEES = Payees(
    [
        Merchant(
            id="amazon_jp",
            kind="shop",
            name_ja="Amazon.co.jp",
            name_en="Amazon.co.jp",
            statement_names=("AMAZON.CO.JP", "アマゾンジャパン"),
        ),
        Merchant(id="yodobashi", kind="shop", name_ja="ヨドバシ", name_en="Yodobashi", brand_words=("yodobashi",)),
        Merchant(id="yodobashi_card", kind="card", name_ja="ヨドバシカード", name_en="Card"),
    ]
)


@pytest.mark.parametrize(
    ("wording", "merchant"),
    [
        ("ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "amazon_jp"),
        ("AMAZON.CO.JP*1A2B3C4D5", "amazon_jp"),
        ("AMAZON.CO.JP ヘンピン", "amazon_jp"),
        ("ｱﾏｿﾞﾝ ｼﾞﾔﾊﾟﾝ", "amazon_jp"),
        ("アマゾン　ジヤパン", "amazon_jp"),
        ("AMAZON WEB SERVICES (AWS.AMAZON.CO)", None),
        ("ＡＭＺ＊ＳＨＯＰ", None),
        ("ヨドバシ・ドットコム", "yodobashi"),
        ("", None),
    ],
)
def test_a_row_names_its_merchant(wording, merchant):
    assert PAYEES.of(wording) == merchant
