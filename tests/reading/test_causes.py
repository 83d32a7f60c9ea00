import pytest

from okawari.domain.message import CauseCode
from okawari.reading.causes import ENGLISH, cause_in, sentences


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("誠に恐れ入りますが、在庫切れのためご注文をキャンセルいたしました。", CauseCode.STOCKOUT),
        ("メーカー欠品により、ご用意することができませんでした。", CauseCode.STOCKOUT),
        ("商品を調達できないことが判明したため、キャンセルとさせていただきます。", CauseCode.STOCKOUT),
        ("検品の結果、不良が見つかったためお届けを中止いたします。", CauseCode.INSPECTION),
        ("倉庫での紛失が判明いたしました。", CauseCode.LOST),
        ("ご住所に不備があり、商品が戻ってまいりました。", CauseCode.ADDRESS),
        ("お支払いの確認ができなかったため取り消しました。", CauseCode.PAYMENT),
        ("販売価格の誤りがございました。", CauseCode.PRICE_ERROR),
        ("お客様のご依頼により、下記のご注文をキャンセルしました。", CauseCode.BUYER_REQUEST),
        ("ご注文はキャンセルされました。", CauseCode.UNKNOWN),
    ],
)
def test_causes(text, cause):
    assert cause_in(text)[0] is cause


@pytest.mark.parametrize(
    "text",
    [
        "在庫切れの場合はキャンセルさせていただくことがございます。",
        "お支払いの確認ができない場合、ご注文は取り消されます。",
        "在庫切れのためお送りできません。お支払いの確認ができませんでした。",
    ],
)
def test_what_is_only_supposed_or_contradictory_is_unknown(text):
    assert cause_in(text) == (CauseCode.UNKNOWN, "")


@pytest.mark.parametrize(
    "text",
    [
        "在庫切れではありませんので、ご安心ください。",
        "今回のキャンセルは在庫切れによるものではございません。",
        "検品の結果、問題はございませんでした。",
        "「在庫切れに備える防災の本」のご注文をキャンセルしました。",
        "入荷の予定が決まりましたらお知らせいたします。",
        "以下の商品をお届けすることができません。",
    ],
)
def test_what_is_denied_quoted_or_not_said_is_no_cause(text):
    assert cause_in(text) == (CauseCode.UNKNOWN, "")


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("在庫がございませんでしたが、色違いでよろしければお送りできます。", CauseCode.STOCKOUT),
        ("メーカー欠品となりましたので、お待ちいただけない場合はお知らせください。", CauseCode.STOCKOUT),
        ("倉庫を確認しましたら、最後の1点が先に売れておりました。", CauseCode.STOCKOUT),
        ("在庫を共有しておりますので、売り切れの場合がございます。", CauseCode.UNKNOWN),
        ("在庫切れとなり、お届けできない場合がございます。", CauseCode.UNKNOWN),
        ("ご注文を承りましたが、欠品の場合はご連絡いたします。", CauseCode.UNKNOWN),
        ("在庫切れが分かりましたらご連絡いたします。", CauseCode.UNKNOWN),
    ],
)
def test_a_sentence_states_what_stands_before_it_begins_to_suppose(text, cause):
    assert cause_in(text)[0] is cause


def test_the_wording_is_the_whole_sentence_over_broken_lines():
    text = "平素よりありがとうございます。\nご注文の商品ですが、\n在庫切れのためキャンセルいたしました。\nまたのご利用をお待ちしております。"
    assert cause_in(text)[1] == "ご注文の商品ですが、在庫切れのためキャンセルいたしました。"


def test_a_bullet_begins_a_sentence():
    assert list(sentences("●変更内容\n・在庫切れ\n・その他")) == ["●変更内容", "・在庫切れ", "・その他"]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("We are sorry. The item is out of stock, so we cancelled it.", CauseCode.STOCKOUT),
        ("Due to a lack of\navailability we cannot send it.", CauseCode.STOCKOUT),
        ("As you requested, order 1 was cancelled.", CauseCode.BUYER_REQUEST),
        ("Your payment was declined. The order was cancelled.", CauseCode.PAYMENT),
        ("If an item is out of stock we will tell you. Your order was cancelled.", CauseCode.UNKNOWN),
    ],
)
def test_english_causes(text, cause):
    assert cause_in(text, ENGLISH)[0] is cause


def test_the_english_wording_is_one_sentence():
    text = "Hello Ann.\nThe item you ordered is out of stock and\nwas cancelled. You were not charged."
    assert cause_in(text, ENGLISH)[1] == "The item you ordered is out of stock and was cancelled."


@pytest.mark.parametrize(
    "above", ["鈴木 花子 様", "[受注番号] 318204-20261111-0123450678", "・注文番号：AB-1", "ストア名：あおい堂"]
)
def test_a_greeting_and_a_labelled_value_are_no_part_of_the_sentence(above):
    assert cause_in(f"{above}\nご注文の商品は在庫切れの\nためキャンセルしました。") == (
        CauseCode.STOCKOUT,
        "ご注文の商品は在庫切れのためキャンセルしました。",
    )


def test_a_reason_behind_its_label_is_a_sentence():
    assert cause_in("キャンセル理由：在庫切れ\n以下の注文がキャンセルされました。") == (
        CauseCode.STOCKOUT,
        "キャンセル理由：在庫切れ",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("【ご注文番号】　7224945594\n在庫を確保できませんでした。", "在庫を確保できませんでした。"),
        ("注文 #1042\n在庫が不足しております。", "在庫が不足しております。"),
        ("Hello Hanako,\nYour item is out of stock.", "Your item is out of stock."),
        ("Guten Tag Hanako,\nder Artikel ist ausverkauft.", "der Artikel ist ausverkauft."),
        ("ご注文の商品は在庫が\nなくなりました。", "ご注文の商品は在庫がなくなりました。"),
    ],
)
def test_a_sentence_begins_behind_salutations_and_numbers(text, said):
    assert list(sentences(text))[-1] == said
