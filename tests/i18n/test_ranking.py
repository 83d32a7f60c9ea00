"""The advice of a ranking in words."""

import pytest

from okawari.domain.candidate import Condition
from okawari.i18n.ranking import advice, mall_name
from okawari.sources import registry
from tests.domain.test_ranking import offer, ranked

STATES = (Condition.LIKE_NEW, Condition.VERY_GOOD, Condition.GOOD, Condition.ACCEPTABLE)


def used(number, condition=Condition.VERY_GOOD):
    return offer(30_000 + 1_000 * number, mall="mercari", seller=f"{number}号", condition=condition)


def test_each_reason_against_cheaper_offers_is_told_once_and_the_others_are_counted():
    new = [offer(46_000), offer(45_000), offer(44_000)]
    found = ranked(*new, *map(used, range(3)), offer(12_000, mall="rakuten", seller="怪しい見本"))
    said = advice(found, "ja")
    assert said.startswith("ビックカメラ で買うのがよいです。実質44,000円で、")
    assert "楽天市場 / 怪しい見本 もありますが、選びませんでした。理由: 相場や前の注文の値段より74%安い" in said
    assert said.endswith(
        "14,000円安い メルカリ / 0号 も選びませんでした。理由: 新品ではない（中古・非常に良い）。"
        "ほかにも、より安い2件を選びませんでした。"
    )
    assert advice(found, "en").endswith(
        " Nor was Mercari / 0号, ¥14,000 cheaper: it is not new (used, very good). Also cheaper but not chosen: 2 more."
    )


@pytest.mark.parametrize(("count", "left"), [(1, 0), (3, 0), (4, 1), (12, 9), (100, 97)])
def test_three_reasons_are_told_at_most_and_every_cheaper_offer_is_counted(count, left):
    found = ranked(offer(900_000), *(used(number, STATES[number % len(STATES)]) for number in range(count)))
    said = advice(found, "ja")
    assert said.count("選びませんでした。理由: ") == min(count, 3)
    assert said.endswith(f"より安い{left}件を選びませんでした。") == (left > 0)


def test_nothing_is_said_of_others_where_the_cheapest_is_chosen():
    assert "選びませんでした" not in advice(ranked(offer(46_000), offer(45_000)), "ja")


def test_a_premium_is_called_so_where_it_is_the_one_to_buy():
    found = ranked(offer(60_000), offer(70_000))
    assert "ただし、定価より10,500円高い、プレミア価格です。" in advice(found, "ja")
    assert " But that is a premium price, ¥10,500 above the list price." in advice(found, "en")
    assert "プレミア" not in advice(ranked(offer(49_500), offer(70_000)), "ja")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_every_known_shop_is_called_by_name(locale):
    shops = [one for one in registry.merchants().values() if one.kind == "shop"]
    assert [one.id for one in shops if mall_name(one.id, locale) == one.id] == []
