"""How likely a second stockout is: the order of the tiers, the signs, and the number they make."""

import pytest

from okawari.domain.candidate import Candidate, Condition
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.profile import History
from okawari.domain.risk import NO_MARKET, Level, in_several_malls, market_of, risk_of
from okawari.domain.seller_check import CheckState, check_sellers
from okawari.domain.seller_tier import Tier, tier_of
from okawari.services.shops import trades

BY_AMAZON = {"mall": "amazon_jp", "seller": "Amazon.co.jp", "shipped_by": "Amazon"}


def offer(**fields):
    return Candidate(**({"availability": Availability.IN_STOCK} | fields))


def risk(one, price, market=NO_MARKET, history=None):
    return risk_of(one, tier_of(one, trades()), price, market, history)


@pytest.mark.parametrize(
    ("fields", "tier"),
    [
        (BY_AMAZON, Tier.AMAZON),
        ({"mall": "amazon_jp", "seller": "見本", "shipped_by": "Amazon"}, Tier.FBA),
        ({"mall": "amazon_jp", "seller": "見本", "shipped_by": "見本"}, Tier.SELLER),
        ({"mall": "amazon_jp", "seller": "Amazon.co.jp", "shipped_by": "見本"}, Tier.SELLER),
        ({"mall": "amazon_jp", "seller": "見本", "country": "CN"}, Tier.OVERSEAS),
        ({"mall": "ebay", "seller": "mihon"}, Tier.OVERSEAS),
        ({"mall": "ebay", "seller": "mihon", "country": "JP"}, Tier.SELLER),
        ({"mall": "amazon_com", "seller": "Amazon.com", "shipped_by": "Amazon"}, Tier.AMAZON),
        ({"mall": "amazon_com"}, Tier.UNKNOWN),
        ({"mall": "amazon_au", "seller": "mihon"}, Tier.OVERSEAS),
        ({"mall": "amazon_elsewhere", "seller": "mihon"}, Tier.OVERSEAS),
        ({"mall": "amazon_jp"}, Tier.UNKNOWN),
        ({"mall": "yodobashi"}, Tier.OWN_SHOP),
        ({"mall": "nojima"}, Tier.OWN_SHOP),
        ({"mall": "mercari", "seller": "見本"}, Tier.FLEA),
        ({"mall": "yahoo_auctions", "seller": "見本"}, Tier.FLEA),
        ({"mall": "rakuten", "seller": "見本", "shipped_by": "Amazon"}, Tier.SELLER),
    ],
)
def test_who_stands_behind_an_offer(fields, tier):
    assert tier_of(offer(**fields), trades()) is tier


def test_the_order_of_the_rule_holds():
    numbers = [
        risk(offer(**fields), None).number
        for fields in (
            BY_AMAZON,
            {"mall": "amazon_jp", "seller": "見本", "shipped_by": "Amazon"},
            {"mall": "amazon_jp", "seller": "見本", "shipped_by": "見本"},
            {"mall": "amazon_jp", "seller": "見本", "country": "CN"},
        )
    ]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize(
    ("fields", "ground"),
    [
        ({"availability": Availability.BACKORDER}, "stock_backorder"),
        ({"availability": Availability.PREORDER}, "stock_preorder"),
        ({"ship_days": (30, 60)}, "ships_late"),
        ({"rating": 89}, "rating_low"),
        ({"ratings": 3}, "ratings_few"),
        ({"cancels": 1}, "cancels_recent"),
    ],
)
def test_each_sign_adds_to_the_number_and_is_named(fields, ground):
    usual = {"mall": "rakuten", "seller": "見本"}
    calm, worse = risk(offer(**usual), None), risk(offer(**(usual | fields)), None)
    assert worse.number > calm.number
    assert worse.has(ground)
    assert not calm.has(ground)


def test_fast_delivery_and_good_experience_lower_it():
    usual = {"mall": "rakuten", "seller": "見本"}
    calm = risk(offer(**usual), None).number
    assert risk(offer(**usual, rush=True), None).number < calm
    assert risk(offer(**usual), None, history=History(bought=2)).number < calm
    assert risk(offer(**usual), None, history=History(bought=9, cancelled=1)).number > calm


def test_one_cancel_of_a_seller_weighs_little_and_many_weigh_no_more_than_forty():
    calm = risk(offer(mall="rakuten", seller="見本"), None).number
    more = [
        risk(offer(mall="rakuten", seller="見本"), None, history=History(cancelled=number)).number - calm
        for number in (1, 2, 9)
    ]
    assert more == [10, 20, 40]


@pytest.mark.parametrize(("price", "ground"), [(6900, "price_far_below"), (13100, "price_far_above"), (10000, "")])
def test_a_price_is_measured_against_the_others(price, ground):
    market = market_of([9000, 10000, 11000])
    grounds = {one.code for one in risk(offer(), price, market).grounds if one.code.startswith("price")}
    assert grounds == ({ground} if ground else set())
    assert not any(one.code.startswith("price") for one in risk(offer(), price, market_of([10000])).grounds)


def test_a_sale_and_shared_stock_weigh_on_sellers():
    named = [
        ("見本", "rakuten"),
        ("見本", "yahoo_shopping"),
        ("見本", ""),
        ("別の見本", "rakuten"),
        ("別の見本", "rakuten"),
        ("", "ebay"),
    ]
    several = in_several_malls(offer(seller=seller, mall=mall) for seller, mall in named)
    assert several == {"見本": {"rakuten", "yahoo_shopping"}}
    market = market_of([], several, sale_day=True)
    found = risk(offer(mall="rakuten", seller="見本"), None, market)
    assert found.has("stock_shared")
    assert found.has("sale_day")
    assert not risk(offer(**BY_AMAZON), None, market).has("sale_day")


def test_the_number_stays_between_0_and_100_and_has_its_word():
    worst = offer(country="CN", availability=Availability.OUT_OF_STOCK, ship_days=(60, 90), rating=10, cancels=9)
    assert (risk(worst, None).number, risk(worst, None).level) == (100, Level.HIGH)
    best = risk(offer(**BY_AMAZON, rush=True), None, history=History(bought=9))
    assert (best.number, best.level) == (0, Level.LOW)


def test_a_sellers_price_is_held_against_pieces_of_its_state_and_a_yen_is_no_price_anywhere():
    new = [offer(price=yen(price), mall="rakuten") for price in (44000, 45000, 46000)]
    used = offer(price=yen(20000), mall="mercari", condition=Condition.USED)
    told = {one.offer.price.amount: check for one in check_sellers([*new, used], {}, trades()) for check in one.checks}
    assert told[20000].code == "price"
    assert told[20000].state is CheckState.OK
    (alone,) = check_sellers([offer(price=yen(1), mall="rakuten")], {}, trades())
    assert alone.checks[-1].state is CheckState.BAD
