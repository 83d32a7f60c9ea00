"""Measures and sizes that one title writes out, cuts down or spells in another way than the other."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare
from okawari.domain.same_thing.taken_apart.title import take_apart


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
        ("ハマノ カレー バター 3人前", "ハマノ カレー バター"),
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


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("タカラノ すごろくゲーム 2016年版 6歳以上", "タカラノ すごろくゲーム 2016年版"),
        ("ハマノ ジグソーパズル すすむ 3歳から", "ハマノ ジグソーパズル すすむ"),
        ("アイクレア バランスミルク 800g 0ヵ月~1歳頃", "アイクレア バランスミルク 800g"),
        ("ハナダ 電子ピアノ HP-225B ブラック 88鍵", "ハナダ HP225B 電子ピアノ 黒"),
        ("ハナダ シェーバー 5枚刃 HS-PV6A-W", "ハナダ シェーバー HS-PV6A-W"),
        ("トータス 折りたたみ傘 タイタン 3段 ブラック 7590", "トータス 折りたたみ傘 タイタン 7590 黒"),
        ("ネスタ ゴールド 120g 60杯分", "ネスタ ゴールド 120g"),
        ("ハマノ 低温製法米のごはん 国産米100% 180g×40パック", "ハマノ 低温製法米のごはん 180g×40パック"),
    ],
)
def test_what_a_measure_only_describes_goes_without_saying(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("タカラノ すごろくゲーム 2016年版 6歳以上", "タカラノ すごろくゲーム 2016年版 3歳以上"),
        ("ニャンダ 小型犬用 チキン 7歳以上 3kg", "ニャンダ 小型犬用 チキン 3kg"),
        ("ハナダ 電子ピアノ 88鍵 ブラック", "ハナダ 電子ピアノ 黒"),
        ("ハナダ 電子ピアノ HP-225B ブラック 88鍵", "ハナダ HP225B 電子ピアノ 黒 73鍵"),
        ("モルタ バスケットボール B7G5000 BG5000 7号球", "モルタ BG5000 バスケットボール"),
        ("トータス 折りたたみ傘 タイタン 3段 ブラック", "トータス 折りたたみ傘 タイタン 黒"),
        ("ネスタ ゴールド 60杯分", "ネスタ ゴールド"),
        ("ハマノ ジュース 果汁30% 200ml×24本", "ハマノ ジュース 200ml×24本"),
    ],
)
def test_what_a_measure_tells_apart_is_asked_for(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer", "same"),
    [
        ("オデッセラ AI-ONE #7 S パター 34インチ", "オデッセラ AI-ONE #7S パター 34インチ", True),
        ("ルベラ セルケア 5 S 500ml", "ルベラ セルケア 5S 500ml", True),
        ("オデッセラ AI-ONE #7 S パター 34インチ", "オデッセラ AI-ONE #7 パター 34インチ", False),
        ("オデッセラ AI-ONE #7 S パター 34インチ", "オデッセラ AI-ONE #5S パター 34インチ", False),
        ("ルベラ セルケア 5 S 500ml", "ルベラ セルケア 5M 500ml", False),
    ],
)
def test_a_letter_stands_apart_from_its_number_or_in_one_with_it(wanted: str, offer: str, same: bool) -> None:
    assert (verdict(wanted, offer) is Sameness.SAME) is same


@pytest.mark.parametrize(
    ("wanted", "offer", "same"),
    [
        ("デイリア トータル1 30枚 -4.25", "デイリアトータルワン 30枚 -4.25", True),
        ("デイリア トータルワン 30枚 -4.25", "Alcor DAILIA TOTAL1 30枚 -4.25", True),
        ("ハナダ オーラツー ミント 100g", "Ola2 ハナダ オーラツー ミント 100g", True),
        ("パピヨラ 卓球 スリースターボール 3個入 白", "パピヨラ 卓球 3スターボール 3個入 白", True),
        ("デイリア トータル2 30枚 -4.25", "デイリアトータルワン 30枚 -4.25", False),
        ("ハナダ クレンズ1 100g", "ハナダ クレンズ ワンピース 100g", False),
        ("ハナダ オーラツー ミント 100g", "ハナダ オーラ3 ミント 100g", False),
        ("パピヨラ 卓球 スリースターボール 12個入 白", "パピヨラ 卓球 2スターボール 12個入 白", False),
    ],
)
def test_a_number_is_known_as_it_is_read(wanted: str, offer: str, same: bool) -> None:
    assert (verdict(wanted, offer) is Sameness.SAME) is same


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ モルト 51.4度 500ml", "ハナダ モルト 51度 500ml", "same"),
        ("ハナダ モルト 51度 500ml", "ハナダ モルト 51.4度 500ml", "same"),
        ("ハナダ 24インチモニター HND2422H", "ハナダ モニター 23.8インチ HND2422H", "same"),
        ("ハナダ モルト 43度 700ml", "ハナダ モルト 46度 700ml", "variant"),
        ("ハナダ モルト 46度 700ml", "ハナダ モルト 46.5度 700ml", "variant"),
        ("ハナダ ビール 5% 350ml", "ハナダ ビール 5.4% 350ml", "variant"),
        ("ハナダ 24インチモニター HND2422H", "ハナダ 27インチモニター HND2422H", "variant"),
        ("ハナダ タブレット 11インチ 黒", "ハナダ タブレット 10.9インチ 黒", "variant"),
    ],
)
def test_shops_round_the_alcohol_of_spirits_and_the_screen_of_a_number(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 読書灯 7インチ 黒 16GB", "ハナダ 読書灯 7インチディスプレイ 黒 16GB", "same"),
        ("ハナダ 24インチモニター 黒", "ハナダ モニター 24インチ 黒", "same"),
        ("ハナダ 17インチホイール 黒", "ハナダ 18インチホイール 黒", "variant"),
        ("ハナダ 24インチモニター 黒", "ハナダ モニター 黒", "unsure"),
    ],
)
def test_inches_may_have_grown_together_with_what_they_measure(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ラグ ミラン 185×185cm ベージュ", "ハナダ ラグ ミラン 130×185cm ベージュ", "variant"),
        ("ハナダ ラグ ミラン 130×185cm ベージュ", "ハナダ ラグ ミラン 185×185cm ベージュ", "variant"),
        ("ハナダ ラグ ミラン 185×185cm ベージュ", "ハナダ ラグ ミラン 185x185 ベージュ", "same"),
        ("ハナダ ラグ ミラン 130×185cm ベージュ", "ハナダ ラグ ミラン 185×130cm ベージュ", "same"),
    ],
)
def test_of_two_sides_that_are_alike_both_are_told(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ カップそば えび天 75g×20個", "ハマノ カップそば えび天 20個入"),
        ("ハマノ ふくめん 5食パック 425g", "ハマノ ふくめん 5食パック (85g×5) 袋麺"),
        ("ハマノ ふくめん 85g×5食", "ハマノ ふくめん 5食 425g"),
        ("シュアラスター ミズハジキ S-905 300ml", "シュアラスター S-905 ミズハジキ 洗車"),
        ("ニャンダ アダルト 小粒 1歳以上 チキン 3kg 犬用", "ニャンダ アダルト 小粒 成犬用 チキン 3kg"),
        ("ハイセンス 32V型 液晶テレビ 32B9N 2024年モデル", "ハイセンス 32B9N 32V型 液晶テレビ"),
        ("キヤノン 純正インク BCI-901+900/5MP 5色マルチパック", "【純正】Canon BCI-901+900/5MP インク"),
    ],
)
def test_a_measure_goes_without_saying_beside_a_count_or_a_short_number(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ カップそば えび天 75g×20個", "ハマノ カップそば えび天 ビッグ 20個入"),
        ("ハマノ カップそば えび天 75g×20個", "ハマノ カップそば えび天 12個入"),
        ("ハマノ カップそば えび天 75g×20個", "ハマノ カップそば えび天 104g 20個入"),
        ("ハマノ 歯みがき ミント 90g×3本", "ハマノ 歯みがき ミント 3本セット"),
        ("ハマノ 珈琲 詰め替え 150g×5袋", "ハマノ 珈琲 詰め替え 5袋"),
        ("ハマノ 柿ピー 6袋詰 190g", "ハマノ 柿ピー 6袋詰"),
        ("ハマノ 珈琲豆 5袋 1kg", "ハマノ 珈琲豆 5袋 200g"),
        ("ハマノ 珈琲豆 1kg×5袋", "ハマノ 珈琲豆 5袋 200g"),
        ("ハマノ ふくめん 5食パック 425g", "ハマノ ふくめん ミニ 5食パック (35g×5)"),
        ("シュアラスター ミズハジキ S-905 300ml", "シュアラスター S-906 ミズハジキ 洗車"),
        ("シュアラスター ミズハジキ S-905 300ml", "シュアラスター S-905 ミズハジキ 500ml"),
        ("セメダイン シリコン KE-95 330ml", "セメダイン シリコン KE-95"),
        ("ニャンダ アダルト 小粒 1歳以上 チキン 3kg 犬用", "ニャンダ アダルト 小粒 7歳以上 成犬用 チキン 3kg"),
        ("ハイセンス 32V型 液晶テレビ 32B9N 2024年モデル", "ハイセンス 32B9N 32V型 液晶テレビ 2023年モデル"),
        ("シマノ ストラ C3000XG 2023年モデル", "シマノ ストラ C3000XG"),
        ("キヤノン 純正インク BCI-901+900/5MP 5色マルチパック", "キヤノン 純正インク BCI-901+900/6MP"),
        ("ぺんてる サインペン S920D 12色セット", "ぺんてる サインペン S920D"),
        ("ニャンダ パテ 85g×24缶", "ニャンダ パテ 24缶"),
    ],
)
def test_a_measure_beside_them_that_tells_apart_is_asked_for(wanted: str, offer: str) -> None:
    assert verdict(wanted, offer) is not Sameness.SAME
