import pytest

from okawari.domain.brands import Brands
from okawari.domain.claim import Place, find_claim
from okawari.domain.mail import Address
from okawari.domain.merchant import Merchant
from tests.domain.letters import BRANDS, mail, sender


def claimed(*args, **more):
    claim = find_claim(mail(*args, **more), BRANDS)
    return claim and (claim.merchant.id, claim.place)


@pytest.mark.parametrize(
    "display",
    [
        "Amazon.co.jp",
        "AMAZON",
        "Amazon カスタマーサービス",
        "Amazonからの お知らせ",
        "Аmazon",
        "order-update@amazon.co.jp",
    ],
)
def test_who_calls_himself_by_the_brand_speaks_in_its_name(display):
    assert claimed(display, "x@evil.cn", "ご注文の確認") == ("amazon_jp", Place.DISPLAY)


@pytest.mark.parametrize(
    "display",
    [
        "かわいい雑貨店 Amazon店",
        "Amazon対応ショップ くるみ",
        "Amazon出品者サポート 田中商店",
        "Kurier Amazon (via Poczta Allegro)",
        "チケット堂 JCBギフトカード専門",
    ],
)
def test_who_has_to_do_with_the_brand_does_not(display):
    assert claimed(display, "info@kurumi.example", "ご注文ありがとうございます", "くるみをご利用いただき") is None


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "ご注文ありがとうございます（Amazon Pay）",
            "雑貨くるみをご利用いただきありがとうございます。お支払い：Amazon Pay",
        ),
        ("Amazonギフト券が当たるキャンペーン", "雑貨くるみのメールマガジンです。"),
        ("【くるみ】発送のお知らせ", "ヤマト運輸でお送りしました。JCB、Visaがお使いいただけます。"),
    ],
)
def test_naming_a_brand_is_not_speaking_for_it(subject, text):
    assert claimed("雑貨くるみ", "info@kurumi.example", subject, text) is None


def test_a_title_speaks_where_the_sender_has_no_name_of_its_own():
    text = "いつも三井住友カードをご利用いただきありがとうございます。"
    assert claimed("自動メール送信", "no-reply@wea.example", "【三井住友 カード】お支払い金額のご案内", text) == (
        "smbc_card",
        Place.TITLE,
    )


def test_a_greeting_speaks_where_nothing_else_does():
    text = "えきねっとをご利用いただきありがとうございます。"
    assert claimed("ご案内", "x@evil.cn", "退会処理について", text) == ("ekinet", Place.GREETING)


def test_the_domain_speaks_before_every_name():
    assert claimed("ヤマト運輸 Amazonの荷物", "mail@kuronekoyamato.co.jp", "Amazonの荷物") == ("yamato", Place.DOMAIN)


def test_of_two_shops_on_one_domain_the_named_one_speaks():
    assert claimed("Amazon.com", "auto-confirm@amazon.com", "Ordered") == ("amazon_com", Place.DOMAIN)
    assert claimed("Amazon", "no-reply@amazon.com", "お知らせ") == ("amazon_jp", Place.DOMAIN)


def test_a_known_address_says_which_shop_of_a_domain_speaks():
    mall, market = (
        Merchant(id=name, kind="shop", name_ja=name, name_en=name, mail_domains=("mail.example.jp",), senders=senders)
        for name, senders in (("mall", ()), ("market", (("market@mail.example.jp", "other"),)))
    )
    sent = mail(from_=Address("", "Market@mail.example.jp", "mail.example.jp"))
    assert find_claim(sent, Brands((mall, market))).merchant is market


def test_a_disguised_domain_speaks_for_the_one_it_imitates():
    assert claimed("", "info@ekl-net.com", "大切なお知らせ") == ("ekinet", Place.ADDRESS)


def test_a_list_that_rewrote_the_sender_is_looked_through():
    passed = mail(
        "Amazon via Example-list",
        "example-list@lists.example.org",
        "[Example-list] お支払い方法",
        reply_to=sender("Amazon", "x@evil.cn"),
        headers=(("list-id", "<example-list>"),),
    )
    assert find_claim(passed, BRANDS).place is Place.DISPLAY


def test_a_person_who_asks_about_a_mail_claims_nothing():
    text = "こんなメールが来ました。\n> Amazonアカウントを停止しました\nこれは本物でしょうか。山田"
    assert claimed("山田 太郎", "yamada@example.jp", "Re: Amazonのメールについて", text) is None


def test_a_pasted_text_speaks_for_the_brand_it_names_most():
    pasted = mail(
        text="Amazon.co.jp\nご注文はキャンセルされました。ヤマト運輸\nAmazon.co.jp",
        pasted=True,
        from_=Address("", "", ""),
    )
    assert find_claim(pasted, BRANDS).merchant.id == "amazon_jp"


def test_a_name_inside_a_longer_one_does_not_count_in_a_pasted_text():
    long, short = (
        Merchant(id=one, kind="shop", name_ja=one, name_en=one, brand_words=words, mail_domains=())
        for one, words in (("mall", ("bigmall shopping",)), ("portal", ("bigmall",)))
    )
    text = "Thank you for using Bigmall Shopping."
    pasted = mail(subject="Bigmall Shopping: cancelled", text=text, pasted=True, from_=Address("", "", ""))
    assert find_claim(pasted, Brands((long, short))).merchant.id == "mall"


@pytest.mark.parametrize(
    "line",
    [
        "配送会社：アマゾン",
        "お支払い方法：アマゾン",
        "ご返金方法はアマゾン",
        "Amazonギフト券でお支払い",
        "Amazon Payをご利用",
    ],
)
def test_what_a_shop_sends_or_is_paid_with_does_not_speak_in_a_pasted_text(line):
    pasted = mail(subject="発送のお知らせ", text=f"注文番号：1002-42\n{line}", pasted=True, from_=Address("", "", ""))
    assert find_claim(pasted, BRANDS) is None
