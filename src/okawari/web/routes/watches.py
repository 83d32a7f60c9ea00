"""Watched pages: the list, the form, and the feed of their alerts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.candidate import Condition
from okawari.domain.history import History
from okawari.domain.japan_time import japan_moment
from okawari.domain.watch.schedule import burst_over
from okawari.domain.watch.seek import is_sought
from okawari.domain.watch.watch import MEDIAN_DAYS, QuietHours, Standing, Watch
from okawari.i18n.watching import alert_text
from okawari.services import alerting, past, verdicts, watching
from okawari.services.fulfilling import answer
from okawari.services.pushing import application_key
from okawari.services.watching_again import for_order
from okawari.web.forms import Fields, read_fields
from okawari.web.paths import case_path
from okawari.web.site import Site, page, see_other, site_of, words_of
from okawari.web.views.chart import SPANS, chart_view, spark_view
from okawari.web.views.seeking import services_view
from okawari.web.views.verdicts import verdict_views
from okawari.web.views.watches import alert_view, channel_line, watch_view
from okawari.web.words import Words

router = APIRouter()

_ALERTS_SHOWN = 20
_STANDINGS = {"pause": Standing.PAUSED, "resume": Standing.ACTIVE, "done": Standing.FULFILLED}
_ANSWERS = frozenset({"same", "other"})
_PACES = {"15": 15, "60": 60, "360": 360}
_DROPS = {"first": 0} | {str(days): days for days in MEDIAN_DAYS}
_EARLIER = {"1": 1, "3": 3, "7": 7, "30": 30}
CONDITIONS = {"": None} | {one.value: one for one in Condition if one is not Condition.UNKNOWN}


@router.get("/watches")
def watches_page(request: Request) -> HTMLResponse:
    """Show what is watched, what was told, and the form for another page; a link may fill in its address and the moment of a sale."""
    given = {name: request.query_params.get(name, "")[:2000] for name in ("url", "burst")}
    return shown(request, {name: value for name, value in given.items() if value}, {})


@router.post("/watches")
async def add(request: Request) -> Response:
    """Watch another page; where it is made from a case it knows what the dead order cost."""
    return await kept_or_shown(request, _add, "/watches")


@router.get("/watches/{id_}")
def watch_page(request: Request, id_: str) -> HTMLResponse:
    """Show one watch with the past of its page, and of the other shops that sell the thing."""
    return _one(request, id_, {}, {})


def _one(
    request: Request, id_: str, values: Mapping[str, str], errors: Mapping[str, str], status: int = 200
) -> HTMLResponse:
    site, words = site_of(request), words_of(request)
    kept = watching.get(site.household.store, id_)
    if kept is None:
        raise HTTPException(404)
    given = request.query_params.get("days", "")
    days = SPANS.get(given, SPANS["365"])
    pasts = past.same_thing(site.household.store, [kept.watch.url], site.now())
    title = words.words("history.chart" if len(pasts) == 1 else "history.chart_all")
    return page(
        request,
        "watch.html",
        status,
        one=watch_view(kept, words),
        chart=chart_view(pasts, title, site.now(), words, days),
        verdicts=verdict_views(id_, verdicts.of_watch(site.household.store, kept), words),
        most_verdicts=verdicts.MOST_KEPT,
        keeps_past=not is_sought(kept.watch.url),
        may_keep=past.may_keep(kept.watch.url),
        values=values,
        errors=errors,
        spans=[(one, words.words(f"history.span_{one}"), count == days) for one, count in SPANS.items()],
    )


@router.get("/watches/{id_}/read/{key}")
def read(request: Request, id_: str, key: str) -> Response:
    """Hand out the page that a verdict was read from: a file of plain text, which no browser opens by itself."""
    found = verdicts.text_of(site_of(request).household.store, id_, key)
    if found is None:
        raise HTTPException(404)
    named = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return Response(found.text.encode("utf-8", "replace"), media_type="text/plain; charset=utf-8", headers=named)


@router.post("/watches/{id_}")
async def change(request: Request, id_: str) -> Response:
    """Pause, resume, end or delete a watch."""
    site, fields = site_of(request), await read_fields(request, words_of(request))
    what = fields.values.get("what", "")
    if what == "rest":
        until = fields.day("rests_until")
        if fields.errors:
            return await run_in_threadpool(_one, request, id_, fields.values, fields.errors, 422)
        found = await run_in_threadpool(watching.rest, site.household.store, id_, until)
    elif what == "remove":
        found = await run_in_threadpool(watching.remove, site.household.store, id_, site.now())
    elif what in _ANSWERS:
        key, is_it = fields.values.get("lead", ""), what == "same"
        found = await run_in_threadpool(answer, site.household.store, id_, key, site.now(), is_it=is_it)
    elif what in _STANDINGS:
        found = await run_in_threadpool(watching.stand, site.household.store, id_, _STANDINGS[what], site.now())
    else:
        found = False
    if not found:
        raise HTTPException(404)
    if fields.values.get("back") == "case" and (kept := watching.get(site.household.store, id_)):
        return see_other(case_path(kept.watch.merchant or None, kept.watch.order) + "#watch")
    return see_other("/watches")


@router.get("/alerts.xml")
def feed(request: Request) -> Response:
    """Hand out the last alerts as a feed."""
    words = words_of(request)
    name, address = words.words("watching.feed_name"), str(request.url)
    made = alerting.feed(site_of(request).household.store, name, lambda alert: alert_text(alert, words.locale), address)
    return Response(made, media_type="application/atom+xml; charset=utf-8")


async def kept_or_shown(request: Request, keep: Callable[[Site, Fields], None], to: str) -> Response:
    """Keep what a form of the page of watches sends, and lead to the address; show the page again where a field is wrong."""
    site, fields = site_of(request), await read_fields(request, words_of(request))
    await run_in_threadpool(keep, site, fields)
    if fields.errors:
        return await run_in_threadpool(shown, request, dict(fields.values), fields.errors, 422)
    return see_other(to)


def shown(request: Request, values: dict[str, str], errors: dict[str, str], status: int = 200) -> HTMLResponse:
    """Return the page of watches, with what was given in a form that has errors."""
    site, words = site_of(request), words_of(request)
    store = site.household.store
    listed = watching.every(store)
    pasts = past.of_urls(store, [kept.watch.url for kept in listed])
    return page(
        request,
        "watches.html",
        status,
        watches=[
            (watch_view(kept, words), spark_view(pasts.get(kept.watch.url, History()), site.now(), words))
            for kept in listed
        ],
        alerts=[alert_view(told, words) for told in alerting.alerts(store, _ALERTS_SHOWN)],
        channels=[(channel.name, channel_line(channel, words)) for channel in alerting.channels(store)],
        push_key=application_key(site.prices.secrets) if site.prices else "",
        paces=[(given, words.words(f"watching.pace_{given}")) for given in _PACES],
        drops=[("", words.words("watching.drop_none"))]
        + [
            (given, words.words("watching.drop_median", days=days) if days else words.words("watching.drop_first"))
            for given, days in _DROPS.items()
        ],
        earlier=[("", words.words("watching.earlier_none"))]
        + [(given, words.words("watching.earlier_days", days=days)) for given, days in _EARLIER.items()],
        conditions=[
            (given, words.words(f"ranking.condition_{given}") if given else words.words("watching.any_condition"))
            for given in CONDITIONS
        ],
        services=services_view(site.prices, values, words) if site.prices else [],
        values={"every": "15", "percent": "20", "name": words.words("push.usual_name")} | values,
        errors=errors,
    )


def _wished(fields: Fields, site: Site) -> Watch | None:
    url = fields.text("url", 4000)
    if not url:
        fields.errors["url"] = fields.words.words("watching.field_url_error")
    until = fields.day("until")
    if until and until < site.today():
        fields.errors["until"] = fields.words.words("watching.until_past_mend")
    try:
        burst = japan_moment(fields.values["burst"]) if fields.values.get("burst") else None
    except ValueError:
        burst, fields.errors["burst"] = None, fields.words.words("watching.bad_burst_mend")
    if burst and burst_over(burst, site.now()):
        fields.errors["burst"] = fields.words.words("watching.burst_past_mend")
    drop = fields.values.get("drop", "")
    percent = _percent(fields) if drop in _DROPS else None
    wished = Watch(
        id="",
        url=url,
        added_at=site.now(),
        price=fields.yen("price"),
        effective=fields.yen("effective"),
        drop_percent=percent,
        drop_days=_DROPS.get(drop, 0),
        burst_at=burst,
        lowest=bool(fields.values.get("lowest")),
        quiet=quiet_of(fields, "quiet"),
        preorder=bool(fields.values.get("preorder")),
        seller=fields.text("seller", 100),
        appears=fields.text("appears", 100),
        earlier_days=_EARLIER.get(fields.values.get("earlier", ""), 0),
        condition=CONDITIONS.get(fields.values.get("condition", "")),
        until=until,
        every=_PACES.get(fields.values.get("every", ""), 15),
    )
    return None if fields.errors else wished


def _percent(fields: Fields) -> int | None:
    given = fields.text("percent", 3).rstrip("%")
    if given.isdecimal() and 1 <= int(given) <= 99:
        return int(given)
    fields.errors["percent"] = fields.words.words("watching.bad_drop_mend")
    return None


def quiet_of(fields: Fields, name: str) -> QuietHours | None:
    """Return the hours without alerts that a field names, None for none; an error at the field for anything else."""
    given = fields.text(name, 20)
    try:
        return QuietHours.read(given) if given else None
    except ValueError:
        fields.errors[name] = fields.words.words("watching.bad_quiet_mend")
        return None


def _add(site: Site, fields: Fields) -> None:
    wished = _wished(fields, site)
    if wished is None:
        return
    merchant, order = fields.text("merchant", 100), fields.text("order")
    if order:
        wished = for_order(site.household.store, wished, merchant, order)
    try:
        keep(site, wished, fields, "url")
    except watching.NoPastError:
        fields.errors["url"] = fields.words.words("watching.no_past_page")
    except watching.PageUnavailableError as error:
        fields.errors["url"] = cannot_watch(error, fields.words)


def keep(site: Site, wished: Watch, fields: Fields, field: str) -> None:
    """Keep a watch; an error at the field where there is one like it."""
    (kept,) = watching.add(site.household.store, watching.open_gate(), wished)
    if not kept.is_new:
        fields.errors[field] = fields.words.words("watching.already_page")


def cannot_watch(error: watching.PageUnavailableError, words: Words) -> str:
    """Return in words why an address cannot be watched, and what to do instead."""
    instead = watching.instead_of_reading(error)
    key, say = f"watching.instead_{instead}" if instead else f"pages.{error.code}", words.words
    return say("watching.cannot", what=say(key, detail=error.detail), mend=say(f"{key}_mend"))
