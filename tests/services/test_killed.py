"""An import that is killed at any moment and run again ends as one that was left alone."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import select

from bench.export_read import write_export
from bench.mailbox import write_mbox
from bench.statement_read import write_statement
from okawari.domain.judge import Trust
from okawari.services.importing import BATCH_MAILS, KEPT_TOGETHER, import_paths
from okawari.store import evidence
from okawari.store import facts as facts_store
from okawari.store.engine import Store, connect
from okawari.store.schema import statement_lines as lines_table
from tests.databases import store_at
from tests.mails import order_mail
from tests.services.test_importing import contents

KILLS = 3


@pytest.fixture
def mails(tmp_path):
    """Enough files for three transactions."""
    paths = []
    for number in range(2 * BATCH_MAILS * KEPT_TOGETHER + 50):
        path = tmp_path / f"{number:04}.eml"
        path.write_bytes(order_mail(number))
        paths.append(str(path))
    return paths


@pytest.fixture
def mailbox(tmp_path):
    """A mailbox that several processes read."""
    path = tmp_path / "generated.mbox"
    write_mbox(path, 3_000)
    return path


def undisturbed_import(paths, folder):
    store = store_at(folder / "undisturbed.db")
    import_paths(paths, store, Trust())
    left = contents(store)
    store.close()
    return left


def start_import(path, url):
    return subprocess.Popen(
        [sys.executable, "-m", "okawari", "import", "--json", str(path)],
        env=os.environ | {"OKAWARI_DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def import_killed_often(path, url, *, seed, begun=lambda process: process.stderr.readline()):
    """Import a file, killed at some moment after it has `begun`, several times, and then to its end."""
    dice = random.Random(seed)
    killed = 0
    for _ in range(KILLS):
        process = start_import(path, url)
        begun(process)
        time.sleep(dice.random())
        process.send_signal(signal.SIGKILL)
        process.communicate()
        killed += process.returncode == -signal.SIGKILL
    assert killed > 0
    last = start_import(path, url)
    last.communicate()
    assert last.returncode == 0


@pytest.mark.slow
def test_killed_by_the_system(database_url, mailbox, tmp_path):
    import_killed_often(mailbox, database_url, seed=1)
    store = Store(connect(database_url))
    assert contents(store) == undisturbed_import([str(mailbox)], tmp_path)
    store.close()


def statement_rows(store):
    with store.reading() as transaction:
        return transaction.connection.execute(select(*lines_table.c).order_by(*lines_table.c)).all()


@pytest.mark.slow
def test_a_statement_killed_by_the_system(database_url, tmp_path):
    path = tmp_path / "statement.csv"
    write_statement(path, 40_000)
    import_killed_often(
        path, database_url, seed=2
    )  # what is told first is that mails are looked through; the statement comes next
    undisturbed, store = store_at(tmp_path / "undisturbed.db"), Store(connect(database_url))
    import_paths([str(path)], undisturbed, Trust())
    assert statement_rows(store) == statement_rows(undisturbed)
    assert len(statement_rows(store)) == 40_000
    undisturbed.close()
    store.close()


@pytest.mark.slow
def test_an_export_killed_by_the_system(database_url, tmp_path):
    path = tmp_path / "Your Orders.zip"
    write_export(path, 20_000)
    import_killed_often(
        path, database_url, seed=3, begun=lambda _: time.sleep(1)
    )  # nothing is told before all of it is kept
    store = Store(connect(database_url))
    assert contents(store) == undisturbed_import([str(path)], tmp_path)
    store.close()


@pytest.mark.slow
def test_the_processes_of_a_killed_import_end_with_it(mailbox, tmp_path):
    process = start_import(mailbox, f"sqlite:///{tmp_path / 'okawari.db'}")
    children = []
    while len(children) < 2 and process.poll() is None:
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True, check=False
        ).stdout.split()
        time.sleep(0.05)
    assert children
    process.send_signal(signal.SIGKILL)
    process.communicate()
    for _ in range(100):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            return
        time.sleep(0.1)
    pytest.fail(f"still running: {children}")


@pytest.mark.parametrize("step", [(evidence, "add"), (facts_store, "add")], ids=["evidence", "facts"])
def test_stopped_between_two_statements_of_a_transaction(store, mails, tmp_path, monkeypatch, step):
    undisturbed = undisturbed_import(mails, tmp_path)
    module, name = step
    work, calls = getattr(module, name), 0

    def stops_in_the_second_transaction(*args):
        nonlocal calls
        calls += 1
        done = work(*args)
        if calls == 2:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(module, name, stops_in_the_second_transaction)
    with pytest.raises(KeyboardInterrupt):
        import_paths(mails, store, Trust())
    assert 0 < len(contents(store)[0]) < len(mails)
    import_paths(mails, store, Trust())
    assert contents(store) == undisturbed
