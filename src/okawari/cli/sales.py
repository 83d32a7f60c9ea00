"""`okawari sales`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.options import Json, Lang, On, locale_of
from okawari.cli.refusing import profile_for
from okawari.cli.words import words

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.sales import Sales


def sales(
    *,
    profile: Annotated[str, typer.Option("--profile", metavar="P.toml", help=words("help_profile"))] = "",
    on: On = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Tell the sales ahead, and what to do on their days."""
    from datetime import UTC, datetime, time

    from okawari.cli.output import put, put_document
    from okawari.domain.japan_time import JAPAN
    from okawari.services.sales import sales_at
    from okawari.settings import read_settings

    locale = locale_of(lang)
    now = datetime.combine(options.today(on, locale), time(12), JAPAN) if on else datetime.now(UTC)
    person, _ = profile_for(profile, read_settings(), locale)
    found = sales_at(person, now)
    if as_json:
        from okawari.contract.sales import sales_document

        put_document(sales_document(found, now, locale))
    else:
        put(f"{line}\n" for line in _letter(found, locale))


def _letter(found: Sales, locale: str) -> Iterator[str]:
    from okawari.i18n import sales as say
    from okawari.i18n import say as said
    from okawari.i18n import text

    for one in found.sales:
        yield say.name(one, locale)
        yield f"  {say.when(one, locale)}" + (f"  ({one.rule})" if one.rule else "")
        if one.opens is not None:
            yield "  " + text("sales.watch", locale).format(at=f"{one.opens:%Y-%m-%dT%H:%M}")
    yield ""
    yield text("sales.moves", locale)
    yield from (f"  {place}. {text(f'sales.move_{move}', locale)}" for place, move in enumerate(say.MOVES, 1))
    yield ""
    yield text("ranking.rules", locale)
    for card in found.cards:
        sources = " / ".join(f"{said(one.title, locale)} ({said(one.date, locale)})" for one in card.sources)
        yield f"  {card.id}  {said(card.title, locale)}  {sources}"
