"""Watch pages of 41 kB on this machine: adding, looking at changed and unchanged ones, and the way from a flip to a channel.

python -m bench.watching [--pages N] [--flips N] [--database URL]

Processor time is this process's alone; the shop is another. The channel is one that only notes the moment.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

from okawari.cycles import look_seldom
from okawari.domain.watch.watch import Watch
from okawari.fetching.pages import PageGate
from okawari.services import alerting, watching
from okawari.services.rounds import Lookout, look_round
from okawari.store import watched_pages
from okawari.store.engine import Store, connect
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from okawari.store.upgrade import upgrade


def main(pages: int = 400, flips: int = 200, database: str = "") -> None:
    """Print the figures."""
    with (
        subprocess.Popen([sys.executable, "-m", "bench.watched_shop"], stdout=subprocess.PIPE, text=True) as shop,
        tempfile.TemporaryDirectory() as folder,
    ):
        try:
            assert shop.stdout is not None
            port = int(shop.stdout.readline())
            _measure(Watched(port, Path(folder), database or f"sqlite:///{folder}/okawari.db"), pages, flips)
        finally:
            shop.kill()


class Watched:
    """A household that watches pages of the shop at a port; its clock can be put forward."""

    def __init__(self, port: int, folder: Path, database: str) -> None:
        """Make the tables."""
        look_seldom()  # as every command runs
        engine = connect(database)
        upgrade(engine)
        self.port = port
        self.store = Store(engine)
        self.clock = _Clock()
        self.gate = PageGate(trusted=[("127.0.0.1", port)])
        secrets = Secrets(self.store, keys_at(folder, "file"))
        self.looking = Lookout(
            self.store, self.gate, secrets, lambda alert: (alert.kind.value, alert.title), self.clock.now
        )

    def add(self, numbers: range) -> float:
        """Watch pages in one go, with no pause between two requests; return how many were added a second."""
        wished = [
            Watch(id="", url=f"http://127.0.0.1:{self.port}/{number}", added_at=self.clock.now()) for number in numbers
        ]
        begun = time.perf_counter()
        watching.add(self.store, self.gate, *wished)
        took = time.perf_counter() - begun
        with self.store.writing() as transaction:
            watched_pages.pace(transaction, f"127.0.0.1:{self.port}", 0, self.clock.now())
        return len(numbers) / took

    def cost(self, pages: int) -> float:
        """Return the milliseconds of processor for one look at a page, everything kept; all are due."""
        begun = time.process_time()
        self.look(pages)
        return (time.process_time() - begun) * 1000 / pages

    def look(self, pages: int, *, ahead: bool = True) -> None:
        """Look at so many pages, `ahead` when all are due, else at those that are due by now."""
        self.clock.ahead += timedelta(hours=6 * ahead)
        while pages > 0:
            pages -= look_round(self.looking)[0].pages

    def turn(self, stock: str) -> None:
        """Give every page another state of stock."""
        urllib.request.urlopen(f"http://127.0.0.1:{self.port}/stock/{stock}").close()


def _measure(watched: Watched, pages: int, flips: int) -> None:
    one_by_one = 100 / sum(1 / watched.add(range(number, number + 1)) for number in range(100))
    together = watched.add(range(100, pages))
    print(f"watching, {pages} pages of 41 kB, {watched.store.engine.dialect.name}")
    print(f"  added {together:.0f} watches a second together, {one_by_one:.0f} each on its own")
    first, unchanged = watched.cost(pages), watched.cost(pages)
    watched.turn("in")
    changed = watched.cost(pages)
    print(f"  a look: first {first:.2f}, changed {changed:.2f}, unchanged {unchanged:.2f} ms of processor")
    for _ in range(2):
        watched.turn("out")
        watched.cost(pages)
    _flips(watched, flips)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory {peak:.0f} MB")
    watched.store.close()


class _Clock:
    """The real clock, which can be put forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


def _flips(watched: Watched, flips: int) -> None:
    """Measure from the end of a page's fetch to the channel: all pages flip at once, `flips` are looked at."""
    looking = watched.looking
    fetched: dict[str, float] = {}
    told: dict[str, float] = {}
    fetch = PageGate.fetch
    address = "log:"

    def fetching(gate: PageGate, url: str, *more: object) -> object:
        page = fetch(gate, url, *more)  # type: ignore[arg-type]
        fetched[url] = time.perf_counter()
        return page

    def sending(_address: str, message: object) -> None:
        told[message.url] = time.perf_counter()  # type: ignore[attr-defined]

    alerting.add_channel(looking.store, looking.secrets, "clock", address)
    PageGate.fetch, was = fetching, alerting.send  # type: ignore[method-assign,assignment]
    alerting.send = sending  # type: ignore[assignment]
    watched.turn("in")
    watched.clock.ahead += timedelta(hours=6)
    begun, used = time.perf_counter(), time.process_time()
    look_round(looking, flips)
    whole, used = time.perf_counter() - begun, time.process_time() - used
    PageGate.fetch, alerting.send = fetch, was  # type: ignore[method-assign]
    waits = sorted((told[url] - fetched[url]) * 1000 for url in told)
    p95 = waits[int(len(waits) * 0.95)]
    print(f"  {flips} flips at once: {len(told)} told, all after {whole:.2f} s ({used:.2f} s of processor)")
    print(f"  from fetch to channel: median {statistics.median(waits):.0f} ms, p95 {p95:.0f} ms")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--flips", type=int, default=200)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    main(options.pages, options.flips, options.database)
