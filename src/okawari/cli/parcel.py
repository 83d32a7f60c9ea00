"""`okawari parcel`."""

from __future__ import annotations

from typing import Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import unusable, words


def parcel(
    number: Annotated[str, typer.Argument(metavar="NUMBER", help=words("help_parcel"))],
    *,
    carrier: Annotated[str, typer.Option("--carrier", metavar="NAME", help=words("help_carrier"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Check a parcel number."""
    from okawari.cli.output import put_document
    from okawari.contract.parcel import parcel_document
    from okawari.i18n import say, text
    from okawari.services.parcels import carriers, examine_parcel

    locale = locale_of(lang)
    if carrier and carrier not in carriers():
        raise unusable("unknown_carrier", "--carrier", locale, given=carrier, known=", ".join(carriers()))
    finding = examine_parcel(number, carrier or None)
    if as_json:
        put_document(parcel_document(finding, locale))
        return
    state = {True: "valid", False: "invalid", None: "open"}[finding.valid]
    typer.echo(f"{finding.number}  {text(f'parcels.{state}', locale)}")
    for one in finding.why:
        typer.echo(f"  {say(one, locale)}")
    if finding.carriers:
        typer.echo("  " + " / ".join(dict.fromkeys(text(f"carriers.{name}", locale) for name in finding.carriers)))
