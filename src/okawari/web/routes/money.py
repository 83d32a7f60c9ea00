"""All the money on its way back, and its days as a calendar."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from okawari.domain.alarms import Alarm
from okawari.domain.watch.watch import Watch
from okawari.i18n.money import alarm_text
from okawari.i18n.watching import watch_day_text
from okawari.services.calendar import calendar_file
from okawari.services.following import money_overview
from okawari.web.site import page, site_of, words_of
from okawari.web.views.returns import returns_view

router = APIRouter()


@router.get("/money")
def money_page(request: Request) -> HTMLResponse:
    """Show what is overdue, due, coming and back."""
    site = site_of(request)
    view = returns_view(money_overview(site.household.store, site.today()), words_of(request))
    return page(request, "money.html", money=view)


@router.get("/calendar.ics")
def calendar(request: Request) -> Response:
    """Hand out the days that matter as a calendar."""
    site, words = site_of(request), words_of(request)

    def say(alarm: Alarm) -> tuple[str, str]:
        shop = words.shop_named(alarm.merchant)
        return alarm_text(alarm, shop, words.locale), words.words("alarms.open_case", order=alarm.order)

    def of_watch(watch: Watch, title: str, entry: str) -> tuple[str, str]:
        return watch_day_text(watch, title, entry, words.locale)

    name = words.words("alarms.calendar_name")
    made = calendar_file(site.household.store, site.today(), name, say, of_watch, now=site.now())
    return Response(made, media_type="text/calendar; charset=utf-8")
