"""`okawari condition`: what else had hung on the worth of a dead order."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from okawari.cli import options
from okawari.cli.contact import one_plan
from okawari.cli.options import Json, Lang, Order, locale_of
from okawari.cli.words import language, unusable
from okawari.domain.condition import LONGEST_NAME, Benefit, Condition, kept_as
from okawari.domain.refund import Asked
from okawari.i18n import text


def _help(entry: str) -> str:
    return text(f"contacts.help_{entry}", language())


def condition(
    order: Order,
    *,
    benefit: Annotated[str, typer.Option("--for", metavar="coupon|shipping|points", help=_help("condition_for"))],
    minimum: Annotated[str, typer.Option("--from", metavar="YEN", help=_help("condition_from"))] = "",
    left: Annotated[str, typer.Option("--left", metavar="YEN", help=_help("condition_left"))] = "",
    worth: Annotated[str, typer.Option("--worth", metavar="YEN", help=_help("condition_worth"))] = "",
    name: Annotated[str, typer.Option("--name", metavar="NAME", help=_help("condition_name"))] = "",
    remove: Annotated[bool, typer.Option("--remove", help=_help("condition_remove"))] = False,
    shop: Annotated[str, typer.Option("--shop", metavar="SHOP", help=_help("shop"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Keep that a coupon, free shipping or points needed a minimum, and reckon what the cancel takes of it."""
    from okawari.services.cases import get_case
    from okawari.services.contacts import tell_condition
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    if benefit not in set(Benefit):
        raise unusable("condition_for", "--for", locale, given=benefit[:40])
    named = options.printable(name, LONGEST_NAME)
    needed = options.amount(minimum, "--from", "JPY", locale)
    store, asked = open_store(read_settings()), Asked(on=options.day("", "", locale))
    case = one_plan(get_case(store, order, asked), order, shop, locale).case
    kept = kept_as(case.conditions, benefit, named)
    if remove:
        if kept is None:
            raise unusable("condition_none", "--remove", locale)
        tell_condition(store, case, kept, datetime.now(UTC), withdrawn=True)
    elif needed is None or not needed.amount:
        raise unusable("condition_no_minimum", "--from", locale)
    else:
        told = Condition(
            benefit=Benefit(benefit),
            minimum=needed,
            name=named,
            left=options.amount(left, "--left", "JPY", locale),
            worth=options.amount(worth, "--worth", "JPY", locale),
        )
        tell_condition(store, case, told, datetime.now(UTC))
    plan = one_plan(get_case(store, order, asked), order, case.merchant or "", locale)
    options.show_plans([plan], locale, as_json=as_json)
