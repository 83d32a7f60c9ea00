"""`okawari contact`: the log of whom one asked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.options import Json, Lang, On, Order, locale_of
from okawari.cli.words import language, unusable
from okawari.domain.contact import Contact, Party
from okawari.domain.japan_time import japan_day
from okawari.domain.refund import Asked
from okawari.domain.told import moment_of
from okawari.errors import UnusableInputError
from okawari.i18n import formats, text

if TYPE_CHECKING:  # the command line starts without the database's libraries
    from collections.abc import Iterable, Iterator

    from okawari.domain.case import Case
    from okawari.domain.plan import Plan
    from okawari.services.household import Household

LONGEST_SAID = 2_000
With = Annotated[str, typer.Option("--with", metavar="WITH", help=text("contacts.help_with", language()))]
Said = Annotated[str, typer.Option("--said", metavar="TEXT", help=text("contacts.help_said", language()))]
Remove = Annotated[str, typer.Option("--remove", metavar="ID", help=text("contacts.help_remove", language()))]
Shop = Annotated[str, typer.Option("--shop", metavar="SHOP", help=text("contacts.help_shop", language()))]


def contact(
    order: Order,
    *,
    party: With = "",
    said: Said = "",
    remove: Remove = "",
    on: On = "",
    shop: Shop = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Keep whom you asked about an order, when, and what was said; list that, or take back what was kept by mistake."""
    from okawari.services.cases import get_case
    from okawari.settings import read_settings
    from okawari.wiring import household

    locale = locale_of(lang)
    today = options.day("", "", locale)
    if remove and (party or said or on):
        raise _unusable("remove_alone", "--remove", locale)
    new = None if remove or not (party or said or on) else _new(party, said, on, locale)
    house, asked = household(read_settings()), Asked(on=today)
    plan = one_plan(get_case(house.store, order, asked), order, shop, locale)
    told = _change(house, plan.case, new, remove, locale)
    if told:
        plan = one_plan(get_case(house.store, order, asked), order, plan.case.merchant or "", locale)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.contact import contact_document

        put_document(contact_document(plan))
        return
    from okawari.cli.output import put

    put((f"{told}\n",) if told else _listed(plan.case, locale))
    for deadline in plan.deadlines if told else ():
        if deadline.what == "atoz_claim_from":
            typer.echo(text("contacts.claim_from", locale).format(day=formats.day(deadline.on, locale)))


def _new(party: str, said: str, on: str, locale: str) -> Contact:
    now = datetime.now(UTC)
    day, today = options.day(on, "--on", locale), options.day("", "", locale)
    if party not in set(Party):
        raise _unusable("no_party", "--with", locale, given=party)
    if day > today:
        raise _unusable("future", "--on", locale, given=on)
    plain = " ".join("".join(char if char.isprintable() else " " for char in said).split())[:LONGEST_SAID]
    if not plain:
        raise _unusable("nothing_said", "--said", locale)
    return Contact(party=Party(party), at=moment_of(day, now), said=plain)


def _change(house: Household, case: Case, new: Contact | None, remove: str, locale: str) -> str:
    """Keep a contact or delete one, and return what was done, "" for nothing."""
    from okawari.services.contacts import forget_contact, log_contact

    if new:
        log_contact(house.store, case, new, datetime.now(UTC))
        done, contact = "kept", new
    elif remove:
        gone = forget_contact(house.store, case, remove)
        if gone is None:
            raise _unusable("no_contact", "--remove", locale, given=remove)
        done, contact = "removed", gone
    else:
        return ""
    day = formats.day(japan_day(contact.at), locale)
    return text(f"contacts.{done}", locale).format(party=text(f"contacts.with_{contact.party}", locale), day=day)


def _listed(case: Case, locale: str) -> Iterator[str]:
    for one in case.contacts:
        party = text(f"contacts.with_{one.party}", locale)
        yield f"{one.name}\t{formats.told(one.at, locale, year=True)}\t{party}\t{one.said}\n"
    if not case.contacts:
        yield text("claims.contacts_none", locale) + "\n"


def one_plan(plans: Iterable[Plan], order: str, shop: str, locale: str) -> Plan:
    """Return the plan of the one kept order of this number; UnusableInputError where there is none, or several."""
    from okawari.services.shops import merchant_called

    called = merchant_called(shop) if shop else None
    merchant = called.id if called else shop
    kept = tuple(plans)
    found = [one for one in kept if not shop or one.case.merchant == merchant]
    shops = ", ".join(one.case.merchant or "-" for one in kept)
    if not kept:
        raise unusable("order_not_kept", order, locale)
    if not found:
        raise _unusable("elsewhere", "--shop", locale, given=shop, shops=shops)
    if len(found) > 1:
        raise _unusable("several", order, locale, shops=shops)
    return found[0]


def _unusable(entry: str, where: str, locale: str, **values: object) -> UnusableInputError:
    key = f"contacts.{entry}"
    return UnusableInputError(text(key, locale).format(**values), where, text(f"{key}_mend", locale).format(**values))
