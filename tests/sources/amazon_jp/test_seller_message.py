"""Messages of marketplace sellers: what they did, ask or offer."""

import pytest

from okawari.domain.message import CancelBy, CauseCode, MessageKind
from tests.sources.amazon_jp.mails import NUMBER, read


def relayed(text, subject="ご注文について"):
    """Return what is understood of a message that Amazon passed on."""
    text = f"{text}\n\n注文番号: {NUMBER}\n"
    return read(subject, text, "a1b2c3@marketplace.amazon.co.jp", display="森の文具 - Amazon マーケットプレイス")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("在庫切れのため、お客様側でキャンセル手続きをお願いできますでしょうか。", CauseCode.STOCKOUT),
        ("在庫がなくなりました。\n注文履歴よりキャンセルリクエストを送っていただけますか。", CauseCode.STOCKOUT),
        ("価格に誤りがございました。恐れ入りますがキャンセルをお願いいたします。", CauseCode.PRICE_ERROR),
        ("恐れ入りますが、お客様の方でご注文をキャンセルしていただけますでしょうか。", CauseCode.UNKNOWN),
        ("Sorry, this item is out of stock. Please cancel your order.", CauseCode.STOCKOUT),
    ],
)
def test_a_seller_asks_the_buyer_to_cancel(text, cause):
    said = relayed(text)
    assert said.kind is MessageKind.CANCEL_REQUESTED
    assert (said.cancel.by, said.cancel.cause) == (CancelBy.SHOP, cause)
    assert said.orders[0].seller == "森の文具"


@pytest.mark.parametrize(
    "text",
    [
        "欠品しております。お待ちいただくか、他の商品への変更、またはキャンセルのいずれをご希望かお知らせください。",
        "在庫が不足しております。2週間ほどお待ちいただけますでしょうか。\nキャンセルをご希望の場合はお知らせください。",
        "入荷が遅れております。お待ちいただけない場合は、キャンセルリクエストをお送りください。",
        "入荷は12月10日です。キャンセルをご希望の場合は、ご連絡をお願いいたします。",
        "入荷は12月です。キャンセルされるか、お待ちいただくか、どちらかお選びください。",
    ],
)
def test_a_seller_leaves_the_choice(text):
    said = relayed(text)
    assert (said.kind, said.asks_choice, said.cancel) == (MessageKind.SELLER_MESSAGE, True, None)


@pytest.mark.parametrize(
    "text",
    [
        "代替品として緑をお送りすることも可能ですが、いかがでしょうか。",
        "ご注文の黒が完売のため、白に変更してお送りしてもよろしいでしょうか。",
        "後継品をご案内いたします。同等の商品のご提案です。",
    ],
)
def test_a_seller_offers_a_substitute(text):
    assert relayed(text).kind is MessageKind.SUBSTITUTE_OFFERED


@pytest.mark.parametrize(
    "text",
    [
        "本日発送いたしましたが、宛先不明で返送されました。",
        "発送いたしました場合は、改めてご連絡いたします。",
        "まだ発送しておりません。明日発送いたします。",
        "別のご注文はすでに発送いたしました。",
        "ご住所の番地が不足しております。ご確認ください。",
        "評価をお願いいたします。",
    ],
)
def test_a_seller_only_writes(text):
    said = relayed(text)
    assert (said.kind, said.asks_choice, said.cancel) == (MessageKind.SELLER_MESSAGE, False, None)


@pytest.mark.parametrize(
    ("text", "by", "cause"),
    [
        ("検品時に破損が見つかり、代わりの在庫がないため、キャンセルさせていただきました。", "shop", "inspection"),
        ("価格の設定ミスがあったため、誠に勝手ながらご注文をキャンセルさせていただきます。", "shop", "price_error"),
        ("お客様のご依頼により、ご注文をキャンセルいたしました。", "buyer", "buyer_request"),
    ],
)
def test_a_seller_has_cancelled(text, by, cause):
    said = relayed(text)
    assert (said.kind, said.cancel.by, said.cancel.cause) == ("cancelled", by, cause)


def test_only_the_words_between_the_marks_are_the_sellers():
    said = relayed(
        "---- メッセージはここから ----\n本日発送しました。\n---- メッセージはここまで ----\n在庫切れのためキャンセルしました。"
    )
    assert said.kind is MessageKind.SHIPPED


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("この度はご注文ありがとうございます。本日発送いたしました。", "本日発送いたしました。"),
        ("Hello. Your item has been shipped today.", "Your item has been shipped today."),
    ],
)
def test_a_seller_has_shipped_in_their_own_words(text, wording):
    said = relayed(text)
    assert (said.kind, said.cancel) == (MessageKind.SHIPPED, None)
    assert wording in dict(said.evidence)["kind"]


def test_a_cancel_as_wished_is_done():
    said = relayed("ご希望の通りキャンセルを承りました。")
    assert (said.kind, said.cancel.by) == (MessageKind.CANCELLED, CancelBy.BUYER)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("商品が入荷できなくなりました。返金させていただきたいのですが、よろしいでしょうか。", CauseCode.STOCKOUT),
        ("検品で傷が見つかり、発送を見送らせていただきます。追ってご連絡いたします。", CauseCode.INSPECTION),
        ("倉庫の事情により、ご注文の商品をお送りすることができません。", CauseCode.UNKNOWN),
    ],
)
def test_a_seller_cannot_send_the_goods(text, cause):
    said = relayed(text)
    assert (said.kind, said.cancel) == (MessageKind.SELLER_MESSAGE, None)
    assert (said.cannot_supply.by, said.cannot_supply.cause) == (CancelBy.SHOP, cause)


@pytest.mark.parametrize(
    "text", ["ご注文ありがとうございます。明日発送します。", "領収書の発行はできません。", "再発送はお受けできません。"]
)
def test_what_a_seller_cannot_do_besides_says_nothing_of_the_goods(text):
    assert relayed(text).cannot_supply is None


def test_a_heading_that_names_the_seller_cuts_nothing_off():
    said = relayed("出品者「森の文具」からのメッセージ:\n在庫切れのため、キャンセルリクエストを送っていただけますか。")
    assert (said.kind, said.orders[0].number) == (MessageKind.CANCEL_REQUESTED, NUMBER)
