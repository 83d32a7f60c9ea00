"""Sisters of what is wanted, in titles stuffed as those of the same thing are."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def _check(wanted: str, offer: str, verdict: str) -> None:
    found = compare(Thing(wanted), Thing(offer)).sameness
    assert found == verdict if verdict == "same" else found != "same"


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("サクラリン 本体 400ml", "ハナダ キッチンサクラリン 本体 400ml 除菌 泡スプレー", "other"),
        ("サクラリン 詰替 380ml", "ハナダ バスサクラリン 詰め替え 380ml 浴室 まとめ買い", "other"),
        ("ブラザー サクラパッド ブルー", "ブラザー ワイヤレスサクラパッド ブルー 軽量 送料無料", "other"),
        ("サクラリン 本体 400ml", "ハナダ サクラリン 本体 400ml キッチン 除菌 泡スプレー", "same"),
        ("サクラリン 本体 400ml", "ハナダ キッチン サクラリン 本体 400ml 除菌", "same"),
        ("アサヒ サクラドライ 350ml×24本", "アサヒビール アサヒサクラドライ 350ml缶 24本入 1ケース", "same"),
        ("ハナダ 17 フィルムサクラ ハーフ", "ハナダ 17 コンパクトフィルムサクラ ハーフ", "same"),
    ],
)
def test_a_name_grown_together_with_a_use_is_a_sisters(wanted: str, offer: str, verdict: str) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ヤマノ シングルモルト 700ml", "ヤマノ 12年 シングルモルト 700ml ウイスキー", "other"),
        ("ヤマノ シングルモルト 12年 700ml", "ヤマノ 12年 シングルモルト 700ml ウイスキー", "same"),
        ("ヤマノ 魔法瓶 700ml", "ヤマノ 魔法瓶 700ml 2年保証", "same"),
        ("サクラダイエット 小粒 3kg", "ハナダ サクラダイエット 7歳以上 小粒 3kg ドッグフード ドライ", "other"),
        ("サクラスプーン まぐろ 1.4kg", "ハナダ サクラスプーン 15歳以上 まぐろ 1.4kg キャットフード", "other"),
        ("サクラカン 猫用 まぐろ 1.6kg", "サクラカン ドライ 11歳から まぐろ 1.6kg 猫", "other"),
        ("サクラダイエット 小粒 3kg", "ハナダ サクラダイエット 1歳以上 小粒 3kg ドッグフード ドライ", "same"),
        ("ハナダ サクラゲーム 1000ピース", "ハナダ サクラゲーム 1000ピース 8歳以上 家族", "same"),
    ],
)
def test_the_age_of_an_old_pet_tells_its_food(wanted: str, offer: str, verdict: str) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ サクラブラ HRA119 BL Mサイズ", "ハナダ 夜用 サクラブラ HRA119 ベージュ M おやすみブラ", "other"),
        ("ハナダ サクラブラ HRB441 ベージュ(BE) D75", "ハナダ サクラブラ HRB441 BL D75", "other"),
        ("ハナダ 口金リュック HT-B0193A BE 新品", "ハナダ 口金リュック HT-B0193A ネイビー", "other"),
        ("ハナダ サクラブラ HRB441 ベージュ D75", "ハナダ サクラブラ HRB441 BE D75", "same"),
        ("ハナダ サクラブラ HRA119 BL Mサイズ", "ハナダ サクラブラ HRA119 ブラック M", "same"),
        ("ハナダ HE3000 SV ブラック", "ハナダ 完全ワイヤレスイヤホン HE3000 SV BLACK", "same"),
    ],
)
def test_two_letters_behind_a_number_are_those_of_no_other_colour(wanted: str, offer: str, verdict: str) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        (
            "Dr. Martens 1470 Smooth Leather Boots Black UK 8",
            "Dr. Martens 1470 Nappa Leather Boots Black UK 8",
            "other",
        ),
        ("Dr. Martens 1471 Smooth Leather Oxford UK 8", "Dr. Martens 1471 Bex Leather Oxford UK 8", "other"),
        (
            "Dr. Martens 1470 Smooth Leather Boots Black UK 8",
            "Dr. Martens 1470 Smooth Leather Lace Up Boots Black UK 8",
            "same",
        ),
    ],
)
def test_of_two_latin_words_at_one_place_each_is_there_instead_of_the_other(
    wanted: str, offer: str, verdict: str
) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("コンバース オールスター OX ブラック 24.5cm", "CONVERSE ALL STAR LIGHT OX 黒 24.5cm 軽量", "other"),
        ("クロックス クラシック クロッグ ネイビー 26cm", "crocs Crocband Clog Navy 26.0cm サンダル 軽量", "other"),
        ("クロックス クラシック クロッグ ネイビー 26cm", "crocs Bayaband Clog Navy 26.0cm サンダル 軽量", "other"),
        ("コンバース オールスター ライト OX ブラック 24.5cm", "CONVERSE ALL STAR LIGHT OX 黒 24.5cm 軽量", "same"),
        ("クロックス クラシック クロッグ ネイビー 26cm", "crocs Classic Clog Navy 26.0cm サンダル 軽量", "same"),
        ("Nikon NIKKOR Z 40mm f/2", "ニコン ニッコール Z 40mm F2 単焦点 軽量 国内正規", "same"),
    ],
)
def test_a_word_is_heard_for_its_own_letters_alone(wanted: str, offer: str, verdict: str) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ サクラトン 9 ブラック 27cm", "ハナダ サクラトン 9 GTX ブラック 27.0cm メンズ 防水", "other"),
        ("アシックス サクラヤノ31 ワイド 27.0cm", "アシックス サクラヤノ31 エキストラワイド 27.0cm", "other"),
        ("ハナダ 掛け布団カバー シングル ベージュ", "ハナダ 敷布団カバー シングル ベージュ 綿100% 日本製", "other"),
        ("ブラザー HCP-J928N", "ブラザー HCP-J928N インクカートリッジ HC411", "accessory"),
        ("ブラザー 純正インクタンク HC411XL 6色", "ブラザー インクカートリッジ HC411XL 6色 純正 送料無料", "same"),
        ("ハナダ サクラトン 9 ブラック 27cm", "ハナダ サクラトン 9 ブラック 27.0cm メンズ 防水", "same"),
        ("象印 炊飯器 HP-NA10", "象印 炊飯ジャー HP-NA10 5.5合", "same"),
    ],
)
def test_letters_a_sort_and_a_supply_name_another_article(wanted: str, offer: str, verdict: str) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ サクラ乳 900ml", "ハナダ 低脂肪 サクラ乳 900ml カルシウム 紙パック", "other"),
        ("ハナダ サクラだし 500ml", "ハナダ 減塩 サクラだし 500ml 調味料 まとめ買い", "other"),
        ("ハナダ サクラキャップ ブラック", "ハナダ シリコンキャップ ブラック 水泳帽 サクラキャップ同等", "other"),
        ("ハナダ サクラ乳 900ml", "ハナダ乳業 サクラ乳 900ml カルシウム 紙パック", "same"),
    ],
)
def test_what_is_left_out_of_a_food_and_an_equivalent_are_told_anywhere(wanted: str, offer: str, verdict: str) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ('Hanada Shorts 5" Mens Medium Black #57022', "ハナダ メンズ ショーツ 5インチ 57022 BLK S", "other"),
        ("Hanada Sakura Shirt 57023 Large Black", "Hanada Sakura Shirt 57023 Black M", "other"),
        ("Hanada Sakura Shirt 57023 Large Black", "Hanada Sakura Shirt 57023 Black L", "same"),
    ],
)
def test_a_size_in_a_word_is_wanted_as_one_in_letters(wanted: str, offer: str, verdict: str) -> None:
    _check(wanted, offer, verdict)


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ヤマノ シングルモルト 700ml", "ヤマノ NV シングルモルト ウイスキー 700ml", Sameness.SAME),
        ("ヤマノ シングルモルト 700ml", "ヤマノ ノンエイジ シングルモルト 700ml", Sameness.SAME),
        ("ヤマノ シングルモルト 12年 700ml", "ヤマノ NV シングルモルト 700ml", Sameness.UNSURE),
        ("ヤマノ 水筒 500ml 黒", "ヤマノ 水筒 500ml NV", Sameness.VARIANT),
    ],
)
def test_that_a_spirit_tells_no_age_is_no_colour(wanted, offer, verdict):
    assert compare(Thing(wanted), Thing(offer)).sameness is verdict
