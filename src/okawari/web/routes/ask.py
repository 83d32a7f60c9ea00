"""Five questions in the place of a mail."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from okawari.domain.told import Happened, Told
from okawari.services.shops import merchant_called
from okawari.services.telling import keep_told
from okawari.web.forms import Fields, read_fields
from okawari.web.paths import case_path
from okawari.web.payment_form import choices, read_paid
from okawari.web.site import page, see_other, site_of, words_of

router = APIRouter()

SHOPS = ("amazon_jp", "rakuten", "yahoo_shopping", "mercari", "yodobashi", "biccamera")
"""The shops by name; any other is `OTHER_SHOP`."""

OTHER_SHOP = "other"
SOLD_BY = ("shop", "seller", "unknown")


@router.get("/ask")
def ask_page(request: Request) -> HTMLResponse:
    """Show the five questions."""
    return _asked(request, {"on": site_of(request).today().isoformat()}, {})


@router.post("/ask")
async def ask(request: Request) -> Response:
    """Keep what the person tells."""
    site = site_of(request)
    fields = await read_fields(request, words_of(request))
    told = _told(fields)
    if told is None:
        return _asked(request, fields.values, fields.errors, 422)
    key = await run_in_threadpool(keep_told, site.household, told, site.now())
    return see_other(case_path(key.merchant, key.order))


def _told(fields: Fields) -> Told | None:
    shop = fields.choice("shop", frozenset((*SHOPS, OTHER_SHOP)))
    fields.choice("sold_by", frozenset(SOLD_BY))
    happened = fields.choice("happened", frozenset(Happened))
    on = fields.past_day("on")
    paid, total = read_paid(fields), fields.yen("total")
    if fields.errors or on is None:
        return None
    merchant, seller = _sold(shop, fields)
    return Told(
        merchant=merchant,
        happened=Happened(happened),
        on=on,
        seller=seller,
        paid_by=paid.paid_by,
        captured=paid.captured,
        card=paid.card,
        issuer=paid.issuer,
        total=total,
        order=fields.text("order", 40),
        item=fields.text("item", 120),
    )


def _sold(shop: str, fields: Fields) -> tuple[str | None, str]:
    """Return the shop's id, None for one that is not known, and who sold it: the seller, else such a shop itself."""
    named = fields.text("shop_name")
    called = merchant_called(named) if shop == OTHER_SHOP and named else None
    merchant = called.id if called else None if shop == OTHER_SHOP else shop
    if fields.values.get("sold_by") == "seller":
        return merchant, fields.text("seller") or fields.words("seller_unnamed")
    return merchant, named if merchant is None else ""


def _asked(request: Request, values: object, errors: dict[str, str], status: int = 200) -> HTMLResponse:
    words = words_of(request)
    return page(
        request,
        "ask.html",
        status,
        shops=[(shop, words.shop(shop)) for shop in SHOPS] + [(OTHER_SHOP, words("other_shop"))],
        sold_by=[(code, words(f"sold_by_{code}")) for code in SOLD_BY],
        happened=[(code.value, words(f"told_{code.value}")) for code in Happened],
        choices=choices(words),
        values=values,
        errors=errors,
    )
