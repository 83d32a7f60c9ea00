"""Titles that share one judgement are judged as each would be alone."""

import random

from okawari.domain.identifiers import Identifier, identifiers
from okawari.domain.same_thing import Judge, Thing, compare
from okawari.domain.same_thing.known import tokens
from tests.domain.same_thing.report import SPLITS, pairs

JAN, OTHER = Identifier("jan", "4548736132610"), Identifier("jan", "4902370550733")
GIVEN = ((), (JAN,), (OTHER,), (Identifier("asin", "B09XYZ1234"),), (Identifier("model", "WH-1000XM5"),))


def test_letters_that_makers_put_behind_a_number_and_words_in_katakana_are_judged_as_alone():
    wanted = Thing("EE-DD50 WA テクニック technicolor 1620g ガンダム")
    judge = Judge(wanted)
    words = [
        "EE-DD50",
        "EE-DD50WA",
        "WA",
        "ha",
        "technic",
        "テクニック",
        "technicolor",
        "1620g",
        "超特大",
        "水星の魔女",
        "ガンダム",
    ]
    dice = random.Random(3)
    for offer in things([" ".join(dice.sample(words, k=dice.randrange(1, 8))) for _ in range(3000)], dice):
        assert judge.judge(offer.title, offer.identifiers) == compare(wanted, offer), offer


def test_parts_of_titles_however_they_are_spaced_are_judged_as_alone():
    dice = random.Random(11)
    listed = [pair for split in SPLITS for pair in pairs(split)]
    edges = [
        "(B)",
        "09",
        "BLACK",
        "用",
        "対応",
        "20",
        "oz",
        "x",
        "3",
        "(ヤング",
        "コミックス)",
        "ユニ",
        "チャーム",
        "-",
        "/",
        "(",
        ")",
        "ケース",
        "付き",
        "BC8.5",
        "-2.00",
    ]
    for pair in dice.sample(listed, 60):
        own = [*pair.wanted.split(), *pair.offer.split(), *edges, "A123店", "ab4567"]
        wanted = Thing(pair.wanted, identifiers(pair.wanted))
        judge = Judge(wanted)
        titles = [
            dice.choice((" ", "　", "  ", "")).join(dice.choices(own, k=dice.randrange(1, 9))) for _ in range(400)
        ]
        for offer in things(titles, dice):
            assert judge.judge(offer.title, offer.identifiers) == compare(wanted, offer), (wanted, offer)


def test_what_was_forgotten_for_want_of_room_is_judged_as_alone(monkeypatch):
    monkeypatch.setattr("okawari.domain.same_thing.judge._MOST_KEPT", 3)
    dice = random.Random(5)
    wanted = Thing("ソニー WH-1000XM5 ブラック")
    judge = Judge(wanted)
    words = ["ソニー", "WH-1000XM5", "B", "用ケース", "ケース付き", "黒", "09 BLACK", "A123店", "20 oz", "3個"]
    for offer in things([" ".join(dice.sample(words, k=dice.randrange(1, 7))) for _ in range(500)], dice):
        assert judge.judge(offer.title, offer.identifiers) == compare(wanted, offer), offer


def test_one_word_in_two_spellings_is_judged_as_alone():
    dice = random.Random(9)
    wanted = Thing("ミズノ アンダーウェア クリーナー ドライバ 黒 M")
    judge = Judge(wanted)
    words = [
        "ミズノ",
        "アンダーウエア",
        "アンダー",
        "クリーナ",
        "電動ドライバー",
        "ドライバーセット",
        "黒",
        "M",
        "サンダー",
        "リーナ",
    ]
    for offer in things([" ".join(dice.sample(words, k=dice.randrange(1, 8))) for _ in range(2000)], dice):
        assert judge.judge(offer.title, offer.identifiers) == compare(wanted, offer), offer


def test_words_that_end_a_name_and_makers_in_two_scripts_are_judged_as_alone():
    dice = random.Random(13)
    wanted = Thing("ニッコール ザ PZ-58 ZE3000 SV 黒 飯全14巻 27cm")
    judge = Judge(wanted)
    words = ["nikkor", "nik", "ZE3000", "ZE3000SV", "PZ-58", "プレゼント", "送料無料", "プライヤー", "DX", "WiFi", "+"]
    words += ["黒", "27cm", "全14巻 完結 全巻セット", "レディース", "ドラマCD付き", "用", "ライトキット", "リモコン付"]
    for offer in things([" ".join(dice.sample(words, k=dice.randrange(1, 10))) for _ in range(4000)], dice):
        assert judge.judge(offer.title, offer.identifiers) == compare(wanted, offer), offer


def things(titles, dice):
    return [Thing(title, (*dice.choice(GIVEN), *identifiers(title))) for title in titles]


def test_every_labelled_title_and_mixtures_of_their_words_are_judged_as_alone():
    dice = random.Random(7)
    listed = [pair for split in SPLITS for pair in pairs(split)]
    words = [token for pair in listed for token in tokens(pair.offer)[0]]
    mixed = [" ".join(dice.choices(words, k=dice.randrange(1, 7))) for _ in range(150)]
    for pair in dice.sample(listed, 40):
        own = [
            *tokens(pair.wanted)[0],
            *tokens(pair.offer)[0],
            "a123店",
            "ケース付き",
            "wh1000xm5b",
            "x3",
            "bk",
            "超特大",
            "水星の魔女",
        ]
        near = [" ".join(dice.sample(own, k=min(len(own), dice.randrange(1, 9)))) for _ in range(60)]
        wanted = Thing(pair.wanted, (*dice.choice(GIVEN), *identifiers(pair.wanted)))
        judge = Judge(wanted)
        for offer in things([pair.offer, *near, *mixed, *near], dice):
            assert judge.judge(offer.title, offer.identifiers) == compare(wanted, offer), (wanted, offer)
