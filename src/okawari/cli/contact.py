"""`okawari contact`: the log of whom one asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.options import Json, Lang, On, locale_of
from okawari.cli.words import language, unusable
from okawari.domain.contact import Contact, Party
from okawari.domain.refund import Asked
from okawari.domain.told import moment_of
from okawari.errors import UnusableInputError
from okawari.i18n import formats, text

if TYPE_CHECKING:  # the command line starts without the database's libraries
    from collections.abc import Iterable

    from okawari.domain.plan import Plan

LONGEST_SAID = 2_000
With = Annotated[str, typer.Option("--with", metavar="WITH", help=text("contacts.help_with", language()))]
Said = Annotated[str, typer.Option("--said", metavar="TEXT", help=text("contacts.help_said", language()))]
Shop = Annotated[str, typer.Option("--shop", metavar="SHOP", help=text("contacts.help_shop", language()))]


def contact(
    order: Annotated[str, typer.Argument(metavar="ORDER")],
    *,
    party: With,
    said: Said,
    on: On = "",
    shop: Shop = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Keep whom you asked about an order, when, and what was said."""
    from okawari.services.cases import get_case
    from okawari.services.contacts import log_contact
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    now = datetime.now(UTC)
    day, today = options.day(on, "--on", locale), options.day("", "", locale)
    if party not in set(Party):
        raise _unusable("no_party", "--with", locale, given=party)
    if day > today:
        raise _unusable("future", "--on", locale, given=on)
    plain = " ".join("".join(char if char.isprintable() else " " for char in said).split())[:LONGEST_SAID]
    if not plain:
        raise _unusable("nothing_said", "--said", locale)
    store, asked = open_store(read_settings()), Asked(on=today)
    case = one_plan(get_case(store, order, asked), order, shop, locale).case
    log_contact(store, case, Contact(party=Party(party), at=moment_of(day, now), said=plain), now)
    plan = one_plan(get_case(store, order, asked), order, case.merchant or "", locale)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.contact import contact_document

        put_document(contact_document(plan))
        return
    typer.echo(
        text("contacts.kept", locale).format(party=text(f"contacts.with_{party}", locale), day=formats.day(day, locale))
    )
    for deadline in plan.deadlines:
        if deadline.what == "atoz_claim_from":
            typer.echo(text("contacts.claim_from", locale).format(day=formats.day(deadline.on, locale)))


def one_plan(plans: Iterable[Plan], order: str, shop: str, locale: str) -> Plan:
    """Return the plan of the one kept order of this number; UnusableInputError where there is none, or several."""
    from okawari.services.shops import merchant_called

    called = merchant_called(shop) if shop else None
    merchant = called.id if called else shop
    found = [one for one in plans if not shop or one.case.merchant == merchant]
    if not found:
        raise unusable("order_not_kept", order, locale)
    if len(found) > 1:
        raise _unusable("several", order, locale, shops=", ".join(one.case.merchant or "-" for one in found))
    return found[0]


def _unusable(entry: str, where: str, locale: str, **values: object) -> UnusableInputError:
    key = f"contacts.{entry}"
    return UnusableInputError(text(key, locale).format(**values), where, text(f"{key}_mend", locale))
