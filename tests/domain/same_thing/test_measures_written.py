"""Measures and sizes that one title writes out, cuts down or spells in another way than the other."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare
from okawari.domain.same_thing.title import take_apart


def verdict(wanted: str, offer: str) -> Sameness:
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("Hanada Pedal Bin 5L White", "Hanada Pedal Bin 5 Litre White"),
        ("Hanada Whey Vanilla 5 lb", "Hanada Whey Vanilla 5 pounds"),
        ("ハマノ シーツ 綿100% 生成り", "ハマノ シーツ 綿100パーセント 生成り"),
        ("ハマノ スマート電球 E26 800lm", "ハマノ スマート電球 E26 800ルーメン"),
        ("コピア マーカー スタート 36色セット", "コピア マーカー スタート 36 Color Set"),
        ("Kaino Chef Knife 8 inch", "Kaino Chef Knife 8 in."),
        ("ハマノ シャンプー さらり 600mL", "ハマノ シャンプー さらり 600ミリ"),
        ("ハマノ 直尺 300mm", "ハマノ 直尺 300ミリ"),
        ("ハマノ ジグソーパズル すすむ 3歳以上", "ハマノ ジグソーパズル すすむ 3才以上"),
        ("ハマノ カレー バター 180g(1人前)", "ハマノ カレー バター 180g"),
        ("サンリバー 緑茶 600ml×24本", "サンリバー 緑茶 PET600ml 24本"),
        ("クリノ 防錆剤 5-56 320ml", "クリノ 防錆剤 5−56 320ml"),
    ],
)
def test_a_unit_is_known_written_out_and_cut_down(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("Hanada Pedal Bin 5L White", "Hanada Pedal Bin 3 Litre White"),
        ("コピア マーカー スタート 36色セット", "コピア マーカー スタート 72 Color Set"),
        ("ハマノ シャンプー さらり 600mL", "ハマノ シャンプー さらり 450ミリ"),
        ("ハマノ ジグソーパズル すすむ 3歳以上", "ハマノ ジグソーパズル すすむ 5才以上"),
        ("ハマノ カレー バター 180g(3人前)", "ハマノ カレー バター 180g"),
        ("サンリバー 緑茶 600ml×24本", "サンリバー 緑茶 PET500ml 24本"),
        ("クリノ 防錆剤 5-56 320ml", "クリノ 防錆剤 6−66 320ml"),
    ],
)
def test_another_figure_of_such_a_unit_is_another_article(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ 折りたたみ傘 2段折 グレー", "ハマノ 折りたたみ傘 二段折 グレー"),
        ("ハマノ コットンTシャツ 5分袖 白 L", "ハマノ コットンTシャツ 五分袖 白 L"),
        ("ハマノ ハブラシ 4列 超コンパクト ふつう", "ハマノ ハブラシ 4列超コンパクト ふつう"),
        ("ハマノ グリップ手袋 黒 L 10双", "ハマノ グリップ手袋 黒 L 10双入り"),
    ],
)
def test_what_a_number_counts_ends_where_another_word_begins(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ 折りたたみ傘 2段折 グレー", "ハマノ 折りたたみ傘 三段折 グレー"),
        ("ハマノ コットンTシャツ 5分袖 白 L", "ハマノ コットンTシャツ 七分袖 白 L"),
        ("ハマノ ハブラシ 4列 超コンパクト ふつう", "ハマノ ハブラシ 3列超コンパクト ふつう"),
        ("ハマノ グリップ手袋 黒 L 10双", "ハマノ グリップ手袋 黒 L 5双入り"),
    ],
)
def test_another_number_of_it_is_another_article(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ 着圧ソックス 黒 M-L", "ハマノ 着圧ソックス 黒 M~L"),
        ("ガンマ G・U・M はみがき 150g", "G.U.M ガンマ はみがき 150g"),
        ("オルファナ ロータリーカッター L型 136B", "オルファナ ロータリーカッター L-type 136B"),
        ("ハマノ 紙パック M型 HMC-HC12 3枚", "ハマノ 紙パック HMC-HC12 3枚"),
    ],
)
def test_letters_of_a_name_or_a_shape_are_no_sizes(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ 着圧ソックス 黒 M-L", "ハマノ 着圧ソックス 黒 S~M"),
        ("ハマノ 着圧ソックス 黒 M", "ハマノ 着圧ソックス 黒 S・M・L"),
        ("オルファナ カッター L型", "オルファナ カッター M型"),
    ],
)
def test_another_letter_tells_another_article(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize("title", ["サムラ スピナー 55 EXP 黒", "Samura Spinner 55 Exp. Black"])
def test_only_a_film_holds_pictures(title: str) -> None:
    assert not take_apart(title).measures


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("リキテナ ジェッソ 白 ラージ 300ml", "リキテナ ジェッソ 白 300ml L"),
        ("Hanada Crew Undershirt White Large", "Hanada Crew Undershirt White L"),
        ("ハマノ 敷きパッド シングル ブルー", "ハマノ 敷きパッド シングル ブルー S"),
        ("ハマノ ヘルメットバッグ(S) 黒", "ハマノ ヘルメットバッグ 小 黒"),
    ],
)
def test_a_size_is_known_in_words(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("リキテナ ジェッソ 白 ラージ 300ml", "リキテナ ジェッソ 白 300ml M"),
        ("リキテナ ジェッソ 白 300ml L", "リキテナ ジェッソ 白 300ml ミディアム"),
        ("ハマノ 敷きパッド ブルー", "ハマノ 敷きパッド ブルー S"),
        ("ハマノ ヘルメットバッグ(S) 黒", "ハマノ ヘルメットバッグ 大 黒"),
    ],
)
def test_another_size_in_words_is_another_article(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is not Sameness.SAME
