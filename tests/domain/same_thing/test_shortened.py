"""Letters of one title that stand for a word of the other."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("シグナ 30mm F1.4 DC DN Contemporary ソニーEマウント", "シグナ 30mm F1.4 DC DN (C) ソニーEマウント"),
        ("ハマノ Nウォーム スーパー 敷きパッド グレー", "ハマノ NウォームSP 敷きパッド グレー"),
        ("コトブラ フレームアームズ・ガール 轟雷", "コトブラ FAガール 轟雷"),
    ],
)
def test_letters_stand_for_the_word_they_begin(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("シグナ 30mm F1.4 DC DN Contemporary ソニーEマウント", "シグナ 30mm F1.4 DC DN (A) ソニーEマウント"),
        ("ハマノ Nウォーム スーパー 敷きパッド グレー", "ハマノ NウォームDX 敷きパッド グレー"),
        ("イプサナ ザ・タイムR アクア 200ml", "イプサナ ザ・タイム リセット アクア 200ml"),
        ("ハマノ ビタミン B 60日分", "ハマノ ビタミン ビオチン 60日分"),
        ("ビルケナ アリゾラ EVA ブラック", "ビルケナ アリゾラ ビルコフロー ブラック"),
        ("ハマノ レトロX ジャケット 黒 M", "ハマノ クラシック レトロ ジャケット 黒 M"),
    ],
)
def test_other_letters_tell_another_article(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME
