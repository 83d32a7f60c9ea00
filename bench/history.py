"""Keep and chart the pasts of offers: bytes a point, and the time from the store to a five-year chart.

python -m bench.history [--offers N] [--points N] [--charts N] [--folder PATH]

Each offer has the mean number of points over five years, made up: prices hop among six levels or move by a step, and six points in a hundred
are stockouts. Bytes are those of SQLite's tables with their indexes; a row a point is a table WITHOUT ROWID of integers, the leanest there is.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import insert

from okawari.domain.candidate import Condition
from okawari.domain.history import Point, minute_of, state_of, thinned
from okawari.domain.money import yen
from okawari.domain.offer import Availability
from okawari.store import history
from okawari.store.engine import Store, connect
from okawari.store.packing import pack
from okawari.store.upgrade import upgrade
from okawari.store.watching_schema import histories, history_blocks

_FIVE_YEARS = 5 * 365 * 24 * 60
_END = minute_of(datetime(2026, 11, 28, tzinfo=UTC))
_BATCH = 2_000
_CHARTED = 400


def main(offers: int = 20_000, points: int = 100, charts: int = 2_000, folder: Path | None = None) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(dir=folder) as made:
        file = Path(made) / "okawari.db"
        engine = connect(f"sqlite:///{file}")
        upgrade(engine)
        store = Store(engine)
        begun = time.process_time()
        count = _fill(store, offers, points)
        print(
            f"history, {offers:,} offers with {count:,} points, SQLite; filled in {time.process_time() - begun:.0f} s"
        )
        _sizes(file, Path(made), count)
        _charts(store, offers, charts)
        _appends(store, offers)
        store.close()


def _fill(store: Store, offers: int, points: int) -> int:
    draw, count = random.Random(1), 0
    for start in range(0, offers, _BATCH):
        numbers = range(start, min(start + _BATCH, offers))
        blocks = []
        for number in numbers:
            left = list(_past(draw, max(1, int(draw.expovariate(1 / points)))))
            count += len(left)
            while left:
                first, size = left[0].minute, 200
                packed = pack(left[:size], first)
                blocks.append({"history": number + 1, "first": first, "packed": packed})
                left = left[size:]
        named = [
            {"id": number + 1, "page": _page(number), "url": f"https://shop{number % 500}.example.jp/item/{number}"}
            for number in numbers
        ]
        same = {"household": store.household, "title": "水筒 K-500W", "product": "", "last_seen": _END}
        with store.writing() as transaction:
            transaction.connection.execute(insert(histories), [one | same for one in named])
            transaction.connection.execute(insert(history_blocks), blocks)
    return count


def _past(draw: random.Random, points: int) -> Iterator[Point]:
    level = draw.randrange(500, 50_000)
    levels = [yen(level * percent // 100 // 10 * 10) for percent in (100, 95, 90, 85, 80, 110)]
    price, hops = levels[0], draw.random() < 0.5
    minutes = sorted(draw.sample(range(_END - _FIVE_YEARS, _END), points))
    gone = False
    for minute in minutes:
        gone = not gone and draw.random() < 0.06
        if gone:
            yield Point(minute, state_of(Availability.OUT_OF_STOCK, None, "", Condition.NEW))
            continue
        if hops:
            price = draw.choice([one for one in levels if one != price])
        else:
            price = yen(max(100, int(price.amount) + draw.choice((-1, 1)) * draw.randrange(1, 60)))
        yield Point(minute, state_of(Availability.IN_STOCK, price, "", Condition.NEW))


def _page(number: int) -> str:
    return f"{number:064x}"


def _sizes(file: Path, folder: Path, count: int) -> None:
    with sqlite3.connect(file) as own:
        own.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        packed, whole, size = (
            own.execute(query).fetchone()[0]
            for query in (
                "SELECT sum(length(packed)) FROM history_blocks",
                "SELECT sum(pgsize) FROM dbstat WHERE name = 'history_blocks'",
                "SELECT sum(pgsize) FROM dbstat",
            )
        )
        rows = own.execute(
            "SELECT id FROM histories WHERE id % (SELECT max(1, count(*) / 5000) FROM histories) = 0"
        ).fetchall()
    print(
        f"  {packed / count:.2f} bytes a point packed, {whole / count:.2f} with the table around, {size / count:.2f} the whole file"
    )
    store = Store(connect(f"sqlite:///{file}"))
    plain = sqlite3.connect(folder / "rows.db")
    plain.execute(
        "CREATE TABLE points (offer INTEGER, at INTEGER, stock INTEGER, price INTEGER, PRIMARY KEY (offer, at)) WITHOUT ROWID"
    )
    with store.reading() as transaction:
        for (id_,) in rows:
            for point in history.of_page(transaction, _page(id_ - 1)).points:
                price = point.state.units if point.state else None
                stock = int(price is not None)
                plain.execute(
                    "INSERT INTO points VALUES (?, ?, ?, ?)", (id_, point.minute, stock, price and int(price))
                )
    plain.commit()
    plain.execute("VACUUM")
    kept = plain.execute("SELECT count(*) FROM points").fetchone()[0]
    lean = plain.execute("SELECT sum(pgsize) FROM dbstat WHERE name = 'points'").fetchone()[0] / kept
    plain.close()
    store.close()
    print(f"  a row a point: {lean:.1f} bytes, {lean / (whole / count):.1f} times as much")


def _charts(store: Store, offers: int, charts: int) -> None:
    """Measure store to chart data: the read, five years cut out, thinned; each offer once before, so that pages are warm."""
    draw = random.Random(2)
    pages = [_page(draw.randrange(offers)) for _ in range(charts)]
    took, clocked, most = [], [], 0
    for warm in (False, True):
        for page in pages:
            begun, at = time.process_time_ns(), time.perf_counter_ns()
            with store.reading() as transaction:
                past = history.of_page(transaction, page).since(_END - _FIVE_YEARS)
            most = max(most, len(thinned(past.points, _CHARTED)))
            if warm:
                took.append((time.process_time_ns() - begun) / 1e6)
                clocked.append((time.perf_counter_ns() - at) / 1e6)
    for name, times in (("processor", took), ("clock", clocked)):
        times.sort()
        print(
            f"  chart data, {name}: median {statistics.median(times):.2f} ms, p99 {times[int(len(times) * 0.99)]:.2f} ms"
        )
    print(f"  at most {most} points in a chart")


def _appends(store: Store, offers: int) -> None:
    draw = random.Random(3)
    seen = [
        history.Seen(
            history.Offered(page=_page(draw.randrange(offers)), url=""),
            datetime(2026, 11, 29, tzinfo=UTC),
            state_of(Availability.LOW_STOCK, yen(draw.randrange(1000, 9000))),
        )
        for _ in range(2_000)
    ]
    begun = time.process_time()
    for start in range(0, len(seen), 100):
        with store.writing() as transaction:
            history.keep(transaction, seen[start : start + 100])
    print(f"  a change kept, in batches of 100: {(time.process_time() - begun) / len(seen) * 1000:.2f} ms of processor")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--offers", type=int, default=20_000)
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--charts", type=int, default=2_000)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    main(options.offers, options.points, options.charts, options.folder)
