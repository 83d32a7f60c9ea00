"""`okawari answer`: what a person says of a kept order: how it was paid, who sold it, that its money is back, whether a row is it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.contact import one_plan
from okawari.cli.options import Captured, CardClosing, CardPayment, Issuer, Json, Lang, Order, PaidByOption, locale_of
from okawari.cli.words import language, unusable, words
from okawari.domain.condition import LONGEST_NAME
from okawari.domain.plan import OWN_WORD
from okawari.domain.refund import Asked
from okawari.domain.told import answer_about, money_seen, order_told
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without the database's libraries
    from okawari.domain.plan import Plan
    from okawari.services.household import Household


def answer(
    order: Order,
    *,
    paid_by: PaidByOption = None,
    captured: Captured = "",
    card_closing: CardClosing = "",
    card_payment: CardPayment = "",
    issuer: Issuer = "",
    total: Annotated[str, typer.Option("--total", metavar="YEN", help=words("help_total"))] = "",
    sold_by: Annotated[
        str, typer.Option("--sold-by", metavar="NAME", help=text("claims.help_sold_by", language()))
    ] = "",
    shipped_by: Annotated[
        str, typer.Option("--shipped-by", metavar="NAME", help=text("claims.help_shipped_by", language()))
    ] = "",
    deliver_by: Annotated[
        str, typer.Option("--deliver-by", metavar="DATE", help=text("claims.help_deliver_by", language()))
    ] = "",
    seen: Annotated[bool, typer.Option("--seen", help=words("help_seen"))] = False,
    share: Annotated[str, typer.Option("--share", metavar="PAID_BY", help=words("help_share"))] = "",
    it_is: Annotated[str, typer.Option("--is", metavar="ID", help=words("help_it_is"))] = "",
    it_is_not: Annotated[str, typer.Option("--is-not", metavar="ID", help=words("help_it_is_not"))] = "",
    take_back: Annotated[str, typer.Option("--take-back", metavar="ID", help=words("help_take_back"))] = "",
    shop: Annotated[str, typer.Option("--shop", metavar="SHOP", help=text("contacts.help_shop", language()))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Keep what you say of an order: how it was paid, who sold and ships it and by when, that the money is back, whether a row of a statement is it; or take that back."""
    from okawari.services.cases import get_case
    from okawari.services.following import match_money
    from okawari.services.telling import keep_answer
    from okawari.settings import read_settings
    from okawari.wiring import household

    locale, now = locale_of(lang), datetime.now(UTC)
    paid = options.asked(
        locale, "", paid_by, captured=captured, closing=card_closing, payment=card_payment, issuer=issuer
    )
    amount = options.amount(total, "--total", "JPY", locale)
    told = bool(paid.paid_by or paid.card or paid.issuer or amount) or paid.captured is not None
    seller, shipper = (options.printable(name, LONGEST_NAME) or None for name in (sold_by, shipped_by))
    latest = options.day(deliver_by, "--deliver-by", locale) if deliver_by else None
    of_order = bool(latest or seller or shipper)
    if sum(map(bool, (told, seen, of_order, it_is, it_is_not, take_back))) != 1:
        raise unusable("answer_one", "okawari answer", locale)
    if share and not seen:
        raise unusable("share_alone", "--share", locale)
    house, asked = household(read_settings()), Asked(on=paid.on)
    plan = one_plan(get_case(house.store, order, asked), order, shop, locale)
    if share:
        _saw_share(house, plan, share, locale)
    elif it_is:
        _recognise(house, plan, "--is", it_is, locale, is_it=True)
    elif it_is_not:
        _recognise(house, plan, "--is-not", it_is_not, locale, is_it=False)
    elif take_back:
        _recognise(house, plan, "--take-back", take_back, locale, is_it=None)
    elif of_order:
        sold = order_told(plan.case, now, seller=seller, shipped_by=shipper, delivery_latest=latest)
        keep_answer(house, sold, now)
    else:
        about = answer_about(
            plan.case,
            now,
            paid_by=paid.paid_by,
            captured=paid.captured,
            card=paid.card,
            issuer=paid.issuer,
            total=amount,
        )
        keep_answer(house, money_seen(plan.case, now) if seen else about, now)
        match_money(house.store, asked.on)
    plan = one_plan(get_case(house.store, order, asked), order, plan.case.merchant or "", locale)
    options.show_plans([plan], locale, as_json=as_json)


def _saw_share(house: Household, plan: Plan, name: str, locale: str) -> None:
    from okawari.services.following import answered, recognise

    question = answered(plan, OWN_WORD.name, name)
    if question is None:
        raise unusable("no_share", "--share", locale, given=name[:40], known=" ".join(leg.name for leg in plan.refunds))
    recognise(house.store, *question, is_it=True, now=datetime.now(UTC))


def _recognise(house: Household, plan: Plan, option: str, name: str, locale: str, *, is_it: bool | None) -> None:
    from okawari.services.following import answered, recognise

    question = answered(plan, name)
    if question is None:
        raise unusable("no_question", option, locale, given=name[:40])
    recognise(house.store, *question, is_it=is_it, now=datetime.now(UTC))
