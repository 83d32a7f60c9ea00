"""An IMAP server of the tests' own (pymap): started in a process of its own on the loopback, stopped at the end."""

import imaplib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from okawari.domain.mailbox import Account, Credentials, Security

USER, PASSWORD = "hanako@example.jp", "ひらけ、ごま ü"
STARTS_WITHIN_S = 30


@dataclass(frozen=True)
class MailServer:
    """A running server with one user."""

    port: int

    @property
    def account(self) -> Account:
        return Account(name=USER, user=USER, host="127.0.0.1", port=self.port, security=Security.PLAIN)

    @property
    def credentials(self) -> Credentials:
        return Credentials(password=PASSWORD)

    @contextmanager
    def opened(self) -> Iterator[imaplib.IMAP4]:
        """A connection that may write, as the person's own mail program has one."""
        client = imaplib.IMAP4("127.0.0.1", self.port)
        # Otherwise every message waits for the delayed ACK of the answer before it.
        client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.authenticate("PLAIN", lambda _challenge: f"\0{USER}\0{PASSWORD}".encode())
        yield client
        client.logout()

    def put(self, mails: Iterable[bytes], folder: str = "INBOX", *, new: bool = False) -> None:
        """Put mails into a folder, which is made where it is `new`."""
        with self.opened() as client:
            if new:
                assert client.create(folder)[0] == "OK"
            for mail in mails:
                assert client.append(folder, "", None, mail)[0] == "OK"


@contextmanager
def running_mail_server() -> Iterator[MailServer]:
    """Start a server with an empty INBOX."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from pymap.main import main; main()"]
    options = ["--no-service", "admin", "--no-service", "managesieve", "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(
        [*command, *options, "--no-tls", "dict", "--demo-user", USER, "--demo-password", PASSWORD],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONUTF8": "1"},
    )
    try:
        wait_for(port, process)
        yield MailServer(port)
    finally:
        process.kill()
        process.wait()


def wait_for(port: int, process: subprocess.Popen) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise RuntimeError("the mail server did not start")
