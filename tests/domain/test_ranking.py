"""One list: what is ranked, what stands apart, what is folded, and which one to buy."""

import json
from datetime import date
from decimal import Decimal

import pytest

from okawari.domain.candidate import Candidate, Condition, Wanted
from okawari.domain.identifiers import Identifier
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.domain.profile import Profile, Rate
from okawari.domain.ranking import Group, Ranking, rank
from okawari.domain.same_thing.taken_apart.title import take_apart
from okawari.reading.offers import read_offers
from okawari.services.ranking import setting

ON = date(2026, 11, 28)
JAN = Identifier("jan", "4548736132610")
WANTED = Wanted(title="ソニー WH-1000XM5 ブラック", identifiers=(JAN,), paid=yen(44000), list_price=yen(49500))


def offer(price, **fields):
    usual = {
        "title": "見本の品",
        "mall": "biccamera",
        "tax_included": True,
        "shipping": yen(0),
        "availability": Availability.IN_STOCK,
        "condition": Condition.NEW,
        "identifiers": (JAN,),
    }
    return Candidate(**(usual | {"price": yen(price) if isinstance(price, int) else price} | fields))


def ranked(*offers, profile: Profile | None = None) -> Ranking:
    return rank(WANTED, offers, setting(profile or Profile(), ON))


def positions(offers):
    return [one.position for one in offers]


def test_the_cheapest_calm_offer_is_bought_and_compared_with_the_dead_order():
    found = ranked(offer(46000), offer(45000))
    assert [(one.position, one.rank) for one in found.offers] == [(1, 1), (0, 2)]
    assert (found.buy.position, found.why, found.extra_cost) == (1, "cheapest", 1000)


def test_a_price_far_below_the_market_is_not_recommended():
    found = ranked(offer(46000), offer(45000), offer(44000), offer(12000, mall="rakuten", seller="怪しい見本"))
    assert found.offers[0].risk.has("price_far_below")
    assert (found.buy.position, found.why, positions(found.cheaper)) == (2, "cheapest_calm", [3])


def test_of_few_offers_a_price_far_below_the_dead_orders_is_not_recommended():
    found = ranked(offer(1000, mall=""), offer(45000))
    assert found.offers[0].risk.has("price_far_below")
    assert (found.buy.position, found.why) == (1, "cheapest_calm")


def test_a_far_too_cheap_offer_is_not_named_to_buy_even_where_it_is_the_only_one():
    found = ranked(offer(1000, mall=""))
    assert (found.buy, found.why, positions(found.cheaper)) == (None, "only_too_cheap", [0])
    assert found.extra_cost is None
    risky = {"mall": "amazon_jp", "seller": "遠くの見本", "country": "CN", "ship_days": (30, 60)}
    beside = ranked(offer(1000, mall=""), offer(46000, **risky))
    assert (beside.buy.position, beside.why) == (1, "least_risk")


def test_a_used_piece_is_measured_by_used_ones_and_never_by_what_new_ones_cost():
    used = {"condition": Condition.USED, "mall": "mercari"}
    new = [offer(46000), offer(45000), offer(44000)]
    alone = ranked(*new, offer(20000, **used))
    assert not alone.offers[0].risk.has("price_far_below")
    among = ranked(*new, offer(20000, **used), offer(21000, **used), offer(22000, **used), offer(9000, **used))
    assert [one.position for one in among.offers if one.risk.has("price_far_below")] == [6]
    assert not any(one.risk.has("price_far_above") for one in among.offers)
    lure = ranked(*new, offer(3000, **used))
    assert lure.offers[0].risk.has("price_far_below")


def test_a_piece_in_a_flea_market_whose_state_nobody_tells_is_not_taken_for_a_new_one():
    silent = {"condition": Condition.UNKNOWN, "mall": "mercari"}
    found = ranked(offer(46000), offer(24000, **silent), offer(23000, **silent))
    assert (found.buy.position, found.why) == (0, "cheapest_calm")
    assert not found.buy.risk.has("price_far_above")
    accepting = ranked(offer(46000), offer(24000, **silent), profile=Profile(accepts=frozenset({Condition.USED})))
    assert accepting.buy.position == 1
    told = ranked(offer(46000), offer(45000, **(silent | {"condition": Condition.NEW})))
    assert told.buy.position == 1


@pytest.mark.parametrize(
    ("accepts", "buys"),
    [({Condition.NEW, Condition.LIKE_NEW}, 1), ({Condition.UNKNOWN}, 1), ({Condition.USED}, None), (None, 1)],
)
def test_a_shop_that_says_nothing_of_the_state_sells_new_things(accepts, buys):
    profile = Profile() if accepts is None else Profile(accepts=frozenset(accepts))
    found = ranked(offer(46000), offer(45000, condition=Condition.UNKNOWN), profile=profile)
    assert (found.buy.position if found.buy else None) == buys


@pytest.mark.parametrize("paid", [None, yen(44000)])
def test_a_yen_is_no_price_also_where_nothing_is_there_to_compare(paid):
    wanted = Wanted(title=WANTED.title, identifiers=(JAN,), paid=paid)
    only = rank(wanted, [offer(1)], setting(Profile(), ON))
    assert (only.buy, only.why) == (None, "only_too_cheap")
    assert only.offers[0].risk.has("price_none")
    beside = rank(wanted, [offer(1), offer(45000)], setting(Profile(), ON))
    assert (beside.buy.position, beside.why, positions(beside.cheaper)) == (1, "cheapest_calm", [0])


def test_a_price_that_is_a_crumb_of_the_list_price_is_not_recommended_without_a_market():
    wanted = Wanted(title=WANTED.title, identifiers=(JAN,), list_price=yen(49500))
    assert rank(wanted, [offer(900)], setting(Profile(), ON)).buy is None
    assert rank(wanted, [offer(9000)], setting(Profile(), ON)).buy.position == 0


def test_where_all_are_risky_the_least_risky_is_named():
    far = {"mall": "amazon_jp", "seller": "遠くの見本", "country": "CN"}
    found = ranked(offer(40000, **far, ship_days=(30, 60)), offer(45000, **far))
    assert (found.buy.position, found.why, positions(found.cheaper)) == (1, "least_risk", [0])


def test_used_pieces_are_ranked_but_recommended_only_where_the_person_accepts_them():
    used = offer(20000, title="【中古】見本の品", condition=Condition.VERY_GOOD)
    assert ranked(used, offer(45000)).buy.position == 1
    found = ranked(used)
    assert (found.buy, found.why, found.offers[0].group) == (None, "nothing_fits", Group.RANKED)
    accepts = Profile(accepts=frozenset({Condition.NEW, Condition.VERY_GOOD}))
    assert ranked(used, offer(45000), profile=accepts).buy.position == 0


def test_a_used_word_in_the_title_outweighs_silence_about_the_state():
    found = ranked(offer(20000, title="【中古】見本の品", condition=Condition.UNKNOWN), offer(45000))
    assert found.buy.position == 1


def test_what_is_not_surely_the_same_is_never_ranked():
    found = ranked(
        offer(1000, identifiers=(), title="ソニー ヘッドホン"),
        offer(1000, identifiers=(), title="ソニー WH-1000XM4 ブラック"),
        offer(1000, identifiers=(), title="WH-1000XM5 用 ケース"),
        offer(1000, availability=Availability.OUT_OF_STOCK),
        offer(None),
        offer(yen(0)),
        offer(45000),
    )
    assert [(one.position, one.group.value) for one in found.offers] == [
        (6, "ranked"),
        (0, "unsure"),
        (1, "variant"),
        (2, "accessory"),
        (3, "unavailable"),
        (4, "unpriced"),
        (5, "unpriced"),
    ]
    assert found.buy.position == 6


def test_a_thing_is_judged_alike_among_few_and_among_many():
    titles = ("ソニー WH-1000XM5 ブラック", "ソニー WH-1000XM5 シルバー", "WH-1000XM5 用 ケース", "ソニー ヘッドホン")
    listed = [offer(45000, identifiers=(), title=title) for title in titles]
    few = {one.offer.title: one.likeness for one in ranked(*listed).offers}
    many = ranked(*(listed * 20)).offers
    assert len(few) == len(titles)
    assert [one.likeness for one in many] == [few[one.offer.title] for one in many]


def test_a_dominated_offer_names_the_better_one_and_no_other_does():
    found = ranked(
        offer(45000, mall="amazon_jp", seller="見本"),
        offer(46000, mall="amazon_jp", seller="見本", availability=Availability.LOW_STOCK),
        offer(47000, mall="yodobashi", points=0),
        offer(48000, mall="yodobashi", points=0, condition=Condition.USED),
    )
    assert {one.position: one.dominated_by for one in found.offers} == {0: None, 1: 0, 2: None, 3: 2}


def test_a_premium_is_counted_against_the_list_price():
    found = ranked(offer(60000), offer(49500), offer(60000, list_price=yen(70000)))
    assert {one.position: one.premium for one in found.offers} == {0: 10500, 1: None, 2: None}


def test_a_premium_counts_the_tax_that_is_surely_added():
    found = ranked(
        offer(48000, tax_included=False),
        offer(48000, tax_included=None, mall="somewhere"),
        offer(45000, tax_included=False),
    )
    assert {one.position: one.premium for one in found.offers} == {0: 3300, 1: None, 2: None}


def test_shops_in_several_malls_share_their_stock():
    found = ranked(offer(45000, mall="rakuten", seller="見本"), offer(46000, mall="yahoo_shopping", seller="見本"))
    assert all(one.risk.has("stock_shared") for one in found.offers)


def test_another_currency_needs_a_rate():
    dollars = offer(Money(Decimal("278.00"), "USD"), mall="amazon_com", shipping=Money(Decimal(20), "USD"))
    without = ranked(dollars)
    assert (without.buy, without.offers[0].group) == (None, Group.UNPRICED)
    assert [problem.code for problem in without.offers[0].problems] == ["rate_missing"]
    rates = {"USD": Rate(yen=Decimal("150.5"), on=ON)}
    priced = ranked(dollars, profile=Profile(rates=rates)).offers[0]
    assert [line.sure for line in priced.price.lines][:2] == [41839, 3010]
    assert priced.group is Group.RANKED


def test_nothing_to_rank_is_no_crash():
    found = ranked()
    assert (found.offers, found.buy, found.why) == ((), None, "nothing_found")


def test_the_same_thing_without_any_price_is_told_as_such():
    found = ranked(offer(0), offer(Money(Decimal(300), "XYZ")))
    assert (found.buy, found.why) == (None, "nothing_priced")
    assert [one.group for one in found.offers] == [Group.UNPRICED, Group.UNPRICED]


def test_shipping_in_another_currency_counts_as_not_told():
    (found,) = ranked(offer(45000, shipping=Money(Decimal(5), "USD"))).offers
    assert [one.code for one in found.problems] == ["shipping_currency"]
    assert found.price.sure > found.price.best


def test_titles_are_read_as_offers_come_in_and_not_again_to_rank_them():
    titles = [f"ソニー WH-1000XM5 ブラック R{number}店" for number in range(100)]
    text = json.dumps({"wanted": {"title": WANTED.title}, "offers": [{"title": title, "price": 1} for title in titles]})
    offers = read_offers(text)
    take_apart(offers.wanted.title)
    before = take_apart.cache_info()
    rank(offers.wanted, offers.candidates, setting(Profile(), ON))
    after = take_apart.cache_info()
    assert after.misses == before.misses
    assert after.hits >= before.hits + len(titles)
