"""`okawari offers`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.key import refusal
from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.candidate import Wanted
    from okawari.domain.offer_source import Answered

NEEDS_THE_PERSON = 1


def offers(
    query: Annotated[str, typer.Argument(metavar="QUERY", help=text("offers.help_query", language()))] = "",
    *,
    jan: Annotated[str, typer.Option("--jan", metavar="JAN", help=text("offers.help_jan", language()))] = "",
    mall: Annotated[
        list[str] | None, typer.Option("--mall", metavar="MALL", help=text("offers.help_mall", language()))
    ] = None,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Look for offers, in the shape that `okawari rank` takes."""
    from okawari.cli.output import put, put_document
    from okawari.contract.offers import offers_document
    from okawari.domain.candidate import Wanted
    from okawari.domain.identifiers import identifiers, typed_number, valid_jan
    from okawari.i18n.problems import problem_text
    from okawari.services import offers as service
    from okawari.services.rates import rates_for
    from okawari.settings import read_settings
    from okawari.wiring import price_access

    locale = locale_of(lang)
    if not query.strip() and not jan:
        raise refusal("nothing_asked", "QUERY", locale)
    if jan and not valid_jan(jan):
        raise refusal("bad_jan", "--jan", locale)
    connected = service.services()
    for name in mall or ():
        if name not in connected:
            raise refusal("unknown_service", name[:60], locale, ", ".join(connected))
    title = " ".join(query.split())[:500]
    typed = typed_number(title)
    known = (*((("jan", jan),) if jan else ()), *(((typed.kind, typed.value),) if typed else ()))
    wanted = Wanted(title=title, identifiers=identifiers(title, known))
    access = price_access(read_settings())
    answers = service.ask(access, wanted, mall or ())
    rates, unrated = rates_for(access, (offer for one in answers for offer in one.offers))
    if as_json:
        put_document(offers_document(wanted, answers, service.links(wanted), rates, locale))
    else:
        put(f"{line}\n" for line in _lines(wanted, answers, locale))
    for problem in (*(one.problem for one in answers if one.problem is not None), *unrated):
        typer.echo(problem_text(problem, locale) or problem.code, err=True)
    if not any(one.offers for one in answers):
        raise typer.Exit(NEEDS_THE_PERSON)


def _lines(wanted: Wanted, answers: Sequence[Answered], locale: str) -> Iterator[str]:
    from okawari.i18n import formats
    from okawari.i18n import ranking as say
    from okawari.i18n.services import service_text
    from okawari.services.offers import links

    for one in answers:
        name = service_text(one.terms.id, locale)
        if one.missing:
            yield text("offers.no_key", locale).format(name=name, missing=", ".join(one.missing))
            continue
        yield text("offers.found", locale).format(name=name, count=len(one.offers))
        for offer in one.offers:
            price = formats.money(offer.price, locale) if offer.price else text("ranking.no_price", locale)
            yield f"  {price}  {say.shop_of(offer, locale)}  {text(f'ranking.stock_{offer.availability.value}', locale)}"
            yield f"    {offer.title}"
        if one.offers and one.terms.needs_credit:
            yield f"  {one.terms.credit} {one.terms.credit_url}".rstrip()
    yield text("offers.open_links", locale)
    yield from (f"  {text(f'web.mall_{link.mall}', locale)}  {link.url}" for link in links(wanted))
    yield text("offers.captures", locale)
