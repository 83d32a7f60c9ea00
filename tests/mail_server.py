"""An IMAP server of the tests' own (pymap): started in a process of its own on the loopback, stopped at the end."""

import imaplib
import multiprocessing
import os
import socket
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.process import BaseProcess

from okawari.domain.mailbox import Account, Credentials, Security

USER, PASSWORD = "hanako@example.jp", "ひらけ、ごま ü"
STARTS_WITHIN_S = 30
PROCESSES = multiprocessing.get_context("forkserver")
# a server takes a second to load, and most tests want one of their own
PROCESSES.set_forkserver_preload(
    ["pymap.main", "pymap.imap", "pymap.backend.dict", "pymap.backend.maildir", "okawari.domain.mailbox"]
)


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
    process = PROCESSES.Process(target=_serve, args=(port,), daemon=True)
    process.start()
    try:
        wait_for(port, process)
        yield MailServer(port)
    finally:
        process.kill()
        process.join()


def _serve(port: int) -> None:
    from pymap.main import main

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    listening = ["--no-service", "admin", "--no-service", "managesieve", "--host", "127.0.0.1", "--port", str(port)]
    sys.argv = ["pymap", *listening, "--no-tls", "dict", "--demo-user", USER, "--demo-password", PASSWORD]
    main()


def wait_for(port: int, process: BaseProcess) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until and process.is_alive():
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.01)
    raise RuntimeError("the mail server did not start")
