"""`okawari parcel`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language, unusable, words
from okawari.errors import UnusableInputError
from okawari.i18n import say, text
from okawari.i18n.tracking import tracked_lines

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.domain.parcel_number import ParcelFinding
    from okawari.domain.tracking.look import Tracked

NEEDS_THE_PERSON = 1


def parcel(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help=words("help_parcel"))],
    *,
    carrier: Annotated[str, typer.Option("--carrier", metavar="NAME", help=words("help_carrier"))] = "",
    look: Annotated[bool, typer.Option("--look", help=text("parcels.help_look", language()))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Check a parcel number, and look it up where that is wanted."""
    from okawari.cli.output import put_document
    from okawari.contract.parcel import parcel_document
    from okawari.services.parcels import carriers, examine_parcel

    locale = locale_of(lang)
    if carrier and carrier not in carriers():
        raise unusable("unknown_carrier", "--carrier", locale, given=carrier, known=", ".join(carriers()))
    finding = examine_parcel(number, carrier or None)
    looked, fresh = _looked(number, carrier, locale) if look else (None, True)
    if as_json:
        put_document(parcel_document(finding, locale, looked))
    else:
        for line in (*_checked(finding, locale), *(_told(looked, locale, fresh=fresh) if looked else ())):
            typer.echo(line)
    if looked and looked.last and not looked.last.outcome.is_told:
        raise typer.Exit(NEEDS_THE_PERSON)


def _looked(number: str, carrier: str, locale: str) -> tuple[Tracked, bool]:
    from okawari.services import tracking
    from okawari.settings import read_settings
    from okawari.wiring import tracking_access

    access = tracking_access(read_settings())
    if not any(one.on for one in tracking.chosen(access.store)):
        raise UnusableInputError(text("parcels.off", locale), "--look", text("parcels.off_mend", locale))
    return tracking.look_up(access, number, carrier or None)


def _told(looked: Tracked, locale: str, *, fresh: bool) -> Iterator[str]:
    from okawari.services.tracking import tracker_names

    yield from tracked_lines(looked, locale, tracker_names(locale), fresh=fresh)


def _checked(finding: ParcelFinding, locale: str) -> Iterator[str]:
    state = {True: "valid", False: "invalid", None: "open"}[finding.valid]
    yield f"{finding.number}  {text(f'parcels.{state}', locale)}"
    for one in finding.why:
        yield f"  {say(one, locale)}"
    if finding.carriers:
        yield "  " + " / ".join(dict.fromkeys(text(f"carriers.{name}", locale) for name in finding.carriers))
