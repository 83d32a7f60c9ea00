"""What stands below every mail of a shop changes nothing of what the mail says."""

import pytest

from okawari.reading.standing import above_closing
from tests.reading.shop_mail.test_letters import LETTERS, read_letter

STANDING = """※ご注文後のお客様都合によるキャンセルはお受けできません。
・ご注文確定後の変更・キャンセルは一切できませんのでご了承ください。
※お客様のご都合による返品・交換はご容赦ください。
※商品の性質上、不良品以外の返品・交換はお受けいたしかねます。
イメージ違い、サイズ違い等による返品はお受けしておりません。
万一商品に破損や汚れがございましたら、商品到着後7日以内にご連絡ください。
※在庫は実店舗と共有しているため、ご注文のタイミングにより欠品となる場合がございます。
※店頭販売も行っておりますので、万一在庫切れの節は何卒ご容赦くださいませ。
※お支払い期限を過ぎた場合、ご注文は自動的にキャンセルとなります。
※クレジットカードの承認が得られなかった場合は、別のお支払い方法をお願いすることがございます。
※価格の誤表記があった場合は、ご注文を取り消させていただくことがあります。
※配送中の破損・紛失については運送会社の規定に準じます。
※メール便は日時指定・代引きをご利用いただけません。紛失・破損の補償もございません。
ご予約商品は発売日が延期となることがあります。発売延期を理由としたキャンセルは承っておりません。
年末年始は休業のため、発送が遅れます。
転売目的と判断したご注文は、予告なくキャンセルいたします。
※このメールは送信専用です。ご返信いただいてもお答えできません。
※お客様からのキャンセルのご依頼は、マイページからのみ承っております。
Orders cannot be cancelled once they have been shipped.""".splitlines()
MAY_SPEAK_OF_THE_ORDER = [
    "返品されたお客様には、商品確認後に返金いたします。",
    "不良品・誤配送の場合は送料当店負担にて交換させていただきます。",
    "If you wish to cancel, please contact us before the item has shipped.",
]
"""Sentences that only their place below a signature tells from an answer to this order."""
CLOSED = "\n\n何卒よろしくお願い申し上げます。\n━━━━━━━━━━\n見本の店\n"


def said(subject: str, text: str) -> tuple[object, ...]:
    read = read_letter(subject, text)
    return read.kind, read.cancel, read.cannot_supply, read.asks_choice, read.orders


@pytest.mark.parametrize("notice", STANDING)
def test_a_standing_notice_says_nothing_of_the_order(notice):
    changed = [one[0] for one in LETTERS if said(one[0], f"{one[1]}\n\n{notice}") != said(one[0], one[1])]
    assert changed == []


@pytest.mark.parametrize("notice", MAY_SPEAK_OF_THE_ORDER)
def test_what_stands_below_a_signature_says_nothing_of_the_order(notice):
    changed = [one[0] for one in LETTERS if said(one[0], one[1] + CLOSED + notice) != said(one[0], one[1] + CLOSED)]
    assert changed == []


def test_a_letter_ends_at_its_first_closing_words_that_have_a_rule_below():
    letter = "欠品のためキャンセルいたしました。\n今後ともよろしくお願いいたします"
    assert above_closing(f"{letter}。\n-----\n見本の店\nよろしくお願いします。") == (letter, True)
    assert above_closing(f"{letter}。\n見本の店") == (letter, False)
    assert above_closing("ご注文ありがとうございます。") == ("ご注文ありがとうございます。", False)


def test_a_mark_does_not_hide_what_is_said_of_this_order():
    text = "注文番号：1002-40\nご注文を承りました。\n※この度は欠品のため、ご注文をキャンセルさせていただきました。"
    assert said("ご注文について", text)[0].value == "cancelled"
