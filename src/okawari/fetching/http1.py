"""HTTP/1.1 over one connection, its answers read by llhttp: h11's events take several times as long."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

import httpcore2
from httptools import HttpParserError, HttpResponseParser

_REQUEST: Final = re.compile(
    rb"[A-Z]+ [\x21-\x7e]+ HTTP/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: [\x20-\x7e]*\r\n)+\r\n"
)
_PIECE: Final = 65_536
_LONGEST_HEAD: Final = 65_536
"""Our own choice: bytes without a whole head behind which no more are read."""
_STEP_S: Final = 10.0
_FINAL: Final = 200
_MEASURED: Final = frozenset((b"content-length", b"transfer-encoding"))


def connect(
    origin: httpcore2.Origin, backend: httpcore2.NetworkBackend, tls: ssl.SSLContext, kept_open_s: float
) -> httpcore2.ConnectionInterface:
    """Return a connection to a host, by HTTP/2 where it speaks that; it may wait for further requests for `kept_open_s`."""
    host = origin.host.decode("ascii")
    stream = backend.connect_tcp(host, origin.port, _STEP_S)
    if origin.scheme == b"https":
        tls.set_alpn_protocols(["h2", "http/1.1"])
        stream = stream.start_tls(tls, host, _STEP_S)
        if stream.get_extra_info("ssl_object").selected_alpn_protocol() == "h2":
            return httpcore2.HTTP2Connection(origin, stream, kept_open_s)
    return Http1(stream, kept_open_s)


class Http1(httpcore2.ConnectionInterface):
    """A connection that is open, for one request at a time."""

    def __init__(self, stream: httpcore2.NetworkStream, kept_open_s: float) -> None:
        """Ask for nothing yet."""
        self._stream = stream
        self._kept_open_s = kept_open_s
        self._expires_at = float("inf")
        self._idle = True

    def handle_request(self, request: httpcore2.Request) -> httpcore2.Response:
        """Return the answer when its head is here; another one can be asked for when its body was read to the end.

        RemoteProtocolError where the answer is none, or its head does not end.
        """
        if not self._idle:
            raise httpcore2.ConnectionNotAvailable
        written = _written(request)
        self._idle = False
        with suppress(httpcore2.WriteError):  # who hangs up early may have answered
            self._stream.write(written, _STEP_S)
        answer = _Answer()
        came = 0
        while not answer.has_head:
            piece = self._stream.read(_PIECE, _STEP_S)
            if not piece or came > _LONGEST_HEAD:
                raise httpcore2.RemoteProtocolError("no head of an answer")
            came += len(piece)
            answer.take(piece)
        return httpcore2.Response(answer.status, headers=answer.fields, content=self._body(answer))

    def _body(self, answer: _Answer) -> Iterator[bytes]:
        yield from answer.given()
        while not answer.is_whole:
            piece = self._stream.read(_PIECE, _STEP_S)
            if piece:
                answer.take(piece)
            elif answer.is_measured:
                raise httpcore2.RemoteProtocolError("an answer that breaks off")
            else:  # its end is where the server hangs up
                break
            yield from answer.given()
        self._idle = answer.leaves_open
        self._expires_at = time.monotonic() + self._kept_open_s

    def is_idle(self) -> bool:
        """Tell whether another request can be made."""
        return self._idle

    def is_available(self) -> bool:
        """Tell whether another request can be made."""
        return self._idle

    def has_expired(self) -> bool:
        """Tell whether it waited for too long, or the other side hung up."""
        return time.monotonic() > self._expires_at or bool(self._idle and self._stream.get_extra_info("is_readable"))

    def close(self) -> None:
        """Hang up."""
        self._idle = False
        self._stream.close()


class _Answer:
    """An answer as it comes; what only announces it (100, 103) is passed over. The parser calls the methods named `on_…`.

    `is_measured`: its end is told by its length or by chunks. `leaves_open`: another one may follow on the connection.
    """

    def __init__(self) -> None:
        self._parser = HttpResponseParser(self)
        # What servers write and browsers read; nothing stands between us and them that could take it otherwise.
        self._parser.set_dangerous_leniencies(
            lenient_headers=True,
            lenient_chunked_length=True,
            lenient_optional_cr_before_lf=True,
            lenient_spaces_after_chunk_size=True,
        )
        self._pieces: list[bytes] = []
        self.fields: list[tuple[bytes, bytes]] = []
        self.status = 0
        self.has_head = self.is_whole = self.is_measured = self.leaves_open = False

    def take(self, piece: bytes) -> None:
        """Read what came; RemoteProtocolError where that is no HTTP."""
        try:
            self._parser.feed_data(piece)
        except HttpParserError as error:
            raise httpcore2.RemoteProtocolError(str(error)) from None

    def given(self) -> Iterator[bytes]:
        """Yield what is here of the body."""
        pieces, self._pieces = self._pieces, []
        return iter(pieces)

    def on_message_begin(self) -> None:
        if self.has_head:  # something follows that nobody asked for
            self.leaves_open = False
        else:
            self.fields = []

    def on_header(self, name: bytes, value: bytes) -> None:
        if b"\0" in value:
            raise ValueError(name)
        if not self.has_head:
            self.fields.append((name, value.strip(b"\t ")))

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        if not self.has_head and status >= _FINAL:
            self.status, self.has_head = status, True
            self.is_measured = any(name.lower() in _MEASURED for name, _ in self.fields)

    def on_body(self, body: bytes) -> None:
        if not self.is_whole:
            self._pieces.append(body)

    def on_message_complete(self) -> None:
        if self.has_head and not self.is_whole:
            self.is_whole = True
            self.leaves_open = self._parser.should_keep_alive()


def _written(request: httpcore2.Request) -> bytes:
    """Return a request as it is sent; LocalProtocolError where any part would be read as something else."""
    lines = [b"%b %b HTTP/1.1" % (request.method, request.url.target)]
    lines += [b"%b: %b" % field for field in request.headers]
    head = b"\r\n".join((*lines, b"", b""))
    if not _REQUEST.fullmatch(head) or head.count(b"\n") != len(lines) + 1:
        raise httpcore2.LocalProtocolError("a request that cannot be sent")
    return head + b"".join(request.stream)  # type: ignore[arg-type] # never an asynchronous one
