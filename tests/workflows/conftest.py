"""A household with a mailbox, and workers in processes of their own."""

import os
import subprocess
import sys
import time

import pytest

from okawari.services import mailboxes
from okawari.settings import Settings
from okawari.wiring import jobs as jobs_of
from okawari.wiring import mail_access
from tests.mail_server import running_mail_server

PATIENCE_S = 400


@pytest.fixture
def settings(tmp_path, database_url):
    """Settings over an empty database of each kind, with what else is kept in a folder of its own."""
    return Settings(data_dir=tmp_path / "data", database_url=database_url, key_place="file")


@pytest.fixture
def mail_server():
    with running_mail_server() as server:
        yield server


@pytest.fixture
def access(settings, mail_server):
    access = mail_access(settings)
    mailboxes.add(access, mail_server.account, mail_server.credentials, watched=False)
    yield access
    access.household.store.close()


@pytest.fixture
def jobs(settings):
    jobs = jobs_of(settings)
    yield jobs
    jobs.close()


@pytest.fixture
def start_worker(settings):
    """Start `okawari work`; what still runs at the end is killed."""
    started = []

    def start():
        environment = os.environ | {
            "OKAWARI_DATA_DIR": str(settings.data_dir),
            "OKAWARI_DATABASE_URL": settings.database_url,
            "OKAWARI_KEY_PLACE": "file",
            "OKAWARI_MAIL_PAUSE": "1",
        }
        process = subprocess.Popen([sys.executable, "-m", "okawari", "work"], env=environment, stderr=subprocess.PIPE)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def wait_until(holds, what, every_s=0.2):
    """Wait until something holds, with patience for machines that are busy; looking often slows what is waited for."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        found = holds()
        if found:
            return found
        time.sleep(every_s)
    pytest.fail(f"never: {what}")
