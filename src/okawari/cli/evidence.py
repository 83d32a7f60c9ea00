"""`okawari evidence list|show|again|forget`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import language
from okawari.domain.japan_time import JAPAN
from okawari.errors import UnusableInputError
from okawari.i18n import has, text

if TYPE_CHECKING:  # the command line starts without the database's libraries
    from okawari.services.evidence import Evidence, KeptEvidence
    from okawari.services.household import Household

A_PAGE = 50


def words_of(entry: str) -> str:
    """Return a text of the area `evidence` in the language of the settings."""
    return text(f"evidence.{entry}", language())


UNKNOWN_MERCHANT = "-"
Id = Annotated[str, typer.Argument(metavar="ID", help=words_of("help_id"))]

app = typer.Typer(no_args_is_help=True, help=words_of("command"))


@app.command("list", help=words_of("command_list"))
def list_(
    *,
    kind: Annotated[str, typer.Option("--kind", help=words_of("help_kind"))] = "",
    merchant: Annotated[str, typer.Option("--merchant", help=words_of("help_merchant"))] = "",
    unread: Annotated[bool, typer.Option("--unread", help=words_of("help_unread"))] = False,
    number: Annotated[int, typer.Option("--page", min=1, help=words_of("help_page"))] = 1,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """List what came in, the latest first."""
    from okawari.services.evidence import KINDS, Wanted, list_evidence, list_unreadable
    from okawari.services.shops import known_merchants

    locale, household, offset = locale_of(lang), _household(), (number - 1) * A_PAGE
    named = "" if merchant == UNKNOWN_MERCHANT else merchant
    wanted = Wanted(kind=kind or None, merchant=named if merchant else None)
    found = list_evidence(household, wanted, 0 if unread else A_PAGE, offset)
    _check("kind", kind, (*KINDS, *found.kinds), locale)
    _check("merchant", named, (*known_merchants(), *found.merchants), locale, shown=found.merchants)
    met = list_unreadable(household, A_PAGE, offset if unread else 0)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.evidence import evidence_document

        put_document(evidence_document(found, met, locale))
        return
    for piece in found.pieces:
        orders = " ".join(key.order for key in found.orders[piece.sha256] if key.order)
        typer.echo(f"{_line(piece, locale)}\t{orders or '-'}")
    if not found.total:
        typer.echo(text("evidence.none_of_these" if kind or merchant else "evidence.empty", locale), err=True)
    if unread:
        from okawari.cli.unreadable import unreadable_line
        from okawari.domain.problem import Problem

        for one in met:
            typer.echo(unreadable_line(one.file, Problem(one.code, one.file, one.detail), locale))
    elif found.unreadable:
        typer.echo(text("evidence.line_unread", locale).format(count=found.unreadable), err=True)


@app.command(help=words_of("command_show"))
def show(start: Id, *, lang: Lang = "", as_json: Json = False) -> None:
    """Say what one piece of evidence is and what it said."""
    locale = locale_of(lang)
    kept = _kept(_household(), start, locale)
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.evidence import piece_document

        put_document(piece_document(kept))
        return
    piece = kept.piece
    typer.echo(_line(piece, locale))
    for key, value in (("source", piece.source), ("imported", piece.imported_at.isoformat())):
        typer.echo(f"{text(f'evidence.{key}', locale)}: {value}")
    version = text("evidence.reader_version", locale).format(reader=piece.reader, version=piece.reader_version)
    typer.echo(f"{text('evidence.reader', locale)}: {version}")
    typer.echo(text("evidence.facts", locale).format(count=kept.facts))
    for order in kept.orders:
        typer.echo(order.order)


@app.command(help=words_of("command_again"))
def again(start: Id, *, lang: Lang = "", as_json: Json = False) -> None:
    """Read one piece of evidence again with the reader of this version."""
    from okawari.services.evidence import read_evidence_again
    from okawari.services.following import match_money

    locale, household = locale_of(lang), _household()
    read_evidence_again(household, _kept(household, start, locale).piece.sha256)
    match_money(household.store, datetime.now(JAPAN).date())
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.kept import read_again_document

        put_document(read_again_document(1))
        return
    typer.echo(text("evidence.again_done", locale))


@app.command(help=words_of("command_forget"))
def forget(
    start: Id,
    *,
    yes: Annotated[bool, typer.Option("--yes", help=words_of("help_yes"))] = False,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Delete one piece of evidence and what it said; it asks first."""
    from okawari.services.evidence import forget_evidence
    from okawari.services.following import match_money

    locale, household = locale_of(lang), _household()
    kept = _kept(household, start, locale)
    said = {"title": kept.piece.subject or kept.piece.source, "facts": kept.facts}
    if not yes:
        if as_json or not sys.stdin.isatty():
            raise _unusable("needs_yes", start, locale)
        if not typer.confirm(text("evidence.confirm", locale).format(**said)):
            typer.echo(text("evidence.not_forgotten", locale), err=True)
            raise typer.Exit(1)
    forget_evidence(household, kept.piece.sha256)
    match_money(household.store, datetime.now(JAPAN).date())
    if as_json:
        from okawari.cli.output import put_document
        from okawari.contract.evidence import forgotten_document

        put_document(forgotten_document(kept))
        return
    typer.echo(text("evidence.forgotten", locale).format(**said))


def _check(option: str, given: str, known: Iterable[str], locale: str, *, shown: Iterable[str] = ()) -> None:
    """Refuse what names no kind or merchant, with those that there are."""
    every = tuple(dict.fromkeys(known))
    if given and given not in every:
        listed = ", ".join(sorted(filter(None, shown or every))) or UNKNOWN_MERCHANT
        key = f"evidence.unknown_{option}"
        raise UnusableInputError(
            text(key, locale).format(given=given), f"--{option}", text(f"{key}_mend", locale).format(known=listed)
        )


def _household() -> Household:
    from okawari.settings import read_settings
    from okawari.wiring import household

    return household(read_settings())


def _kept(household: Household, start: str, locale: str) -> KeptEvidence:
    from okawari.services.evidence import kept_evidence

    kept = kept_evidence(household, start)
    if kept is None:
        raise _unusable("not_kept", start, locale)
    return kept


def _unusable(entry: str, where: str, locale: str) -> UnusableInputError:
    return UnusableInputError(text(f"evidence.{entry}", locale), where, text(f"evidence.{entry}_mend", locale))


def _line(piece: Evidence, locale: str) -> str:
    named = (key for key in (f"evidence.kind_{piece.kind}", f"cases.kind_{piece.kind}") if has(key))
    kind = next((text(key, locale) for key in named), piece.kind)
    title = piece.subject or piece.source or text("evidence.pasted", locale)
    cells = (piece.sha256[:12], piece.imported_at.isoformat()[:16], kind, piece.merchant or "-", piece.verdict, title)
    return "\t".join(" ".join("".join(c if c.isprintable() else " " for c in cell).split()) for cell in cells)
