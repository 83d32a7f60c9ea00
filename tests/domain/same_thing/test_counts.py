"""What counts the pieces of an offer, and what counts only what one piece is built of."""

import pytest

from okawari.domain.same_thing import Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ライン 1号 200m", "ハナダ ライン 1号 200m 8本編み", "same"),
        ("ハナダ 長傘 65cm 紺", "ハナダ 長傘 65cm 紺 16本骨", "same"),
        ("ハナダ 五本指靴下 黒 25-27cm HSX4100", "ハナダ 5本指靴下 黒 25-27cm HSX4100", "same"),
        ("ハナダ ライン 1号 200m", "ハナダ ライン 1号 200m 8本組", "variant"),
        ("ハナダ ライン 1号 200m 8本編み", "ハナダ ライン 1号 200m 4本編み", "variant"),
        ("ハナダ 長傘 65cm 紺", "ハナダ 長傘 65cm 紺 2本", "variant"),
    ],
)
def test_what_a_thing_is_built_of_is_no_count(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 大学ノート 5冊 5CNX4", "ハナダ 大学ノート 30枚 5冊セット 5CNX4", "same"),
        ("ハナダ メモ 4冊パック 412-4HNXA", "ハナダ メモ 90枚×4冊 412-4HNXA", "same"),
        ("ハナダ 大学ノート 5冊 5CNX4", "ハナダ 大学ノート 30枚 10冊セット 5CNX4", "variant"),
        ("ハナダ 大学ノート 5CNX4", "ハナダ 大学ノート 30枚セット 5CNX4", "variant"),
        ("ハナダ 大学ノート 50枚 5CNX4", "ハナダ 大学ノート 30枚 5CNX4", "variant"),
    ],
)
def test_sheets_of_what_a_full_number_names_are_not_counted(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ マグカップ ペアセット HMC4100", "ハナダ マグカップ ペア HMC4100", "same"),
        ("ハナダ 碗皿ペア HMC4100", "ハナダ 碗皿 2客 HMC4100", "same"),
        ("ハナダ スピーカー HSP4100 ペア", "ハナダ スピーカー HSP4100 2台1組", "same"),
        ("ハナダ スピーカー HSP4100 ペア", "ハナダ スピーカー HSP4100 1台", "unsure"),
        ("ハナダ 碗皿ペア HMC4100", "ハナダ 碗皿 5客 HMC4100", "variant"),
        ("ハナダ マグカップ HMC4100", "ハナダ マグカップ ペア HMC4100", "variant"),
    ],
)
def test_a_pair_is_two(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 水槽セット HNX4100 黒", "ハナダ HNX4100 水槽 黒", "same"),
        ("ハナダ 刺しゅうスターターキット 白 13714116", "ハナダ 刺しゅう 白 13714-116", "same"),
        ("ハナダ HMC4100 ボディ レンズセット", "ハナダ HMC4100 ボディ", "unsure"),
        ("ハナダ HMC4100 ボディ ケースセット", "ハナダ HMC4100 ボディ", "unsure"),
        ("ハナダ 13714116 刺しゅう 白 針セット", "ハナダ 刺しゅう 白 13714-116", "unsure"),
        ("ハナダ HMC4100 ボディ", "ハナダ HMC4100 ボディ レンズセット", "unsure"),
    ],
)
def test_a_number_behind_a_set_is_that_of_the_set(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ギター HGT4100", "ハナダ ギター HGT4100 ケース無", "same"),
        ("ハナダ 強粘着メモ 4冊 HNT4100", "ハナダ 強粘着メモ HNT4100 4個 付箋", "same"),
        ("ハナダ 強粘着メモ 4冊 HNT4100", "ハナダ 強粘着メモ HNT4100 8個 付箋", "variant"),
        ("ハナダ ギター HGT4100", "ハナダ ギター HGT4100 ケース", "accessory"),
    ],
)
def test_what_stands_behind_tells_whether_it_comes_along(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 消しゴム 2個パック", "【2個】ハナダ 消しゴム 2個入り", "same"),
        ("ハナダ 緑茶 2L×9本", "ハナダ 緑茶 2L 9本セット 9本", "same"),
        ("ハナダ 消しゴム 4個パック", "【2個】ハナダ 消しゴム 2個入り", "variant"),
        ("ハナダ 消しゴム 2個パック", "ハナダ 消しゴム 2個パック×2", "variant"),
        ("ハナダ ティシュー 5個", "ハナダ ティシュー 5個 5箱", "variant"),
    ],
)
def test_a_count_is_told_twice_with_one_counter(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ おむつ 84枚", "ハナダ おむつ 合計84枚", "same"),
        ("ハナダ 緑茶 2L×9本", "ハナダ 緑茶 2L 計9本 まとめ買い", "same"),
        ("ハナダ 緑茶 2L×9本", "ハナダ 緑茶 2L 1ケース×9本", "same"),
        ("ハナダ 乾電池 単3形 8本パック HLR6NJ", "HLR6NJ [ハナダ 乾電池 単3形 8ヶ]", "same"),
        ("ハナダ おむつ 84枚", "ハナダ おむつ 合計168枚", "variant"),
        ("ハナダ 緑茶 2L×9本", "ハナダ 緑茶 2L 1ケース×6本", "variant"),
        ("ハナダ 体温計 HTM410", "ハナダ 体温計2本 HTM410", "variant"),
    ],
)
def test_words_before_a_count_tell_nothing(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 食器洗い機 HNX4100 白", "ハナダ 食器洗い機 HNX4100 白 40点", "same"),
        ("ハナダ 保存容器 4点 白 HNX-PRN3", "ハナダ 保存容器 白 HNX-PRN3", "same"),
        ("ハナダ 鍋 9点セット HNX4100 セット9", "ハナダ 鍋 HNX4100 セット9", "same"),
        ("ハナダ 食器洗い機 HNX4100 白", "ハナダ 食器洗い機 HNX4100 白 2点セット", "variant"),
        ("ハナダ 保存容器 4点 白 HNX-PRN3", "ハナダ 保存容器 7点 白 HNX-PRN3", "variant"),
        ("ハナダ 保存容器 4個 白 HNX-PRN3", "ハナダ 保存容器 白 HNX-PRN3", "unsure"),
        ("ハナダ 保存容器 4点 白", "ハナダ 保存容器 白", "unsure"),
        ("ハナダ 鍋 9点セット HNX4100", "ハナダ フライパン 単品 HNX4100", "unsure"),
    ],
)
def test_items_of_what_a_number_names_are_not_counted(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ 粉 8g×60袋 大箱", "ハナダ 粉 大箱 60袋入", "same"),
        ("ハナダ 粉 8g×60袋 大箱", "ハナダ 粉 大箱 16袋入", "variant"),
        ("ハナダ 粉 8g×60袋 大箱", "ハナダ 粉 6g×60袋 大箱", "variant"),
        ("ハナダ 粉 8g×60袋 大箱", "ハナダ 粉 大箱", "unsure"),
        ("ハナダ 粉 27g×60袋 大箱", "ハナダ 粉 大箱 60袋入", "unsure"),
    ],
)
def test_what_a_sachet_holds_goes_without_saying_beside_how_many(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer", "is_same"),
    [
        ("ハマノ 計量カップ 3点セット ホワイト 500ml", "ハマノ 計量カップセット ホワイト 500ml", True),
        ("ハマノ ザル・ボウル 2点セット 20cm 白", "ハマノ ザル・ボウルセット 20cm 白", True),
        ("ハマノ 計量カップ 3点セット ホワイト 500ml", "ハマノ 計量カップ ホワイト 500ml", False),
        ("ハマノ 計量カップ 3個セット ホワイト 500ml", "ハマノ 計量カップセット ホワイト 500ml", False),
        ("ハマノ 計量カップ 3点セット ホワイト 500ml", "ハマノ 計量カップ 5点セット ホワイト 500ml", False),
    ],
)
def test_a_set_of_items_is_told_as_a_set(wanted: str, offer: str, is_same: bool) -> None:
    assert (compare(Thing(wanted), Thing(offer)).sameness == "same") is is_same


@pytest.mark.parametrize(
    ("wanted", "offer", "verdict"),
    [
        ("ハナダ ハブ スマートリモコン 白", "ハナダ ハブ スマートリモコン 2個セット 白", "variant"),
        ("ハナダ ハブ スマートリモコン 白", "ハナダ ハブ スマートリモコン 1個 白", "same"),
        ("ハナダ 照明 ハルカ リモコン付 白", "ハナダ 照明 ハルカ リモコン 2個付き 白", "same"),
    ],
)
def test_what_is_no_part_is_counted(wanted: str, offer: str, verdict: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == verdict


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ ティシュー ふわり 150組 5箱×8パック 40箱", "ハマノ ティシュー ふわり 150組×40箱"),
        ("ハマノ ティシュー ふわり 150組 5箱×8パック", "ハマノ ティシュー ふわり 5箱 150組(300枚)×8個 まとめ買い"),
        ("ハマノ キッチンタオル 4ロール×12パック", "ハマノ キッチンタオル 4R×12個"),
        ("【指定第2類医薬品】ハマノA錠 24錠", "ハマノA錠 24T 指定第2類医薬品"),
    ],
)
def test_so_many_are_told_in_parts_in_all_or_in_letters(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness == "same"


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ ティシュー ふわり 150組 5箱×8パック 40箱", "ハマノ ティシュー ふわり 150組×60箱"),
        ("ハマノ ティシュー ふわり 150組 5箱×8パック 40箱", "ハマノ ティシュー ふわり 200組×40箱"),
        ("ハマノ ティシュー ふわり 150組 5箱×8パック 40箱", "ハマノ ティシュー ふわり 150組×5箱"),
        ("ハマノ ティシュー ふわり 150組 5箱×8パック", "ハマノ ティシュー ふわり 5箱 150組(200枚)×8個"),
        ("ハマノ キッチンタオル 4ロール×12パック", "ハマノ キッチンタオル 2R×12個"),
        ("【指定第2類医薬品】ハマノA錠 24錠", "ハマノA錠 36T 指定第2類医薬品"),
    ],
)
def test_so_many_in_parts_are_not_so_many_others(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness != "same"
