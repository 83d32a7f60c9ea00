"""What came in: the list of it, one piece, reading it again, and forgetting it."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse

from okawari.services.evidence import (
    EvidencePage,
    KeptEvidence,
    Wanted,
    forget_evidence,
    kept_evidence,
    list_evidence,
    list_unreadable,
    read_evidence_again,
)
from okawari.services.following import match_money
from okawari.web.paths import evidence_path, merchant_in
from okawari.web.site import page, page_number, see_other, site_of, words_of
from okawari.web.views.evidence import kind_name, piece_rows, piece_view, unread_rows
from okawari.web.words import Words

router = APIRouter()

_A_PAGE = 50
_UNREAD_BESIDE = 5


@router.get("/evidence")
def list_page(request: Request) -> HTMLResponse:
    """Show what came in, the latest first; of a kind or a shop where the address says so."""
    site, words, number = site_of(request).household, words_of(request), page_number(request)
    asked = {name: request.query_params.get(name, "") for name in ("kind", "merchant")}
    wanted = Wanted(
        kind=asked["kind"] or None, merchant=(merchant_in(asked["merchant"]) or "") if asked["merchant"] else None
    )
    found = list_evidence(site, wanted, _A_PAGE, (number - 1) * _A_PAGE)
    return page(
        request,
        "evidence.html",
        rows=piece_rows(found, words),
        total=found.total,
        unread_total=found.unreadable,
        unread=unread_rows(list_unreadable(site, _UNREAD_BESIDE) if number == 1 else (), words),
        kinds=_kinds(found, words),
        merchants=_merchants(found, words),
        values=asked,
        newer=_address(asked, number - 1) if number > 1 else "",
        older=_address(asked, number + 1) if found.total > number * _A_PAGE else "",
    )


@router.get("/evidence/unread")
def unread_page(request: Request) -> HTMLResponse:
    """Show everything that imports could not read."""
    number = page_number(request)
    met = list_unreadable(site_of(request).household, _A_PAGE + 1, (number - 1) * _A_PAGE)
    return page(
        request,
        "unread.html",
        unread=unread_rows(met[:_A_PAGE], words_of(request)),
        newer=_address({}, number - 1, "/unread") if number > 1 else "",
        older=_address({}, number + 1, "/unread") if len(met) > _A_PAGE else "",
    )


@router.get("/evidence/{digest}")
def piece_page(request: Request, digest: str) -> HTMLResponse:
    """Show one piece: what it is, what it said, and what can be done with it."""
    return _shown(request, "piece.html", digest)


@router.post("/evidence/{digest}/again")
def read_again(request: Request, digest: str) -> RedirectResponse:
    """Read one piece again with the reader of this version."""
    kept = _kept(request, digest)
    site = site_of(request)
    read_evidence_again(site.household, kept.piece.sha256)
    match_money(site.household.store, site.today())
    return see_other(f"{evidence_path(digest)}?again=1")


@router.get("/evidence/{digest}/forget")
def ask_page(request: Request, digest: str) -> HTMLResponse:
    """Say what goes when this piece is forgotten, and ask."""
    return _shown(request, "forget.html", digest)


@router.post("/evidence/{digest}/forget")
def forget(request: Request, digest: str) -> RedirectResponse:
    """Delete one piece and what it said."""
    site = site_of(request)
    if not forget_evidence(site.household, digest):
        raise HTTPException(404)
    match_money(site.household.store, site.today())
    return see_other("/evidence")


def _shown(request: Request, template: str, digest: str) -> HTMLResponse:
    piece = piece_view(_kept(request, digest), words_of(request))
    return page(request, template, piece=piece, again="again" in request.query_params)


def _kept(request: Request, digest: str) -> KeptEvidence:
    kept = kept_evidence(site_of(request).household, digest)
    if kept is None:
        raise HTTPException(404)
    return kept


def _kinds(found: EvidencePage, words: Words) -> list[tuple[str, str]]:
    return [("", words.words("evidence.any")), *((kind, kind_name(kind, words)) for kind in found.kinds)]


def _merchants(found: EvidencePage, words: Words) -> list[tuple[str, str]]:
    named = ((merchant or "-", words.shop(merchant)) for merchant in found.merchants)
    return [("", words.words("evidence.any")), *named]


def _address(asked: dict[str, str], number: int, below: str = "") -> str:
    given = {name: value for name, value in asked.items() if value}
    return f"/evidence{below}?{urlencode({**given, 'page': number})}"
