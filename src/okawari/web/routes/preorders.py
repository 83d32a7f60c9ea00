"""The page of all preorders, and what the forms of a case tell of its own."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from okawari.domain.case import Case
from okawari.domain.preorder import Reservation, SeenPrice, Standing
from okawari.domain.told import answer_about
from okawari.services import preorders
from okawari.services.household import Household
from okawari.services.telling import keep_answer
from okawari.web.forms import Fields
from okawari.web.site import page, site_of, words_of
from okawari.web.views.preorders import preorder_rows

ANSWERS = frozenset({"spare", "release", "price", "charged"})

router = APIRouter()


@router.get("/preorders")
def preorders_page(request: Request) -> HTMLResponse:
    """Show everything that is awaited, and every second reservation, the one whose day comes first above."""
    site = site_of(request)
    listed = preorders.awaited(site.household.store, site.today())
    return page(request, "preorders.html", listed=preorder_rows(listed, words_of(request)))


def keep_told(household: Household, case: Case, fields: Fields, now: datetime) -> bool:
    """Keep a second reservation, the release or a price; False, with errors at the fields, where it cannot be used."""
    match fields.values.get("answer"):
        case "spare":
            _spare(household, case, fields, now)
        case "release":
            release = fields.day("release_on", needed=True)
            if release:
                preorders.tell_release(household.store, case, release, now)
        case "charged":
            charged = fields.yen("charged")
            if charged:
                keep_answer(household, answer_about(case, now, total=charged), now)
            else:
                fields.errors.setdefault("charged", fields.words.words("preorders.no_price"))
        case _:
            _price(household, case, fields, now)
    return not fields.errors


def _spare(household: Household, case: Case, fields: Fields, now: datetime) -> None:
    shop, by = fields.text("spare_shop", 100), fields.day("spare_by")
    standing = fields.choice("standing", frozenset(Standing))
    if not shop:
        fields.errors["spare_shop"] = fields.words.words("preorders.no_shop")
    if not fields.errors:
        spare = Reservation(
            shop=shop, number=fields.text("spare_number", 60), cancel_by=by, standing=Standing(standing)
        )
        preorders.reserve(household.store, case, spare, now)


def _price(household: Household, case: Case, fields: Fields, now: datetime) -> None:
    price, on = fields.yen("price"), fields.past_day("seen_on")
    titles = frozenset(item.title for item in case.items)
    item = fields.choice("item", titles) if len(titles) > 1 else ""
    if price is None and "price" not in fields.errors:
        fields.errors["price"] = fields.words.words("preorders.no_price")
    if not fields.errors and price and on:
        preorders.see_price(household.store, case, SeenPrice(price=price, on=on, item=item), now)
