"""What the pages show of money and of cases, as the JSON documents that the commands print: only to read."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from okawari.contract.claim import claim_document
from okawari.contract.contact import contact_document
from okawari.contract.json_text import json_text
from okawari.contract.kept import cases_document
from okawari.contract.money import calendar_document, money_document
from okawari.contract.own_record import record_document
from okawari.contract.preorder import preorder_document, preorders_document
from okawari.contract.rescue import rescue_document
from okawari.contract.support import support_document
from okawari.domain.authenticity import Verdict
from okawari.domain.refund import Asked
from okawari.i18n import LOCALES
from okawari.i18n.money import alarm_text
from okawari.services.cases import list_cases
from okawari.services.claims import claim_file
from okawari.services.following import money_overview, scheduled
from okawari.services.own_record import own_record
from okawari.services.preorders import awaited
from okawari.services.support import support_for
from okawari.web.routes.cases import plan_of
from okawari.web.site import site_of, words_of
from okawari.web.words import Words

router = APIRouter(prefix="/api")


@router.get("/money")
def money(request: Request) -> Response:
    """Hand out `okawari.money/1`."""
    site, words = site_of(request), _words(request)
    return _document(money_document(money_overview(site.household.store, site.today()), words.locale))


@router.get("/calendar")
def calendar(request: Request) -> Response:
    """Hand out `okawari.calendar/1`."""
    site, words = site_of(request), _words(request)
    alarms = scheduled(site.household.store, site.today())
    return _document(
        calendar_document(alarms, lambda one: alarm_text(one, words.shop_named(one.merchant), words.locale))
    )


@router.get("/record")
def record(request: Request) -> Response:
    """Hand out `okawari.record/1` of all years."""
    site, words = site_of(request), _words(request)
    return _document(record_document(own_record(site.household.store, site.today(), None), None, words.locale))


@router.get("/cases")
def cases(request: Request) -> Response:
    """Hand out `okawari.cases/1`."""
    site = site_of(request)
    return _document(cases_document(list_cases(site.household.store, Asked(on=site.today()))))


@router.get("/cases/{merchant}/{order:path}")
def case(request: Request, merchant: str, order: str) -> Response:
    """Hand out `okawari.rescue/1` of one case."""
    return _document(rescue_document([plan_of(site_of(request), merchant, order)], _words(request).locale))


@router.get("/contacts/{merchant}/{order:path}")
def contacts(request: Request, merchant: str, order: str) -> Response:
    """Hand out `okawari.contact/1`."""
    return _document(contact_document(plan_of(site_of(request), merchant, order)))


@router.get("/support/{merchant}/{order:path}")
def support(request: Request, merchant: str, order: str) -> Response:
    """Hand out `okawari.support/1`; 404 for a forged mail's case, of which there is nobody to ask."""
    plan = plan_of(site_of(request), merchant, order)
    pack = support_for(plan)
    if pack is None:
        raise HTTPException(404)
    return _document(support_document(plan, pack, _words(request).locale))


@router.get("/claim/{merchant}/{order:path}")
def claim(request: Request, merchant: str, order: str) -> Response:
    """Hand out `okawari.claim/1`; 404 for a forged mail's case, of which there is nothing to claim."""
    site = site_of(request)
    plan = plan_of(site, merchant, order)
    if plan.case.authenticity.verdict is Verdict.PHISHING:
        raise HTTPException(404)
    return _document(claim_document(claim_file(site.household, plan), _words(request).locale))


@router.get("/preorders")
def all_preorders(request: Request) -> Response:
    """Hand out `okawari.preorders/1`."""
    site = site_of(request)
    return _document(preorders_document(awaited(site.household.store, site.today())))


@router.get("/preorder/{merchant}/{order:path}")
def preorder(request: Request, merchant: str, order: str) -> Response:
    """Hand out `okawari.preorder/1`."""
    return _document(preorder_document(plan_of(site_of(request), merchant, order)))


def _words(request: Request) -> Words:
    """Return the words in the language that the address asks for (`lang`), else as the pages are shown."""
    asked = request.query_params.get("lang", "")
    return replace(words_of(request), locale=asked) if asked in LOCALES else words_of(request)


def _document(document: dict[str, Any]) -> Response:
    return Response(json_text(document), media_type="application/json")
