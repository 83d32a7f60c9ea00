"""The past of offers in packed blocks, on each database."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from okawari.domain.candidate import Condition
from okawari.domain.history import (
    History,
    Point,
    State,
    looked,
    lowest_price,
    median_price,
    minute_of,
    moment_of,
    reaches_back,
    state_of,
    thinned,
)
from okawari.domain.money import Money, yen
from okawari.domain.offer import Availability
from okawari.store import history
from okawari.store.engine import Store, connect
from okawari.store.history import Offered, Seen
from okawari.store.packing import UnreadableBlockError, pack, unpack
from okawari.store.upgrade import make_anew, upgrade
from okawari.store.watching_schema import history_blocks

NOON = datetime(2026, 11, 24, 3, tzinfo=UTC)
START = minute_of(NOON)
GONE = State(Availability.OUT_OF_STOCK)
A = Offered(page="a" * 64, url="https://shop.example.jp/a", title="水筒", product="jan:4901234567894")
B = Offered(page="b" * 64, url="https://other.example.jp/b", product="jan:4901234567894")
C = Offered(page="c" * 64, url="https://other.example.jp/c", product="jan:4900000000009")

prices = st.none() | st.builds(Money, st.decimals(0, 10**9, places=3), st.sampled_from(["JPY", "USD", "KWD"]))
states = st.none() | st.builds(
    state_of, st.sampled_from(Availability), prices, st.text(max_size=20), st.sampled_from(Condition)
)
steps = st.lists(st.tuples(st.integers(0, 10**6), states), max_size=60)


def at(price):
    return state_of(Availability.IN_STOCK, yen(price), "森の文具", Condition.NEW)


def walked(steps):
    minute, points = START, []
    for pause, state in steps:
        minute += pause
        points.append(Point(minute, state))
    return points


@given(steps, st.integers(0, 60))
def test_what_is_packed_comes_out_again_also_when_it_was_added_in_two_goes(steps, cut):
    points = walked(steps)
    half = pack(points[:cut], START)
    assert unpack(pack(points[cut:], START, half), START) == points
    assert pack(points[cut:], START, half) == pack(points, START)


@given(st.binary(max_size=60))
def test_bytes_that_are_no_block_are_told(raw):
    try:
        unpack(raw, START)
    except UnreadableBlockError:
        return
    assert raw[0] == 1


def test_a_price_that_moves_and_a_stockout_take_few_bytes():
    points = [
        Point(START + 3000 * number, GONE if number % 20 == 5 else at(2980 + number * 10)) for number in range(100)
    ]
    assert len(pack(points, START)) <= 4.5 * len(points)


def test_only_changes_are_points_and_a_long_silence_is_one():
    past = History()
    for hours, state in ((0, at(100)), (5, at(100)), (9, GONE), (200, GONE), (201, at(90))):
        minute = START + hours * 60
        past = History((*past.points, *looked(past, minute, state)), minute)
    told = [((point.minute - START) // 60, point.state) for point in past.points]
    assert told == [(0, at(100)), (9, GONE), (9, None), (200, GONE), (201, at(90))]
    assert looked(past, START, GONE) == ()


@given(steps.filter(lambda steps: len(steps) > 8))
def test_a_thinned_past_keeps_extremes_stockouts_and_ends(steps):
    points = walked(steps)
    thin = thinned(points, 3)
    assert len(thin) <= 8 * 3
    assert {points[0], points[-1]} <= set(thin)
    assert [point.minute for point in thin] == sorted(point.minute for point in thin)
    for choose in (min, max):
        units = [point.state.units for point in points if point.state and point.state.units is not None]
        kept = [point.state.units for point in thin if point.state and point.state.units is not None]
        assert not units or choose(units) == choose(kept)
    gone = any(point.state and point.state.availability.is_gone for point in points)
    assert gone == any(point.state and point.state.availability.is_gone for point in thin)


def test_looks_become_points_over_several_blocks(store):
    seen = [at(1000 + number % 700 * 7) if number % 9 else GONE for number in range(900)]
    for number, state in enumerate(seen):
        with store.writing() as transaction:
            history.keep(transaction, [Seen(A, NOON + timedelta(hours=number), state)])
    with store.reading() as transaction:
        past = history.of_page(transaction, A.page)
        sizes = [len(one) for one in transaction.connection.execute(select(history_blocks.c.packed)).scalars()]
    assert [point.state for point in past.points] == seen
    assert past.last_seen == START + 899 * 60
    assert len(sizes) > 2
    assert max(sizes) < 1000


def test_several_offers_are_kept_in_one_go_and_borne_out_together(store):
    later = NOON + timedelta(hours=1)
    with store.writing() as transaction:
        assert history.keep(transaction, [Seen(A, NOON, at(100)), Seen(B, NOON, GONE)]) == 2
        assert history.bear_out(transaction, [A.page, B.page], later)
        assert not history.bear_out(transaction, [A.page], later + timedelta(days=9))
    with store.reading() as transaction:
        assert history.of_page(transaction, A.page) == History((Point(START, at(100)),), minute_of(later))
        assert history.of_page(Transaction(transaction), A.page) == History()


class Transaction:
    """The same connection for another household."""

    def __init__(self, transaction):
        self.connection, self.household = transaction.connection, "bob"


def test_without_leave_only_the_newest_state_stays(store):
    for hours, state in enumerate((at(100), GONE, GONE, at(90))):
        with store.writing() as transaction:
            history.keep(transaction, [Seen(A, NOON + timedelta(hours=hours), state, lasting=False)])
    with store.reading() as transaction:
        assert history.of_page(transaction, A.page).points == (Point(START + 180, at(90)),)


def test_offers_of_one_product_stand_together(store):
    with store.writing() as transaction:
        history.keep(transaction, [Seen(one, NOON, at(100)) for one in (A, B, C)])
        assert [one.page for one in history.same_product(transaction, [A.page])] == [A.page, B.page]
        assert history.forget(transaction, B.page)
        assert not history.forget(transaction, B.page)
        assert [one.page for one in history.every(transaction)] == [C.page, A.page]


def test_a_file_adds_what_lies_before_and_after_our_own_looks(store):
    file = History((Point(START - 9000, at(500)), Point(START - 60, at(400)), Point(START + 900, GONE)), START + 990)
    with store.writing() as transaction:
        history.keep(transaction, [Seen(A, NOON, at(100))])
        history.bear_out(transaction, [A.page], moment_of(START + 600))
        assert history.put(transaction, A, file) == 4
        assert history.put(transaction, A, file) == 0
        assert [(point.minute - START, point.state) for point in history.of_page(transaction, A.page).points] == [
            (-9000, at(500)),
            (-60, at(400)),
            (0, at(100)),
            (601, at(400)),
            (900, GONE),
        ]


def test_points_kept_a_row_each_by_an_older_version_move(database_url):
    engine = connect(database_url)
    with engine.begin() as connection:
        make_anew(connection, "0009")
        page = "'home', 'p', 'https://shop.example.jp/a', 'shop.example.jp', 15, '', '', '', '', 0"
        columns = "household, page, url, host, every, lease, etag, last_modified, body, failures"
        connection.execute(text(f"INSERT INTO watched_pages ({columns}) VALUES ({page})"))
        for day, stock, price in ((1, "in_stock", "2980"), (2, "out_of_stock", "NULL"), (20, "in_stock", "2500")):
            moment = f"2026-10-{day:02}T00:00:00.000000Z"
            row = f"'home', 'p', '{moment}', '{moment}', '{stock}', {price}, 'JPY', '', 'new'"
            connection.execute(text(f"INSERT INTO observations VALUES ({row})"))
    upgrade(engine)
    with Store(engine).reading() as transaction:
        past = history.of_page(transaction, "p")
    engine.dispose()
    assert [(point.at.day, point.state and point.state.price) for point in past.points] == [
        (1, yen(2980)),
        (2, None),
        (2, None),
        (20, yen(2500)),
    ]
    assert moment_of(past.last_seen).day == 20


@pytest.mark.parametrize("price", [Money(Decimal("12.349"), "USD"), Money(Decimal("2980.5"), "JPY")])
def test_prices_are_kept_in_whole_smallest_units(price):
    kept = state_of(Availability.IN_STOCK, price)
    assert unpack(pack([Point(START, kept)], START), START)[0].state == kept
    assert kept.price.amount == price.amount.quantize(Decimal("0.01") if price.currency == "USD" else 1, "ROUND_DOWN")


def test_median_and_lowest_count_only_the_time_in_which_it_could_be_had():
    told = ((0, at(500)), (10, at(1000)), (100, GONE), (900, at(100)), (905, None), (990, at(1100)))
    past = History(tuple(Point(START + minute, state) for minute, state in told), START + 1000)
    assert (lowest_price(past), median_price(past)) == (yen(100), yen(1000))
    assert (lowest_price(History()), median_price(History((Point(START, GONE),), START + 9))) == (None, None)
    assert reaches_back(past, START)
    assert reaches_back(past, START - 100)
    assert not reaches_back(past, START - 900)
    assert not reaches_back(History(), START)
