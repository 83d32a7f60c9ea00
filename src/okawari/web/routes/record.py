"""The shopper's own record."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from okawari.services.own_record import own_record
from okawari.web.site import page, site_of, words_of
from okawari.web.views.record import record_view

router = APIRouter()


@router.get("/record")
def record_page(request: Request) -> HTMLResponse:
    """Show who cancelled, in all years or in the one that the address names."""
    site = site_of(request)
    given = request.query_params.get("year", "")
    year = int(given) if given.isascii() and given.isdigit() and len(given) == 4 else None
    found = own_record(site.household.store, site.today(), year)
    return page(request, "record.html", record=record_view(found, words_of(request)), year=year)
