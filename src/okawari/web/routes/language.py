"""The choice of language."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from okawari.i18n import LOCALES
from okawari.web.paths import own_path
from okawari.web.site import LANGUAGE_COOKIE, see_other

router = APIRouter()

_A_YEAR = 365 * 24 * 60 * 60


@router.get("/language/{locale}")
def choose(request: Request, locale: str) -> RedirectResponse:
    """Remember the language and go back to the page."""
    if locale not in LOCALES:
        raise HTTPException(404)
    answer = see_other(own_path(request.query_params.get("back", "/")))
    answer.set_cookie(LANGUAGE_COOKIE, locale, max_age=_A_YEAR, httponly=True, samesite="lax")
    return answer
