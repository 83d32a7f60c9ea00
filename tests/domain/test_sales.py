"""The sales ahead: what a rule fixes is told with its day, what nobody announced never gets one."""

from datetime import date, datetime

import pytest

from okawari.domain.japan_time import JAPAN
from okawari.domain.profile import Marathon, Profile
from okawari.domain.rule import Rule
from okawari.domain.sales import SaleState, grounds_of, sales_ahead
from okawari.rules.loader import rule, rules


def ahead(*when, profile=None, sales=None):
    now = datetime(*when, tzinfo=JAPAN)
    return sales_ahead(rules("points"), rules("sales") if sales is None else sales, profile or Profile(), now)


def one(event, mall, *when, **given):
    return next((sale for sale in ahead(*when, **given) if (sale.event, sale.mall) == (event, mall)), None)


def test_days_that_rules_fix_have_their_moment_until_they_begin():
    coming = one("wonderful_day", "rakuten", 2026, 11, 29, 12)
    assert (coming.state, coming.on, coming.entry) == (SaleState.COMING, date(2026, 12, 1), True)
    assert coming.opens == datetime(2026, 12, 1, tzinfo=JAPAN)
    running = one("wonderful_day", "rakuten", 2026, 12, 1, 9)
    assert (running.state, running.opens) == (SaleState.RUNNING, None)
    assert one("thanks_day", "rakuten", 2026, 11, 29, 12) is None
    assert one("first_day", "yahoo_shopping", 2026, 11, 29, 12).doubted
    assert one("day_5_0", "rakuten", 2026, 11, 29, 12).rule == "PTS-RAK-5AND0-01"


def test_a_round_that_nobody_announced_has_no_day():
    sale = one("black_friday", "amazon_jp", 2026, 11, 29, 12)
    assert (sale.state, sale.on, sale.opens) == (SaleState.MAYBE_NOW, None, None)
    assert (sale.early, sale.last) == (date(2025, 11, 21), (date(2025, 11, 24), date(2025, 12, 1)))
    assert one("black_friday", "amazon_jp", 2026, 11, 2, 12).state is SaleState.UNKNOWN
    assert one("black_friday", "amazon_jp", 2028, 11, 29, 12).state is SaleState.UNKNOWN
    assert one("black_friday", "amazon_jp", 2026, 6, 1, 12) is None
    assert one("prime_day", "amazon_jp", 2027, 7, 12, 12).state is SaleState.UNKNOWN
    assert one("super_sale", "rakuten", 2026, 11, 29, 12).on is None


@pytest.mark.parametrize(
    ("when", "state", "opens"),
    [
        ((2026, 11, 29, 12), SaleState.COMING, datetime(2026, 12, 4, 20, tzinfo=JAPAN)),
        ((2026, 12, 4, 19, 59), SaleState.COMING, datetime(2026, 12, 4, 20, tzinfo=JAPAN)),
        ((2026, 12, 4, 20), SaleState.RUNNING, None),
        ((2026, 12, 12, 9), SaleState.UNKNOWN, None),
    ],
)
def test_the_days_that_the_person_wrote_down_count(when, state, opens):
    race = Marathon(first_day=date(2026, 12, 4), last_day=date(2026, 12, 11), entered=True)
    sale = one("marathon", "rakuten", *when, profile=Profile(marathon=race))
    assert (sale.state, sale.opens, sale.own) == (state, opens, state is not SaleState.UNKNOWN)


def test_an_announced_round_is_told_with_its_days():
    when = {"platform": "rakuten", "event": "super_sale"}
    then = {"months": [12], "starts": "20:00", "from": date(2026, 12, 4), "until": date(2026, 12, 11)}
    told = Rule(id="SAL-X-01", title="x", domain="sales", when=when, then=then, confidence="high")
    (sale,) = [one for one in ahead(2026, 11, 29, 12, sales=(told,)) if one.event == "super_sale"]
    assert (sale.state, sale.until) == (SaleState.COMING, date(2026, 12, 11))


def test_every_ground_is_a_rule_and_the_surest_come_first():
    found = ahead(2026, 11, 29, 12)
    states = [sale.state for sale in found]
    assert states == sorted(states, key=list(SaleState).index)
    assert all(rule(ground) for ground in grounds_of(found))
