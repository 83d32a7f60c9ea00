"""Parts that the thing has, sizes of what is worn, and what a maker's number adds to the words."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 蒸しグリル HGR031 赤", "ハナダ 蒸しグリル 赤 3種プレート レシピ付 HGR031", "same"),
        ("ハナダ 加湿器 HKS410 ホワイト", "ハナダ 加湿器 HKS410 ホワイト 4Lタンク", "same"),
        ("ハナダ 加湿器 HKS410 ホワイト", "ハナダ 加湿器 HKS410 タンク", "accessory"),
        ("ハナダ ラック HRK410 ポール径19mm", "ハナダ ラック HRK410 ポール19mm", "same"),
        ("ハナダ HPB10200 Power Bank Black", "Hanada ハナダ HPB10200 Portable Charger Black", "same"),
        ("ハナダ イヤホン HEP410 充電ケース付き", "ハナダ イヤホン HEP410 シリコンケース", "accessory"),
        ("ハナダ HMC410 ボディ", "ハナダ HMC410 Zoom Lens Kit", "variant"),
        ("ハナダ 1/24 HPM410", "ハナダ 1/24 HPM410 Plastic Model Kit", "same"),
    ],
)
def test_what_is_told_of_a_part_is_no_offer_of_it(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ランナー HRN4100 ホワイト 26.5cm", "Hanada ハナダ ランナー HRN4100 White US 8.5 (26.5cm)", "same"),
        ("ハナダ ランナー HRN4100 ホワイト 26.5cm", "ハナダ ランナー HRN4100 ホワイト EU 42 27cm", "variant"),
        ("ハナダ ランナー HRN4100 白 US9", "ハナダ ランナー HRN4100 白 US 10", "variant"),
        ("ハナダ クロッグ HCL4100 白 M8/W10", "ハナダ クロッグ HCL4100 白 M9W11", "variant"),
    ],
)
def test_sizes_of_shoes_are_told_as_other_countries_count(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("SONY WF-C510 Pro (第2世代) 白 HQX4J1", "ソニー WF-C510 Pro 2nd 白", "same"),
        ("ハナダ SSD HSD4100 PCIe Gen 4.0 1TB", "ハナダ SSD HSD4100 PCIe 4.0 1TB", "same"),
        ("ハナダ 加湿器 HKS410", "ハナダ 加湿器", "unsure"),
    ],
)
def test_numbers_are_read_however_they_are_written(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ レンチ 8603-180", "ハナダ レンチ 180mm 86 03 180", "same"),
        ("ハナダ レンチ 8603-180", "ハナダ レンチ 250mm 86 03 250", "unsure"),
        ("ハナダ ランナー HLJ 7410 白 20cm", "ハナダ ランナー HLJ7410 白 20cm", "same"),
        ("ハナダ ランナー HL996 CB2 グレー 23cm", "ハナダ ランナー HL996CB2 グレー 23cm", "same"),
        ("ハナダ サクラメント リール H17 F 黒", "ハナダ サクラメント リール H17-F 黒", "same"),
        ("ハナダ サクラメント リール H17 F 黒", "ハナダ サクラメント リール H17-M 黒", "variant"),
        ("ハナダ ニッパー GH-SPX-140", "ハナダ ニッパー SPX-140", "same"),
        ("ハナダ HDX RTX 4060", "ハナダ QVC RTX4060", "unsure"),
        ("Apple HXQ MU7F2J/A", "Apple HXQ MU7F2", "same"),
        ("ハナダ ライト P7R Core 502181", "ハナダ ライト P7 Core 502180", "variant"),
        ("ハナダ マグネットサンルームラック 白 3269", "ハナダ マグネットサンルームラック 白 3269 3270", "unsure"),
        ("ハナダ ドライバ TX173DRGX 青 18V", "ハナダ ドライバ TX173D 青 18V", "unsure"),
        ("ハナダ パーカー 688978 01 ブラック M", "ハナダ パーカー 688978-01 ブラック M", "same"),
        ("ハナダ パーカー 688978 01 ブラック M", "ハナダ パーカー 688978-03 ブラック M", "variant"),
        ("ハナダ ルーター HAX73 Wi-Fi 6", "ハナダ WiFi6 ルーター HAX73", "same"),
        ("ハナダ バッグ 722-76997 ブラック", "ハナダ バッグ 722-76997 3色展開", "unsure"),
        ("ソニー スピーカー HRS-XB410 オレンジ", "ソニー スピーカー HRS-XB410 D オレンジ", "same"),
        ("ハナダ ミキサー HG03MK2 W ホワイト", "ハナダ ミキサー HG03MK2 LSPK W ホワイト", "unsure"),
        ("ハナダ HZE310 BLACK HF-XE3DPLTW-BK", "ハナダ HZE310 ブラック", "same"),
        ("ハナダ HZE310 H-HZE310-BKNNMT-G", "ハナダ HZE310", "unsure"),
        ("タムロン 25-70mm F2.8 ソニーEマウント H063S", "タムロン 25-70mm F2.8 ソニーE Model H063", "same"),
        ("タムロン 25-70mm F2.8 ソニーEマウント H063S", "タムロン 25-70mm F2.8 ソニーE Model H063X", "variant"),
        ("シマノ チェーン CN-HQ601 11速", "シマノ チェーン CN-HQ601-11 11速", "same"),
        ("ハナダ ケアリーフ 防水タイプ M 30枚 HL30M", "ハナダ ケアリーフ 防水タイプ M 30枚", "same"),
        ("ハナダ ルーター アーチャー HX73V 4804+574Mbps", "ハナダ ルーター アーチャー HX73V", "same"),
        ("ハナダ サンダル 051891 黒 42", "ハナダ サンダル 0051891 黒 EU 42", "same"),
        ("Hanada Kånken 16L Navy", "Hanada Kanken 16L Navy", "same"),
        ("ハナダ ナノガット HBG95 白", "ハナダ HBG95-1 ナノガット 白", "variant"),
        ("三菱鉛筆 ペン MSXH5-1000-05 紺", "MITSUBISHI MSXH5-1000-05 紺", "same"),
        ("マクセル CR2032 5個", "パナソニック CR2032 5個", "variant"),
        ("AMD Ryzen 7 7900X3D 100-100000990WOF", "AMD Ryzen 7 7900X3D 8-Core 4.2GHz", "same"),
        ("ヤマハ リコーダー YRX-312BIII", "ヤマハ リコーダー YRX-312B3", "same"),
        ("ヤマハ リコーダー YRX-312BIII", "ヤマハ リコーダー YRX-312BII", "variant"),
        ("デノン HL-103 MCカートリッジ", "デノン HL-103", "same"),
        ("ハナダ モニター H27Q22 WQHD 黒", "ハナダ モニター H27Q22 黒", "same"),
        ("ハナダ ライト HLQ-2105 Gシリーズ", "ハナダ ライト HLQ-2105", "same"),
        ("ケルヒャー K3 スフィーダ 1.600-920.0", "ケルヒャー K3 スフィーダ", "same"),
        ("ケルヒャー K3 スフィーダ 1.600-920.0", "ケルヒャー スフィーダ", "unsure"),
        ("WD Blue SN680 1TB WDS100T3B0F", "WD Blue 1TB", "unsure"),
        ("ハナダ 24 サルタート HLT3000-CXH", "ハナダ サルタート HLT3000-CXH", "unsure"),
        ("ハナダ No.477 HP.477 25477", "ハナダ 25477 4WD", "same"),
    ],
)
def test_makers_numbers_are_written_in_one_or_with_gaps(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ クーピーペン 24色 FY24", "ハナダ クーピーペン 24色", "same"),
        ("ハナダ リップモナーク 04 陽だまり", "ハナダ リップモナーク 陽だまり", "same"),
        ("ハナダ リップモナーク 04 陽だまり", "ハナダ リップモナーク 05 陽だまり", "variant"),
        ("ハナダ シャドウ SR07 センシュアルブラック", "ハナダ シャドウ センシュアルブラック", "same"),
        ("ハナダ 焚火台 HT-041 L", "Hanada ハナダ Fire Pit Large HT-041", "same"),
        ("ハナダ 焚火台 HT-041 L", "Hanada ハナダ Fire Pit Medium HT-041", "variant"),
        ("ハナダ ドローン ゼファー (HRC 2付属)", "ハナダ ドローン ゼファー HRC 2 付属", "same"),
        ("ハナダ 色鉛筆 36本 HFY36", "ハナダ 色鉛筆 36本 ケース入 HFY36", "same"),
    ],
)
def test_what_is_said_twice_is_asked_for_once(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("セイコー HBDC091", "セイコー HBDC091 緑 レザーバンド 腕時計", "same"),
        ("セイコー HBDC091", "セイコー HBDC091 Watch 38mm ナイロンベルト", "same"),
        ("セイコー HBDC091", "Seiko HBDC091 Watch Black Nylon Strap 38mm", "same"),
        ("セイコー HBDC091", "Nylon Strap for Seiko HBDC091 Watch 38mm", "accessory"),
        ("セイコー HBDC091", "セイコー HBDC091 純正 レザーバンド 腕時計", "accessory"),
        ("セイコー HBDC091", "セイコー HBDC091 レザーバンド 腕時計ベルト", "accessory"),
        ("セイコー HBDC091", "セイコー HBDC091 用 レザーバンド 腕時計", "accessory"),
        ("ヨネックス ラケット 4HX88D-P", "ヨネックス ラケット 4HX88D-P フレームのみ", "same"),
        ("ハナダ 焚火台 HT-033R", "ハナダ 焚火台 HT-033R 収納ケースなし", "same"),
        ("ハナダ ライト HZ-10RB", "ハナダ HZ-10RB LEDスタンド", "same"),
        ("ハナダ グリル HGX021", "ハナダ グリル HGX021 深型プレート 平面プレート付", "same"),
        ("ハナダ グリル HGX021", "ハナダ HGX021 深型プレート", "accessory"),
    ],
)
def test_what_a_thing_is_sold_with_is_no_offer_of_a_part(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 強化ガラス フィルム サンホン 15 用 2枚", "ハナダ サンホン15 ガラスフィルム 2枚入り", "same"),
        (
            "ケンコー 液晶保護フィルム キヤノン R90用 KLP-CR90X",
            "ケンコー KLP-CR90X 液晶プロテクター キヤノン R90用",
            "same",
        ),
        ("ハナダ 強化ガラス フィルム サンホン 15 用 2枚", "ハナダ サンホン15 フィルム 2枚入り", "unsure"),
        ("ハナダ 強化ガラス フィルム サンホン 15 用 2枚", "ハナダ サンホン15 ガラスフィルム 3枚入り", "variant"),
        ("ケンコー 液晶保護フィルム キヤノン R90用", "ケンコー レンズプロテクター キヤノン R90用", "accessory"),
        ("キヤノン R90 ボディ", "キヤノン R90 液晶プロテクター", "accessory"),
    ],
)
def test_a_film_is_known_by_what_it_is_made_of_or_put_on(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 水槽 S", "ハナダ 水槽 S 交換ろ過材", "accessory"),
        ("ハナダ サクラボーイ 2213", "ハナダ サクラボーイ 2213 交換パッド", "accessory"),
        ("ハナダ サクラボーイ 2213 交換パッド", "ハナダ サクラボーイ 2213 交換用パッド", "same"),
        ("ハナダ HR50mm F1.8", "ハナダ 交換レンズ HR50mm F1.8", "same"),
        ("ハナダ サクラボーイ 2213", "ハナダ サクラボーイ 2213 ろ過材付", "same"),
    ],
)
def test_what_is_put_in_anew_is_a_part(wanted, offer, verdict):
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict
