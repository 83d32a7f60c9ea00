"""What a label tells in one way and a shop in another, and what is left out that others tell."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 酎ハイ すだち ALC.5% 350ml×24本", "ハナダ 酎ハイ すだち 5% 350ml 24本", "same"),
        ("ハナダ 酎ハイ すだち ALC.5% 350ml×24本", "ハナダ 酎ハイ すだち 9% 350ml 24本", "variant"),
        ("ハナダ 麦焼酎 25度 1800ml パック", "ハナダ 麦焼酎 25% 1800mlパック", "same"),
        ("ハナダ 麦焼酎 25度 1800ml パック", "ハナダ 麦焼酎 25% 1800ml", "unsure"),
        ("ハナダ 麦焼酎 25度 1800ml パック", "ハナダ 麦焼酎 20% 1800mlパック", "variant"),
        ("ハナダ マットレス 三つ折り シングル 5cm HMT-S", "ハナダ マットレス 3つ折り シングル 5cm HMT-S", "same"),
        ("ハナダ 財布 二つ折り ラミル 茶", "ハナダ 財布 3つ折り ラミル 茶", "variant"),
        ("ハナダ ハブ 4ポート HUH-4290", "ハナダ ハブ USB-A×4ポート HUH-4290", "same"),
        ("ハナダ ハブ 4ポート 黒", "ハナダ ハブ USB-A×7ポート 黒", "variant"),
        ("ハナダ ミニ四駆 ラミル 18690", "ハナダ ミニ四駆 ラミル 18690 組み立てキット", "same"),
        ("ハナダ ミニ四駆 ラミル 18690", "ハナダ ミニ四駆 ラミル 18690 2組", "variant"),
        ("ハナダ ラミルゼロ 洗濯洗剤 つめかえ 1350g", "ハナダ ラミルゼロ 洗濯洗剤 詰替え 1350g 部屋干し", "same"),
        ("ハナダ ラミルゼロ 洗濯洗剤 つめかえ 1350g", "ハナダ ラミルゼロ 部屋干し 洗濯洗剤 詰替え 1350g", "variant"),
        ("ハナダ ラミルゼロ 部屋干し つめかえ 1350g", "ハナダ ラミルゼロ つめかえ 1350g", "variant"),
        ("ハナダ スピーカー 17cm HTS-F1740", "ハナダ スピーカー 17cm HTS-F1740 左右セット", "same"),
        ("ハナダ 掃除機 HCL107 白", "ハナダ 掃除機 HCL107 白 標準セット", "same"),
        ("ハナダ 掃除機 HCL107 白", "ハナダ 掃除機 HCL107 白 充電セット", "unsure"),
        ("ハナダ ジャージ上下 848016 黒 140", "ハナダ ジャージ 848016 上下セット 黒 140cm", "same"),
        ("ハナダ ジャージ 848016 黒 140", "ハナダ ジャージ 848016 上下セット 黒 140cm", "unsure"),
        ("ハナダ 電子ドラム HD-02KV", "ハナダ 電子ドラムセット HD-02KV", "same"),
        ("ハナダ 電子ドラム HD-02KV", "ハナダ 電子ドラム HD-02KV スティックセット", "unsure"),
        ("ハナダ ミルクパン 16cm つや消し", "ハナダ ミルクパン 16cm マット", "same"),
        ("ハナダ ランドセル ラミル 男の子 黒", "ハナダ ランドセル ラミル 黒 男児", "same"),
        ("ハナダ ランドセル ラミル 男の子 黒", "ハナダ ランドセル ラミル 黒 女児", "unsure"),
    ],
)
def test_one_and_the_same_is_told_in_several_ways(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ スマートリモコン ラミル HSR410", "ハナダ ラミル 赤外線リモコン HSR410", "same"),
        ("ハナダ HB-410 バッテリーパック", "ハナダ 純正バッテリー HB-410", "same"),
        (
            "ハナダ ジャンプスターター HJ-4100 モバイルバッテリー兼用",
            "ハナダ ジャンプスターター HJ-4100 バッテリー上がり",
            "same",
        ),
        ("ハナダ HB-410 バッテリーパック", "ラミル HB-410 バッテリー ハナダ 対応", "accessory"),
        ("ハナダ HB-410 バッテリーパック", "ハナダ HB-410 充電器", "accessory"),
        ("ハナダ モバイルバッテリー HMB410", "ハナダ HMB410 交換バッテリー", "accessory"),
        ("ハナダ スマートリモコン HSR410", "ハナダ HSR410用 リモコン", "accessory"),
        ("ハナダ スーツケース HSC410 68L", "ハナダ HSC410 カバー", "accessory"),
        ("ハナダ ウォッチ 41mm アルミニウムケース", "ハナダ ウォッチ 41mm ケース", "accessory"),
    ],
)
def test_a_part_that_the_thing_itself_is_is_none(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        (
            "ハナダ ラミル マグネット ディスペンサーホルダー 白",
            "ハナダ ラミル マグネットディスペンサーホルダー 白",
            "same",
        ),
        ("ハナダ フィルケース クローゼット HF-53", "ハナダ フィルケースクローゼット HF-53 収納ケース", "same"),
        ("ハナダ ラミル マグネット タオルホルダー 白", "ハナダ ラミル マグネットシャンプーホルダー 白", "unsure"),
        (
            "ハナダ ラミル マグネット タオルホルダー 白",
            "ハナダ ラミル シャンプーホルダー マグネット タオル 白",
            "unsure",
        ),
        ("ハナダ ラミル カート ラミルセット", "ハナダ ラミル カート クロナセット", "unsure"),
    ],
)
def test_a_compound_stands_within_a_longer_one(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 真空ボトル ラミル 1L 黒 10-07934", "HANADA ハナダ 真空ボトル ラミル 1.0L 黒", "same"),
        ("ハナダ 真空ボトル ラミル 1L 黒 10-07934", "ハナダ 真空ボトル ラミル 0.75L 黒", "variant"),
        ("ハナダ 真空ボトル ラミル 10-07934", "ハナダ 真空ボトル ラミル", "unsure"),
    ],
)
def test_a_number_goes_without_saying_beside_all_else(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("トミカ No.86 ラミル RG86", "トミカ 086 ラミル RG86", "same"),
        ("トミカ No.86 ラミル RG86", "トミカ 085 ラミル RG86", "unsure"),
        ("トミカ No.8 ラミル RG86", "トミカ 086 ラミル RG86", "unsure"),
        ("ハナダ ノートパソコン 13インチ HNP3413 黒", "ハナダ ノートパソコン 13.6インチ HNP3413 黒", "same"),
        ("ハナダ ノートパソコン 13インチ HNP3413 黒", "ハナダ ノートパソコン 15.3インチ HNP3413 黒", "variant"),
        ("ハナダ ノートパソコン ラミル 13インチ 黒", "ハナダ ノートパソコン ラミル 13.6インチ 黒", "variant"),
        ("ハナダ 弁当箱 2段 600ml ラミル", "ハナダ ラミル 2段弁当箱 600ml", "same"),
        ("ハナダ 弁当箱 2段 600ml ラミル", "ハナダ ラミル 1段弁当箱 600ml", "variant"),
        ("ハナダ 扇風機 3段階 ラミル", "ハナダ 扇風機 4段階調節 ラミル", "variant"),
    ],
)
def test_a_number_is_told_with_its_zero_or_without_its_end(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ラミルリッチ マットレス シングル", "ハナダ ラミルリッチ シングルサイズ", "same"),
        ("ハナダ 単焦点レンズ 50mm フルサイズ ラミル", "ハナダ カメラレンズ 50mm 単焦点 ラミル", "same"),
        ("ハナダ ラミルリッチ マットレス シングル", "ハナダ ラミルリッチ ダブルサイズ", "unsure"),
        ("ハナダ ラミルリッチ 枕 シングルサイズ", "ハナダ ラミルリッチ マットレス シングルサイズ", "unsure"),
        ("ハナダ ごはん 180g×24パック", "ハナダ ごはん 180g×24P 国産 ごはんパック ケース", "same"),
        ("ハナダ 充電器 HJD4100", "ハナダ HJD4100 ケース", "accessory"),
    ],
)
def test_a_size_is_no_sort_of_goods_and_a_case_of_many_no_cover(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ボール 7号球 H7G4100 JBA検定球", "ハナダ ボール 7号球 H7G4100", "same"),
        ("ハナダ ラミルリフト HS-82G ゴールド", "ハナダ ラミルリフト (HS-82G) EMS 頭筋", "same"),
        ("ハナダ ラミルリフト HS-82G ゴールド", "ハナダ ラミルリフト HS-82G WH", "variant"),
        ("ハナダ 掃除機 HZE3000 SV 本体", "ハナダ 掃除機 HZE3000 本体", "unsure"),
        ("ハナダ 掃除機 HZE3000 SVモデル", "ハナダ 掃除機 HZE3000", "unsure"),
        ("ハナダ 掃除機 HZE3000(SV)", "ハナダ 掃除機 HZE3000", "unsure"),
        ("ハナダ こたつ 1人用 60cm HSK-6015 茶", "ハナダ こたつ 60cm HSK6015 BR", "same"),
        ("ハナダ テント 2人用 HT2 茶", "ハナダ テント HT2 茶", "unsure"),
    ],
)
def test_letters_that_begin_a_word_are_no_end_of_a_number(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ドッグフード 成犬 1〜6歳 チキン 3kg", "ハナダ ドッグフード 成犬用 成犬 チキン 3kg", "same"),
        ("ハナダ ドッグフード 成犬 1〜6歳 チキン 3kg", "ハナダ ドッグフード 成犬 7歳以上 チキン 3kg", "unsure"),
        ("ハナダ ドッグフード 成犬 1〜6歳 チキン 3kg", "ハナダ ドッグフード 子犬 チキン 3kg", "variant"),
        ("ハナダ ドッグフード 1〜6歳 チキン 3kg", "ハナダ ドッグフード チキン 3kg", "unsure"),
        ("ハナダ 孫ラミル 地球育ち 約140mm 可動フィギュア", "ハナダ 孫ラミル 地球育ち", "same"),
        ("ハナダ 孫ラミル 地球育ち 約140mm 可動フィギュア", "ハナダ 孫ラミル 地球育ち 約300mm フィギュア", "variant"),
        ("ハナダ 孫ラミル 地球育ち 30cm ぬいぐるみ", "ハナダ 孫ラミル 地球育ち ぬいぐるみ", "unsure"),
        ("ハナダ ノート 5冊パック A罫 30枚 HN-3CBT5", "ハナダ ノート A罫 5冊 HN-3CBT5", "same"),
        ("ハナダ ノート 5冊パック A罫 30枚 HN-3CBT5", "ハナダ ノート A罫 30枚 HN-3CBT5", "unsure"),
        ("ハナダ ノート 5冊パック A罫 30枚", "ハナダ ノート A罫 5冊", "unsure"),
    ],
)
def test_an_age_a_height_and_sheets_go_without_saying(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 冷蔵庫 HR-V41GH", "ハナダ 冷蔵庫 HR-W41GH HR-V41GHの後継機種", "accessory"),
        ("ハナダ ライト HL-EL461RC", "ハナダ HL-EL461RC後継 HL-NW100RC ライト", "accessory"),
        ("ハナダ 冷蔵庫 HR-W41GH", "ハナダ 冷蔵庫 HR-W41GH (HR-V41GH後継機種)", "same"),
        ("ハナダ 時計 HBSA259", "ハナダ 時計 HBSA259 流通限定モデル", "same"),
        ("ハナダ 時計 HBSA259", "ハナダ 時計 HBSA259 記念限定モデル", "variant"),
        ("ハナダ マヨネーズ 450g", "ハナダ マヨネーズ 450g [限定クーポン]", "same"),
        ("ハナダ マヨネーズ 450g", "ハナダ マヨネーズ 450g [限定]", "variant"),
        ("ハナダ 緑のラミル 天そば (東) 101g×12個", "ハナダ 緑のラミル天そば 東日本 101g×12食", "same"),
        ("ハナダ 緑のラミル 天そば (東) 101g×12個", "ハナダ 緑のラミル天そば 西向け 101g×12食", "variant"),
        ("ハナダ 緑のラミル 天そば 101g×12個", "ハナダ 緑のラミル天そば 西日本 101g×12食", "unsure"),
        ("ハナダ ハナダ有機ラミル油 フレッシュボトル 145g", "ハナダ ハナダラミル油 フレッシュボトル 145g", "unsure"),
        ("ハナダ ラミル OLED 1TB", "ハナダ ラミル 有機EL 1TB", "same"),
        ("ハナダ ラミル OLED 1TB", "ハナダ ラミル 1TB", "unsure"),
    ],
)
def test_a_successor_a_shop_and_a_half_of_japan_are_told_from_the_thing(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict
