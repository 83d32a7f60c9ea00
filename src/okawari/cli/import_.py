"""`okawari import` and `okawari read-again`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from okawari.cli.progress import Progress
from okawari.i18n import text

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else")]


def import_(paths: Annotated[list[str], typer.Argument(metavar="PATH…")], *, as_json: Json = False) -> None:
    """Keep the mails in files, folders, mailboxes and archives; mails that are kept already change nothing."""
    from okawari.cli.unreadable import unreadable_line
    from okawari.contract.kept import import_document
    from okawari.services.importing import ImportReport, import_paths
    from okawari.settings import read_settings
    from okawari.wiring import open_store, trust

    settings = read_settings()

    progress = Progress()

    def show(report: ImportReport) -> None:
        progress.show(text("keeping.progress", settings.language).format(mails=report.mails, added=report.added))

    report = import_paths(paths, open_store(settings), trust(settings), show)
    progress.end()
    for item in report.unreadable:
        typer.echo(unreadable_line(item.file, item.problem, settings.language), err=True)
    if as_json:
        typer.echo(json.dumps(import_document(report), ensure_ascii=False))
    else:
        typer.echo(
            text("keeping.done", settings.language).format(
                mails=report.mails, added=report.added, known=report.known, orders=len(report.orders)
            )
        )
    if report.unreadable:
        raise typer.Exit(2)


def read_again(*, as_json: Json = False) -> None:
    """Read every kept mail again with the readers of this version."""
    from okawari.contract.kept import read_again_document
    from okawari.services.reading_again import read_again as read_kept
    from okawari.settings import read_settings
    from okawari.wiring import open_store, trust

    settings = read_settings()
    count = read_kept(open_store(settings), trust(settings))
    if as_json:
        typer.echo(json.dumps(read_again_document(count)))
    else:
        typer.echo(text("keeping.read_again", settings.language).format(mails=count))
