"""`okawari export`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from okawari.cli.options import Json, Lang, locale_of
from okawari.cli.words import words
from okawari.domain.export import ExportedOrder, ExportedRefund
from okawari.domain.japan_time import japan_day
from okawari.domain.problem import Problem

UNUSABLE = 2
Exported = ExportedOrder | ExportedRefund | Problem


def export(
    paths: Annotated[list[str], typer.Argument(metavar="ZIP…", help=words("help_export_paths"))],
    *,
    lang: Lang = "",
    as_json: Json = False,
) -> None:
    """Say what a shop's own records tell of the orders: items, payments, shipments, cancels and refunds."""
    from okawari.cli.output import put
    from okawari.contract.export import export_document_text
    from okawari.services.exports import read_exports

    locale = locale_of(lang)
    told = _Told(read_exports(paths), locale)
    if as_json:
        put(export_document_text(told, locale))
    else:
        put(line for one in told if (line := _line(one, locale)))
    if told.problems:
        raise typer.Exit(UNUSABLE)


class _Told:
    """What was found, each problem told on stderr as it passes; `problems` counts them."""

    def __init__(self, found: Iterable[Exported], locale: str) -> None:
        """Keep what is to be passed on, and the language of the lines."""
        self._found = found
        self._locale = locale
        self.problems = 0

    def __iter__(self) -> Iterator[Exported]:
        from okawari.i18n.problems import problem_text

        for one in self._found:
            if isinstance(one, Problem):
                self.problems += 1
                said = problem_text(one, self._locale) or f"{one.where}: {one.code} {one.detail}"
                typer.echo(" ".join(said.split()), err=True)
            yield one


def _line(one: Exported, locale: str) -> str:
    from okawari.i18n import shown

    match one:
        case ExportedOrder():
            when = one.ordered_at and japan_day(one.ordered_at).isoformat()
            state = words(f"export_{one.state.value}", locale)
            titles = " / ".join(line.item.title for line in one.lines)
            cells = (one.number, when, state, one.total and shown(one.total, locale), titles)
        case ExportedRefund():
            when = one.at and japan_day(one.at).isoformat()
            cells = (one.order, when, words("export_refund", locale), one.amount and shown(one.amount, locale), "")
        case Problem():
            return ""
    return "\t".join(cell or "-" for cell in cells) + "\n"
