"""The claim file of a case: a page to print, a PDF, a zip; and the files that the person adds to it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.authenticity import Verdict
from okawari.domain.plan import Plan
from okawari.errors import PrintingError
from okawari.papers.claim import claim_page, claim_pdf, claim_zip, file_name
from okawari.papers.pdf import pdf_of
from okawari.services.attachments import LIMITS, AttachmentError, attach, detach
from okawari.services.claims import claim_file
from okawari.web.forms import read_fields, read_files
from okawari.web.guard import TooLargeError
from okawari.web.paths import case_path
from okawari.web.routes.cases import plan_of, refused
from okawari.web.site import Site, page, see_other, site_of, words_of

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
        pdf = claim_pdf(file, locale) if kind == "pdf" else pdf_of(claim_page(file, locale))
    except PrintingError as error:
        if kind == "pdf":
            return page(request, "no_pdf.html", 501, packages=error.packages)
        pdf = None
    made, media = (pdf, "application/pdf") if kind == "pdf" else (claim_zip(file, locale, pdf), "application/zip")
    named = {"Content-Disposition": f'attachment; filename="{file_name(file, kind)}"'}
    return Response(made, media_type=media, headers=named)


@router.post("/claims/attach/{merchant}/{order:path}")
async def add_files(request: Request, merchant: str, order: str) -> Response:
    """Keep files of the case: all that were sent, up to the first that is not taken."""
    site, words = site_of(request), words_of(request)
    plan = await run_in_threadpool(_honest, site, merchant, order)
    try:
        files = await read_files(request, "attach")
    except TooLargeError:
        error = words("error_mend_413", limit=LIMITS["all"])
    except HTTPException:
        error = words("error_too_many")
    else:
        error = "" if files else words.words("claims.attach_none")
    for name, raw in [] if error else files:
        try:
            await run_in_threadpool(attach, site.household.store, plan.case, name, raw, site.now())
        except AttachmentError as refusal:
            key = f"claims.attach_{refusal.code}"
            said, mend = (words.words(entry, name=refusal.name, **LIMITS) for entry in (key, f"{key}_mend"))
            error = f"{said} — {mend}"
            break
    if error:
        return await run_in_threadpool(refused, request, plan, {"attach": error})
    return see_other(case_path(plan.case.merchant, plan.case.order) + "#claim")


@router.post("/claims/detach/{merchant}/{order:path}")
async def remove_file(request: Request, merchant: str, order: str) -> Response:
    """Delete a file of the case; one that is gone changes nothing."""
    site = site_of(request)
    plan = await run_in_threadpool(_honest, site, merchant, order)
    fields = await read_fields(request, words_of(request))
    await run_in_threadpool(detach, site.household.store, plan.case, fields.values.get("sha256", ""))
    return see_other(case_path(plan.case.merchant, plan.case.order) + "#claim")


def _honest(site: Site, merchant: str, order: str) -> Plan:
    """Return the plan of a case; 404 where there is none, or where it rests on a forged mail."""
    plan = plan_of(site, merchant, order)
    if plan.case.authenticity.verdict is Verdict.PHISHING:
        raise HTTPException(404)
    return plan
