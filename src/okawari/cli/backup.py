"""`okawari backup` and `okawari restore`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.errors import BackupError, UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without the database's libraries
    from okawari.services.backups import Backup

File = Annotated[Path, typer.Argument(metavar="FILE", help=text("cli.help_backup_file", language()))]
WithSecrets = Annotated[bool, typer.Option("--with-secrets", help=text("backups.help_with_secrets", language()))]
Replace = Annotated[bool, typer.Option("--replace", help=text("backups.help_replace", language()))]


def backup(file: File, *, with_secrets: WithSecrets = False, lang: Lang = "", as_json: Json = False) -> None:
    """Write everything that is kept to one file."""
    from okawari.services.backups import back_up
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    store = open_store(read_settings())
    try:
        done = back_up(store, file, datetime.now(UTC), with_secrets=with_secrets)
    except BackupError as error:
        raise _unusable(error, file, locale) from None
    _tell("backup", file, done, locale, as_json=as_json)


def restore(file: File, *, replace: Replace = False, lang: Lang = "", as_json: Json = False) -> None:
    """Put what a backup holds into the database, wholly or not at all."""
    from okawari.services.backups import restore as put_back
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    locale = locale_of(lang)
    store = open_store(read_settings())
    try:
        done = put_back(store, file, replace=replace)
    except BackupError as error:
        raise _unusable(error, file, locale) from None
    _tell("restore", file, done, locale, as_json=as_json)


def _tell(command: str, file: Path, done: Backup, locale: str, *, as_json: bool) -> None:
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.kept import backup_document

        put_document(backup_document(command, str(file), done))
        return
    rows = sum(count for _, count in done.tables)
    typer.echo(text(f"backups.{command}_done", locale).format(file=file, rows=rows))
    if done.left_out:
        typer.echo(text(f"backups.{command}_left_out", locale).format(tables=", ".join(done.left_out)), err=True)


def _unusable(error: BackupError, file: Path, locale: str) -> UnusableInputError:
    what = text(f"backups.{error.code}", locale).format(detail=error.detail)
    return UnusableInputError(what, str(file), text(f"backups.{error.code}_mend", locale))
