"""Watching that is killed at any moment: nothing is lost, nothing is told twice."""

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest

from okawari.domain.watch.watch import Watch
from okawari.fetching.pages import PageGate
from okawari.services import alerting, watching
from okawari.store import watched_pages
from okawari.store.engine import Store, connect
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from okawari.store.upgrade import upgrade
from tests.shop_server import IN_STOCK, running_shop

PAGES, KILLS = 120, 4
WORKER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from okawari.fetching.pages import PageGate
from okawari.services import checking, rounds
from okawari.store import outbox
from okawari.store.engine import Store, connect
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from datetime import timedelta

url, port, folder = sys.argv[1:]
checking.LEASE = outbox.LEASE = timedelta(seconds=1)
store = Store(connect(url))
gate = PageGate(trusted=[("127.0.0.1", int(port))])
secrets = Secrets(store, keys_at(Path(folder), "file"))
looking = rounds.Lookout(store, gate, secrets, lambda alert: (alert.key, "."), lambda: datetime.now(UTC))
print("begun", flush=True)
while True:
    rounds.look_round(looking, 20)
"""


def worker(database_url, shop, folder, log):
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, database_url, str(shop.port), str(folder)],
        stdout=subprocess.PIPE,
        stderr=log,
    )
    process.stdout.readline()
    return process


@pytest.mark.slow
def test_two_workers_one_of_them_killed_again_and_again(database_url, tmp_path):
    upgrade(engine := connect(database_url))
    store = Store(engine)
    alerting.add_channel(store, Secrets(store, keys_at(tmp_path, "file")), "screen", "log:")
    dice = random.Random(1)
    with running_shop() as shop, (tmp_path / "log").open("w+") as log:
        now = datetime.now(UTC)
        gate = PageGate(trusted=shop.trusted)
        for number in range(PAGES):
            watching.add(store, gate, Watch(id="", url=shop.put(f"/{number}", IN_STOCK), added_at=now))
        with store.writing() as transaction:
            watched_pages.pace(transaction, f"127.0.0.1:{shop.port}", 0, now)
        steady = worker(database_url, shop, tmp_path, log)
        for _ in range(KILLS):
            other = worker(database_url, shop, tmp_path, log)
            time.sleep(dice.uniform(0.05, 0.4))
            other.send_signal(signal.SIGKILL)
            other.wait()
        give_up = time.monotonic() + 60
        while time.monotonic() < give_up and len(sent(store)) < PAGES:
            time.sleep(0.2)
        steady.kill()
        steady.wait()
        log.seek(0)
        said = [line for line in log.read().splitlines() if "-" in line]
    told = alerting.alerts(store, 1000)
    assert len(told) == len({one.alert.watch for one in told}) == PAGES
    assert len(sent(store)) == PAGES
    assert set(said) == {one.alert.key for one in told}
    # a kill between the channel's "yes" and our noting it sends one batch again, with the same key
    assert len(said) - PAGES <= KILLS * 20
    store.close()


def sent(store):
    return [one for one in alerting.alerts(store, 1000) if one.sent and one.sent[0][1]]
