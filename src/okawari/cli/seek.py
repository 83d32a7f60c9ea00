"""`okawari watch search`, `okawari watch feed` and `okawari watch why`, beside the commands of `watch`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

import typer

from okawari.cli.options import Json, Lang, amount, day, locale_of
from okawari.cli.watch import app, condition_of, not_watchable, opened, put_added, quiet_hours
from okawari.cli.why import why
from okawari.cli.words import language
from okawari.domain.identifiers import typed_number
from okawari.domain.japan_time import japan_day
from okawari.domain.watch.seek import FEED, SHORTEST_SEARCH_MINUTES, Search, feed_address
from okawari.domain.watch.seek import USUAL_MINUTES as USUAL_SEARCH_MINUTES
from okawari.domain.watch.watch import SHORTEST_MINUTES, USUAL_MINUTES, Watch
from okawari.errors import UnusableInputError
from okawari.i18n import text


def words(entry: str, locale: str = "", **values: object) -> str:
    """Return a text of the area `seeking`."""
    return text(f"seeking.{entry}", locale or language()).format(**values)


Until = Annotated[str, typer.Option("--until", metavar="DATE", help=text("watching.help_until", language()))]
Quiet = Annotated[str, typer.Option("--quiet", metavar="HOURS", help=text("watching.help_quiet", language()))]
All = Annotated[list[str] | None, typer.Option("--all", metavar="WORD", help=words("help_all"))]
NoneOf = Annotated[list[str] | None, typer.Option("--none", metavar="WORD", help=words("help_none"))]


def search(
    query: Annotated[str, typer.Argument(metavar="WORDS", help=words("help_words"))] = "",
    *,
    jan: Annotated[str, typer.Option("--jan", metavar="NUMBER", help=words("help_jan"))] = "",
    mall: Annotated[
        list[str] | None,
        typer.Option("--mall", metavar="MALL", help=words("help_mall", services="yahoo_shopping, keepa, mercari …")),
    ] = None,
    price: Annotated[str, typer.Option("--price", metavar="YEN", help=text("watching.help_price", language()))] = "",
    condition: Annotated[
        str, typer.Option("--condition", metavar="STATE", help=text("watching.help_condition", language()))
    ] = "",
    seller: Annotated[
        str, typer.Option("--seller", metavar="NAME", help=text("watching.help_seller", language()))
    ] = "",
    unsure: Annotated[bool, typer.Option("--unsure", help=words("help_unsure"))] = False,
    none_of: NoneOf = None,
    every: Annotated[
        int,
        typer.Option("--every", metavar="MINUTES", min=SHORTEST_SEARCH_MINUTES, max=10_080, help=words("help_every")),
    ] = USUAL_SEARCH_MINUTES,
    until: Until = "",
    quiet: Quiet = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Watch for new offers of a thing."""
    from okawari.i18n.services import service_text
    from okawari.services import seeking, watching

    locale = locale_of(lang)
    kind, number = _number(jan, locale)
    wished = Search(words=" ".join(query.split())[:200], kind=kind, number=number, services=tuple(mall or ()))
    watch = Watch(
        id="",
        url=wished.address,
        added_at=datetime.now(UTC),
        price=amount(price, "--price", "JPY", locale, least=1),
        seller=seller.strip()[:100],
        condition=condition_of(condition, locale),
        unsure=unsure,
        none_of=_listed(none_of),
        every=every,
        until=_last_day(until, locale),
        quiet=quiet_hours(quiet, locale),
    )
    looking = opened(locale)
    try:
        seeking.check(looking.prices, wished)
    except seeking.CannotSearchError as error:
        raise UnusableInputError(
            words(error.code, locale, detail=error.detail),
            "--mall" if error.code == "no_service" else error.detail or "WORDS",
            words(f"{error.code}_mend", locale, detail=error.detail),
        ) from None
    (added,) = watching.add(looking.store, looking.gate, watch)
    services = ", ".join(service_text(one, locale) for one in wished.services)
    what = wished.words or wished.number
    line = words("added_search", locale, id=added.watch.id, what=what, services=services)
    put_added(looking, [added], [(line, what)], locale, as_json=as_json)


def feed(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help=words("help_feed"))],
    *,
    all_of: All = None,
    none_of: NoneOf = None,
    every: Annotated[
        int, typer.Option("--every", metavar="MINUTES", min=SHORTEST_MINUTES, max=10_080, help=words("help_every"))
    ] = USUAL_MINUTES,
    until: Until = "",
    quiet: Quiet = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Watch a feed or an account that calls restocks."""
    from okawari.services import watching

    locale = locale_of(lang)
    watch = Watch(
        id="",
        url=FEED + feed_address(address),
        added_at=datetime.now(UTC),
        all_of=_listed(all_of),
        none_of=_listed(none_of),
        every=every,
        until=_last_day(until, locale),
        quiet=quiet_hours(quiet, locale),
    )
    looking = opened(locale)
    try:
        (added,) = watching.add(looking.store, looking.gate, watch)
    except watching.PageUnavailableError as error:
        raise not_watchable(error, locale) from None
    line = words("added_feed", locale, id=added.watch.id, url=added.watch.link)
    put_added(looking, [added], [(line, added.watch.link)], locale, as_json=as_json)


app.command("search", help=words("command_search"))(search)
app.command("feed", help=words("command_feed"))(feed)


def _number(given: str, locale: str) -> tuple[str, str]:
    found = typed_number(given)
    if given.replace("-", "").strip() and found is None:
        raise UnusableInputError(words("bad_number", locale, given=given), "--jan", words("bad_number_mend", locale))
    return (found.kind, found.value) if found else ("", "")


def _last_day(until: str, locale: str) -> date | None:
    last = day(until, "--until", locale) if until else None
    if last and last < japan_day(datetime.now(UTC)):
        mend = text("watching.until_past_mend", locale)
        raise UnusableInputError(text("watching.until_past", locale), until, mend)
    return last


def _listed(given: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip()[:100] for word in given or () if word.strip())[:20]


app.command("why", help=text("watching.command_why", language()))(why)
