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
        ("うみの丘 Vol. 11", "うみの丘 Vol. 11 English Edition"),
        ("甲社 うみリペア 600ml", "甲社 うみリペア 600ml ポンプ セット"),
        ("甲社 うみヘッドセット 黒", "甲社 うみヘッドセット 黒 収納 セット"),
        ("甲社 うみやま Superlight 黒", "甲社 うみやま Superlight Lite 黒"),
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
        ("甲社 うみやまロングライフ電池 4本 LR7LP", "甲社 うみやま電池 4本 LR7LP"),
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
        ("甲社 剪定鋏 VS-6R", "甲社 剪定鋏 VS-6R ロング"),
        ("甲社 うみやまメッシュ M 黒", "甲社 うみやまメッシュ M 黒 ロングスリーブ"),
        ("甲社 うみやま端末 32GB 黒", "甲社 うみやま端末 32GB 黒 シグニチャー"),
    ],
)
def test_a_line_within_a_name_or_beside_a_code_sets_apart(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 カメラ うみ70 ダブルズームキット ブラック", "甲社 うみ70 Wズームキット 黒 新品"),
        ("甲社 カメラ うみ70 レンズキット 黒", "甲社 カメラ うみ70 lens kit 黒"),
        ("甲社 うみやま端末 16GB 充電式ライト 黒", "甲社 うみやま端末 16GB 黒"),
        ("甲社 Umiyama 4 Wireless Earbuds 黒", "甲社 Umiyama 4 完全ワイヤレス 黒"),
        ("アサヒ うみやま錠 2000錠", "アサヒグループ食品 うみやま錠 2000錠"),
        ("タカラトミー うみちゃん だいすきセット", "うみちゃん ドール だいすきセット 女の子"),
        ("ライオン うみやま胃散 48包", "ライオン うみやま胃散 48包 食べすぎ 消化不良"),
        ("パナソニック ブルーレイレコーダー 2TB DMR-9W907 黒", "パナソニック ブルーレイ DMR-9W907 2TB 黒"),
    ],
)
def test_a_word_of_a_line_or_a_maker_is_none_within_what_it_belongs_to(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 カメラ うみ70 ダブルズームキット 黒", "甲社 カメラ うみ70 レンズキット 黒"),
        ("甲社 カメラ うみ70 ボディ 黒", "甲社 カメラ うみ70 lens kit 黒"),
        ("甲社 うみやま端末 16GB 黒", "甲社 うみやま端末 ライト 16GB 黒"),
        ("甲社 うみやま化粧水 180ml", "甲社 うみやま化粧水ライト 180ml"),
        ("甲社 Umiyama Ultra Headphones 黒", "甲社 Umiyama Ultra Earbuds 黒"),
        ("アサヒ うみやま錠 2000錠", "ライオン うみやま錠 2000錠"),
        ("うみの森 ブルーレイ", "うみの森 DVD"),
    ],
)
def test_a_line_a_maker_or_a_medium_of_another_article_sets_apart(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 シア クリーム 150mL", "甲社 シア クリーム 150mL 新品 箱なし"),
        ("マキタ バッテリ BL1960B 18V", "マキタ 18V バッテリ BL1960B 国内正規品 箱なし新品"),
    ],
)
def test_a_new_article_without_its_box_is_the_same(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 シア クリーム 150mL", "甲社 シア クリーム 150mL 箱なし 未使用"),
        ("甲社 シア クリーム 150mL", "甲社 シア クリーム 150mL 新品同様 箱なし"),
        ("甲社 シア クリーム 150mL", "甲社 シア クリーム 150mL 中古 箱なし 新品ケース"),
        ("マキタ バッテリ BL1960B 18V", "マキタ BL1960B BL1950 互換 18V バッテリ"),
    ],
)
def test_an_article_without_its_box_or_an_imitation_is_not_the_same(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME
