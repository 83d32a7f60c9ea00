"""A mail server, and a household that is connected to it."""

import pytest

from okawari.services import mailboxes
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
