"""Words that are a choice of one thing and none of another: single signs, for whom a thing is, what other words imply."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def sameness(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 乙丙丁 チロリアン帽 緑", "甲社 乙丙丁 チロリアン グリーン"),
        ("甲社 乙丙丁 UVレジン液 100g", "甲社 乙丙丁 UVレジン 100g"),
        ("甲社 乙丙丁 皿 21cm 電子レンジ可", "甲社 乙丙丁 皿 21cm"),
        ("甲社 乙丙丁 約W28.5cm 白", "甲社 乙丙丁 W28.5cm 白"),
    ],
)
def test_a_sign_that_has_grown_together_with_a_word_is_no_choice(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 乙丙丁 おじや 鮭 80g", "甲社 乙丙丁 おじや 80g"),
        ("甲社 乙丙丁 東 96g", "甲社 乙丙丁 西 96g"),
        ("甲社 サラダボウル大 白", "甲社 サラダボウル 白"),
        ("甲社 新ビオラS 350錠", "甲社 ビオラS 350錠"),
        ("甲社 乙丙丁 チロリアン帽 緑", "甲社 乙丙丁 チロリアンシューズ 緑"),
        ("甲社 乙丙丁 パスタ皿 白", "甲社 乙丙丁 パスタ鍋 白"),
    ],
)
def test_a_sign_of_its_own_or_one_that_parts_is_a_choice(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


def test_a_short_number_with_letters_behind_it_names_another_article():
    assert sameness("甲社 乙丙丁 SC-175S 黒", "甲社 乙丙丁 チタンコート SC-175ST 黒") is not Sameness.SAME
    assert sameness("甲社 乙丙丁 SC-175S 黒", "甲社 乙丙丁 チタンコート SC-175SBK 黒") is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 乙丙丁 財布 黒", "甲社 乙丙丁 財布 黒 レディース ギフト"),
        ("甲社 乙丙丁 ペンダント 11mm 銀", "甲社 乙丙丁 ペンダント 11mm 銀 レディース"),
        ("甲社 乙丙丁 折りたたみ傘 紺", "甲社 乙丙丁 折りたたみ傘 紺 レディース 通勤"),
    ],
)
def test_whom_an_offer_is_for_goes_without_saying_where_there_are_no_sizes(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 乙丙丁 シャツ M 黒", "甲社 乙丙丁 シャツ M 黒 レディース"),
        ("甲社 乙丙丁 時計 レディース 銀", "甲社 乙丙丁 時計 銀"),
        ("甲社 乙丙丁 時計 メンズ 銀", "甲社 乙丙丁 時計 レディース 銀"),
        ("甲社 乙丙丁 傘 紺", "甲社 乙丙丁 傘 紺 キッズ"),
    ],
)
def test_whom_a_thing_is_for_tells_its_size_or_makes_it_anothers(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ソランティ 鉄鍋 浅型 22cm", "Soranti Iron Pot Shallow 22cm"),
        ("パルミナ #3776 万年筆 細字 黒", "Palmina #3776 Fountain Pen Fine Nib Black"),
        ("甲社 新ビオラS 350錠", "Shin Viola S 350 Tablets 甲社"),
        ("甲社 乙丙丁 猫用 まぐろ 14g×20本", "甲社 乙丙丁 まぐろ 14g×20本 キャットフード"),
        ("甲社 乙丙丁 小型犬用 成犬用 3kg", "甲社 乙丙丁 小型犬 成犬 3kg"),
        ("甲社 乙丙丁 子供用 銀", "甲社 乙丙丁 キッズ シルバー"),
    ],
)
def test_a_choice_is_told_in_english_or_by_a_word_that_implies_it(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ソランティ 鉄鍋 浅型 22cm", "Soranti Iron Pot Deep 22cm"),
        ("パルミナ #3776 万年筆 細字 黒", "Palmina #3776 Fountain Pen Medium Nib Black"),
        ("甲社 新ビオラS 350錠", "Viola S 350 Tablets 甲社 Brand New"),
        ("甲社 乙丙丁 猫用 まぐろ 14g×20本", "甲社 乙丙丁 まぐろ 14g×20本 ドッグフード"),
        ("甲社 乙丙丁 小型犬用 成犬用 3kg", "甲社 乙丙丁 小型犬 3kg"),
        ("甲社 乙丙丁 子供用 銀", "甲社 乙丙丁 大人用 シルバー"),
    ],
)
def test_a_choice_is_open_where_nothing_implies_it(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("乙丙丁 千鶴 720ml", "日本酒 乙丙丁 千鶴 720ml 辛口 吟醸"),
        ("甲社 乙丙丁ビール 辛口 350ml×24本", "甲社 乙丙丁 ビール 350ml×24本"),
        ("甲社 乙丙丁 350ml×24本 生ビール", "甲社 乙丙丁 ビール 350ml×24本"),
        ("甲社 乙丙丁 500ml 24本 酒", "甲社 乙丙丁 生ビール 500ml 24本"),
    ],
)
def test_a_drink_is_told_by_its_name(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("乙丙丁 千鶴 辛口 720ml", "乙丙丁 千鶴 甘口 720ml"),
        ("乙丙丁 千鶴 720ml", "乙丙丁 千鶴 甘口 720ml"),
        ("甲社 乙丙丁カレー 辛口 230g", "甲社 乙丙丁カレー 230g"),
        ("甲社 乙丙丁 生チョコ 130g", "甲社 乙丙丁 チョコ 130g"),
    ],
)
def test_a_taste_that_a_name_does_not_tell_is_a_choice(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ NNパンツ 8817-FDJ 黒 M", "ハナダ NN-PANTS 8817-FDJ 黒 M", "same"),
        ("ハナダ ショーツ 5インチ 57022 黒 M", "ハナダ ショーツ 5インチ 57022 黒 M パンツ", "same"),
        ("ハナダ ドライ 黒 M", "ハナダ ドライ パンツ 黒 M", "unsure"),
        ("ハナダ さらさら パンツ L", "ハナダ さらさら L", "unsure"),
        ("ハナダ さらさら L", "ハナダ さらさら パンツ L", "unsure"),
        ("ハナダ さらさら パンツ L 44枚", "ハナダ さらさら テープ L 44枚", "variant"),
    ],
)
def test_a_choice_is_told_in_english(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 室内 成猫用 4kg", "ハナダ 室内 猫 4kg 1歳〜7歳", "same"),
        ("ハナダ 室内 猫用 成猫用 2kg", "ハナダ 室内猫用 2kg 生後12ヵ月齢から7歳", "same"),
        ("ハナダ 室内 成猫用 4kg", "ハナダ 室内 猫 4kg 7歳以上", "unsure"),
        ("ハナダ 室内 成猫用 4kg", "ハナダ 室内 猫 4kg 7歳〜12歳", "unsure"),
        ("ハナダ 室内 子猫用 4kg", "ハナダ 室内 猫 4kg 1歳〜7歳", "variant"),
    ],
)
def test_a_pet_from_one_year_on_is_grown_up(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ワンデーモイスト 32枚 BC8.8 -3.00", "ハナダ 1dayモイスト 32枚 BC8.8 -3.00", "same"),
        ("ハナダ ワンデーピュア 32枚 BC8.8 -3.00", "ハナダ 1dayPure 32枚 BC8.8 -3.00", "same"),
        ("ハナダ ワンデーピュア 32枚 BC8.8 -3.00", "ハナダ 2weekPure 32枚 BC8.8 -3.00", "unsure"),
        ("ハナダ ワンデーピュア 32枚 BC8.8 -3.00", "ハナダ 1dayMoist 32枚 BC8.8 -3.00", "unsure"),
    ],
)
def test_how_long_a_lens_is_worn_grows_together_with_its_name(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "is_same"),
    [
        ("ハマノ 枕 ファイン ロング ホワイト", "ハマノ ファイン まくら ロング ホワイト", True),
        ("ハマノ 肌 クリーム しっとり 50g", "ハマノ クリーム しっとり はだ 50g", True),
        ("ハマノ 枕 ファイン ロング ホワイト", "ハマノ ファイン ロング ホワイト", False),
        ("ハマノ 枕 ファイン ロング ホワイト", "ハマノ ファイン まくらカバー ロング ホワイト", False),
    ],
)
def test_a_sign_is_told_as_it_is_read(wanted: str, offer: str, is_same: bool) -> None:
    assert (compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME) is is_same


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("アンカー HDMI/USB-C ケーブル 1.8m", "アンカー HDMI ケーブル 1.8m", "unsure"),
        ("アンカー HDMI ケーブル 1.8m", "アンカー USB-C HDMI ケーブル 1.8m", "unsure"),
        ("エレコム USB-C ケーブル 1m 黒", "エレコム USB ケーブル 1m 黒", "unsure"),
        ("エレコム USB-C to Lightning ケーブル 1m 黒", "エレコム USB-C ライトニング ケーブル 1m ブラック", "same"),
        ("アンカー USB Type-C to Type-C ケーブル 1m", "アンカー USB-C & USB-C cable 1m 急速充電", "same"),
        ("アンカー 充電器 USB-C 65W", "アンカー 充電器 65W PD対応 USB-C 折りたたみ式", "same"),
    ],
)
def test_cables_differ_by_what_they_join(wanted, offer, verdict):
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict
