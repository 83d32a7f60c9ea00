"""Words of a line, an edition, a maker: when they tell two articles apart, and when they name no other."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def sameness(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("うみの猫 全12巻セット", "うみの猫 1～12巻 全巻 完結"),
        ("うみの猫 コミック 全12巻", "うみの猫 1-12巻 新品 全巻セット"),
        ("甲社 非常用ランプセット 30回分", "甲社 非常用 ランプ セット 30回分"),
        ("甲社 乙丙丁 茶碗ペア 9577L", "甲社 乙丙丁 茶碗 ペアセット 9577L"),
        ("乙社 うみやま ローション 180mL", "乙社 うみやま 化粧水 180mL"),
        ("うみの丘 Switch2", "うみの丘 Nintendo Switch 2 Edition"),
        ("うみの丘3 コントローラー Switch", "Switch コントローラー うみの丘3エディション"),
    ],
)
def test_a_set_or_an_edition_is_none_where_the_other_title_says_the_same(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("うみの猫 12巻", "うみの猫 1～12巻 全巻 完結"),
        ("うみの猫 全12巻セット", "うみの猫 全11巻セット"),
        ("うみの猫 全12巻", "うみの猫 全巻セット"),
        ("甲社 非常用ランプ 黒", "甲社 非常用ランプ 電池 セット 黒"),
        ("甲社 乙丙丁 茶碗", "甲社 乙丙丁 茶碗 ペアセット"),
        ("甲社 ホームサーキット 乙セット", "甲社 ホームサーキット"),
        ("うみの丘 Switch", "うみの丘 Nintendo Switch 2 Edition"),
        ("うみの丘 Switch", "うみの丘 DXエディション Switch"),
    ],
)
def test_a_set_or_an_edition_that_only_one_title_names_sets_apart(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 うみやまワックス 80g", "甲社 うみやまワックス 80g ベリーショート"),
        ("甲社 うみやま 01 ブラック マスカラ", "甲社 うみやま 01 ブラック ロングマスカラ"),
        ("甲社 うみやま鍋 ホワイト", "甲社 うみやま鍋 ホワイト 大容量"),
        ("甲社 剪定鋏 VS-6R", "甲社 VS-6R Signature 剪定鋏"),
        ("甲社 7518 DELUXE 鞄 ブラック", "甲社 7518 鞄 ブラック"),
    ],
)
def test_praise_and_a_shape_describe_behind_a_name_or_beside_a_code(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 うみやまワックス 80g", "甲社 うみやまワックス 80g ショート"),
        ("甲社 うみやま 01 ブラック マスカラ", "甲社 うみやま ロングマスカラ 01 ブラック"),
        ("甲社 うみやま鍋", "甲社 大容量 うみやま鍋"),
        ("甲社 うみやま鍋 ホワイト", "甲社 うみやま鍋 プレミアム ホワイト"),
        ("甲社 剪定鋏 VS-6R", "甲社 剪定鋏 VS-6R Pro"),
        ("甲社 剪定鋏 VS-6R", "甲社 剪定鋏 VS-6R セット"),
    ],
)
def test_a_line_within_a_name_or_beside_a_code_sets_apart(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME
