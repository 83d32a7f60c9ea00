"""The day on which the words of a page are read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from starlette.types import ASGIApp, Receive, Scope, Send

from okawari.i18n import formats


class ReadToday:
    """Lets the words of every answer be read on `today`, that of the site's clock."""

    def __init__(self, app: ASGIApp, today: Callable[[], date]) -> None:
        self._app = app
        self._today = today

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request in a context of its own, which threads take over."""
        formats.read_on(self._today())
        await self._app(scope, receive, send)
