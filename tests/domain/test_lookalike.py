import pytest

from okawari.domain.lookalike import hidden_characters, latin_skeleton, plain, skeleton


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Amazon.co.jp", "amazon.co.jp"),
        ("Αmаzоn", "amazon"),
        ("ΑΜΑΖΟΝ", "amazon"),
        ("Аррӏе", "apple"),
        ("A\u033fm\u033fazo\u0301n", "amazon"),
        ("Coi\u2064nc\u2064heck", "coincheck"),
        ("メルカ\ufe09リ", "メルカリ"),
        ("Ａｍａｚｏｎ", "amazon"),
        ("三 井 住 友カ一ド", "三井住友カード"),
        ("E T C マイレージ", "etc マイレージ"),
        ("メルカ\tリ", "メルカリ"),
    ],
)
def test_names_are_compared_as_the_eye_sees_them(written, shown):
    assert skeleton(written) == skeleton(shown)


def test_accents_of_kana_stay():
    assert skeleton("ガ") == skeleton("カ\u3099") != skeleton("カ")


def test_plain_text_keeps_the_letters_of_other_scripts_apart():
    assert plain("Αmazon") != plain("Amazon")
    assert plain("Ama\u200bzon") == "amazon"


@pytest.mark.parametrize("imitation", ["amaz0n", "arnazon", "AMAZON", "аmazon"])
def test_hosts_are_compared_with_digits_and_pairs_of_letters_too(imitation):
    assert latin_skeleton(imitation) == latin_skeleton("amazon")


def test_hidden_characters_are_named():
    assert hidden_characters("メルカ\u2064リ\u202e") == ("U+2064", "U+202E")
    assert hidden_characters("重要\ufe09】") == ("U+FE09",)


@pytest.mark.parametrize("subject", ["❤️ セール", "👨‍👩‍👧 家族割", "1️⃣ 注文済み", "ご注文「がぎぐ」", "Été"])
def test_emoji_and_accents_hide_nothing(subject):
    assert hidden_characters(subject) == ()
