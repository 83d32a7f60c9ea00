"""Listen on this machine only."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI

from okawari.errors import UnusableInputError

PORTS_TRIED = 20


@dataclass(frozen=True, slots=True)
class Listener:
    """An open socket on a loopback address: where it listens, and by which values of Host it may be asked."""

    socket: socket.socket
    url: str
    hosts: tuple[str, ...]


def listen(host: str, port: int) -> Listener:
    """Return a listener on `host`, on the port or the next free one.

    UnusableInputError for an address that others could reach: there are no users and no login, so whoever reaches the
    page reads everything.
    """
    address = _loopback(host)
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((str(address), candidate))
            opened.listen()  # at once: a port that is only bound can be bound again
        except OSError:
            opened.close()
            continue
        return _listener(opened, address, opened.getsockname()[1])
    raise UnusableInputError(f"no free port from {port} on", "--port", "choose another one")


def serve(app: FastAPI, listener: Listener) -> None:
    """Serve the application on the listener until Ctrl-C."""
    config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener.socket])


def _loopback(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host.strip("[]"))
    except ValueError:
        address = None
    if address is None or not address.is_loopback:
        raise UnusableInputError(
            "only this machine may listen: there is no login yet", host, "use 127.0.0.1, ::1 or localhost"
        )
    return address


def _listener(opened: socket.socket, address: ipaddress.IPv4Address | ipaddress.IPv6Address, port: int) -> Listener:
    shown = f"[{address}]" if address.version == 6 else str(address)
    names = dict.fromkeys((shown, "localhost", "127.0.0.1", "[::1]"))
    return Listener(opened, f"http://{shown}:{port}/", tuple(f"{name}:{port}" for name in names))
