"""A mail that offers again what was cancelled once cancels nothing; a cancel that speaks of stock to come does."""

import pytest

from okawari.domain.mail import Address, Mail
from okawari.domain.message import MessageKind
from okawari.sources import registry
from okawari.sources.amazon_jp import reader as amazon
from okawari.sources.rakuten import reader as rakuten

AMAZON = "注文番号 250-1234567-1234567\n\n"
RAKUTEN = "受注番号：318204-20261111-0123450678\n\n"


def kind(subject, text, sender):
    read, merchant, number = (rakuten, "rakuten", RAKUTEN) if "rakuten" in sender else (amazon, "amazon_jp", AMAZON)
    from_ = Address("森の文具", sender, sender.partition("@")[2])
    mail = Mail(file="test", sha256="0", subject=subject, text=number + text, from_=from_, date=None)
    said = read.read(mail, registry.merchants()[merchant])
    return said.kind, said.cancel


SENDERS = ("no-reply@amazon.co.jp", "a1b2@marketplace.amazon.co.jp", "abc@shop.rakuten.co.jp")


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("以前キャンセルされました商品が再入荷しました", "以前ご注文がキャンセルされました商品が再入荷いたしました。"),
        ("再入荷のお知らせ", "以前、在庫切れのためキャンセルさせていただきました商品が再入荷いたしました。"),
        ("再入荷のお知らせ", "先日キャンセルとなりました商品を、再販売しております。再入荷しました。"),
    ],
)
def test_goods_of_an_old_cancel_are_offered_again(subject, text, sender):
    assert kind(subject, text, sender) == (MessageKind.RESTOCK, None)


@pytest.mark.parametrize("sender", SENDERS)
@pytest.mark.parametrize(
    "text",
    [
        "在庫切れのため、ご注文をキャンセルさせていただきました。再入荷しましたらお知らせいたします。",
        "再入荷しましたが数量が足りず、ご注文をキャンセルさせていただきました。",
        "誠に勝手ながらご注文をキャンセルさせていただきました。キャンセルされました商品の再入荷予定はございません。",
        "ご注文はキャンセルいたしました。以前キャンセルされました商品が再入荷いたしましたが、今回も在庫切れです。",
    ],
)
def test_a_cancel_that_speaks_of_stock_stays_one(text, sender):
    assert kind("ご注文について", text, sender)[0] is MessageKind.CANCELLED
