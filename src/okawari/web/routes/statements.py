"""Kept statements: their list, the page of one, and the form that tells what the columns of an unknown one are."""

from __future__ import annotations

from functools import partial

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from okawari.domain.account import TOLD, AccountKind
from okawari.domain.statement import LineKind
from okawari.services.following import match_money
from okawari.services.keeping_statements import forget_statement
from okawari.services.kept_statements import StatementRead, statement_read, statements_kept, tell_layout
from okawari.services.statement_layouts import Preview, UnusableMappingError, forget_layout, name_problem
from okawari.web.forms import Fields, read_fields
from okawari.web.paths import statement_path
from okawari.web.site import page, see_other, site_of, words_of
from okawari.web.views.statements import form_values, line_views, mapping_form

router = APIRouter()

_COLUMNS = ("date", "amount", "merchant", "refund")
_NEGATIVE = frozenset({LineKind.REFUND.value, LineKind.CHARGE.value, LineKind.OTHER.value})


@router.get("/statements")
def list_page(request: Request) -> HTMLResponse:
    """Show the kept statements and the layouts that were told."""
    kept = statements_kept(site_of(request).household.store)
    return page(request, "statements.html", files=kept.files, layouts=kept.layouts)


@router.post("/statements/layouts/forget")
async def forget_told(request: Request) -> RedirectResponse:
    """Delete a layout that was told."""
    fields = await read_fields(request, words_of(request))
    if not await run_in_threadpool(forget_layout, site_of(request).household.store, fields.text("name")):
        raise HTTPException(404)
    return see_other("/statements")


@router.get("/statements/{digest}")
def statement_page(request: Request, digest: str) -> HTMLResponse:
    """Show one statement: what it told, or the form for its columns."""
    return _shown(request, _read(request, digest))


@router.post("/statements/{digest}")
async def tell(request: Request, digest: str) -> Response:
    """Keep what the columns are, and read the statement by it."""
    read = await run_in_threadpool(_read, request, digest)
    if read.preview is None:
        return see_other(statement_path(digest))
    site = site_of(request)
    fields = await read_fields(request, words_of(request))
    columns = _columns(fields, read.preview)
    negative = fields.choice("negative", _NEGATIVE)
    account = fields.choice("account", frozenset(TOLD))
    name = fields.text("name")
    if problem := name_problem(name):
        fields.errors["name"] = fields.words(f"error_{problem}")
    if not fields.errors:
        try:
            await run_in_threadpool(
                partial(tell_layout, name=name, now=site.now()),
                site.household.store,
                read.preview,
                columns,
                LineKind(negative),
                AccountKind(account),
            )
        except UnusableMappingError as error:
            fields.errors[error.field] = fields.words(f"error_{error.code}")
    if fields.errors:
        return await run_in_threadpool(_shown, request, read, 422, fields)
    await run_in_threadpool(match_money, site.household.store, site.today())
    return see_other(statement_path(digest))


@router.post("/statements/{digest}/forget")
def forget(request: Request, digest: str) -> RedirectResponse:
    """Delete one statement and the lines that only it told."""
    site = site_of(request)
    if not forget_statement(site.household.store, digest):
        raise HTTPException(404)
    match_money(site.household.store, site.today())
    return see_other("/statements")


def _read(request: Request, digest: str) -> StatementRead:
    read = statement_read(site_of(request).household.store, digest)
    if read is None:
        raise HTTPException(404)
    return read


def _columns(fields: Fields, shown: Preview) -> dict[str, int]:
    options = frozenset(str(number) for number in range(1, len(shown.heading) + 1))
    chosen = {name: fields.choice(name, options) for name in _COLUMNS[:-1]}
    chosen["refund"] = fields.choice("refund", options | {""})
    return {name: int(number) if number else 0 for name, number in chosen.items()}


def _shown(request: Request, read: StatementRead, status: int = 200, fields: Fields | None = None) -> HTMLResponse:
    words = words_of(request)
    return page(
        request,
        "statement.html",
        status,
        statement=read,
        lines=line_views(read, words),
        form=mapping_form(read.preview, words) if read.preview else None,
        accounts=[(kind.value, words(f"account_{kind.value}")) for kind in TOLD],
        values=fields.values if fields else form_values(read),
        errors=fields.errors if fields else {},
    )
