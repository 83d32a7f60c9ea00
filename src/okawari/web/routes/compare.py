"""What can be bought instead, compared on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.candidate import Wanted
from okawari.domain.identifiers import identifiers, valid_jan
from okawari.domain.problem import Problem
from okawari.domain.profile import Profile
from okawari.services import past
from okawari.services.comparing import Given, compared, gather
from okawari.services.offers import links, services
from okawari.services.own_record import cancelling_sellers
from okawari.services.profiles import questions_on
from okawari.services.ranking import own_profile
from okawari.services.sales import sales_at
from okawari.web.forms import MAX_FILES, Fields, shown_name
from okawari.web.site import page, see_other, site_of, words_of
from okawari.web.views.chart import chart_view, spark_view
from okawari.web.views.compare import SORTS, comparison_view, search_views, service_views
from okawari.web.views.profile import question_views
from okawari.web.views.sales import sale_views

router = APIRouter()

_FILTERS = ("no_used", "at_home")


@router.get("/compare")
def form_page(request: Request) -> HTMLResponse:
    """Ask what is to be compared; an address from a case fills in what it knows."""
    given = {name: request.query_params.get(name, "")[:200] for name in ("title", "number", "paid")}
    return _asked(request, given, {})


@router.post("/compare")
async def compare(request: Request) -> Response:
    """Gather the candidates and lead to their list."""
    site = site_of(request)
    form = await request.form(max_files=MAX_FILES, max_fields=20, max_part_size=4_000_000)
    values = {name: value for name, value in form.items() if isinstance(value, str)}
    files = [one for one in form.getlist("pages") if isinstance(one, UploadFile) and one.filename]
    fields = Fields(values, words_of(request))
    wanted = _wanted(fields)
    given = Given(
        services=tuple(name for name in services() if f"ask_{name}" in values),
        url=fields.text("url", 2_000),
        pages=tuple([(shown_name(one.filename or ""), await one.read()) for one in files]),
        offers=values.get("offers", ""),
        own_mails="own_mails" in values,
        proxy=site.proxy,
    )
    if not fields.errors:
        made, wrong = await run_in_threadpool(gather, site.household, site.prices, wanted, given, site.now())
        for field, problem in wrong:
            where = problem.where or fields.words.words(f"compare.field_{field}")
            fields.errors[field] = fields.words.page_problem(replace(problem, where=where))
        if not fields.errors and not made.wanted.title and not made.wanted.identifiers:
            fields.errors["title"] = fields.words.words("compare.error_nothing")
        if not fields.errors:
            await run_in_threadpool(past.remember_compared, site.household.store, made)
            return see_other(f"/compare/{site.comparisons.keep(made)}")
    return await run_in_threadpool(_asked, request, values, fields.errors, 422)


@router.get("/compare/{name}")
def list_page(request: Request, name: str) -> HTMLResponse:
    """Show the candidates of one comparison, as sorted and filtered by the address."""
    site, words = site_of(request), words_of(request)
    found = site.comparisons.get(name, site.now())
    if found is None:
        raise HTTPException(404)
    chosen = {one: "1" for one in _FILTERS if request.query_params.get(one) == "1"}
    sort = request.query_params.get("sort", "")
    sort = sort if sort in SORTS else SORTS[0]
    place = site.profile
    own = own_profile(place)
    profile, wrong = (Profile(), (own,)) if isinstance(own, Problem) else (own, ())
    record = cancelling_sellers(site.household.store, site.today())
    ranked = compared(found, profile, site.now(), record, no_used="no_used" in chosen, at_home="at_home" in chosen)
    asked = questions_on(ranked.ranking, profile, place, site.today()) if place else ()
    buy_url = ranked.ranking.buy.offer.url if ranked.ranking.buy else ""
    urls = [one.offer.url for one in ranked.ranking.offers if one.offer.url]
    pasts = past.of_urls(site.household.store, urls)
    drawn = {url: spark_view(one, site.now(), words) for url, one in pasts.items()}
    sparks = {url: one for url, one in drawn.items() if one}
    together = past.same_thing(site.household.store, urls, site.now())
    return page(
        request,
        "compared.html",
        found=comparison_view(found, ranked, sort, words, sparks),
        chart=chart_view(together, words.words("history.chart_all"), site.now(), words) if sparks else None,
        sales=sale_views(sales_at(profile, site.now()), buy_url, words),
        problems=words.problems(wrong),
        questions=question_views(asked, words),
        profile=f"/profile?back={quote(request.url.path)}" if place else "",
        sorts=[(one, _address(name, one, chosen), one == sort) for one in SORTS],
        filters=[(one, _address(name, sort, _turned(chosen, one)), one in chosen) for one in _FILTERS],
        searches=search_views(links(found.wanted), words),
    )


def _wanted(fields: Fields) -> Wanted:
    title, number = fields.text("title"), fields.text("number", 40).replace("-", "")
    if number.isdigit() and len(number) == 13 and not valid_jan(number):
        fields.errors["number"] = fields.words.words("compare.error_number")
    numbers = identifiers(f"{title} {number}", (("asin", number),))
    return Wanted(title=title, identifiers=numbers, paid=fields.yen("paid"), list_price=fields.yen("list_price"))


def _turned(chosen: Mapping[str, str], one: str) -> dict[str, str]:
    """Return the filters with one turned on or off."""
    return {name: value for name, value in chosen.items() if name != one} | ({} if one in chosen else {one: "1"})


def _address(name: str, sort: str, chosen: Mapping[str, str]) -> str:
    return f"/compare/{name}?{urlencode({'sort': sort, **chosen})}"


def _asked(request: Request, values: Mapping[str, str], errors: Mapping[str, str], status: int = 200) -> HTMLResponse:
    words = words_of(request)
    wanted = Wanted(title=values.get("title", ""), identifiers=identifiers(values.get("number", "")))
    return page(
        request,
        "compare.html",
        status,
        has_profile=site_of(request).profile is not None,
        values=values,
        errors=errors,
        services=service_views(site_of(request).prices, values, words),
        searches=search_views(links(wanted) if wanted.title or wanted.identifiers else (), words),
    )
