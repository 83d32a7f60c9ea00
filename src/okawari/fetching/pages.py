"""The gate to product pages: one page asked for at a time, by our own name, within limits of size, time and manners."""

from __future__ import annotations

import re
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from importlib.metadata import version
from urllib.parse import unquote, urlencode, urljoin, urlsplit

import httpcore2

from okawari.fetching.addresses import (
    Address,
    GuardedBackend,
    PageUnavailableError,
    RequestClock,
    address_of,
    is_private,
    looked_up,
)
from okawari.fetching.http1 import connect
from okawari.fetching.kept_connections import KEPT_OPEN_S, KeptConnections
from okawari.fetching.robots import Rules, allows, rules_for

AGENT = "Okawari"
_LARGEST = 8_000_000
_LARGEST_ROBOTS = 500_000
_MOST_REDIRECTS = 5
_SECONDS = 30.0
_LONGEST_MARK = 500
_LONGEST_REST_S = 86_400
_TOLD_ON = frozenset(("content-type", "access-control-allow-origin", "access-control-allow-credentials"))
_TRY_LATER = frozenset((429, 503))
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_NO_PAGE = re.compile(r"(?:image|audio|video|font)/|application/(?:pdf|zip|octet-stream|gzip|x-)", re.IGNORECASE)
_GONE = (httpcore2.ReadError, httpcore2.WriteError, httpcore2.RemoteProtocolError, httpcore2.ConnectionNotAvailable)
HEADERS: dict[bytes | str, bytes | str] = {
    "User-Agent": f"{AGENT}/{version('okawari')} (product watch for one household)",
    "Accept": "text/html,application/xhtml+xml",
    "Accept-Language": "ja,en;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}


Form = tuple[tuple[str, str], ...]
_ROBOTS_HOLD_S = 86_400.0
"""RFC 9309, section 2.4: no longer than a day."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server marks the state of a page with (RFC 9110, section 8.8); "" for what it does not tell."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page as it came: `url` after redirects, its bytes unpacked, the character set that the server declared.

    `unchanged` tells that the server answered by "not modified": there are no bytes then.
    """

    url: str
    body: bytes
    charset: str
    validators: Validators = Validators()
    unchanged: bool = False


class PageGate:
    """Fetches pages that their sites let robots read.

    `seconds` is the time for one page, redirects included. `may_read` says whether the terms of a host let programs read
    it; it is asked at each redirect. `trusted` are (host, port) pairs whose address is not looked at: for tests against a
    server on this machine. `proxy` is the address of an HTTP proxy, "" for none: names are looked up here all the same, and
    refused where they lead inside. `browser` is the Chromium for pages that are empty without scripts, "" for none
    (see `browser.render`). One gate serves several threads, and keeps connections for further pages of their hosts for a while.
    """

    def __init__(
        self,
        *,
        seconds: float = _SECONDS,
        may_read: Callable[[str], bool] = lambda _host: True,
        trusted: Iterable[tuple[str, int]] = (),
        proxy: str = "",
        browser: str = "",
    ) -> None:
        """Open no connection yet."""
        self.browser = browser
        self._seconds = seconds
        self._may_read = may_read
        self._trusted = frozenset(trusted)
        self._proxy, by_proxy = _proxy(proxy)
        self._robots: dict[str, tuple[float, Rules | None]] = {}
        self._clock = RequestClock()
        backend = GuardedBackend(self._clock, self._trusted | by_proxy)
        self._tls, old_tls = httpcore2.default_ssl_context(), httpcore2.default_ssl_context()
        old_tls.set_ciphers("DEFAULT@SECLEVEL=1")
        self._connections = {
            context is old_tls: KeptConnections(partial(self._opened, context, backend))
            for context in (self._tls, old_tls)
        }

    def _opened(
        self, tls: ssl.SSLContext, backend: httpcore2.NetworkBackend, origin: httpcore2.Origin
    ) -> httpcore2.ConnectionInterface:
        if not self._proxy:
            return connect(origin, backend, tls, KEPT_OPEN_S)
        pool = httpcore2.ConnectionPool(
            ssl_context=tls, proxy=self._proxy, http2=True, keepalive_expiry=KEPT_OPEN_S, network_backend=backend
        )
        return pool.create_connection(origin)

    def address(self, url: str) -> Address:
        """Return the parts of an address that may be asked for; PageUnavailableError for any other."""
        address = address_of(url, self._trusted)
        if is_private(address.host) and (address.host, address.port) not in self._trusted:
            raise PageUnavailableError("private_address", url)
        if not self._may_read(address.host):
            raise PageUnavailableError("terms", address.url)
        return address

    def fetch(
        self, url: str, known: Validators | None = None, *, form: Form = (), old_tls: bool = False, accept: str = ""
    ) -> FetchedPage:
        """Return the page, or that it is unchanged since it had the `known` marks; PageUnavailableError says why not.

        A `form` is posted to the address itself, never to where it redirects. `old_tls` takes the ciphers of servers that
        were not renewed; certificates are checked all the same. `accept` are the media types that are asked for, HTML where none is.
        """
        deadline = time.monotonic() + self._seconds
        address = self.address(url)
        for hop in range(_MOST_REDIRECTS + 1):
            self._ask_robots(address, deadline, old_tls=old_tls)
            posted = form if not hop else ()
            answer = self._get(address, deadline, _LARGEST, known, form=posted, old_tls=old_tls, accept=accept)
            if answer.location is None:
                return _page(address, answer)
            address = self.address(urljoin(address.url, answer.location))
        raise PageUnavailableError("too_many_redirects", url, str(_MOST_REDIRECTS))

    def part(self, url: str, deadline: float) -> tuple[dict[str, str], bytes]:
        """Return what a page loads, by the rules for pages: what a browser must know of its headers, and its bytes."""
        address = self.address(url)
        for _ in range(_MOST_REDIRECTS + 1):
            self._ask_robots(address, deadline, old_tls=False)
            answer = self._get(address, deadline, _LARGEST)
            if answer.location is None:
                if answer.status != 200:
                    raise PageUnavailableError("status", url, str(answer.status))
                return {name: value for name, value in answer.headers.items() if name in _TOLD_ON}, answer.body
            address = self.address(urljoin(address.url, answer.location))
        raise PageUnavailableError("too_many_redirects", url, str(_MOST_REDIRECTS))

    def _ask_robots(self, address: Address, deadline: float, *, old_tls: bool) -> None:
        asked_at, robots = self._robots.get(address.origin, (float("-inf"), None))
        if time.monotonic() - asked_at > (_ROBOTS_HOLD_S if robots is not None else _SECONDS):
            robots = self._robots_of(address, deadline, old_tls=old_tls)
            self._robots[address.origin] = time.monotonic(), robots
        if robots is None:
            raise PageUnavailableError("robots_unknown", address.url)
        if not allows(robots, address.target):
            raise PageUnavailableError("robots", address.url)

    def _robots_of(self, address: Address, deadline: float, *, old_tls: bool) -> Rules | None:
        """Return a site's rules for us: none where it has no such file, None (nothing is allowed) where its server fails."""
        asked = Address(address.scheme, address.host, address.port, "/robots.txt")
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._get(asked, deadline, _LARGEST_ROBOTS, old_tls=old_tls)
            if answer.location is None:
                if answer.status >= 500 or answer.status == 429:
                    return None
                return rules_for(answer.body.decode("utf-8", "replace"), AGENT) if answer.status == 200 else ()
            asked = address_of(urljoin(asked.url, answer.location), self._trusted)
        return ()

    def _get(
        self,
        address: Address,
        deadline: float,
        largest: int,
        known: Validators | None = None,
        *,
        form: Form = (),
        old_tls: bool = False,
        accept: str = "",
    ) -> _Answer:
        if self._proxy:
            looked_up(address.host, address.port, self._trusted)
        headers = {"Host": address.netloc} | HEADERS | _conditions(known)
        content = urlencode(form).encode() if form else None
        if accept:
            headers |= {"Accept": accept}
        if content:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(content))}
        asked = httpcore2.Request(
            "POST" if content else "GET",
            httpcore2.URL(scheme=address.scheme, host=address.host, port=address.named_port, target=address.target),
            headers=headers,
            content=content,
            extensions={"timeout": timeouts()},
        )
        self._clock.deadline, self._clock.opened = deadline, False
        try:
            while True:
                try:
                    return self._answer(asked, address, largest, old_tls=old_tls)
                except _GONE:
                    # A kept connection may be closed by the other side just as it is used again.
                    if self._clock.opened or content:
                        raise
        except httpcore2.TimeoutException:
            raise PageUnavailableError("too_slow", address.url, f"{self._seconds:g}") from None
        except httpcore2.ProxyError as error:
            raise PageUnavailableError("no_proxy", address.url, str(error)) from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
            raise PageUnavailableError("no_answer", address.url, type(error).__name__) from None

    def _answer(self, asked: httpcore2.Request, address: Address, largest: int, *, old_tls: bool) -> _Answer:
        with self._connections[old_tls].answer(asked) as response:
            told = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers}
            if response.status in {301, 302, 303, 307, 308} and told.get("location"):
                return _Answer(response.status, told, b"", told["location"])
            body = unpacked(response.iter_stream(), told.get("content-encoding", ""), largest, address.url)
            return _Answer(response.status, told, body, None)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: dict[str, str]
    body: bytes
    location: str | None


def _page(address: Address, answer: _Answer) -> FetchedPage:
    kind = answer.headers.get("content-type", "")
    validators = Validators(*(answer.headers.get(name, "")[:_LONGEST_MARK] for name in ("etag", "last-modified")))
    if answer.status == 304:
        return FetchedPage(address.url, b"", "", validators, unchanged=True)
    if answer.status != 200:
        rests_s = _rests_s(answer.headers.get("retry-after", "")) if answer.status in _TRY_LATER else 0
        raise PageUnavailableError("status", address.url, str(answer.status), rests_s=rests_s)
    if _NO_PAGE.match(kind):
        raise PageUnavailableError("not_a_page", address.url, kind.partition(";")[0])
    charset = _CHARSET.search(kind)
    return FetchedPage(address.url, answer.body, charset[1] if charset else "", validators)


def _proxy(url: str) -> tuple[httpcore2.Proxy | None, frozenset[tuple[str, int]]]:
    """Return a proxy, and its place, which need not be public: the person named it."""
    if not url:
        return None, frozenset()
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    place = f"[{host}]" if ":" in host else host
    return httpcore2.Proxy(f"{parts.scheme}://{place}:{port}", auth=auth), frozenset(((host, port),))


def _rests_s(told: str) -> int:
    """Return the seconds of a `Retry-After` (RFC 9110, section 10.2.3: a number or a date), a day at most."""
    text = told.strip()
    if text.isascii() and text.isdigit():
        return min(int(text[:9]), _LONGEST_REST_S)
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return 0
    left = (at if at.tzinfo else at.replace(tzinfo=UTC)) - datetime.now(UTC)
    return max(0, min(round(left.total_seconds()), _LONGEST_REST_S))


def _conditions(known: Validators | None) -> dict[bytes | str, bytes | str]:
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified} if known else {}
    return {name: mark for name, mark in told.items() if mark and mark.isascii() and mark.isprintable()}


def unpacked(chunks: Iterable[bytes], encoding: str, largest: int, url: str) -> bytes:
    """Return a body of at most `largest` bytes, packed and unpacked; no more is ever held."""
    coding = encoding.strip().lower()
    if coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise PageUnavailableError("packed_oddly", url, coding)
    packer = None if coding in {"", "identity"} else zlib.decompressobj(zlib.MAX_WBITS | 32)
    body = bytearray()
    came = 0
    try:
        for chunk in chunks:
            came += len(chunk)
            body += packer.decompress(chunk, largest + 1 - len(body)) if packer else chunk
            if came > largest or len(body) > largest:
                raise PageUnavailableError("too_large", url, str(largest // 1_000_000))
    except zlib.error:
        raise PageUnavailableError("packed_oddly", url, coding) from None
    return bytes(body)


def timeouts() -> dict[str, float]:
    """Return the seconds for each step of a request, as httpcore2 takes them."""
    return dict.fromkeys(("connect", "read", "write", "pool"), 10.0)
