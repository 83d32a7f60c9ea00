"""Mails of honest senders that name brands, and of forgers, against every merchant there is."""

import pytest

from okawari.domain.authenticity import Verdict
from okawari.domain.claim import Place, find_claim
from okawari.domain.judge import Trust, judge
from okawari.domain.message import MessageKind, Understanding
from okawari.sources import registry
from tests.domain.letters import links, mail, results

NOTHING = Understanding(merchant=None, kind=MessageKind.OTHER)


def verdict(letter):
    brands = registry.brands()
    return judge(letter, NOTHING, find_claim(letter, brands), brands, Trust()).verdict


def passing(domain):
    return (results(("dkim", "pass", domain), ("spf", "pass", domain), ("dmarc", "pass", domain)),)


# display, address, subject, text, hosts of links
HONEST = [
    ("雑貨くるみ", "info@kurumi-zakka.jp", "【雑貨くるみ】ご注文ありがとうございます", "お支払い方法：Amazon Pay\n雑貨くるみをご利用いただき", ["kurumi-zakka.jp"]),
    ("雑貨くるみ", "info@kurumi-zakka.jp", "Amazon Payでのお支払いが完了しませんでした", "雑貨くるみです。Amazon Payでお支払い方法の更新が必要です。", ["kurumi-zakka.jp", "pay.amazon.co.jp"]),
    ("雑貨くるみ 楽天市場店", "kurumi@shop.kurumi-zakka.jp", "【楽天市場】ご注文内容の確認", "楽天市場店をご利用いただき、楽天ペイでのお支払い", ["www.rakuten.co.jp"]),
    ("くるみYahoo!ショッピング店", "kurumi@kurumi-zakka.jp", "ご注文の確認（Yahoo!ショッピング）", "Yahoo!ショッピング店をご利用いただき", []),
    ("アウトドアの山猫", "order@yamaneko.co.jp", "出荷のお知らせ【アウトドアの山猫】", "ヤマト運輸でお送りしました。お問い合わせ番号 1234-5678-9012", ["toi.kuronekoyamato.co.jp"]),
    ("ヘルシー堂", "mail@healthy-do.jp", "PayPayでもお支払いいただけるようになりました", "PayPay、JCB、Visa、Mastercardをご利用いただけます。", ["healthy-do.jp"]),
    ("懸賞ナビ", "news@kensho-navi.jp", "Amazonギフト券5,000円分が当たる！", "抽選でAmazonギフト券をプレゼント。当選発表", ["kensho-navi.jp", "track.example"]),
    ("家計マガジン", "mag@kakei.example", "三井住友カードの新しいキャンペーンまとめ", "最大5,000円プレゼント。三井住友カード（NL）の入会で", ["kakei.example", "ad.example"]),
    ("コストコ通販 まるしぇ", "info@marche-shop.jp", "発送のお知らせ", "コストコの商品をお届けします。", ["marche-shop.jp"]),
    ("Apple製品修理 スマホの森", "info@sumahonomori.jp", "修理完了のお知らせ", "iPhoneの修理が終わりました。アカウントの確認は不要です。", ["sumahonomori.jp"]),
    ("JCBギフトカード専門店 チケット堂", "info@ticket-do.jp", "【チケット堂】ご入金の確認", "ご入金を確認しました。", ["ticket-do.jp"]),
    ("さくら旅行", "info@sakura-tour.jp", "ANA・JAL航空券のご予約確認", "ANA便のご予約ありがとうございます。お支払い期限", ["sakura-tour.jp", "www.ana.co.jp"]),
    ("山田 太郎", "taro.yamada@mailbox.example", "Re: Amazonのメールについて", "Amazonアカウントが停止されたというメールが来ました。本人確認と書いてあります", ["amazon-co-jp.xyz"]),
    ("山田 太郎", "taro.yamada@mailbox.example", "Amazonから変なメールが来た", "Amazonアカウントを停止した、本人確認が必要と書いてあります。山田", ["amazon-co-jp.xyz"]),
    ("Ana Silva", "ana@mailbox.example", "Hello", "see you", []),
    ("ライオン株式会社", "info@mail.lion.example", "キャンペーンのお知らせ", "ライオンの製品をご愛用いただき", ["lion.example"]),
    ("Paul Aurelio", "paul@mailbox.example", "Your order update", "please confirm your address", ["mailbox.example"]),
    ("カメラのみなと", "shop@minato-camera.co.jp", "【カメラのみなと】お支払いの確認ができません", "お支払い期限を過ぎています。楽天ペイでお支払い方法を更新してください。", ["minato-camera.co.jp", "checkout.rakuten.co.jp"]),
    ("本の広場", "noreply@hon-hiroba.jp", "メルカリShops店オープンのお知らせ", "メルカリにお店を出しました。ポイントがもらえる", ["jp.mercari.com"]),
    ("ニュース速報", "alert@newsflash.example", "【Amazon】プライムデー開催", "本日のセール情報。Amazonプライム会員", ["newsflash.example", "amzn.to"]),
    ("消費者センター便り", "news@shohisha.example", "三井住友カードを装うメールにご注意", "三井住友カードをかたり、カードの利用を停止した、本人確認をと求めるメールが出回っています。", ["shohisha.example"]),
    ("てづくり市場", "no-reply@tezukuri.example", "ご購入ありがとうございます", "クレジットカード（Visa）でお支払い。ご利用明細", ["tezukuri.example"]),
    ("佐藤ファーム（Amazon出品者）", "sato@sato-farm.jp", "お米の発送が遅れます", "Amazonでご注文いただいたお米の件", []),
    ("Kurier (via Poczta Allegro)", "powiadomienia@allegromail.pl", "Twoja paczka DPD jest w drodze", "InPost Poczta DPD", ["allegro.pl"]),
    ("John Lewis", "orders@johnlewis.example", "Your parcel is with Royal Mail", "Your package is waiting to be delivered by DHL or UPS", ["track.example"]),
    ("紀ノ川銀行", "info@kinokawa-bank.jp", "カードのご利用を停止しました", "口座を確認してください。", ["track.example"]),
    ("銀行員の日記", "news@diary.com", "銀行口座が凍結される前に", "口座の凍結を防ぐ方法", ["diary.com", "ad.example"]),
    ("Moroccan House", "hello@maison-moroccan.example", "Pay with PayPal or Visa", "Update your payment any time with PayPal", ["maison-moroccan.example"]),
]  # fmt: skip


@pytest.mark.parametrize("letter", HONEST, ids=[f"{one[0]} {one[2]}" for one in HONEST])
@pytest.mark.parametrize("checked", [False, True])
def test_honest_senders_who_name_a_brand_are_not_accused(letter, checked):
    display, address, subject, text, hosts = letter
    domain = address.rpartition("@")[2]
    said = mail(display, address, subject, text, links=links(*hosts), checked=passing(domain) if checked else ())
    assert verdict(said) is Verdict.UNPROVEN


@pytest.mark.parametrize("merchant", registry.merchants().values(), ids=lambda merchant: merchant.id)
def test_whoever_bears_a_merchants_name_claims_to_be_it(merchant):
    if not (merchant.brand_words or merchant.brand_words_exact):
        return
    claim = find_claim(mail(merchant.name_ja, "info@elsewhere.example", "お知らせ"), registry.brands())
    assert claim is not None
    assert claim.place is Place.DISPLAY


GENUINE = [
    ("Amazon.co.jp", "shipment-tracking@amazon.co.jp", "bounces.amazon.co.jp"),
    ("Amazon.nl", "order-update@amazon.nl", "amazon.nl"),
    ("ヨドバシ・ドット・コム", "thanks_gochuumon@yodobashi.com", "yodobashi.com"),
    ("楽天市場", "order@rakuten.co.jp", "rakuten.co.jp"),
    ("楽天カード株式会社", "info@mail.rakuten-card.co.jp", "mail.rakuten-card.co.jp"),
    ("Yahoo!ショッピング", "shopping-order-master@mail.yahoo.co.jp", "mail.yahoo.co.jp"),
    ("PayPayカード", "paypaycard-info@mail.paypay-card.co.jp", "mail.paypay-card.co.jp"),
    ("メルカリ", "no-reply@mercari.jp", "mercari.jp"),
    ("三井住友カード", "statement@vpass.ne.jp", "vpass.ne.jp"),
    ("ヤマト運輸", "mail@kuronekoyamato.co.jp", "kuronekoyamato.co.jp"),
    ("佐川急便", "info-nimotsu@sagawa-exp.co.jp", "sagawa-exp.co.jp"),
    ("JCB", "mail@qa.jcb.co.jp", "qa.jcb.co.jp"),
    ("ビューカード", "viewcard@mail.viewsnet.jp", "mail.viewsnet.jp"),
    ("ビックカメラ", "support@cc.biccamera.com", "cc.biccamera.com"),
    ("Apple", "no_reply@email.apple.com", "email.apple.com"),
]


@pytest.mark.parametrize(("display", "address", "domain"), GENUINE)
def test_mail_of_the_brand_itself_is_genuine_with_a_pass_and_forged_with_a_fail(display, address, domain):
    text = "お支払い方法を確認してください。ヤマト運輸、Visa、JCB、PayPay、Amazonギフト券"
    host = address.rpartition("@")[2]
    said = mail(display, address, "お知らせ", text, checked=passing(domain), links=links("tracker.example"))
    assert verdict(said) is Verdict.GENUINE
    failed = (results(("spf", "softfail", host), ("dmarc", "fail", host)),)
    forged = mail(display, address, "お知らせ", text, checked=failed, links=links("tracker.example"))
    assert verdict(forged) is Verdict.PHISHING


FORGERS = [
    ("Amazon", "x@qu7yv.cn", "ご利用のアカウントについて", "下記よりログインしてください。", ["qu7yv.cn"]),
    ("自動配信メール", "noreply@wea78.com", "【住信SBIネット銀行】お取引の規制について", "住信SBIネット銀行をご利用いただきありがとうございます。本人確認をお願いします。", ["login.top"]),
    ("ご連絡事項", "noreply@abc.shop", "【りそな銀行】ご利用の一時制限", "いつもりそな銀行をご利用いただきありがとうございます。ご利用を制限しました。", ["bad.example"]),
    ("", "info@paypay-card.co.jp.secure-login.top", "ご利用確認", "カードのご利用を確認してください。", ["secure-login.top"]),
    ("国税庁", "info@e-tax.example", "税金のお支払いのお願い", "未納の税金があります。", ["pay.example"]),
    ("ヤマト運輸", "info@yamato.example", "お荷物をお届けできませんでした", "再配達はこちら", ["t.example"]),
    ("\u041cercari", "info@m.example", "アカウントの制限", "ログインして確認してください", ["m2.example"]),
    ("東 京 電 力", "info@t.example", "未払いのお知らせ", "お支払いください", ["t2.example"]),
    ("紀ノ川銀行", "info@abc.top", "お取引の一時停止", "口座のお取引を停止しました。本人確認をお願いします。", ["login.top"]),
    ("自動送信", "no-reply@xyz.com", "【北海証券】重要なお知らせ", "口座を制限しました。24時間以内にログインしてください。", ["login.top"]),
    ("ヨドバシ・ドット・コム", "info@yodo.example", "ご注文の確認", "ご注文内容はこちら", ["y.example"]),
    ("qxzvw", "abc@ngo.example", "Amazonプライム会費のお支払い方法に問題があります", "Amazonプライムをご利用いただきありがとうございます。お支払い方法を更新してください。", ["x.example"]),
]  # fmt: skip


@pytest.mark.parametrize("letter", FORGERS, ids=[f"{one[0]} {one[2]}" for one in FORGERS])
@pytest.mark.parametrize("checked", [False, True])
def test_forgers_are_caught_with_and_without_a_pass_for_their_own_domain(letter, checked):
    display, address, subject, text, hosts = letter
    domain = address.rpartition("@")[2]
    said = mail(display, address, subject, text, links=links(*hosts), checked=passing(domain) if checked else ())
    assert verdict(said) is Verdict.PHISHING
