"""`okawari cases` and `okawari case`."""

from __future__ import annotations

from dataclasses import replace

import typer

from okawari.cli import options
from okawari.cli.options import (
    Captured,
    CardClosing,
    CardPayment,
    Issuer,
    Json,
    Lang,
    On,
    Order,
    PaidByOption,
    locale_of,
)
from okawari.cli.rescue import NEEDS_THE_PERSON, needs_the_person
from okawari.cli.words import unusable
from okawari.domain.refund import Asked


def cases(*, on: On = "", lang: Lang = "", as_json: Json = False) -> None:
    """List the orders that kept mails speak of, the latest first."""
    from okawari.services.cases import list_cases
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    asked = Asked(on=options.today(on, locale))
    plans = list_cases(open_store(read_settings()), asked)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.kept import cases_document

        put_document(cases_document(plans))
        return
    from okawari.cli.letter import print_line

    for plan in plans:
        print_line(plan, locale)


def case(
    order: Order,
    *,
    paid_by: PaidByOption = None,
    captured: Captured = "",
    card_closing: CardClosing = "",
    card_payment: CardPayment = "",
    issuer: Issuer = "",
    on: On = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Plan what to do about one kept order."""
    from okawari.services.cases import get_case
    from okawari.services.ranking import own_round
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    settings = read_settings()
    asked = options.asked(
        locale, on, paid_by, captured=captured, closing=card_closing, payment=card_payment, issuer=issuer
    )
    asked = replace(asked, race=own_round(settings.profile()))
    plans = get_case(open_store(settings), order, asked)
    if not plans:
        raise unusable("order_not_kept", order, locale)
    options.show_plans(plans, locale, as_json=as_json)
    if any(needs_the_person(plan) for plan in plans):
        raise typer.Exit(NEEDS_THE_PERSON)
