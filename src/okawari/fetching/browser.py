"""A page as a browser shows it, for pages that are empty without their scripts: Playwright with the person's own Chromium.

The browser reaches nothing by itself: each of its requests is answered through the gate, or not at all.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from typing import TYPE_CHECKING, Final

from okawari.fetching.addresses import PageUnavailableError
from okawari.fetching.pages import HEADERS, FetchedPage, PageGate

if TYPE_CHECKING:
    from playwright.sync_api import Playwright, Route

_SECONDS: Final = 30.0
_STILL_MS: Final = 5_000
_MOST_PARTS: Final = 100
_WANTED: Final = frozenset(("script", "xhr", "fetch"))
_NOWHERE: Final = "http://127.0.0.1:9"
_ALONE: Final = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
)
_ONE_AT_A_TIME: Final = threading.Lock()


def render(gate: PageGate, page: FetchedPage, seconds: float = _SECONDS) -> FetchedPage:
    """Return a fetched page as it is after its scripts ran, by the gate's browser; PageUnavailableError says why not.

    Scripts and data are had by GET alone; pictures, styles, frames, downloads, dialogs and service workers are not.
    """
    try:
        from playwright.sync_api import Error, sync_playwright
        from playwright.sync_api import TimeoutError as TooSlowError
    except ImportError:
        raise PageUnavailableError("no_browser", page.url, "playwright") from None
    with _ONE_AT_A_TIME, sync_playwright() as playwright:
        try:
            return _rendered(playwright, gate, page, time.monotonic() + seconds)
        except TooSlowError:
            raise PageUnavailableError("too_slow", page.url, f"{seconds:g}") from None
        except Error as error:
            raise PageUnavailableError("no_browser", page.url, error.message.partition("\n")[0]) from None


def _rendered(playwright: Playwright, gate: PageGate, page: FetchedPage, deadline: float) -> FetchedPage:
    from playwright.sync_api import TimeoutError as TooSlowError

    def left() -> float:
        return max(1.0, (deadline - time.monotonic()) * 1000)

    browser = playwright.chromium.launch(
        executable_path=gate.browser,
        args=list(_ALONE),
        chromium_sandbox=os.geteuid() != 0,
        proxy={"server": _NOWHERE},
        timeout=left(),
    )
    try:
        context = browser.new_context(
            user_agent=str(HEADERS["User-Agent"]), locale="ja-JP", accept_downloads=False, service_workers="block"
        )
        context.route("**/*", _Answers(gate, page, deadline).answer)
        tab = context.new_page()
        tab.on("dialog", lambda dialog: dialog.dismiss())
        tab.goto(page.url, wait_until="load", timeout=left())
        with contextlib.suppress(TooSlowError):  # one that never rests is taken as it is by now
            tab.wait_for_load_state("networkidle", timeout=min(left(), _STILL_MS))
        tab.wait_for_function("document.body !== null", timeout=left())
        return FetchedPage(page.url, tab.content().encode("utf-8", "replace"), "utf-8")
    finally:
        browser.close()


class _Answers:
    """Answers what the browser asks for: the page itself with the bytes that came, the rest through the gate."""

    def __init__(self, gate: PageGate, page: FetchedPage, deadline: float) -> None:
        self._gate = gate
        self._page = page
        self._deadline = deadline
        self._left = _MOST_PARTS

    def answer(self, route: Route) -> None:
        request = route.request
        if request.is_navigation_request():
            if request.url == self._page.url and request.frame.parent_frame is None:
                kind = "text/html" + (f"; charset={self._page.charset}" if self._page.charset else "")
                route.fulfill(body=self._page.body, content_type=kind)
            else:
                route.abort()
            return
        self._left -= 1
        if self._left < 0 or request.method != "GET" or request.resource_type not in _WANTED:
            route.abort()
            return
        try:
            headers, body = self._gate.part(request.url, self._deadline)
        except PageUnavailableError:
            route.abort()
        else:
            route.fulfill(body=body, headers=headers)
