"""Match looks against stored watches on SQLite: how many a second, and how long a batch takes.

python -m bench.watch_matching [--watches N] [--looks N] [--batch N]

Each watch has a page of its own and asks for a price; every look shows another price, one in fifty a match. A batch reads the watches of its pages,
judges them and keeps what changed, in one transaction, as a round of checks does. Time is that of the processor.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.domain.watch.judge import judge
from okawari.domain.watch.watch import Observation, Watch
from okawari.store import watched_pages, watches
from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade

_NOW = datetime(2026, 11, 28, tzinfo=UTC)
_ADDED = 5_000


def main(count: int = 50_000, looks: int = 10_000, batch: int = 100) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(f"sqlite:///{Path(folder) / 'okawari.db'}")
        upgrade(engine)
        store = Store(engine)
        for start in range(0, count, _ADDED):
            wished = [_watch(number) for number in range(start, min(start + _ADDED, count))]
            with store.writing() as transaction:
                watches.add(transaction, [(watch, "shop.example.jp") for watch in wished])
        draw = random.Random(1)
        took, alerts = [], 0
        for number in range(looks // batch):
            pages = {watched_pages.page_key(_url(draw.randrange(count))) for _ in range(batch)}
            seen = _NOW + timedelta(minutes=number)
            begun = time.process_time_ns()
            alerts += _matched(store, pages, seen, draw)
            took.append((time.process_time_ns() - begun) / 1e6)
        store.close()
    took.sort()
    print(
        f"matching {looks:,} looks against {count:,} stored watches, SQLite: {looks / sum(took) * 1000:,.0f} a second"
    )
    print(
        f"  a batch of {batch}: median {took[len(took) // 2]:.1f} ms, p99 {took[int(len(took) * 0.99)]:.1f} ms; {alerts} alerts"
    )


def _url(number: int) -> str:
    return f"https://shop.example.jp/item/{number}"


def _watch(number: int) -> Watch:
    return Watch(id=f"{number:012x}", url=_url(number), added_at=_NOW, price=yen(1_000 + number % 9_000))


def _matched(store: Store, pages: set[str], at: datetime, draw: random.Random) -> int:
    alerts = 0
    with store.writing() as transaction:
        states = {}
        for kept in watches.active_of(transaction, pages):
            price = yen(draw.randrange(900, 20_000)) if draw.random() < 0.5 else yen(20_000)
            state, found = judge(
                kept.watch, kept.state, Observation(at=at, availability=Availability.IN_STOCK, price=price)
            )
            alerts += len(found)
            if state != kept.state:
                states[kept.watch.id] = state
        watches.keep_states(transaction, states)
    return alerts


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--watches", type=int, default=50_000)
    parser.add_argument("--looks", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=100)
    options = parser.parse_args()
    main(options.watches, options.looks, options.batch)
