"""HTTP/1.1 over one connection, its plainest forms past the events of h11, which take several times as long."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

import httpcore2

_NAME = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_VALUE = rb"[\t\x20-\x7e\x80-\xff]*"
_FIELDS = rb"(?:%b:%b\r\n)*" % (_NAME, _VALUE)
_REQUEST = re.compile(rb"[A-Z]+ [\x21-\x7e]+ HTTP/1\.1\r\n(?:%b: [\x20-\x7e]*\r\n)+\r\n" % _NAME)
_HEAD = re.compile(rb"HTTP/1\.1 ([2-5]\d\d)(?: %b)?\r\n(%b)\r\n" % (_VALUE, _FIELDS))
_FIELD = re.compile(rb"([^:]+):([^\r]*)\r\n")
_BEHIND = re.compile(rb"(?:%b:[^\0\n\v\f\r]*\n(?:[\t ][^\0\n\v\f\r]*\n)*)*" % _NAME)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})(?:;[^\n]*)?[\t ]*")
_LENGTH = re.compile(rb"\d{1,15}")
_BLANK_LINE = re.compile(rb"\n\r?\n")
_FRAMING = frozenset((b"connection", b"content-length", b"transfer-encoding"))
_NO_BODY = frozenset((204, 304))
_PIECE = 65_536
_LONGEST = 65_536
"""Our own choice: bytes of a head, and of a line between chunks. A longer head is left to h11, which has a limit of its own."""
_STEP_S = 10.0

Fields = list[tuple[bytes, bytes]]


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
    return Http1(origin, stream, kept_open_s)


class Http1(httpcore2.ConnectionInterface):
    """A connection that is open, for one request at a time.

    Handled here are final answers whose head is written as RFC 9112 has it, with a body of a told length, in chunks, or none.
    Where a host answers otherwise, h11 has the connection from then on.
    """

    def __init__(self, origin: httpcore2.Origin, stream: httpcore2.NetworkStream, kept_open_s: float) -> None:
        """Ask for nothing yet."""
        self._origin = origin
        self._stream = stream
        self._kept_open_s = kept_open_s
        self._expires_at = float("inf")
        self._idle = True
        self._by_h11: httpcore2.HTTP11Connection | None = None

    def handle_request(self, request: httpcore2.Request) -> httpcore2.Response:
        """Return the answer when its head is here; another one can be asked for when its body was read to the end."""
        if self._by_h11:
            return self._by_h11.handle_request(request)
        if not self._idle:
            raise httpcore2.ConnectionNotAvailable
        self._idle = False
        with suppress(httpcore2.WriteError):  # who hangs up early may have answered
            self._stream.write(_written(request), _STEP_S)
        came = piece = self._stream.read(_PIECE, _STEP_S)
        while piece and len(came) < _LONGEST and not _BLANK_LINE.search(came):
            piece = self._stream.read(_PIECE, _STEP_S)
            came += piece
        head = _HEAD.match(came)
        if head:
            status = int(head[1])
            fields = [(name, value.strip(b"\t ")) for name, value in _FIELD.findall(head[2])]
            framing = _framing(status, fields)
            if framing:
                body = self._body(_Incoming(self._stream, came, head.end()), framing)
                return httpcore2.Response(status, headers=fields, content=body)
        self._by_h11 = httpcore2.HTTP11Connection(self._origin, _Replayed(self._stream, came), self._kept_open_s)
        return self._by_h11.handle_request(request)

    def _body(self, incoming: _Incoming, framing: _Framing) -> Iterator[bytes]:
        yield from incoming.chunks() if framing.length is None else incoming.exactly(framing.length)
        self._idle = framing.keeps and incoming.is_empty
        self._expires_at = time.monotonic() + self._kept_open_s

    def is_idle(self) -> bool:
        """Tell whether another request can be made."""
        return self._by_h11.is_idle() if self._by_h11 else self._idle

    def is_available(self) -> bool:
        """Tell whether another request can be made."""
        return self.is_idle()

    def has_expired(self) -> bool:
        """Tell whether it waited for too long, or the other side hung up."""
        if self._by_h11:
            return self._by_h11.has_expired()
        return time.monotonic() > self._expires_at or bool(self._idle and self._stream.get_extra_info("is_readable"))

    def close(self) -> None:
        """Hang up."""
        self._idle = False
        self._stream.close()


class _Framing(NamedTuple):
    """Where a body ends, None where it comes in chunks, and whether the connection stays open behind it."""

    length: int | None
    keeps: bool


def _framing(status: int, fields: Fields) -> _Framing | None:
    """Return the framing of an answer (RFC 9112, section 6.3), None where it is told twice, oddly or not at all."""
    told: dict[bytes, bytes] = {}
    for name, value in fields:
        lower = name.lower()
        if lower in _FRAMING:
            if lower in told:
                return None
            told[lower] = value.lower()
    keeps = b"close" not in told.pop(b"connection", b"")
    length = told.pop(b"content-length", None)
    chunked = told == {b"transfer-encoding": b"chunked"}
    if (told and not chunked) or (length is not None and (chunked or not _LENGTH.fullmatch(length))):
        return None
    if status in _NO_BODY:
        return _Framing(0, keeps)
    if chunked:
        return _Framing(None, keeps)
    return None if length is None else _Framing(int(length), keeps)


def _written(request: httpcore2.Request) -> bytes:
    """Return a request as it is sent; LocalProtocolError where any part would be read as something else."""
    lines = [b"%b %b HTTP/1.1" % (request.method, request.url.target)]
    lines += [b"%b: %b" % field for field in request.headers]
    head = b"\r\n".join((*lines, b"", b""))
    if not _REQUEST.fullmatch(head) or head.count(b"\n") != len(lines) + 1:
        raise httpcore2.LocalProtocolError("a request that cannot be sent")
    return head + b"".join(request.stream)  # type: ignore[arg-type] # never an asynchronous one


class _Incoming:
    """What comes over a stream, with what came of it already: from a place in it on it was not taken yet."""

    def __init__(self, stream: httpcore2.NetworkStream, came: bytes, at: int) -> None:
        self._stream = stream
        self._came = came
        self._at = at

    @property
    def is_empty(self) -> bool:
        """Whether all that came was taken."""
        return self._at == len(self._came)

    def exactly(self, length: int) -> Iterator[bytes]:
        """Yield so many bytes."""
        while length > 0:
            if self.is_empty:
                self._more()
            piece = self._came[self._at : self._at + length]
            self._at += len(piece)
            length -= len(piece)
            yield piece

    def chunks(self) -> Iterator[bytes]:
        """Yield a body that comes in chunks (RFC 9112, section 7.1), past what is told behind it."""
        while length := self._chunk():
            yield from self.exactly(length)
            if self._line():
                raise httpcore2.RemoteProtocolError("a chunk of another length")
        behind = b""
        while line := self._line(b"\n").removesuffix(b"\r"):
            behind += line + b"\n"
            if len(behind) > _LONGEST:
                raise httpcore2.RemoteProtocolError("endless fields")
        if not _BEHIND.fullmatch(behind):
            raise httpcore2.RemoteProtocolError("no fields behind the chunks")

    def _chunk(self) -> int:
        told = _CHUNK.fullmatch(self._line())
        if told is None:
            raise httpcore2.RemoteProtocolError("no chunk")
        return int(told[1], 16)

    def _line(self, mark: bytes = b"\r\n") -> bytes:
        while (end := self._came.find(mark, self._at)) < 0:
            if len(self._came) - self._at > _LONGEST:
                raise httpcore2.RemoteProtocolError("an endless line")
            self._more()
        line = self._came[self._at : end]
        self._at = end + len(mark)
        return line

    def _more(self) -> None:
        piece = self._stream.read(_PIECE, _STEP_S)
        if not piece:
            raise httpcore2.RemoteProtocolError("broken off")
        self._came, self._at = self._came[self._at :] + piece, 0


class _Replayed(httpcore2.NetworkStream):
    """A stream of which the first request was sent and an answer began to come, for somebody who knows of neither."""

    def __init__(self, stream: httpcore2.NetworkStream, came: bytes) -> None:
        self._stream = stream
        self._came: bytes | None = came

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._came is None:
            self._stream.write(buffer, timeout)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        came, self._came = self._came, None
        return self._stream.read(max_bytes, timeout) if came is None else came

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
