"""Books, records, discs, models, kits and cards: what shops write beside their names, and what sets editions apart."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def sameness(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("雨音の測量士 新版", "雨音の測量士 新版 [ 山田 一郎 ]"),
        ("雨音の測量士 新版", "雨音の測量士 新版 山田一郎/著"),
        ("雨音の測量士 新版 北国社", "雨音の測量士 新版 山田一郎訳 北国社"),
        ("月刊鉄路 2024年12月号", "月刊鉄路 2024/12 新品"),
        ("雨音の測量士 全巻セット(1-12巻)", "雨音の測量士 コミック 1-12巻セット(ジャンプコミックス)"),
        ("雨音の測量士 7", "雨音の測量士 7巻 最終巻"),
        ("旅ノート金沢'25 (旅ノート情報版)", "旅ノート金沢'25 (旅ノート情報版地域) 新品"),
        ("甲乙丙 青い汽笛 通常盤 CD", "青い汽笛(通常盤)/甲乙丙[CD]【返品種別A】"),
        ("甲乙丙 青い汽笛 通常盤", "甲乙丙 青い汽笛 通常盤 2ndアルバム"),
        ("甲乙丙 青い汽笛 完全生産限定盤", "甲乙丙 青い汽笛 完全生産限定盤 《限定盤》"),
        ("BLUE WHISTLE BOOK 完全生産限定盤", "BLUE WHISTLE BOOK Limited Edition"),
        ("青い汽笛 Blu-ray BOX", "青い汽笛 BD-BOX"),
        ("青い汽笛 アナログ盤", "青い汽笛 Vinyl"),
        ("青い汽笛 Blu-ray 2枚組", "青い汽笛 (Blu-ray2枚組)"),
        ("HG 1/144 乙丙ガンダム 03", "HG 乙丙ガンダム No.03 1/144 ガンプラ"),
        ("RG 1/144 乙丙ガンダム", "RG 36 RX-99 乙丙ガンダム 1/144"),
        ("MG 1/100 乙丙ガンダム Ver.2.0", "MG 1/100 乙丙ガンダム Ver. 2.0"),
        ("タミヤ 1/10 RCカー 58999 組立キット", "Tamiya 58999 1/10 RC Buggy Kit"),
        ("Nゲージ 丁戊線 基本セット 4両 10-999", "丁戊線 4両基本 10-999 鉄道模型"),
        ("丁戊 22-999 制御器 SX (ACアダプター別売)", "丁戊 制御器SX 22-999 Nゲージ"),
        ("甲乙丙 TCG 丁戊の夜明け BOX", "甲乙丙 TCG 丁戊の夜明け Booster Box"),
        ("雨音の測量士 北国書店 絵本", "雨音の測量士 やまだはなこ"),
        ("雨音の測量士 (新装版) 北国社 単行本", "雨音の測量士〈新装版〉 J.K.ワーズワース 北国社"),
        ("雨音の測量士 15 (丁戊文庫)", "雨音の測量士 15/山田一郎/はなこ 【丁戊文庫】"),
        ("雨音の測量士 15巻 特装版", "雨音の測量士(15)特装版 ドラマCD付き"),
        ("甲乙丙 アナログ盤 180g", "甲乙丙 アナログ盤 180グラム"),
        ("figma 乙丙 水着ver.", "figma 626 乙丙 水着ver."),
        ("ワンピースカードゲーム 丁戊の絆 BOX", "ONE PIECEカードゲーム 丁戊の絆 BOX"),
        ("丁戊 ミニッツ4×4 乙丙丁 32999GR", "丁戊 ミニッツ4×4 MX-09 乙丙丁 32999GR ラジコン"),
        ("甲乙丙 ぬいぐるみマスコット うさぎ", "甲乙丙 うさぎ ぬいぐるみ マスコット キーホルダー"),
    ],
)
def test_what_shops_write_beside_the_name_of_a_work_or_a_model_tells_nothing(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("雨音の測量士 7 (ヤング丁戊コミックス)", "雨音の測量士 7 (ヤング丁戊コミックスDIGITAL)"),
        ("雨音の測量士 新版", "雨音の測量士 新版 裁断済み"),
        ("丁戊英単語 5訂版", "丁戊英単語〈5訂版対応〉CD"),
        ("雨音の測量士 新版", "雨音の測量士 新版 [ ブラック ]"),
        ("雨音の測量士 2025年 卓上カレンダー", "雨音の測量士 2025年 壁掛けカレンダー"),
        ("月刊鉄路 2024年12月号", "月刊鉄路 2024/11"),
        ("甲乙丙 青い汽笛 初回限定盤", "甲乙丙 青い汽笛 完全生産限定盤"),
        ("甲乙丙 青い汽笛 CD", "甲乙丙 青い汽笛 Limited Edition CD"),
        ("青い汽笛 アナログ盤 輸入盤", "青い汽笛 アナログ盤 国内盤"),
        ("青い汽笛 Blu-ray", "青い汽笛 Blu-ray 初回限定"),
        ("はらっぱの くま エリック・カーター", "The Small Hungry Bear Eric Carter"),
        ("HG 1/144 乙丙ガンダム", "RG 1/144 乙丙ガンダム"),
        ("RG 1/144 乙丙ガンダム", "乙丙ガンダム 1/144 ガンプラ"),
        ("PG UNLEASHED 1/60 RX-99-2 ガンダム", "PG 1/60 RX-99-2 ガンダム"),
        ("MG 1/100 乙丙ガンダム", "MG 1/100 乙丙ガンダム 塗装済み完成品"),
        ("Nゲージ 丁戊線 基本セット 4両", "Nゲージ 丁戊線 増結セット 4両"),
        ("甲乙丙 丁戊の夜明け BOX", "甲乙丙 丁戊の夜明け Booster Box English"),
        ("雨音の測量士 15 (丁戊文庫)", "雨音の測量士 ゼロの章 15 【丁戊文庫】"),
        ("丁戊線 鉄道模型 HOゲージ", "丁戊線 鉄道模型 Nゲージ"),
        ("丁戊レース ライブ サーキット うさぎセット", "丁戊レース ライブ サーキット"),
        ("丁戊レース うさぎスターターセット", "丁戊レース うさぎプレミアムセット"),
    ],
)
def test_another_edition_grade_scale_or_form_of_a_work_or_a_model_is_not_the_same(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME
