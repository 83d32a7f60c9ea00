"""The gate to price services: one JSON answer at a time, by our own name, and no key in whatever is said of it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Final
from urllib.parse import urlencode

import httpcore2

from okawari.domain.problem import Problem
from okawari.fetching.addresses import Address, GuardedBackend, PageUnavailableError, RequestClock, address_of
from okawari.fetching.pages import AGENT, timeouts, unpacked

_LARGEST: Final = 8_000_000
_SECONDS: Final = 20.0
_LONGEST_WAIT_S: Final = 5.0
"""A person waits for the answer: what is to wait longer is told instead."""

_PAUSE_AFTER_429_S: Final = 60
_LONGEST_PAUSE_S: Final = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiRequest:
    """What to ask: `url` without its query; `query` and `headers` may hold keys, so neither shows in print.

    `nothing_at` are statuses by which the service tells that it has nothing. `wait_key` names the number of
    milliseconds to wait in the body of a refusal. `json`, `octets` or `form` is posted where there is one.
    """

    url: str
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    nothing_at: tuple[int, ...] = ()
    wait_key: str = ""
    json: bytes = field(default=b"", repr=False)
    octets: bytes = field(default=b"", repr=False)
    form: tuple[tuple[str, str], ...] = field(default=(), repr=False)


class ApiUnavailableError(Exception):
    """No answer that can be used; `problem` says why, by the host alone."""

    def __init__(self, code: str, where: str, detail: str = "") -> None:
        """Keep the problem."""
        super().__init__(code, where, detail)
        self.problem = Problem(code, where, detail)


class ApiGate:
    """Asks price services, each at its pace.

    `seconds` is the time for one answer. `trusted` are (host, port) pairs whose address is not looked at, for tests.
    One gate serves several threads; pauses that a service asked for hold for all of them.
    """

    def __init__(
        self,
        *,
        seconds: float = _SECONDS,
        trusted: Iterable[tuple[str, int]] = (),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Open no connection yet."""
        self._seconds = seconds
        self._trusted = frozenset(trusted)
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._free_at: dict[str, float] = {}
        self._tls = httpcore2.default_ssl_context()

    def ask(self, request: ApiRequest, min_interval_s: float) -> bytes:
        """Return the body of the answer, b"" where the service says that it has nothing; ApiUnavailableError says why there is none."""
        address = self._address(request.url)
        self._take_turn(address.host, min_interval_s)
        status, headers, body = self._get(address, request)
        if status in request.nothing_at:
            return b""
        if status in {200, 201}:
            if not body or body.isspace():
                raise ApiUnavailableError("api_empty", address.host)
            return body
        if status == 429:
            seconds = _pause(headers.get(b"retry-after", b"").decode("latin-1"), body, request.wait_key)
            self.hold(request.url, seconds)
            raise ApiUnavailableError("api_throttled", address.host, str(seconds))
        codes = {401: "api_forbidden", 402: "api_forbidden", 403: "api_forbidden"}
        code = codes.get(status, "api_failing" if status >= 500 else "api_refused")
        raise ApiUnavailableError(code, address.host, str(status))

    def answer(self, request: ApiRequest) -> tuple[int, bytes]:
        """Return the status and the body of an answer, whatever they are; ApiUnavailableError where there is none."""
        status, _, body = self._get(self._address(request.url), request)
        return status, body

    def hold(self, url: str, seconds: float) -> None:
        """Ask nothing of the service for so long."""
        host = self._address(url).host
        with self._lock:
            self._free_at[host] = max(self._free_at.get(host, 0.0), self._clock() + seconds)

    def _address(self, url: str) -> Address:
        try:
            return address_of(url, self._trusted)
        except PageUnavailableError as error:
            raise ApiUnavailableError("api_no_answer", error.where, error.code) from None

    def _take_turn(self, host: str, min_interval_s: float) -> None:
        with self._lock:
            now = self._clock()
            wait = max(0.0, self._free_at.get(host, 0.0) - now)
            if wait > max(_LONGEST_WAIT_S, min_interval_s):
                raise ApiUnavailableError("api_throttled", host, str(int(wait) + 1))
            self._free_at[host] = now + wait + min_interval_s
        if wait:
            self._sleep(wait)

    def _get(self, address: Address, request: ApiRequest) -> tuple[int, dict[bytes, bytes], bytes]:
        target = f"{address.url}?{urlencode(request.query)}" if request.query else address.url
        own: dict[str, str] = {
            "User-Agent": f"{AGENT}/{version('okawari')}",
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "Host": address.origin.partition("://")[2],
        }
        bodies = {
            "application/json": request.json,
            "application/octet-stream": request.octets,
            "application/x-www-form-urlencoded": urlencode(request.form).encode(),
        }
        kind, content = next((one for one in bodies.items() if one[1]), ("", b""))
        if kind:
            own["Content-Type"] = kind
        headers = [(name.encode(), value.encode()) for name, value in (*own.items(), *request.headers)]
        backend = GuardedBackend(RequestClock(time.monotonic() + self._seconds), self._trusted)
        try:
            with (
                httpcore2.ConnectionPool(ssl_context=self._tls, network_backend=backend) as pool,
                pool.stream(
                    "POST" if content else "GET",
                    target,
                    headers=headers,
                    content=content or None,
                    extensions={"timeout": timeouts()},
                ) as response,
            ):
                told = {key.lower(): value for key, value in response.headers}
                coding = told.get(b"content-encoding", b"").decode("latin-1")
                return response.status, told, unpacked(response.iter_stream(), coding, _LARGEST, address.origin)
        except httpcore2.TimeoutException:
            raise ApiUnavailableError("api_slow", address.host, f"{self._seconds:g}") from None
        except PageUnavailableError as error:
            raise ApiUnavailableError("api_no_answer", address.host, error.code) from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
            raise ApiUnavailableError("api_no_answer", address.host, type(error).__name__) from None


def _pause(retry_after: str, body: bytes, wait_key: str) -> int:
    """Return for how many seconds a refusal asks to wait (RFC 9110, section 10.2.3), a minute where it does not say."""
    if retry_after.isascii() and retry_after.isdigit() and len(retry_after) < 9:
        return min(int(retry_after), _LONGEST_PAUSE_S)
    try:
        told = json.loads(body).get(wait_key) if wait_key else None
    except (ValueError, AttributeError, RecursionError):
        told = None
    milliseconds = told if isinstance(told, int) and told > 0 else _PAUSE_AFTER_429_S * 1000
    return min(-(-milliseconds // 1000), _LONGEST_PAUSE_S)
