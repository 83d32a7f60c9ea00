"""A server that answers as a test says: with errors, nonsense, silence, or as providers do that cannot be started here."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Answer = bytes | Callable[[bytes], bytes]
CAPABILITY = b"* CAPABILITY IMAP4rev1 AUTH=PLAIN AUTH=XOAUTH2 IDLE\r\n"


class HangUp(Exception):  # noqa: N818 - what a server does
    """End the connection, after these bytes."""


@dataclass
class FakeImap:
    """Answers by the first words of each command (`UID FETCH`); `%s` in an answer is the command's tag."""

    answers: dict[str, Answer] = field(default_factory=dict)
    greeting: bytes = b"* OK ready\r\n"
    context: ssl.SSLContext | None = None
    tls_at_once: bool = True
    heard: list[bytes] = field(default_factory=list)
    port: int = 0

    def answer_to(self, line: bytes) -> bytes:
        tag, _, command = line.rstrip(b"\r\n").partition(b" ")
        words = command.upper().split()
        name = b" ".join(words[:2] if words[:1] == [b"UID"] else words[:1]).decode("latin-1")
        answer = self.answers.get(name, _USUAL.get(name, b"%s OK done\r\n"))
        if callable(answer):
            answer = answer(command)
        return answer.replace(b"%s", tag)

    def serve(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                sock, _ = listener.accept()
                threading.Thread(target=self._speak, args=(sock,), daemon=True).start()

    def _speak(self, sock: socket.socket) -> None:
        with suppress(OSError, HangUp), sock:
            if self.context and self.tls_at_once:
                sock = self.context.wrap_socket(sock, server_side=True)
            sock.sendall(self.greeting)
            lines = sock.makefile("rb")
            while line := lines.readline():
                self.heard.append(line)
                try:
                    sock.sendall(self.answer_to(line))
                except HangUp as last:
                    sock.sendall(last.args[0] if last.args else b"")
                    raise
                if b" STARTTLS" in line.upper() and self.context:
                    sock = self.context.wrap_socket(sock, server_side=True)
                    lines = sock.makefile("rb")


_USUAL: dict[str, Answer] = {
    "CAPABILITY": CAPABILITY + b"%s OK done\r\n",
    "AUTHENTICATE": b"+ \r\n",
    "LIST": b'* LIST () "/" INBOX\r\n%s OK done\r\n',
    "STATUS": b"* STATUS INBOX (MESSAGES 3)\r\n%s OK done\r\n",
    "EXAMINE": b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x\r\n%s OK [READ-ONLY]\r\n",
    "UID SEARCH": b"* SEARCH 1 2 3\r\n%s OK done\r\n",
}


@contextmanager
def fake_imap(**given: object) -> Iterator[FakeImap]:
    """Start a server on the loopback."""
    server = FakeImap(**given)  # type: ignore[arg-type]
    # what a client sends after a challenge has no tag of its own: answer under that of AUTHENTICATE
    if "AUTHENTICATE" not in server.answers:
        _take_any_proof(server)
    listener = socket.create_server(("127.0.0.1", 0))
    server.port = listener.getsockname()[1]
    threading.Thread(target=server.serve, args=(listener,), daemon=True).start()
    yield server
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()


def _take_any_proof(server: FakeImap) -> None:
    usual = server.answer_to
    last = b""

    def answer_to(line: bytes) -> bytes:
        nonlocal last
        if last:
            tag, last = last, b""
            return tag + b" OK done\r\n"
        if b" AUTHENTICATE " in line.upper():
            last = line.partition(b" ")[0]
        return usual(line)

    server.answer_to = answer_to  # type: ignore[method-assign]
