"""Whom the person lets us ask about parcels."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from okawari.services import tracking
from okawari.services.tracking import Choice
from okawari.web.forms import Fields, read_fields
from okawari.web.site import page, see_other, site_of, words_of
from okawari.web.views.parcels import choice_view

router = APIRouter()


@router.get("/parcels")
def choices_page(request: Request) -> HTMLResponse:
    """Show who can be asked, and what they learn."""
    store = site_of(request).household.store
    return _shown(request, tracking.chosen(store), {"home": tracking.home(store)}, {})


@router.post("/parcels")
async def choose(request: Request) -> Response:
    """Keep who is asked, and where the person's goods go."""
    fields = await read_fields(request, words_of(request))
    return await run_in_threadpool(_keep, request, fields)


def _keep(request: Request, fields: Fields) -> Response:
    store, words = site_of(request).household.store, words_of(request)
    listed = tuple(Choice(one.terms, f"on.{one.terms.id}" in fields.values) for one in tracking.chosen(store))
    if not tracking.live_in(store, fields.text("home", 20)):
        fields.errors["home"] = words.words("parcels.home_unknown")
        return _shown(request, listed, dict(fields.values), fields.errors, 422)
    for one in listed:
        tracking.choose(store, one.terms.id, on=one.on)
    return see_other("/parcels?saved=1")


def _shown(
    request: Request, listed: tuple[Choice, ...], values: dict[str, str], errors: dict[str, str], status: int = 200
) -> HTMLResponse:
    words = words_of(request)
    return page(
        request,
        "parcels.html",
        status,
        own=[choice_view(one, words) for one in listed if one.terms.is_own],
        services=[choice_view(one, words) for one in listed if not one.terms.is_own],
        saved="saved" in request.query_params,
        values=values,
        errors=errors,
    )
