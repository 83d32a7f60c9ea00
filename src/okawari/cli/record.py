"""`okawari record`: the shopper's own record of cancels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli import options
from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.i18n import formats, shown, text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.own_record import OwnRecord

Year = Annotated[
    int, typer.Option("--year", metavar="YEAR", min=0, max=9999, help=text("record.help_year", language()))
]


def record(*, year: Year = 0, lang: Lang = "", as_json: Json = False) -> None:
    """Show who cancelled your orders, by mall and year, and what counts against a buyer."""
    from okawari.cli.output import put, put_document
    from okawari.contract.own_record import record_document
    from okawari.services.own_record import own_record
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    found = own_record(open_store(read_settings()), options.day("", "", locale), year or None)
    if as_json:
        put_document(record_document(found, year or None, locale))
    else:
        put(f"{line}\n" for line in _lines(found, locale))


def _lines(record: OwnRecord, locale: str) -> Iterator[str]:
    from okawari.services.shops import shop_named

    for one in record.cancels:
        by = (f"{text(f'record.by_{who}', locale)} {count}" for who, count in one.by.items() if count)
        yield "  ".join((str(one.year), shown(shop_named(one.merchant), locale), *by))
    if not record.cancels:
        yield text("record.empty", locale)
    if record.undated:
        yield text("record.undated", locale).format(count=record.undated)
    for seller in record.sellers:
        last = formats.day(seller.last, locale, year=True)
        yield text("record.seller", locale).format(
            seller=seller.seller, cancels=seller.cancels, stockouts=seller.stockouts, last=last
        )
        if seller.again:
            yield text("record.seller_again", locale).format(count=seller.again)
    for saying in record.sayings:
        grade = text(f"rules.evidence_{saying.evidence}", locale)
        yield f"{text(f'record.says_{saying.code}', locale)} ({', '.join(part for part in (saying.rule, grade) if part)})"
