"""What an offer leaves out: what only describes the wanted thing, and what tells it from its sisters."""

import pytest

from okawari.domain.same_thing import Sameness, Thing, compare


def sameness(wanted, offer):
    return compare(Thing(wanted), Thing(offer)).sameness


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ クリップチューナー 黒", "モリノワ トコハ チューナー 黒"),
        ("モリノワ トコハ フルフェイスヘルメット 白 L", "モリノワ トコハ 白 Lサイズ 軽量"),
        ("モリノワ トコハ 自動給水器 2L", "モリノワ トコハ 2リットル"),
        ("モリノワ トコハ 小型犬用 食事療法食 3kg", "モリノワ トコハ 小型犬用 3kg"),
    ],
)
def test_a_compound_for_the_kind_of_goods_may_be_left_out(wanted, offer):
    assert sameness(wanted, offer) is Sameness.SAME


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("モリノワ トコハ 蒸気機関車", "モリノワ トコハ 498"),
        ("モリノワ トコハ 救急絆創膏 M 30枚", "モリノワ トコハ Mサイズ 30枚 CL30M"),
        ("モリノワ レールセット ベーシックレールセット", "モリノワ レールセット"),
    ],
)
def test_a_compound_for_which_something_else_may_stand_stays_open(wanted, offer):
    assert sameness(wanted, offer) is not Sameness.SAME
