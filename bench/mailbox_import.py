"""First import of a mailbox of ten years over IMAP: time, commands, bytes; then after a stop, and once more with nothing new.

python -m bench.mailbox_import --count 20000 --server dovecot
"""

from __future__ import annotations

import argparse
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench.dovecot import running_dovecot
from bench.mailbox import mails
from okawari.domain.mailbox import Account
from okawari.services import mailboxes
from okawari.services.mailbox_import import Looked, import_mailbox
from okawari.services.mailboxes import MailAccess
from okawari.store.engine import Store, connect
from okawari.store.upgrade import upgrade
from tests.mail_server import MailServer, running_mail_server
from tests.mailboxes import mail_access

_PIECE = 256 * 1024


@dataclass
class Passed:
    """What went over the wire: commands of the client, and bytes of the server."""

    commands: int = 0
    bytes: int = 0


@contextmanager
def _filled_pymap(raw: Iterator[bytes]) -> Iterator[MailServer]:
    with running_mail_server() as server:
        server.put(raw)
        yield server


SERVERS = {"pymap": _filled_pymap, "dovecot": running_dovecot}


def main(count: int, kind: str) -> None:
    with (
        SERVERS[kind](raw for _, raw in mails(count)) as server,
        _counted(server) as (account, passed),
        tempfile.TemporaryDirectory() as folder,
    ):
        whole = _opened(server, account, Path(folder) / "whole")
        size = _timed("first import", whole, account, passed)
        _timed("once more", whole, account, passed)
        stopped = _opened(server, account, Path(folder) / "stopped")
        halves = import_mailbox(stopped, account.name)
        with closing(halves):  # stopped as Ctrl-C does, after half of it
            next(looked for looked in halves if looked.looked >= count // 2)
        passed.commands = passed.bytes = 0
        rest = _timed("the rest after a stop", stopped, account, passed)
        if size.mails != count or rest.looked != count:
            raise SystemExit(f"{size.mails} and {rest.looked} of {count} mails were looked at")


def _timed(what: str, access: MailAccess, account: Account, passed: Passed) -> Looked:
    passed.commands = passed.bytes = 0
    clock, processor = time.perf_counter(), time.process_time()
    looked = [*import_mailbox(access, account.name)][-1]
    print(
        f"{what}: {looked.mails} mails, {looked.read} fetched, {looked.added} kept,"
        f" {time.perf_counter() - clock:.1f} s clock, {time.process_time() - processor:.1f} s processor,"
        f" {passed.commands} commands, {passed.bytes / 1e6:.1f} MB"
    )
    return looked


def _opened(server: MailServer, account: Account, folder: Path) -> MailAccess:
    folder.mkdir()
    engine = connect(f"sqlite:///{folder / 'okawari.db'}")
    upgrade(engine)
    access = mail_access(Store(engine), folder)
    mailboxes.add(access, account, server.credentials, watched=False)
    return access


@contextmanager
def _counted(server: MailServer) -> Iterator[tuple[Account, Passed]]:
    """Stand between client and server, and count what passes."""
    passed = Passed()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def accept() -> None:
            while True:
                try:
                    client, _ = listening.accept()
                except OSError:
                    return
                upstream = socket.create_connection(("127.0.0.1", server.port))
                for one in (client, upstream):
                    one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=_pass_on, args=(client, upstream, passed, True), daemon=True).start()
                threading.Thread(target=_pass_on, args=(upstream, client, passed, False), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        yield replace(server.account, port=listening.getsockname()[1]), passed


def _pass_on(source: socket.socket, target: socket.socket, passed: Passed, from_client: bool) -> None:  # noqa: FBT001
    try:
        while block := source.recv(_PIECE):
            if from_client:
                passed.commands += block.count(b"\r\n")
            else:
                passed.bytes += len(block)
            target.sendall(block)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=4_000)
    parser.add_argument("--server", choices=SERVERS, default="pymap")
    given = parser.parse_args()
    main(given.count, given.server)
