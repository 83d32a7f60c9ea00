"""`okawari preorder`: second reservations, the day of release and prices seen, of one order or of all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.contact import one_plan
from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language, unusable
from okawari.domain.preorder import Reservation, SeenPrice, Standing
from okawari.domain.refund import Asked
from okawari.errors import UnusableInputError
from okawari.i18n import formats, say, text
from okawari.i18n.preorders import guarantee_lines, spare_line

if TYPE_CHECKING:  # the command line starts without the database's libraries
    from okawari.domain.case import Case
    from okawari.domain.plan import Plan


def _help(entry: str) -> str:
    return text(f"preorders.help_{entry}", language())


def preorder(
    order: Annotated[str, typer.Argument(metavar="[ORDER]", help=_help("order"), show_default=False)] = "",
    *,
    release: Annotated[str, typer.Option("--release", metavar="DATE", help=_help("release"))] = "",
    spare: Annotated[str, typer.Option("--spare", metavar="SHOP", help=_help("spare"))] = "",
    number: Annotated[str, typer.Option("--number", metavar="NUMBER", help=_help("number"))] = "",
    cancel_by: Annotated[str, typer.Option("--cancel-by", metavar="DATE", help=_help("cancel_by"))] = "",
    standing: Annotated[str, typer.Option("--standing", metavar="STANDING", help=_help("standing"))] = "held",
    price: Annotated[str, typer.Option("--price-seen", metavar="YEN", help=_help("price"))] = "",
    page: Annotated[str, typer.Option("--page", metavar="FILE", help=_help("page"))] = "",
    on: Annotated[str, typer.Option("--on", metavar="DATE", help=_help("seen_on"))] = "",
    item: Annotated[str, typer.Option("--item", metavar="TITLE", help=_help("item"))] = "",
    shop: Annotated[str, typer.Option("--shop", metavar="SHOP", help=text("contacts.help_shop", language()))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Note a second reservation, the release or a price, and show how the preorder stands; without an order, all of them."""
    from okawari.services import preorders
    from okawari.services.cases import get_case
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale, now = locale_of(lang), datetime.now(UTC)
    if not order and any((release, spare, number, cancel_by, price, page, item)):
        raise _unusable("no_order", "ORDER", locale)
    store, asked = open_store(read_settings()), Asked(on=options.day("", "", locale))
    if not order:
        _show_all(preorders.awaited(store, asked.on), locale, as_json=as_json)
        return
    case = one_plan(get_case(store, order, asked), order, shop, locale).case
    released = options.day(release, "--release", locale) if release else None
    reservation = _reservation(spare, number, cancel_by, standing, locale) if spare else None
    seen = _seen(case, locale, price=price, page=page, on=on, item=item) if price or page else None
    if released:
        preorders.tell_release(store, case, released, now)
    if reservation:
        preorders.reserve(store, case, reservation, now)
    if seen:
        preorders.see_price(store, case, seen, now)
    plan = one_plan(get_case(store, order, asked), order, case.merchant or "", locale)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.preorder import preorder_document

        put_document(preorder_document(plan))
        return
    for line in list(_lines(plan, locale)) or [text("preorders.nothing", locale)]:
        typer.echo(line)


def _show_all(plans: tuple[Plan, ...], locale: str, *, as_json: bool) -> None:
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.preorder import preorders_document

        put_document(preorders_document(plans))
        return
    from okawari.cli.letter import print_line

    for plan in plans:
        print_line(plan, locale)
        for line in _lines(plan, locale):
            typer.echo(f"  {line}")
    if not plans:
        typer.echo(text("preorders.nothing_awaited", locale))


def _reservation(shop: str, number: str, cancel_by: str, standing: str, locale: str) -> Reservation:
    if standing not in set(Standing):
        raise _unusable("bad_standing", "--standing", locale, given=standing[:20])
    by = options.day(cancel_by, "--cancel-by", locale) if cancel_by else None
    return Reservation(
        shop=options.printable(shop, 100), number=number.strip()[:60], cancel_by=by, standing=Standing(standing)
    )


def _seen(case: Case, locale: str, *, price: str, page: str, on: str, item: str) -> SeenPrice:
    """Return the price that was told, or that a saved page shows."""
    day = options.day(on, "--on", locale)
    if day > options.day("", "", locale):
        raise _unusable("future_price", "--on", locale, given=on)
    titles = [one.title for one in case.items]
    if item and item not in titles:
        raise _unusable("unknown_item", "--item", locale, given=item[:60], known=" / ".join(titles))
    told = options.amount(price, "--price-seen", "JPY", locale)
    if told is not None:
        return SeenPrice(price=told, on=day, item=item)
    return _on_page(case, page, day, locale)


def _on_page(case: Case, page: str, day: date, locale: str) -> SeenPrice:
    from okawari.services.pages import look_at
    from okawari.services.preorders import item_on, sold_by_mall

    try:
        offer = look_at(page).offer
    except OSError:
        raise unusable("page_unreadable", page, locale) from None
    found = item_on(offer, case)
    if found is None:
        raise _unusable("other_page", page, locale, title=(offer.title or "?")[:60])
    if not sold_by_mall(offer):
        raise _unusable("page_of_seller", page, locale, seller=(offer.seller or "?")[:60])
    if offer.price is None or offer.price.currency != "JPY":
        raise _unusable("page_without_price", page, locale)
    return SeenPrice(price=offer.price, on=day, item=found.title, ground="page")


def _lines(plan: Plan, locale: str) -> Iterator[str]:
    case = plan.case
    if case.release_on:
        yield text("preorders.release_line", locale).format(day=formats.day(case.release_on, locale, year=True))
    for reservation in case.reservations:
        yield spare_line(reservation, locale)
    for guarantee in plan.guarantees:
        yield from guarantee_lines(guarantee, locale)
    if plan.wait:
        yield from (say(step.text, locale) for step in plan.steps if step.code == "wait_or_cancel")


def _unusable(entry: str, where: str, locale: str, **values: object) -> UnusableInputError:
    mend = text(f"preorders.{entry}_mend", locale).format(**values)
    return UnusableInputError(text(f"preorders.{entry}", locale).format(**values), where, mend)
