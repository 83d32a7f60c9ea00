"""How quantities are written: units, counts, sizes, strengths, powers, dates, each in several ways."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare
from okawari.domain.same_thing.title import take_apart

SAME = [
    ("legal class", "赤城胃腸薬 20錠【第2類医薬品】", "赤城胃腸薬 20錠"),
    ("legal class in a ring", "赤城胃腸薬 20錠【第②類医薬品】", "【指定第2類医薬品】赤城胃腸薬 20錠"),
    ("strength", "芋焼酎 白波乃里 25度 1800ml", "芋焼酎 白波乃里 25% 1800ml"),
    ("strength by sign", "芋焼酎 白波乃里 25度 1800ml", "芋焼酎 白波乃里 25° 1.8L"),
    ("strength of a spirit left out", "グレンハーバー 12年 40度 700ml", "グレンハーバー 12年 700ml 箱入り"),
    ("unit at both ends", "ニャンダ キャットフード チキン 1〜6歳 2kg", "ニャンダ キャットフード チキン 1歳〜6歳 2kg"),
    ("range without a unit", "モトラ ヘルメット 白 59-60cm", "モトラ ヘルメット 白 59-60"),
    ("shoe size apart", "アルペナ トレイルシューズ TX3041 27cm", "Alpena Trail TX3041 US 9 / 27cm New"),
    ("lanes", "ストラス SSD 1TB PCIe Gen 4.0 x4 ST1000-N", "ストラス SSD 1TB PCIe4.0 ST1000-N"),
    ("viscosity", "モトラ エンジンオイル プレステージ 5W-30 4L", "モトラ エンジンオイル プレステージ 5W30 4L"),
    ("month in figures", "月刊つり人生 2024年12月号", "月刊つり人生 2024/12"),
    ("colour number", "ハマノ 毛糸 ソフィ C/No.401 50g", "ハマノ 毛糸 ソフィ col.401 50g"),
    ("one case", "サンリバー 炭酸水 500ml×24本", "サンリバー 炭酸水 500ml×1ケース(24本)"),
    ("case behind", "サンリバー 炭酸水 500ml×24本", "サンリバー 炭酸水 500ml 24本(1ケース)"),
    ("twin pack", "サンリバー 洗浄液 クリア 500ml×2本パック", "サンリバー 洗浄液 クリア 500ml ツインパック"),
    ("set of", "赤城プラグ K20 4本セット", "赤城プラグ K20 set of 4"),
    ("dozen", "モトラ ゴルフボール X9 12球", "モトラ ゴルフボール X9 1 dozen"),
    ("counter in katakana", "赤城 替刃 8コ入", "赤城 替刃 8個入"),
    ("rolls", "ハマノ トイレットペーパー シングル 55m 12ロール", "ハマノ トイレットペーパー シングル 55m 12R"),
    ("count told again", "ニャンダ ノミ駆除 6本", "ニャンダ ノミ駆除 6本(6ピペット)"),
    ("power", "ワンデークリスタ 30枚 BC8.5 PWR-3.00", "ワンデークリスタ 30枚 BC:8.5 D-3.00 DIA14.2"),
    ("power and curve bare", "ワンデークリスタ 30枚 BC8.5 PWR-3.00", "ワンデークリスタ 30枚 8.5 -3.00"),
    ("cubic centimetres", "ハマノ グラス 250cc 6個", "ハマノ グラス 250ml 6個"),
    ("english counter", "赤城胃腸薬EX 250錠", "赤城胃腸薬EX 250 tablets"),
    ("pieces counted", "ハマノ ビーズ 白 1000ピース", "ハマノ ビーズ 白 1000個入"),
    ("pieces by letter", "ハマノ ビーズ 白 1000ピース", "ハマノ ビーズ 白 1000P"),
    ("servings counted", "ネスタ カプセル ルンゴ 16杯分×3箱", "ネスタ カプセル ルンゴ 16杯 3箱"),
    ("international units", "ナウバイト ビタミンE 5,000IU 90粒", "ナウバイト ビタミンE 5000IU 90粒"),
    ("headset is no set", "ソノラ ヘッドセット SN-1200XM ブラック", "ソノラ ステレオヘッドセット SN-1200XM ブラック"),
    ("charge without unit", "パワリア 10000 ブラック 10000mAh", "パワリア 10000 ブラック"),
    ("catalogue number left out", "ガラコート ミラー撥水 04172", "ガラコート ミラー撥水"),
    ("number of a series", "赤城模型 先細薄刃ニッパー 74123", "赤城模型 先細薄刃ニッパー No.123"),
    ("year without its sign", "人生すごろく 2023年版", "人生すごろく 2023"),
    ("year in two digits", "モトラ ゴルフボール 2025年モデル 12球", "モトラ ゴルフボール 25年 12球"),
    ("roman numeral of one sign", "赤本 基礎数学Ⅰ", "赤本 基礎数学1"),
    ("length beside a letter", "モトラ ヘルメット Z8 白 Lサイズ(59cm)", "モトラ ヘルメット Z8 白 L"),
    ("rank of a shop", "パワリア タンブラー 白", "【ランキング1位】パワリア タンブラー 白"),
    ("counted in its number", "ハマノ スリーブ100 100枚入", "ハマノ スリーブ100"),
    ("times behind bytes", "ストラス メモリ ST2K16G4D 16GB×2枚", "ストラス メモリ 32GB(16GBx2枚) ST2K16G4D"),
    ("shade of make-up without its weight", "ケイラ パールハイライト 01 漆黒 2.4g", "ケイラ パールハイライト 01 漆黒"),
    ("sachets without their weight", "茅屋だし 8g×30袋", "茅屋だし 30包"),
    ("ounces for millilitres", "CeraDew Cleanser 355ml", "CeraDew Cleanser 12 oz"),
    ("grams for ounces", "CeraDew Cream 19 oz", "CeraDew Cream 539g"),
    ("inches for centimetres", "Bunnyfold Plush 31cm", "Bunnyfold Plush 12 inch"),
    ("gigabytes by their first letter", "ストラス RTX 4060 VENTA 8G", "ストラス RTX4060 VENTA 8GB"),
    ("what it is for", "モトラ エンジンオイル プレステージ 4L 4輪用", "モトラ エンジンオイル プレステージ 4L"),
    ("weight of a wearer", "ムニャン おむつ テープ Sサイズ (4〜8kg) 82枚", "ムニャン おむつ テープ Sサイズ 82枚"),
    ("gauge of strings", "ストラム アコギ弦 ライト EXL210", "ストラム アコギ弦 ライト EXL210 10-46"),
    (
        "several things behind slashes",
        "ドルチェーナ ライトウィンド EDT SP 100ml",
        "ドルチェーナ ライトウィンド EDT/SP/100ML",
    ),
    ("size in a word", "Alpena Shell Jacket Black M", "Alpena Shell Jacket Black Medium"),
    ("inches by their sign", "ビュラ モニター 24.1型 ブラック VU2485", 'Viewla VU2485 24.1" Monitor Black'),
    ("number of a shade whose name is told", "ケイラ リップモンド 03 陽炎", "ケイラ リップモンド 陽炎"),
    ("catalogue number of a colour", "山川実業 マグネットラック ホワイト 3269", "山川実業 マグネットラック ホワイト"),
    ("weeks", "クーラビジョン バイオフィナ 6枚 -5.50", "クーラビジョン バイオフィナ 2ウィーク 6枚 -5.50"),
    ("sides", "無地良品 深型ラック 26×37×17.5cm", "無地良品 深型ラック 幅26×奥行37×高さ17.5cm"),
    ("nib", "プラチラ 万年筆 カスタマ74 ブラック M", "プラチラ 万年筆 カスタマ74 ブラック 中字"),
    ("carton of a strong drink", "芋焼酎 白波乃里 25度 1800ml パック", "芋焼酎 白波乃里 25度 1800ml 紙パック"),
    ("grip of a racket", "ヨネスキー アストラ88 ブラック 4U5", "ヨネスキー アストラ88 ブラック 4UG5"),
]
NOT_SAME = [
    ("strength", "芋焼酎 白波乃里 25度 1800ml", "芋焼酎 白波乃里 20% 1800ml"),
    ("strength left out", "芋焼酎 白波乃里 20度 1800ml", "芋焼酎 白波乃里 1800ml"),
    ("ages", "ニャンダ キャットフード チキン 1〜6歳 2kg", "ニャンダ キャットフード チキン 7歳〜10歳 2kg"),
    ("range", "モトラ ヘルメット 白 59-60cm", "モトラ ヘルメット 白 57-58"),
    ("viscosity", "モトラ エンジンオイル プレステージ 5W-30 4L", "モトラ エンジンオイル プレステージ 0W-20 4L"),
    (
        "maker of one viscosity",
        "モトラ エンジンオイル プレステージ 5W-30 4L",
        "アルペナ エンジンオイル ゼニス 5W-30 4L",
    ),
    ("month", "月刊つり人生 2024年12月号", "月刊つり人生 2024/11"),
    ("two cases", "サンリバー 炭酸水 500ml×24本", "サンリバー 炭酸水 500ml×2ケース(48本)"),
    ("set of", "赤城プラグ K20 4本セット", "赤城プラグ K20 set of 6"),
    ("power", "ワンデークリスタ 30枚 BC8.5 PWR-3.00", "ワンデークリスタ 30枚 BC8.5 D-3.25"),
    ("sign of power", "ワンデークリスタ 30枚 BC8.5 PWR-3.00", "ワンデークリスタ 30枚 BC8.5 +3.00"),
    ("no power", "ワンデークリスタ 30枚 BC8.5 PWR-3.00", "ワンデークリスタ 30枚 BC8.5 ±0.00"),
    ("english counter", "赤城胃腸薬EX 250錠", "赤城胃腸薬EX 180 tablets"),
    ("pieces", "ハマノ ビーズ 白 1000ピース", "ハマノ ビーズ 白 500P"),
    ("a set of more", "ソノラ ヘッドセット SN-1200XM ブラック", "ソノラ ヘッドセット SN-1200XM ブラック 2個セット"),
    ("year in two digits", "モトラ ゴルフボール 2025年モデル 12球", "モトラ ゴルフボール 23年 12球"),
    ("year left out", "モトラ ゴルフボール 2025年モデル 12球", "モトラ ゴルフボール 12球"),
    ("roman numeral of one sign", "赤本 基礎数学Ⅰ", "赤本 基礎数学2"),
    ("letter beside a length", "モトラ ヘルメット Z8 白 Lサイズ(59cm)", "モトラ ヘルメット Z8 白 M"),
    ("make-up of no shade", "ケイラ パールハイライト 2.4g", "ケイラ パールハイライト"),
    ("another shade", "ケイラ パールハイライト 01 漆黒 2.4g", "ケイラ パールハイライト 02 漆黒"),
    ("bottles without their volume", "ケイラ 化粧水 101 200ml", "ケイラ 化粧水 101"),
    ("cans without their weight", "ニャンダ 缶詰 チキン 85g×24缶", "ニャンダ 缶詰 チキン 24缶"),
    ("ounces", "CeraDew Cleanser 355ml", "CeraDew Cleanser 16 oz"),
    ("inches", "Bunnyfold Plush 31cm", "Bunnyfold Plush 9 inch"),
    ("gigabytes", "ストラス RTX 4060 VENTA 8G", "ストラス RTX4060 VENTA 16GB"),
    ("what it is for", "モトラ エンジンオイル プレステージ 4L 4輪用", "モトラ エンジンオイル プレステージ 4L 2輪用"),
    ("a body and its kit", "ニコラ Z50II ボディ", "ニコラ Z50II 16-50 レンズキット"),
    ("size in a word", "Alpena Shell Jacket Black M", "Alpena Shell Jacket Black Large"),
    ("quotes", "Viewla Monitor 24インチ", 'Viewla Monitor "Series 27"'),
    ("number of a shade of another name", "ケイラ リップモンド 03 陽炎", "ケイラ リップモンド 05 月光"),
    ("a longer number of a name", "パワリア 4090 ホワイト", "パワリア ホワイト"),
    ("a vessel", "サンリバー コーラ 500mlPET×24本", "サンリバー コーラ 500ml缶×24本"),
    ("nib", "プラチラ 万年筆 PNB-1300 ブラック F", "プラチラ 万年筆 PNB-1300 ブラック M 中字"),
    ("carton and bottle", "芋焼酎 白波乃里 25度 1800ml パック", "芋焼酎 白波乃里 25度 1800ml 瓶"),
    ("grip of a racket left out", "ヨネスキー アストラ88 3AX88D-P 4U5", "ヨネスキー アストラ88 3AX88D-P"),
    ("colours to choose from", "ヨネスキー ゴーグル AGL-O180M YSMK", "ヨネスキー ゴーグル AGL-O180M 全7色"),
    ("year of a model left out", "ダイラ 24 セルテーラ LT3000-CXH", "ダイラ セルテーラ LT3000-CXH"),
    ("a nib", "ハマノ ペン 0.5 黒", "ハマノ ペン 0.7 黒"),
]


@pytest.mark.parametrize(("wanted", "offer"), [pair[1:] for pair in SAME], ids=[pair[0] for pair in SAME])
def test_a_quantity_is_known_however_it_is_written(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(("wanted", "offer"), [pair[1:] for pair in NOT_SAME], ids=[pair[0] for pair in NOT_SAME])
def test_another_quantity_is_another_article(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("角度 360度 回転", ("度-told", "360")),
        ("パワリア 充電器 65W-20V", ("power", "65")),
        ("プレイン 1080p カメラ", None),
        ("コンタクト 30枚 度なし", ("pwrp", "0")),
    ],
)
def test_what_only_looks_like_another_quantity_is_none(title, measure):
    measures = take_apart(title).measures
    assert measure in measures if measure else not (measures or take_apart(title).counts)
