"""What every page of one running program shares, and how a page is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse

from okawari.domain.japan_time import JAPAN
from okawari.i18n import LOCALES
from okawari.services.comparing import Comparisons
from okawari.services.household import Household
from okawari.services.offers import PriceAccess
from okawari.services.shops import known_merchants
from okawari.services.tracking import TrackingAccess
from okawari.services.work import Background
from okawari.web.guard import UPLOAD_LIMIT
from okawari.web.paths import case_path, claim_path, evidence_path, mail_path, statement_path
from okawari.web.words import Words

LANGUAGE_COOKIE = "okawari_language"


@dataclass(frozen=True, slots=True)
class Site:
    """The household whose cases are shown, the language to begin with, the clock, and whether this is the demo.

    `background` does what takes long; without it there are neither mailboxes nor jobs. `prices` opens the
    price services, `tracking` looks parcels up; without them none is asked. `profile` is where the person's own may lie,
    `proxy` the HTTP proxy by which pages of shops are looked at.
    """

    household: Household
    language: str
    now: Callable[[], datetime]
    demo: bool = False
    background: Background | None = None
    prices: PriceAccess | None = None
    tracking: TrackingAccess | None = None
    profile: Path | None = None
    proxy: str = ""
    comparisons: Comparisons = field(default_factory=Comparisons)

    def today(self) -> date:
        """Return the day in Japan."""
        return self.now().astimezone(JAPAN).date()


def site_of(request: Request) -> Site:
    """Return the site that answers the request."""
    site: Site = request.app.state.site
    return site


def words_of(request: Request) -> Words:
    """Return the words in the reader's language: as chosen on a page, else as the program was started."""
    site = site_of(request)
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return Words(chosen if chosen in LOCALES else site.language, site.today(), known_merchants())


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Return a page; `w` are its words."""
    shared = {
        "w": words_of(request),
        "demo": site_of(request).demo,
        "connects": site_of(request).background is not None,
        "here": request.url.path if request.method == "GET" else "",
        "path": request.url.path if request.method == "GET" else "/",
        "unreadable": _count(request.query_params.get("unreadable", "")),
        "errors": {},
        "limit_mb": UPLOAD_LIMIT // (1024 * 1024),
    }
    return HTMLResponse(_environment().get_template(template).render(shared | values), status)


def see_other(path: str) -> RedirectResponse:
    """Return the answer to a form: a page that can be reloaded and gone back to."""
    return RedirectResponse(path, status_code=303)


def page_number(request: Request) -> int:
    """Return the page that the address asks for, 1 for the first."""
    given = request.query_params.get("page", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 6 and int(given) else 1


def _count(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) <= 4 else 0


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("okawari.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "case_path": case_path,
        "claim_path": claim_path,
        "evidence_path": evidence_path,
        "mail_path": mail_path,
        "statement_path": statement_path,
    }
    return environment
