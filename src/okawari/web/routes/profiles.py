"""The person's own profile: memberships, cards, entries and caps, as the commands read them too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.problem import Problem
from okawari.services.profiles import FIELDS, Kind, answers, save
from okawari.services.ranking import own_profile
from okawari.web.site import page, see_other, site_of, words_of
from okawari.web.views.profile import parts

router = APIRouter()

_BACK = re.compile(r"/compare(?:/[\w-]{1,40})?")


@router.get("/profile")
def form_page(request: Request) -> HTMLResponse:
    """Ask for the profile, with what it holds filled in."""
    place = _place(request)
    own = own_profile(place)
    return _asked(request, answers(place), own if isinstance(own, Problem) else None)


@router.post("/profile")
async def keep(request: Request) -> Response:
    """Keep the answers, and lead back to where they were asked for."""
    place = _place(request)
    form = await request.form(max_files=0, max_fields=200)
    given = {
        name: " ".join(str(one) for one in form.getlist(name)) if field.kind is Kind.WORDS else str(form.get(name, ""))
        for name, field in FIELDS.items()
        if name in form
    }
    wrong = await run_in_threadpool(save, place, {name: value[:200] for name, value in given.items()})
    if wrong is not None:
        return await run_in_threadpool(_asked, request, given, wrong, 422, _back(form.get("back")))
    return see_other(_back(form.get("back")) or "/profile?kept=1")


def _place(request: Request) -> Path:
    place = site_of(request).profile
    if place is None:
        raise HTTPException(404)
    return place


def _back(given: object) -> str:
    return given if isinstance(given, str) and _BACK.fullmatch(given) else ""


def _asked(
    request: Request, values: Mapping[str, str], wrong: Problem | None, status: int = 200, back: str = ""
) -> HTMLResponse:
    words = words_of(request)
    at_field = wrong is not None and wrong.where in FIELDS
    return page(
        request,
        "profile.html",
        status,
        parts=parts(values, request.query_params.get("rate", ""), words),
        values=values,
        errors={wrong.where: words.page_problem(wrong)} if wrong and at_field else {},
        problem=words.page_problem(wrong) if wrong and not at_field else "",
        back=back or _back(request.query_params.get("back")),
        kept=request.query_params.get("kept") == "1",
    )
