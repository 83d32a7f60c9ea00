"""What stands before every page: who may ask, how much may be sent, and what a browser may do with the answer."""

from __future__ import annotations

from collections.abc import Iterable, MutableMapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

UPLOAD_LIMIT = 64 * 1024 * 1024
"""Bytes of one request: a mailbox that is larger is for `okawari import`."""

DRAIN_LIMIT = 2 * 1024 * 1024 * 1024
"""Bytes that are still read, and thrown away, so that a browser gets to see the answer instead of a broken line."""

_SAFE_METHODS = frozenset({"GET", "HEAD"})
PAGE_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; worker-src 'self'; manifest-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would make browsers send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class TooLargeError(HTTPException):
    """More was sent than a page takes."""

    def __init__(self) -> None:
        super().__init__(413)


class Guard:
    """Answers only to its own names, takes forms only from its own pages, and bounds what is sent.

    `hosts` are the values of Host that are ours (`127.0.0.1:8765`): a page of another site that has its name pointed at this
    machine (DNS rebinding) asks for another. Methods other than GET and HEAD need `Sec-Fetch-Site: same-origin`, or where
    a browser does not send it an Origin that is ours.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it in one line."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            await _refusal(421, "This page answers only to its own address.")(scope, receive, _with_headers(send))
        elif scope["method"] not in _SAFE_METHODS and not self._from_own_page(headers):
            await _refusal(403, "Forms are taken only from this program's own pages.")(
                scope, receive, _with_headers(send)
            )
        else:
            await self._app(scope, _bounded(headers, receive), _with_headers(send))

    def _from_own_page(self, headers: Headers) -> bool:
        site = headers.get("sec-fetch-site")
        origin = headers.get("origin")
        if site is not None and site != "same-origin":
            return False
        if origin is not None:
            return origin.lower() in self._origins
        return site == "same-origin"


def _refusal(status: int, line: str) -> PlainTextResponse:
    return PlainTextResponse(f"{line}\n", status)


def _bounded(headers: Headers, receive: Receive) -> Receive:
    announced = headers.get("content-length", "0")
    too_large = announced.isdigit() and int(announced) > UPLOAD_LIMIT
    received = 0

    async def bounded() -> MutableMapping[str, Any]:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if too_large or received > UPLOAD_LIMIT:
            await _drain(message, receive)
            raise TooLargeError
        return message

    return bounded


async def _drain(message: Message, receive: Receive) -> None:
    thrown_away = 0
    while message.get("more_body", False) and thrown_away < DRAIN_LIMIT:
        message = await receive()
        thrown_away += len(message.get("body", b""))


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in PAGE_HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers
