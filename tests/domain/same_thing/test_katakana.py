"""What katakana reads of Latin letters."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare
from okawari.domain.same_thing.language.katakana import may_read, reads


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("ピカルディ", "picardie"),
        ("ヒートテック", "heattech"),
        ("グランプリ", "grand prix"),
        ("シャンパン", "champagne"),
        ("グーテナハト", "gute nacht"),
        ("コンチネンタル", "continental"),
        ("シャドウオブザエルドツリー", "shadow of the erdtree"),
        ("ルコックスポルティフ", "le coq sportif"),
        ("レギンス", "leggings"),
        ("シュワルツコフ", "schwarzkopf"),
        ("マルゴー", "margaux"),
        ("リスニング", "listening"),
        ("トラディショナル", "traditional"),
    ],
)
def test_katakana_reads_words_of_many_languages(kana, letters):
    assert reads(kana, tuple(letters.split()))


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("ピカルディ", "ricard"),
        ("プレミアム", "standard"),
        ("ラベンダー", "lemon grass"),
        ("シャドウオブザエルドツリー", "shadow of the"),
        ("ヒートテック", "airism"),
        ("漢字のカナ", "kanji"),
        ("アキュビュー", "acuvue"),
    ],
)
def test_katakana_does_not_read_other_words_nor_what_is_too_short_to_tell(kana, letters):
    assert not reads(kana, tuple(letters.split()))


@pytest.mark.parametrize(
    ("kana", "word"),
    [
        ("ウォーカー", "walker"),
        ("オデッセイ", "odyssey"),
        ("アキュビュー", "acuvue"),
        ("タオ", "tao"),
        ("ソロ", "solo"),
        ("ダブル", "w"),
        ("ジュニア", "jr"),
        ("ワン", "one"),
    ],
)
def test_a_short_word_may_read_one_that_is_about_as_long(kana, word):
    assert may_read(kana, word)


@pytest.mark.parametrize(
    ("kana", "word"), [("ソロ", "duo"), ("タオ", "it"), ("ウォーカー", "akira"), ("シングル", "w")]
)
def test_a_short_word_does_not_read_another(kana, word):
    assert not may_read(kana, word)


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ボルミオリロッコ タンブラー ロンシャン 250ml 6個", "ボルミオリロッコ LONGCHAMP タンブラー 250ml 6個セット"),
        ("コールマン ツーリングドーム ST グリーン", "Coleman TOURING DOME ST グリーン テント"),
        ("サーモス 手あみ 折り紙 セット 300枚", "サーモス 手編み おりがみ セット 300枚"),
        ("ペットセーフ ドリンクウェル ソロ 2 ホワイト", "ペットセーフ ドリンクウェル SOLO 2 白"),
        ("コスメ シカケアマスク 30枚", "コスメ CICA ケアマスク 30枚入"),
    ],
)
def test_what_one_title_writes_in_kana_another_has_in_other_letters(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ボルミオリロッコ タンブラー ロンシャン 250ml 6個", "ボルミオリロッコ SORGENTE タンブラー 250ml 6個セット"),
        ("ペットセーフ ドリンクウェル ソロ 2 ホワイト", "ペットセーフ ドリンクウェル DUO 2 白"),
        ("ボディソープ 桃の香り 500ml", "ボディソープ 梅の香り 500ml"),
        ("コスメ シカケアマスク 30枚", "コスメ VITA ケアマスク 30枚入"),
    ],
)
def test_other_words_in_other_letters_stay_apart(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("N-UP シルキーマスカラ ブラウン", "N-UP(エヌアップ) シルキーマスカラ ブラウン"),
        ("山川照明 Z-LIGHT Z-10D ブラック", "山川照明 ゼットライト Z-10D 黒"),
        ("モンベル チェアワン ブラック", "montbell Chair One Black"),
        ("ハマノ チェアワン ブラック", "ハマノ チェアワン Chair One ブラック 折りたたみ"),
        ("ハマノ オーロラナイト 350 グレー", "HAMANO AURORA NIGHT 350 オーロラナイト グレー"),
        ("Hamano Borsena Birko-Tex Black 42", "ハマノ ボルセナ ビルコテックス ブラック 42"),
    ],
)
def test_letters_and_words_are_read_as_one_word(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("N-UP シルキーマスカラ ブラウン", "N-UP(エムアップ) シルキーマスカラ ブラウン"),
        ("山川照明 Z-LIGHT Z-10D ブラック", "山川照明 ゼットライト Z-80 黒"),
        ("山川照明 Z-LIGHT Z-10D ブラック", "山川照明 ゼットスタンド Z-10D 黒"),
        ("モンベル チェアワン ブラック", "montbell Chair Zero Black"),
        ("RG 1/144 ニューゴンドラ プラモデル", "RG 1/144 Hi-Nu Gondola Model Kit"),
        ("ハマノ チェアワン ブラック", "ハマノ チェアワン Ground Chair ブラック"),
        ("ハマノ チェアワン ブラック", "ハマノ チェアワン Chair One Home ブラック XL"),
        ("Hamano Borsena Birko-Tex Black 42", "ハマノ ボルセナ オイルドレザー ブラック 42"),
    ],
)
def test_what_reads_but_a_part_stays_apart(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ミレー デイパック HDナイロン 黒 26L", "MILLET DAY PACK HD NYLON 黒 26L"),
        ("ピップ スリムウォーク メディカルリンパ ソックス 黒 M", "ピップ SLIMWALK メディカルリンパ ソックス 黒 M"),
        ("ハマノ メリオ カーボン ムーンブラック 2024", "HAMANO メリオ カーボン MOON BLACK 2024"),
        ("ザバス ホエイ 100 リッチショコラ味 980g", "SAVAS Whey 100 Rich Chocolat 980g"),
    ],
)
def test_a_word_that_is_taken_apart_is_read_as_a_whole(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ミレー デイパック HDナイロン 黒 26L", "MILLET HALF DAY PACK HD NYLON 黒 26L"),
        ("ピップ スリムウォーク メディカルリンパ ソックス 黒 M", "ピップ SLIMSLEEP メディカルリンパ ソックス 黒 M"),
        ("ハマノ メリオ カーボン ムーンブラック 2024", "HAMANO メリオ カーボン STAR BLACK 2024"),
        ("ザバス ホエイ 100 リッチショコラ味 980g", "SAVAS Whey 100 Milk Chocolat 980g"),
        ("ハマノ ワゴン ホワイト", "ハマノ NISSAFORS ニッサフォルス ワゴン ホワイト"),
        (
            "クロックス クラシック クロッグ ネイビー 26cm",
            "クロックス クラシックラインドクロッグ ネイビー 26cm Classic Lined Clog",
        ),
        ("モンベル チェアワン ブラック", "montbell Chair One (re) Black"),
    ],
)
def test_a_longer_name_is_read_for_no_shorter_one(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ エックスライン アップグレード 200m 1号", "ハマノ XLINE アップグレード 200m 1号"),
        ("ハマノ クルリオ エックス プラス ブラック", "ハマノ クルリオ X プラス ブラック"),
        ("タイトリスト PRO V1 ホワイト", "タイトリスト プロブイワン PRO V1 ホワイト"),
        ("ハマノ 超消臭1WEEK 柔軟剤 1280mL", "ハマノ 超消臭 ワンウィーク 柔軟剤 1280mL"),
    ],
)
def test_letters_are_read_by_their_names(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ エックスライン アップグレード 200m 1号", "ハマノ ZLINE アップグレード 200m 1号"),
        ("ハマノ エックスライン アップグレード 200m 1号", "ハマノ LINE アップグレード 200m 1号"),
        ("ハマノ クルリオ エックス プラス ブラック", "ハマノ クルリオ Z プラス ブラック"),
        ("ハマノ クルリオ エックス プラス ブラック", "ハマノ クルリオ プラス ブラック"),
        ("タイトリスト PRO V1 ホワイト", "タイトリスト プロブイワンエックス PRO V1X ホワイト"),
        ("ハマノ ぬいぐるみ 11cm", "ハマノ ワンワン ぬいぐるみ 11cm"),
    ],
)
def test_other_letters_are_not_read_by_their_names(wanted, offer):
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME
