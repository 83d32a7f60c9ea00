"""Packages, widths and letters that are written in one."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ マスタード 200g", "ハマノ マスタード チューブ 200g"),
        ("ハマノ アーモンドチョコ 大箱 500g", "ハマノ アーモンドチョコ 500g 個包装"),
        ("久保山 万石 720ml 桐箱", "久保山 万石 720ml"),
    ],
)
def test_a_package_tells_nothing_beside_what_it_holds(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("ハマノ マスタード チューブ 200g", "ハマノ マスタード 瓶 200g"),
        ("ハマノ マスタード チューブ 200g", "ハマノ マスタード ボックス 200g"),
        ("ハマノ マスタード 200g", "ハマノ ハーフ チューブ 200g"),
        ("ハマノ アーモンドチョコ 大箱 500g", "ハマノ マカダミアチョコ 大箱 500g"),
        ("ハマノ タイヤ 700×28C", "ハマノ チューブ 700×28C"),
        ("ハマノ 収納 ボックス ホワイト", "ハマノ 収納 ラック ホワイト"),
    ],
)
def test_another_package_tells_another_article(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("シグナ 30mm F1.4 DC DN ブラック", "シグナ 30mm F1.4 DCDN ブラック"),
        ("ハマノ テープのり スタンダード 本体 TN-TS", "ハマノ テープのり スタンダード 本体 TNTS"),
        ("ハマノ ウェッジ ツアーナ 56.10S NSPRO 950GH", "ハマノ ウェッジ ツアーナ 56.10S NS PRO 950GH"),
        ("ハマノ サンダル アリゾラ ブラック ナロー幅 24.0cm", "ハマノ アリゾラ サンダル ブラック 幅狭 24.0cm"),
    ],
)
def test_letters_and_widths_are_written_otherwise(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("シグナ 30mm F1.4 DC DN ブラック", "シグナ 30mm F1.4 DC HSM ブラック"),
        ("シグナ 30mm F1.4 DC DN ブラック", "シグナ 30mm F1.4 DGDN ブラック"),
        ("ハマノ サンダル アリゾラ ブラック レギュラー幅 24.0cm", "ハマノ アリゾラ サンダル ブラック 幅狭 24.0cm"),
        ("ハマノ サンダル アリゾラ ブラック 24.0cm", "ハマノ アリゾラ サンダル ブラック narrow 24.0cm"),
        ("ハマノ サンダル アリゾラ ブラック 幅広 24.0cm", "ハマノ アリゾラ サンダル ブラック 幅狭 24.0cm"),
    ],
)
def test_other_letters_and_widths_tell_another_article(wanted: str, offer: str) -> None:
    assert compare(Thing(wanted), Thing(offer)).sameness is not Sameness.SAME
