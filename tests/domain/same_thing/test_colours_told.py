"""Colours, however they are named, and words that only look like one."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("コーチ 財布 HF4100 ブラック", "コーチ 財布 HF4100 ダークブラウン", "variant"),
        ("コーチ 財布 HF4100 ブラック", "コーチ 財布 HF4100 ブラウン", "variant"),
        ("ハナダ クマ チャーリー 30cm ベージュ", "ハナダ クマ チャーリー 30cm ブラウン", "variant"),
        ("ハナダ トート HT707 ブラック", "ハナダ トート HT707 Noir", "same"),
        ("ハナダ ウォッチ HW41 ローズゴールド", "ハナダ ウォッチ HW41 ゴールド", "variant"),
        ("ハナダ ウォッチ HW41 ローズゴールド", "Hanada Watch HW41 Rose Gold", "same"),
        ("ハナダ ウォッチ DW00199163 メルローズ ローズゴールド", "ハナダ ウォッチ DW00199163 メルローズ", "same"),
        ("ブラウン シェーバー シリーズ9 9567cc", "BRAUN シェーバー シリーズ9 9567cc 黒", "unsure"),
        ("ハナダ ヘルム マットブラック", "ハナダ ヘルム ブラック", "unsure"),
        ("ハナダ ヘルム HZX810 マットブラック", "ハナダ ヘルム HZX810 マット ブラック", "same"),
        ("ハナダ ギター HFG810 Natural", "ハナダ ギター HFG810 TBS", "unsure"),
        ("ハナダ ファン HDSX60-W ホワイト", "ハナダ HDSX60-W DCファン", "same"),
        ("ハナダ 本棚 HTN1859", "ハナダ 本棚 HTN1859 全3色", "unsure"),
        ("ハナダ Runner HRN265100 Black/Powder Gray", "ハナダ Runner HRN265100 Black", "same"),
        ("ハナダ ヘルム HZX マットブラック", "ハナダ ヘルム HZX Matte Black", "same"),
        ("ハナダ ヘルム HZX パールホワイト", "ハナダ ヘルム HZX Matte White", "unsure"),
        ("ハナダ ワンデー ナチュラル 20枚", "ハナダ ワンデーナチュラル 20枚", "same"),
        ("ハナダ ナイフ スウェーデン MG オリーブ", "ハナダ ナイフ スウェーデン MG オリーブグリーン", "same"),
        ("ハナダ ジェット 240ml", "ハナダ ブラックジェット 240ml", "unsure"),
        ("ハナダ グロウハイライト 02 シャンパンベージュ", "ハナダ グロウハイライト 03", "variant"),
        ("ハナダ ゴーグル HSR72N スモーク", "ハナダ ゴーグル HSR72N クリア", "variant"),
        ("ハナダ サンビーム B85906 白 24.0cm", "ハナダ サンビーム B85906 白/黒/赤 24cm", "same"),
        ("ハナダ サンビーム B85906 白 24.0cm", "ハナダ サンビーム B85906 白 黒 赤", "unsure"),
        ("ハナダ チョコ 8個", "ハナダ チョコ グレープストーン 8個", "unsure"),
        ("ハナダ 絵具 HW405 24色", "ハナダ 透明水彩絵具 HW405 24色", "same"),
        ("ハナダ 炊飯器 炎炊き HJR-A10 マットブラック", "ハナダ 炊飯器 炎炊き HJR-A10KM", "same"),
        ("ハナダ 乾燥機 カララ HK-C3-P ピンク", "ハナダ 乾燥機 カララ HK-C3-P 送料無料", "same"),
        ("ハナダ 乾燥機 カララ HK-C3-P ブルー", "ハナダ 乾燥機 カララ HK-C3-P 送料無料", "unsure"),
        ("ハナダ 乾燥機 カララ HK-C3 ピンク", "ハナダ 乾燥機 カララ HK-C3 送料無料", "unsure"),
        ("ハナダ 時計 HSE 40mm ミッドナイト", "ハナダ 時計 HSE 40mm ミッドナイトアルミニウムケース", "same"),
        ("ハナダ スプレー Light Blue 100ml", "ハナダ スプレー ライトブルー 100ml", "same"),
        ("ハナダ ブルー ドゥ ハナダ 100ml", "ハナダ ブルードゥハナダ 100ml", "same"),
        ("ハナダ スプレー Blue 100ml", "ハナダ スプレー ライトブルー 100ml", "unsure"),
        ("ハナダ スプレー ホワイト 100ml", "ハナダ スプレー ホワイトパール 100ml", "unsure"),
        ("ハナダ スプレー ライトブルー 100ml", "ハナダ スプレー Dark Blue 100ml", "unsure"),
        ("ホワイトハウスコックス 財布 HS7660 ブラック", "Whitehouse Cox HS7660 WALLET BLACK", "same"),
        ("ホワイトハウスコックス 財布 HS7660 ブラック", "ホワイトハウスコックス 財布 HS7660", "unsure"),
        ("ゴールドウイン パーカー GHW7660 L ネイビー", "GOLDWIN パーカー GHW7660 L ゴールド", "variant"),
        ("レザーマン ハナダ シルバー", "LEATHERMAN ハナダ Silver", "same"),
    ],
)
def test_colours_are_told_from_names(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ カレーゴールド 中辛 180g", "ハナダ カレ－ゴ－ルド 中辛 180g", "same"),
        ("ハナダ カレーゴールド 中辛 180g", "ハナダ カレ－シルバ－ 中辛 180g", "variant"),
        ("ハナダ カレーゴールド 中辛 180g", "ハナダ カレ－ 中辛 180g", "unsure"),
        ("ハナダ セーター ブラック－ホワイト 25cm", "ハナダ セーター ブラック 25cm", "unsure"),
    ],
)
def test_a_wide_dash_in_katakana_is_a_long_vowel(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ マグネットラック ホワイト", "ハナダ マグネットラック ホワイト ブラック", "unsure"),
        ("ハナダ クッキー ホワイト 36枚", "ハナダ クッキー ホワイト&ブラック 36枚", "unsure"),
        ("ハナダ バケットボックス HBM-7100 ブラック", "ハナダ バケットボックス HBM-7100 グリーン/ブラック", "unsure"),
        ("ハナダ バケットボックス HBM-7100 ブラック", "ハナダ バケットボックス HBM-7100 ブラック/グリーン", "same"),
        ("ハナダ サンビーム HB8590 緑 24.0cm", "ハナダ サンビーム HB8590 白/緑 24cm", "same"),
        ("ハナダ スマホ ヨツバ Obsidian", "ハナダ スマホ ヨツバ Obsidian 黒", "same"),
        ("ハナダ ヘルム ミッドナイトブラック", "Hanada ハナダ ヘルム Midnight Black", "same"),
    ],
)
def test_another_colour_beside_the_wanted_one_leaves_it_open(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("セイコー 腕時計 HBTR029 クロノグラフ シルバー", "セイコー クロノグラフ HBTR029 10気圧防水", "same"),
        ("セイコー 腕時計 HBTR029 クロノグラフ シルバー", "セイコー クロノグラフ HBTR027", "variant"),
        ("セイコー 腕時計 HBTR029 クロノグラフ シルバー", "セイコー クロノグラフ HBTR029 ゴールド", "variant"),
        ("オムロン 治療器 HV-F129 ホワイト", "オムロン 治療器 HV-F129", "unsure"),
        ("ハナダ 眼鏡 HB2140F 901 52 ブラック/グリーン", "ハナダ 眼鏡 HB2140F 901 52サイズ", "same"),
        ("ハナダ 眼鏡 HB2140F 901 52 ブラック/グリーン", "ハナダ 眼鏡 HB2140F 902 52サイズ", "unsure"),
        ("ハナダ 眼鏡 HB2140F 901 52 ブラック/グリーン", "ハナダ 眼鏡 HB2140F 52サイズ", "unsure"),
        ("ハナダ 眼鏡 HB2140F 2024 ブラック", "ハナダ 眼鏡 HB2140F 2024", "unsure"),
        ("ノースフェイス リュック シングル HM72305 ブラック", "ノースフェイス リュック シングル HM72305", "unsure"),
        ("ノースフェイス リュック シングル HM72305 ブラック", "ノースフェイス シングル HM72305 黒", "same"),
    ],
)
def test_a_number_that_counts_each_article_tells_its_colour(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ クリームカラー 4G 自然な褐色", "Hanada ハナダ クリームカラー 4G ナチュラルブラウン", "same"),
        ("ハナダ クリームカラー 自然な褐色", "ハナダ クリームカラー 明るい褐色", "unsure"),
        ("ハナダ クリームカラー 自然な褐色", "ハナダ クリームカラー ライトブラウン", "unsure"),
        ("ハナダ クリームカラー 自然な褐色", "ハナダ クリームカラー 黒", "variant"),
        ("ハナダ ポンプ ジョー 3 イエロー", "ハナダ ポンプ ジョー 3 YEL", "same"),
        ("ハナダ ポンプ ジョー 3 ブラウン", "ハナダ ポンプ ジョー 3 BRN", "same"),
        ("ハナダ ポンプ ジョー 3 イエロー", "ハナダ ポンプ ジョー 3 GRN", "variant"),
    ],
)
def test_a_colour_is_known_shortened_and_as_one_of_hair(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ドリッパー 02 クリア", "ハナダ ドリッパー 01 クリア", "unsure"),
        ("ハナダ リップ 01 ピンク", "ハナダ リップ 02 ピンク", "unsure"),
        ("ハナダ リップ 01 ピンク", "ハナダ リップ 01 ピンク 新品", "same"),
        ("ハナダ リップ 01 ピンク", "ハナダ リップ ピンク", "same"),
        ("ハナケン2級 過去問 2025年度版", "ハナケン準2級 過去問 2025年度版", "unsure"),
        ("ハナケン準2級 過去問 2025年度版", "ハナケン 準2級 過去問 2025年度版", "same"),
    ],
)
def test_numbers_before_a_colour_and_what_makes_a_grade_a_lesser_one_are_told_apart(wanted, offer, verdict):
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ショルダーバッグ ラミル 622-66998 グリーン", "ハナダ ラミル ショルダーバッグ 622-66998", "unsure"),
        ("ハナダ ショルダーバッグ ラミル 622-66998 グリーン", "ハナダ ラミル 622-66998 緑", "same"),
        ("ハナダ ショルダーバッグ ラミル 622-66998 グリーン", "ハナダ ラミル 622-66998 GN", "same"),
        ("ハナダ スーツケース 02984 ブラック", "ハナダ スーツケース 02984 3年保証", "unsure"),
        ("ハナダ ワゴン レッド 2000021998", "ハナダ ワゴン 2000021998 折りたたみ", "same"),
        ("ハナダ 電気毛布 HMS-13 ブラウン", "ハナダ 電気毛布 HMS-13 ブラウン 山善", "same"),
        ("ハナダ 電気毛布 HMS-13 ブラウン", "ハナダ 電気毛布 HMS-13 ピンク 山善", "variant"),
    ],
)
def test_few_digits_tell_no_colour(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ シェーバー 51-H1000s ミントグリーン", "ハナダ シェーバー 51-H1000s ミント", "same"),
        ("ハナダ シェーバー 51-H1000s ミントグリーン", "ハナダ シェーバー 51-H1000s", "unsure"),
        ("ハナダ 日傘 801-6498 オフホワイト", "ハナダ 日傘 801-6498 オフ", "same"),
        ("ハナダ シェーバー 51-H1000s ライトグリーン", "ハナダ シェーバー 51-H1000s ライト付", "unsure"),
        ("ハナダ 布団 シングル ホワイトダックラミル85%", "ハナダ 布団 シングル ホワイトダック ラミル85%", "same"),
        ("ハナダ 布団 シングル ホワイトダック ラミル85%", "ハナダ 布団 シングル ホワイトダックラミル85%", "same"),
        ("ハナダ 布団 シングル ホワイトダックラミル85%", "ハナダ 布団 シングル ホワイトグース ラミル85%", "unsure"),
        ("ハナダ 布団 シングル ホワイトダックラミル85%", "ハナダ 布団 シングル ホワイトダック フェザー85%", "unsure"),
    ],
)
def test_a_shade_is_told_by_its_own_word_and_cut_in_two(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "is_same"),
    [
        ("ハマノ ソロブレンダー RSB-3 ホワイト", "ハマノ ソロブレンダー RSB-3(W) ホワイト ミキサー", True),
        ("ハマノ デスクライト Z-10R B ブラック", "ハマノ デスクライト Z-10R ブラック", True),
        ("ハマノ スゴカ 4キャス HT ネイビー", "ハマノ スゴカ 4キャス HT NB ネイビー", True),
        ("ハマノ ソロブレンダー RSB-3 ホワイト", "ハマノ ソロブレンダー RSB-3(S) ホワイト ミキサー", False),
        ("ハマノ デスクライト Z-10R X ブラック", "ハマノ デスクライト Z-10R ブラック", False),
        ("ハマノ スゴカ 4キャス ネイビー", "ハマノ スゴカ 4キャス HT ネイビー", False),
        ("ハマノ スゴカ 4キャス ホワイト", "ハマノ スゴカ 4キャス W ホワイト", False),
        ("ハマノ スゴカ 4キャス HT ブラック", "ハマノ スゴカ 4キャス HT NB ブラック", False),
    ],
)
def test_letters_before_a_colour_that_both_name_may_stand_for_it(wanted, offer, is_same):
    assert (compare(Thing(wanted), Thing(offer)).sameness == "same") is is_same


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ピアス ラミル 5408498 クリア", "ハナダ ラミル ピアス ホワイト 5408498", "same"),
        ("ハナダ 腕時計 HBTR029 シルバー", "ハナダ 腕時計 HBTR029 ブラック文字盤", "same"),
        ("ハナダ 腕時計 HC1144-51C シルバー", "ハナダ HC1144-51C 腕時計", "same"),
        ("ハナダ ピアス ラミル 5408498 クリア", "ハナダ ラミル ピアス クリア 5408499", "variant"),
        ("ハナダ ピアス ラミル 5408498 シルバー", "ハナダ ラミル ピアス ゴールド 5408498", "variant"),
        ("ハナダ 腕時計 HA-B2100 ブラック", "ハナダ 腕時計 HA-B2100 ホワイト", "variant"),
        ("ハナダ 腕時計 HA-B2100 ブラック", "ハナダ 腕時計 HA-B2100", "unsure"),
        ("ハナダ 腕時計 H2239B1 ブラック", "ハナダ 腕時計 H2239B1 ホワイト", "variant"),
        ("ハナダ リュック 5408498 ブラック", "ハナダ リュック ホワイト 5408498", "variant"),
    ],
)
def test_a_watch_or_a_jewel_is_known_by_its_number(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict
