"""The claim file of a case: a page to print, a PDF, a zip."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.authenticity import Verdict
from okawari.errors import PrintingError
from okawari.papers.claim import claim_page, claim_zip, file_name
from okawari.papers.pdf import pdf_of
from okawari.services.claims import claim_file
from okawari.web.routes.cases import plan_of
from okawari.web.site import page, site_of, words_of

router = APIRouter()


@router.get("/claims/{kind}/{merchant}/{order:path}")
def claim(request: Request, kind: str, merchant: str, order: str) -> Response:
    """Hand out the claim file as a `page` to print, a `pdf` or a `zip`."""
    site, locale = site_of(request), words_of(request).locale
    plan = plan_of(site, merchant, order)
    if kind not in {"page", "pdf", "zip"} or plan.case.authenticity.verdict is Verdict.PHISHING:
        raise HTTPException(404)
    file = claim_file(site.household, plan)
    if kind == "page":
        return HTMLResponse(claim_page(file, locale, linked=True))
    try:
        pdf = pdf_of(claim_page(file, locale))
    except PrintingError as error:
        if kind == "pdf":
            return page(request, "no_pdf.html", 501, packages=error.packages)
        pdf = None
    made, media = (pdf, "application/pdf") if kind == "pdf" else (claim_zip(file, locale, pdf), "application/zip")
    named = {"Content-Disposition": f'attachment; filename="{file_name(file, kind)}"'}
    return Response(made, media_type=media, headers=named)
