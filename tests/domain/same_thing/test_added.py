"""Words that only an offer has: which of them describe, and which name another article."""

import pytest

from okawari.domain.same_thing import Thing, compare


def verdict(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness.value


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        # A colour or a quantity ends the name also where a use stands between.
        ("アイリス 洗えるラグ 185cm グレー", "アイリス 洗えるラグ 185cm リビング用 アンダーラグ グレー", "same"),
        ("タフト ピロー ネイビー 60cm", "タフト ピロー ネイビー 洗える 高さ調節 ビーズチップ 60cm", "same"),
        ("関孫六 茜 三徳 165mm ブラック", "関孫六 茜 三徳 165mm 食洗機対応 ダマスカス ブラック", "same"),
        ("タフト ピロー ネイビー 60cm", "タフト ピロー ビーズチップ ネイビー 60cm", "unsure"),
        # A use alone does not.
        ("リファ ブライト ローラー ホワイト", "リファ ブライト 防水 マイクロカレント ローラー ホワイト", "unsure"),
        ("ポカリスエット 500ml×24本", "ポカリスエット 熱中症対策 イオンウォーター 500ml×24本", "unsure"),
    ],
)
def test_a_colour_or_a_quantity_ends_the_name_also_before_a_use(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("マーノ カバーネ 55cm ネイビー", "マーノ カバーネ 雨傘 55cm ネイビー", "same"),
        ("モンベル シャミース ネイビー M", "モンベル シャミース 防寒着 ネイビー M", "same"),
        ("ラングスジャパン ワブル 36ピース", "ラングスジャパン 立体 ワブル 36ピース", "same"),
        # Sisters differ by size, strength, looks and for whom they are.
        ("マーノ カバーネ 55cm ネイビー", "マーノ カバーネ 水玉柄 55cm ネイビー", "unsure"),
        ("西川 ソムレスタ 100×210cm", "西川 ソムレスタ 高反発 100×210cm", "unsure"),
        ("モンベル シャミース ネイビー M", "モンベル シャミース 婦人上着 ネイビー M", "unsure"),
        # Of what is used up, kanji tell tastes; of models and where nothing is measured, which one it is.
        ("ヤマモリ まぜごはん 200g", "ヤマモリ まぜごはん 松茸 200g", "unsure"),
        ("オリヒロ ネイチャーズ 60日分", "オリヒロ ネイチャーズ 亜鉛 60日分", "unsure"),
        ("タミヤ 1/24 フェアレディ レッド", "タミヤ 1/24 フェアレディ 警視庁 レッド", "unsure"),
        ("タニタ 体重計 白 30cm", "タニタ 体重計 健美 白 30cm", "unsure"),
        ("ホビージャパン ドミニオン 日本語版", "ホビージャパン ドミニオン 陰謀 日本語版", "unsure"),
    ],
)
def test_kanji_in_the_midst_of_the_name_of_what_is_kept_describe(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("サーモス コーヒーポット 750ml ホワイト", "サーモス コーヒーポット 750ml ホワイト 茶こし付き", "same"),
        ("明治 ほほえみ 780g", "明治 ほほえみ 780g スプーン付", "same"),
        ("ミヨシ 暮らしの重曹せっけん 600ml", "ミヨシ 暮らしの重曹せっけん 600ml 台所用 無香料", "same"),
        # A vessel is made with its lid; a pan is sold with one and without, and a case beside a flask.
        ("キントー ウォーターボトル 500ml クリア", "KINTO ウォーターボトル 500ml クリア 蓋付き", "same"),
        ("リッチェル ペール 30L グレー", "リッチェル ペール 30L グレー フタ付", "same"),
        ("柳宗理 ステンレス片手鍋 22cm", "柳宗理 ステンレス片手鍋 22cm ふた付き", "unsure"),
        ("サーモス 水筒 500ml ブラック", "サーモス 水筒 500ml ブラック ケース付き", "unsure"),
        # Directly behind the name it may be a sister's.
        ("ミヨシ 暮らしの重曹せっけん 600ml", "ミヨシ 暮らしの重曹せっけん 600ml 無香料", "unsure"),
        # Before what closes the name it names a sister, and so do a taste and what a shop alone gives along with discs.
        ("コクヨ イング ブラック", "コクヨ イング ヘッドレスト付 ブラック", "unsure"),
        ("呉工業 スーパーグリス 320ml", "呉工業 スーパーグリス 無香料 320ml", "unsure"),
        ("ハミング 消臭実感 510ml", "ハミング 消臭実感 510ml フローラルの香り", "unsure"),
        ("ヨルシカ 幻燈 Blu-ray 2枚組", "ヨルシカ 幻燈 Blu-ray 2枚組 バッジ付き", "unsure"),
    ],
)
def test_what_comes_along_and_what_is_not_in_a_thing_tells_nothing_behind_its_name(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("ヨシダ 赤いきつね 96g×12個", "ヨシダ 赤いきつね 96g×12個 油揚げ かつおだし", "same"),
        ("アンドハニー ディープモイスト 440ml", "アンドハニー ディープモイスト 440ml 潤い はちみつ", "same"),
        ("ニチバン ロイヒつぼ膏 156枚", "ニチバン ロイヒつぼ膏 156枚 肩こり 腰痛 温感シップ", "same"),
        # Directly behind the name, behind a kind of goods and among several to choose from it names a sister.
        ("アンドハニー ディープモイスト 440ml", "アンドハニー ディープモイスト 440ml はちみつ", "unsure"),
        ("アンドハニー ディープモイスト 440ml", "アンドハニー ディープモイスト 440ml シャンプー はちみつ", "unsure"),
        (
            "クリニカ アドバンテージ シトラスミント 130g",
            "クリニカ アドバンテージ 130g (シトラスミント/クールミント)",
            "unsure",
        ),
        ("ヨシダ 赤いきつね 96g×12個", "ヨシダ 赤いきつね 油揚げ カレーうどん 96g×12個", "unsure"),
        ("ハイキュー!! 45巻", "ハイキュー!! 45巻 公式 ファンブック", "unsure"),
    ],
)
def test_a_taste_among_descriptions_behind_the_name_tells_nothing(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("サンテメディカル 12ml", "Sante Medical Eye Drops 12ml", "same"),
        ("ミヨシ ミヨシソープ 140g", "Miyoshi Miyoshi Soap Bar 140g", "same"),
        ("キントー ユニマグ 360ml", "Kinto Unimag Tea Mug 360ml", "same"),
        # Other short words are marks of lines, and an English name needs no explaining.
        ("ビルケン アリゾナ ブラック", "Birken Arizona EVA Black", "unsure"),
        ("Kinto Unimag 360ml", "Kinto Unimag Tea 360ml", "unsure"),
    ],
)
def test_a_short_word_of_english_says_of_a_japanese_name_what_the_thing_is(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("オクソー スピナー 大 クリア", "オクソー スピナー 大 野菜水切り器 回転 片手 プッシュ クリア", "same"),
        ("バンダイ ことばずかんDX", "バンダイ にほんご えいご 二語文も あそぼう しゃべる ことばずかんDX", "same"),
        (
            "ミドリ ハイグリップ 370 ブラック",
            "ミドリ ハイグリップ ニトリルゴム 背抜き フィット 耐油 滑り止め 370 ブラック",
            "same",
        ),
        # A sister's name may have three words, and uses beside it do not make it longer.
        ("オクソー スピナー 大 クリア", "オクソー スピナー 野菜水切り器 片手 プッシュ 大 クリア", "unsure"),
        (
            "オクソー スピナー ジェット 大 クリア",
            "オクソー スピナー ターボ 軽量 防水 キッチン 大掃除 ジェット 大 クリア",
            "unsure",
        ),
        ("オクソー スピナー 大 クリア", "オクソー スピナー 野菜用 + 回転 片手 プッシュ ボウル 大 クリア", "unsure"),
        ("ヤマモリ 釜めし 200g", "ヤマモリ 釜めし ほくほく ごろごろ たっぷり かぼちゃ 200g", "unsure"),
    ],
)
def test_four_words_in_a_row_are_no_name_of_a_sister(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("大正製薬 ビオフェル 16包", "大正製薬 ビオフェル 顆粒 16包", "same"),
        ("日産化学 マックスロード 5L", "日産化学 マックスロード 液剤 5L", "same"),
        ("アサヒ エビオス 2000錠", "アサヒ エビオス 錠剤 2000錠", "same"),
        ("大正製薬 ビオフェル 16包", "大正製薬 ビオフェル 16錠", "variant"),
        ("大正製薬 ビオフェル 16包", "大正製薬 ビオフェル クール 16包", "unsure"),
    ],
)
def test_in_what_form_a_medicine_comes_is_told_by_its_count(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("Royce Nama Au Lait 20 pieces", "Royce Nama Au Lait 20 pieces Japan souvenir chilled delivery", "same"),
        ("LifeStraw Personal Blue", "LifeStraw Personal Emergency Preparedness Blue", "same"),
        ("CIO Smartcoby 30W 10000mAh Black", "CIO Smartcoby 30W Power Bank 10000mAh Black", "same"),
        ("LifeStraw Personal Blue", "LifeStraw Personal Peak Blue", "unsure"),
    ],
)
def test_what_english_says_of_sending_and_giving_describes(wanted, offer, told):
    assert verdict(wanted, offer) == told
