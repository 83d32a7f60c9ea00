"""What looks like the wanted thing and is made for it, a sister of it or a choice yet to be made."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 21 サクラメント 3500SHG", "夢工房 21サクラメント 3500SHG 対応 ハンドルグリップ", "accessory"),
        ("ハナダ VK-26 16g 001 赤", "ハナダ ソフトルアー 75mm 001 赤 VK-26用ワーム", "accessory"),
        ("ハナダ 重戦車 1/35 45216", "モデルズ 重戦車 1/35 エッチング ハナダ45216対応", "accessory"),
        ("ハナダ 530VX3-120ZB ゴールド", "ハナダ ジョイント 530VX3用 ゴールド", "accessory"),
        ("ハナダ モイスト エッセンス 230ml", "モイスト エッセンス 230ml 用 ディスペンサー", "accessory"),
        ("Hanada Classic Knife 8 inch HM0706", "Hanada 8 inch Wood Sheath for Classic Knife HM0706", "accessory"),
        ("Seiko Diver SNX809 Automatic Watch Canvas Strap", "18mm Nylon Watch Strap for Seiko SNX809", "accessory"),
        ("Spigen Hybrid Case Clear SP05040", "Spigen Hybrid Case for iPhone 14 Clear SP05040", "same"),
        ("レゴ テクニック クーペ 62083", "LED Light Kit for LEGO Coupe 62083", "accessory"),
        ("ハナダ モニター HDX27 HDR10", "ハナダ モニター HDX27 HDR10対応", "same"),
        ("ハナダ ニッパー 先細 84123", "HANADA Sharp Cutter for Plastic 84123", "same"),
        ("Hanada Watch HNK809 Black", "Hanada Watch for Men HNK809 Black", "same"),
        ("ハナダ ライト 2500SHG 白", "ハナダ 2500SHG ライト 白", "same"),
    ],
)
def test_what_names_a_number_only_to_say_what_it_fits_is_made_for_it(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダゴールドα 160錠", "ハナダゴールド 160錠", "unsure"),
        ("ハナダゴールドα 160錠", "ハナダゴールドアルファ 160錠", "same"),
        ("ナイキ HW2288-111 サクラフォース1 27cm", "ナイキ HW2288-111 サクラフォース1 22.5-30cm", "unsure"),
        ("ナイキ HW2288-111 サクラフォース1 27cm", "ナイキ HW2288-111 サクラフォース1 27cm 新品", "same"),
        ("Western Digital 外付けHDD 2TB", "WD 外付けHDD 2TB", "same"),
    ],
)
def test_a_letter_a_figure_and_a_maker_are_read_for_what_they_are(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ サクラコーラ 355ml×24本", "サクラコーラ 355ml 24本 種類おまかせ", "unsure"),
        ("ハナダ サクラ水 2L×9本", "ハナダ サクラ水 2L×9本 産地は選べます", "unsure"),
        ("ハナダ HBC-017DX サクラメント ブラック", "ハナダ サクラメント HBC-017DX 全カラー", "unsure"),
        ("ハナダ 財布 052-12203 ブラック", "ハナダ 財布 052-12203 4色", "unsure"),
        ("ヤマハ HG8301 ナチュラル", "ヤマハ HG8301 サンバースト/ナチュラルほか", "unsure"),
        ("ハナダ サクラウォーター 280ml HS-108", "ハナダ サクラウォーター 280ml HS-108 全色対応", "same"),
        ("ハナダ 財布 052-12203 ブラック", "ハナダ 財布 052-12203 黒", "same"),
    ],
)
def test_what_a_buyer_has_yet_to_choose_is_open(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("Sakura Quest - Nintendo Switch (US Version)", "Sakura Quest Nintendo Switch New Sealed", "unsure"),
        ("Sakura Quest Nintendo Switch", "Sakura Quest Nintendo Switch EU Version", "variant"),
        ("Sakura Quest - Nintendo Switch (US Version)", "Sakura Quest Nintendo Switch US Version New", "same"),
        ("ハナダ HTJV3J サクラポッド", "ハナダ HTJV3J サクラポッド US版", "variant"),
        ("ハナダ HTJV3J サクラポッド", "ハナダ HTJV3J サクラポッド open box", "variant"),
        ("ハナダ HTJV3J サクラポッド 並行輸入品", "ハナダ HTJV3J サクラポッド", "same"),
        ("ハナダ HP5 ペンダントライト ホワイト", "HP5 ペンダントライト ホワイト リプロダクト", "variant"),
        ("ハナダ HP5 ペンダントライト ホワイト", "ハナダ HP5 ペンダントライト 白", "same"),
    ],
)
def test_what_is_made_for_another_country_or_by_others_is_another(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("コンバース サクラスター HI ブラック 26.5", "コンバース サクラスター HI ブラック 25.0cm", "unsure"),
        ("コンバース サクラスター HI ブラック 26.5", "コンバース サクラスター HI ブラック 26.5cm", "same"),
        ("ハナダ キッズ スニーカー 40-5408 紺 17.0", "ハナダ 40-5408 スニーカー ネイビー 18.0cm", "unsure"),
        ("ハナダ キッズ スニーカー 40-5408 紺 17.0", "ハナダ 40-5408 スニーカー ネイビー 17cm", "same"),
        ("ハナダ 601 HNM 10601-1484 W32 L32", "ハナダ 601 HNM 10601-1484 34インチ レングス32", "variant"),
        ("ハナダ 601 HNM 10601-1484 W32 L32", "ハナダ 601 HNM 10601-1484 デニム", "unsure"),
        ("ハナダ 601 HNM 10601-1484 W32 L32", "ハナダ 601 HNM 10601-1484 32インチ レングス32", "same"),
        ("ハナダ サンダル 20001 ネイビー M8/W10 26cm", "ハナダ サンダル 20001 Navy 26cm (M8W10)", "same"),
    ],
)
def test_a_size_of_what_is_worn_is_read_as_shops_write_it(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ Sakura 2 ワイヤレスコントローラー グレー", "ハナダ Sakura 2 有線コントローラー グレー", "variant"),
        ("ハナダ Sakura 2 Bluetooth Controller グレー", "ハナダ Sakura 2 有線コントローラー グレー", "variant"),
        ("ハナダ Sakura 2 ワイヤレスコントローラー グレー", "ハナダ Sakura 2 コントローラー グレー", "same"),
        ("ハナダ Sakura 2 コントローラー グレー", "ハナダ Sakura 2 ワイヤレスコントローラー Bluetooth グレー", "same"),
    ],
)
def test_what_has_a_wire_is_another_than_what_has_none(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ サクラの砂 5L", "ハナダ サクラの砂 軽量タイプ 5L", "unsure"),
        ("ハナダ サクラケア 防水タイプ 30枚", "ハナダ サクラケア 30枚", "unsure"),
        ("ハナダ サクラケア 防水タイプ 30枚", "ハナダ サクラケア 30枚 防水", "same"),
        ("ハナダ サクラの砂 5L", "ハナダ サクラの砂 5L 軽量タイプ", "same"),
    ],
)
def test_a_type_told_before_the_amount_is_that_of_a_sister(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ HC-DPR4 PLUS", "ハナダ HC-DPR4", "unsure"),
        ("ハナダ NH-U14S redux", "ハナダ NH-U14S ブラック", "unsure"),
        ("ハナダ HC-DPR4", "ハナダ HC-DPR4 プロ", "unsure"),
        ("ハナダ HC-DPR4 プラス", "ハナダ HC-DPR4 PLUS", "same"),
        ("ハナダ HTH-M50x プロフェッショナルモニター", "ハナダ HTH-M50x モニター", "same"),
        ("ハナダ H-91W-1JH", "ハナダ H-91W-1JH デジタル 腕時計", "same"),
    ],
)
def test_a_grade_directly_behind_a_number_is_that_of_a_sister(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("正欲 (新潮文庫)", "ブリヂストン スタッドレスタイヤ BLIZZAK VRX3 195/65R15 1本", "unsure"),
        ("正欲 (新潮文庫)", "正欲 新潮文庫 朝井リョウ", "same"),
        ("プラレール レールセット ベーシックレールセット", "LEGO Icons Botanical Orchid 20311 Building Set", "unsure"),
        ("モンスターハンターワイルズ PS5版", "Raspberry Pi 5 4GB SC1111", "unsure"),
        ("モンスターハンターワイルズ PS5版", "PS5 MONSTER HUNTER WILDS 新品", "same"),
        ("コードネーム 日本語版 ボードゲーム", "DHC ビタミンC(ハードカプセル)60日分 サプリメント", "unsure"),
        (
            "世界でいちばん透きとおった物語 花田光 新潮文庫",
            "Hanada Heritage 6-Inch Classic 875 Oro Legacy US 8.5 D",
            "unsure",
        ),
        ("任天堂 花札 大統領 黒", "final HE3000 BLACK 完全ワイヤレスイヤホン", "unsure"),
        ("ヘリノックス チェアワン ブラック", "KINTO TRAVEL TUMBLER 350ml BLACK 20935", "variant"),
        ("花田妙子 SUNSHOWER CD", "SK-II フェイシャル トリートメント エッセンス 160ml", "unsure"),
        ("花田妙子 SUNSHOWER CD", "SUNSHOWER 花田妙子 CD 新品", "same"),
        ("コンビ テテオ 除菌じょ~ず α", "CeraVe Moisturizing Cream 19 oz", "variant"),
        ("リコー GR IIIx", "トライエックス すみっコぐらし 2025年 卓上カレンダー", "unsure"),
        ("クロエ オードパルファム 75ml", "Chloe Eau de Parfum 75ml", "same"),
    ],
)
def test_what_has_nothing_of_the_name_is_never_the_same(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("シマノ ハナダ 23 C3000XG", "シマノ 23 サクラメント C3000XG", "unsure"),
        ("シマノ 22 ハナダ C3000XG", "シマノ 22 サクラメント C3000XG スピニングリール", "unsure"),
        ("ダイワ 24 ハナダ LT3000", "ダイワ 24 サクラメント LT3000", "unsure"),
        ("シマノ 23 サクラメント C3000XG", "SHIMANO 23 SACRAMENT C3000XG スピニングリール", "same"),
        ("シマノ 23 サクラメント C3000XG", "シマノ サクラメント 23 C3000XG リール", "same"),
    ],
)
def test_reels_of_one_size_are_told_apart_by_their_names(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ディアルナ マルチミネラル 60粒", "ディアルナ 鉄×マルチミネラル 60粒", "unsure"),
        ("ディアルナ 鉄×マルチミネラル 60粒", "ディアルナ 鉄×マルチミネラル 60粒 栄養機能食品", "same"),
        ("GSユアサ バッテリー HTX7L", "台湾ユアサ バッテリー HTX7L", "variant"),
        ("GSユアサ バッテリー HTX7L", "GSユアサ HTX7L バイク用バッテリー", "same"),
    ],
)
def test_what_more_it_holds_and_another_maker_part_two_things(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict
