"""Looks at product pages by one and by two workers over one PostgreSQL, and by two of which one is killed in the middle.

python -m bench.watch_workers [--pages N] [--database URL]

Each page is 41 kB and changed since the last look. Without a URL a server is started in a temporary folder; it does not wait for the disk.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from sqlalchemy import func, select

from bench.watch_peer import shop
from bench.watching import Watched
from okawari.services import alerting
from okawari.services.rounds import look_round
from okawari.store import outbox
from okawari.store.watching_schema import deliveries, watch_alerts, watched_pages

_LEASE = timedelta(seconds=1)


def main(pages: int = 2000, database: str = "") -> None:
    """Print the figures."""
    with ExitStack() as stack:
        if not database:
            from tests.postgres import running_server

            database = stack.enter_context(running_server()).replace("postgresql://", "postgresql+psycopg://")
        port = stack.enter_context(shop())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        watched = Watched(port, folder, database)
        alerting.add_channel(watched.store, watched.looking.secrets, "screen", "log:")
        watched.add(range(pages))
        watched.cost(pages)
        print(f"{pages} changed pages of 41 kB, {watched.store.engine.dialect.name}")
        for workers, killed in ((1, 0), (2, 0), (2, 1)):
            watched.turn("out")
            watched.cost(pages)
            watched.cost(pages)
            before = _alerts(watched)
            watched.turn("in")
            _run(watched, database, folder, workers, killed)
            told, sent = (now - then for now, then in zip(_alerts(watched), before, strict=True))
            print(f"    {told} alerts, {sent} sent")
        watched.store.close()


def _run(watched: Watched, database: str, folder: Path, workers: int, killed: int) -> None:
    watched.clock.ahead += timedelta(hours=6)
    begun = watched.clock.now()
    command = [sys.executable, "-m", "bench.watch_workers", "--work", str(watched.port), str(folder)]
    hours = str(watched.clock.ahead / timedelta(hours=1))
    running = [
        subprocess.Popen(
            [*command, hours, "--database", database],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(workers)
    ]
    for one in running:
        assert one.stdout is not None
        one.stdout.readline()
    clock, before = time.perf_counter(), _ended()
    for one in running:
        assert one.stdin is not None
        one.stdin.close()
    if killed:
        time.sleep(1.5)
        running[0].kill()
    while _looked(watched, begun) < _looked(watched, None):
        time.sleep(0.1)
    took = time.perf_counter() - clock
    for one in running:
        one.terminate()
        one.wait()
    used = _ended() - before
    name = f"{workers} worker{'s' * (workers > 1)}{', one killed after 1.5 s' if killed else ''}"
    pages = _looked(watched, None)
    print(f"  {name}: {pages / took:.0f} pages a second, {used * 1000 / pages:.1f} ms of processor a page")


def _ended() -> float:
    """Return the processor seconds of the processes that ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _looked(watched: Watched, since: object) -> int:
    query = select(func.count()).select_from(watched_pages)
    with watched.store.reading() as transaction:
        looked = query.where(watched_pages.c.looked_at >= since) if since else query
        return int(transaction.connection.execute(looked).scalar_one())


def _alerts(watched: Watched) -> tuple[int, int]:
    sent = select(func.count()).select_from(deliveries).where(deliveries.c.sent_at.is_not(None))
    with watched.store.reading() as transaction:
        told = transaction.connection.execute(select(func.count()).select_from(watch_alerts)).scalar_one()
        return int(told), int(transaction.connection.execute(sent).scalar_one())


def work(port: int, folder: Path, hours: float, database: str) -> None:
    """Look at what is due, from the end of the standard input on, until the process is ended."""
    from okawari.services import checking

    checking.LEASE = outbox.LEASE = _LEASE * 3
    watched = Watched(port, folder, database)
    watched.clock.ahead = timedelta(hours=hours)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    print("ready", flush=True)
    sys.stdin.read()
    while True:
        if not look_round(watched.looking, 50)[0].pages:
            time.sleep(0.2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--database", default="")
    parser.add_argument("--work", nargs=3, metavar=("PORT", "FOLDER", "HOURS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(int(options.work[0]), Path(options.work[1]), float(options.work[2]), options.database)
    else:
        main(options.pages, options.database)
