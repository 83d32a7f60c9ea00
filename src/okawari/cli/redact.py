"""`okawari redact`."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.errors import UnusableInputError
from okawari.i18n import text

if TYPE_CHECKING:  # the command line starts without what only one command needs
    from okawari.services.redacting import Redacted

LARGEST = 64 * 1024 * 1024
NEEDS_THE_PERSON = 1


def redact(
    mail: Annotated[Path, typer.Argument(metavar="MAIL", help=text("redaction.help_mail", language()))],
    *,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help=text("redaction.help_out", language()))
    ] = None,
    titles: Annotated[bool, typer.Option("--titles", help=text("redaction.help_titles", language()))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Write a copy of a mail without what is personal in it; say what was replaced and where to look."""
    from okawari.services.redacting import redact as redacted_copy

    locale = locale_of(lang)
    try:
        if mail.stat().st_size > LARGEST:
            raise _unusable("too_large", mail, locale)
        raw = mail.read_bytes()
    except OSError as error:
        raise _unusable("unreachable", mail, locale, detail=error.strerror or "") from None
    copy = redacted_copy(raw, mail.name, secrets.token_bytes(32), titles=titles) if raw.strip() else None
    if copy is None:
        raise _unusable("not_wholly" if raw.strip() else "empty", mail, locale)
    target = out or mail.with_name(f"{mail.stem}.redacted{mail.suffix}")
    try:
        with target.open("xb") as file:
            file.write(copy.raw)
    except OSError as error:
        raise _unusable("unwritable", target, locale, detail=error.strerror or "") from None
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.redaction import redaction_document

        put_document(redaction_document(copy, str(target)))
    else:
        _tell(copy, target, locale)
    if copy.unsure:
        raise typer.Exit(NEEDS_THE_PERSON)


def _tell(copy: Redacted, target: Path, locale: str) -> None:
    typer.echo(text("redaction.written", locale).format(file=target))
    for change in copy.changes:
        kind, rule = (text(f"redaction.{key}", locale) for key in (f"kind_{change.kind}", f"rule_{change.rule}"))
        typer.echo(f"{kind}\t{change.count}\t{rule}\t{_shortened(change.original)}")
    for name in copy.dropped:
        typer.echo(text("redaction.dropped", locale).format(name=_line(name)))
    if copy.unsure:
        typer.echo(text("redaction.look_at", locale))
        for what, line in copy.unsure:
            typer.echo(f"- {text(f'redaction.unsure_{what}', locale)}: {_line(line)}")


def _shortened(value: str) -> str:
    """Return the ends of a value, so that a person knows which is meant and a screenshot tells little."""
    shown = _line(value)
    return f"{shown[0]}…{shown[-1]}" if len(shown) < 8 else f"{shown[:2]}…{shown[-2:]}"


def _line(value: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in value).split())


def _unusable(entry: str, where: Path, locale: str, **values: object) -> UnusableInputError:
    what = text(f"redaction.{entry}", locale).format(**values)
    return UnusableInputError(what, str(where), text(f"redaction.{entry}_mend", locale))
