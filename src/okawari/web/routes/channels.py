"""The channels of alerts: browsers that subscribe, tests, and what a browser needs to show alerts."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, JSONResponse, Response

from okawari.i18n.watching import channel_trouble
from okawari.services import alerting
from okawari.services.offers import PriceAccess
from okawari.services.pushing import add_browser
from okawari.web.forms import Fields, read_fields
from okawari.web.routes.watches import kept_or_shown, shown
from okawari.web.site import Site, see_other, site_of, words_of

router = APIRouter()

_WORKER = Path(__file__).parent.parent / "static" / "js" / "service-worker.js"
_ALERTS = "/watches#alerts"


@router.get("/service-worker.js")
def service_worker() -> Response:
    """Hand out the service worker from the root: it may show what is below where it lies."""
    return FileResponse(_WORKER, media_type="text/javascript")


@router.get("/manifest.webmanifest")
def manifest(request: Request) -> Response:
    """Hand out what a browser needs to keep the program like an app; some show alerts only then."""
    words = words_of(request)
    icon = {"src": "/static/icon.svg", "type": "image/svg+xml", "sizes": "any"}
    told = {
        "name": words("name"),
        "short_name": words("name"),
        "lang": words.locale,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "icons": [icon],
    }
    return JSONResponse(told, media_type="application/manifest+json")


@router.post("/channels/push")
async def subscribe(request: Request) -> Response:
    """Push alerts to the browser that asks for it."""
    return await kept_or_shown(request, _subscribe, _ALERTS)


@router.post("/channels/address")
async def add(request: Request) -> Response:
    """Keep the address of a channel: a mail server, or any that Apprise knows."""
    return await kept_or_shown(request, _add, _ALERTS)


@router.post("/channels")
async def change(request: Request) -> Response:
    """Try a channel out, and say why where nothing arrives; or delete it."""
    site, fields = site_of(request), await read_fields(request, words_of(request))
    secrets = _access(site).secrets
    if fields.values.get("what") not in {"test", "remove"}:
        raise HTTPException(404)
    if fields.values["what"] == "remove":
        name, store = fields.values.get("channel", ""), site.household.store
        if not await run_in_threadpool(alerting.remove_channel, store, secrets, name):
            raise HTTPException(404)
        return see_other(_ALERTS)
    said = await run_in_threadpool(_tested, site, fields)
    return await run_in_threadpool(shown, request, {"tested": said}, {})


def _subscribe(site: Site, fields: Fields) -> None:
    secrets = _access(site).secrets
    try:
        add_browser(site.household.store, secrets, fields.text("name", 40), fields.values)
    except alerting.ChannelError as error:
        fields.errors["name"] = _refused(error, fields)


def _add(site: Site, fields: Fields) -> None:
    secrets, name, address = _access(site).secrets, fields.text("channel_name"), fields.text("address", 2000)
    try:
        alerting.add_channel(site.household.store, secrets, name, address)
    except alerting.ChannelError as error:
        fields.errors["channel_name" if error.code == "bad_name" else "address"] = _refused(error, fields)


def _access(site: Site) -> PriceAccess:
    if site.prices is None:
        raise HTTPException(404)
    return site.prices


def _refused(error: alerting.ChannelError, fields: Fields) -> str:
    say = fields.words.words
    what, mend = (say(f"watching.channel_{error.code}{end}") for end in ("", "_mend"))
    return say("watching.cannot", what=what, mend=mend)


def _tested(site: Site, fields: Fields) -> str:
    say, store = fields.words.words, site.household.store
    name = fields.values.get("channel", "")
    channel = next((one for one in alerting.channels(store) if one.name == name), None)
    if channel is None:
        raise HTTPException(404)
    message = alerting.test_message(say("watching.test_title"), say("watching.test_body"))
    try:
        alerting.try_out(store, _access(site).secrets, channel, message)
    except alerting.ChannelError as error:
        what = channel_trouble(error.code, error.detail, fields.words.locale)
        return say("watching.channel_untested", name=name, what=what)
    return say("watching.channel_tested", name=name)
