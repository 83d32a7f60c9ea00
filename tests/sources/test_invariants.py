"""What holds for the readers of Yodobashi, the other Amazons, the malls and unknown shops, whatever a mail says."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.mail import Address, Mail
from okawari.domain.message import MessageKind
from okawari.sources import registry
from okawari.sources.unknown_shop.reader import read as read_unknown

PIECES = (
    *(
        "ご注文番号：7301284455",
        "【受注番号】 AB-123",
        "Order # 112-1234567-1234567",
        "\n",
        "\n\n",
        "・「品物",
        "」\n",
        "* Title\n",
    ),
    *(
        "　　1 点　 500 円",
        "商品名：",
        "単価：￥1,000",
        "数量：2",
        "小計：￥2,000",
        "価格 500(円) x 2(個) = 1,000(円)",
        "Quantity: 1\n",
    ),
    *(
        "6.13 USD",
        "Total\n",
        "合計金額：",
        "1,010円",
        "在庫切れのため",
        "キャンセルしました。",
        "発送いたしました。",
        "場合は",
        "Cancelled: ",
    ),
    *(
        "has been cancelled. ",
        "out of stock ",
        "【キャンセル対象の",
        "◎【変更後】",
        "伝票番号：444413758703",
        "[image: ",
        "]",
        "> ",
        "Menge: 2\n",
        "注文番号が変更となりました。\n",
        "変更前の注文番号：A-1\n",
        "変更後の注文番号：B-2、B-3\n",
        "ご注文を分割いたしました。\n",
        "購入した商品\n",
        "×1\n",
        "1-1 \\500 品物 (600000000001)\n",
        "品物 1個 594円\n",
    ),
)
CANCELLING = {MessageKind.CANCELLED, MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCEL_REQUESTED}
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


def read(merchant, subject, text):
    mail = Mail(file="", sha256="", subject=subject, text=text, from_=Address("", "a@shop.example", "shop.example"))
    if merchant is None:
        return read_unknown(mail, None)
    (reader, *_) = registry.readers(merchant)
    return reader(mail, registry.merchants()[merchant])


MALLS = ("rakuten", "yahoo_shopping", "paypay_flea", "mercari", "biccamera")
HOBBY = (
    "dmm",
    "amiami",
    "surugaya",
    "hobby_search",
    "premium_bandai",
    "good_smile",
    "animate",
    "kotobukiya",
    "furuichi",
)


@pytest.mark.parametrize("merchant", ["yodobashi", "amazon_com", "amazon_de", *MALLS, *HOBBY, None])
@given(subject=texts, text=texts)
@settings(max_examples=60, deadline=None)
def test_nothing_is_read_that_is_not_written(merchant, subject, text):
    understood = read(merchant, subject, text)
    if understood is None:
        return
    for order in understood.orders:
        assert order.number in subject or order.number in text
        for item in order.items:
            assert item.title
            if item.price and item.quantity and item.line_total:
                assert item.price.times(item.quantity) == item.line_total
    assert (understood.cancel is not None) == (understood.kind in CANCELLING)
    if understood.cancel and understood.cancel.cause == "unknown":
        assert understood.cancel.wording == ""


@pytest.mark.parametrize("merchant", ["yodobashi", "amazon_com", "rakuten", "mercari", *HOBBY, None])
@pytest.mark.parametrize(
    "piece",
    [
        "Quantity: 1\n",
        "・「",
        "refund. ",
        "　",
        "[image: ",
        "商品名：",
        "ポイント利用：1\n",
        "注文番号：A1 → ",
        "1個 ",
        "分割後の注文番号\n",
    ],
)
def test_a_huge_text_costs_no_more_than_a_second(merchant, piece):
    begun = time.process_time()
    read(merchant, "", piece * (1_000_000 // len(piece)))
    assert time.process_time() - begun < 1
