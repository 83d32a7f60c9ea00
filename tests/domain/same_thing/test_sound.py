"""Words that katakana and Latin letters write for the same sound."""

import pytest

from okawari.domain.same_thing.language.sound import sound


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("テクニック", "technic"),
        ("プロスペックス", "prospex"),
        ("ジェットストリーム", "jetstream"),
        ("コレクション", "collection"),
        ("サーモス", "thermos"),
        ("ルンバ", "roomba"),
        ("エッセンス", "essence"),
    ],
)
def test_one_word_in_two_scripts_sounds_the_same(kana, latin):
    assert sound(kana) == sound(latin) != ""


@pytest.mark.parametrize("word", ["", "ケイト", "kate", "漢字", "a1b2c3", "カード版"])
def test_too_little_to_tell_by_has_no_sound(word):
    assert sound(word) == ""


def test_different_words_sound_different():
    assert (
        len({sound(word) for word in ("スプラトゥーン", "モンスター", "コレクション", "スタンダード", "プレミアム")})
        == 5
    )
