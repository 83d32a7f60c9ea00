"""Words that are cut out of a longer one or stand beside it, and leave no half of a word behind."""

import pytest

from okawari.domain.same_thing import Thing, compare


def verdict(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness.value


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("月刊ボドコ 2025年 3月号 星雲社 付録つき", "月刊ボドコ 2025年3月号 付録付き", "same"),
        ("月刊ボドコ 2025年 3月号 星雲社 付録つき", "月刊ボドコ 2025年3月号 【付録】 雑誌", "same"),
        ("ナムコロ 薬用しみ対策クリーム 30g", "ナムコロ 薬用 しみ対策 クリーム 30g", "same"),
        ("広文典 第三版 岩波書店", "岩波書店 広文典 第3版 函入り", "same"),
        ("月刊ボドコ 2025年 3月号 星雲社 付録つき", "月刊ボドコ 2025年3月号 付録なし", "unsure"),
        ("ナムコロ 薬用しみ対策クリーム 30g", "ナムコロ 薬用 しわ対策クリーム 30g", "unsure"),
        ("ナムコロ 白うどん 東日本 101g×12個", "ナムコロ 白うどん 西日本 101g×12個", "variant"),
        ("ナムコロ 玄米茶 200g", "ナムコロ 抹茶入り 玄米茶 200g", "unsure"),
    ],
)
def test_what_tells_nothing_is_taken_out_of_a_run_where_it_is_a_word(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("星空の図書館 佐藤明子 岩波書店", "岩波書店 星空の図書館 帯付き", "same"),
        ("こねこのパンや 絵本 工藤ミチコ 白泉社", "絵本 こねこのパンや 白泉社 3歳から", "same"),
        (
            "星のゆりかご (7) (少年サンデーコミックス) 山野一郎 小学館",
            "星のゆりかご 7巻 小学館 少年サンデーコミックス",
            "same",
        ),
        ("星空の図書館 佐藤明子 岩波書店", "星空の図書館 帯付き", "unsure"),
        ("星空の図書館 佐藤明子 岩波書店", "岩波書店 星空の図書館 田中緑", "unsure"),
        ("星空の図書館 ボードブック 岩波書店", "岩波書店 星空の図書館", "unsure"),
        ("数の理論 演習 岩波書店", "岩波書店 数の理論", "unsure"),
        ("数の理論 上級 岩波書店", "岩波書店 数の理論", "unsure"),
        (
            "星のゆりかご (7) (少年サンデーコミックス) 山野一郎 小学館",
            "星のゆりかご 8巻 小学館 少年サンデーコミックス",
            "variant",
        ),
    ],
)
def test_an_author_may_be_left_out_beside_who_brought_a_book_out(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ユメノ ふわりん枕 50×30cm ブルー", "ユメノ ふわりん枕 低反発 50×30cm ブルー", "same"),
        ("関守 月光包丁 18cm", "関守 月光包丁 刃渡り18cm", "same"),
        ("ハナリ うららん 無香料 54個 おりものシート", "ハナリ うららん 無香料 54枚 パンティライナー", "same"),
        ("アラモ トコハ スーツケース 40L 黒", "アラモ トコハ 40L 黒 機内持ち込み", "same"),
        ("ユメノ ふわりん枕 低反発 50×30cm ブルー", "ユメノ ふわりん枕 高反発 50×30cm ブルー", "unsure"),
        ("関守 月光包丁 18cm", "関守 月光包丁 刃渡り21cm", "variant"),
        ("アラモ トコハ スーツケース 40L 黒", "アラモ トコハ リュック 40L 黒", "unsure"),
    ],
)
def test_general_words_of_the_trade_describe(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("トコハ シズハ 355ml×24缶", "トコハシズハ 355ml×24本", "same"),
        ("トコハン シズハン 355ml×24缶", "トコハンシズハン オーカ 355ml×24本", "unsure"),
        ("トコハンシズハン 355ml×24缶", "トコハン シズハン オーカ 355ml×24本", "unsure"),
    ],
)
def test_a_name_put_together_otherwise_is_one_behind_which_a_sister_is_named(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("トコハ シズハ ティーバッグ 100袋", "トコハ シズハ 100 100袋入", "same"),
        ("トコハ シズハ ティーバッグ 100袋", "トコハ シズハ 3 100袋入", "unsure"),
        ("トコハン 7巻 てんとう虫コミックス 藤野・F・不二彦", "トコハン 7巻 てんとう虫コミックス", "same"),
        ("トコハン 7巻 てんとう虫コミックス 藤野・F・不二彦", "トコハン 8巻 てんとう虫コミックス", "variant"),
        ("トコハン 7巻 てんとう虫コミックス EX", "トコハン 7巻 てんとう虫コミックス", "unsure"),
    ],
)
def test_a_count_is_no_number_of_its_own_nor_an_initial_a_word(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ヤマネ トコハ キックバイク 黒 12インチ", "ヤマネ トコハ 黒 12インチ 2歳から", "same"),
        ("ヤマネ トコハ 60枚", "ヤマネ トコハ 長時間 衛生用品 60枚", "same"),
        ("ヤマネ トコハ キックバイク 黒 12インチ", "ヤマネ トコハ 三輪車 黒 12インチ", "unsure"),
        ("ヤマネ トコハ 60枚", "ヤマネ トコハ 敏感肌 60枚", "unsure"),
        ("ヤマネ トコハ 60枚", "ヤマネ トコハ 強化版 60枚", "variant"),
        ("ヤマネ トコハ 油汚れ用 500ml", "ヤマネ トコハ 水垢用 500ml", "unsure"),
        ("ヤマネ トコハ 洗剤 500ml", "ヤマネ トコハ ニオイ専用 洗剤 500ml", "unsure"),
        ("ヤマネ トコハ 消臭剤 500ml", "ヤマネ トコハ 衣類用 消臭剤 500ml", "unsure"),
    ],
)
def test_more_words_of_the_trade_describe(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ミナモ トコハプラス 360ml×3本", "ミナモ トコハプラス 360ml×3 レンズケース付き コンタクト用洗浄液", "same"),
        ("ミナモ トコハプラス 360ml×3本", "ミナモ トコハプラス 360ml×3 ケース付 消毒液", "same"),
        ("ミナモ トコハプラス 12色", "ミナモ トコハプラス 12色 ケース付", "unsure"),
    ],
)
def test_a_case_comes_along_with_a_fluid(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ミナモ トコハン 粉末 1L用 74g×5袋", "ミナモ トコハン パウダー 1L用 74g×5袋", "same"),
        ("ミナモ トコハンミニチョコレート 12個", "ミナモ トコハン ミニチョコ 12個", "same"),
        ("ミナモ トコハン カフェインレス 60g", "ミナモ トコハン カフェインレス 60g デカフェ", "same"),
        ("ミナモ トコハン 黒 L", "ミナモ トコハン 黒 Lサイズ SGマーク 認証", "same"),
        ("ミナモ トコハン 粉末 1L用 74g×5袋", "ミナモ トコハン ゼリー 1L用 74g×5袋", "unsure"),
        ("ミナモ トコハンミニチョコレート 12個", "ミナモ トコハン ミニグミン 12個", "unsure"),
        ("ミナモ トコハン 60g", "ミナモ トコハン デカフェ 60g", "unsure"),
        ("ミナモ トコハン 黒 L", "ミナモ トコハン ST 黒 L", "unsure"),
    ],
)
def test_one_word_is_said_by_another(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("エステー 消臭力 トイレ用 シトラス 400ml", "トイレの消臭力 シトラス 400ml エステー", "same"),
        ("ミナモ のどすっきり飴 88g", "ミナモのどすっきり飴 88g", "same"),
        ("エステー 消臭力 トイレ用 シトラス 400ml", "お部屋の消臭力 シトラス 400ml エステー", "unsure"),
        ("ちいかわ タオル 34×80cm", "シナモロール タオル 34×80cm", "unsure"),
        ("ヤマネ 弁当箱 450ml ちいかわ", "ヤマネ 弁当箱 450ml リラックマ", "unsure"),
    ],
)
def test_what_joins_words_tells_nothing_and_a_figure_in_the_place_of_another_does(wanted, offer, told):
    assert verdict(wanted, offer) == told
