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
        # A use that only the offer names ends it too.
        ("リファ ブライト ローラー ホワイト", "リファ ブライト 防水 マイクロカレント ローラー ホワイト", "same"),
        ("リファ ブライト ローラー ホワイト", "リファ ブライト マイクロカレント ローラー ホワイト", "unsure"),
        ("リファ 防水 ブライト ローラー ホワイト", "リファ ブライト 防水 マイクロカレント ローラー ホワイト", "unsure"),
        # Behind a kind of goods a flavour stands, behind a word of the sale a choice.
        (
            "リファ ブライト ローラー ホワイト",
            "リファ ブライト シャンプー マイクロカレント ローラー ホワイト",
            "unsure",
        ),
        ("リファ ブライト ローラー ホワイト", "リファ ブライト 新品 マイクロカレント ローラー ホワイト", "unsure"),
    ],
)
def test_what_stands_behind_a_use_describes(wanted, offer, told):
    assert verdict(wanted, offer) == told
