"""The worked examples of `price_vectors.toml`, each by the way on which a ranking goes."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okawari.domain.candidate import Candidate
from okawari.domain.money import allocate, yen
from okawari.domain.price.effective import Price, effective_price
from okawari.domain.price.points import less_coupon, points_on, shop_hops, spend_that_fills, with_tax
from okawari.domain.price.tariff import tariff
from okawari.domain.profile import Campaign, Marathon, Profile
from okawari.rules.loader import rules, sources
from okawari.services.shops import trades

VECTORS = tomllib.loads(Path(__file__).with_name("price_vectors.toml").read_text(encoding="utf-8"), parse_float=Decimal)
A_PLAIN_DAY = date(2026, 12, 1)


def profile_of(given: dict, mall: str, on: date) -> Profile:
    race = given.get("marathon")
    return Profile(
        payments=frozenset(given.get("payments", ())),
        members=frozenset(given.get("members", ())),
        spu=tuple(given.get("spu", ())),
        entries=dict.fromkeys(given.get("entries", ()), True),
        limited_percent=given.get("limited_percent"),
        points_to_spend={mall: given.get("points_to_spend", 0)},
        marathon=race and Marathon(first_day=on, last_day=on, entered=True, shop_count=race["shops"], cap=race["cap"]),
    )


def priced(vector: dict, fields: dict, profile: Profile | None = None) -> Price:
    mall, on = vector["mall"], vector.get("on", A_PLAIN_DAY)
    person = profile or profile_of(vector.get("profile", {}), mall, on)
    money = {"price": yen(fields["price"]), "shipping": yen(fields.get("shipping", 0))}
    offer = Candidate(mall=mall, seller="見本の店", tax_included=True, **(fields | money))
    return effective_price(offer, tariff(mall, trades().get(mall), rules("points"), rules("shipping"), person, on))


def points(price: Price) -> int:
    return sum(line.points for line in price.lines if not line.open or line.open == "rounding")


def named(*keys: str) -> list[str]:
    return [name for name, vector in VECTORS.items() if any(key in vector for key in keys)]


def test_every_vector_is_tried_and_names_a_known_source():
    assert len(VECTORS) == 22
    tried = named("offers", "basket", "shops", "fill", "rates", "rounding", "spread")
    assert set(tried) == set(VECTORS)
    assert {vector["source"] for vector in VECTORS.values()} - set(sources()) == {"PTS-RAK-*"}


@pytest.mark.parametrize("name", named("offers"))
def test_an_offer_gives_its_points(name):
    vector = VECTORS[name]
    found = [priced(vector, fields) for fields in vector["offers"]]
    expected = vector.get("points")
    if expected is not None:
        assert [points(one) for one in found] == (expected if isinstance(expected, list) else [expected])
    for code, amount in vector.get("parts", {}).items():
        assert [line.points for line in found[0].lines if line.code == code] == [amount]
    if "effective" in vector:
        assert (found[0].sure, found[0].best) == (vector["effective"], vector["effective"])
    if "base" in vector:
        assert {line.base for line in found[0].lines if line.points} == {vector["base"]}


def test_a_coupon_lowers_the_points_of_a_basket():
    vector = VECTORS["RAK-COUPON-2"]
    items = vector["basket"]["items"]
    whole = sum(points_on(price, 10 * rate, 100) for price, rate in items)
    assert less_coupon(whole, vector["basket"]["coupon"], sum(price for price, _ in items)) == vector["points"]


def test_shops_multiply():
    vector = VECTORS["RAK-MAR-MULT"]
    assert [shop_hops(shops, 10) for shops in vector["shops"]] == vector["extra"]


def test_the_spending_that_fills_a_cap():
    vector = VECTORS["RAK-MAR-CAP"]
    fill = vector["fill"]
    spend = spend_that_fills(**fill)
    assert (spend, with_tax(spend)) == (vector["spend"], vector["spend_with_tax"])
    assert points_on(spend, fill["per_mille"], fill["floor"]) == vector["before_cap"]
    assert points_on(spend - 100, fill["per_mille"], fill["floor"]) < fill["cap"]


def test_each_rate_has_its_own_floor():
    vector = VECTORS["YS-FLOOR-1"]
    rates = vector["rates"]
    assert [points_on(rates["base"], one, rates["floor"]) for one in rates["per_mille"]] == vector["points"]


def test_where_rounding_is_not_known_the_order_lies_in_the_range():
    vector = VECTORS["AMZ-MC-2"]
    for paid, per_mille, given in vector["rounding"]:
        mine = Campaign(name="amazon_mastercard", mall="amazon_jp", per_mille=per_mille, base="paid", kind="regular")
        (line,) = [
            one for one in priced(vector, {"price": paid}, Profile(campaigns=(mine,))).lines if one.code == mine.name
        ]
        assert abs(line.points - given) <= 1
    by_rule = Profile(payments=frozenset({"amazon_mastercard"}))
    (line,) = [one for one in priced(vector, {"price": 10255}, by_rule).lines if one.code == "amazon_mastercard"]
    assert (line.points, line.most_points, line.open) == (153, 154, "rounding")


def test_a_discount_is_spread_over_the_items():
    vector = VECTORS["AMZ-PROMO-1"]
    items = vector["spread"]["items"]
    discounts = allocate(vector["spread"]["discount"], items)
    assert list(discounts) == vector["discounts"]
    assert [item - discount for item, discount in zip(items, discounts, strict=True)] == vector["refunds"]
