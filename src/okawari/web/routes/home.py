"""The first page: three ways in."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.refund import Asked
from okawari.i18n.problems import problem_text
from okawari.services.cases import list_cases
from okawari.services.following import match_money
from okawari.services.jobs import JobKind
from okawari.services.taking_in import TakenIn, take_in_files, take_in_text
from okawari.services.uploads import bytes_to_read
from okawari.web.forms import Fields, read_fields, read_files
from okawari.web.guard import TooLargeError
from okawari.web.paths import case_path, mail_path, statement_path
from okawari.web.site import page, see_other, site_of, words_of
from okawari.web.views.cases import CASES_A_PAGE, case_rows
from okawari.web.views.jobs import job_path
from okawari.web.words import Words

router = APIRouter()

_SHOWN_AT_HOME = 5
_MAX_TEXT = 200_000
_READ_AT_ONCE = 4 * 1024 * 1024
"""Bytes that are read while the browser waits; more is for a job."""


@router.get("/")
def home(request: Request) -> HTMLResponse:
    """Show the ways in, and the cases that need the person first."""
    return _home(request)


@router.post("/mails")
async def drop_mails(request: Request) -> Response:
    """Take in dropped files."""
    words, household = words_of(request), site_of(request).household
    try:
        files = await read_files(request, "mails")
    except TooLargeError:
        return await run_in_threadpool(_home, request, 413, words("error_too_large"))
    except HTTPException:
        return await run_in_threadpool(_home, request, 422, words("error_too_many"))
    if not files:
        return await run_in_threadpool(_home, request, 422, words("error_no_file"))
    background = site_of(request).background
    if background and sum(bytes_to_read(content) for _, content in files) > _READ_AT_ONCE:
        upload = await run_in_threadpool(background.uploads.put_aside, files)
        return see_other(job_path(background.jobs.enqueue(JobKind.UPLOAD_IMPORT, upload)))
    taken = await run_in_threadpool(take_in_files, household, files)
    await run_in_threadpool(match_money, household.store, site_of(request).today())
    if not taken.orders and not taken.silent and not taken.statements:
        return await run_in_threadpool(_home, request, 422, _why_none(taken, files[0][0], words))
    return see_other(_result(taken))


@router.get("/paste")
def paste_page(request: Request) -> HTMLResponse:
    """Show the form for the text of a mail."""
    today = site_of(request).today().isoformat()
    return page(request, "paste.html", values={"received_on": today}, errors={})


@router.post("/paste")
async def paste(request: Request) -> Response:
    """Take in the text of a mail."""
    words, household = words_of(request), site_of(request).household
    try:
        fields = await read_fields(request, words)
    except HTTPException:
        return page(request, "paste.html", 413, values={}, errors={"text": words("error_text_too_long")})
    text = fields.values.get("text", "")
    received_on = fields.past_day("received_on")
    _check_text(text, fields)
    if fields.errors or received_on is None:
        return page(request, "paste.html", 422, values=fields.values, errors=fields.errors)
    taken = await run_in_threadpool(take_in_text, household, text, received_on)
    await run_in_threadpool(match_money, household.store, site_of(request).today())
    return see_other(_result(taken))


def _check_text(text: str, fields: Fields) -> None:
    if not text.strip():
        fields.errors["text"] = fields.words("error_no_text")
    elif len(text) > _MAX_TEXT:
        fields.errors["text"] = fields.words("error_text_too_long")


def _home(request: Request, status: int = 200, error: str = "") -> HTMLResponse:
    site = site_of(request)
    plans = list_cases(site.household.store, Asked(on=site.today()), limit=CASES_A_PAGE)
    rows = case_rows(plans, words_of(request))
    return page(request, "home.html", status, error=error, rows=rows[:_SHOWN_AT_HOME], more=len(rows) > _SHOWN_AT_HOME)


def _why_none(taken: TakenIn, first: str, words: Words) -> str:
    said = problem_text(taken.unreadable[0].problem, words.locale) if taken.unreadable else None
    return said or words("error_no_mail", file=first)


def _result(taken: TakenIn) -> str:
    """One order or one mail leads to its own page, several to the list; what could not be read is counted there."""
    unread = f"?unreadable={len(taken.unreadable)}" if taken.unreadable else ""
    if len(taken.orders) == 1:
        return case_path(taken.orders[0].merchant, taken.orders[0].order) + unread
    if not taken.orders and len(taken.silent) == 1:
        return mail_path(taken.silent[0]) + unread
    if taken.statements and not taken.orders and not taken.silent:
        return (statement_path(taken.statements[0]) if len(taken.statements) == 1 else "/statements") + unread
    return f"/cases{unread}"
