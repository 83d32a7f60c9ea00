"""Match looks against stored watches on SQLite: how many a second, and how long a batch takes.

python -m bench.watch_matching [--watches N] [--looks N] [--batch N]

Each watch has a page of its own and asks for a price; every look shows a price, half of them another, one in nine a match. A batch reads
the watches of its pages, judges them and keeps what changed, in one transaction, as a round of checks does. Time is that of the processor.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from okawari.cycles import look_seldom
from okawari.domain.japan_time import japan_day
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.watch.judge import judge
from okawari.domain.watch.watch import Observation, Standing, Watch, WatchState
from okawari.store import watched_pages, watches
from okawari.store.engine import Store, Transaction, connect
from okawari.store.upgrade import upgrade
from okawari.store.watched_pages import WatchedPage
from okawari.store.watches import KeptWatch

_NOW = datetime(2026, 11, 28, tzinfo=UTC)
_AT_ONCE = 5_000
_HOST = "shop.example.jp"


def main(count: int = 50_000, looks: int = 10_000, batch: int = 100) -> None:
    """Print the figures."""
    look_seldom()  # as every command runs
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"sqlite:///{Path(folder) / 'okawari.db'}")
        upgrade(engine)
        store = Store(engine)
        print(f"matching {looks:,} looks against {count:,} stored watches, SQLite, {batch} a batch")
        for what, fill in (("looked at for the first time", _add), ("looked at before", _settle)):
            for start in range(0, count, _AT_ONCE):
                with store.writing() as transaction:
                    fill(transaction, [_watch(number) for number in range(start, min(start + _AT_ONCE, count))])
            _measure(store, what, count, looks, batch)
        store.close()


def _measure(store: Store, what: str, count: int, looks: int, batch: int) -> None:
    draw = random.Random(1)
    took, alerts = [], 0
    for number in range(looks // batch):
        at = _NOW + timedelta(days=1, minutes=number)
        looked = dict(_look(draw, _url(draw.randrange(count)), at) for _ in range(batch))
        begun = time.process_time_ns()
        alerts += _matched(store, looked, at)
        took.append((time.process_time_ns() - begun) / 1e6)
    took.sort()
    median, p99 = took[len(took) // 2], took[int(len(took) * 0.99)]
    print(
        f"  {what}: {looks / sum(took) * 1000:,.0f} a second; a batch {median:.1f} ms, p99 {p99:.1f} ms; {alerts} alerts"
    )


def _add(transaction: Transaction, wished: list[Watch]) -> None:
    watches.add(transaction, [(watch, _HOST) for watch in wished])


def _settle(transaction: Transaction, wished: list[Watch]) -> None:
    """Leave watches as three looks do that saw too high a price."""
    left = []
    for watch in wished:
        state = WatchState()
        for hour in range(3):
            too_much = Observation(
                at=_NOW + timedelta(hours=hour), availability=Availability.IN_STOCK, price=yen(20_000)
            )
            state, _ = judge(watch, state, too_much)
        kept = KeptWatch(
            watch=watch, page=watched_pages.page_key(watch.url), standing=Standing.ACTIVE, state=WatchState()
        )
        left.append((kept, state))
    watches.keep_states(transaction, left)


def _url(number: int) -> str:
    return f"https://{_HOST}/item/{number}"


def _watch(number: int) -> Watch:
    return Watch(id=f"{number:012x}", url=_url(number), added_at=_NOW, price=yen(1_000 + number % 9_000))


def _look(draw: random.Random, url: str, at: datetime) -> tuple[str, WatchedPage]:
    price = yen(draw.randrange(900, 20_000)) if draw.random() < 0.5 else yen(20_000)
    seen = Observation(at=at, availability=Availability.IN_STOCK, price=price)
    page = watched_pages.page_key(url)
    return page, WatchedPage(page=page, url=url, host=_HOST, every=15, last=seen, last_seen=seen)


def _matched(store: Store, looked: dict[str, WatchedPage], at: datetime) -> int:
    alerts = 0
    with store.writing() as transaction:
        left = []
        for kept in watches.awake_of(transaction, looked, japan_day(at)):
            assert kept.last
            state, found = judge(kept.watch, kept.state, kept.last)
            alerts += len(found)
            left.append((kept, state))
        watches.keep_states(transaction, left)
    return alerts


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--watches", type=int, default=50_000)
    parser.add_argument("--looks", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=100)
    options = parser.parse_args()
    main(options.watches, options.looks, options.batch)
