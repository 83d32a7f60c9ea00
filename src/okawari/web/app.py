"""The web application."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from okawari.services.household import Household
from okawari.services.offers import PriceAccess
from okawari.services.tracking import TrackingAccess
from okawari.services.work import Background
from okawari.web.guard import PAGE_HEADERS, Guard
from okawari.web.reading_day import ReadToday
from okawari.web.routes import (
    api,
    ask,
    cases,
    channels,
    claims,
    compare,
    evidence,
    home,
    jobs,
    language,
    mailboxes,
    mails,
    money,
    parcels,
    preorders,
    profiles,
    record,
    seeking,
    statements,
    watches,
)
from okawari.web.site import Site, page

_EXPLAINED = (404, 405, 413)


def create_app(
    household: Household,
    hosts: Iterable[str],
    *,
    language_shown: str = "ja",
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    demo: bool = False,
    background: Background | None = None,
    prices: PriceAccess | None = None,
    tracking: TrackingAccess | None = None,
    profile: Path | None = None,
    proxy: str = "",
) -> FastAPI:
    """Return the application for one household, answering to `hosts` (values of Host, with the port) only."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = Site(household, language_shown, now, demo, background, prices, tracking, profile, proxy)
    for routes in (
        home,
        ask,
        cases,
        claims,
        mails,
        evidence,
        money,
        preorders,
        record,
        statements,
        compare,
        profiles,
        mailboxes,
        jobs,
        seeking,
        watches,
        channels,
        parcels,
        language,
        api,
    ):
        app.include_router(routes.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    app.add_exception_handler(HTTPException, _explain)
    app.add_exception_handler(Exception, _explain)
    app.add_middleware(ReadToday, today=app.state.site.today)
    app.add_middleware(Guard, hosts=hosts)
    return app


async def _explain(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    entry = str(status) if status in _EXPLAINED else "other"
    answer = await run_in_threadpool(page, request, "error.html", status, entry=entry)
    answer.headers.update(PAGE_HEADERS)  # an unforeseen error is answered outside the guard
    return answer
