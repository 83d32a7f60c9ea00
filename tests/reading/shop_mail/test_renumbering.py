"""Order numbers that were split, merged or changed, in the words and labels of any shop."""

import re

import pytest

from okawari.domain.message import Renumbering, RenumberKind
from okawari.reading.shop_mail.renumbering import renumbering_in

READ = [
    ("an arrow", "ご注文番号変更のお知らせ", "ご注文番号：A-100　→　B-200", "changed", "A-100", "B-200"),
    ("a double arrow", "注文番号変更のお知らせ", "受注番号 : 100 ⇒ 200", "changed", "100", "200"),
    (
        "old and new labelled",
        "ご注文について",
        "下記のとおり注文番号が変更になりました。\n\n変更前の注文番号：100\n変更後の注文番号：200\n",
        "changed",
        "100",
        "200",
    ),
    ("旧 and 新", "注文番号の変更", "旧注文番号：100\n新注文番号：200", "changed", "100", "200"),
    (
        "a list below the label",
        "ご注文まとめ完了のお知らせ",
        "まとめる前のご注文番号\n1: K-1001\n2: K-1002\n2: K-1002\n\nまとめた後のご注文番号: K-1003",
        "merged",
        "K-1001 K-1002",
        "K-1003",
    ),
    (
        "同梱",
        "ご注文同梱のお知らせ",
        "同梱前の注文番号：100、101\n同梱後の注文番号：100",
        "merged",
        "100 101",
        "100",
    ),
    (
        "分割",
        "ご注文分割のお知らせ",
        "元の注文番号：100\n分割後の注文番号：100、101",
        "split",
        "100",
        "100 101",
    ),
    (
        "a heading and each number over its goods",
        "ご注文分割完了のお知らせ",
        "■■ 分割後のご注文内容 ■■\n\n注文番号: K-1\n品物 1個\n\n注文番号: K-2\n品物 1個\n",
        "split",
        "",
        "K-1 K-2",
    ),
]


@pytest.mark.parametrize("row", READ, ids=[row[0] for row in READ])
def test_what_the_labels_name_is_read(row):
    _, subject, text, kind, old, new = row
    said = Renumbering(kind=RenumberKind(kind), old=tuple(old.split()), new=tuple(new.split()))
    assert renumbering_in(subject, text) == said


NOT_READ = [
    ("labels without words", "ご注文の確認", "旧注文番号：100\n新注文番号：200"),
    ("words without labels", "注文番号変更のお知らせ", "ご注文番号：100\n注文番号が変更になりました。"),
    ("only supposed", "ご注文の確認", "注文番号：100 → 200\n注文番号が変更になる場合がございます。"),
    ("a footer about 同梱", "ご注文の確認", "注文番号：100\nご注文の同梱は承っておりません。"),
    ("the same number", "注文番号変更のお知らせ", "注文番号：100 → 100"),
    ("a sentence behind the label", "注文番号変更のお知らせ", "変更後の注文番号：マイページ200でご確認ください"),
    ("many into many", "ご注文の分割", "分割前の注文番号：1、2\n分割後の注文番号：3、4"),
    (
        "a hundred numbers",
        "ご注文まとめ完了",
        "まとめる前の注文番号：" + "、".join(str(n) for n in range(100, 200)) + "\nまとめた後の注文番号：300",
    ),
]


@pytest.mark.parametrize("row", NOT_READ, ids=[row[0] for row in NOT_READ])
def test_what_is_not_sure_is_not_read(row):
    assert renumbering_in(*row[1:]) is None


def test_only_the_shops_own_form_of_number_counts():
    own = re.compile(r"[A-Z]{2}-\d{7}")
    assert renumbering_in("注文番号変更", "注文番号：AB-1234567 → 12345", own=own) is None
    assert renumbering_in("注文番号変更", "注文番号：AB-1234567 → CD-7654321", own=own) is not None


def test_orders_put_together_of_which_only_the_new_number_is_named():
    said = renumbering_in("ご注文おまとめ完了のお知らせ", "ご注文番号：00043", ("00043",))
    assert said == Renumbering(kind=RenumberKind.MERGED, new=("00043",))
    assert renumbering_in("ご注文の確認", "ご注文番号：00043\nおまとめが完了しました。", ("00043",)) is None
