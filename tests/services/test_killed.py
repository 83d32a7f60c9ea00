"""An import that is killed at any moment and run again ends as one that was left alone."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from okawari.domain.judge import Trust
from okawari.services.importing import import_paths
from okawari.store import evidence
from okawari.store import facts as facts_store
from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade
from tests.mails import order_mail
from tests.services.test_importing import contents

MAILS = 450
KILLS = 4


@pytest.fixture
def mails(tmp_path):
    paths = []
    for number in range(MAILS):
        path = tmp_path / f"{number:04}.eml"
        path.write_bytes(order_mail(number))
        paths.append(str(path))
    return paths


@pytest.fixture
def undisturbed(tmp_path, mails):
    engine = connect(f"sqlite:///{tmp_path / 'undisturbed.db'}")
    upgrade(engine)
    store = Store(engine)
    import_paths(mails, store, Trust())
    yield contents(store)
    store.close()


def start_import(mails, url):
    return subprocess.Popen(
        [sys.executable, "-m", "okawari", "import", "--json", *mails],
        env=os.environ | {"OKAWARI_DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.slow
def test_killed_by_the_system(database_url, mails, undisturbed):
    dice = random.Random(os.environ.get("PYTEST_XDIST_WORKER", ""))
    killed = 0
    for _ in range(KILLS):
        process = start_import(mails, database_url)
        process.stderr.readline()
        time.sleep(dice.random() * 0.2)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
    assert killed > 0
    last = start_import(mails, database_url)
    last.communicate()
    assert last.returncode == 0
    store = Store(connect(database_url))
    assert contents(store) == undisturbed
    store.close()


@pytest.mark.parametrize("step", [(evidence, "add"), (facts_store, "add")], ids=["evidence", "facts"])
def test_stopped_between_two_statements_of_a_batch(store, mails, undisturbed, monkeypatch, step):
    module, name = step
    work, calls = getattr(module, name), 0

    def stops_after_the_second_batch(*args):
        nonlocal calls
        calls += 1
        done = work(*args)
        if calls == 2:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(module, name, stops_after_the_second_batch)
    with pytest.raises(KeyboardInterrupt):
        import_paths(mails, store, Trust())
    assert 0 < len(contents(store)[0]) < MAILS
    import_paths(mails, store, Trust())
    assert contents(store) == undisturbed
