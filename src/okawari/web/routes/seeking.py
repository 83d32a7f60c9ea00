"""Searches and feeds that are watched: their forms on the page of watches."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from okawari.domain.identifiers import typed_number
from okawari.domain.watch.seek import FEED, USUAL_MINUTES, Search, feed_address
from okawari.domain.watch.watch import Watch
from okawari.services import seeking, watching
from okawari.web.forms import Fields
from okawari.web.routes.watches import CONDITIONS, cannot_watch, keep, kept_or_shown, quiet_of
from okawari.web.site import Site

router = APIRouter()

_ASK = "ask_"
_MOST_WORDS = 20


@router.post("/watches/search")
async def add_search(request: Request) -> Response:
    """Watch for new offers of a thing."""
    return await kept_or_shown(request, _add_search, "/watches")


@router.post("/watches/feed")
async def add_feed(request: Request) -> Response:
    """Watch a feed or an account that calls restocks."""
    return await kept_or_shown(request, _add_feed, "/watches")


def _add_search(site: Site, fields: Fields) -> None:
    say = fields.words.words
    given = fields.text("number", 40)
    found = typed_number(given)
    if given.replace("-", "").strip() and found is None:
        fields.errors["number"] = say("seeking.bad_number", given=given)
    chosen = tuple(name.removeprefix(_ASK) for name in fields.values if name.startswith(_ASK))
    kind, number = (found.kind, found.value) if found else ("", "")
    wished = Search(words=fields.text("words", 200), kind=kind, number=number, services=chosen)
    watch = Watch(
        id="",
        url=wished.address,
        added_at=site.now(),
        price=fields.yen("most"),
        seller=fields.text("search_seller", 100),
        condition=CONDITIONS.get(fields.values.get("search_condition", "")),
        none_of=_words(fields, "search_none"),
        quiet=quiet_of(fields, "search_quiet"),
        unsure=bool(fields.values.get("unsure")),
        every=USUAL_MINUTES,
    )
    if fields.errors:
        return
    try:
        seeking.check(site.prices, wished)
        keep(site, watch, fields, "words")
    except seeking.CannotSearchError as error:
        field = "words" if error.code == "no_words" else "services"
        what = say(f"seeking.{error.code}", detail=error.detail)
        mend = say(
            f"seeking.{'choose_service' if error.code == 'no_service' else f'{error.code}_mend'}", detail=error.detail
        )
        fields.errors[field] = say("watching.cannot", what=what, mend=mend)


def _add_feed(site: Site, fields: Fields) -> None:
    given = fields.text("feed", 2000)
    if not given:
        fields.errors["feed"] = fields.words.words("watching.field_url_error")
        return
    watch = Watch(
        id="",
        url=FEED + feed_address(given),
        added_at=site.now(),
        all_of=_words(fields, "all_of"),
        none_of=_words(fields, "none_of"),
        quiet=quiet_of(fields, "feed_quiet"),
    )
    if fields.errors:
        return
    try:
        keep(site, watch, fields, "feed")
    except watching.PageUnavailableError as error:
        fields.errors["feed"] = cannot_watch(error, fields.words)


def _words(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(fields.text(name, 400).split()[:_MOST_WORDS])
