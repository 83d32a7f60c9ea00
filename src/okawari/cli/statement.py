"""`okawari statement`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.refusing import tell
from okawari.cli.words import unusable, words
from okawari.domain.account import TOLD, AccountKind
from okawari.domain.problem import Problem
from okawari.domain.statement import LineKind, StatementLine

if TYPE_CHECKING:  # statements of known layouts are read without the database's libraries
    from okawari.services.statement_layouts import Layout, Mapping, Preview

_OF_ONE_ROW = frozenset({"row_without_date", "row_without_amount", "gift_line_unclear"})
_COLUMNS = frozenset({"date", "amount", "merchant", "refund"})
NEEDS_THE_PERSON, UNUSABLE = 1, 2


def statement(
    paths: Annotated[list[str] | None, typer.Argument(metavar="CSV…", help=words("help_statement"))] = None,
    *,
    columns: Annotated[str, typer.Option("--map", metavar="date=N,amount=N,merchant=N", help=words("help_map"))] = "",
    refund_negative: Annotated[bool, typer.Option("--refund-negative", help=words("help_refund_negative"))] = False,
    account: Annotated[str, typer.Option("--account", metavar="KIND", help=words("help_account"))] = "",
    remember: Annotated[str, typer.Option("--remember", metavar="NAME", help=words("help_remember"))] = "",
    layouts: Annotated[bool, typer.Option("--layouts", help=words("help_layouts"))] = False,
    forget: Annotated[str, typer.Option("--forget", metavar="NAME", help=words("help_forget_layout"))] = "",
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Read statements of cards, banks and wallets."""
    from okawari.cli.output import put
    from okawari.contract.statement import statement_document_text

    locale = locale_of(lang)
    if layouts or forget:
        _kept_layouts(forget, locale, as_json=as_json)
        return
    if not paths:
        raise unusable("no_statement", "CSV…", locale)
    alone = "--refund-negative" if refund_negative else "--remember" if remember else "--account" if account else ""
    if alone and not columns:
        raise unusable("map_missing", alone, locale)
    of = _account(account, locale)
    found = _mapped(paths, columns, remember, of, locale, refund_negative=refund_negative) if columns else _known(paths)
    lines = _Lines(found, locale)
    put(statement_document_text(lines) if as_json else _table(lines, locale))
    if lines.unusable or lines.passed_over:
        raise typer.Exit(UNUSABLE if lines.unusable else NEEDS_THE_PERSON)


class _Lines:
    """The lines among what was read; problems go to stderr.

    `unusable` tells whether a whole file was one, `passed_over` whether a row was.
    """

    def __init__(self, found: Iterable[StatementLine | Problem], locale: str) -> None:
        self._found = found
        self._locale = locale
        self.unusable = False
        self.passed_over = False

    def __iter__(self) -> Iterator[StatementLine]:
        for one in self._found:
            if isinstance(one, Problem):
                of_one_row = one.code in _OF_ONE_ROW
                self.unusable = self.unusable or not of_one_row
                self.passed_over = self.passed_over or of_one_row
                tell(one, self._locale)
            else:
                yield one


def _known(paths: list[str]) -> Iterator[StatementLine | Problem]:
    """Yield the lines by our layouts, and by those that the person told where anything was kept."""
    from okawari.services.statements import read_statements
    from okawari.settings import read_settings
    from okawari.wiring import has_kept, open_store

    settings = read_settings()
    told: tuple[Layout, ...] = ()
    if has_kept(settings):
        from okawari.services.statement_layouts import list_layouts

        told = list_layouts(open_store(settings))
    return read_statements(paths, told)


def _mapped(
    paths: list[str], columns: str, name: str, account: AccountKind, locale: str, *, refund_negative: bool
) -> Iterator[StatementLine | Problem]:
    from okawari.services.statement_layouts import UnusableMappingError, name_problem
    from okawari.services.statements import read_told

    if "-" in paths:
        raise unusable("map_stdin", "-", locale)
    if name and (problem := name_problem(name)):
        raise unusable(problem, "--remember", locale, given=name)
    given = _columns(columns, locale)
    try:
        layout, found = read_told(
            paths, lambda shown: _mapping(given, shown, account, refund_negative), name or "mapped"
        )
    except UnusableMappingError as error:
        place = f"--map {error.field}={given[error.field]}" if error.field else paths[0]
        raise unusable(error.code, place, locale) from None
    if name:
        _remember(layout, locale)
    return found


def _columns(given: str, locale: str) -> dict[str, int]:
    """Return the columns by what they hold; UnusableInputError names the first part that is not understood."""
    told = dict.fromkeys(_COLUMNS, 0)
    for part in given.split(","):
        name, _, number = part.strip().partition("=")
        if name not in _COLUMNS or not (number.isascii() and number.isdigit() and len(number) <= 4):
            raise unusable("bad_map", f"--map {part.strip()}", locale)
        told[name] = int(number)
    if missing := [name for name in ("date", "amount", "merchant") if not told[name]]:
        raise unusable("bad_map", f"--map {missing[0]}", locale)
    return told


def _account(given: str, locale: str) -> AccountKind:
    if given and given not in TOLD:
        raise unusable("unknown_account", "--account", locale, given=given[:20], known=", ".join(TOLD))
    return AccountKind(given or AccountKind.CARD)


def _mapping(
    given: dict[str, int],
    shown: Preview,
    account: AccountKind,
    refund_negative: bool,  # noqa: FBT001 - an option's value
) -> Mapping:
    """Return the mapping; what a negative amount means is told, or guessed from the amounts."""
    from okawari.services.statement_layouts import mapping_of

    return mapping_of(given, shown, LineKind.REFUND if refund_negative else None, account)


def _remember(layout: Layout, locale: str) -> None:
    from okawari.services.statement_layouts import remember_layout
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    remember_layout(open_store(read_settings()), layout, datetime.now(UTC))
    typer.echo(words("remembered", locale, name=layout.source), err=True)


def _kept_layouts(forget: str, locale: str, *, as_json: bool) -> None:
    from okawari.cli.output import put_document
    from okawari.contract.statement import layouts_document
    from okawari.services.statement_layouts import forget_layout, list_layouts
    from okawari.settings import read_settings
    from okawari.wiring import open_store

    store = open_store(read_settings())
    if forget and not forget_layout(store, forget):
        raise unusable("layout_not_kept", forget, locale)
    if as_json:
        put_document(layouts_document(list_layouts(store)))
        return
    for layout in list_layouts(store):
        typer.echo(f"{layout.source}\t{','.join(layout.header)}")


def _table(lines: Iterable[StatementLine], locale: str) -> Iterator[str]:
    from okawari.i18n import formats, text

    for line in lines:
        kind = text(f"statements.{line.kind}", locale)
        amount = formats.money(line.amount, locale)
        yield f"{formats.day(line.on, locale, year=True)}  {kind}  {amount}  {line.merchant}\n"
