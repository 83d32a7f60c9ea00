"""When a look is worth an alert."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okawari.domain.candidate import Condition
from okawari.domain.delivery import Promise, days_earlier
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.domain.watch.judge import BLIND_LOOKS, MISSED_LONG, expired, judge
from okawari.domain.watch.schedule import blames_host, burst_look, host_rests, next_look
from okawari.domain.watch.watch import AlertKind, Observation, QuietHours, Watch, WatchState, Yardstick

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
IN, OUT, UNKNOWN = Availability.IN_STOCK, Availability.OUT_OF_STOCK, Availability.UNKNOWN
LONG = timedelta(hours=1)


def watch(**wishes):
    return Watch(id="w", url="https://shop.example.jp/1", added_at=NOON, **wishes)


def told(wished, looks, step=LONG, start=NOON):
    """The alerts of looks, each (availability, price) or one of them, or a trouble's code."""
    state, alerts = WatchState(), []
    for number, look in enumerate(looks):
        state, found = judge(wished, state, seen(look, start + step * number))
        alerts += [(number, alert.kind) for alert in found]
    return alerts


def seen(look, at):
    if isinstance(look, str) and not isinstance(look, Availability):
        return Observation(at=at, trouble=look)
    if isinstance(look, Observation):
        return look
    availability, price = look if isinstance(look, tuple) else (look, 1000)
    return Observation(at=at, availability=availability, price=yen(price) if price else None)


def test_stock_is_told_at_the_edge_and_again_after_it_was_gone():
    assert told(watch(), [OUT, IN, IN, OUT, IN]) == [(1, AlertKind.IN_STOCK), (4, AlertKind.IN_STOCK)]


def test_stock_at_the_first_look_is_told():
    assert told(watch(), [IN, IN]) == [(0, AlertKind.IN_STOCK)]


def test_a_short_flicker_is_not_told_twice():
    assert len(told(watch(), [IN, OUT, IN, OUT, IN], timedelta(minutes=1))) == 1
    assert len(told(watch(), [IN, OUT, OUT, IN], timedelta(minutes=1))) == 2


def test_a_page_that_answers_differently_each_time_is_told_three_times_a_day_and_says_so():
    quarter = timedelta(minutes=15)
    looks = [IN, OUT] * 48
    assert [number for number, _ in told(watch(), looks, quarter)] == [0, 2, 4]
    state, flickers = WatchState(), []
    for number, look in enumerate(looks[:6]):
        state, found = judge(watch(), state, seen(look, NOON + quarter * number))
        flickers += [alert.flickers for alert in found]
    assert flickers == [False, False, True]


def test_what_was_told_three_times_a_day_is_told_again_after_an_hour_or_on_the_next_day():
    often = [IN, OUT, IN, OUT, IN]
    quarter = timedelta(minutes=15)
    assert len(told(watch(), [*often, *[OUT] * 3, IN], quarter)) == 3
    assert len(told(watch(), [*often, *[OUT] * 4, IN], quarter)) == 4
    assert len(told(watch(), [*often, *[IN] * 96, OUT, OUT, IN], quarter)) == 4


@pytest.mark.parametrize("gone", [UNKNOWN, "status", "kind_captcha"])
def test_what_is_not_seen_never_arms_again(gone):
    kinds = [kind for _, kind in told(watch(), [IN, gone, IN, gone, gone, IN, gone, IN])]
    assert kinds == [AlertKind.IN_STOCK]


def test_blindness_is_told_once_until_it_sees_for_a_while():
    looks = [OUT, *["status"] * 5, OUT, *["status"] * 3, *[OUT] * 3, *["status"] * 3]
    assert told(watch(), looks) == [(3, AlertKind.CANNOT_SEE), (15, AlertKind.CANNOT_SEE)]


def test_a_page_that_does_not_tell_what_is_wished_for_is_told_once():
    assert told(watch(), [UNKNOWN] * 6) == [(2, AlertKind.CANNOT_SEE)]
    assert told(watch(price=yen(900)), [(IN, None)] * 6) == [(2, AlertKind.CANNOT_SEE)]
    assert told(watch(seller="森"), [IN] * 6) == [(2, AlertKind.CANNOT_SEE)]
    assert told(watch(seller="森"), [OUT] * 6) == []
    assert told(watch(), [OUT, *[UNKNOWN] * 6]) == [(3, AlertKind.CANNOT_SEE)]


@pytest.mark.parametrize(
    ("wishes", "look", "kind"),
    [
        ({"price": yen(1000)}, (IN, 1000), AlertKind.PRICE_REACHED),
        ({"price": yen(1000)}, (UNKNOWN, 1000), AlertKind.PRICE_REACHED),
        ({"price": yen(1000)}, (OUT, 900), None),
        ({"price": yen(1000)}, (IN, 1001), None),
        ({"price": yen(1000)}, (IN, None), None),
        ({"price": Money(yen(1000).amount, "USD")}, (IN, 900), None),
        ({}, (Availability.PREORDER, 900), None),
        ({"preorder": True}, (Availability.PREORDER, 900), AlertKind.PREORDER_OPENED),
        ({}, (Availability.BACKORDER, 900), None),
        ({}, (Availability.STORE_ONLY, 900), None),
        ({}, (Availability.LOW_STOCK, 900), AlertKind.IN_STOCK),
    ],
)
def test_what_matches(wishes, look, kind):
    assert [found for _, found in told(watch(**wishes), [look])] == ([kind] if kind else [])


def test_a_price_must_go_clearly_above_before_it_is_told_again():
    limit = watch(price=yen(1000))
    assert len(told(limit, [(IN, 1000), (IN, 1005), (IN, 1000)])) == 1
    assert len(told(limit, [(IN, 1000), (IN, 1100), (IN, 1000)])) == 2


def test_a_drop_counts_from_the_first_look():
    assert told(watch(drop_percent=20), [(IN, 1000), (IN, 801), (IN, 800)]) == [(2, AlertKind.PRICE_DROPPED)]


@pytest.mark.parametrize(
    ("worst", "condition", "matches"),
    [
        (Condition.VERY_GOOD, Condition.NEW, True),
        (Condition.VERY_GOOD, Condition.VERY_GOOD, True),
        (Condition.VERY_GOOD, Condition.GOOD, False),
        (Condition.VERY_GOOD, Condition.USED, False),
        (Condition.VERY_GOOD, Condition.UNKNOWN, False),
        (Condition.USED, Condition.ACCEPTABLE, True),
        (Condition.NEW, Condition.USED, False),
    ],
)
def test_conditions(worst, condition, matches):
    look = Observation(at=NOON, availability=IN, price=yen(1), condition=condition)
    assert bool(told(watch(condition=worst), [look])) == matches


def test_a_seller_is_found_by_a_part_of_its_name_in_any_width():
    by = Observation(at=NOON, availability=IN, seller="Ａｍａｚｏｎ.co.jp")
    assert told(watch(seller="amazon"), [by])
    assert not told(watch(seller="森の文具"), [by])
    assert not told(watch(seller="amazon"), [IN])


def test_in_quiet_hours_a_match_waits_until_it_is_seen_after_them():
    quiet = watch(quiet=QuietHours(22, 7))
    night = datetime(2026, 11, 24, 20, tzinfo=UTC)  # five in the morning in Japan
    assert told(quiet, [OUT, IN, IN, IN], start=night - LONG) == [(3, AlertKind.IN_STOCK)]
    assert told(quiet, [OUT, IN, OUT], start=night - LONG) == []


def test_quiet_hours_within_one_day():
    hours = QuietHours(9, 12)
    assert [hours.holds(NOON + timedelta(hours=n)) for n in (-4, -3, -1, 0)] == [False, True, True, False]


def test_the_last_day_counts_whole():
    until = watch(until=NOON.date())
    assert not expired(until, NOON.date())
    assert expired(until, NOON.date() + timedelta(days=1))


LOOKS = st.lists(st.tuples(st.sampled_from([IN, OUT, UNKNOWN, "status"]), st.integers(0, 30)), max_size=40)


@given(LOOKS)
def test_between_two_alerts_of_stock_it_was_clearly_gone(looks):
    state, at, since = WatchState(), NOON, None
    for look, minutes in looks:
        at += timedelta(minutes=minutes)
        state, alerts = judge(watch(), state, seen(look, at))
        if look is OUT and since is not None:
            since.append(at)
        for alert in alerts:
            if alert.kind is not AlertKind.IN_STOCK:
                continue
            assert look is IN
            assert since is None or len(since) >= 2 or (since and at - since[0] >= MISSED_LONG)
            since = []
        if look is IN:
            since = []


@given(LOOKS)
def test_each_event_has_a_name_of_its_own(looks):
    state, at, keys = WatchState(), NOON, []
    for look, minutes in looks:
        at += timedelta(minutes=minutes)
        state, alerts = judge(watch(), state, seen(look, at))
        keys += [alert.key for alert in alerts]
    assert len(keys) == len(set(keys)) == state.alerts


@given(st.lists(st.sampled_from([UNKNOWN, "status", "kind_queue"]), max_size=30))
def test_what_shows_nothing_is_told_once_at_most(looks):
    alerts = told(watch(), looks)
    assert [kind for _, kind in alerts] in ([], [AlertKind.CANNOT_SEE])
    assert len(looks) >= BLIND_LOOKS or not alerts


def test_still_pages_are_looked_at_less_and_never_sooner_than_asked():
    def pause(changed, failures=0):
        return next_look(10, NOON, NOON - changed, failures) - NOON

    assert pause(timedelta()) == timedelta(minutes=10)
    assert pause(timedelta(days=2)) == timedelta(minutes=20)
    assert pause(timedelta(days=8)) == timedelta(minutes=40)
    assert pause(timedelta(), 3) == timedelta(minutes=80)
    assert pause(timedelta(), 99) == timedelta(days=1)
    assert next_look(3000, NOON, None, 0) - NOON == timedelta(minutes=3000)


def test_a_host_is_left_alone_from_the_third_failure_on():
    assert [host_rests(failures) for failures in (1, 2, 3, 4)] == [timedelta(minutes=n) for n in (0, 0, 1, 2)]
    assert host_rests(99) == timedelta(hours=6)
    assert blames_host("status", "503")
    assert not blames_host("status", "404")
    assert not blames_host("", "")


def weighed(wished, looks):
    """The alerts of looks, each (price, yardstick), an hour apart."""
    state, alerts = WatchState(), []
    for number, (price, yardstick) in enumerate(looks):
        look = Observation(at=NOON + LONG * number, availability=IN, price=yen(price))
        state, found = judge(wished, state, look, yardstick)
        alerts += [(number, alert.kind) for alert in found]
    return alerts


def test_each_new_lowest_price_is_told_once():
    low = [Yardstick(lowest=yen(price)) for price in (900, 900, 800, 800, 800, 700)]
    looks = list(zip((950, 800, 800, 800, 700, 700), low, strict=True))
    assert weighed(watch(lowest=True), looks) == [(1, AlertKind.LOWEST_PRICE), (4, AlertKind.LOWEST_PRICE)]


def test_a_past_that_is_too_short_tells_nothing_and_is_no_blindness():
    short = Yardstick(median=yen(5000), lowest=yen(5000), short=True)
    for wished in (watch(lowest=True), watch(drop_percent=20, drop_days=90)):
        assert weighed(wished, [(100, short)] * 5) == []


def test_a_drop_is_measured_from_the_median_where_days_are_given():
    usual = Yardstick(median=yen(1000))
    looks = [(850, usual), (799, usual), (700, usual)]
    assert weighed(watch(drop_percent=20, drop_days=30), looks) == [(1, AlertKind.PRICE_DROPPED)]


def test_the_effective_price_counts_where_it_is_asked_for():
    looks = [(1000, Yardstick(effective=yen(950))), (1000, Yardstick(effective=yen(890))), (1000, Yardstick())]
    assert weighed(watch(effective=yen(900)), looks) == [(1, AlertKind.PRICE_REACHED)]


def test_nothing_is_told_before_the_day_until_which_a_watch_rests():
    resting = watch(rests_until=NOON.date() + timedelta(days=1))
    assert told(resting, [IN, OUT, IN], timedelta(hours=12)) == [(2, AlertKind.IN_STOCK)]


@pytest.mark.parametrize(
    ("now", "failures", "by"), [(-600, 0, -2), (-2, 0, -1), (0, 0, 1), (29, 2, 33), (29, 9, 37), (30, 0, None)]
)
def test_around_a_sale_a_page_is_looked_at_every_minute(now, failures, by):
    minutes = timedelta(minutes=1)
    expected = None if by is None else NOON + by * minutes
    assert burst_look(NOON, NOON + now * minutes, failures) == expected


def offered(*sellers, availability=UNKNOWN):
    return Observation(at=NOON, availability=availability, sellers=sellers)


def test_a_seller_is_told_when_he_appears_and_again_after_he_was_gone():
    wished = watch(appears="森の文具")
    looks = [
        offered("甲"),
        offered("甲", "森の文具 本店"),
        offered("甲", "森の文具 本店"),
        offered("甲"),
        offered("森の文具"),
    ]
    appeared = AlertKind.SELLER_APPEARED
    assert told(wished, [replace(one, at=NOON + LONG * n) for n, one in enumerate(looks)]) == [
        (1, appeared),
        (4, appeared),
    ]


@pytest.mark.parametrize(
    ("look", "kinds"),
    [
        (offered("森の文具", availability=OUT), []),
        (offered(), []),
        (offered("森の文具", availability=IN), [AlertKind.SELLER_APPEARED]),
        (Observation(at=NOON, seller="森の文具"), [AlertKind.SELLER_APPEARED]),
    ],
)
def test_a_seller_appears_only_with_something_to_buy(look, kinds):
    assert [kind for _, kind in told(watch(appears="森の文具"), [look])] == kinds


def promised(first, last=None, ships=False):
    return Promise(first=first, last=last or first, ships=ships)


def deliveries(wished, promises, step=LONG, availability=Availability.BACKORDER):
    state, found = WatchState(), []
    for number, one in enumerate(promises):
        look = Observation(at=NOON + step * number, availability=availability, price=yen(1000))
        state, alerts = judge(wished, state, look, Yardstick(promise=one))
        found += [(number, alert) for alert in alerts]
    return found


MARCH, FEBRUARY, DECEMBER = promised(date(2027, 3, 5)), promised(date(2027, 2, 20)), promised(date(2026, 12, 10))


def test_an_earlier_delivery_is_told_once_with_both_promises():
    ((number, alert),) = deliveries(watch(earlier_days=7), [MARCH, MARCH, FEBRUARY, FEBRUARY])
    assert (number, alert.kind, alert.promise, alert.promised_before) == (
        2,
        AlertKind.DELIVERY_EARLIER,
        FEBRUARY,
        MARCH,
    )


def test_a_delivery_is_told_again_when_it_is_earlier_still_or_was_later_meanwhile():
    seven = watch(earlier_days=7)
    assert [number for number, _ in deliveries(seven, [MARCH, FEBRUARY, DECEMBER])] == [1, 2]
    assert [number for number, _ in deliveries(seven, [FEBRUARY, DECEMBER, FEBRUARY, FEBRUARY, DECEMBER])] == [1, 4]
    minute = timedelta(minutes=1)
    assert [number for number, _ in deliveries(seven, [FEBRUARY, DECEMBER, FEBRUARY, DECEMBER], minute)] == [1]


def test_small_steps_count_together():
    steps = [promised(date(2027, 3, day)) for day in (8, 6, 4, 1)]
    assert [number for number, _ in deliveries(watch(earlier_days=7), steps)] == [3]


def test_a_span_that_moves_with_the_day_is_no_earlier_delivery():
    rolling = [promised(date(2026, 12, day), date(2027, 1, day), ships=True) for day in range(1, 28)]
    assert deliveries(watch(earlier_days=1), rolling) == []


@pytest.mark.parametrize(
    ("before", "now", "days"),
    [
        (MARCH, FEBRUARY, 13),
        (FEBRUARY, MARCH, -13),
        (Promise(first=date(2026, 12, 9)), Promise(first=date(2026, 12, 1)), 8),
        (Promise(first=date(2026, 12, 9)), DECEMBER, None),
        (promised(date(2026, 12, 29), date(2027, 1, 29), ships=True), DECEMBER, 19),
        (MARCH, promised(date(2026, 12, 1), ships=True), None),
    ],
)
def test_only_what_can_be_compared_is(before, now, days):
    assert days_earlier(before, now) == days


def test_a_sold_out_thing_promises_nothing_and_an_untold_delivery_is_told_as_unseen():
    assert deliveries(watch(earlier_days=1), [MARCH, FEBRUARY], availability=OUT) == []
    assert [alert.kind for _, alert in deliveries(watch(earlier_days=1), [None] * 5)] == [AlertKind.CANNOT_SEE]


def test_an_earlier_delivery_waits_till_the_quiet_hours_are_over():
    wished = watch(earlier_days=7, quiet=QuietHours(12, 14))
    assert [number for number, _ in deliveries(wished, [MARCH, FEBRUARY, FEBRUARY, FEBRUARY])] == [2]
