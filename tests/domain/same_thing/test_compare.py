"""What decides whether an offer is the thing: numbers first, then titles."""

import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.identifiers import Identifier
from okawari.domain.same_thing import Likeness, Sameness, Thing, compare
from okawari.domain.same_thing.taken_apart.known import known_as, known_code
from okawari.domain.same_thing.taken_apart.listed import Piece
from okawari.domain.same_thing.taken_apart.pieces import is_mere_code, meaning
from okawari.domain.same_thing.taken_apart.tokens import cut, plain
from okawari.domain.same_thing.vocabulary import states, words
from okawari.domain.same_thing.vocabulary.goods import THINGS
from okawari.domain.same_thing.vocabulary.idle import GAMES_OF_TWO, NOISE, WORKS

JAN, OTHER = Identifier("jan", "4548736132610"), Identifier("jan", "4902370548495")
ISBN = Identifier("isbn", "9784091234566")


def likeness(wanted, offer, ours=(), theirs=()):
    return compare(Thing(wanted, ours), Thing(offer, theirs))


def test_a_shared_jan_decides_whatever_the_titles_say():
    assert likeness("甲", "まったく別の書き方", (JAN,), (JAN,)) == Likeness(Sameness.SAME, ("jan",))


@pytest.mark.parametrize(
    ("wanted", "offer"), [("ミニ四駆 デクロス-01 PRO", ""), ("", "ミニ四駆 PRO"), ("", ""), ("【】", "甲")]
)
def test_a_title_that_says_nothing_leaves_it_open(wanted, offer):
    assert likeness(wanted, offer) == Likeness(Sameness.UNSURE, ("words",))


@pytest.mark.parametrize(
    ("title", "sameness", "reason"),
    [
        ("甲 3個セット", Sameness.VARIANT, "count"),
        ("【中古】甲", Sameness.VARIANT, "used"),
        ("甲 並行輸入品", Sameness.VARIANT, "imported"),
        ("甲 互換品", Sameness.VARIANT, "imitated"),
        ("甲 専用ケース", Sameness.UNSURE, "part"),
    ],
)
def test_a_title_that_contradicts_the_jan_is_believed(title, sameness, reason):
    found = likeness("甲", title, (JAN,), (JAN,))
    assert found.sameness is sameness
    assert reason in found.reasons


def test_another_jan_is_another_article():
    found = likeness("ソニー WH-1000XM5", "ソニー WH-1000XM5", (JAN,), (OTHER,))
    assert found == Likeness(Sameness.VARIANT, ("number",))


def test_another_asin_proves_nothing():
    ours, theirs = Identifier("asin", "B000000001"), Identifier("asin", "B000000002")
    assert likeness("ソニー WH-1000XM5", "ソニー WH-1000XM5", (ours,), (theirs,)).sameness is Sameness.SAME


def test_a_model_number_that_came_beside_the_title_counts():
    model = Identifier("model", "WH-1000XM5")
    assert likeness("ソニー WH-1000XM5", "ソニー ヘッドホン", (), (model,)).reasons == ("model",)


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("レゴ マインクラフト 21249", "LEGO Minecraft 21249 おもちゃ"),
        ("ELDEN RING PS5", "【PS5】エルデンリング"),
        ("スプラトゥーン3 -Switch", "Nintendo Switch スプラトゥーン３ ソフト【メール便送料無料】"),
        ("象印 加湿器 EE-DD50-WA ホワイト", "象印マホービン EE-DD50 WA"),
        ("ねんどろいど 桜ミク", "【再販】ねんどろいど 桜ミク"),
        ("夜は短し歩けよ乙女 (角川文庫)", "夜は短し歩けよ乙女 森見登美彦 角川文庫"),
        ("コカ・コーラ 500ml×24本", "コカコーラ 500mlPET 24本"),
        ("NZXT H5 Flow ホワイト CC-H51FW-01", "NZXT PCケース CC-H51FW-01 ホワイト"),
        ("空想の旅 ターコイズ", "【送料無料 沖縄除く】空想の旅 ターコイズ ★土日祝も発送★ 4902370542943"),
        ("い・ろ・は・す 540ml×24本", "いろはす 540ml 24本"),
        ("空想の旅 2020 - 2025", "空想の旅 2020-2025"),
        ("キヤノン EOS R6 Mark II ボディ", "Canon EOS R6 MarkⅡ ボディ"),
        ("見本 ほほえみ 780g×2缶", "見本 ほほえみ 2缶パック (780g×2) 粉ミルク"),
        ("見本らーめん 5食パック×6個", "見本らーめん 5個パック×6袋(30食入) 1ケース"),
        ("VT シカ デイリーマスク 30枚", "VT CICA デイリーマスク 30枚入 フェイスマスク"),
        ("見本アンダーウェア 黒 M", "見本アンダーウエア 黒 M 洗える"),
    ],
)
def test_one_thing_is_written_in_many_ways(wanted, offer):
    assert likeness(wanted, offer).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("RG 1/144 Hi-νガンダム", "RG 1/144 νガンダム"),
        ("Noctua NH-D15 G2 CPUクーラー", "Noctua NH-D15 CPUクーラー"),
        ("インテル Core i7-14700K BOX", "Intel Core i7-14700KF BOX"),
        ("旅の記録 15 (見本文庫)", "旅の記録 15 (見本コミックス)"),
        ("空想の旅 ターコイズ", "空想の旅 ターコイズ 【中古 送料無料】"),
        ("海辺のカフカ (上) (新潮文庫)", "海辺のカフカ (下) (新潮文庫)"),
        ("人間失格 (新潮文庫)", "人間失格 (角川文庫)"),
        ("夜は短し歩けよ乙女 (角川文庫)", "夜は短し歩けよ乙女 画集 角川文庫"),
        ("G PRO X マウス 有線", "G PRO X マウス ワイヤレス"),
        ("Tシャツ 長袖 白 M", "Tシャツ 半袖 白 M"),
        ("メリーズ パンツ L 44枚 男の子", "メリーズ パンツ L 44枚 女の子"),
        ("ほぼ日手帳 2026年版", "ほぼ日手帳 2027年版"),
        ("アキュビュー 30枚 BC8.5 PWR-2.00", "アキュビュー 30枚 BC8.5 +2.00"),
        ("ドラゴンボール 超 1 (ジャンプコミックス)", "ドラゴンボール 1 (ジャンプコミックス)"),
        ("ねんどろいど 初音ミク", "ねんどろいど 鏡音リン 初音ミク"),
        ("一番搾り 350ml×24本", "一番搾り 糖質ゼロ 350ml×24本"),
        ("見本 STAN. 炊飯器 ブラック", "見本 STAN. 電気ケトル ブラック"),
        ("Sample Anywhere Mouse Graphite", "Sample Anywhere Keyboard Graphite"),
        ("見本の事典 第七版", "見本の事典 第六版"),
        ("見本うどん 東 96g×12個", "見本うどん 西 96g×12個"),
        ("見本チョコ カカオ72% 26枚", "見本チョコ カカオ86% 26枚"),
        ("見本ロボ 第6形態", "見本ロボ"),
        ("見本ボール V1 ホワイト", "見本ボール V1x ホワイト"),
        ("見本 X-T5 ボディ シルバー", "見本 X-T50 ボディ シルバー"),
        ("見本掃除機 i5", "見本掃除機 i5+"),
        ("見本ドリンク 112ml 24本", "見本ドリンク 112ml 24本 砂糖不使用"),
        ("見本の旅 45 (見本コミックス)", "見本の旅 全45巻"),
        ("見本充電器 30W ホワイト", "見本充電器 30W ホワイト ケーブル付き"),
        ("ドミニオン 第二版 日本語版", "ドミニオン 陰謀 第二版 日本語版"),
        ("見本コーヒー 120g", "見本コーヒー コク深め 120g"),
        ("見本 FP-30X BK", "見本 FP-30X WH"),
        ("見本ギフトカード 5000円", "見本ギフトカード 3000円"),
        ("見本インク BC-345 ブラック", "見本インク BC-345XL ブラック"),
        ("見本電球 60形 電球色", "見本電球 60形 昼光色"),
        ("見本メイト 4本", "見本メイト 4本 フルーツ味"),
        ("見本 PCF-SC15T ホワイト 2台セット", "見本 PCF-SC15T ホワイト"),
    ],
)
def test_sisters_of_one_line_are_told_apart(wanted, offer):
    assert likeness(wanted, offer).sameness is not Sameness.SAME


def test_nothing_said_is_unsure():
    assert likeness("", "").sameness is Sameness.UNSURE
    assert likeness("ソニー WH-1000XM5", "").sameness is Sameness.UNSURE
    assert likeness("", "ソニー WH-1000XM5", (ISBN,), ()).sameness is Sameness.UNSURE


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_titles_are_compared(one, other):
    assert likeness(one, other).reasons


@given(st.text(alphabet="甲乙ABCケースGB0123456789×-/. (L)", max_size=60))
def test_a_title_of_words_and_numbers_is_never_another_article_than_itself(title):
    assert likeness(title, title).sameness in {Sameness.SAME, Sameness.UNSURE, Sameness.VARIANT}
    assert likeness(title, title).sameness is not Sameness.ACCESSORY


def test_what_one_case_holds_is_counted():
    wanted = Thing("サントリー 天然水 2L×9本")
    assert compare(wanted, Thing("サントリー 天然水 2L 1ケース 9本入")).sameness is Sameness.SAME
    assert compare(wanted, Thing("サントリー 天然水 2L 1ケース 6本入")).sameness is Sameness.VARIANT


def test_that_a_run_of_words_is_taken_apart_in_one_order_in_every_process():
    asked = "from okawari.domain.same_thing.taken_apart.pieces import meaning; print(meaning('全巻特典電子版'), meaning('百式改修型部屋干し'))"

    def told(seed: str) -> bytes:
        run = [sys.executable, "-X", "utf8", "-c", asked]
        return subprocess.run(run, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout

    assert len({told(seed) for seed in "012"}) == 1


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("キヤノン EOS R6 Mark II ボディ", "キヤノン デジタル一眼カメラ EOS R6 Mark II ボディ"),
        ("カゴメ トマト 200ml×24本", "カゴメ まとめ買い トマト 200ml 紙箱 24本入"),
        ("DHC ビタミンC 60日分", "DHC ビタミンC 60日分 120粒"),
        ("コクヨ キャンパスノート A罫 5色パック", "コクヨ キャンパスノート A罫 5冊パック"),
        ("やまや 明太子 400g", "やまや 明太子 400g (200g×2)"),
        ("エルジューダ エマルジョン+ 120g", "エルジューダ エマルジョン プラス 120g"),
        ("怪獣8号 全15巻", "怪獣8号 1〜15巻 全巻"),
        ("ヨネックス エアロセンサ300 12個", "ヨネックス エアロセンサ300 1ダース 12球"),
        ("スノーピーク シングルマグ 450", "snow peak シングルマグ 450ml"),
        ("パナレーサー グラベルキング ブラック/ブラウン", "パナレーサー グラベルキング 黒/茶"),
        ("バルミューダ ザ・トースター ブラック K11A-BK", "バルミューダ ザ・トースター K11A ブラック"),
        ("Bose QuietComfort Ultra ブラック", "Bose QuietComfort Ultra Bluetooth 5.3 ブラック"),
        ("工具屋 ネジトール RT-58", "工具屋 ネジトール RT-58 つぶれた ネジ プライヤー"),
        ("工具屋 ドリル RT-58 青", "工具屋 ドリル RT-58 青 充電器XY12345×2 ケース付"),
        ("甲社 加湿器 JF-NUF153D-W", "甲社 加湿器 JF-NUF153D(W) ホワイト"),
        ("甲社 イヤホン TE-ZX1 パールホワイト", "甲社 イヤホン TE-ZX1-PW パールホワイト"),
        ("怪獣8号 1-15巻 全巻セット", "怪獣8号 全15巻 完結 全巻セット"),
        ("甲社 アルファ ミニチョコ 12個", "甲社 アルファミニチョコ 12個"),
        ("甲社 焼酎 乙 720ml", "甲社 焼酎 乙 720ml 芋 プレミアム焼酎"),
        ("甲社 ピッコロ 4", "甲社 ピッコロ 4 送料無料 スイスイ"),
        ("甲社 ジャケット 青 L", "甲社 ジャケット 青 L JPN"),
        ("ニッコール 乙丙丁戊己庚辛 40mm 黒", "Nikkor 乙丙丁戊己庚辛 40mm 黒"),
        ("甲社 おやつ まぐろ 60g", "甲社 おやつ まぐろ 60g 猫"),
        ("甲社 サンダル 24.5cm", "甲社 サンダル 24.5cm レディース"),
        ("甲社 歯磨き 100g", "甲社 歯磨き 100g ホワイトニング"),
        ("甲社 ブレンド 630ml", "甲社 ブレンド 630ml ブレンド茶"),
        ("甲社 ドリル AB12CD34", "甲社 ドリル AB12CD34 電池2個 充電器 ケース付"),
        ("甲社 菓子 乙丙 68g×10個", "甲社 菓子 乙丙 68g 10入"),
        ("甲社 毛布 AB12CD34", "甲社 毛布 188×130 AB12CD34"),
        ("甲社 乙丙 500ml", "甲社 乙丙 500ml ギフトBOX"),
        ("怪獣8号 全15巻セット", "怪獣8号 1-15巻 全巻セット 完結"),
        ("甲社 カービィ ぬいぐるみ 青", "甲社 カービィ Kirby ぬいぐるみ 青"),
        ("甲社 プラチナ ペン 青", "甲社 プラチナ PLATINUM ペン 青"),
        ("HGUC 1/144 ジェスタ・キャノン", "HGUC 1/144 ジェスタキャノン"),
        ("甲社 扇風機 AB12CD34", "甲社 扇風機 AB12CD34 7枚羽根"),
        ("甲社 カッター AB12CD34", "甲社 カッター AB12CD34 10枚裁断"),
        ("甲社 乙丙丁戊己 フィルター 2個", "甲社 乙丙丁戊己 交換用フィルター 2個"),
        ("甲社 ペン 0.5mm M5-5000 青", "甲社 ペン 0.5mm M5-50001P.33 青"),
        ("甲社 SSD 2TB CT2000T500SSD8", "甲社 SSD 2TB CT2000T500SSD8JP"),
        ("甲社 靴 FD2722-002 27.5cm", "甲社 靴 FD2722 002 27.5cm"),
        ("甲社 ドリル 220USB-P1", "甲社 ドリル No.220USB-P1"),
        ("甲社 ひげそり 9567cc", "甲社 ひげそり 5in1 9567cc"),
        ("甲社 ボール 2025 白 12球", "甲社 ボール 2025年モデル 白 12球"),
        ("甲社 模型 No.363 銀", "甲社 模型 24363 銀"),
        ("甲社 乙丙丁 戊己 BOX", "甲社 乙丙丁 戊己 全6種 BOX"),
        ("甲社 乙丙丁 33773", "甲社 乙丙丁 18ピース 33773"),
        ("世界の教養 デイヴィッド・S・キダー", "世界の教養 デイヴィッド キダー"),
        ("ONE PIECEカードゲーム 乙丙の拳 BOX", "ワンピースカードゲーム 乙丙の拳 BOX"),
        ("HG 1/144 ガンダムエアリアル", "HG 1/144 エアリアルガンダム"),
        ("甲社 乙丙丁 初回限定盤 Blu-ray", "【Blu-ray】映画 甲社 乙丙丁 初回限定盤"),
        ("ニッコール 50mm 黒", "NIKKOR 50mm 黒"),
        ("甲社 乙丙 ラック 白 3269", "甲社 乙丙 シェルフ ラック 白 3269"),
        ("S.H.Figuarts 乙丙丁", "S.H.Figuarts ドラゴンボールZ 乙丙丁"),
        ("甲社 焼酎 乙丙 720ml 白", "甲社 乙丙 720ml 白"),
        ("甲社 毛布 188×130cm AB12CD34", "甲社 毛布 AB12CD34"),
        ("甲社 枕 58×35cm 白", "甲社 枕 58X35cm 白"),
        ("甲社 リュック セクター 青 501142", "甲社 リュック セクター 青 501142-9000"),
        ("Watch SE 第3世代 40mm", "Watch SE3 40mm"),
        ("甲社 ルーター AX73V", "甲社 ルーター AX73V Wi-Fi6"),
        ("ねんどろいど 乙丙 2024 Ver. BOX", "ねんどろいど 乙丙2024Ver. BOX"),
        ("甲社 珈琲 乙丙 詰め替え 95g", "甲社 珈琲 乙丙 エコ&システムパック 95g"),
        ("乙丙丁 通常盤", "【CD】乙丙丁(通常盤) ソニーミュージック"),
        ("ポケカ 乙丙丁 BOX", "ポケカ スカーレット&バイオレット 乙丙丁 BOX"),
        ("甲社 SSD 2TB 990 PRO", "甲社 SSD 2TB 990 PRO PS5動作確認済み"),
        ("ARTFX J 乙丙丁 Ver.2", "ARTFX J 乙丙丁 Ver.2 1/8"),
        ("甲社 ドリル 乙丙 青", "甲社 ドリル 乙丙 青 ビットセット付 3.6V"),
        ("甲社 乙丙 AirTag 4 Pack", "甲社 乙丙 AirTag (4 Pack) Finder"),
        ("甲社 母乳びん 240ml", "甲社 母乳びん 240ml プラスチック製"),
        ("甲社 乙丙 650ml 24本", "【2ケースまで同梱可】甲社 乙丙 650ml×24本入"),
        ("甲社 炊飯器 NW-FC10-BZ 黒", "【5/5限定 最大P10倍】甲社 炊飯器 NW-FC10-BZ 黒"),
        (
            "乙丙 ティアーズ オブ ザ キングダム 通常版",
            "乙丙 Tears of the Kingdom(ティアーズ オブ ザ キングダム) 通常版",
        ),
        ("薬屋 12巻 ビッグガンガンコミックス", "薬屋(12) (ビッグガンガンコミックス) 日向夏"),
        ("甲社 ワンデー 30枚 BC8.5 -3.00", "甲社 ワンデー 30枚 BC 8.5 -3.00"),
        ("甲社 テント 乙丙M SDE-001RH", "甲社 テント/乙丙M/SDE001RH"),
        ("Kindle 16GB 黒 広告なし", "キンドル 16GB 黒 広告無し 電子書籍リーダー"),
        ("Fitbit Charge 6 黒", "Fitbit Charge 6 フィットビット チャージ6 黒"),
        ("乙丙丁 Blu-ray 通常版", "乙丙丁 ブルーレイディスク 通常版"),
        ("甲社 マウス V3 白", "甲社 マウス V3 White Edition"),
        ("甲社 Tumbler 20 oz 青", "甲社 20oz Tumbler, Insulated with MagSlider Lid, 青"),
        ("甲社 ステラ C3000XG 2022", "甲社 22 ステラ C3000XG 2022年モデル"),
        ("甲社 乙丙 詰め替え 25g 3個", "甲社 乙丙 つめ替え 25g×3個"),
        ("甲社 サーキュレーター 15cm PCF-SDC15T 白", "甲社 サーキュレーター PCF-SDC15T 白"),
        ("甲社 コーヒーメーカー AB12CD34 3杯用", "甲社 コーヒーメーカー AB12CD34 3カップ"),
        ("甲社 乙舎だし 8g×30袋", "甲社 乙舎だし(おつのやだし) 8g×30袋"),
        ("乙丙丁 通常盤 CD", "乙丙丁 通常盤 [CD] 2枚組"),
        ("甲社 Air5 ブラック", "甲社 Air5 イヤホン Bluetooth5.4 ブラック"),
        ("甲社 モアブ3 ブラック 26.5cm", "甲社 モアブ3 US8.5(26.5cm) ブラック"),
        ("甲社 P.O.P ナミ", "甲社 POP ナミ"),
        ("甲社 H5180-2 ホワイト M 2枚組", "甲社 H5180-2 ホワイト M 2P"),
        ("甲社 加湿器 UHM-280-W ホワイト", "甲社 加湿器 UHM-280-W ホワイト フィルター不要"),
    ],
)
def test_what_is_told_in_another_way_is_the_same(wanted, offer):
    assert likeness(wanted, offer).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("BE@RBRICK 鬼滅の刃 400%", "BE@RBRICK ワンピース 400%"),
        ("ニューバランス M996 グレー 27cm", "ニューバランス M996 グレー 27cm ワイド"),
        ("吉田カバン タンカー ショルダーバッグ ブラック", "吉田カバン タンカー トートバッグ ブラック"),
        ("iPhone 16e 128GB ブラック", "iPhone 16e ケース クリア ブラック 128GB対応"),
        ("ロジクール MX2300 GR MASTER3S グラファイト", "ロジクール MASTER 3S ペイルグレー MX2300PG"),
        ("DHC ビタミンC 60日分", "DHC ビタミンC 60日分 2個セット"),
        ("ソニー WF-1000XM5 プラチナシルバー", "ソニー ステレオヘッドセット WF-1000XM5"),
        ("オーディオテクニカ ATH-M50x", "オーディオテクニカ ATH-M50x WH ホワイト"),
        ("怪獣8号 全15巻", "怪獣8号 1〜14巻"),
        ("工具屋 カメラ OM-5 銀", "工具屋 カメラ OM-5 Mark II 銀"),
        ("工具屋 ドリル RT-58", "工具屋 ドリル RT-58 限定版 つぶれた"),
        ("甲社 ゲーム機 青", "甲社 ゲーム機 青 + マイクロSD"),
        ("甲社 甲乙 完全生産限定盤", "甲社 甲乙 完全生産限定盤 LP"),
        ("甲社 模型 GT 42154", "甲社 模型 GT 42154 用 LED ライトキット リモコン付き"),
        ("甲社 ドライヤー KHD-9210/N", "甲社 ドライヤー KHD-9210/K"),
        ("甲社 イヤホン ATH-CKS50TW2 黒", "甲社 イヤホン ATH-CKS50TW 黒"),
        ("甲社 イヤホン ZE3000 SV 黒", "甲社 イヤホン ZE3000 黒"),
        ("甲社 万年筆 PGB-1000 細字", "甲社 万年筆 PGB-1000 中字"),
        ("甲社 カメラ X100VI 銀", "甲社 カメラ X100VI"),
        ("Insta360 GO 3S 128GB", "Insta360 GO 3 128GB"),
        ("甲社 ヘッドホン DT 770 80Ω", "甲社 ヘッドホン DT 770 250Ω"),
        ("甲社 乾電池 AB12CD34 20本", "甲社 乾電池 AB12CD34 10本"),
        ("甲社 Camera a6700 ILCE-6700", "甲社 Camera a6700 18-135mm Lens ILCE6700M"),
        ("HGUC 1/144 ジェスタ", "HGUC 1/144 ジェスタ・キャノン"),
        ("甲社 カービィ ぬいぐるみ 青", "甲社 カービィ Dream ぬいぐるみ 青"),
        ("甲社 シェーバー 乙丙 5枚刃", "甲社 シェーバー 乙丙 3枚刃"),
        ("甲社 ひげそり 5in1 青", "甲社 ひげそり 3in1 青"),
        ("甲社 ペン 0.5mm M5-5000 青", "甲社 ペン 0.5mm M5-50001P.33 赤"),
        ("甲社 靴 FD2722-002 27.5cm", "甲社 靴 FD2722 003 27.5cm"),
        ("甲社 ボール 2025 白 12球", "甲社 ボール 2024年モデル 白 12球"),
        ("甲社 パズル 乙丙 500ピース", "甲社 パズル 乙丙 1000ピース"),
        ("iPhone 16 128GB 黒", "iPhone 16 ケース 黒 128GB"),
        ("甲社 チョコ 50g", "甲社 チョコ 50g いちご"),
        ("甲社 コーヒー 250g モカ", "甲社 コーヒー 250g"),
        ("甲社 掃除機 V12 青", "甲社 掃除機 V12 青 アブソルート"),
        ("甲社 Rambler 20 oz Tumbler 青", "甲社 Rambler 20 oz Mug 青"),
        ("甲社 UVイデア 30ml", "甲社 UVイデア ローズ 30ml"),
        ("ねんどろいど バイオレット Switch", "ねんどろいど スカーレット Switch"),
        ("甲社 扇風機 PCF-SC15T 白", "甲社 扇風機 PCF-SC15 白"),
        ("甲社 乙丙丁 全8種セット", "甲社 乙丙丁 単品"),
        ("甲社 SSD 2TB 990 PRO", "甲社 SSD 2TB 990 PRO 動作確認済み"),
        ("ARTFX J 乙丙丁 1/7", "ARTFX J 乙丙丁 1/8"),
        ("甲社 靴 AB12CD34 27cm", "甲社 靴 AB12CD34 26cm"),
        ("甲社 靴 CW2288-111 白 27.0", "甲社 靴 CW2288 111 白 26.5cm"),
        ("甲社 母乳びん 240ml ガラス", "甲社 母乳びん 240ml プラスチック"),
        ("甲社 乙丙 AirTag 1個", "甲社 乙丙 AirTag 4 Pack"),
        ("甲社 美容液 30ml", "甲社 美容液 R 30ml"),
        ("甲社 600ml 乙丙 24本", "甲社 600ml 濃い味 乙丙 24本"),
        ("甲社 350ml 乙丙 24本", "甲社 350ml 丁戊 24本"),
        ("Anker PowerCore 10000 黒", "Anker PowerCore Essential 10000 黒"),
        ("甲社 体重計 1500 白", "甲社 体重計 乙丙 1500 白"),
        ("味噌 甲社 750g", "濃い 味噌 甲社 750g"),
        ("ねんどろいど 綾波", "ねんどろいど 綾波 浴衣Ver. 甲社 再販"),
        ("ハリー・ポッターと賢者の石 文庫", "ハリー・ポッターと秘密の部屋 文庫 J.K.ローリング 静山社"),
        ("甲社 キーボード K380s 灰", "甲社 キーボード K380s ローズ"),
        ("甲社 RTX 4060 8GB", "甲社 GeForce RTX 4060 Ti 8GB"),
        ("GoPro HERO13 Black", "GoPro HERO13 Black クリエーターエディション"),
        ("ヤクルト Y1000 100ml 6本", "ヤクルト Y1000 糖質オフ 100ml×6本"),
        ("RG 機動戦士ガンダム 乙丙丁 1/144", "RG Hi 乙丙丁 1/144"),
    ],
)
def test_what_sets_sisters_apart_is_never_taken_for_a_description(wanted, offer):
    assert likeness(wanted, offer).sameness is not Sameness.SAME


def test_no_word_that_tells_nothing_is_told_by_another_list_too():
    special = {
        *words.COLOURS,
        *words.LINES,
        *words.EDITIONS,
        *states.USED,
        *(one for many in words.CHOICES for one in many),
    }
    assert special.isdisjoint(NOISE)
    assert [one for one in NOISE if cut(plain(one)) != [one]] == []


def test_a_listed_work_or_sort_of_goods_is_one_word_in_whatever_scripts():
    assert [one for one in (*WORKS, *THINGS) if cut(plain(one)) != [one]] == []


@pytest.mark.parametrize(("one", "other"), GAMES_OF_TWO)
def test_two_games_of_a_series_are_named_together_or_left_out(one, other):
    assert cut(plain(f"カードゲーム {one}&{other} 拡張パック")) == cut(plain("カードゲーム 拡張パック"))
    assert one in cut(plain(f"{one} {other}セット"))


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲 Socket AM5 9-14kg 2個", "甲 Socket AM5 9-14kg 3個"),
        ("甲 0日分 0-3", "甲 0日分 4個 0-5"),
        ("甲 500g 0-3", "甲 500g"),
        ("甲 0ml 0", "甲 0 0g"),
        ("甲 1.5ダース 3個", "甲 3個 12個"),
        ("甲 16GB 0-2 3個", "甲 16GB 2個 0"),
    ],
)
def test_odd_figures_break_nothing(wanted, offer):
    assert likeness(wanted, offer).sameness in Sameness
    assert likeness(offer, wanted).sameness in Sameness


@pytest.mark.parametrize("code", ["a12", "ab1234567", "v07", "am42", "ps50", "gt2024"])
def test_a_mere_code_means_what_it_would_if_everything_was_tried_on_it(code):
    assert is_mere_code(code)
    assert meaning(code) == (Piece("code", code),)
    assert known_code(code) == known_as(code, meaning(code))


def test_all_that_is_known_of_a_mere_code_is_what_would_be_found_of_any_token():
    dice = random.Random(17)
    letters = "abcdefghijklmnopqrstuvwxyz"
    for _ in range(3000):
        code = "".join(dice.choices(letters, k=dice.randrange(1, 3))) + str(dice.randrange(10, 10**8))
        if is_mere_code(code):
            assert known_code(code) == known_as(code, meaning(code)), code


@pytest.mark.parametrize("token", ["ps5", "no12", "x24", "am4", "f28l", "abc12", "3l", "m1"])
def test_what_means_something_else_is_no_mere_code(token):
    assert not is_mere_code(token)


TITANIUM = (
    "ナチュラルチタニウム",
    "ブラックチタニウム",
    "ホワイトチタニウム",
    "ブルーチタニウム",
    "デザートチタニウム",
)


@pytest.mark.parametrize("shade", TITANIUM)
def test_a_shade_of_titanium_is_no_other(shade):
    phone = "Apple iPhone 16 Pro 256GB"
    found = {other: likeness(f"{phone} {shade}", f"{phone} {other} SIMフリー").sameness for other in TITANIUM}
    assert found.pop(shade) is Sameness.SAME
    assert set(found.values()) == {Sameness.VARIANT}
