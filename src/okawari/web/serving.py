"""Listen on this machine only."""

from __future__ import annotations

import contextlib
import ipaddress
import signal
import socket
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI

from okawari.errors import UnusableInputError
from okawari.i18n import text

PORTS_TRIED = 20
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Listener:
    """An open socket on a loopback address: where it listens, and by which values of Host it may be asked."""

    socket: socket.socket
    url: str
    hosts: tuple[str, ...]


def listen(host: str, port: int, locale: str = "ja") -> Listener:
    """Return a listener on `host`, on the port or the next free one.

    UnusableInputError for an address that others could reach: there are no users and no login, so whoever reaches the
    page reads everything; and where no port is free.
    """
    address = _loopback(host, locale)
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        opened = _bound(address, candidate)
        if opened is not None:
            return _listener(opened, address, opened.getsockname()[1])
    raise _refusal("no_port", f"{host}:{port}", locale)


def serve(app: FastAPI, listener: Listener) -> None:
    """Serve the application on the listener until Ctrl-C or a polite kill."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what was opened is closed after a kill too
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, http="h11"
    )
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener.socket])


def _bound(address: Address, port: int) -> socket.socket | None:
    opened = socket.socket(socket.AF_INET6 if address.version == 6 else socket.AF_INET, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind((str(address), port))
        opened.listen()  # at once: a port that is only bound can be bound again
    except OSError:
        opened.close()
        return None
    return opened


def _loopback(host: str, locale: str) -> Address:
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host.strip("[]"))
    except ValueError:
        raise _refusal("no_loopback", host, locale) from None
    if not address.is_loopback:
        raise _refusal("no_loopback", host, locale)
    return address


def _refusal(entry: str, where: str, locale: str) -> UnusableInputError:
    return UnusableInputError(text(f"web.{entry}", locale), where, text(f"web.{entry}_mend", locale))


def _listener(opened: socket.socket, address: Address, port: int) -> Listener:
    shown = f"[{address}]" if address.version == 6 else str(address)
    names = dict.fromkeys((shown, "localhost", "127.0.0.1", "[::1]"))
    return Listener(opened, f"http://{shown}:{port}/", tuple(f"{name}:{port}" for name in names))
