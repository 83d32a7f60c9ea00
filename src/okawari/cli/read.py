"""`okawari read`."""

from __future__ import annotations

from typing import Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import words

UNUSABLE = 2


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help=words("help_paths"))],
    *,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Say what mails are: from whom, genuine or not, which order, what happened."""
    from okawari.cli.output import put
    from okawari.cli.unreadable import Readable
    from okawari.contract.read import read_document_text
    from okawari.services.read import read_paths
    from okawari.settings import read_settings
    from okawari.wiring import trust

    locale = locale_of(lang)
    readings = Readable(read_paths(paths, trust(read_settings())), paths, locale)
    if as_json:
        put(read_document_text(readings, locale))
    else:
        from okawari.cli.letter import print_reading

        for reading in readings:
            print_reading(reading, locale)
    if readings.unusable:
        raise typer.Exit(UNUSABLE)
