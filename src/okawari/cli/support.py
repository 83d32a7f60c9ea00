"""`okawari support`: what to say, the numbers to have, and where the chat is."""

from __future__ import annotations

import typer

from okawari.cli import options
from okawari.cli.contact import Shop, one_plan
from okawari.cli.options import Json, Lang, Order, locale_of
from okawari.cli.rescue import NEEDS_THE_PERSON
from okawari.domain.refund import Asked
from okawari.errors import UnusableInputError
from okawari.i18n import say, shown, text


def support(order: Order, *, shop: Shop = "", lang: Lang = "", as_json: Json = False) -> None:
    """Get ready to ask for help about an order: what to say, the numbers to have, where the chat is."""
    from okawari.cli.output import put, put_document
    from okawari.contract.support import support_document
    from okawari.services.cases import get_case
    from okawari.services.support import support_for
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    asked = Asked(on=options.day("", "", locale))
    plan = one_plan(get_case(open_store(read_settings()), order, asked), order, shop, locale)
    pack = support_for(plan)
    if pack is None:
        raise UnusableInputError(text("claims.forged", locale), order, text("claims.forged_mend", locale))
    if as_json:
        put_document(support_document(plan, pack, locale))
    else:
        put(f"{say(step, locale)}\n" for step in pack.way)
        put(f"{say(label, locale)}: {shown(value, locale)}\n" for label, value in pack.numbers)
        put(("\n", say(pack.draft.body, locale), "\n"))
    if pack.number_problem:
        typer.echo(say(pack.number_problem, locale), err=True)
        raise typer.Exit(NEEDS_THE_PERSON)
