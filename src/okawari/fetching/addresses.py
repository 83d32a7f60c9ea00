"""Which addresses the gate opens: public hosts by http and https, each connection to an address that was looked at."""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

import httpcore2
from httpcore2._backends.sync import SyncBackend, SyncStream

from okawari.domain.hosts import parents

_PORTS = {"http": 80, "https": 443}
_OPEN_PORTS = frozenset((80, 443, 8080, 8443))
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,10}")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
"""By the URL standard of the WHATWG a host that ends in one is an IPv4 address. Only the usual way to write it is opened."""
_IPV4 = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})")
_INSIDE = frozenset(("localhost", "local", "internal", "home.arpa"))
"""RFC 6761, RFC 6762, ICANN's reservation of 2024, RFC 8375: names that lead nowhere but inside."""
_LONGEST = 4_000
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_PATH_SAFE = "/%:@!$&'()*+,;=~-._?[]|"


class PageUnavailableError(OSError):
    """A page that cannot be had: `code` says why (a key of the catalogue `fetching`), `where` is its address."""

    def __init__(self, code: str, where: str, detail: str = "", *, rests_s: int = 0) -> None:
        """Keep the parts; `rests_s` are the seconds for which the server asked to be left alone."""
        super().__init__(code, where, detail)
        self.rests_s = rests_s
        self.code = code
        self.where = where[:200]
        self.detail = detail[:100]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a page is: `host` in lower-case ASCII (an IPv6 address without brackets), `target` its path and query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def netloc(self) -> str:
        """The host, with the port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.named_port is None else f"{host}:{self.named_port}"

    @property
    def named_port(self) -> int | None:
        """The port where it is not the usual one."""
        return None if _PORTS[self.scheme] == self.port else self.port

    @property
    def origin(self) -> str:
        """The address without its target."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.origin}{self.target}"


def address_of(url: str, trusted: frozenset[tuple[str, int]] = frozenset()) -> Address:
    """Return the parts of an address that may be asked for; PageUnavailableError for any other."""
    if len(url) > _LONGEST or _UNSAFE.search(url.strip()):
        raise PageUnavailableError("bad_url", url)
    try:
        parts = urlsplit(url.strip())
        port = parts.port or _PORTS.get(parts.scheme, 0)
        host = _ascii(parts.hostname or "")
    except ValueError:
        raise PageUnavailableError("bad_url", url) from None
    if not parts.scheme:
        raise PageUnavailableError("bad_url", url)
    if parts.scheme not in _PORTS:
        raise PageUnavailableError("bad_scheme", url, parts.scheme)
    if not host or parts.username is not None or parts.password is not None:
        raise PageUnavailableError("bad_url", url)
    if port not in _OPEN_PORTS and (host, port) not in trusted:
        raise PageUnavailableError("bad_port", url, str(port))
    target = quote(parts.path or "/", safe=_PATH_SAFE) + (
        f"?{quote(parts.query, safe=_PATH_SAFE)}" if parts.query else ""
    )
    return Address(parts.scheme, host, port, target)


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the open Internet, also what an IPv6 address carries inside."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


@lru_cache(maxsize=1024)
def is_private(host: str) -> bool:
    """Tell whether a host is given as an address that is not public, or by a name that leads inside, as any of one part does.

    Where another name leads is looked at when it is connected to.
    """
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or not _INSIDE.isdisjoint(parents(host))
    return not is_public(host)


class RequestClock(threading.local):
    """Until when the request of a thread has time, by `time.monotonic`, and whether a connection was opened for it."""

    def __init__(self, deadline: float = 0.0) -> None:
        """Begin with the same deadline in each thread."""
        self.deadline = deadline
        self.opened = False

    def left(self) -> float:
        """Return the seconds that are left; ReadTimeout where none are."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("no time left")
        return left


class GuardedBackend(SyncBackend):
    """Connects to public addresses only, and to the very address that it looked at; nothing outlasts the clock.

    A connection that is kept for further requests stays with that address, whatever its name leads to by then. `trusted` are
    (host, port) pairs that are not looked at, for tests.
    """

    def __init__(self, clock: RequestClock, trusted: frozenset[tuple[str, int]]) -> None:
        """Keep what tells the time, and who is not asked."""
        self._clock = clock
        self._trusted = trusted

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Resolve the name once and connect to what was found, where all of it is public."""
        self._clock.opened = True
        found = looked_up(host, port, self._trusted)
        left = min(timeout or 10.0, self._clock.left())
        stream = super().connect_tcp(found[0], port, left, local_address, socket_options or [])
        return _timed(stream, self._clock)


def _timed(stream: httpcore2.NetworkStream, clock: RequestClock) -> httpcore2.NetworkStream:
    return (_TimedSocket if isinstance(stream, SyncStream) else _TimedStream)(stream, clock)


class _TimedStream(httpcore2.NetworkStream):
    """A connection whose every step ends with the time of the request, however slowly the other side drips."""

    def __init__(self, stream: httpcore2.NetworkStream, clock: RequestClock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, min(timeout or 10.0, self._clock.left()))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, min(timeout or 10.0, self._clock.left()))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        left = min(timeout or 10.0, self._clock.left())
        return _timed(self._stream.start_tls(ssl_context, server_hostname, left), self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _TimedSocket(_TimedStream):
    """Such a connection, whose socket is told its time only where that is another one.

    Each telling asks the system, and meanwhile another thread takes the interpreter, which costs more than the rest of a step.
    """

    def __init__(self, stream: httpcore2.NetworkStream, clock: RequestClock) -> None:
        super().__init__(stream, clock)
        self._socket: socket.socket = stream.get_extra_info("socket")

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._take_time(timeout)
        try:
            return self._socket.recv(max_bytes)
        except TimeoutError as error:
            raise httpcore2.ReadTimeout(error) from error
        except OSError as error:
            raise httpcore2.ReadError(error) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._take_time(timeout)
        try:
            self._socket.sendall(buffer)
        except TimeoutError as error:
            raise httpcore2.WriteTimeout(error) from error
        except OSError as error:
            raise httpcore2.WriteError(error) from error

    def _take_time(self, timeout: float | None) -> None:
        left = min(timeout or 10.0, self._clock.left())
        if left != self._socket.gettimeout():
            self._socket.settimeout(left)


def looked_up(host: str, port: int, trusted: frozenset[tuple[str, int]]) -> list[str]:
    """Return the addresses of a name; PageUnavailableError unless all of them are public."""
    found = _resolved(host, port)
    if (host, port) not in trusted and not all(is_public(address) for address in found):
        raise PageUnavailableError("private_address", host)
    return found


def _resolved(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise PageUnavailableError("no_such_host", host) from None
    return [str(entry[4][0]) for entry in found]


def _ascii(host: str) -> str:
    """Return a host name in lower-case ASCII, "" where it is none."""
    name = host.rstrip(".").lower()
    if ":" in name:
        return str(ipaddress.ip_address(name))
    plain = name if name.isascii() else name.encode("idna").decode("ascii")
    if not _HOST.fullmatch(plain) or (_NUMBER.fullmatch(plain.rpartition(".")[2]) and not _IPV4.fullmatch(plain)):
        return ""
    return plain
