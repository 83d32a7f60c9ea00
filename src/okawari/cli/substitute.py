"""`okawari substitute`: what a shop offers instead of the thing that was ordered."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from okawari.cli import options
from okawari.cli.contact import one_plan
from okawari.cli.options import Json, Lang, Order, locale_of
from okawari.cli.words import language, unusable
from okawari.domain.message import Item
from okawari.domain.refund import Asked
from okawari.i18n import text

LONGEST_TITLE = 300


def _help(entry: str) -> str:
    return text(f"contacts.help_{entry}", language())


def substitute(
    order: Order,
    *,
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help=_help("substitute_title"))],
    price: Annotated[str, typer.Option("--price", metavar="YEN", help=_help("substitute_price"))] = "",
    shop: Annotated[str, typer.Option("--shop", metavar="SHOP", help=_help("shop"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Keep what the shop offers instead, and hold it against your order and the offers that were seen."""
    from okawari.services.cases import get_case
    from okawari.services.contacts import tell_substitute
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    named = " ".join("".join(char if char.isprintable() else " " for char in title).split())[:LONGEST_TITLE]
    if not named:
        raise unusable("substitute_no_title", "--title", locale)
    asks = options.amount(price, "--price", "JPY", locale)
    store, asked = open_store(read_settings()), Asked(on=options.day("", "", locale))
    case = one_plan(get_case(store, order, asked), order, shop, locale).case
    tell_substitute(store, case, Item(title=named, price=asks), datetime.now(UTC))
    plan = one_plan(get_case(store, order, asked), order, case.merchant or "", locale)
    options.show_plans([plan], locale, as_json=as_json)
