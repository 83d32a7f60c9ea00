"""Watched pages, and the feed of their alerts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from okawari.i18n.watching import alert_text
from okawari.services import alerting
from okawari.web.site import site_of, words_of

router = APIRouter()


@router.get("/alerts.xml")
def feed(request: Request) -> Response:
    """Hand out the last alerts as a feed."""
    words = words_of(request)
    name, address = words.words("watching.feed_name"), str(request.url)
    made = alerting.feed(site_of(request).household.store, name, lambda alert: alert_text(alert, words.locale), address)
    return Response(made, media_type="application/atom+xml; charset=utf-8")
