"""Which benefits a person gets: certain, open, or not at all."""

import random
from dataclasses import replace
from datetime import date

import pytest

from okawari.domain.candidate import Candidate
from okawari.domain.money import yen
from okawari.domain.price.benefit import benefits
from okawari.domain.price.effective import effective_price
from okawari.domain.price.tariff import tariff
from okawari.domain.profile import Campaign, Marathon, Profile
from okawari.domain.seller_tier import Trade
from okawari.rules.loader import rules
from okawari.services.shops import trades

THE_5TH = date(2026, 12, 5)
SUNDAY = date(2026, 12, 6)


def found(mall, profile, on=THE_5TH):
    return {one.code: one.open for one in benefits(rules("points"), mall, profile, on)}


def price(mall, profile, on=THE_5TH, **fields):
    offer = Candidate(mall=mall, price=yen(11000), **({"shipping": yen(0), "tax_included": True} | fields))
    return effective_price(offer, tariff(mall, trades().get(mall), rules("points"), rules("shipping"), profile, on))


def line(priced, code):
    return next((one for one in priced.lines if one.code == code), None)


CARD = Profile(payments=frozenset({"rakuten_card"}), spu=("card_normal", "card_special", "mobile"))


def test_a_day_s_campaign_needs_its_day_its_card_and_its_entry():
    entered = Profile(payments=CARD.payments, entries={"day_5_0": True})
    assert found("rakuten", entered)["day_5_0"] == ""
    assert found("rakuten", CARD)["day_5_0"] == "entry_unknown"
    assert "day_5_0" not in found("rakuten", Profile(payments=CARD.payments, entries={"day_5_0": False}))
    assert "day_5_0" not in found("rakuten", entered, date(2026, 12, 4))
    assert "day_5_0" not in found("rakuten", Profile(entries={"day_5_0": True}))
    assert found("rakuten", Profile(payments=frozenset({"rakuten_premium_card"})))["day_5_0"] == "entry_unknown"


def test_an_unknown_cap_counts_only_at_best_until_the_person_names_it():
    assert found("rakuten", CARD)["spu_mobile"] == "cap_unknown"
    open_line = line(price("rakuten", CARD), "spu_mobile")
    assert (open_line.sure, open_line.best) == (0, -360)
    named = Profile(payments=CARD.payments, spu=CARD.spu, caps={"mobile": 2000}, used={"mobile": 1900})
    capped = line(price("rakuten", named), "spu_mobile")
    assert (capped.points, capped.full, capped.open) == (100, True, "")


def test_what_is_left_of_a_cap_this_month_counts():
    used = Profile(payments=CARD.payments, spu=("card_special",), used={"card_special": 950})
    assert line(price("rakuten", used), "spu_card_special").points == 50
    premium = Profile(payments=frozenset({"rakuten_premium_card"}), spu=("card_special",), used={"card_special": 950})
    assert line(price("rakuten", premium), "spu_card_special").points == 100


def test_a_rule_of_low_confidence_makes_a_range_and_nothing_else():
    daily = line(price("yahoo_shopping", Profile()), "daily")
    assert (daily.sure, daily.best, daily.open, daily.rule) == (0, -450, "unconfirmed", "PTS-YS-DAILY-01")


def test_a_rule_written_down_long_ago_is_only_what_may_be():
    assert set(found("yahoo_shopping", Profile(), date(2028, 6, 5)).values()) <= {"stale", "unconfirmed"}


def test_a_rule_does_not_hold_before_its_first_day():
    assert found("rakuten", Profile(), date(2021, 1, 1)).keys().isdisjoint({"base"})


def test_a_campaign_that_the_person_looked_up_takes_the_rule_s_place():
    mine = Campaign(name="毎日", mall="yahoo_shopping", per_mille=40, cap=300, rule="PTS-YS-DAILY-01", last_day=THE_5TH)
    priced = price("yahoo_shopping", Profile(campaigns=(mine,)))
    assert line(priced, "daily") is None
    assert (line(priced, "毎日").points, line(priced, "毎日").full) == (300, True)
    assert line(price("yahoo_shopping", Profile(campaigns=(mine,)), SUNDAY), "毎日") is None


def test_members_get_sundays():
    member = Profile(members=frozenset({"lyp_premium"}), entries={"sunday": True})
    assert line(price("yahoo_shopping", member, SUNDAY), "sunday").points == 500
    assert "sunday" not in found("yahoo_shopping", Profile(entries={"sunday": True}), SUNDAY)


@pytest.mark.parametrize(
    ("seller", "amount", "rate"), [("新しい見本", 11000, 40), ("前の見本", 11000, 30), ("新しい見本", 900, 30)]
)
def test_a_marathon_counts_a_further_shop_once_and_from_a_thousand_yen(seller, amount, rate):
    race = Marathon(
        first_day=THE_5TH, last_day=THE_5TH, entered=True, shop_count=4, shops=frozenset({"前の見本"}), cap=7000
    )
    offer = Candidate(mall="rakuten", seller=seller, tax_included=True, shipping=yen(0), price=yen(amount))
    held = tariff("rakuten", Trade.MALL, rules("points"), rules("shipping"), Profile(marathon=race), THE_5TH)
    assert line(effective_price(replace(offer, price=yen(amount)), held), "shop_hop").per_mille == rate


def test_a_marathon_s_unknown_cap_is_a_range():
    race = Marathon(first_day=THE_5TH, last_day=THE_5TH, entered=True, shop_count=9)
    offer = Candidate(mall="rakuten", tax_included=True, shipping=yen(0), price=yen(110000))
    held = tariff(
        "rakuten", Trade.MALL, rules("points"), rules("shipping"), Profile(marathon=race, limited_percent=100), THE_5TH
    )
    hop = line(effective_price(replace(offer, price=yen(110000)), held), "shop_hop")
    assert (hop.sure, hop.best, hop.open) == (-5000, -9000, "round_cap")


def test_limited_points_are_worth_what_the_person_says():
    assert line(price("rakuten", Profile(), point_rate=11), "shop_rate").sure == -900
    assert line(price("rakuten", Profile(limited_percent=50), point_rate=11), "shop_rate").sure == -500


def test_a_price_without_tax_gets_it_and_an_unknown_shop_a_range():
    assert line(price("rakuten", Profile(), tax_included=False), "tax").sure == 1100
    assert line(price("rakuten", Profile(), tax_included=None), "tax") is None
    open_tax = line(price("small_shop", Profile(), tax_included=None), "tax")
    assert (open_tax.sure, open_tax.best, open_tax.open) == (1100, 0, "tax_flag_missing")
    assert line(price("rakuten", Profile(), tax_included=False, tax_percent=8), "tax").sure == 880


@pytest.mark.parametrize(
    ("fields", "profile", "sure", "best", "rule"),
    [
        ({"mall": "amazon_jp", "seller": "Amazon.co.jp"}, Profile(), 450, 410, "SHP-AMZ-01"),
        ({"mall": "amazon_jp", "seller": "Amazon.co.jp"}, Profile(prefecture="東京都"), 410, 410, "SHP-AMZ-01"),
        ({"mall": "amazon_jp", "seller": "Amazon.co.jp"}, Profile(prefecture="沖縄県"), 450, 450, "SHP-AMZ-01"),
        ({"mall": "amazon_jp", "seller": "Amazon.co.jp"}, Profile(members=frozenset({"prime"})), 0, 0, "SHP-AMZ-01"),
        ({"mall": "amazon_jp", "seller": "見本"}, Profile(), 1000, 0, ""),
        (
            {"mall": "rakuten", "free_shipping_line": True, "price": 5000},
            Profile(prefecture="東京都"),
            0,
            0,
            "SHP-RAK-01",
        ),
        ({"mall": "rakuten", "price": 5000}, Profile(unknown_shipping=700), 700, 0, ""),
        ({"mall": "yodobashi"}, Profile(), 0, 0, "SHP-YODO-01"),
    ],
)
def test_shipping_follows_the_mall_s_line(fields, profile, sure, best, rule):
    amount = fields.pop("price", 2000) if "price" in fields else 2000
    offer = Candidate(**fields, tax_included=True, price=yen(amount))
    held = tariff(offer.mall, trades().get(offer.mall), rules("points"), rules("shipping"), profile, THE_5TH)
    shipping = line(effective_price(replace(offer, price=yen(amount)), held), "shipping")
    assert (shipping.sure, shipping.best, shipping.rule) == (sure, best, rule)


def test_every_price_is_the_sum_of_its_lines_and_never_better_than_its_best():
    for mall in ("rakuten", "yahoo_shopping", "amazon_jp", "yodobashi", "mercari", ""):
        for amount in (1, 99, 1000, 3980, 123456):
            offer = Candidate(mall=mall, price=yen(amount), shop_coupon=50, mall_coupon=30, point_rate=20, fee=330)
            priced = effective_price(
                offer, tariff(mall, trades().get(mall), rules("points"), rules("shipping"), CARD, THE_5TH)
            )
            assert priced.sure == sum(one.sure for one in priced.lines)
            assert priced.best == sum(one.best for one in priced.lines)
            assert priced.best <= priced.sure
            assert all(isinstance(figure, int) for one in priced.lines for figure in (one.sure, one.best, one.points))


def test_the_lines_made_on_demand_add_up_to_both_prices():
    dice = random.Random(3)
    for _ in range(300):
        mall = dice.choice(("rakuten", "yahoo_shopping", "amazon_jp", "yodobashi", "somewhere"))
        offer = Candidate(
            mall=mall,
            price=yen(dice.randrange(1, 90_000)),
            quantity=dice.randrange(1, 4),
            tax_included=dice.choice((True, False, None)),
            shipping=dice.choice((None, yen(0), yen(550))),
            fee=dice.choice((0, 330)),
            shop_coupon=dice.choice((0, 500, 200_000)),
            mall_coupon=dice.choice((0, 700)),
            points=dice.choice((None, 120)),
            point_rate=dice.randrange(1, 10),
            bonus_percent=dice.choice((0, 5)),
        )
        priced = effective_price(
            offer, tariff(mall, trades().get(mall), rules("points"), rules("shipping"), CARD, THE_5TH)
        )
        assert priced.sure == sum(line.sure for line in priced.lines)
        assert priced.best == sum(line.best for line in priced.lines)
        assert priced.paid == sum(line.sure for line in priced.lines if not line.points and not line.most_points)


@pytest.mark.parametrize(("mall", "counts"), [("rakuten", False), ("yahoo_shopping", False), ("amazon_jp", True)])
def test_points_that_a_mall_shows_count_only_where_a_rule_takes_them_from_there(mall, counts):
    offer = Candidate(mall=mall, tax_included=True, shipping=yen(0), price=yen(11000))
    held = tariff(mall, trades().get(mall), rules("points"), rules("shipping"), Profile(), THE_5TH)
    shown, silent = effective_price(replace(offer, points=500), held), effective_price(offer, held)
    assert silent.sure - shown.sure == 500 * counts
