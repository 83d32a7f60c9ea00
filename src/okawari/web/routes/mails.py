"""The page of one kept mail: what it says, as text, and what to do where it names no order."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse

from okawari.domain.facts import facts_of
from okawari.domain.refund import Asked
from okawari.services.evidence import KeptMail, kept_mail
from okawari.services.rescue import plan_facts
from okawari.web.forms import Fields
from okawari.web.payment_form import choices, read_paid
from okawari.web.site import page, site_of, words_of
from okawari.web.views.mail import mail_view

router = APIRouter()


@router.get("/mails/{digest}")
def mail_page(request: Request, digest: str) -> HTMLResponse:
    """Show one mail; how it was paid stands in the address, since an order without a number cannot be remembered."""
    site, words = site_of(request), words_of(request)
    kept = _kept(request, digest)
    fields = Fields(request.query_params, words)
    paid = read_paid(fields)
    asked = Asked(on=site.today(), paid_by=paid.paid_by, captured=paid.captured, card=paid.card, issuer=paid.issuer)
    return page(
        request,
        "mail.html",
        mail=mail_view(kept, plan_facts(facts_of(kept.reading), asked), words),
        choices=choices(words),
        values=fields.values,
        errors=fields.errors,
    )


def _kept(request: Request, digest: str) -> KeptMail:
    kept = kept_mail(site_of(request).household, digest)
    if kept is None:
        raise HTTPException(404)
    return kept
