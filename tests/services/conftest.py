"""A mail server and a household that is connected to it; how many processes may start."""

import pytest

from okawari.services import mailboxes, processes
from tests.mail_server import USER, running_mail_server
from tests.mailboxes import mail_access


@pytest.fixture
def mail_server():
    """A server with an empty INBOX."""
    with running_mail_server() as server:
        yield server


@pytest.fixture
def access(store, tmp_path, mail_server):
    """A household whose mailbox on the server was added, on each database."""
    access = mail_access(store, tmp_path)
    mailboxes.add(access, mail_server.account, mail_server.credentials)
    assert mailboxes.get(access, USER)
    return access


@pytest.fixture
def in_processes(monkeypatch):
    """Say how many cores there are, all worth using however little there is to read; returns the pools that were started."""
    started = []

    class Pool(processes.ProcessPoolExecutor):
        def __init__(self, *args, **more):
            super().__init__(*args, **more)
            started.append(self)

    monkeypatch.setattr(processes, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(processes, "WORTH_PROCESSES", 1)

    def use(cores):
        monkeypatch.setattr(processes, "_cores", lambda: cores)
        return started

    return use
