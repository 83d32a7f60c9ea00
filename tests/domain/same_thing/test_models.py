"""Makers' numbers that shops write otherwise, leave out, or put others beside."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ プレート HPB021-RD レッド", "ハナダ プレート HPB021 RD 赤", "same"),
        ("ハナダ 炊飯器 HNV210-BK ブラック", "ハナダ HNV210 BK 炊飯器 黒", "same"),
        ("ハナダ A4 プリンター HDP-528N ホワイト", "ハナダ HDP-528N プリンター ホワイト", "same"),
        ("ハナダ ケーブル HCA003WH 1m ホワイト", "ハナダ ケーブル HCA003WH MFi認証 1m 白", "same"),
        ("ハナダ 24インチモニター HPM2422", "ハナダ HPM2422 23.8インチ モニター", "same"),
        ("タブレット (第10世代) HQX4J1 シルバー", "ハナダ タブレット HQX4J1 シルバー 2022年モデル", "same"),
        ("ハナダ 23レガータ HLT2500S", "ハナダ レガータ HLT2500S", "unsure"),
        ("スパーダ2023 HCL1200 500ml", "スパーダ HCL1200 500ml", "unsure"),
        ("ハナダ ヘッドホン K3 G2 HHP371", "ハナダ ヘッドホン K3 HHP371", "unsure"),
        ("ハナダ イヤホン HZE3000 黒", "ハナダ イヤホン HZE3000 SV 黒", "unsure"),
    ],
)
def test_paper_letters_and_inches_beside_a_shared_number_count_no_generations(
    wanted: str, offer: str, verdict: str
) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("アディダス スニーカー HX1234 ホワイト 24cm", "アディダス スニーカー ホワイト 24cm", "unsure"),
        ("ロジクール ワイヤレスマウス HM650MG グレー 3個", "ロジクール ワイヤレスマウス グレー 3個", "unsure"),
        ("アディダス サンバード HX1234 ホワイト 24cm", "アディダス サンバード ホワイト 24cm", "same"),
    ],
)
def test_a_number_is_left_out_only_beside_a_name(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("エアリス コンタクト 30枚 【BC】8.5 -3.00", "エアリス コンタクト 30枚 BC8.5 PWR-3.00", "same"),
        ("エアリス コンタクト 30枚 BC:8.5 PWR:-3.00", "エアリス コンタクト 30枚 BC 8.5mm P-3.00", "same"),
        ("エアリス コンタクト 30枚 BC:8.5 PWR:-3.00", "エアリス コンタクト 30枚 BC 9.0mm P-3.00", "variant"),
        ("エアリス コンタクト 30枚 【BC】8.5 -3.00", "エアリス コンタクト 30枚 BC 8.5 -3.25", "variant"),
        ("1-Day AERIS Oasys 30枚 BC8.5 P-3.00", "ワンデー エアリス オアシス 30枚入 BC8.5 PWR-3.00", "same"),
        ("1-Day AERIS Oasys 30枚 BC8.5 P-3.00", "ワンデー エアリス オアシス 乱視用 30枚入 BC8.5 PWR-3.00", "unsure"),
    ],
)
def test_the_curve_of_a_lens_is_no_number_of_its_maker(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ RF50mm F1.8 STM", "ハナダ 単焦点レンズ RF50F1.8STM", "same"),
        ("ハナダ EF50mm F1.8 STM", "ハナダ EF 50mm f/1.8 STM Lens", "same"),
        ("ハナダ EF50mm F1.8 STM", "ハナダ 単焦点レンズ EF50/1.8 STM", "same"),
        ("ハナダ EF50mm F1.8 STM", "ハナダ 単焦点レンズ EF50/1.4 STM", "variant"),
        ("ハナダ EF50mm F1.8 STM", "ハナダ RF50F1.8STM", "unsure"),
    ],
)
def test_how_far_and_how_wide_a_lens_sees_is_read_in_one_or_apart(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ローション SP II しっとり 170ml", "ハナダ ローション SP2 しっとり 170mL", "same"),
        ("ハナダ ローション SP II しっとり 170ml", "ハナダ ローション SP3 しっとり 170mL", "unsure"),
        ("ハナダ ライトベルグ 600DX 黒", "ハナダ ライトベルグ 600 DX 黒", "same"),
        ("ハナダ ライトベルグ 600DX 黒", "ハナダ ライトベルグ 800 DX 黒", "unsure"),
        ("ハナダ iO Series 5 歯ブラシ 黒", "ハナダ iO5 歯ブラシ 黒", "same"),
        ("ハナダ iO Series 5 歯ブラシ 黒", "ハナダ iO7 歯ブラシ 黒", "unsure"),
        ("ハナダ カムリア KAMLI-3 白 L", "ハナダ カムリア KAMLI-III 白 L", "same"),
        ("ハナダ 瞬鉄 HJJ 9660 黒 21.0cm", "ハナダ 瞬鉄 HJJ-9660 黒 21.0", "same"),
        ("ハナダ 瞬鉄 HJJ 9660 黒 21.0cm", "ハナダ 瞬鉄 HJJ-9660 黒 22.0", "unsure"),
        ("ハナダ 23レガータ HLT2500S", "ハナダ レガータ HLT 2500S 2023年モデル", "same"),
        ("ハナダ 23レガータ HLT2500S", "ハナダ レガータ HLT 2500S 2023 スピニングリール", "same"),
        ("ハナダ 23レガータ HLT2500S", "ハナダ レガータ HLT 2500S 2020 スピニングリール", "unsure"),
    ],
)
def test_a_number_and_the_word_beside_it_are_read_in_one_or_apart(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ くるりんチャペル", "ハナダ くるりんチャペル HF-10 1歳から", "same"),
        ("ハナダ ツキノワブレイド 替刃 20枚入", "ハナダ ツキノワブレイド HB-20 替刃 20枚", "same"),
        ("ハナダ くるりんチャペル", "ハナダ くるりんチャペル MK-2 1歳から", "unsure"),
        ("ハナダ くるりんチャペル HF-10", "ハナダ くるりんチャペル HF-20 1歳から", "variant"),
        ("ハナダ くるりんチャペル T3", "ハナダ くるりんチャペル T3 HF-10", "unsure"),
    ],
)
def test_a_number_of_a_catalogue_tells_nothing_of_a_thing_that_has_none(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ アクションカム HERA12 CHDX-121 黒", "ハナダ アクションカム HERA12 黒 5.3K60", "same"),
        ("ハナダ オズモリア 3 クリエイト", "ハナダ オズモリア 3 クリエイト 4K/120fps 3-Axis", "same"),
        ("ハナダ ルーター HX55 11ax HR3000", "ハナダ HX55 無線LANルーター HR3000", "same"),
        ("ハナダ ラチェット 9.5sq HR3E", "ハナダ HR3E ラチェット 差込角9.5mm 36ギヤ", "same"),
        ("ハナダ 1461 3ホールシューズ 黒 UK7", "ハナダ 1461 3EYE 黒 UK7", "same"),
        ("ハナダ 1460 8ホールブーツ 黒 UK6", "ハナダ 1460 黒 UK6", "same"),
        ("ハナダ 1460 8ホールブーツ 黒 UK6", "ハナダ 1460 10ホールブーツ 黒 UK6", "variant"),
        ("ハナダ ラチェット 9.5sq HR3E", "ハナダ HR3E ラチェット 差込角12.7mm", "variant"),
        ("ハナダ ドライブレコーダーZ 1080p", "ハナダ ドライブレコーダーZ 1440p", "variant"),
        ("ハナダ HDDリア 4TB 5400rpm", "ハナダ HDDリア 4TB 7200rpm", "variant"),
    ],
)
def test_what_a_thing_does_in_figures_is_no_number_of_its_maker(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ マグボトル HOK-500 MTBK マットブラック", "ハナダ マグボトル HOK500 マットブラック", "same"),
        ("ハナダ マグボトル HOK-500 MTWH マットホワイト", "ハナダ マグボトル HOK500 マットホワイト", "same"),
        ("ハナダ マグボトル HOK-500 MTBK マットブラック", "ハナダ マグボトル HOK500 マットホワイト", "variant"),
        ("ハナダ マグボトル HOK-500 MTRK マットブラック", "ハナダ マグボトル HOK500 マットブラック", "unsure"),
        ("ハナダ 液晶テレビ HJ-43X75WL", "ハナダ HJ43X75WL テレビ", "same"),
        ("ハナダ 液晶テレビ HJ-43X75WL", "ハナダ HJ43X80WL テレビ", "variant"),
        ("ハナダ 木箱 30x20cm", "ハナダ 木箱 30×20cm", "same"),
    ],
)
def test_an_x_in_a_number_is_no_sign_and_letters_before_those_of_a_colour_are_its_finish(
    wanted: str, offer: str, verdict: str
) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ReFa ファインブレラ S シルバー HS-BC02B", "リファ ファインブレラ S シルバー", "same"),
        ("クレイル イオンカーバ プロ SR-32 C73310", "クレイル イオンカーバ プロ SR32 32ミリ", "same"),
        ("サウンダル Libarty 4 ブラック A3953N11", "サウンダル リバティ4 ブラック", "same"),
        ("ハナダ クラシカ ケトル HKE-4100 1.2L ホワイト", "Hanada クラシカ ケトル 1.2L ホワイト", "same"),
        ("ハナダ ケトル HKE-4100 1.2L ホワイト", "ハナダ ケトル 1.2L ホワイト", "unsure"),
        ("ハナダ リュック HRK-4100 ブラック L", "ハナダ リュック ブラック L", "unsure"),
        ("ハナダ クラシカ ケトル HKE-4100 ホワイト", "ハナダ クラシカ ケトル ホワイト", "unsure"),
        ("ハナダ クラシカ ケトル HKE-4100 1.2L ホワイト", "アサダ クラシカ ケトル 1.2L ホワイト", "unsure"),
    ],
)
def test_a_maker_that_nobody_knows_stands_in_for_a_number_as_a_known_one_does(
    wanted: str, offer: str, verdict: str
) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ スチーマー HA-FS60A-H グレー", "ハナダ スチーマー HAFS60A グレー", "same"),
        ("ハナダ ドライヤー EH-NA0J-A 紺", "ハナダ ドライヤー EHNA0J 紺 速乾", "same"),
        ("ハナダ スチーマー HA-FS60A-H グレー", "ハナダ スチーマー HAFS60B グレー", "variant"),
        ("ハナダ スチーマー HA-FS60A-H グレー", "ハナダ スチーマー HAFS70A グレー", "variant"),
        ("ハナダ スチーマー HA-FS60A-H グレー", "ハナダ スチーマー HAFS60A 黒", "variant"),
    ],
)
def test_a_number_without_hyphens_that_reads_as_a_word(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ Hi10 MAX ドライバー 青 TM50 S", "Hi10MAX ドライバー S 青 TM50", "same"),
        ("ハナダ Hi10 MAX ドライバー 10.5 BLUE TM50 S", "Hi10MAX 10.5 S ブルー TM50", "same"),
        ("ハナダ Hi10 ドライバー 10.5 S", "ハナダ Hi10MAX ドライバー 10.5 S", "variant"),
        ("ハナダ Hi10 MAX ドライバー 10.5 S", "ハナダ Hi10 ドライバー 10.5 S", "variant"),
        ("ハナダ Hi10 MAX ドライバー 10.5 S", "ハナダ Hi10Plus ドライバー 10.5 S", "variant"),
        ("ハナダ Hi10 MAX ドライバー 10.5 S", "ハナダ Hi20MAX ドライバー 10.5 S", "variant"),
    ],
)
def test_a_line_grown_together_with_a_short_number(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        (
            "ハナダ グリップパッド サンダー for Nintendo Switch ブルー HGP-512",
            "ハナダ グリップパッド サンダー ブルー for Nintendo Switch",
            "same",
        ),
        (
            "ロジクール サンダー トレイルパッド グレー HTP360GRY",
            "ロジクール サンダー トレイルパッド グレー 送料無料",
            "same",
        ),
        (
            "ロジクール サンダー トレイルパッド グレー HTP360GRY",
            "ロジクール サンダー トレイルパッド ミニ グレー 送料無料",
            "variant",
        ),
        ("ロジクール サンダー トレイルパッド グレー HTP360GRY", "ロジクール サンダー トレイルパッド 白", "variant"),
        ("ロジクール サンダー トレイルパッド グレー HTP360GRY", "ロジクール サンダー トレイルパッド", "unsure"),
        ("ロジクール サンダー トレイルパッド グレー HTP360GRY", "ロジクール サンダーパッド グレー", "unsure"),
        ("ロジクール サンダー トレイルパッド HTP360", "ロジクール サンダー トレイルパッド", "unsure"),
        ("ロジクール マウス グレー HTP360GRY", "ロジクール マウス グレー", "unsure"),
        (
            "ロジクール サンダー トレイルパッド グレー HTP360GRY",
            "ロジクール サンダー トレイルパッド グレー HTP380",
            "variant",
        ),
    ],
)
def test_a_whole_name_and_its_colour_stand_for_a_number(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ クリーナー ミーレ 11S ホワイト", "ハナダ クリーナー ミーレ 11S 1300Pa ホワイト", "same"),
        ("ハナダ 電源 サンボルト C1200 グレー", "ハナダ 電源 サンボルト C1200 1056Wh グレー", "same"),
        ("ハナダ 電源 サンボルト グレー 512Wh", "ハナダ 電源 サンボルト 1024Wh グレー", "variant"),
        ("ハナダ メモリ PC4-25600 8GB HCT8G4S32A", "HCT8G4S32A ハナダ 8GB DDR4 260pin メモリ", "same"),
        ("ハナダ メモリ PC4-25600 8GB", "ハナダ メモリ PC4-25600 16GB", "variant"),
        ("ハナダ メモリ PC4-25600 8GB HCT8G4S32A", "ハナダ メモリ PC4-25600 8GB 低電圧", "unsure"),
        ("ハナダ カメラ タポ 300万画素 屋内", "ハナダ カメラ タポ 5MP 屋内", "variant"),
        ("ハナダ ルーペ クール 1.6x 黒", "ハナダ ルーペ クール 1.6倍 黒", "same"),
        ("ハナダ ルーペ クール 1.6x 黒", "ハナダ ルーペ クール 1.85倍 黒", "variant"),
        ("ハナダ 敷きパッド シングル Q-MAX0.5 ネイビー", "ハナダ 枕パッド Q-MAX0.5 ネイビー", "unsure"),
        ("ハナダ 敷きパッド シングル Q-MAX0.5 ネイビー", "ハナダ 敷きパッド シングル Q-MAX0.4 ネイビー", "variant"),
    ],
)
def test_what_a_figure_with_a_unit_measures_is_no_number_of_its_maker(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 眼鏡 HB2140F 901 52", "ハナダ 眼鏡 HB2140F 902 52", "unsure"),
        ("ハナダ 眼鏡 HB2140F 901 52", "ハナダ 眼鏡 HB2140F 901 新品", "same"),
        ("ハナダ 眼鏡 HB2140F 901 52", "ハナダ 眼鏡 HB2140F 2024 901", "same"),
        ("ハナダ カレンダー 2026 HD-3098", "ハナダ カレンダー 2025年 HD-3098", "unsure"),
        ("ハナダ カレンダー 2026 HD-3098", "ハナダ カレンダー 2026年 HD-3098 1年保証", "same"),
        ("ハナダ カレンダー 2026 HD-3098", "ハナダ カレンダー HD-3098 2年保証", "same"),
    ],
)
def test_another_number_or_year_beside_a_shared_number_is_another_sort(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("キヤノン プリンター HIXUS TS3930 白", "キヤノン プリンター HIXUSTS3930 白", "same"),
        ("キヤノン プリンター HIXUS TS3930 白", "キヤノン プリンター HIXUSTS3930S 白", "variant"),
        ("キヤノン プリンター HIXUS TS3930 白", "キヤノン プリンター HIXUSTS3980 白", "variant"),
        ("Intel Kore h5-13900F BOX", "Intel Koreh5-13900F BOX 10コア", "same"),
        ("Intel Kore h5-13900F BOX", "Intel Koreh5-13900KF BOX 10コア", "variant"),
        ("ハナダ Tシャツ 5001-09 ネイビー XL", "ハナダ Tシャツ 500109 086ネイビー XL", "same"),
        ("ハナダ Tシャツ 5001-09 ネイビー XL", "ハナダ Tシャツ 500108 086ネイビー XL", "variant"),
        ("ハナダ Tシャツ 5001-09 ネイビー XL", "ハナダ Tシャツ 500109 ネイビー L", "variant"),
        ("ハナダ アスレ 上履き 2E 白 19.0cm", "ハナダ アスレ 上履き 白 19cm", "same"),
        ("ハナダ アスレ ローファー 3E 黒 23.5cm", "ハナダ アスレ ローファー EEE 黒 23.5cm", "same"),
        ("ハナダ アスレ 上履き 2E 白 19.0cm", "ハナダ アスレ 上履き 4E 白 19cm", "variant"),
        ("ハナダ アスレ 上履き 2E 白 19.0cm", "ハナダ アスレ 上履き 2E 白 20cm", "variant"),
        ("ハナダ ボディボール M B973W ホワイト", "ハナダ ボディボール M ホワイト", "same"),
        ("ハナダ チェーン 535VX3-120ZB ゴールド", "ハナダ チェーン 535VX3 120L ゴールド", "same"),
        ("ハナダ チェーン 535VX3-120ZB ゴールド", "ハナダ チェーン 535VX3 110L ゴールド", "unsure"),
        ("ハナダ チェーン 535VX3-120ZB ゴールド", "ハナダ チェーン 535VX3 ゴールド", "unsure"),
        ("ハナダ ボディボール M B973W ホワイト", "ハナダ ボディボール M ブラック", "variant"),
    ],
)
def test_a_number_is_known_run_together_with_a_name_and_with_its_signs_left_out(
    wanted: str, offer: str, verdict: str
) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ヤマハ 電子ピアノ V-Line CP-73K", "ヤマハ CP-73K V-Line 電子ピアノ", Sameness.SAME),
        ("ヤマハ 電子ピアノ V-Line CP-73KV", "ヤマハ CP-73K V-Line 電子ピアノ", Sameness.UNSURE),
        (
            "オーディオテクニカ ヘッドホン ATH-M30x ブラック",
            "オーディオテクニカ ATH-M30xBK ヘッドホン ブラック",
            Sameness.SAME,
        ),
        (
            "オーディオテクニカ ヘッドホン ATH-M30x ブラック",
            "オーディオテクニカ ATH-M30xBT ヘッドホン ブラック",
            Sameness.UNSURE,
        ),
    ],
)
def test_letters_that_begin_the_next_word_or_name_bluetooth_are_none_of_a_colour(wanted, offer, verdict):
    assert compare(Thing(wanted), Thing(offer)).sameness is verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        (
            "一番くじ 星の旅 XX20記念 A賞 騎士 フィギュア",
            "一番くじ 星の旅 A賞 騎士 フィギュア 新品未開封",
            Sameness.SAME,
        ),
        ("一番くじ 星の旅 A賞 騎士 フィギュア", "一番くじ 星の旅 B賞 騎士 フィギュア", Sameness.VARIANT),
        (
            "一番くじ 星の旅 XX20記念 A賞 フィギュア",
            "一番くじ 星の旅 XX20記念 ラストワン賞 フィギュア",
            Sameness.VARIANT,
        ),
        ("一番くじ 星の旅 XX20記念 A賞 フィギュア", "一番くじ 星の旅 XX20記念 フィギュア", Sameness.UNSURE),
    ],
)
def test_prizes_of_a_lottery_are_told_apart(wanted, offer, verdict):
    assert compare(Thing(wanted), Thing(offer)).sameness is verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ネックレス H10 111714152498", "ハナダ H10PG ネックレス 111714152498", "same"),
        ("ハナダ アイロン HR-32mm H73310 白", "ハナダ アイロン HR-32 H73310 白", "same"),
        ("ハナダ ネックレス H10 111714152498", "ハナダ H18 ネックレス 111714152498", "variant"),
        ("ハナダ ネックレス H10 111714152498", "ハナダ H10PG ネックレス 111714152499", "variant"),
        ("ハナダ カメラ H10", "ハナダ カメラ H10PG", "variant"),
        ("ハナダ カム C278n HD 720P 黒", "ハナダ カム C278n 720P 黒", "same"),
        ("ハナダ カム C278n HD 720P 黒", "ハナダ カム C278n PRO 720P 黒", "unsure"),
        ("ハナダ 32V型 テレビ 32H35N", "ハナダ 32H35N 液晶保護パネル 32型 テレビ保護パネル", "accessory"),
        ("ハナダ 32V型 テレビ 32H35N", "ハナダ 32H35N 32型 液晶テレビ", "same"),
    ],
)
def test_letters_behind_a_code_say_more_of_what_a_number_names(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict
