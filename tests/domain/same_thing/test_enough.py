"""Words of its own with which an offer is the same thing all the same, as much else agrees."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        # It says the number and the amount, and nothing is left out.
        ("モルト グランドライン 60m 2号", "モルト グランドライン ハリス 60m 2号 釣り糸"),
        ("ダイコク 剪定ばさみ 200mm No.103", "ダイコク 別撰 刃研ぎ 剪定ばさみ No103 200mm"),
        (
            "LifeBottle Personal Water Filter, Blue",
            "LifeBottle Personal Water Filter for Hiking, Camping and Travel, Blue",
        ),
        # It is of the same size.
        ("カーラム ポケットTシャツ ブラック M", "カーラム ワークウェア ヘビーウェイト ポケットTシャツ 黒 M"),
        (
            "トーワ 作業手袋 組立グリップ ブラック L",
            "トーワ 組立グリップ 薄手フィット 精密作業手袋 背抜き加工 Lサイズ ブラック",
        ),
    ],
)
def test_words_that_describe_what_agrees_in_all_else_tell_nothing(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("花王 ビオレ 化粧水 200ml", "Kao Biore Face Wash 200ml Japan"),
        ("Catan Board Game", "Catan Board Game Seafarers Expansion"),
        ("モルト グランドライン 60m 2号", "モルト グランドライン 60m 3号 釣り糸"),
        ("モルト グランドライン 60m 2号", "モルト グランドライン FX 60m 2号 釣り糸"),
        ("ネコハウス ガリガリボウル 猫柄 L", "ネコハウス ガリガリボウル 猫柄 フレキシブル L"),
        ("ネコハウス ガリガリボウル 猫柄 L", "ネコハウス nekohausu ガリガリボウル 猫柄 Mサイズ 爪とぎ 段ボール"),
    ],
)
def test_other_goods_amounts_grades_sizes_and_words_in_the_midst_stay_apart(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME
