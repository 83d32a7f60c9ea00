"""What a thing from abroad costs at the door."""

from datetime import date
from decimal import Decimal

import pytest

from okawari.domain.candidate import Candidate
from okawari.domain.money import Money
from okawari.domain.price.landed import Border, landed_price
from okawari.domain.profile import Profile, Rate
from okawari.rules.loader import rules

BEFORE, AFTER = date(2026, 3, 31), date(2026, 11, 28)


def landed(amount, on=AFTER, category="", shipping="0", rate_on=None):
    offer = Candidate(
        mall="amazon_com",
        price=Money(Decimal(amount), "USD"),
        shipping=None if shipping is None else Money(Decimal(shipping), "USD"),
        category=category,
    )
    profile = Profile(rates={"USD": Rate(yen=Decimal(150), on=rate_on or on)})
    return landed_price(offer, Border(rules("import"), profile, on))


def figures(found, code):
    return next((line.sure, line.best) for line in found.lines if line.code == code)


def test_before_the_reform_sixty_per_cent_and_the_exemption_are_certain():
    small = landed("111.11", BEFORE, "cameras")  # 16,667 yen, of which 60 per cent are 10,000
    assert figures(small, "duty") == figures(small, "import_tax") == (0, 0)
    above = landed("112", BEFORE, "cameras")  # 16,800 yen, of which 60 per cent are 10,080
    assert figures(above, "import_tax") == (1058, 1008)


def test_since_the_reform_may_hold_both_ends_are_shown():
    small = landed("60", AFTER, "cameras")  # 9,000 yen
    assert figures(small, "import_tax") == (900, 0)
    large = landed("200", AFTER, "books", shipping="20")  # 30,000 and 33,000 yen
    assert figures(large, "import_tax") == ((33000 + 1650) // 10, 18000 // 10)


@pytest.mark.parametrize(
    ("category", "sure", "best"),
    [
        ("toys", 900, 0),
        ("clothing", 4020, 792),
        ("leather_bags", 4800, 1440),
        ("footwear", 9000, 5400),
        ("fishing", 1500, 576),
        ("knitwear", 9000, 0),
        ("", 1500, 0),
    ],
)
def test_duty_goes_by_category_and_by_the_rate_that_one_may_choose(category, sure, best):
    assert figures(landed("200", AFTER, category), "duty") == (sure, best)


def test_shoes_and_leather_are_never_exempt():
    assert figures(landed("20", BEFORE, "footwear"), "duty") == (4300, 540)


def test_unknown_shipping_is_a_range_and_unknown_goods_are_warned_of():
    found = landed("200", shipping=None)
    assert figures(found, "shipping_abroad") == (5000, 0)
    assert found.warnings == ("plug", "region", "language", "category", "customs")
    assert landed("200", category="books").warnings == ("language", "customs")


def test_a_duty_that_no_source_tells_is_a_range_and_says_so():
    open_ = {line.code: line.open for line in landed("200", category="knitwear").lines}
    assert open_["duty"] == "duty_unknown"


def test_a_category_that_no_rule_knows_is_warned_of_as_if_it_were_not_said():
    odd, open_ = landed("200", category="バナナ"), landed("200")
    assert odd == open_
    assert {line.code: line.open for line in odd.lines}["duty"] == "category_unknown"
    for category in ("appliances", "alcohol", "coffee_tea", "fishing"):
        assert "category" not in landed("200", category=category).warnings


def test_an_old_rate_says_so():
    assert [one.code for one in landed("20", rate_on=date(2026, 11, 1)).problems] == ["rate_stale"]
    assert landed("20").problems == ()


def test_a_broken_yen_counts_as_a_whole_one():
    assert figures(landed("0.01"), "price_abroad") == (2, 2)
