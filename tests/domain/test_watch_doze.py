"""A watch sleeps through no look that would have changed or told anything."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from okawari.domain.candidate import Condition
from okawari.domain.japan_time import japan_day
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.domain.watch.doze import doze
from okawari.domain.watch.judge import expired, judge
from okawari.domain.watch.watch import Observation, QuietHours, Watch, WatchState, Yardstick

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
IN, OUT = Availability.IN_STOCK, Availability.OUT_OF_STOCK
PRICES = st.one_of(
    st.none(), st.sampled_from([0, 990, 1000, 1010, 1011, 5000]).map(yen), st.just(Money(yen(1000).amount, "USD"))
)
WATCHES = st.builds(
    Watch,
    id=st.just("w"),
    url=st.just("https://shop.example.jp/1"),
    added_at=st.just(NOON),
    price=st.sampled_from([None, yen(1000)]),
    drop_percent=st.sampled_from([None, None, None, 10]),
    preorder=st.booleans(),
    seller=st.sampled_from(["", "", "", "森"]),
    condition=st.sampled_from([None, None, None, Condition.GOOD]),
    until=st.sampled_from([None, date(2026, 11, 26)]),
    quiet=st.sampled_from([None, QuietHours(22, 14)]),
    effective=st.sampled_from([None, None, None, yen(1000)]),
    lowest=st.sampled_from([False, False, False, True]),
    rests_until=st.sampled_from([None, None, None, date(2026, 11, 25)]),
    appears=st.sampled_from(["", "", "", "森"]),
    earlier_days=st.sampled_from([0, 0, 0, 2]),
)
LOOKS = st.builds(
    Observation,
    at=st.integers(0, 96).map(lambda hours: NOON + timedelta(hours=hours)),
    availability=st.sampled_from(list(Availability)),
    price=PRICES,
    seller=st.sampled_from([None, "森の店", "街の店"]),
    condition=st.sampled_from([Condition.UNKNOWN, Condition.NEW, Condition.ACCEPTABLE]),
    trouble=st.sampled_from(["", "", "", "status"]),
)
YARDSTICKS = st.builds(Yardstick, effective=PRICES, lowest=PRICES, short=st.booleans())


@settings(max_examples=1500)
@given(WATCHES, st.lists(LOOKS, min_size=1, max_size=2), LOOKS, st.booleans(), YARDSTICKS)
def test_what_it_sleeps_through_changes_and_tells_nothing(watch, before, look, alike, yardstick):
    state = WatchState()
    for seen in before:
        for _ in range(3):
            state, _ = judge(watch, state, seen, yardstick)
    if alike:
        look = replace(look, availability=before[-1].availability, trouble=before[-1].trouble)
    asleep, today = doze(watch, state), japan_day(look.at)
    if asleep and asleep.through(look, today):
        assert not expired(watch, today)
        assert judge(watch, state, look, yardstick) == (state, ())


def watch(**wishes):
    return Watch(id="w", url="https://shop.example.jp/1", added_at=NOON, **wishes)


def after(wished, *looks):
    """How a watch sleeps after looks, each (availability, price)."""
    state = WatchState()
    for number, (availability, price) in enumerate(looks):
        state, _ = judge(wished, state, seen(availability, price, number))
    return doze(wished, state)


def seen(availability, price, hours=24):
    return Observation(at=NOON + timedelta(hours=hours), availability=availability, price=yen(price))


def sleeps(asleep, availability, price):
    return asleep.through(seen(availability, price), japan_day(NOON) + timedelta(days=1))


def test_it_sleeps_while_the_thing_stays_sold_out_or_too_dear():
    sold_out = after(watch(), *[(OUT, 1000)] * 3)
    assert sleeps(sold_out, OUT, 1000)
    assert not sleeps(sold_out, IN, 1000)
    dear = after(watch(price=yen(1000)), *[(IN, 5000)] * 3)
    assert sleeps(dear, IN, 4000)
    assert not sleeps(dear, IN, 1010)


def test_it_sleeps_while_what_was_told_stays_so():
    told = after(watch(price=yen(1000)), *[(IN, 900)] * 3)
    assert sleeps(told, IN, 950)
    assert not sleeps(told, IN, 1001)
    assert not sleeps(told, OUT, 950)


def test_it_is_awake_before_it_has_seen_enough_around_a_sale_and_after_its_last_day():
    looks = [(OUT, 1000)] * 3
    assert after(watch(), *looks[:2]) is None
    assert after(watch(burst_at=NOON), *looks) is None
    assert not sleeps(after(watch(until=japan_day(NOON)), *looks), OUT, 1000)


def test_it_sleeps_through_no_match_that_was_not_told_yet():
    nearly = after(watch(price=yen(1000)), *[(IN, 1005)] * 3)
    assert nearly is None
    quiet = after(watch(quiet=QuietHours(0, 23)), *[(IN, 1000)] * 3)
    assert quiet is None


def test_of_what_was_told_it_sleeps_only_through_stock_and_price():
    for wishes in (
        {"appears": "森"},
        {"earlier_days": 2},
        {"seller": "森"},
        {"condition": Condition.NEW},
        {"lowest": True},
        {"effective": yen(900)},
    ):
        state = WatchState(armed=False, seeing=3, first_price=yen(1000), alerts=1)
        assert doze(watch(**wishes), state) is None
    told = after(watch(price=yen(1000)), *[(IN, 900)] * 3)
    assert not sleeps(told, IN, 0)
