"""Connections that stay open for further requests to their hosts, each with one request at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

import httpcore2

_MOST = 16
"""Our own choice: twice as many as pages are fetched at a time."""
KEPT_OPEN_S = 20.0
"""Our own choice: how long a connection waits for a further request to its host."""


class KeptConnections:
    """Connections as `opened` makes them; those that wait for another request are held here, 16 at most.

    The pool of httpcore2 looks through all of them twice a request, which takes a third of its time.
    """

    def __init__(self, opened: Callable[[httpcore2.Origin], httpcore2.ConnectionInterface]) -> None:
        """Open no connection yet."""
        self._opened = opened
        self._waiting: list[tuple[httpcore2.Origin, httpcore2.ConnectionInterface, float]] = []
        self._lock = threading.Lock()

    @contextmanager
    def answer(self, asked: httpcore2.Request) -> Iterator[httpcore2.Response]:
        """Hold the answer to a request; its connection is kept unless something went wrong."""
        origin = asked.url.origin
        connection = self._taken(origin) or self._opened(origin)
        try:
            with closing(connection.handle_request(asked)) as response:
                yield response
        except BaseException:
            connection.close()
            raise
        self._keep(origin, connection)

    def _taken(self, origin: httpcore2.Origin) -> httpcore2.ConnectionInterface | None:
        """Return the connection to a host that was used last, of those that are still open."""
        with self._lock:
            for at in range(len(self._waiting) - 1, -1, -1):
                if self._waiting[at][0] == origin:
                    _, connection, _ = self._waiting.pop(at)
                    if not connection.has_expired():
                        return connection
                    connection.close()
        return None

    def _keep(self, origin: httpcore2.Origin, connection: httpcore2.ConnectionInterface) -> None:
        if not (connection.is_idle() and connection.is_available()):  # its answer was not read to the end
            connection.close()
            return
        now = time.monotonic()
        with self._lock:
            self._waiting.append((origin, connection, now))
            while len(self._waiting) > _MOST or now - self._waiting[0][2] > KEPT_OPEN_S:
                self._waiting.pop(0)[1].close()
