"""Goods, makers and readings that go by several names."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("大正製薬 ハナダA 44包", "ハナダA<微粒> 44包 大正製薬", "same"),
        ("大正製薬 ハナダA 44包", "ハナダB<微粒> 44包 大正製薬", "unsure"),
        (
            "大王製紙 トイレットティシュー 3.2倍巻き ダブル 8ロール",
            "大王製紙 トイレットティシュー 8ロール 3.2倍巻 ダブル",
            "same",
        ),
        (
            "大王製紙 トイレットティシュー 3.2倍巻き ダブル 8ロール",
            "大王製紙 イーナ トイレットペーパー 3.2倍巻 ダブル 8ロール",
            "unsure",
        ),
        ("ハナダキャット 室内猫 2kg ドライフード", "ハナダキャット 室内猫 2kg", "same"),
        ("ハナダキャット 室内猫 85g ドライフード", "ハナダキャット 室内猫 85g ウェットフード", "variant"),
        ("福助 ハナダ ストッキング 3足組 ベージュ M-L", "福助 ハナダ パンスト 3足組 M-L ベージュ", "same"),
        ("福助 ハナダ ストッキング 3足組 ベージュ M-L", "福助 ハナダ タイツ 3足組 M-L ベージュ", "unsure"),
        ("アンパンマン くるくるハナダ", "アンパンマン くるくるハナダ セガフェイブ 3歳", "same"),
        ("アンパンマン くるくるハナダ", "アンパンマン おしゃべりハナダ セガフェイブ 3歳", "unsure"),
    ],
)
def test_how_a_thing_is_made_up_and_who_makes_it_tell_nothing(wanted: str, offer: str, told: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("カゴメ トマトケチャップ 500g×5本", "カゴメ ケチャップ 500g 5個", "same"),
        ("カゴメ トマトケチャップ 500g×5本", "カゴメ トマトピューレ 500g 5個", "unsure"),
        (
            "ファンケル ハナダクレンジングオイル 120ml",
            "ファンケル ハナダクレンジングオイル〈メイク落とし〉120ml",
            "same",
        ),
        ("ファンケル ハナダクレンジングオイル 120ml", "ファンケル ハナダメイク落としジェル 120ml", "variant"),
        (
            "UCC ハナダの珈琲 ドリップコーヒー あまい香り 100杯",
            "ユーシーシー ハナダの珈琲 ワンドリップコーヒー 甘い香り 100杯",
            "same",
        ),
        (
            "UCC ハナダの珈琲 ドリップコーヒー あまい香り 100杯",
            "ユーシーシー ハナダの珈琲 ワンドリップコーヒー 苦い香り 100杯",
            "unsure",
        ),
        ("ハナダキラー 400g 本体", "ハナダキラー カビ取り剤 本体400g", "same"),
        ("ハナダキラー 本体 400g", "ハナダキラー カビ取り剤 つけかえ400g", "variant"),
        ("キッコーマン 調製豆乳 1000ml×6本", "キッコーマン 調整豆乳 1000ml 6本", "same"),
        ("キッコーマン 調製豆乳 1000ml×6本", "キッコーマン 無調整豆乳 1000ml 6本", "unsure"),
        # Tea of two names, and no colour of two shades.
        ("トワイニング アールグレイ 100袋 紅茶", "トワイニング レディグレイ 100袋", "unsure"),
    ],
)
def test_goods_and_how_they_are_written_go_by_several_names(wanted: str, offer: str, told: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ダキシメルハナダ フェイスタオル ピンク 浅野撚糸", "ダキシメルハナダ フェイスタオル ピンク", "same"),
        ("リキテックス ハナダジェッソ 300ml バニーコルアート", "リキテックス ハナダジェッソ 300ml 画材", "same"),
        ("ハナダの力 ニムト 6人 日本語版 カードゲーム AMIGO", "ハナダの力 ニムト 6人 日本語版 カードゲーム", "same"),
        ("ダキシメルハナダ フェイスタオル ピンク 浅野撚糸", "ツツミコムハナダ フェイスタオル ピンク", "unsure"),
        ("春日井製菓 ハナダ黒あめ 150g", "ノーベル製菓 ハナダ黒あめ 150g", "variant"),
        ("キクロン ハナダスポンジ 3個", "山崎産業 ハナダスポンジ 3個", "variant"),
    ],
)
def test_makers_of_small_goods_are_known(wanted: str, offer: str, told: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == told
