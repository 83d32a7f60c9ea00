"""The standard library's IMAP client, with bounds on what a server may send and how long it may take."""

from __future__ import annotations

import imaplib
import io
import socket
import ssl
from time import monotonic

from okawari.domain.mailbox import Account, Security, Trouble
from okawari.errors import MailboxError
from okawari.fetching.connections import is_loopback, open_connection

CONNECT_S = 20.0
SILENCE_S = 60.0
COMMAND_S = 600.0
LINE_BYTES = 16 * 1024 * 1024
"""Enough for a search that finds two million mails."""

ANSWER_BYTES = 96 * 1024 * 1024
"""Of everything a server says to one command: a mail at its longest, and more."""


class _Patient(io.RawIOBase):
    """A socket that is read until a moment and no longer, however slowly the bytes drip."""

    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self.until = 0.0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        left = self.until - monotonic()
        if left <= 0:
            raise TimeoutError
        self.sock.settimeout(min(SILENCE_S, left))
        return self.sock.recv_into(buffer)


class Client(imaplib.IMAP4):
    """One connection. `begin` is called before each command and sets its time and its bytes anew."""

    def __init__(self, account: Account, context: ssl.SSLContext) -> None:
        """Connect; OSError where that fails. Plain text is spoken with this machine only."""
        if account.security is Security.PLAIN and not is_loopback(account.host):
            raise MailboxError(Trouble.TLS_FAILED, "plain text")
        self._account = account
        self._context = context
        self._spent = 0
        super().__init__(account.host, account.port, CONNECT_S)
        if account.security is Security.STARTTLS:
            self.begin()
            self.starttls(context)

    def begin(self, seconds: float = COMMAND_S) -> None:
        """Give the server `seconds` and `ANSWER_BYTES` from now on."""
        self._raw.until = monotonic() + seconds
        self._spent = 0

    def _create_socket(self, timeout: float | None) -> socket.socket:
        # A mail server of one's own stands in one's own network, and its name was typed by the person.
        sock = open_connection(self._account.host, self._account.port, private=True, timeout=timeout or CONNECT_S)
        if self._account.security is not Security.TLS:
            return sock
        try:
            return self._context.wrap_socket(sock, server_hostname=self._account.host)
        except BaseException:
            sock.close()
            raise

    def open(self, host: str = "", port: int = 993, timeout: float | None = None) -> None:
        """Open the connection, as the constructor asks for it."""
        super().open(host, port, timeout)
        self._listen()

    def _listen(self) -> None:
        self._raw = _Patient(self.sock)
        self._reader = io.BufferedReader(self._raw)
        self.begin(CONNECT_S)

    def _heard(self) -> io.BufferedReader[_Patient]:
        # STARTTLS puts another socket in the place of the first; what came unprotected before it is thrown away.
        if self._raw.sock is not self.sock:
            self._listen()
        return self._reader

    def read(self, size: int) -> bytes:
        """Return the bytes of a literal."""
        self._count(size)
        data = self._heard().read(size)
        if len(data) < size:
            raise self.abort("the connection ended in a literal")
        return data

    def readline(self) -> bytes:
        """Return a line."""
        line = self._heard().readline(LINE_BYTES + 1)
        if len(line) > LINE_BYTES:
            raise MailboxError(Trouble.NOT_IMAP, f"a line of more than {LINE_BYTES} bytes")
        self._count(len(line))
        if line and not line.endswith(b"\n"):
            raise self.abort("the connection ended in a line")
        return line

    def _count(self, size: int) -> None:
        self._spent += size
        if self._spent > ANSWER_BYTES:
            raise MailboxError(Trouble.NOT_IMAP, f"an answer of more than {ANSWER_BYTES} bytes")

    def idle(self, seconds: float) -> bool:
        """Return whether the server said within that time that there are new mails (IDLE, RFC 2177)."""
        tag: bytes = self._new_tag()
        self.begin()
        self.send(tag + b" IDLE\r\n")
        while not (line := self.readline()).startswith(b"+"):
            self._check_alive(line, tag)
        news = self._news_within(seconds, tag)
        self.begin()
        self.send(b"DONE\r\n")
        while not (line := self.readline()).startswith(tag):
            self._check_alive(line, tag)
            news = news or _tells_of_mails(line)
        return news

    def _news_within(self, seconds: float, tag: bytes) -> bool:
        self.begin(seconds)
        try:
            while True:
                line = self.readline()
                self._check_alive(line, tag)
                if _tells_of_mails(line):
                    return True
        except TimeoutError:
            return False

    def _check_alive(self, line: bytes, tag: bytes) -> None:
        if not line or line.upper().startswith(b"* BYE"):
            raise self.abort(line.decode("utf-8", "replace") or "the connection ended")
        if line.startswith(tag):
            raise self.error(line.decode("utf-8", "replace"))


def _tells_of_mails(line: bytes) -> bool:
    return line.startswith(b"* ") and line.rstrip().upper().endswith(b" EXISTS")
