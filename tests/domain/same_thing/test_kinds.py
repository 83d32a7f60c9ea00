"""Kinds of wording, each by goods made up for it: what tells the same in another way, and what tells sisters apart."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def sameness(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 時計 SBDC101", "甲社 SBDC101 腕時計 自動巻 200m防水 グレー文字盤 ステンレスバンド"),
        ("甲社 乙丙丁 M シール蓋付", "甲社 乙丙丁 M シール蓋 直火"),
        ("甲社 替刃 AB12CD34 銀", "甲社 替え刃 AB12CD34 銀 内刃カセット"),
        ("甲社 乙丙 棚 5段 25mm", "甲社 乙丙 棚 5段 ポール径25mm"),
        ("甲社 猫の砂 5.5L 4袋", "甲社 猫の砂 5.5L×4袋 ケース"),
        ("甲社 ドリル AB12CD34 青", "甲社 ドリル AB12CD34 青 電池2個・急速充電器 一式"),
    ],
)
def test_a_part_that_is_told_of_the_thing_makes_no_accessory(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 時計 SBDC101", "甲社 SBDC101 ステンレスバンド"),
        ("甲社 時計 SBDC101", "甲社 SBDC101 腕時計 自動巻 200m防水 対応 ステンレスバンド"),
        ("甲社 乙丙丁 128GB 黒", "甲社 乙丙丁 128GB 黒 手帳型 耐衝撃 スタンド機能 カード収納 ケース"),
        ("甲社 乙丙丁 M", "甲社 乙丙丁 M シール蓋"),
        ("甲社 炊飯器 AB12CD34 黒", "甲社 AB12CD34 黒 炊飯器 圧力IH 5.5合 炊き 内釜"),
        ("甲社 掃除機 V12 AB46 青", "甲社 掃除機 V12 AB46 青 コードレス 軽量 サイクロン 純正 モーターヘッド"),
    ],
)
def test_a_part_alone_is_an_accessory(wanted, offer):
    assert sameness(wanted, offer) is Sameness.ACCESSORY


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 乙丙 パール B X 2024 白", "甲社 乙丙 パール B X 2024年モデル 白"),
        ("甲社 コーヒーメーカー AB12CD34 3杯用", "甲社 コーヒーメーカー AB12CD34 3杯"),
        ("甲社 トースター AB12CD34 4枚焼き", "甲社 トースター AB12CD34 4枚"),
        ("甲社 乾燥機 AB12CD34 白", "甲社 乾燥機 AB12CD34 2組同時 白"),
        ("甲社 ホチキス ST12X 白", "甲社 ホチキス ST12X 白 30-751"),
        ("甲社 スケッチブック 並口 S120", "甲社 スケッチブック 並口 画用紙 24枚 S120"),
        ("甲社 乙丙 180組 5箱", "甲社 乙丙 360枚(180組)×5箱"),
        ("甲社 乙丙 チョコ 47枚入", "甲社 乙丙 チョコ (47枚) 標準47枚入り"),
        ("甲社 乙丙 155ml 24本", "【1ケース】甲社 乙丙 155mL×24本 (1ケース24本入り)"),
        ("甲社 乙丙 200日分", "甲社 乙丙 200日"),
        ("甲社 乙丙 400g×2袋", "甲社 乙丙 400gX2"),
        ("甲社 E5系 基本セット(4両)", "甲社 E5系 4両基本セット"),
        ("甲社 乙丙丁 たっぷりセット", "甲社 乙丙丁 たっぷりセット 83-066"),
    ],
)
def test_how_many_there_are_is_told_in_many_ways(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 スケッチブック 並口 S120", "甲社 スケッチブック 並口 S120 24枚セット"),
        ("甲社 コーヒーメーカー AB12CD34 3杯用", "甲社 コーヒーメーカー AB12CD34 2個"),
        ("甲社 乙丙 12個", "甲社 乙丙 12個×12袋"),
        ("甲社 E5系 基本セット(4両)", "甲社 E5系 増結セット(6両)"),
        ("甲社 メモリ 16GB DDR5", "甲社 メモリ 16GB DDR4"),
    ],
)
def test_another_count_is_another_article(wanted, offer):
    assert sameness(wanted, offer) is Sameness.VARIANT


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 白い約束 AB12CD34", "【アウトレットではない新品】甲社 白い約束 AB12CD34"),
        ("甲社 電池 N-80B24L", "甲社 電池 N-80B24L 使用済バッテリー引取無料"),
        ("甲社 ファン AB12CD 本体", "甲社 ファン AB12CD 本体のみ"),
        ("乙丙 12年 700ml", "乙丙 12年 700ml 箱なし"),
        ("乙丙 12年 700ml 箱なし", "乙丙 12年 700ml"),
        ("乙丙 純米 720ml 化粧箱なし", "乙丙 純米 720ml 国産"),
    ],
)
def test_what_only_sounds_like_a_used_one_is_new(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("甲社 REGNO GR-XIII 95V", "甲社 REGNO GR-XII 95V"),
        ("甲社 乙丙 深型 M", "甲社 乙丙 浅型 M"),
        ("甲社 乙丙 500ml 箱なし", "甲社 乙丙 500ml 箱付"),
        ("甲社 乙丙 500ml 箱なし", "甲社 乙丙 500ml カートン入り"),
        ("甲社 乙丙 50ml 箱なし", "甲社 乙丙 50ml"),
        ("甲社 乙丙 500ml 中古 箱なし", "甲社 乙丙 500ml"),
        ("甲社 乙丙 ホワイト 12個", "甲社 乙丙 パールホワイト 12個"),
        ("甲社 マイデイ 30枚 -2.25", "甲社 マイデイ トーリック 30枚 -2.25"),
        ("甲社 グラファイト トースター AB-C13A 緑", "甲社 グラファイト トースター AB-C13A"),
        ("甲社 23レガリス LT2500S", "甲社 レガリス LT2500S"),
        ("甲社 チェアワン コヨーテタン 1822221", "甲社 チェアワン ブラック 1822221"),
        ("甲社 映画 Blu-ray 2枚組", "甲社 映画 ブルーレイ"),
        ("変な乙 甲", "変な乙 (乙葉文庫) 甲"),
        ("甲社 乙丙 成犬用 3kg", "甲社 乙丙 3kg"),
        ("甲社 テナジー05 黒", "甲社 テナジー80 黒"),
        ("甲社 カフェラテ スティック オレンジ 20本", "甲社 カフェラテ カフェオレ スティック オレンジ 20本"),
        ("甲社 Switch 2 本体", "丙丁I&II -Switch"),
        ("三体 (ハヤカワ文庫SF)", "甲社 AB12CD34 HUGE 有線"),
        ("乙丙 (ハヤカワ文庫)", "甲乙よ、丙を撃て ハヤカワ文庫"),
        ("甲社 CL107FDSHW", "甲社 CL107FDSHW 紙パック 10枚"),
        ("甲社 片手鍋 18cm つや消し", "甲社 片手鍋 18cm つや消し フタ付き"),
        ("甲社 乙丙 800ml", "甲社 乙丙 800ml バニラ風味"),
    ],
)
def test_what_a_number_or_the_other_words_do_not_outweigh(wanted, offer):
    assert sameness(wanted, offer) not in {Sameness.SAME, Sameness.ACCESSORY}


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("乙 KAMUI-III 青", "乙 KAMUI III 青"),
        ("甲社 リール 23 乙丙 2500S", "甲社 リール 乙丙 2500S 2023年モデル"),
        ("乙米 5kg 令和8年産", "乙米 5kg R8年産"),
        ("乙丙のごはん コシヒカリ 200g", "乙丙のごはん こしひかり 200g"),
        ("甲社 正麺 醤油味 5食", "甲社 正麺 しょうゆ味 5食"),
        ("甲社 乙丙 タワー 白 3269", "甲社 乙丙 tower 白 3269"),
        ("甲社 乙丙 スゴカルα", "甲社 乙丙 スゴカルアルファ"),
        ("甲社 Mini 12 Pastel Blue", "甲社 Mini 12 パステルブルー"),
        ("乙 モンスターハンター 通常版", "乙 モンスターハンター モンハン 通常版"),
        ("乙 カタン 日本語版", "GP 乙 カタン ジーピー 日本語版"),
        ("乙丙の物語 (甲文庫nex)", "乙丙の物語 (甲文庫 す-31-2 nex)"),
        ("乙丙 16巻", "乙丙 16 (ワイドKC)"),
        ("甲社 ペン PGB-1000 細字", "甲社 ペン PGB-1000#21 細字"),
        ("甲社 ワンデー 30枚 -3.00", "甲社 ワンデー 30枚入 (度数：-3.00)"),
        ("甲社 ホワイトシリーズ 容器 M", "甲社 ホワイトシリーズ 容器 M 白"),
        ("甲社 乙丙 リュック 27L 黒", "甲社 乙丙 リュック 27L 黒 メンズ レディース"),
        ("甲社 乙丙 深型(マットブラック) 20cm", "甲社 乙丙 深型 ブラック(マットブラック) 20cm"),
        ("甲社 テナジー05 黒 特厚", "甲社 テナジー05 特厚 黒"),
        ("甲社 映画 Blu-ray 2枚組", "甲社 映画 (Blu-ray2枚組)"),
        ("甲社 リング 4K UHD", "甲社 リング 4K Ultra HD"),
        ("甲社 定規 5mm方眼 N182A", "甲社 定規 5ミリ方眼 N182A"),
        ("甲社 虎徹 Mark III SCK3000", "甲社 虎徹MarkⅢ SCK3000"),
    ],
)
def test_one_thing_is_spelled_in_many_ways(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("アクエリアス 500ml 24本", "キリン 一番搾り 糖質ゼロ 500ml×24本"),
        ("コカ・コーラ ゼロ 500ml 24本", "三ツ矢サイダー ゼロ 500ml×24本"),
        ("ファミリートレーナー Switch", "乙丙 通常版 Switch"),
        ("伊藤園 お～いお茶 緑茶 600ml 24本", "伊右衛門 濃い味 600ml×24本"),
        ("呪術廻戦 第25巻", "るるぶ京都'25"),
        ("鬼滅の刃 23 (ジャンプコミックス)", "ダイワ レガリス LT2000S 23モデル"),
        ("機動戦士ガンダムSEED FREEDOM Blu-ray 通常版", "砂の惑星 Blu-ray"),
        ("成城石井 プレミアムチーズケーキ", "スターフィールド プレミアム XSX"),
    ],
)
def test_an_offer_that_says_nothing_of_the_wanted_name_is_never_the_same(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME
