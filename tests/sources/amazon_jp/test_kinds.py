"""What a mail is about, who cancelled and why: wordings as a shop or a seller writes them."""

import pytest

from tests.sources.amazon_jp.mails import about_an_order, read

CANCELLATIONS = [
    ("ご注文について", "在庫切れのためご注文をキャンセルいたしました。", "cancelled", "shop", "stockout"),
    (
        "ご注文について",
        "在庫不足のため、ご注文の商品をご用意できません。この商品はキャンセルされました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "ご注文について",
        "商品の在庫が確保できませんでしたので、誠に勝手ながらキャンセルとさせていただきました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "ご注文について",
        "申し訳ございませんが、商品が入手できなかったためご注文を取り消しました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "ご注文について",
        "メーカーでの生産が終了したため、ご注文をキャンセルさせていただきました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "注文がキャンセルされました",
        "ご注文の商品は完売いたしました。ご注文はキャンセルされました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    ("ご注文のキャンセルが完了しました", "ご注文のキャンセルが完了しました。", "cancelled", "unknown", "unknown"),
    (
        "ご注文のキャンセル",
        "お客様のご要望により、ご注文のキャンセルが完了いたしました。",
        "cancelled",
        "buyer",
        "buyer_request",
    ),
    (
        "ご注文のキャンセル",
        "お客様からのキャンセルのご依頼に基づき、以下の商品をキャンセルしました。",
        "cancelled",
        "buyer",
        "buyer_request",
    ),
    (
        "ご注文のキャンセル",
        "キャンセルリクエストを承りました。出品者の確認をお待ちください。",
        "cancel_requested",
        "buyer",
        "buyer_request",
    ),
    (
        "ご注文のキャンセル",
        "お支払いが承認されなかったため、ご注文はキャンセルされました。",
        "cancelled",
        "shop",
        "payment",
    ),
    (
        "ご注文のキャンセル",
        "お支払い番号の有効期限までにお支払いの確認が取れなかったため、注文を自動的にキャンセルいたしました。",
        "cancelled",
        "shop",
        "payment",
    ),
    (
        "ご注文のキャンセル",
        "倉庫内で商品が見つからなかったため、ご注文をキャンセルさせていただきました。",
        "cancelled",
        "shop",
        "lost",
    ),
    (
        "ご注文のキャンセル",
        "出荷前の検品で商品に傷が見つかったため、ご注文をキャンセルさせていただきました。",
        "cancelled",
        "shop",
        "inspection",
    ),
    (
        "ご注文のキャンセル",
        "配送中に商品が破損したため、ご注文をキャンセルし、全額を返金いたします。",
        "cancelled",
        "shop",
        "inspection",
    ),
    (
        "ご注文のキャンセル",
        "お届け先住所が確認できなかったため、ご注文はキャンセルされました。",
        "cancelled",
        "shop",
        "address",
    ),
    (
        "ご注文のキャンセル",
        "価格の誤表示があったため、ご注文をキャンセルいたしました。",
        "cancelled",
        "shop",
        "price_error",
    ),
    (
        "ご注文のキャンセル",
        "価格設定に誤りがございましたので、キャンセルとさせていただきます。",
        "cancelled",
        "shop",
        "price_error",
    ),
    (
        "ご注文のキャンセルと返金について",
        "在庫がないためご注文をキャンセルし、返金処理を行いました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "キャンセルのお知らせ",
        "ご注文いただいた「防水スピーカー 赤」は、在庫がなくなったためキャンセルされました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "キャンセルのお知らせ",
        "キャンセル理由: 在庫切れ\n\nご注文はキャンセルされました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "キャンセルのお知らせ",
        "キャンセル理由：お客様都合\n\nご注文はキャンセルされました。",
        "cancelled",
        "buyer",
        "buyer_request",
    ),
    ("キャンセルのお知らせ", "理由\n在庫切れ\n\nご注文はキャンセルされました。", "cancelled", "shop", "stockout"),
    (
        "ご注文がキャンセルされました",
        "出品者 みなと家電館 により、ご注文がキャンセルされました。理由：在庫切れ",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "ご注文がキャンセルされました",
        "ご注文はAmazonによりキャンセルされました。\n\n販売元: みなと家電館\n出荷元: みなと家電館",
        "cancelled",
        "platform",
        "unknown",
    ),
    ("ご注文がキャンセルされました", "お客様がこのご注文をキャンセルしました。", "cancelled", "buyer", "buyer_request"),
    (
        "ご注文商品のお届けについて",
        "誠に申し訳ございませんが、商品が輸送中に紛失したため、お届けすることができなくなりました。商品代金は全額返金いたします。",
        "cancelled",
        "shop",
        "lost",
    ),
    (
        "注文のキャンセル",
        "お客様のご都合によるキャンセルではなく、在庫切れのためキャンセルいたしました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    ("ご注文のキャンセル", "在庫切れのため、\nご注文をキャンセルいたしました。", "cancelled", "shop", "stockout"),
    (
        "ご注文のキャンセル",
        "在庫切れの場合もございますが、今回は紛失のためキャンセルいたしました。",
        "cancelled",
        "unknown",
        "unknown",
    ),
    (
        "ご注文のキャンセル",
        "キャンセルのご依頼をいただきましたので、ご注文をキャンセルいたしました。",
        "cancelled",
        "buyer",
        "buyer_request",
    ),
    ("ご注文のキャンセル", "キャンセルの手続きを受け付けました。", "cancel_requested", "buyer", "buyer_request"),
    (
        "ご注文のキャンセル",
        "入荷数が予定より少なかったため、ご予約をキャンセルいたしました。",
        "cancelled",
        "shop",
        "stockout",
    ),
    (
        "ご注文のキャンセル",
        "商品に不具合が見つかったため、ご注文をキャンセルいたしました。",
        "cancelled",
        "shop",
        "inspection",
    ),
    (
        "ご注文のキャンセル",
        "お届けできない地域のため、ご注文をキャンセルいたしました。",
        "cancelled",
        "shop",
        "unknown",
    ),
]
OTHERS = [
    ("ご注文について", "ご注文はまだキャンセルされていません。", "other"),
    ("ご注文について", "この商品はキャンセルできません。", "other"),
    (
        "ご注文の発送",
        "商品を発送いたしました。発送後のキャンセルはできません。キャンセルされた場合、返金いたします。",
        "shipped",
    ),
    (
        "ご注文の確認",
        "ご注文ありがとうございます。在庫切れの場合はキャンセルさせていただくことがあります。",
        "order_placed",
    ),
    (
        "ご注文の確認",
        "ご注文ありがとうございます。商品が発送されましたらお知らせいたします。キャンセルは注文履歴からできます。",
        "order_placed",
    ),
    (
        "お支払い方法を更新してください",
        "お支払いが承認されませんでした。期限までに更新がない場合、ご注文はキャンセルされます。",
        "payment_failed",
    ),
    ("Amazon.co.jp: お支払い情報の更新をお願いします", "クレジットカードの有効期限が切れています。", "payment_failed"),
    ("ご注文商品の入荷待ちについて", "ご注文の商品は入荷待ちです。入荷次第発送いたします。", "backordered"),
    ("お届け予定日のお知らせ", "お届け予定日がまだ確定していません。確定次第お知らせします。", "backordered"),
    ("お届け予定日が変更されました", "ご注文商品のお届け予定日が変更されました。", "delayed"),
    ("配達完了のお知らせ", "商品を配達しました。", "delivered"),
    ("お届け済み: 商品", "玄関にお届けしました。", "delivered"),
    ("Amazon.co.jp: ご注文の商品が発送されました", "ご注文の商品が発送されました。", "shipped"),
    ("返金のお知らせ", "返金手続きが完了いたしました。", "refund_issued"),
    ("ご返金について", "以下の金額を返金いたしました。", "refund_issued"),
    ("返品リクエストを受け付けました", "返品リクエストを受け付けました。商品到着後に返金いたします。", "other"),
    ("ご注文のキャンセルについて", "キャンセルをご希望の場合は注文履歴からお手続きください。", "other"),
    ("在庫状況のお知らせ", "ご注文の商品は在庫切れとなっております。入荷まで今しばらくお待ちください。", "backordered"),
    ("Amazon.co.jp ご注文の確認", "ご予約ありがとうございます。", "order_placed"),
    ("配達できませんでした", "本日お伺いしましたがご不在のため配達できませんでした。", "other"),
    ("ご注文のキャンセルについて", "ご注文はすでに発送済みのため、キャンセルできませんでした。", "other"),
    ("Amazon.co.jp", "注文済み\n発送済み\n配達中\n配達済み", "other"),
    ("Amazon.co.jp", "発送済み", "shipped"),
    ("ご注文の発送: ノイズキャンセル", "商品を発送しました。ノイズキャンセルのイヤホンです。", "shipped"),
    (
        "ご注文の確認",
        "ご注文ありがとうございます。お支払い方法の変更を行うには、注文履歴をご覧ください。",
        "order_placed",
    ),
    ("ご注文の発送", "商品を発送しました。ご不明な点は、出品者からのメッセージをご確認ください。", "shipped"),
    ("Amazonプライム会員資格のキャンセル", "Amazonプライムの会員資格をキャンセルしました。", "other"),
    (
        "ご注文について",
        "お支払いが承認されませんでした。ご注文は11月26日に自動的にキャンセルされます。",
        "payment_failed",
    ),
    ("定期おトク便のキャンセル", "定期おトク便の商品「麦茶 54袋」の定期購入をキャンセルしました。", "other"),
]


@pytest.mark.parametrize(("subject", "sentences", "kind", "by", "cause"), CANCELLATIONS)
def test_cancellations(subject, sentences, kind, by, cause):
    said = read(subject, about_an_order(sentences))
    assert (said.kind, said.cancel.by, said.cancel.cause) == (kind, by, cause)


@pytest.mark.parametrize(("subject", "sentences", "kind"), OTHERS)
def test_everything_else(subject, sentences, kind):
    said = read(subject, about_an_order(sentences))
    assert said.kind == kind
    assert said.cancel is None


@pytest.mark.parametrize(
    ("lines", "by"),
    [
        ("在庫切れのため、ご注文はキャンセルされました。\n\n販売元: みなと家電館\n出荷元: みなと家電館", "shop"),
        ("在庫切れのため、ご注文はキャンセルされました。\n\n販売元: みなと家電館\n出荷元: Amazon", "platform"),
        ("在庫切れのため、ご注文はキャンセルされました。\n\n販売元: Amazon.co.jp\n出荷元: Amazon", "shop"),
        ("出品者が発送しなかったため、Amazonがご注文をキャンセルしました。\n\n販売元: みなと家電館", "platform"),
        ("お支払いが確認できなかったため、ご注文はキャンセルされました。\n\n販売元: みなと家電館", "platform"),
        ("出品者の都合により、ご注文はキャンセルされました。\n\n販売元: みなと家電館", "shop"),
        ("ご注文はキャンセルされました。\n\n販売元: みなと家電館", "unknown"),
        ("ご注文はキャンセルされました。\n\n販売元: Amazon.co.jp", "shop"),
    ],
)
def test_who_cancelled_depends_on_who_sells(lines, by):
    assert read("ご注文について", about_an_order(lines)).cancel.by == by


def test_the_wording_is_the_sentence_that_gave_the_cause():
    said = read(
        "ご注文のキャンセル",
        about_an_order(
            "いつもご利用ありがとうございます。\n誠に申し訳ございませんが、在庫切れのため、\nご注文をキャンセルいたしました。\nまたのご利用をお待ちしております。"
        ),
    )
    assert said.cancel.wording == "誠に申し訳ございませんが、在庫切れのため、ご注文をキャンセルいたしました。"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "> 在庫切れのためキャンセルいたしました。",
        "よくある質問\n\n在庫切れのためキャンセルいたしました、とは何ですか。",
        "おすすめ商品\n在庫切れのためキャンセルいたしました\n￥1,000",
        "* 在庫切れのためキャンセルいたしました (漫画)\n  数量: 1\n  500 JPY",
        "「在庫切れのためキャンセルいたしました」という本について。",
        "2026年11月20日 佐藤花子のメッセージ:\n在庫切れのためキャンセルいたしました。",
    ],
)
def test_what_others_said_and_titles_say_states_nothing(elsewhere):
    said = read("ご注文商品の発送", about_an_order("商品を発送いたしました。") + f"\n\n{elsewhere}\n")
    assert said.kind == "shipped"
