"""`okawari page`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import unusable, words
from okawari.domain.offer import Ground, Offer


def page(
    place: Annotated[str, typer.Argument(metavar="FILE|URL", help=words("help_page"))],
    *,
    url: Annotated[str, typer.Option("--url", metavar="URL", help=words("help_page_url"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Read a product page."""
    from okawari.cli.output import put, put_document
    from okawari.contract.page import page_document
    from okawari.errors import UnusableInputError
    from okawari.i18n import text
    from okawari.services.pages import PageUnavailableError, look_at
    from okawari.settings import read_settings

    locale = locale_of(lang)
    try:
        seen = look_at(place, url or None, proxy=read_settings().proxy)
    except PageUnavailableError as error:
        what = text(f"pages.{error.code}", locale).format(detail=error.detail)
        raise UnusableInputError(what, error.where, text(f"pages.{error.code}_mend", locale)) from None
    except OSError:
        raise unusable("page_unreadable", place, locale) from None
    if as_json:
        put_document(page_document(seen))
    else:
        put(_lines(seen.offer, locale))


def _lines(offer: Offer, locale: str) -> Iterator[str]:
    from okawari.i18n import formats, text

    if offer.page_kind.value not in {"product", "unknown"}:
        yield text(f"pages.kind_{offer.page_kind}", locale) + "\n"
    yield f"{offer.title or text('pages.no_title', locale)}\n"
    price = formats.money(offer.price, locale) if offer.price else text("pages.no_price", locale)
    if offer.price and offer.tax_included is False:
        price = text("pages.price_without_tax", locale).format(price=price)
    yield f"  {price}  {text(f'pages.{offer.availability}', locale)}\n"
    if offer.price and offer.tax_included is False:
        yield f"  {text('pages.tax_added', locale)}\n"
    if offer.seller:
        yield f"  {text('pages.seller', locale)}: {offer.seller}\n"
    if offer.condition:
        yield f"  {text('pages.condition', locale)}: {text(f'pages.condition_{offer.condition}', locale)}\n"
    for ground in offer.why:
        yield ground_line(ground, locale)


def ground_line(ground: Ground, locale: str) -> str:
    """Return the words that say something of a page, how they were read and where they stand."""
    from okawari.i18n import text
    from okawari.i18n.grounds import ground_text

    return f"  {text('pages.why', locale)}: {ground_text(ground, locale)}\n"
