"""Offers in English of things with Japanese titles: names read in Latin letters, general words of either language."""

import time

import pytest

from okawari.domain.same_thing import Thing, compare


def verdict(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness.value


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("虎屋 羊羹 夜の梅 1本", "Toraya Yokan Yoru no Ume 1 piece", "same"),
        ("剣菱 黒松 1800ml", "Kenbishi Kuromatsu 1800ml", "same"),
        ("オタフク お好みソース 500g", "Otafuku Okonomi Sauce 500g", "same"),
        ("亀田製菓 亀田の柿の種 6袋詰 190g", "Kameda Kakinotane 6 packs 190g", "same"),
        ("figma 博麗霊夢", "figma Hakurei Reimu", "same"),
        ("POP UP PARADE 兎田ぺこら", "POP UP PARADE Usada Pekora", "same"),
        # A name that reads otherwise is a sister's, also where it stands in the maker's place.
        ("虎屋 羊羹 夜の梅 1本", "Toraya Yokan Omokage 1 piece", "unsure"),
        ("剣菱 黒松 1800ml", "Kenbishi Mizuho 1800ml", "unsure"),
        ("久保田 萬寿 純米大吟醸 720ml", "Kubota Hekiju Junmai Daiginjo 720ml", "unsure"),
        ("figma 博麗霊夢", "figma Kirisame Marisa", "unsure"),
        ("ねんどろいど 初音ミク 2.0", "Nendoroid Snow Miku 2.0", "unsure"),
    ],
)
def test_reads_japanese_names_in_latin_letters(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer", "told"),
    [
        ("キッコーマン しぼりたて生しょうゆ 450ml", "Kikkoman Shiboritate Nama Soy Sauce 450ml", "same"),
        ("めぐりズム ホットアイマスク 無香料 12枚入 花王", "Kao MegRhythm Hot Eye Mask Unscented 12 sheets", "same"),
        ("ルピシア 白桃烏龍 極品 50g 袋入", "Lupicia White Peach Oolong Gokuhin 50g bag", "same"),
        ("キスミー ロング&カールマスカラ 01 漆黒ブラック 6g", "Kiss Me Long & Curl Mascara 01 Jet Black 6g", "same"),
        ("S&B ゴールデンカレー 辛口 198g", "S&B Golden Curry Hot 198g", "same"),
        ("S&B ゴールデンカレー 中辛 198g", "S&B Golden Curry Hot 198g", "unsure"),
        # A translated sort of goods or taste says nothing of the name.
        ("一保堂茶舗 抹茶 雲門の昔 40g缶", "Ippodo Matcha 40g can", "unsure"),
        ("一保堂茶舗 抹茶 雲門の昔 40g缶", "Ippodo Matcha Sayaka-no-mukashi 40g can", "unsure"),
    ],
)
def test_holds_general_words_against_each_other(wanted, offer, told):
    assert verdict(wanted, offer) == told


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ライオン クリニカ アドバンテージ ハミガキ 130g", "Lion Clinica Advantage Mouthwash 130g"),
        ("菊正宗 日本酒の乳液 380ml", "Kikumasamune Sake Skin Lotion 380ml"),
        ("キュレル 潤浸保湿 フェイスクリーム 40g", "Curel Brightening Moisture Care Face Cream 40g"),
        ("ケイト リップモンスター 03 3g", "KATE Rouge Lip Monster Sheer #03 3g"),
        ("開化堂 茶筒 銅 200g", "Kaikado Chazutsu Brass 200g"),
        ("マルコメ 料亭の味 750g", "Marukome Ryotei no Aji Reduced Salt Miso 750g"),
        ("毛穴撫子 お米のマスク 10枚入", "Keana Nadeshiko Baking Soda Mask 10 sheets"),
        ("ケイト リップモンスター 03 陽炎", "KATE Lip Monster Nuance 03"),
        ("カンロ 金のミルク 80g", "Kanro Kin no Milk Matcha 80g"),
        ("三菱 ユニ 鉛筆 2B 12本", "Mitsubishi Uni Star Pencil 2B 12 pcs"),
        ("カルビー フルグラ 700g", "Calbee Frugra Less Carb 700g"),
        ("サンテ ボーティエ 12ml", "Sante Beautyeye Contact 12ml"),
        ("オニツカタイガー メキシコ66 ホワイト 26cm", "Onitsuka Tiger Mexico 66 Slip-on White 26cm"),
    ],
)
def test_tells_sorts_and_sisters_apart_in_english(wanted, offer):
    assert verdict(wanted, offer) != "same"


def test_a_name_of_one_sign_repeated_is_read_in_no_time():
    wanted, offer = f"x {'つ' * 60}ぬ 100ml", f"x {'tsutsu ' * 40}100ml"
    begun = time.process_time()
    assert verdict(wanted, offer) == "unsure"
    assert time.process_time() - begun < 1
