"""The list of cases and the page of one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.authenticity import Verdict
from okawari.domain.condition import LONGEST_NAME, Benefit, Condition, kept_as
from okawari.domain.contact import Contact, Party
from okawari.domain.facts import Fact
from okawari.domain.message import Item
from okawari.domain.plan import Plan
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about, moment_of, money_seen, order_told
from okawari.services import past, watching
from okawari.services.attachments import LIMITS, attached
from okawari.services.cases import answers_about, get_case, list_cases
from okawari.services.contacts import forget_contact, log_contact, tell_condition, tell_substitute
from okawari.services.evidence import mails_without_order
from okawari.services.following import answered, match_money, recognise
from okawari.services.ranking import own_round
from okawari.services.telling import keep_answer
from okawari.services.tracking import chosen, look_up
from okawari.services.watching_again import instead, is_dead, watch_again
from okawari.web.forms import Fields, read_fields
from okawari.web.paths import case_path, merchant_in
from okawari.web.payment_form import choices, filled_from, read_paid
from okawari.web.routes import preorders
from okawari.web.site import Site, page, page_number, see_other, site_of, words_of
from okawari.web.views.case import case_view
from okawari.web.views.cases import CASES_A_PAGE, case_rows
from okawari.web.views.chart import chart_view
from okawari.web.views.parcels import parcel_views
from okawari.web.views.preorders import preorder_view
from okawari.web.views.support import support_view
from okawari.web.views.watches import gist_of, watch_view
from okawari.web.words import Words

router = APIRouter()

_OTHERS_SHOWN = 50
_IS_IT = {"yes": True, "no": False, "unsaid": None}


@router.get("/cases")
def list_page(request: Request) -> HTMLResponse:
    """Show the cases that were last spoken of, the most urgent first; older ones on further pages."""
    site = site_of(request)
    number = page_number(request)
    plans = list_cases(
        site.household.store, Asked(on=site.today()), limit=CASES_A_PAGE + 1, offset=(number - 1) * CASES_A_PAGE
    )
    others = mails_without_order(site.household, _OTHERS_SHOWN) if number == 1 else ()
    return page(
        request,
        "cases.html",
        rows=case_rows(plans[:CASES_A_PAGE], words_of(request)),
        others=others,
        newer=number - 1,
        older=number + 1 if len(plans) > CASES_A_PAGE else 0,
    )


@router.get("/cases/{merchant}/{order:path}")
def case_page(request: Request, merchant: str, order: str) -> HTMLResponse:
    """Show one case."""
    return _shown(request, plan_of(site_of(request), merchant, order))


@router.post("/cases/{merchant}/{order:path}")
async def answer(request: Request, merchant: str, order: str) -> Response:
    """Keep how the order was paid, or that its money was seen."""
    site, words = site_of(request), words_of(request)
    plan = await run_in_threadpool(plan_of, site, merchant, order)
    fields = await read_fields(request, words)
    back = see_other(case_path(plan.case.merchant, plan.case.order) + "#money")
    if fields.values.get("answer") == "recognise":
        await run_in_threadpool(_recognise, site, plan, fields)
        return see_other("/money") if fields.values.get("back") == "money" else back
    if fields.values.get("answer") == "look":
        await run_in_threadpool(_look, site, plan, fields)
        return see_other(case_path(plan.case.merchant, plan.case.order) + "#parcels")
    if fields.values.get("answer") in preorders.ANSWERS:
        return await run_in_threadpool(_preorder, request, plan, fields)
    if fields.values.get("answer") == "watch_again":
        return await run_in_threadpool(_watch_again, request, plan)
    if form := _FORMS.get(fields.values.get("answer", "")):
        return await run_in_threadpool(form, request, plan, fields)
    if fields.values.get("answer") == "contact_remove":
        await run_in_threadpool(forget_contact, site.household.store, plan.case, fields.values.get("contact", ""))
        return see_other(case_path(plan.case.merchant, plan.case.order) + "#contacts")
    said = money_seen(plan.case, site.now()) if fields.values.get("answer") == "seen" else _paid(plan, fields, site)
    if fields.errors:
        return await run_in_threadpool(_shown, request, plan, 422, dict(fields.values), fields.errors)
    await run_in_threadpool(keep_answer, site.household, said, site.now())
    await run_in_threadpool(match_money, site.household.store, site.today())
    return back


def _watch_again(request: Request, plan: Plan) -> Response:
    """Watch for the thing at once where the case knows its pages."""
    site, case = site_of(request), plan.case
    if not is_dead(case):
        raise HTTPException(404)
    again = watch_again(site.household, watching.open_gate(), case, site.now())
    if not again.made and not again.watched:
        wrong = {"watch_again": words_of(request).words("watching.again_none")}
        return _shown(request, plan, 422, errors=wrong)
    return see_other(case_path(case.merchant, case.order) + "#watch")


def refused(request: Request, plan: Plan, errors: dict[str, str]) -> HTMLResponse:
    """Show a case again, with what was wrong at its fields."""
    return _shown(request, plan, 422, None, errors)


def _contact(request: Request, plan: Plan, fields: Fields) -> Response:
    """Keep with whom the person spoke about the order."""
    site, case = site_of(request), plan.case
    party = fields.choice("contact_with", frozenset(Party))
    on = fields.past_day("contact_on")
    said = fields.text("contact_said", 2_000)
    if not said:
        fields.errors["contact_said"] = fields.words.words("contacts.nothing_said")
    if fields.errors or on is None:
        return _shown(request, plan, 422, _known(request, plan) | dict(fields.values), fields.errors)
    contact = Contact(party=Party(party), at=moment_of(on, site.now()), said=said)
    log_contact(site.household.store, case, contact, site.now())
    return see_other(case_path(case.merchant, case.order) + "#contacts")


def _substitute(request: Request, plan: Plan, fields: Fields) -> Response:
    """Keep what the shop offers instead."""
    site, case = site_of(request), plan.case
    title, price = fields.text("substitute_title", 300), fields.yen("substitute_price")
    if not title:
        fields.errors["substitute_title"] = fields.words.words("contacts.substitute_none")
    if fields.errors:
        return _shown(request, plan, 422, _known(request, plan) | dict(fields.values), fields.errors)
    tell_substitute(site.household.store, case, Item(title=title, price=price), site.now())
    return see_other(case_path(case.merchant, case.order) + "#steps")


def _condition(request: Request, plan: Plan, fields: Fields) -> Response:
    """Keep what else had hung on the order's worth."""
    site, case = site_of(request), plan.case
    benefit, minimum = fields.choice("condition_for", frozenset(Benefit)), fields.yen("condition_from")
    left, worth = fields.yen("condition_left", least=0), fields.yen("condition_worth")
    if minimum is None:
        fields.errors.setdefault("condition_from", fields.words("error_amount"))
    if fields.errors or minimum is None:
        return _shown(request, plan, 422, _known(request, plan) | dict(fields.values), fields.errors)
    name = fields.text("condition_name", LONGEST_NAME)
    told = Condition(benefit=Benefit(benefit), minimum=minimum, name=name, left=left, worth=worth)
    tell_condition(site.household.store, case, told, site.now())
    return see_other(case_path(case.merchant, case.order) + "#money")


def _sold(request: Request, plan: Plan, fields: Fields) -> Response:
    """Keep who sold the order, who ships it, and the last day named for its delivery."""
    site, case = site_of(request), plan.case
    seller, shipped_by = (fields.text(name, LONGEST_NAME) or None for name in ("sold_by", "shipped_by"))
    latest = fields.day("deliver_by")
    if fields.errors:
        return _shown(request, plan, 422, _known(request, plan) | dict(fields.values), fields.errors)
    said = order_told(case, site.now(), seller=seller, shipped_by=shipped_by, delivery_latest=latest)
    keep_answer(site.household, said, site.now())
    return see_other(case_path(case.merchant, case.order) + "#claim")


def _condition_remove(request: Request, plan: Plan, fields: Fields) -> Response:
    """Take back a condition of the case; one that no longer stands changes nothing."""
    site, case = site_of(request), plan.case
    kept = kept_as(case.conditions, fields.values.get("condition_for", ""), fields.values.get("condition_name", ""))
    if kept is not None:
        tell_condition(site.household.store, case, kept, site.now(), withdrawn=True)
    return see_other(case_path(case.merchant, case.order) + "#money")


_FORMS = {
    "contact": _contact,
    "substitute": _substitute,
    "condition": _condition,
    "sold": _sold,
    "condition_remove": _condition_remove,
}


def _preorder(request: Request, plan: Plan, fields: Fields) -> Response:
    """Keep what the person tells of a preorder."""
    site, case = site_of(request), plan.case
    if not preorders.keep_told(site.household, case, fields, site.now()):
        return _shown(request, plan, 422, _known(request, plan) | dict(fields.values), fields.errors)
    at_case = case_path(case.merchant, case.order) + "#preorder"
    return see_other("/preorders" if fields.values.get("back") == "preorders" else at_case)


def _look(site: Site, plan: Plan, fields: Fields) -> None:
    """Look up a parcel of the case, where the person lets us ask anybody."""
    parcel = next((one for one in plan.case.parcels if one.number == fields.values.get("parcel")), None)
    if site.tracking and parcel and _looks(site):
        look_up(site.tracking, parcel.number, parcel.carrier)


def _looks(site: Site) -> bool:
    return site.tracking is not None and any(one.on for one in chosen(site.household.store))


def _recognise(site: Site, plan: Plan, fields: Fields) -> None:
    """Keep whether rows are the money, or take that back; what no longer stands on the page changes nothing."""
    question = answered(plan, fields.values.get("candidate", ""), fields.values.get("leg", ""))
    said = fields.values.get("is_it", "")
    if question is not None and said in _IS_IT:
        recognise(site.household.store, *question, is_it=_IS_IT[said], now=site.now())


def _paid(plan: Plan, fields: Fields, site: Site) -> Fact:
    paid, total = read_paid(fields), fields.yen("total")
    return answer_about(
        plan.case,
        site.now(),
        paid_by=paid.paid_by,
        captured=paid.captured,
        card=paid.card,
        issuer=paid.issuer,
        total=total,
    )


def plan_of(site: Site, merchant: str, order: str) -> Plan:
    """Return the plan of the case at this address; 404 where there is none."""
    asked = Asked(on=site.today(), race=own_round(site.profile))
    plans = get_case(site.household.store, order, asked) if order else ()
    for plan in plans:
        if plan.case.merchant == merchant_in(merchant):
            return plan
    raise HTTPException(404)


def _shown(
    request: Request,
    plan: Plan,
    status: int = 200,
    values: dict[str, str] | None = None,
    errors: dict[str, str] | None = None,
) -> HTMLResponse:
    words, site = words_of(request), site_of(request)
    watched = watching.of_case(site.household.store, plan.case)
    pasts = past.same_thing(site.household.store, [kept.watch.url for kept in watched], site.now())
    views = [watch_view(kept, words) for kept in watched]
    return page(
        request,
        "case.html",
        status,
        case=case_view(plan, words),
        watched=views,
        watched_gist=gist_of(views, words),
        chart=chart_view(pasts, words.words("history.chart_all"), site.now(), words),
        watches_again=is_dead(plan.case),
        instead=_instead(plan, words),
        case_address=case_path(plan.case.merchant, plan.case.order),
        support=support_view(plan, words),
        attached=attached(site.household.store, plan.case),
        attach_limits=LIMITS,
        parcels=() if plan.case.authenticity.verdict is Verdict.PHISHING else parcel_views(plan, words),
        looks=_looks(site_of(request)),
        preorder=preorder_view(plan, words),
        choices=choices(words),
        values=_known(request, plan) if values is None else values,
        errors=errors or {},
    )


def _instead(plan: Plan, words: Words) -> str:
    """Return what to do where the terms of the shop let no program look at its pages, else ""."""
    code = instead(plan.case)
    key = f"watching.instead_{code}"
    return words.words("watching.cannot", what=words.words(key), mend=words.words(f"{key}_mend")) if code else ""


def _known(request: Request, plan: Plan) -> dict[str, str]:
    site = site_of(request)
    case = plan.case
    said = answers_about(site.household.store, case.merchant, case.order, Asked(on=site.today()))
    sold = {
        "sold_by": case.seller or "",
        "shipped_by": case.shipped_by or "",
        "deliver_by": case.delivery_latest.isoformat() if case.delivery_latest else "",
    }
    return filled_from(said, plan) | sold
