"""`okawari import` and `okawari read-again`."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import words
from okawari.domain.japan_time import JAPAN
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.importing import ImportReport

UNUSABLE = 2


def import_(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help=words("help_paths"))],
    *,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Keep the mails, exports and statements in files, folders, mailboxes and archives; what is kept already changes nothing."""
    from okawari.cli.output import put_document
    from okawari.cli.progress import Progress
    from okawari.cli.unreadable import unreadable_line
    from okawari.contract.kept import import_document
    from okawari.services.importing import import_paths, orders_told
    from okawari.services.money_to_match import is_money_to_match
    from okawari.settings import read_settings
    from okawari.wiring import open_store, trust

    locale = locale_of(lang)
    settings = read_settings()
    progress = Progress()

    def show(report: ImportReport) -> None:
        progress.show(_said("progress", report, locale, len(report.orders)))

    store = open_store(settings)
    report = import_paths(paths, store, trust(settings), show)
    progress.end()
    if is_money_to_match(store):
        from okawari.services.following import match_money

        match_money(store, datetime.now(JAPAN).date())
    for item in report.unreadable:
        typer.echo(unreadable_line(item.file, item.problem, locale), err=True)
    if as_json:
        put_document(import_document(report, orders_told(store, report)))
    else:
        typer.echo(_said("done", report, locale, sum(1 for _ in orders_told(store, report))))
        if report.exports:
            done = text("keeping.exports", locale)
            typer.echo(done.format(exports=report.exports, added=report.exports_added))
        if report.statements:
            kept = text("keeping.statements", locale)
            lines = report.statement_lines_added
            typer.echo(kept.format(files=report.statements, added=report.statements_added, lines=lines))
    if report.unreadable:
        raise typer.Exit(UNUSABLE)


def read_again(*, lang: Lang = "", as_json: Json = False) -> None:
    """Read every kept mail again with the readers of this version."""
    from okawari.cli.output import put_document
    from okawari.contract.kept import read_again_document
    from okawari.services.reading_again import read_again as read_kept
    from okawari.settings import read_settings
    from okawari.wiring import open_store, trust

    locale = locale_of(lang)
    settings = read_settings()
    count = read_kept(open_store(settings), trust(settings))
    if as_json:
        put_document(read_again_document(count))
    else:
        typer.echo(text("keeping.read_again", locale).format(mails=count))


def _said(entry: str, report: ImportReport, locale: str, orders: int) -> str:
    return text(f"keeping.{entry}", locale).format(
        mails=report.mails,
        added=report.added,
        known=report.known,
        passed_over=report.passed_over,
        orders=orders,
    )
