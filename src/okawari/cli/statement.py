"""`okawari statement`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import words
from okawari.domain.problem import Problem
from okawari.domain.statement import StatementLine

_OF_ONE_ROW = frozenset({"row_without_date", "row_without_amount", "gift_line_unclear"})
UNUSABLE = 2


def statement(
    paths: Annotated[list[str], typer.Argument(metavar="CSV…", help=words("help_statement"))],
    *,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Read statements of cards, banks and wallets."""
    from okawari.cli.output import put
    from okawari.contract.statement import statement_document_text
    from okawari.services.statements import read_statements

    lines = _Lines(read_statements(paths), locale_of(lang))
    put(statement_document_text(lines) if as_json else _table(lines, locale_of(lang)))
    if lines.unusable:
        raise typer.Exit(UNUSABLE)


class _Lines:
    """The lines among what was read; problems go to stderr, and `unusable` tells whether a whole file was one."""

    def __init__(self, found: Iterable[StatementLine | Problem], locale: str) -> None:
        self._found = found
        self._locale = locale
        self.unusable = False

    def __iter__(self) -> Iterator[StatementLine]:
        from okawari.i18n.problems import problem_text

        for one in self._found:
            if isinstance(one, Problem):
                self.unusable = self.unusable or one.code not in _OF_ONE_ROW
                typer.echo(problem_text(one, self._locale) or one.code, err=True)
            else:
                yield one


def _table(lines: Iterable[StatementLine], locale: str) -> Iterator[str]:
    from okawari.i18n import formats, text

    for line in lines:
        kind = text(f"statements.{line.kind}", locale)
        amount = formats.money(line.amount, locale)
        yield f"{formats.day(line.on, locale, year=True)}  {kind}  {amount}  {line.merchant}\n"
