"""A request to cancel and a done cancel are different facts, for every reader of shops' mails."""

import pytest

from okawari.domain.mail import Address, Mail
from okawari.domain.message import CancelBy, CauseCode, MessageKind
from okawari.reading.shop_mail import wordings as w
from okawari.sources import registry
from okawari.sources.amazon_jp import cancel_words as amazon

NUMBERS = {
    "amazon_jp": "250-1234567-1234567",
    "amazon_com": "112-1234567-1234567",
    "rakuten": "123456-20261123-0123456789",
    "yahoo_shopping": "store-10012345",
    "mercari": "m12345678901",
    "paypay_flea": "z123456789",
    "yodobashi": "7224940000",
    "dmm": "KC-31234567",
    "surugaya": "S2611230001",
    "surugaya_marketplace": "M2611230001",
    "hobby_search": "26-1123-0901",
    "premium_bandai": "00041",
    "good_smile": "Ab1cD2eF3gH4",
}
SHOPS = sorted(
    merchant.id
    for merchant in registry.merchants().values()
    if merchant.kind == "shop" and merchant.currency == "JPY" and registry.readers(merchant.id)
)
FREELY_WRITTEN = [shop for shop in SHOPS if shop != "yodobashi"]  # whose reader goes by its own few templates
ASKED = (
    ("キャンセルのご依頼を受け付けました", "キャンセルのご依頼を受け付けました。"),
    ("キャンセルリクエストを承りました", "キャンセルリクエストを承りました。確認のうえ、ご連絡いたします。"),
    ("キャンセル申請の受付", "お客様からのキャンセル申請を受け付けました。"),
)
DONE = (
    ("キャンセルを承りました", "ご注文のキャンセルを承りました。"),
    ("ご注文のキャンセル完了のお知らせ", "ご注文のキャンセルが完了いたしました。"),
    (
        "ご注文キャンセルのお知らせ",
        "キャンセルのご依頼を受け付けました。\n\nご注文のキャンセル手続きが完了いたしました。",
    ),
)


def read(shop, subject, sentence):
    merchant = registry.merchants()[shop]
    number = NUMBERS.get(shop, "231000001")
    sender = next((address for address, _ in merchant.senders), f"info@{merchant.mail_domains[0]}")
    mail = Mail(
        file="",
        sha256="",
        subject=subject,
        text=f"花子 様\n\n{sentence}\n\nご注文番号：{number}\n商品ID：{number}\n注文番号\n{number}\n",
        from_=Address(merchant.name_ja, sender, sender.partition("@")[2]),
    )
    said = (reader(mail, merchant) for reader in registry.readers(shop))
    return next((one for one in said if one), None) or registry.fallback()(mail, merchant)


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("words", ASKED, ids=[subject for subject, _ in ASKED])
def test_a_request_that_was_accepted_is_no_cancel(shop, words):
    said = read(shop, *words)
    assert said.kind is MessageKind.CANCEL_REQUESTED, said
    assert said.cancel.by is CancelBy.BUYER


@pytest.mark.parametrize("shop", SHOPS)
@pytest.mark.parametrize("words", DONE, ids=[subject for subject, _ in DONE])
def test_a_done_cancel_is_one(shop, words):
    assert read(shop, *words).kind is MessageKind.CANCELLED


@pytest.mark.parametrize("shop", FREELY_WRITTEN)
@pytest.mark.parametrize(
    "sentence",
    [
        "欠品しており、次回入荷は来月下旬です。お待ちいただけますか、それともキャンセルされますか。",
        "メーカー欠品です。お待ちいただけますでしょうか。それともキャンセルをご希望でしょうか。ご連絡をお待ちしております。",
    ],
)
def test_a_question_whether_to_cancel_is_no_cancel(shop, sentence):
    said = read(shop, "在庫について", sentence)
    assert said.cancel is None
    if shop != "amazon_jp":  # whose sellers write through the relay
        assert said.kind is MessageKind.SELLER_MESSAGE


@pytest.mark.parametrize("shop", FREELY_WRITTEN)
def test_a_cancel_told_on_the_way_to_the_refund_is_done(shop):
    said = read(shop, "ご注文の件", "生産終了のため、ご注文はキャンセルさせていただき、全額返金いたします。")
    assert (said.kind, said.cancel.cause) == (MessageKind.CANCELLED, CauseCode.STOCKOUT)


@pytest.mark.parametrize("shop", FREELY_WRITTEN)
def test_some_of_several_pieces_are_a_part(shop):
    one = read(shop, "ご注文の件", "ご注文いただいた3点のうち1点が在庫切れのため、該当商品をキャンセルいたしました。")
    every = read(shop, "ご注文の件", "ご注文いただいた3点のうち3点が在庫切れのため、キャンセルいたしました。")
    assert (one.kind, every.kind) == (MessageKind.PARTIALLY_CANCELLED, MessageKind.CANCELLED)


@pytest.mark.parametrize("shop", FREELY_WRITTEN)
def test_weeks_until_goods_come_in_are_a_delay(shop):
    said = read(shop, "ご注文の件", "品薄のため、入荷まで2〜3週間かかります。")
    assert said.cancel is None
    assert said.kind in {MessageKind.DELAYED, MessageKind.BACKORDERED}


@pytest.mark.parametrize("piece", ["1", "3点のうち", "キャンセルし、", "入荷まで1"])
def test_hostile_repetition_takes_no_time(piece):
    assert w.PARTLY.search(piece * 50_000) is None
    assert w.DELAYED.search(piece * 50_000) is None
    assert not w.CANCEL_DONE.search(piece * 50_000)
    assert amazon.PART.search("1" * 50_000) is None
