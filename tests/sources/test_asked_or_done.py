"""A request to cancel and a done cancel are different facts, for every reader of shops' mails."""

import pytest

from okawari.domain.mail import Address, Mail
from okawari.domain.message import CancelBy, MessageKind
from okawari.sources import registry

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
