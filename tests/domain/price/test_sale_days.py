"""The next days of more points: only those that a rule fixes, and only of malls that matter."""

from datetime import date

from okawari.domain.price.sale_days import sale_days
from okawari.rules.loader import rules


def days(on, *malls):
    return [(one.mall, one.benefit, one.on.day, one.entry) for one in sale_days(rules("points"), malls, on)]


def test_the_nearest_day_of_each_mall_is_told():
    assert days(date(2026, 11, 28), "rakuten", "yahoo_shopping") == [
        ("yahoo_shopping", "sunday", 29, True),
        ("rakuten", "day_5_0", 30, True),
        ("yahoo_shopping", "day_5", 5, True),
    ]
    assert days(date(2026, 12, 5), "rakuten") == [("rakuten", "day_5_0", 5, True)]


def test_nothing_is_told_of_a_mall_whose_sales_nobody_fixed_or_before_a_rule_held():
    assert days(date(2026, 11, 28), "amazon_jp", "yodobashi", "") == []
    assert days(date(2023, 7, 1), "rakuten") == []
